import PortalNetwork
public import Store
import Vietnamese

/// Everything public of a site, divided by month of publication into parts that stay as they are: an item keeps its part as long as it keeps its month,
/// so what is published today changes today's part and no other, however many there are.
public struct SitemapParts: Projection {
    public static let name = "sitemap"
    public static let version = 1
    /// Items in one part.
    public static let size = 2000

    public init() {}

    public func clear(_ db: any Connection) throws {
        try db.execute("DELETE FROM sitemap_entry")
        try db.execute("DELETE FROM sitemap_part")
    }

    public func apply(_ changes: [Change], _ db: any Connection) throws {
        var work = Work(db: db)
        for part in changes.parts(of: 400) {
            let placed = try Self.places(of: part.map(\.item.id), db)
            let times = try Self.times(of: part.map(\.item.lastSequence), db)
            for change in part {
                let item = change.item
                guard let at = times[item.lastSequence] ?? item.publishedAt else { continue }
                let month = change.details == nil ? nil : item.publishedAt.map(Self.month)
                try work.move(item.id, from: placed[item.id], to: month.map { (item.site, $0) }, at: at)
            }
        }
        try work.store()
    }

    /// `202611`.
    static func month(_ instant: Instant) -> Int {
        let date = instant.civilDate
        return date.year * 100 + date.month
    }

    struct Place: Hashable {
        var site: SiteID
        var month: Int
        var part: Int
    }

    private static func places(of items: [ItemID], _ db: any Connection) throws -> [ItemID: Place] {
        let rows = try db.rows("SELECT item, site, month, part FROM sitemap_entry WHERE item IN (\(list: items))")
        return Dictionary(try rows.map { (try $0[0], Place(site: try $0[1], month: try $0[2], part: try $0[3])) }) { first, _ in first }
    }

    /// When the entries with these numbers were made.
    private static func times(of sequences: [Int64], _ db: any Connection) throws -> [Int64: Instant] {
        let rows = try db.rows("SELECT seq, at FROM event WHERE seq IN (\(list: Array(Set(sequences)).sorted()))")
        return Dictionary(try rows.map { (try $0[0], try $0[1]) }) { first, _ in first }
    }

    /// What a run of changes comes to, stored at its end.
    private struct Work {
        let db: any Connection
        private var removed: [ItemID] = []
        private var added: [ItemID: Place] = [:]
        private var counts: [Place: (delta: Int, at: Instant)] = [:]
        /// The part of each month that takes new items, and how many it has.
        private var open: [Place: (part: Int, count: Int)] = [:]

        init(db: any Connection) { self.db = db }

        mutating func move(_ item: ItemID, from stored: Place?, to wanted: (site: SiteID, month: Int)?, at: Instant) throws {
            let old = added[item] ?? stored
            if let old, let wanted, old.site == wanted.site, old.month == wanted.month { return touch(old, 0, at) }
            if let old {
                if added.removeValue(forKey: item) == nil { removed.append(item) }
                touch(old, -1, at)
            }
            guard let wanted else { return }
            let place = try place(site: wanted.site, month: wanted.month)
            added[item] = place
            touch(place, 1, at)
        }

        private mutating func touch(_ place: Place, _ delta: Int, _ at: Instant) {
            let known = counts[place] ?? (0, at)
            counts[place] = (known.delta + delta, max(known.at, at))
        }

        private mutating func place(site: SiteID, month: Int) throws -> Place {
            let key = Place(site: site, month: month, part: 0)
            var newest = open[key]
            if newest == nil {
                let row = try db.row(
                    "SELECT part, n FROM sitemap_part WHERE site = \(site) AND month = \(month) ORDER BY part DESC LIMIT 1"
                )
                newest = try row.map { (try $0[0], try $0[1]) }
            }
            var (part, count) = newest ?? (1, 0)
            if count >= SitemapParts.size { (part, count) = (part + 1, 0) }
            open[key] = (part, count + 1)
            return Place(site: site, month: month, part: part)
        }

        func store() throws {
            for part in removed.parts(of: 400) { try db.execute("DELETE FROM sitemap_entry WHERE item IN (\(list: part))") }
            let rows = added.sorted { $0.key < $1.key }.map { "(\($0.key), \($0.value.site), \($0.value.month), \($0.value.part))" as SQL }
            for part in rows.parts(of: 200) {
                try db.execute("INSERT INTO sitemap_entry (item, site, month, part) VALUES \(SQL.joined(part, separator: ", "))")
            }
            let touched = counts.sorted { ($0.key.site, $0.key.month, $0.key.part) < ($1.key.site, $1.key.month, $1.key.part) }
            for part in touched.map({ "(\($0.key.site), \($0.key.month), \($0.key.part), \($0.value.delta), \($0.value.at))" as SQL }).parts(of: 200)
            {
                try db.execute(
                    """
                    INSERT INTO sitemap_part (site, month, part, n, changed_at) VALUES \(SQL.joined(part, separator: ", "))
                    ON CONFLICT (site, month, part) DO UPDATE SET n = sitemap_part.n + excluded.n,
                        changed_at = CASE WHEN excluded.changed_at > sitemap_part.changed_at THEN excluded.changed_at ELSE sitemap_part.changed_at END
                    """
                )
            }
        }
    }
}
