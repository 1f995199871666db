/// Which engine stands behind the door.
public enum Engine: String, Sendable, CaseIterable {
    case sqlite
    case postgres
}

/// A store hands out transactions; there is no other way to data.
///
/// The closure is the transaction: it runs synchronously on one connection, commits when it returns, rolls back when it throws.
/// **Its only effects are on the database**, because it may run again: a serialisation failure or deadlock is retried
/// (a few times, with a growing pause). Nothing slow and no other I/O can hide in it, since it cannot suspend.
///
/// A task that is cancelled before its transaction starts gets `CancellationError`, and nothing happened. A transaction that has
/// started runs to its end, and its caller learns the truth, cancelled or not.
public protocol Database: Sendable {
    var engine: Engine { get }

    /// A consistent snapshot; writing fails with `StoreFault.readOnly`.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// The same after a question: `body` reads the moment that the question was answered of. Engines that can send both together do.
    func read<T: Sendable>(opening: Opening, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// One transaction. SQLite: one writer at a time; PostgreSQL: repeatable read, retried on 40001 and 40P01.
    /// When it returns, the change is durable and every later `read` on any node of the same database sees it.
    @discardableResult func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Yields once at its beginning, then after each commit that announced `channel`, on whatever node it was, and once after a
    /// gap in which one may have been missed. Several fold into one. It ends when the database closes.
    func announcements(_ channel: Channel) -> AsyncStream<Void>

    /// Ends all connections after the work under way; later calls throw `StoreFault.closed`.
    func close() async
}

/// One connection inside one transaction. It lives inside the closure that received it.
///
/// A statement that fails ends its transaction: catching the error does not save it, whatever follows fails with the same
/// error and nothing is committed. `savepoint` is the way to try something that may fail.
public protocol Connection {
    var engine: Engine { get }

    func rows(_ sql: SQL) throws -> [Row]

    /// Runs a statement; returns the number of rows it inserted, updated or deleted.
    @discardableResult func execute(_ sql: SQL) throws -> Int

    /// Runs many statements; engines that can send them together do.
    func execute(batch: [SQL]) throws

    /// A transaction in the transaction: what `body` did is undone when it throws, and the outer one goes on. May be nested.
    func savepoint<T>(_ body: () throws -> T) throws -> T

    /// Tells the listeners of `channel` on all nodes, when and if the transaction commits.
    func announce(_ channel: Channel) throws
}

extension Connection {
    public func row(_ sql: SQL) throws -> Row? { try rows(sql).first }

    /// The first column of the first row.
    public func value<T: SQLReadable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        guard let row = try row(sql) else { return nil }
        let value: T = try row[0]
        return value
    }

    /// The first column of every row.
    public func column<T: SQLReadable>(_ sql: SQL, as type: T.Type = T.self) throws -> [T] {
        try rows(sql).map { try $0[0] }
    }

    public func execute(batch: [SQL]) throws {
        for statement in batch { try execute(statement) }
    }
}
