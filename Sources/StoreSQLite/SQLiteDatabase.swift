import Dispatch
internal import GRDB
public import Store
import Synchronization

/// The door to data in SQLite: one file (and its `-wal`, `-shm`), one writer, a few readers that never wait for it.
///
/// **Durable.** WAL with `synchronous = FULL`: a commit is answered after its pages are synced, so what was acknowledged survives
/// a power cut. That is one fsync a transaction; put many rows into one `write`, not one each.
/// **Small.** Four readers with 2 MB of cache each, a writer with 8 MB; no memory map (a failing disk would kill the process
/// instead of failing a statement). Deleted content is overwritten (`secure_delete`), so a deleted key is gone once the log is
/// checkpointed.
/// **Alive.** A full disk, an I/O error or a held lock fails the transaction at hand; the next one tries anew.
public final class SQLiteDatabase: Store.Database {
    /// Who opens the file.
    public enum Role: Sendable {
        /// A server. A second one on the same file is refused with `StoreFault.locked` and the process id of the first.
        case server
        /// A command that works beside a server or alone. Writers take turns; each waits up to `busyTimeout`.
        case command
    }

    /// What the file holds.
    public enum Use: Sendable {
        /// What must never be lost: every commit is synced.
        case record
        /// What can be made again (an index): commits are synced with the next checkpoint, and readers keep more in memory.
        case projection
    }

    public let engine = Engine.sqlite
    let store: any DatabaseWriter
    private let claim: SQLiteClaim?
    private let listeners = Announcements()
    private let watch: SQLiteWatch
    private let closed = Mutex(false)

    /// Opens or creates the file at `path`; its folder must exist. Throws `StoreFault`: `.locked`, `.damaged`, `.readOnly`,
    /// `.unreachable` (no such folder, no permission).
    /// `readers`: how many snapshots can be read at the same time. `busyTimeout`: seconds to wait for another process's transaction.
    public init(path: String, role: Role = .command, use: Use = .record, readers: Int = 4, busyTimeout: Double = 10) throws {
        let resolved = try SQLiteFile.prepare(path)
        claim = role == .server ? try SQLiteClaim(beside: resolved) : nil
        do {
            let configuration = SQLiteSettings.configuration(readers: readers, busyTimeout: busyTimeout, use: use)
            let pool = try DatabasePool(path: resolved, configuration: configuration)
            try pool.writeWithoutTransaction { try SQLiteSettings.prepareWriter($0, use: use) }
            store = pool
        } catch {
            claim?.release()
            throw SQLiteFaults.fault(error, path: resolved)
        }
        watch = SQLiteWatch(store: store, listeners: listeners)
    }

    private init(memory: DatabaseQueue) {
        store = memory
        claim = nil
        watch = SQLiteWatch(store: memory, listeners: listeners)
    }

    /// A database that lives in memory until it is closed: for tests and trials. Reads and writes take turns.
    public static func inMemory() throws -> SQLiteDatabase {
        do {
            return SQLiteDatabase(memory: try DatabaseQueue(configuration: SQLiteSettings.configuration(readers: 1, busyTimeout: 10)))
        } catch {
            throw SQLiteFaults.fault(error, path: ":memory:")
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try admit()
        // Not GRDB's async methods: they throw CancellationError out of a transaction that has begun.
        return try await withCheckedThrowingContinuation { continuation in
            store.asyncRead { opened in
                continuation.resume(
                    with: Result {
                        do {
                            let connection = SQLiteConnection(try opened.get())
                            let value = try body(connection)
                            try connection.checkWhole()
                            return value
                        } catch let error as DatabaseError {
                            throw SQLiteFaults.fault(error)
                        }
                    }
                )
            }
        }
    }

    @discardableResult public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try admit()
        let (value, announced) = try await withCheckedThrowingContinuation { continuation in
            store.asyncWriteWithoutTransaction { db in
                continuation.resume(
                    with: Result {
                        do {
                            return try Self.transaction(on: db, body)
                        } catch let error as DatabaseError {
                            throw SQLiteFaults.fault(error)
                        }
                    }
                )
            }
        }
        if !announced.isEmpty { listeners.tell(announced) }
        return value
    }

    private static func transaction<T>(on db: GRDB.Database, _ body: (any Connection) throws -> T) throws -> (T, Set<Channel>) {
        // What an I/O error left open would otherwise swallow this transaction.
        if db.isInsideTransaction { try db.rollback() }
        try db.beginTransaction(.immediate)
        do {
            let connection = SQLiteConnection(db)
            let value = try body(connection)
            try connection.checkWhole()
            try db.commit()
            return (value, connection.announced)
        } catch {
            // SQLite may have rolled back by itself (full disk).
            if db.isInsideTransaction { try? db.rollback() }
            throw error
        }
    }

    func admit() throws {
        try Task.checkCancellation()
        if closed.withLock({ $0 }) { throw StoreFault.closed }
    }

    public func announcements(_ channel: Channel) -> AsyncStream<Void> {
        let stream = listeners.stream(channel)
        watch.start()
        return stream
    }

    /// Writes the log back into the file and empties it: what was deleted is then in neither. Waits for readers as long as for a writer.
    public func checkpoint() async throws {
        try admit()
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            store.asyncWriteWithoutTransaction { db in
                continuation.resume(
                    with: Result {
                        do {
                            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                        } catch let error as DatabaseError {
                            throw SQLiteFaults.fault(error)
                        }
                    }
                )
            }
        }
    }

    public func close() async {
        let first = closed.withLock { closed in
            defer { closed = true }
            return !closed
        }
        guard first else { return }
        watch.stop()
        listeners.finish()
        await withCheckedContinuation { continuation in
            // Closing waits for the transactions under way, so not on a cooperative thread.
            DispatchQueue.global().async { [store, claim] in
                try? store.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA optimize")
                    // The file alone is then the whole database. (Readers are closed last, and they cannot do it.)
                    try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                }
                try? store.close()
                claim?.release()
                continuation.resume()
            }
        }
    }
}
