import Dispatch
import Store

/// Runs an actor's work on a queue of its own, so that blocking never holds one of Swift's cooperative threads.
final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}

/// One place in the pool: a link that is made when needed and made again when lost.
actor PostgresSession {
    enum Mode {
        case read
        case write
    }

    private nonisolated let executor: QueueExecutor
    private let address: PostgresAddress
    private var link: PostgresLink?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ address: PostgresAddress, number: Int) {
        self.address = address
        executor = QueueExecutor(label: "caunoi.postgres.\(number)")
    }

    /// One transaction from BEGIN to COMMIT. Throws `PostgresTrouble` where it may be tried again.
    /// `fresh`: on a new link, for the old one may be as dead as the one that was lost.
    /// `opening`: of a reading transaction, what it is asked first.
    func transaction<T: Sendable>(
        _ mode: Mode,
        fresh: Bool,
        opening: Opening? = nil,
        _ body: @Sendable (any Connection) throws -> T
    ) throws -> T {
        if fresh { self.link = nil }
        let link = try connected()
        switch mode {
        case .read: link.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", opening: opening)
        case .write: link.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE")
        }
        let connection = PostgresConnection(link, writing: mode == .write)
        let value: T
        do {
            value = try body(connection)
            try connection.checkWhole()
        } catch {
            leave(link)
            throw connection.failure is PostgresTrouble ? connection.failure ?? error : error
        }
        switch mode {
        case .read: if (try? link.endReading()) == nil { self.link = nil }
        case .write: try commit(link)
        }
        if (try? link.trim()) == nil { self.link = nil }
        return value
    }

    private func commit(_ link: PostgresLink) throws {
        // A body that asked nothing has begun nothing.
        guard link.takeBeginning() == nil else { return }
        do {
            let tag = try link.command("COMMIT").tag
            guard tag == "COMMIT" else { throw StoreFault.engine("the transaction ended with \(tag)") }
        } catch PostgresTrouble.lost(let detail) {
            self.link = nil
            throw StoreFault.unreachable("\(address): \(detail); whether the last change was kept is unknown")
        } catch {
            leave(link)
            throw error
        }
    }

    /// Ends a transaction that failed; a link that cannot even do that is dropped.
    private func leave(_ link: PostgresLink) {
        guard link.takeBeginning() == nil else { return }
        guard link.isAlive, (try? link.command("ROLLBACK")) != nil else {
            self.link = nil
            return
        }
    }

    private func connected() throws -> PostgresLink {
        if let link, link.isAlive { return link }
        let link = try PostgresLink(address)
        self.link = link
        return link
    }

    /// A command outside any transaction.
    func command(_ text: String) throws {
        try connected().command(text)
    }

    func close() {
        link = nil
    }
}
