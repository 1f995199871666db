public import Logging
public import PortalNetwork
public import ServiceLifecycle
public import Store
import Synchronization
public import Vietnamese

/// How often items were read: counted in memory without cookies or addresses, written in batches. Losing a few seconds of it in a crash is accepted.
public final class ViewCounts: Service {
    private let database: any Database
    private let logger: Logger
    private let pending = Mutex<[ItemID: Int]>([:])
    private static let bound = 50_000
    /// Days for which it is kept what was read on each of them.
    public static let days = 62
    private let clock: Clock

    public init(database: any Database, clock: Clock = .system, logger: Logger) {
        self.database = database
        self.clock = clock
        self.logger = logger
    }

    public func count(_ item: ItemID) {
        pending.withLock { pending in
            if pending[item] != nil || pending.count < Self.bound { pending[item, default: 0] += 1 }
        }
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(5))
                await self.flush()
            }
        }
        await flush()
    }

    /// Writes what was counted. When the database is away the counts wait for the next time.
    public func flush() async {
        let counts = pending.withLock { pending in
            defer { pending = [:] }
            return pending
        }
        guard !counts.isEmpty else { return }
        let today = clock.now().civilDate.dayNumber
        do {
            try await database.write { db in
                for (item, n) in counts.sorted(by: { $0.key < $1.key }) {
                    try db.execute(
                        """
                        INSERT INTO item_view (item, n) SELECT id, \(n) FROM item WHERE id = \(item)
                        ON CONFLICT (item) DO UPDATE SET n = item_view.n + excluded.n
                        """
                    )
                    try db.execute(
                        """
                        INSERT INTO item_view_day (site, day, item, n) SELECT site, CAST(\(today) AS BIGINT), id, CAST(\(n) AS BIGINT) FROM item WHERE id = \(item)
                        ON CONFLICT (site, day, item) DO UPDATE SET n = item_view_day.n + excluded.n
                        """
                    )
                }
                try db.execute("DELETE FROM item_view_day WHERE day < \(today - Self.days)")
            }
        } catch {
            pending.withLock { $0.merge(counts, uniquingKeysWith: +) }
            logger.warning("Read counts could not be written yet", metadata: ["error": "\(error)"])
        }
    }
}

/// What readers read on some portals in the last days.
public struct MostRead: Sendable, Hashable {
    public let item: ItemID
    public let n: Int

    /// The most read first. `days`: how many, today included.
    public static func read(_ sites: [SiteID], days: Int, until today: CivilDate, limit: Int, _ db: any Connection) throws -> [MostRead] {
        try db.rows(
            """
            SELECT item, SUM(n) FROM item_view_day WHERE site IN (\(list: sites)) AND day > \(today.dayNumber - days) AND day <= \(today.dayNumber)
            GROUP BY item ORDER BY SUM(n) DESC, item LIMIT \(limit)
            """
        ).map { MostRead(item: try $0[0], n: try $0[1]) }
    }

    /// How often anything was read on each of the last days, oldest first.
    public static func byDay(_ sites: [SiteID], days: Int, until today: CivilDate, _ db: any Connection) throws -> [(day: CivilDate, n: Int)] {
        let first = today.dayNumber - days + 1
        let rows = try db.rows(
            "SELECT day, SUM(n) FROM item_view_day WHERE site IN (\(list: sites)) AND day >= \(first) AND day <= \(today.dayNumber) GROUP BY day"
        )
        let found = Dictionary(try rows.map { (try $0[0] as Int, try $0[1] as Int) }) { first, _ in first }
        return (first...today.dayNumber).map { (CivilDate(dayNumber: $0), found[$0] ?? 0) }
    }
}
