import Logging
import PortalNetwork
import ServiceLifecycle
import Store
import Synchronization

/// Keeps a node's picture of the network (sites, sections, looks) true: at once when the database calls, and by its own look once a second when a call was lost.
final class NetworkFollower: Service {
    private let database: any Database
    private let logger: Logger
    private let pause: Duration
    private let refresh: @Sendable () async throws -> Void
    /// What stood when everything was read last; nil before.
    private let known = Mutex<Int64?>(nil)

    /// - Parameter refresh: reads everything anew. One that fails is tried again at the next look.
    init(_ database: any Database, logger: Logger, pause: Duration = .seconds(1), refresh: @escaping @Sendable () async throws -> Void) {
        self.database = database
        self.logger = logger
        self.pause = pause
        self.refresh = refresh
    }

    func run() async throws {
        let (looks, caller) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withDiscardingTaskGroup { group in
            group.addTask {
                try? await cancelWhenGracefulShutdown {
                    for await _ in self.database.announcements(.network) { caller.yield() }
                }
                caller.finish()
            }
            group.addTask {
                try? await cancelWhenGracefulShutdown {
                    while !Task.isCancelled {
                        try await Task.sleep(for: self.pause)
                        if await self.hasMissed() { caller.yield() }
                    }
                }
            }
            for await _ in looks { await look() }
            group.cancelAll()
        }
    }

    /// While the database is away nothing can have changed through it; whoever reads or writes reports that.
    private func hasMissed() async -> Bool {
        guard let version = try? await database.read({ try NetworkVersion.current(in: $0) }) else { return false }
        return known.withLock { $0 } != version
    }

    private func look() async {
        do {
            let version = try await database.read { try NetworkVersion.current(in: $0) }
            try await refresh()
            known.withLock { $0 = version }
        } catch {
            logger.error("The network could not be refreshed", metadata: ["error": "\(error)"])
        }
    }
}
