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
public protocol Database: Sendable {
    var engine: Engine { get }

    /// A consistent snapshot; writing fails.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// One transaction. SQLite: one writer at a time; PostgreSQL: repeatable read, retried on 40001 and 40P01.
    /// When it returns, the change is durable and every later `read` on any node of the same database sees it.
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Ends all connections after the work under way; later calls throw `StoreFault.closed`.
    func close() async
}

/// One connection inside one transaction. It lives inside the closure that received it.
public protocol Connection {
    var engine: Engine { get }

    func rows(_ sql: SQL) throws -> [Row]

    /// Runs a statement; returns the number of rows it changed.
    @discardableResult func execute(_ sql: SQL) throws -> Int

    /// Runs many statements; engines that can send them together do.
    func execute(batch: [SQL]) throws
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
