public import Logging
public import Publishing
public import ServiceLifecycle
public import Store
import Vietnamese

/// Does what `CaseAlarm` finds, within the time of a lease; what is left is the next job's.
public struct TellOfCases: JobWorker {
    public static let name = "tell-of-cases"

    private let alarm: CaseAlarm
    private let patience: Duration

    public init(_ alarm: CaseAlarm, patience: Duration = .seconds(20)) {
        self.alarm = alarm
        self.patience = patience
    }

    public func run(_ job: Job) async throws {
        let end = ContinuousClock.now.advanced(by: patience)
        while try await alarm.step() > 0 {
            if ContinuousClock.now < end { continue }
            let (id, now) = (alarm.casework.ids.next(JobID.self), alarm.casework.clock.now())
            try await alarm.casework.database.write { db in
                try JobQueue.add(Job(id: id, name: Self.name, payload: "", effect: "\(Self.name) \(id)", runAt: now), at: now, db)
            }
            return
        }
    }
}

/// Sees to it that deadlines are looked at every few minutes, one job for all nodes; and that erasures are finished, on each node every minute.
public struct CaseRound: Service {
    private let casework: Casework
    private let logger: Logger
    /// Seconds from round to round.
    static let every: Int64 = 300

    public init(_ casework: Casework, logger: Logger) {
        self.casework = casework
        self.logger = logger
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await tick() } catch is CancellationError {} catch {
                    logger.warning("Deadlines and erasures of cases could not be looked at", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    public func tick() async throws {
        // What a crash left undone, and keys in memory that another node destroyed.
        try await casework.finishErasures()
        let now = casework.clock.now()
        let round = now.rawValue / (Self.every * 1000)
        let id = casework.ids.next(JobID.self)
        try await casework.database.write { db in
            let job = Job(id: id, name: TellOfCases.name, payload: "", effect: "\(TellOfCases.name) round \(round)", runAt: now)
            try JobQueue.add(job, at: now, db)
            try JobQueue.forget([TellOfCases.name], finishedBefore: now.adding(seconds: -86_400), db)
        }
    }
}
