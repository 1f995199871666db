import Foundation
import PortalNetwork
public import Store
import Vietnamese

/// What events made untrue: for page caches, which keep answers under their dependencies.
public struct Touched: Sendable {
    /// Where to read on.
    public var cursor: Int64
    /// Answers made from these are to be made again.
    public var changed: Set<Dependency> = []
    /// Answers made from these must not be shown again, whatever happens: they were withdrawn or erased.
    public var gone: Set<Dependency> = []
    /// Nothing can be said of single answers: all are to be made again.
    public var everything = false
    public var hasMore = false
}

extension EventLog {
    /// More events than this behind, and it is cheaper to make everything anew.
    private static let mostEvents = 5_000
    /// An item that carries a date this far before its event did not go to the head of its lists.
    private static let backdated: Int64 = 120_000

    /// What happened after a cursor, as dependencies. Lists are the projection's, so a projection that is behind holds the cursor back.
    public static func touched(after cursor: Int64, _ db: any Connection) throws -> Touched {
        let lists = try ProjectionCursor.read(Listing.self, db)
        var touched = Touched(cursor: cursor)
        guard lists >= cursor else {
            // Being rebuilt: what it says in the end may be anything.
            return Touched(cursor: lists, everything: true, hasMore: false)
        }
        guard lists > cursor else { return touched }
        guard lists - cursor <= Int64(mostEvents) else { return Touched(cursor: lists, everything: true) }
        let rows = try db.rows(
            """
            SELECT seq, at, operation, site, item, CASE WHEN item IS NULL THEN entry END FROM event
            WHERE seq > \(cursor) AND seq <= \(lists) ORDER BY seq LIMIT 1000
            """
        )
        var items: [ItemID: Instant] = [:]
        for row in rows {
            touched.cursor = try row[0]
            let operation: Operation = try row[2]
            touched.changed.insert(.anything(on: try row[3]))
            if operation == .correct { touched.changed.insert(.corrections(on: try row[3])) }
            if let item: ItemID = try row[4] {
                items[item] = try row[1]
                if operation == .withdraw || operation == .erase { touched.gone.insert(.item(item)) } else { touched.changed.insert(.item(item)) }
            } else if operation == .chrome, let entry: String = try row[5], Self.part(of: entry) == "featured" {
                touched.changed.insert(.front(try row[3]))
            }
        }
        touched.hasMore = touched.cursor < lists
        guard !items.isEmpty else { return touched }
        var isBackdated = false
        for part in items.keys.sorted().parts(of: 400) {
            for row in try db.rows("SELECT id, published_at FROM item WHERE id IN (\(list: part)) AND presence = \(Presence.live)") {
                guard let date: Instant = try row[1], let at = items[try row[0]] else { continue }
                if date.rawValue < at.rawValue - backdated { isBackdated = true }
            }
            // Translations are shown at both ends.
            for target in try db.column("SELECT target FROM link WHERE source IN (\(list: part))", as: ItemID.self) {
                touched.changed.insert(.item(target))
            }
        }
        for row in try db.rows("SELECT site, list FROM listing_count WHERE seq > \(cursor)") {
            let (site, list): (SiteID, ListKey) = (try row[0], try row[1])
            touched.changed.insert(.list(list, on: site))
            if isBackdated { touched.changed.insert(.older(list, on: site)) }
        }
        return touched
    }

    private static func part(of entry: String) -> String? {
        struct Part: Decodable { let part: String? }
        return try? JSONDecoder().decode(Part.self, from: Data(entry.utf8)).part
    }
}
