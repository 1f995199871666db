public import PortalNetwork
public import Publishing
public import Store
import Vietnamese

/// What readers say of pages: useful or not, as sums of a day. Nothing is kept of who said it.
public struct PageRatings: Sendable {
    private let database: any Database
    private let clock: Clock
    /// Days that are looked back.
    static let days = 90

    public init(database: any Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// A page with what was said of it.
    public struct Rated: Sendable, Hashable {
        public let site: SiteID
        public let item: ItemID
        public let useful: Int
        public let useless: Int
    }

    public func rate(_ item: ItemID, on site: SiteID, isUseful: Bool) async throws {
        let day = clock.now().civilDate.dayNumber
        let (useful, useless) = isUseful ? (1, 0) : (0, 1)
        try await database.write { db in
            try db.execute(
                """
                INSERT INTO page_rating (site, item, day, useful, useless) VALUES (\(site), \(item), \(day), \(useful), \(useless))
                ON CONFLICT (site, item, day) DO UPDATE SET useful = page_rating.useful + \(useful), useless = page_rating.useless + \(useless)
                """
            )
        }
    }

    /// The pages of some portals that were rated worst: many who found them useless, and few who did not. `creator`: only those that somebody began.
    public func worst(on sites: [SiteID], of creator: PersonID? = nil, limit: Int) async throws -> [Rated] {
        let since = clock.now().civilDate.dayNumber - Self.days
        let own: SQL = creator.map { "AND item IN (SELECT id FROM item WHERE creator = \($0))" } ?? ""
        return try await database.read { db in
            try db.rows(
                """
                SELECT site, item, useful, useless FROM (
                    SELECT site, item, SUM(useful) AS useful, SUM(useless) AS useless FROM page_rating
                    WHERE site IN (\(list: sites)) AND day >= \(since) \(own) GROUP BY site, item) AS sums
                WHERE useless > 0 ORDER BY useless * 1000 / (useful + useless + 4) DESC, useless DESC, item LIMIT \(limit)
                """
            ).map { Rated(site: try $0[0], item: try $0[1], useful: try $0[2], useless: try $0[3]) }
        }
    }
}
