public import PortalNetwork
public import Store
public import Vietnamese

public struct OutgoingLinkID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// What is known of an address that live items link to.
public struct OutgoingLink: Sendable, Hashable {
    public enum State: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        /// Not asked for yet.
        case new
        case ok
        /// It answers, from another address.
        case redirected
        case broken
        /// On the operator's list, or sends readers to what has nothing to do with a state portal.
        case dangerous
        /// Its host does not want programs to look there.
        case skipped
    }

    public let id: OutgoingLinkID
    public let address: String
    public let host: String
    public var state: State
    public var status: Int?
    /// Where it leads now.
    public var target: String?
    /// A code with its words under `link.reason.…`.
    public var reason: String?
    public var failures: Int
    public var brokenSince: Instant?
    public var checkedAt: Instant?

    static let columns: SQL = "l.id, l.address, l.host, l.state, l.status, l.target, l.reason, l.failures, l.broken_since, l.checked_at"

    init(_ row: Row) throws {
        id = try row[0]
        address = try row[1]
        host = try row[2]
        state = try row[3]
        status = try row[4]
        target = try row[5]
        reason = try row[6]
        failures = try row[7]
        brokenSince = try row[8]
        checkedAt = try row[9]
    }
}

/// What came of asking for an address.
public struct LinkFinding: Sendable, Hashable {
    public var state: OutgoingLink.State
    public var status: Int?
    public var target: String?
    public var reason: String?

    public init(_ state: OutgoingLink.State, status: Int? = nil, target: String? = nil, reason: String? = nil) {
        self.state = state
        self.status = status
        self.target = target
        self.reason = reason
    }
}

public enum OutgoingLinks {
    /// After how many days an address is asked for again, and one that was broken or dangerous.
    static let rest: Int64 = 7
    static let worry: Int64 = 1

    /// Addresses that are due, at most `limit`, of as many hosts as possible.
    public static func due(at now: Instant, limit: Int, _ db: any Connection) throws -> [OutgoingLink] {
        try db.rows(
            """
            SELECT \(OutgoingLink.columns) FROM outgoing_link l WHERE l.due_at <= \(now)
            AND EXISTS (SELECT 1 FROM outgoing_use u WHERE u.link = l.id) ORDER BY l.due_at, l.id LIMIT \(limit)
            """
        ).map { try OutgoingLink($0) }
    }

    /// What is known of these addresses; those that nothing live carries are not known.
    public static func known(_ addresses: [String], _ db: any Connection) throws -> [OutgoingLink] {
        try addresses.parts(of: 200).flatMap { part in
            try db.rows("SELECT \(OutgoingLink.columns) FROM outgoing_link l WHERE l.address IN (\(list: part))").map { try OutgoingLink($0) }
        }
    }

    public static func note(_ finding: LinkFinding, of id: OutgoingLinkID, at now: Instant, _ db: any Connection) throws {
        let isBad = finding.state == .broken || finding.state == .dangerous
        let due = now.adding(seconds: (isBad ? worry : rest) * 86_400 - 3600)
        try db.execute(
            """
            UPDATE outgoing_link SET state = \(finding.state), status = \(finding.status), target = \(finding.target), reason = \(finding.reason),
                failures = \(isBad ? "failures + 1" as SQL : "0"),
                broken_since = \(finding.state == .broken ? "COALESCE(broken_since, \(now))" as SQL : "NULL"),
                checked_at = \(now), due_at = \(due) WHERE id = \(id)
            """
        )
        try settle([id], db)
    }

    /// Keeps which portals carry a link, under its state: after every change of a link's state or of who carries it, in the same transaction.
    static func settle(_ ids: [OutgoingLinkID], _ db: any Connection) throws {
        for part in ids.parts(of: 400) {
            try db.execute("DELETE FROM outgoing_carried WHERE link IN (\(list: part))")
            try db.execute(
                """
                INSERT INTO outgoing_carried (state, link, site) SELECT DISTINCT l.state, l.id, u.site FROM outgoing_link l
                JOIN outgoing_use u ON u.link = l.id WHERE l.id IN (\(list: part))
                """
            )
        }
    }

    /// Asks for these again at once.
    public static func recheck(_ ids: [OutgoingLinkID], at now: Instant, _ db: any Connection) throws {
        try db.execute("UPDATE outgoing_link SET due_at = \(now) WHERE id IN (\(list: ids)) AND due_at > \(now)")
    }

    /// So many of the items that carry a link are counted: one that stands in every article would cost as much as all others.
    public static let countedUses = 100

