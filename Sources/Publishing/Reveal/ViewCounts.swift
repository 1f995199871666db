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

    /// Takes back what was counted of visits that were no reader's: of the watcher, who comes as readers do.
    public func takeBack(_ item: ItemID, _ visits: Int) {
        pending.withLock { pending in
            if pending[item] != nil || pending.count < Self.bound { pending[item, default: 0] -= visits }
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
                var places: [SiteID: [ItemID]] = [:]
                for part in Array(counts.keys).parts(of: 400) {
                    for row in try db.rows("SELECT site, id FROM item WHERE id IN (\(list: part))") {
                        places[try row[0], default: []].append(try row[1])
                    }
                }
                // Portal by portal and item by item, so that two nodes never wait for each other.
                for (site, items) in places.sorted(by: { $0.key < $1.key }) {
                    try ReadSums.add(items.sorted().map { ($0, counts[$0] ?? 0) }, on: site, day: today, db)
                }
                try db.execute("DELETE FROM item_view_day WHERE day < \(today - Self.days)")
            }
        } catch {
            pending.withLock { $0.merge(counts, uniquingKeysWith: +) }
            logger.warning("Read counts could not be written yet", metadata: ["error": "\(error)"])
        }
    }
}
