public import Logging
public import ServiceLifecycle
public import Store

/// Drops keys from memory that another node, or a command beside this one, has destroyed.
public struct ErasureWatch: Service {
    private let database: any Database
    private let keyring: Keyring
    private let logger: Logger

    public init(database: any Database, keyring: Keyring, logger: Logger) {
        self.database = database
        self.keyring = keyring
        self.logger = logger
    }

    public func run() async throws {
        let database = database
        let start = try await database.read { try EventLog.head($0) }
        try? await cancelWhenGracefulShutdown {
            var cursor = start
            for await _ in database.announcements(EventLog.channel) {
                do { cursor = try await self.follow(from: cursor) } catch {
                    self.logger.warning("Erasures could not be followed yet", metadata: ["error": "\(error)"])
                }
            }
        }
    }

    private func follow(from start: Int64) async throws -> Int64 {
        var cursor = start
        while true {
            let after = cursor
            let events = try await database.read { try EventLog.events(after: after, limit: 500, $0) }
            guard let last = events.last else { return cursor }
            keyring.forget(events.filter { $0.operation == .erase }.compactMap(\.item))
            cursor = last.sequence
        }
    }
}
