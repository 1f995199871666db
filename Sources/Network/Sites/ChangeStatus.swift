public import Store
import Vietnamese

/// What becomes of a portal as a whole.
public enum SiteTurn: Sendable, Hashable {
    /// In service (again).
    case activate
    /// Its body is being merged into another: readable, marked.
    case beginMerging
    /// A read-only archive from now on, with the reason its readers see.
    case freeze(reason: String)
    /// Every address answers with a redirect to the successor.
    case redirect(to: SiteID, reason: String?)
    /// Every address answers 410 with the reason.
    case close(reason: String)

    public var status: SiteStatus {
        switch self {
        case .activate: .active
        case .beginMerging: .merging
        case .freeze: .frozen
        case .redirect: .redirected
        case .close: .closed
        }
    }
}

extension Sites {
    public static let reasonLimit = 500

    /// Freezes, redirects, closes a portal or takes it into service again. Portals below it keep their own status.
    @discardableResult
    public static func turn(_ id: SiteID, _ turn: SiteTurn, version: Int, in db: any Connection) throws -> Site {
        // First, so that two redirects at once cannot point at each other.
        try NetworkVersion.raise(in: db)
        var site = try site(id, in: db)
        let status = turn.status
        if site.kind == .linked, status != .active, status != .closed { throw SiteRefusal.statusNotFor(kind: .linked, status: status) }
        var successor: SiteID?
        var reason: String?
        switch turn {
        case .activate, .beginMerging:
            break
        case .freeze(let text), .close(let text):
            reason = try checkedReason(text)
            guard reason != nil else { throw SiteRefusal.reasonMissing }
        case .redirect(let target, let text):
            reason = try checkedReason(text)
            try checkSuccessor(target, of: site, in: db)
            successor = target
        }
        if site.status == status, site.successor == successor, site.statusReason == reason { throw SiteRefusal.statusAlready(status) }
        site.status = status
        site.successor = successor
        site.statusReason = reason
        return try store(site, expecting: version, in: db)
    }

    /// `turn` as a transaction of its own.
    @discardableResult
    public static func turn(_ id: SiteID, _ turn: SiteTurn, version: Int, in database: any Database) async throws -> Site {
        try await database.write { try Sites.turn(id, turn, version: version, in: $0) }
    }

    private static func checkedReason(_ text: String?) throws(SiteRefusal) -> String? {
        guard let reason = plainLineOrNil(text) else { return nil }
        guard reason.count <= reasonLimit else { throw .reasonTooLong(limit: reasonLimit) }
        return reason
    }

    /// The successor answers itself, or sends on to one that does; never back here.
    private static func checkSuccessor(_ target: SiteID, of site: Site, in db: any Connection) throws {
        guard target != site.id else { throw SiteRefusal.successorItself }
        var seen: Set<SiteID> = [site.id]
        var next = target
        while true {
            guard let row = try db.row("SELECT code, kind, status, successor FROM site WHERE id = \(next)") else {
                throw SiteRefusal.successorUnknown("\(next)")
            }
            let code: String = try row[0]
            let kind: SiteKind = try row[1]
            let status: SiteStatus = try row[2]
            guard seen.insert(next).inserted, kind != .linked, status != .closed else { throw SiteRefusal.successorUnusable(code) }
            guard status == .redirected, let further: SiteID = try row[3] else { return }
            next = further
        }
    }
}
