public import PortalNetwork
public import Publishing
public import Store
import Vietnamese

/// What the command line changes and reads.
extension SearchNotes {
    public struct Promotion: Sendable, Hashable {
        public let site: SiteID
        public let query: String
        public let item: ItemID
    }

    /// Puts an item first for a query on a portal, after those put there before.
    public func promote(_ item: ItemID, for text: String, on site: SiteID) async throws {
        let key = Self.key(text)
        try await database.write { db in
            let last =
                try db.value("SELECT max(position) FROM search_promoted WHERE site = \(site) AND query = \(key)", as: Int?.self).flatMap { $0 } ?? 0
            try db.execute(
                """
                INSERT INTO search_promoted (site, query, item, position) VALUES (\(site), \(key), \(item), \(last + 1))
                ON CONFLICT (site, query, item) DO NOTHING
                """
            )
        }
        await refresh()
    }

    /// Takes back one item, or all of a query. Returns how many there were.
    @discardableResult
    public func demote(_ item: ItemID?, for text: String, on site: SiteID) async throws -> Int {
        let key = Self.key(text)
        let gone = try await database.write { db in
            if let item { return try db.execute("DELETE FROM search_promoted WHERE site = \(site) AND query = \(key) AND item = \(item)") }
            return try db.execute("DELETE FROM search_promoted WHERE site = \(site) AND query = \(key)")
        }
        await refresh()
        return gone
    }

    public func promotions(on site: SiteID) async throws -> [Promotion] {
        try await database.read { db in
            try db.rows("SELECT query, item FROM search_promoted WHERE site = \(site) ORDER BY query, position")
                .map { Promotion(site: site, query: try $0[0], item: try $0[1]) }
        }
    }

    /// Adds a synonym, or (without an expansion) takes a standard one out.
    public func setSynonym(_ short: String, _ expansion: String?) async throws {
        let (short, expansion) = (nfc(short), expansion.map(nfc))
        try await database.write { db in
            try db.execute(
                "INSERT INTO search_synonym (short, expansion) VALUES (\(short), \(expansion)) ON CONFLICT (short) DO UPDATE SET expansion = excluded.expansion"
            )
        }
        await refresh()
    }

    /// Back to the standard list for one short form. False when nothing was set for it.
    public func forgetSynonym(_ short: String) async throws -> Bool {
        let short = nfc(short)
        let gone = try await database.write { db in try db.execute("DELETE FROM search_synonym WHERE short = \(short)") }
        await refresh()
        return gone > 0
    }

    public func ownSynonyms() async throws -> [(short: String, expansion: String?)] {
        try await database.read { db in
            try db.rows("SELECT short, expansion FROM search_synonym ORDER BY short").map { (short: try $0[0], expansion: try $0[1]) }
        }
    }

    public struct Miss: Sendable, Codable {
        public let query: String
        public let missed: Int
        public let found: Int
    }

    /// Queries of the last days that mostly found nothing, most asked first.
    public func misses(on site: SiteID, days: Int, limit: Int) async throws -> [Miss] {
        let since = clock.now().civilDate.adding(days: -days)
        return try await database.read { db in
            try db.rows(
                """
                SELECT query, SUM(missed) AS n, SUM(found) FROM search_asked WHERE site = \(site) AND day >= \(since)
                GROUP BY query HAVING SUM(missed) > SUM(found) ORDER BY n DESC, query LIMIT \(limit)
                """
            ).map { Miss(query: try $0[0], missed: try $0[1], found: try $0[2]) }
        }
    }
}