    /// Links of some portals in one state, with how many of their items carry each, counted up to `countedUses`.
    public static func lines(
        _ sites: [SiteID],
        state: OutgoingLink.State,
        after last: OutgoingLinkID? = nil,
        limit: Int,
        _ db: any Connection
    ) throws -> [(link: OutgoingLink, uses: Int)] {
        try db.rows(
            """
            SELECT \(OutgoingLink.columns), (SELECT count(*) FROM (SELECT 1 FROM outgoing_use u WHERE u.link = l.id AND u.site IN (\(list: sites))
                LIMIT \(countedUses)) AS used)
            FROM outgoing_link l WHERE l.id IN (SELECT link FROM outgoing_carried WHERE state = \(state) AND link > \(last?.rawValue ?? -1)
                AND \(on(sites)) GROUP BY link ORDER BY link LIMIT \(limit)) ORDER BY l.id
            """
        ).map { (try OutgoingLink($0), try $0[10]) }
    }

    /// One portal's links are read in their order by an index of its own; of several they are read in the order of all, without an index by portal (the
    /// sign keeps both engines from gathering and sorting everything first), until there are enough.
    private static func on(_ sites: [SiteID]) -> SQL { sites.count == 1 ? "site IN (\(list: sites))" : "+site IN (\(list: sites))" }

    /// The states that want looking at. The others are too many to be counted for a screen.
    public static let counted: [OutgoingLink.State] = [.redirected, .broken, .dangerous, .skipped]
    /// Links of a state are counted up to here.
    public static let most = 10_000

    /// `states`: of these alone.
    public static func counts(
        _ sites: [SiteID],
        of states: [OutgoingLink.State] = counted,
        _ db: any Connection
    ) throws -> [OutgoingLink.State: Int] {
        var counts: [OutgoingLink.State: Int] = [:]
        for state in states {
            let n: Int? = try db.value(
                """
                SELECT count(*) FROM (SELECT link FROM outgoing_carried WHERE state = \(state) AND \(on(sites)) GROUP BY link ORDER BY link
                    LIMIT \(most)) AS carried
                """
            )
            if let n, n > 0 { counts[state] = n }
        }
        return counts
    }

    /// The items of some portals that carry links, the newest of each first: all asked for at once, as the list of portals is long.
    public static func items(with links: [OutgoingLinkID], on sites: [SiteID], limit: Int, _ db: any Connection) throws
        -> [OutgoingLinkID: [ItemID]]
    {
        var items: [OutgoingLinkID: [ItemID]] = [:]
        // One step of an index for each portal and link, or, where the portals are many, from the newest on until there are enough.
        let sign: SQL = sites.count > 20 ? "+" : ""
        let rows = try db.rows(
            """
            SELECT u.link, u.item FROM outgoing_link l JOIN outgoing_use u ON u.link = l.id
            WHERE l.id IN (\(list: links)) AND \(sign)u.site IN (\(list: sites)) AND u.item >= COALESCE((SELECT v.item FROM outgoing_use v
                WHERE v.link = l.id AND \(sign)v.site IN (\(list: sites)) ORDER BY v.item DESC LIMIT 1 OFFSET \(limit - 1)), 0)
            ORDER BY u.link, u.item DESC
            """
        )
        for row in rows { items[try row[0], default: []].append(try row[1]) }
        return items
    }
}

/// Hosts nobody may be sent to, as the operator says. A name stands for everything below it too.
public struct DangerousHost: Sendable, Hashable {
    public let host: String
    public let note: String
    public let addedAt: Instant

    public static func all(_ db: any Connection) throws -> [DangerousHost] {
        try db.rows("SELECT host, note, added_at FROM dangerous_host ORDER BY host").map {
            DangerousHost(host: try $0[0], note: try $0[1], addedAt: try $0[2])
        }
    }

    /// - Returns: false for what is no host name.
    public static func add(_ text: String, note: String, by person: PersonID, at now: Instant, _ db: any Connection) throws -> Bool {
        let host = lowercase(text)
        guard HostName.isWellFormed(host), host.contains(".") else { return false }
        try db.execute(
            """
            INSERT INTO dangerous_host (host, note, added_by, added_at) VALUES (\(host), \(String(note.prefix(200))), \(person), \(now))
            ON CONFLICT (host) DO UPDATE SET note = excluded.note
            """
        )
        // What is known of it counts no more.
        let changed = try db.column(
            """
            UPDATE outgoing_link SET state = \(OutgoingLink.State.dangerous), reason = 'listed', checked_at = \(now), broken_since = NULL
            WHERE host = \(host) OR substr(host, length(host) - CAST(\(host.utf8.count) AS INTEGER)) = \("." + host) RETURNING id
            """,
            as: OutgoingLinkID.self
        )
        try OutgoingLinks.settle(changed.sorted(), db)
        return true
    }

    public static func remove(_ host: String, at now: Instant, _ db: any Connection) throws -> Bool {
        let isGone = try db.execute("DELETE FROM dangerous_host WHERE host = \(host)") == 1
        try db.execute("UPDATE outgoing_link SET due_at = \(now) WHERE state = \(OutgoingLink.State.dangerous) AND reason = 'listed'")
        return isGone
    }
}
