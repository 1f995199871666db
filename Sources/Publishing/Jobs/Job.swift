public import Store
public import Vietnamese

public struct JobID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// Deferred work that survives a crash. `effect` names what it will have done: a second job with the same effect is not added.
public struct Job: Sendable, Hashable {
    public enum State: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case waiting, running, done, cancelled
        /// Tried too often; a person must look.
        case dead
    }

    public var id: JobID
    public var name: String
    public var payload: String
    public var effect: String
    public var runAt: Instant
    public var attempts = 0

    public init(id: JobID, name: String, payload: String, effect: String, runAt: Instant, attempts: Int = 0) {
        self.id = id
        self.name = name
        self.payload = payload
        self.effect = effect
        self.runAt = runAt
        self.attempts = attempts
    }
}

/// Does one kind of job.
///
/// A job may run again after a crash between its effect and its completion, so `run` must come to the same when it is repeated
/// (a publication that is already out refuses as `notScheduled`, which counts as done).
public protocol JobWorker: Sendable {
    static var name: String { get }
    /// How often a job of this kind is tried before it counts as dead.
    static var patience: JobPatience { get }
    func run(_ job: Job) async throws
}

extension JobWorker {
    public static var patience: JobPatience { .house }
}

/// How often a failed job is tried again; the pauses double from ten seconds.
public struct JobPatience: Sendable, Hashable {
    public let attempts: Int
    /// No pause is longer. Seconds.
    public let longestPause: Int64

    public init(attempts: Int, longestPause: Int64) {
        self.attempts = attempts
        self.longestPause = longestPause
    }

    /// Eight tries within some twenty minutes.
    public static let house = JobPatience(attempts: JobQueue.maximumAttempts, longestPause: 1280)

    func pause(after attempt: Int) -> Int64 { min(longestPause, Int64(10) << Int64(min(max(0, attempt - 1), 20))) }
}
