public import Logging
public import ServiceLifecycle
public import Store
public import Vietnamese

/// Works off the durable queue until the program stops.
public struct JobRunner: Service {
    private let database: any Database
    private let workers: [String: any JobWorker]
    private let owner: Int
    private let clock: Clock
    private let logger: Logger
    private let pause: Duration
    private let width: Int

    /// `owner`: the node's number. `pause`: how long to sleep when nothing was due. `width`: how many jobs run at once; each must end well within the
    /// lease, and with a width of 1 sixteen of them together.
    public init(
        database: any Database,
        workers: [any JobWorker],
        owner: Int,
        clock: Clock = .system,
        logger: Logger,
        pause: Duration = .seconds(1),
        width: Int = 1
    ) {
        self.database = database
        self.workers = Dictionary(workers.map { (type(of: $0).name, $0) }) { first, _ in first }
        self.owner = owner
        self.clock = clock
        self.logger = logger
        self.pause = pause
        self.width = width
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                var worked = 0
                do { worked = try await runDue() } catch { logger.warning("The job queue cannot be read", metadata: ["error": "\(error)"]) }
                if worked == 0 { try await Task.sleep(for: pause) }
            }
        }
    }

    /// Runs what is due now; returns how many jobs were taken.
    @discardableResult
    public func runDue(limit: Int? = nil) async throws -> Int {
        let limit = limit ?? (width > 1 ? width : 16)
        let now = clock.now()
        let names = Array(workers.keys)
        let owner = owner
        let jobs = try await database.write { db in try JobQueue.claim(limit, names: names, owner: owner, at: now, db) }
        if width > 1 {
            await withTaskGroup(of: Void.self) { group in
                for job in jobs { group.addTask { await run(job) } }
            }
        } else {
            for job in jobs { await run(job) }
        }
        return jobs.count
    }

    private func run(_ job: Job) async {
        let owner = owner
        do {
            try await workers[job.name]?.run(job)
            let now = clock.now()
            _ = try await database.write { db in try JobQueue.complete(job, owner: owner, at: now, db) }
        } catch {
            let now = clock.now()
            let patience = workers[job.name].map { type(of: $0).patience } ?? .house
            let level: Logger.Level = job.attempts >= patience.attempts ? .error : .warning
            logger.log(
                level: level,
                "A job failed",
                metadata: ["job": "\(job.name)", "id": "\(job.id)", "attempt": "\(job.attempts)", "error": "\(error)"]
            )
            try? await database.write { db in try JobQueue.fail(job, owner: owner, "\(error)", patience: patience, at: now, db) }
        }
    }
}
