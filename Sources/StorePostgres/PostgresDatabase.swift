public import Logging
public import Store
import Synchronization

/// The door to data in PostgreSQL (15 or newer), for any number of nodes.
///
/// Transactions are repeatable read. A serialisation failure or deadlock runs the body again after a pause that grows and varies.
/// **A lost connection heals:** the next transaction connects anew, and one that was lost on the way is run again, because the server
/// has undone it. Only when the answer to COMMIT itself was lost is nothing repeated: `StoreFault.unreachable` says that the outcome is
/// unknown, and the caller, who alone knows how to find out, decides.
/// **Durable** as the server's `synchronous_commit` says (its default: synced to disk before the answer).
/// Create the database with `ENCODING 'UTF8'`; `Migrator` gives text columns the collation "C" where the database has another.
public final class PostgresDatabase: Database {
    /// Runs of one body at most. With the pauses between them about five seconds.
    static let attempts = 30

    public let engine = Engine.postgres
    public let address: PostgresAddress
    private let pool: PostgresPool
    private let listener: PostgresListener
    private let listeners = Announcements()
    private let logger: Logger
    private let closed = Mutex(false)

    /// Connects with the first transaction; `open` connects now.
    public init(_ address: PostgresAddress, logger: Logger = Logger(label: "caunoi.store")) {
        self.address = address
        self.logger = logger
        pool = PostgresPool(address)
        listener = PostgresListener(address, listeners: listeners)
    }

    /// A database that has answered. Throws `StoreFault.unreachable` with the reason where it does not.
    public static func open(_ address: PostgresAddress, logger: Logger = Logger(label: "caunoi.store")) async throws -> PostgresDatabase {
        let database = PostgresDatabase(address, logger: logger)
        do {
            _ = try await database.read { try $0.rows("SELECT 1") }
            return database
        } catch {
            await database.close()
            throw error
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await transaction(.read, body)
    }

    public func read<T: Sendable>(opening: Opening, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await transaction(.read, opening: opening, body)
    }

    @discardableResult public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await transaction(.write, body)
    }

    private func transaction<T: Sendable>(
        _ mode: PostgresSession.Mode,
        opening: Opening? = nil,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        var conflicts = 0
        var wasLost = false
        while true {
            try Task.checkCancellation()
            if closed.withLock({ $0 }) { throw StoreFault.closed }
            let session = try await pool.take()
            do {
                let value = try await session.transaction(mode, fresh: wasLost, opening: opening, body)
                await pool.give(session)
                return value
            } catch PostgresTrouble.conflict(let detail) {
                await pool.give(session)
                conflicts += 1
                logger.debug("transaction runs again", metadata: ["attempt": "\(conflicts)", "reason": "\(detail)"])
                guard conflicts < (address.isReplica ? 1 : Self.attempts) else {
                    throw StoreFault.engine("too many transactions want the same rows; gave up after \(conflicts) attempts: \(detail)")
                }
                try await Task.sleep(for: .microseconds(Self.pause(after: conflicts)))
            } catch PostgresTrouble.lost(let detail) {
                await pool.give(session)
                guard !wasLost else { throw StoreFault.unreachable("\(address): \(detail)") }
                wasLost = true
                logger.notice("lost the connection to PostgreSQL; connecting anew", metadata: ["address": "\(address)", "reason": "\(detail)"])
            } catch {
                await pool.give(session)
                throw error
            }
        }
    }

    /// Microseconds: doubling from about one short transaction to a quarter of a second, give or take half.
    static func pause(after conflicts: Int) -> Int {
        let middle = min(300 << min(conflicts - 1, 10), 250_000)
        return Int.random(in: middle / 2...middle * 3 / 2)
    }

    public func announcements(_ channel: Channel) -> AsyncStream<Void> {
        let stream = listeners.stream(channel)
        listener.start()
        return stream
    }

    /// Makes the address's schema where it is missing.
    public func createSchema() async throws {
        guard let schema = address.schema else { return }
        try await command("CREATE SCHEMA IF NOT EXISTS \"\(schema)\"")
    }

    /// Removes the address's schema with everything in it: for tests.
    package func dropSchema() async throws {
        guard let schema = address.schema else { return }
        try await command("DROP SCHEMA IF EXISTS \"\(schema)\" CASCADE")
    }

    private func command(_ text: String) async throws {
        let session = try await pool.take()
        do {
            try await session.command(text)
            await pool.give(session)
        } catch PostgresTrouble.lost(let detail), PostgresTrouble.conflict(let detail) {
            await pool.give(session)
            throw StoreFault.unreachable("\(address): \(detail)")
        } catch {
            await pool.give(session)
            throw error
        }
    }

    public func close() async {
        let first = closed.withLock { closed in
            defer { closed = true }
            return !closed
        }
        guard first else { return }
        listener.stop()
        listeners.finish()
        await pool.close()
    }
}
