import PortalNetwork
import PublicRecord
import Store
import Vietnamese

/// What a `redirect` entry commits to: the old addresses that were set, each with where it leads now, and those that were removed.
struct RedirectChange: Encodable {
    struct Line: Encodable {
        let from: String
        let item: String?
        let to: String?

        init(_ path: String, _ target: OldAddressTarget) {
            from = path
            (item, to) =
                switch target {
                case .item(let id): ("\(id)", nil)
                case .path(let path): (nil, path)
                }
        }
    }

    let v = 1
    let site: String
    let set: [Line]
    let removed: [String]
}

/// What a `site` entry commits to: a portal's own settings before and after. Its look, menu and sections are the `chrome` entry's beside it.
struct SiteChange: Encodable {
    struct State: Encodable {
        let name: String
        let shortName: String
        let kind: SiteKind
        let lang: Language
        let status: SiteStatus
        let reason: String?
        let parent: String?
        let successor: String?
        let hosts: [String]
        let url: String?
        let contact: Contact

        init(_ site: Site, _ db: any Connection) throws {
            name = site.name
            shortName = site.shortName
            kind = site.kind
            lang = site.language
            status = site.status
            reason = site.statusReason
            parent = try site.parent.map { try Publisher.code(of: $0, db) }
            successor = try site.successor.map { try Publisher.code(of: $0, db) }
            hosts = site.hosts
            url = site.url
            contact = site.contact
        }
    }

    let v = 1
    let site: String
    let before: State?
    let after: State
}

extension Publisher {
    /// The entry of a change of old addresses.
    func redirected(
        _ site: SiteID,
        set: [(path: String, target: OldAddressTarget)] = [],
        removed: [String] = [],
        part: String = "redirect",
        act: ActID? = nil,
        _ now: Instant,
        _ db: any Connection
    ) throws {
        let code = try Self.code(of: site, db)
        let change = RedirectChange(site: code, set: set.map { RedirectChange.Line($0.path, $0.target) }, removed: removed)
        let items = set.compactMap { if case .item(let id) = $0.target { id } else { nil } }
        let commitment = try RecordObjects.add(change, as: "redirect", of: site, about: items, db)
        let entry = Entry(op: .redirect, at: now.rawValue / 1000, site: code, commit: commitment, act: act, part: part)
        let first = try EventLog.append([EventLog.Draft(entry: entry, site: site, item: nil, edition: 0)], at: now, act: act, db)
        try RecordObjects.entered([commitment], from: first, db)
        try Self.finish([], first: first, count: 1, db)
    }

    /// The entry of a portal that was opened, changed, moved or turned.
    func sited(_ part: String, _ site: SiteID, before: Site?, _ now: Instant, _ db: any Connection) throws {
        let after = try Sites.site(site, in: db)
        let change = SiteChange(site: after.code, before: try before.map { try .init($0, db) }, after: try .init(after, db))
        let commitment = try RecordObjects.keep(change, as: "site", of: site, db)
        let entry = Entry(
            op: .site,
            at: now.rawValue / 1000,
            site: after.code,
            kind: after.kind.rawValue,
            lang: after.language.rawValue,
            commit: commitment,
            part: part,
            hosts: after.hosts.isEmpty ? nil : after.hosts
        )
        let first = try EventLog.append([EventLog.Draft(entry: entry, site: site, item: nil, edition: 0)], at: now, act: nil, db)
        try RecordObjects.entered([commitment], from: first, db)
        try Self.finish([], first: first, count: 1, db)
    }

    /// Enters portals that stand in no entry yet: those an installation was made with.
    /// - Returns: how many.
    @discardableResult
    public func recordPortals() async throws -> Int {
        let now = clock.now()
        return try await commit { db in
            let sites = try db.column(
                "SELECT id FROM site WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.site = site.id AND operation = \(Operation.site)) ORDER BY id",
                as: SiteID.self
            )
            for site in sites { try self.sited("opened", site, before: nil, now, db) }
            if !sites.isEmpty { try self.chrome("site", sites, now, db) }
            return sites.count
        }
    }
}
