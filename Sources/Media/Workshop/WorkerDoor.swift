import Dispatch
public import Logging
import Metrics
import Synchronization

/// Gives out workers, one for each picture; the next one is already waiting, so that nobody waits for a process to start. After failures it waits longer and longer
/// before it tries again.
public final class WorkerDoor: Sendable {
    private let place: WorkerPlace
    private let logger: Logger
    private struct State {
        var spare: WorkerChannel?
        var isPreparing = false
        var isClosed = false
        /// Failures one after the other, and until when nothing is tried.
        var failures = 0
        var pausedUntil = ContinuousClock.now
        var lastFault: WorkerFault?
    }

    /// A serial queue for each thing that waits for a worker: it gets a thread of its own, where a concurrent queue would take one of the few on which Swift's
    /// tasks run, and with them the portal. There are never more than the workshop has pictures under way.
    private var queue: DispatchQueue { DispatchQueue(label: "caunoi.media") }

    private let state = Mutex(State())
    private let patience: Duration

    /// `patience`: how long a worker may take to be ready.
    public init(_ place: WorkerPlace, patience: Duration = .seconds(20), logger: Logger) {
        self.place = place
        self.patience = patience
        self.logger = logger
    }

    /// Whether it is worth asking now.
    var isPaused: Bool { state.withLock { $0.pausedUntil > .now } }

    /// Starts one worker to see what it can do; for `doctor` and for starting up.
    public func ability() async throws -> WorkerAbility {
        let channel = try await take()
        let ability = channel.ability
        _ = await blocking { channel.end() }
        return ability
    }

    /// Ends the worker that waits. Nothing is given out any more.
    public func close() {
        let spare = state.withLock { state in
            state.isClosed = true
            defer { state.spare = nil }
            return state.spare
        }
        spare?.end()
    }

    func take() async throws -> WorkerChannel {
        let (spare, pausedUntil, fault) = state.withLock { state in
            defer { state.spare = nil }
            return (state.spare, state.pausedUntil, state.lastFault)
        }
        if let spare, await blocking({ spare.isWaiting }) { return spare }
        guard pausedUntil <= .now else { throw fault ?? .ended }
        do {
            let channel = try await start()
            state.withLock { $0.failures = 0 }
            return channel
        } catch {
            failed(error as? WorkerFault ?? .ended)
            throw error
        }
    }

    /// One more waits from now on.
    func prepare() {
        let isWanted = state.withLock { state in
            guard state.spare == nil, !state.isPreparing, !state.isClosed, state.pausedUntil <= .now else { return false }
            state.isPreparing = true
            return true
        }
        guard isWanted else { return }
        queue.async { [self] in
            Counter(label: "media_workers_started").increment()
            let channel = try? WorkerChannel(place, until: .now + patience)
            let isLate = state.withLock { state in
                state.isPreparing = false
                guard !state.isClosed, state.spare == nil else { return true }
                state.spare = channel
                return false
            }
            if isLate { channel?.end() }
        }
    }

    /// A picture ended its worker: when that goes on, the next are slowed down.
    func failed(_ fault: WorkerFault) {
        let (failures, pause) = state.withLock { state in
            state.failures += 1
            state.lastFault = fault
            let seconds = state.failures < 3 ? 0 : min(60, 1 << min(state.failures - 3, 6))
            state.pausedUntil = .now + .seconds(seconds)
            return (state.failures, seconds)
        }
        Gauge(label: "media_worker_up").record(0)
        logger.warning("The media worker failed", metadata: ["fault": "\(fault)", "failures": "\(failures)", "pause": "\(pause)"])
    }

    func worked() {
        Gauge(label: "media_worker_up").record(1)
        state.withLock { $0.failures = 0 }
    }

    func blocking<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in queue.async { continuation.resume(returning: body()) } }
    }

    private func start() async throws -> WorkerChannel {
        Counter(label: "media_workers_started").increment()
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { [place, patience] in continuation.resume(with: Result { try WorkerChannel(place, until: .now + patience) }) }
        }
    }
}
