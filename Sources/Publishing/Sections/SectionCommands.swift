public import PortalNetwork
public import Store
import Vietnamese

extension Section {
    /// A section that a new portal begins with.
    public struct Opening: Sendable, Hashable {
        public let code: String
        public let name: String

        public init(_ code: String, _ name: String) { (self.code, self.name) = (code, name) }
    }
}

extension Publisher {
    /// Opens a section or topic site on a portal.
    @discardableResult
    public func addSection(_ section: Section, by: By, also: @escaping Also = noFurther) async throws -> Section {
        try await addSections([section], by: by, also: also)
        return section
    }

    /// Opens many at once, in one transaction; parents before children.
    public func addSections(_ sections: [Section], by: By, also: @escaping Also = noFurther) async throws {
        for section in sections {
            try authorize(by.actor, .editSections, on: Subject(site: section.site), in: by.tree)
            try check(section.code)
        }
        let now = clock.now()
        try await commit { db in
            try Self.insert(sections, db)
            try self.chrome("section", Set(sections.map(\.site)).sorted(), now, db)
            try also(db)
        }
    }

    static func insert(_ sections: [Section], _ db: any Connection) throws {
        for section in sections {
            if try db.value("SELECT 1 FROM section WHERE site = \(section.site) AND code = \(section.code)", as: Int.self) != nil {
                throw PublishingRefusal.sectionTaken(section.code)
            }
            if let parent = section.parent, try Section.load(parent, db)?.site != section.site {
                throw PublishingRefusal.unknownSection("\(parent)")
            }
            try db.execute(
                """
                INSERT INTO section (id, site, code, parent, kind, name, summary, position, approvals, opens_on, closes_on, banner, version)
                VALUES (\(section.id), \(section.site), \(section.code), \(section.parent), \(section.kind), \(nfc(section.name)),
                    \(section.summary.map(nfc)), \(section.position), \(section.approvals), \(section.opensOn), \(section.closesOn),
                    \(section.banner), \(section.version))
                """
            )
        }
    }

    /// Renames a section, moves it among its siblings, changes its dates or rules. Its code, site and parent stay: addresses and lists rest on them
    /// (`moveSection`, `arrangeSections` change those).
    public func changeSection(_ section: Section, by: By, also: @escaping Also = noFurther) async throws {
        try authorize(by.actor, .editSections, on: Subject(site: section.site), in: by.tree)
        let now = clock.now()
        try await commit { db in
            let changed = try db.execute(
                """
                UPDATE section SET name = \(nfc(section.name)), summary = \(section.summary.map(nfc)), position = \(section.position),
                    approvals = \(section.approvals), opens_on = \(section.opensOn), closes_on = \(section.closesOn), banner = \(section.banner),
                    version = \(section.version + 1)
                WHERE id = \(section.id) AND site = \(section.site) AND version = \(section.version)
                """
            )
            guard changed == 1 else {
                guard let now = try Section.load(section.id, db) else { throw PublishingRefusal.unknownSection(section.code) }
                throw PublishingRefusal.editedMeanwhile(version: now.version)
            }
            try self.chrome("section", [section.site], now, db)
            try also(db)
        }
    }

    /// What stands around items changed on these sites: an entry for each, and nodes reload the network where it is part of that.
    func chrome(_ part: String, _ sites: [SiteID], _ now: Instant, reload: Bool = true, _ db: any Connection) throws {
        let commitments = try sites.map { site in
            try RecordObjects.keep(try ChromeState.read(site, at: now, db), as: "chrome", of: site, db)
        }
        let drafts = try zip(sites, commitments).map { site, commitment in
            EventLog.Draft(
                entry: Entry(op: .chrome, at: now.rawValue / 1000, site: try Self.code(of: site, db), commit: commitment, part: part),
                site: site,
                item: nil,
                edition: 0
            )
        }
        let first = try EventLog.append(drafts, at: now, act: nil, db)
        try RecordObjects.entered(commitments, from: first, db)
        if reload { try NetworkVersion.raise(in: db) }
        try Self.finish([], first: first, count: drafts.count, db)
    }

    func check(_ code: String) throws {
        // One path segment: groups of a-z and 0-9 joined by single hyphens.
        let groups = code.split(separator: "-", omittingEmptySubsequences: false)
        let fits =
            code.utf8.count <= 60
            && groups.allSatisfy { group in !group.isEmpty && group.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) } }
        guard fits, ItemID(code) == nil else { throw PublishingRefusal.sectionCode(code) }
        guard !ReservedSegments.reservesPath(code), !kinds.segments.contains(code) else { throw PublishingRefusal.sectionReserved(code) }
    }
}
