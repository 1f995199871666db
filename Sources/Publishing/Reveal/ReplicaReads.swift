public import Logging
public import Store
import Synchronization

/// The database as `reveal` reads it where there is a replica: an answer with a `ReplicaPass` is read there, everything else on the primary.
///
/// **Never back in time.** The node keeps the farthest it has seen (`Sighting`): what its page cache has acted on, and what any answer was read from. A replica
/// answers only with a snapshot that has all of that, which it shows in the reading transaction itself.
/// **Never needed.** A replica that is behind, away, slow or another database's is passed over for a while; the primary answers and the reader notices nothing.
public final class ReplicaReads: Database {
    /// Who answered a read that had a pass, and why.
    public enum Answered: String, Sendable, CaseIterable {
        case replica
        /// The primary, because the replica had not seen enough, …
        case behind
        /// … was of another history, …
        case foreign
        /// … could not be asked, …
        case away
        /// … took too long, …
        case late
        /// … failed at this one read (a conflict with what it replays), …
        case failed
        /// … or was found so a moment ago.
        case resting
    }

    private struct Unfit: Error {
        let why: Answered
        var fault: StoreFault?
    }

    private final class Judged: Sendable {
        let isFit = Atomic(false)
    }

    private struct State {
        var seen: Sighting?
        var restsUntil: ContinuousClock.Instant?
        /// One after the other, for the length of the rest.
        var faults = 0
    }

    private let primary: any Database
    private let replica: any Database
    private let patience: Duration
    private let logger: Logger
    private let count: @Sendable (Answered) -> Void
    private let state = Mutex(State())
    /// How long a replica that is behind is left alone: a moment of replaying.
    static let moment = Duration.milliseconds(100)
    static let longestRest = Duration.seconds(30)

    /// - Parameters:
    ///   - patience: how long a reader waits for the replica before the primary is asked.
    ///   - count: told of every read that had a pass.
    public init(
        primary: any Database,
        replica: any Database,
        patience: Duration = .seconds(2),
        logger: Logger,
        count: @escaping @Sendable (Answered) -> Void = { _ in }
    ) {
        self.primary = primary
        self.replica = replica
        self.patience = patience
        self.logger = logger
        self.count = count
    }

    public var engine: Engine { primary.engine }
    public func announcements(_ channel: Channel) -> AsyncStream<Void> { primary.announcements(channel) }

    @discardableResult public func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await primary.write(body)
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        guard let pass = ReplicaPass.current, let known = state.withLock({ $0.seen }) else { return try await primary.read(body) }
        let why: Answered
        if mayAsk() {
            do {
                let value = try await onReplica(known, body)
                isWell()
                pass.use()
                count(.replica)
                return value
            } catch {
                try Task.checkCancellation()
                why = (error as? Unfit)?.why ?? .failed
                rest(why, error)
            }
        } else {
            why = .resting
        }
        count(why)
        // Whoever sees this must not be shown less by a replica afterwards.
        let opening = Opening(Sighting.question()) { [self] row in if let found = try Sighting.read(row) { saw(found) } }
        return try await primary.read(opening: opening, body)
    }

    /// Notes what this node acts on: before the page cache lets go of what it made untrue, so that nothing is made anew from less.
    public func saw(_ sighting: Sighting) { state.withLock { $0.seen = $0.seen?.joined(sighting) ?? sighting } }

    /// Notes where the primary is. Before the first time no replica is asked.
    public func look() async throws {
        if let found = try await primary.read({ try Sighting.take($0) }) { saw(found) }
    }

    /// What the replica has of what this node has seen; nil while nothing was seen.
    public func standing() async throws -> Sighting.Standing? {
        guard let known = state.withLock({ $0.seen }) else { return nil }
        return try await inTime { [replica] in try await replica.read { try known.standing($0) } }
    }

    /// A replica that does not answer is not waited for.
    public func close() async {
        try? await inTime { [replica] in await replica.close() }
        await primary.close()
    }

    private func onReplica<T: Sendable>(_ known: Sighting, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let judged = Judged()
        let opening = Opening(Sighting.question(about: known.sequence)) { [self] row in
            switch try known.standing(row) {
            case .level(let found): saw(found)
            case .behind: throw Unfit(why: .behind)
            case .foreign: throw Unfit(why: .foreign)
            }
            judged.isFit.store(true, ordering: .releasing)
        }
        do {
            return try await inTime { [replica] in try await replica.read(opening: opening, body) }
        } catch let fault as StoreFault where !judged.isFit.load(ordering: .acquiring) {
            // It did not even say where it is.
            throw Unfit(why: .away, fault: fault)
        }
    }

    /// Whether a replica may be asked now. After a fault one asks whether it is well again; the others do not wait for that.
    private func mayAsk() -> Bool {
        let patience = patience
        return state.withLock { state in
            guard let until = state.restsUntil else { return true }
            let now = ContinuousClock.now
            guard now >= until else { return false }
            state.restsUntil = state.faults > 0 ? now + patience : nil
            return true
        }
    }

    private func isWell() {
        let faults = state.withLock { state in
            defer { (state.restsUntil, state.faults) = (nil, 0) }
            return state.faults
        }
        if faults > 0 { logger.notice("Pages are read from the replica again") }
    }

    private func rest(_ why: Answered, _ error: any Error) {
        switch why {
        case .replica, .resting: return
        case .failed: return logger.debug("A read failed on the replica", metadata: ["error": "\(error)"])
        case .behind: return state.withLock { $0.restsUntil = ContinuousClock.now + Self.moment }
        case .foreign, .away, .late: break
        }
        let faults = state.withLock { state in
            state.faults += 1
            state.restsUntil = ContinuousClock.now + min(.seconds(1 << min(state.faults - 1, 5)), Self.longestRest)
            return state.faults
        }
        guard faults == 1 else { return }
        let reason = (error as? Unfit)?.fault.map { "\($0)" } ?? why.rawValue
        logger.warning("Pages are read from the primary until the replica is well again", metadata: ["reason": "\(reason)"])
    }

    /// The work's outcome, or `late`: then it is left to itself.
    private func inTime<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
        let (results, continuation) = AsyncStream.makeStream(of: Result<T, any Error>.self, bufferingPolicy: .bufferingOldest(1))
        let working = Task {
            do { continuation.yield(.success(try await work())) } catch { continuation.yield(.failure(error)) }
        }
        let timer = Task { [patience] in
            try await Task.sleep(for: patience)
            continuation.yield(.failure(Unfit(why: .late)))
        }
        defer {
            working.cancel()
            timer.cancel()
            continuation.finish()
        }
        for await result in results { return try result.get() }
        throw CancellationError()
    }
}
