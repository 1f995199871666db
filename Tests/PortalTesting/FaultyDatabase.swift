public import Store
import Synchronization

/// A database that fails on purpose, once: at the n-th statement, before or after it ran; or at the commit, before or after it.
/// What follows must find either all or nothing of the transaction.
public final class FaultyDatabase: Database {
    public enum Moment: Sendable, Hashable, CustomStringConvertible {
        /// Instead of the n-th statement of a write (from 1).
        case before(statement: Int)
        /// The n-th statement ran, its answer is lost.
        case after(statement: Int)
        /// All ran, the commit never reached the server.
        case beforeCommit
        /// The commit is done, its answer is lost: the caller sees a failure, the data is there.
        case afterCommit

        public var description: String {
            switch self {
            case .before(let n): "before statement \(n)"
            case .after(let n): "after statement \(n)"
            case .beforeCommit: "before the commit"
            case .afterCommit: "after the commit"
            }
        }
    }

    private struct Plan {
        var moment: Moment?
        var fault: StoreFault
        var statements = 0
        var isAway = false
    }

    private let base: any Database
    private let plan: Mutex<Plan>

    /// Statements are counted over all writes since the last `fail`.
    public init(_ base: any Database, at moment: Moment? = nil, fault: StoreFault = .unreachable("a fault on purpose")) {
        self.base = base
        plan = Mutex(Plan(moment: moment, fault: fault))
    }

    public var engine: Engine { base.engine }

    /// True once the planned fault has happened.
    public var hasFailed: Bool { plan.withLock { $0.moment == nil } }

    public func fail(at moment: Moment, with fault: StoreFault = .unreachable("a fault on purpose")) {
        plan.withLock { $0 = Plan(moment: moment, fault: fault) }
    }

    /// From now on nothing is read or written, as when the server is gone; or all is well again.
    public func setAway(_ isAway: Bool) { plan.withLock { $0.isAway = isAway } }

    private func checkIsThere() throws {
        if let fault = plan.withLock({ $0.isAway ? $0.fault : nil }) { throw fault }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try checkIsThere()
        return try await base.read(body)
    }

    @discardableResult public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try checkIsThere()
        let value = try await base.write { [self] db in
            let value = try body(FaultyConnection(base: db, database: self))
            try hit(.beforeCommit)
            return value
        }
        try hit(.afterCommit)
        return value
    }

    public func announcements(_ channel: Channel) -> AsyncStream<Void> { base.announcements(channel) }
    public func close() async { await base.close() }

    private func hit(_ moment: Moment) throws {
        let fault = plan.withLock { plan -> StoreFault? in
            guard plan.moment == moment else { return nil }
            plan.moment = nil
            return plan.fault
        }
        if let fault { throw fault }
    }

    fileprivate func step<R>(_ run: () throws -> R) throws -> R {
        let number = plan.withLock { plan in
            plan.statements += 1
            return plan.statements
        }
        try hit(.before(statement: number))
        let result = try run()
        try hit(.after(statement: number))
        return result
    }
}

private struct FaultyConnection: Connection {
    let base: any Connection
    let database: FaultyDatabase

    var engine: Engine { base.engine }

    func rows(_ sql: SQL) throws -> [Row] { try database.step { try base.rows(sql) } }
    func execute(_ sql: SQL) throws -> Int { try database.step { try base.execute(sql) } }

    /// Statement by statement, so that a fault may hit the midst of a batch.
    func execute(batch: [SQL]) throws {
        for sql in batch { _ = try execute(sql) }
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T { try base.savepoint(body) }
    func announce(_ channel: Channel) throws { try base.announce(channel) }
}
