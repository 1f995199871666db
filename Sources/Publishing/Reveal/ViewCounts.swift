public import Logging
public import ServiceLifecycle
public import Store
import Synchronization

/// How often items were read: counted in memory without cookies or addresses, written in batches. Losing a few seconds of it in a crash is accepted.
public final class ViewCounts: Service {
    private let database: any Database
    private let logger: Logger
    private let pending = Mutex<[ItemID: Int]>([:])
    private static let bound = 50_000

    public init(database: any Database, logger: Logger) {
        self.database = database
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
        do {
            try await database.write { db in
                for (item, n) in counts.sorted(by: { $0.key < $1.key }) {
                    try db.execute(
                        """
                        INSERT INTO item_view (item, n) SELECT id, \(n) FROM item WHERE id = \(item)
                        ON CONFLICT (item) DO UPDATE SET n = item_view.n + excluded.n
                        """
                    )
                }
            }
        } catch {
            pending.withLock { $0.merge(counts, uniquingKeysWith: +) }
            logger.warning("Read counts could not be written yet", metadata: ["error": "\(error)"])
        }
    }
}
