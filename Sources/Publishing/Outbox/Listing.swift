import PortalNetwork
public import Store
import Vietnamese

/// The lists readers see: everything of a site, each section with what lies below it, tags, authors, topic sites; with their counts.
/// Also which files live editions refer to, and what has left a list because it was withdrawn, erased or moved to another portal.
///
/// The last cannot be made anew from the present state (what was erased no longer says where it stood), so `clear` leaves it.
public struct Listing: Projection {
    public static let name = "listing"
    public static let version = 1

    public init() {}

    public func clear(_ db: any Connection) throws {
        try db.execute("DELETE FROM listing")
        try db.execute("DELETE FROM listing_count")
        try db.execute("DELETE FROM list_name")
        try db.execute("DELETE FROM asset_use")
    }

    public func apply(_ changes: [Change], _ db: any Connection) throws {
        let ids = changes.map(\.item.id)
        let byItem = Dictionary(changes.map { ($0.item.id, $0) }) { _, last in last }
        var delta: [Place: Int] = [:]
        var gone: [SQL] = []
        for start in stride(from: 0, to: ids.count, by: 400) {
            let part = Array(ids[start..<min(start + 400, ids.count)])
            for row in try db.rows("SELECT site, list, item FROM listing WHERE item IN (\(list: part))") {
                let place = Place(site: try row[0], list: try row[1])
                delta[place, default: 0] -= 1
                if let change = byItem[try row[2]], change.details == nil || change.item.site != place.site {
                    gone.append("(\(place.site), \(place.list), \(change.item.id), \(change.item.lastSequence))")
                }
            }
            try db.execute("DELETE FROM listing WHERE item IN (\(list: part))")
            try db.execute("DELETE FROM asset_use WHERE item IN (\(list: part))")
        }
        try note(gone, backOn: changes, db)
        var rows: [SQL] = []
        var uses: [SQL] = []
        var names: [Place: String] = [:]
        var paths: [SectionID: [SectionID]] = [:]
        for change in changes {
            guard let details = change.details, let publishedAt = change.item.publishedAt else { continue }
            let item = change.item
            let entries = details.lists
            var keys = Set(entries.map(\.key))
            for entry in entries { if let name = entry.name { names[Place(site: item.site, list: entry.key)] = name } }
            keys.insert(.kind(item.kind))
            if let section = item.section {
                keys.insert(.all)
                if paths[section] == nil { paths[section] = try Self.path(to: section, db) }
                for id in paths[section] ?? [] { keys.insert(.section(id)) }
            }
            for key in keys.sorted(by: { $0.rawValue < $1.rawValue }) {
                delta[Place(site: item.site, list: key), default: 0] += 1
                rows.append("(\(item.site), \(key), \(publishedAt), \(item.id))")
            }
            for asset in Set(details.assets).sorted() { uses.append("(\(asset), \(item.id))") }
        }
        for part in rows.parts(of: 200) {
            try db.execute("INSERT INTO listing (site, list, published_at, item) VALUES \(SQL.joined(part, separator: ", "))")
        }
        for part in uses.parts(of: 200) {
            try db.execute("INSERT INTO asset_use (asset, item) VALUES \(SQL.joined(part, separator: ", "))")
        }
        // Lists whose membership did not change keep their count and their sequence; one that was given a name anew may be called otherwise.
        for place in names.keys { delta[place, default: 0] += 0 }
        let sequence = changes.map(\.item.lastSequence).max() ?? -1
        let counts = delta.filter { $0.value != 0 || names[$0.key] != nil }.sorted {
            ($0.key.site, $0.key.list.rawValue) < ($1.key.site, $1.key.list.rawValue)
        }
        for part in counts.map({ "(\($0.key.site), \($0.key.list), \($0.value), \(sequence))" as SQL }).parts(of: 200) {
            try db.execute(
                """
                INSERT INTO listing_count (site, list, n, seq) VALUES \(SQL.joined(part, separator: ", "))
                ON CONFLICT (site, list) DO UPDATE SET n = listing_count.n + excluded.n, seq = excluded.seq
                """
            )
        }
        try store(names, emptied: counts.filter { $0.value < 0 }.map(\.key), db)
        for change in changes where change.item.workflow.presence == .erased { try forget(change.item.id, db) }
    }

    /// A list that erased items alone had named so is no more: its key says a word of theirs. (Pages that showed the item go with it, not with the list.)
    private func forget(_ item: ItemID, _ db: any Connection) throws {
        let places = try db.rows(
            """
            SELECT g.site, g.list FROM listing_gone g WHERE g.item = \(item) AND (g.list LIKE 'tag:%' OR g.list LIKE 'author:%')
            AND NOT EXISTS (SELECT 1 FROM listing WHERE listing.site = g.site AND listing.list = g.list)
            """
        ).map { Place(site: try $0[0], list: try $0[1]) }
        for place in places {
            try db.execute("DELETE FROM listing_gone WHERE site = \(place.site) AND list = \(place.list)")
            try db.execute("DELETE FROM listing_count WHERE site = \(place.site) AND list = \(place.list)")
        }
    }

    /// Remembers what has left its lists; what is live again on a site has not left that site's.
    private func note(_ gone: [SQL], backOn changes: [Change], _ db: any Connection) throws {
        for (site, live) in Dictionary(grouping: changes.filter { $0.details != nil }, by: \.item.site).sorted(by: { $0.key < $1.key }) {
            for part in live.map(\.item.id).parts(of: 400) {
                try db.execute("DELETE FROM listing_gone WHERE item IN (\(list: part)) AND site = \(site)")
            }
        }
        for part in gone.parts(of: 200) {
            try db.execute(
                """
                INSERT INTO listing_gone (site, list, item, seq) VALUES \(SQL.joined(part, separator: ", "))
                ON CONFLICT (site, list, item) DO UPDATE SET seq = excluded.seq
                """
            )
        }
    }

    /// A list is called what the newest of its items calls it; nothing keeps the name of a list that has become empty.
    private func store(_ names: [Place: String], emptied: [Place], _ db: any Connection) throws {
        let sorted = names.sorted { ($0.key.site, $0.key.list.rawValue) < ($1.key.site, $1.key.list.rawValue) }
        for part in sorted.map({ "(\($0.key.site), \($0.key.list), \($0.value))" as SQL }).parts(of: 200) {
            try db.execute(
                """
                INSERT INTO list_name (site, list, name) VALUES \(SQL.joined(part, separator: ", "))
                ON CONFLICT (site, list) DO UPDATE SET name = excluded.name
                """
            )
        }
        for place in emptied {
            try db.execute(
                """
                DELETE FROM list_name WHERE site = \(place.site) AND list = \(place.list)
                AND EXISTS (SELECT 1 FROM listing_count WHERE site = \(place.site) AND list = \(place.list) AND n <= 0)
                """
            )
        }
    }

    private struct Place: Hashable {
        let site: SiteID
        let list: ListKey
    }

    /// The section and everything above it.
    private static func path(to section: SectionID, _ db: any Connection) throws -> [SectionID] {
        var path = [section]
        while path.count < 32, let last = path.last,
            let parent = try db.value("SELECT parent FROM section WHERE id = \(last)", as: SectionID?.self) ?? nil
        { path.append(parent) }
        return path
    }
}

extension Array {
    /// The array in pieces of at most `size`.
    func parts(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
