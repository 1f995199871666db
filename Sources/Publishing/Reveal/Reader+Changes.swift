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
        let viewer = viewer
        let kindLists = kinds.all.map { ListKey.kind($0.name) }
        return try await database.read { db in
            guard let (low, high) = try Self.bounds(after: sequence, from: from, until: until, db) else { return [] }
            var condition: SQL = " AND event.seq > \(low)"
            if let high { condition = "\(condition) AND event.seq <= \(high)" }
            if let from { condition = "\(condition) AND event.at >= \(from)" }
            if let until { condition = "\(condition) AND event.at < \(until)" }
            // One bounded walk for each section and for what has moved away, then the first of them all.
            var parts: [SQL] = []
            func add(_ source: SQL) { parts.append("SELECT * FROM (SELECT \(source) ORDER BY event.seq LIMIT \(limit)) AS p") }
            let present: SQL =
                """
                item.id AS id, event.seq AS seq, event.at AS at, item.kind AS kind, item.section AS section, item.presence AS presence FROM item
                JOIN event ON event.seq = item.last_seq WHERE \(Reveal.known(to: viewer)) AND item.last_seq > \(low)
                """
            if let sections {
                for section in sections { add("\(present) AND item.section = \(section) AND item.site = \(site)\(condition)") }
            } else {
                add("\(present) AND item.site = \(site)\(condition)")
            }
            for list in sections.map({ $0.map { ListKey.section($0) } }) ?? kindLists {
                add(
                    """
                    item.id AS id, event.seq AS seq, event.at AS at, item.kind AS kind, CAST(NULL AS BIGINT) AS section, \(Presence.withdrawn) AS presence
                    FROM listing_gone JOIN item ON item.id = listing_gone.item JOIN event ON event.seq = listing_gone.seq
                    WHERE listing_gone.site = \(site) AND listing_gone.list = \(list) AND item.site <> \(site) AND \(Reveal.known(to: viewer))\(condition)
                    """
                )
            }
            var found: [ItemChange] = []
            // What moved away stands in the list of its section and of all above it: once is enough.
            var seen: Set<ItemID> = []
            for chunk in parts.parts(of: 40) {
                found += try db.rows("\(SQL.joined(chunk, separator: " UNION ALL ")) ORDER BY seq LIMIT \(limit)").map(Self.change)
            }
            return Array(found.sorted { $0.sequence < $1.sequence }.filter { seen.insert($0.item).inserted }.prefix(limit))
        }
    }

    /// The last change of one item, as that portal knows it; nil when it never published such an item.
    public func change(of id: ItemID, on site: SiteID) async throws -> ItemChange? {
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
