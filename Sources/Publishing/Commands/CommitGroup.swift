import Notary
import Store
import Synchronization

/// Commands that are decided one after the other and committed together: the disk is synced once for all who wait.
///
/// While one group commits, the commands that arrive make up the next one. Each runs in a savepoint of its own: one that is refused undoes what it did and
/// nobody else's. Nobody hears of success before the commit is durable and the head of the record above it is signed; while that is signed, the next
/// group commits already.
final class CommitGroup: Sendable {
    /// Commands in one transaction at most: a group that is run again after a conflict is then not a long one.
    private static let most = 64

    private struct Waiting {
        var commands: [any Waiter] = []
        var isRunning = false
    }

    private let database: any Database
    private let waiting = Mutex(Waiting())

    init(_ database: any Database) { self.database = database }

    func run<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T, under record: (any RecordGate)?) async throws -> T {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { add(Command(body: body, continuation: $0), record) }
    }

    /// A publication. It is written together with its neighbours as it was worked out `early`, where that still holds, and projected together with them; `body` works
    /// it out anew.
    func run(_ early: Release?, under record: (any RecordGate)?, _ body: @escaping @Sendable (any Connection) throws -> Published) async throws
        -> Published
    {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { add(ReleaseCommand(early: early, body: body, continuation: $0), record) }
    }

    private func add(_ command: any Waiter, _ record: (any RecordGate)?) {
        let starts = waiting.withLock { waiting in
            waiting.commands.append(command)
            defer { waiting.isRunning = true }
            return !waiting.isRunning
        }
        if starts { Task { await work(record) } }
    }

    private func work(_ record: (any RecordGate)?) async {
        while true {
            let group = waiting.withLock { waiting in
                let group = Array(waiting.commands.prefix(Self.most))
                waiting.commands.removeFirst(group.count)
                if group.isEmpty { waiting.isRunning = false }
                return group
            }
            if group.isEmpty { return }
            await commit(group, record)
        }
    }

    private func commit(_ group: [any Waiter], _ record: (any RecordGate)?) async {
        do {
            let (outcomes, last) = try await database.write { [self] db in
                try EventLog.begin(db)
                let before = try EventLog.head(db)
                // Whether anything may be recorded is the same for all of them.
                if let frozen = try RecordHead.frozen(db) { throw RecordFault.frozen(frozen) }
                let outcomes = try attempt(group, db)
                let after = try EventLog.head(db)
                return (outcomes, after > before ? after : nil)
            }
            guard let record, let last else { return outcomes.forEach { $0.tell() } }
            Task {
                _ = await record.signed(last)
                outcomes.forEach { $0.tell() }
            }
        } catch {
            // What ended the transaction may be one command's doing: each gets a transaction of its own, unless nobody could get one.
            switch error {
            case StoreFault.unreachable, StoreFault.replica, StoreFault.closed, is RecordFault, is CancellationError:
                group.forEach { $0.fail(error) }
            case _ where group.count == 1: group[0].fail(error)
            default: for command in group { await commit([command], record) }
            }
        }
    }
}

extension CommitGroup {
    /// One after the other, in their order. Publications that stand together are written together, and what they change is projected once.
    private func attempt(_ group: [any Waiter], _ db: any Connection) throws -> [any Outcome] {
        var outcomes: [any Outcome] = []
        var rest = group[...]
        while let next = rest.first {
            guard next is ReleaseCommand else {
                outcomes.append(try next.attempt(db))
                rest = rest.dropFirst()
                continue
            }
            let releases = Array(rest.prefix { $0 is ReleaseCommand }).compactMap { $0 as? ReleaseCommand }
            let gathered = Gathered()
            outcomes += try Gathered.$current.withValue(gathered) { try attempt(releases, gathered, db) }
            try Publisher.settle(gathered.pieces, db)
            rest = rest.dropFirst(releases.count)
        }
        return outcomes
    }

    private func attempt(_ commands: [ReleaseCommand], _ gathered: Gathered, _ db: any Connection) throws -> [any Outcome] {
        let early = commands.compactMap(\.early)
        var written = try early.isEmpty ? [] : Publisher.writeEarly(early, db)[...]
        return try commands.map { command in
            if command.early != nil, let result = written.removeFirst() { return Told(result: result, continuation: command.continuation) }
            let before = gathered.pieces
            let outcome = try command.attempt(db)
            if outcome.isRefused { gathered.pieces = before }
            return outcome
        }
    }
}

/// What the publications of one transaction changed, until it is projected.
final class Gathered: Sendable {
    struct Piece: Sendable {
        let changes: [Change]
        let first: Int64
        let count: Int
    }

    @TaskLocal static var current: Gathered?
    private let kept = Mutex<[Piece]>([])

    var pieces: [Piece] {
        get { kept.withLock { $0 } }
        set { kept.withLock { $0 = newValue } }
    }

    func add(_ piece: Piece) { kept.withLock { $0.append(piece) } }
}

/// A command that waits for its group.
private protocol Waiter: Sendable {
    func attempt(_ db: any Connection) throws -> any Outcome
    func fail(_ error: any Error)
}

/// What came of one, to be told after the commit.
private protocol Outcome: Sendable {
    var isRefused: Bool { get }
    func tell()
}

private struct Told<T: Sendable>: Outcome {
    let result: Result<T, any Error>
    let continuation: CheckedContinuation<T, any Error>

    var isRefused: Bool { if case .failure = result { true } else { false } }
    func tell() { continuation.resume(with: result) }
}

private struct Command<T: Sendable>: Waiter {
    let body: @Sendable (any Connection) throws -> T
    let continuation: CheckedContinuation<T, any Error>

    func attempt(_ db: any Connection) throws -> any Outcome {
        // A failure that ended more than the savepoint fails every statement after it, and the commit.
        Told(result: Result { try db.savepoint { try body(db) } }, continuation: continuation)
    }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }
}

private struct ReleaseCommand: Waiter {
    let early: Release?
    let body: @Sendable (any Connection) throws -> Published
    let continuation: CheckedContinuation<Published, any Error>

    func attempt(_ db: any Connection) throws -> any Outcome { try Command(body: body, continuation: continuation).attempt(db) }
    func fail(_ error: any Error) { continuation.resume(throwing: error) }
}
