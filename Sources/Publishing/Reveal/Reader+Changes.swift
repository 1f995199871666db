public import PortalNetwork
public import Store
public import Vietnamese

/// That an item changed, as those hear who keep a copy: what it says now is read with `editions`.
public struct ItemChange: Sendable, Hashable {
    public let item: ItemID
    /// Of the newest entry about it: the order of changes.
    public let sequence: Int64
    public let at: Instant
    public let kind: KindName
    public let section: SectionID?
    /// Withdrawn, erased, or moved to another portal.
    public let isGone: Bool
}

/// Walks through everything a portal ever published, by the moment of its last change.
extension Reader {
    /// What changed after a place in the order of changes, oldest first: at most `limit`. Each item once, with its newest change. Costs the same
    /// however many there are.
    ///
    /// - Parameter sections: only what is filed in one of these, or was when it left the portal; nil for everything.
    public func changes(
        on site: SiteID,
        in sections: [SectionID]? = nil,
        after sequence: Int64 = -1,
        from: Instant? = nil,
        until: Instant? = nil,
        limit: Int
    ) async throws -> [ItemChange] {
        Dependencies.note(.anything(on: site))
        let viewer = viewer
        let kindLists = kinds.all.map { ListKey.kind($0.name) }
        return try await database.read { db in
            guard let (low, high) = try Self.bounds(after: sequence, from: from, until: until, db) else { return [] }
            var condition: SQL = ""
            let upTo: SQL = high.map { " AND item.last_seq <= \($0)" } ?? ""
            if let from { condition = "\(condition) AND event.at >= \(from)" }
            if let until { condition = "\(condition) AND event.at < \(until)" }
            // One bounded walk for each section, then the first of them all. Both bounds on both tables: SQLite walks the index of items and looks each entry
            // up, PostgreSQL may walk both, and would begin at the first entry ever.
            let present: SQL =
                """
                item.id AS id, event.seq AS seq, event.at AS at, item.kind AS kind, item.section AS section, item.presence AS presence FROM item
                JOIN event ON event.seq = item.last_seq WHERE \(Reveal.known(to: viewer)) AND item.last_seq > \(low)\(upTo) AND event.seq > \(low)
                """
            let walks = sections?.map { "\(present) AND item.section = \($0) AND item.site = \(site)\(condition) ORDER BY item.last_seq" as SQL }
            var found = try Self.first(limit, of: walks ?? ["\(present) AND item.site = \(site)\(condition) ORDER BY item.last_seq"], db)
            // Then what has moved away, as far as those reach.
            let last = found.count == limit ? found.last?.sequence : high
            let end: SQL = last.map { " AND listing_gone.seq <= \($0)" } ?? ""
            let lists = sections.map { $0.map { ListKey.section($0) } } ?? kindLists
            found += try Self.first(
                limit,
                of: lists.map {
                    """
                    item.id AS id, event.seq AS seq, event.at AS at, item.kind AS kind, CAST(NULL AS BIGINT) AS section, \(Presence.withdrawn) AS presence
                    FROM listing_gone JOIN item ON item.id = listing_gone.item JOIN event ON event.seq = listing_gone.seq
                    WHERE listing_gone.site = \(site) AND listing_gone.list = \($0) AND listing_gone.seq > \(low)\(end) AND item.site <> \(site)
                    AND \(Reveal.known(to: viewer))\(condition) ORDER BY listing_gone.seq
                    """
                },
                db
            )
            // What moved away stands in the list of its section and of all above it: once is enough.
            var seen: Set<ItemID> = []
            return Array(found.sorted { $0.sequence < $1.sequence }.filter { seen.insert($0.item).inserted }.prefix(limit))
        }
    }

    /// The first changes of several walks, each of which is in order and ends at the limit.
    private static func first(_ limit: Int, of walks: [SQL], _ db: any Connection) throws -> [ItemChange] {
        var found: [ItemChange] = []
        for chunk in walks.map({ "SELECT * FROM (SELECT \($0) LIMIT \(limit)) AS walk" as SQL }).parts(of: 40) {
            found += try db.rows("\(SQL.joined(chunk, separator: " UNION ALL ")) ORDER BY seq LIMIT \(limit)").map(Self.change)
        }
        return Array(found.sorted { $0.sequence < $1.sequence }.prefix(limit))
    }

    /// The last change of one item, as that portal knows it; nil when it never published such an item.
    public func change(of id: ItemID, on site: SiteID) async throws -> ItemChange? {
        Dependencies.note(.anything(on: site))
        let viewer = viewer
        return try await database.read { db in
            let present = try db.row(
                """
                SELECT item.id, event.seq, event.at, item.kind, item.section, item.presence FROM item JOIN event ON event.seq = item.last_seq
                WHERE item.id = \(id) AND item.site = \(site) AND \(Reveal.known(to: viewer))
                """
            )
            if let present { return try Self.change(present) }
            let gone = try db.row(
                """
                SELECT item.id, event.seq, event.at, item.kind, CAST(NULL AS BIGINT), \(Presence.withdrawn) FROM listing_gone
                JOIN item ON item.id = listing_gone.item JOIN event ON event.seq = listing_gone.seq
                WHERE listing_gone.item = \(id) AND listing_gone.site = \(site) AND \(Reveal.known(to: viewer)) LIMIT 1
                """
            )
            return try gone.map(Self.change)
        }
    }

    /// When the installation first published anything: no change is older.
    public func firstChange() async throws -> Instant? {
        try await database.read { try $0.value("SELECT at FROM event ORDER BY at, seq LIMIT 1") }
    }

    private static func change(_ row: Row) throws -> ItemChange {
        let presence: Presence = try row[5]
        return ItemChange(
            item: try row[0],
            sequence: try row[1],
            at: try row[2],
            kind: KindName(rawValue: try row[3]),
            section: try row[4],
            isGone: presence != .live
        )
    }

    /// How far numbers may run ahead of clocks: entries are numbered as they are committed, and carry the time their command began.
    private static let slack: Int64 = 3600 * 1000

    /// The numbers between which entries of these times stand; nil when there are none.
    private static func bounds(after sequence: Int64, from: Instant?, until: Instant?, _ db: any Connection) throws -> (Int64, Int64?)? {
        var low = sequence
        if let from {
            let first = try db.value(
                "SELECT seq FROM event WHERE at >= \(from.adding(milliseconds: -slack)) ORDER BY at, seq LIMIT 1",
                as: Int64.self
            )
            guard let first else { return nil }
            low = max(low, first - 1)
        }
        guard let until else { return (low, nil) }
        let last = try db.value(
            "SELECT seq FROM event WHERE at <= \(until.adding(milliseconds: slack)) ORDER BY at DESC, seq DESC LIMIT 1",
            as: Int64.self
        )
        return last.map { (low, $0) }
    }
}
