public import Store
import Synchronization

/// A database that keeps the text of every statement that goes through it: for figures pinned by tests ("article page: at most 3").
public final class CountingDatabase: Database {
    private let base: any Database
    private let kept = Mutex<[String]>([])

    public init(_ base: any Database) { self.base = base }

    public var engine: Engine { base.engine }

    /// The statements since the last `reset`, in order, with `?` for each value. A statement that failed counts as well.
    public var statements: [String] { kept.withLock { $0 } }
    public var count: Int { kept.withLock { $0.count } }

    public func reset() { kept.withLock { $0 = [] } }

    /// The result of `body` and the statements that ran meanwhile.
    public func counting<T>(_ body: () async throws -> T) async rethrows -> (value: T, statements: [String]) {
        reset()
        let value = try await body()
        return (value, statements)
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await base.read { [self] in try body(CountingConnection(base: $0, keep: keep)) }
    }

    @discardableResult public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await base.write { [self] in try body(CountingConnection(base: $0, keep: keep)) }
    }

    public func announcements(_ channel: Channel) -> AsyncStream<Void> { base.announcements(channel) }
    public func close() async { await base.close() }

    private func keep(_ sql: SQL) {
        var text = ""
        for part in sql.parts {
            switch part {
            case .text(let literal): text += literal.description
            case .value: text += "?"
            }
        }
        kept.withLock { $0.append(text) }
    }
}

private struct CountingConnection: Connection {
    let base: any Connection
    let keep: (SQL) -> Void

    var engine: Engine { base.engine }

    func rows(_ sql: SQL) throws -> [Row] {
        keep(sql)
        return try base.rows(sql)
    }

    func execute(_ sql: SQL) throws -> Int {
        keep(sql)
        return try base.execute(sql)
    }

    func execute(batch: [SQL]) throws {
        for sql in batch { keep(sql) }
        try base.execute(batch: batch)
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T { try base.savepoint(body) }
    func announce(_ channel: Channel) throws { try base.announce(channel) }
}
