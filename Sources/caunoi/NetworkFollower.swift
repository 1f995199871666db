import Logging
import PortalNetwork
import Publishing
import ServiceLifecycle
import Store

/// Keeps a node's picture of the network (sites, sections, looks) true: at once when the database calls, and by its own look once a second when a call was lost.
struct NetworkFollower: Service {
    private let database: any Database
    private let logger: Logger
    private let pause: Duration
    private let refresh: @Sendable () async throws -> Void

    /// - Parameter refresh: reads everything anew. One that fails is tried again at the next look.
    init(_ database: any Database, logger: Logger, pause: Duration = .seconds(1), refresh: @escaping @Sendable () async throws -> Void) {
        self.database = database
        self.logger = logger
        self.pause = pause
        self.refresh = refresh
    }

    func run() async throws {
        /// What stood when everything was read last; nil before.
        var known: Int64?
        await database.look(for: .network, every: pause) {
            // While the database is away nothing can have changed through it; whoever reads or writes reports that.
            guard let version = try? await database.read({ try NetworkVersion.current(in: $0) }), version != known else { return }
            do {
                try await refresh()
                known = version
            } catch {
                logger.error("The network could not be refreshed", metadata: ["error": "\(error)"])
            }
        }
    }
}
