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
        return try await withCheckedThrowingContinuation { continuation in
            let command = Command(body: body, continuation: continuation)
            let starts = waiting.withLock { waiting in
                waiting.commands.append(command)
                defer { waiting.isRunning = true }
                return !waiting.isRunning
            }
            if starts { Task { await work(record) } }
        }
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
            let (outcomes, last) = try await database.write { db in
                try EventLog.begin(db)
                let before = try EventLog.head(db)
                // Whether anything may be recorded is the same for all of them.
                if let frozen = try RecordHead.frozen(db) { throw RecordFault.frozen(frozen) }
                var outcomes: [any Outcome] = []
                for command in group { outcomes.append(try command.attempt(db)) }
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
            case StoreFault.unreachable, StoreFault.closed, is RecordFault, is CancellationError: group.forEach { $0.fail(error) }
            case _ where group.count == 1: group[0].fail(error)
            default: for command in group { await commit([command], record) }
            }
        }
    }
}

/// A command that waits for its group.
private protocol Waiter: Sendable {
    func attempt(_ db: any Connection) throws -> any Outcome
    func fail(_ error: any Error)
}

/// What came of one, to be told after the commit.
private protocol Outcome: Sendable {
    func tell()
}

private struct Command<T: Sendable>: Waiter {
    struct Result: Outcome {
        let result: Swift.Result<T, any Error>
        let continuation: CheckedContinuation<T, any Error>

        func tell() { continuation.resume(with: result) }
    }

    let body: @Sendable (any Connection) throws -> T
    let continuation: CheckedContinuation<T, any Error>

    func attempt(_ db: any Connection) throws -> any Outcome {
        // A failure that ended more than the savepoint fails every statement after it, and the commit.
        Result(result: .init { try db.savepoint { try body(db) } }, continuation: continuation)
    }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }
}
