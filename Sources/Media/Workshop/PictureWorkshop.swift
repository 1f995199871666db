public import FileStore
public import Logging
import Metrics
public import RichText

/// Makes smaller pictures: each once, however many ask; what a reader waits for before what is made in advance; never more at once than the machine has
/// processors, never more waiting than a bound.
public actor PictureWorkshop {
    /// What came of asking for a smaller picture.
    public enum Answer: Sendable, Hashable {
        case made([UInt8])
        /// None is made of this picture, now or later.
        case refused(PictureRefusal)
        /// It moves, or is smaller than that: the picture itself is the answer.
        case itself
        /// Not now: no worker, too many waiting, or it takes its time. Ask again.
        case later
    }

    /// What a picture is, as the worker found.
    public struct Facts: Sendable, Hashable {
        public var width: Int
        public var height: Int
        public var hasAlpha: Bool
        public var isAnimated: Bool

        public init(width: Int, height: Int, hasAlpha: Bool, isAnimated: Bool) {
            (self.width, self.height) = (width, height)
            (self.hasAlpha, self.isAnimated) = (hasAlpha, isAnimated)
        }
    }

    private struct Order: Hashable {
        let hash: ContentHash
        let variants: [PictureVariant]
    }

    private enum Outcome: Sendable {
        case done(Facts?, [PictureVariant: [UInt8]])
        case refused(PictureRefusal)
        case failed(any Error)
    }

    public nonisolated let store: RenditionStore
    private let door: WorkerDoor
    private let originals: any FileStore
    private let logger: Logger
    private let lanes: Int
    private let mostWaiting: Int

    private var flights: [Order: Task<Outcome, Never>] = [:]
    private var busy = 0
    /// Readers' orders under way or waiting.
    private var admitted = 0
    private var readers: [CheckedContinuation<Void, Never>] = []
    private var others: [CheckedContinuation<Void, Never>] = []
    /// Pictures over which a worker ended, and how often.
    private var ended: [ContentHash: Int] = [:]

    /// - Parameters:
    ///   - lanes: how many pictures at once; one of them is for readers only when there are two.
    ///   - mostWaiting: how many readers' pictures may wait.
    public init(door: WorkerDoor, store: RenditionStore, originals: any FileStore, lanes: Int = 2, mostWaiting: Int = 64, logger: Logger) {
        self.door = door
        self.store = store
        self.originals = originals
        self.lanes = max(1, lanes)
        self.mostWaiting = mostWaiting
        self.logger = logger
    }

    /// A smaller picture for a reader who waits, at most for `patience`; what is not ready by then goes on being made.
    public func picture(_ variant: PictureVariant, of hash: ContentHash, patience: Duration = .seconds(2)) async -> Answer {
        if let ready = store.read(variant, of: hash) { return .made(ready) }
        if let refusal = store.refusal(of: hash) { return .refused(refusal) }
        let order = Order(hash: hash, variants: [variant])
        guard flights[order] != nil || (!door.isPaused && admitted < lanes + mostWaiting) else { return .later }
        let flight = flight(order, isForReader: true)
        switch await Self.outcome(of: flight, patience: patience) {
        case .done(_, let made): return made[variant].map { .made($0) } ?? .itself
        case .refused(let refusal): return .refused(refusal)
        case .failed, nil: return .later
        }
    }

    /// Everything a picture comes in, in advance. What is there already is not made again.
    /// - Returns: what the picture is; nil where nothing had to be made.
    /// - Throws: `WorkerFault` when it should be tried again, `PictureRefusal` when not.
    public func makeAll(of hash: ContentHash, fallback: PictureFormat, width: Int?) async throws -> Facts? {
        if let refusal = store.refusal(of: hash) { throw refusal }
        let widths = width.map { PictureVariant.widths(of: $0) } ?? PictureVariant.widths
        let wanted = widths.reversed().flatMap { width in [.avif, .webp, fallback].compactMap { PictureVariant(width: width, format: $0) } }
        let missing = width == nil ? wanted : wanted.filter { store.read($0, of: hash) == nil }
        guard !missing.isEmpty else { return nil }
        switch await flight(Order(hash: hash, variants: missing), isForReader: false).value {
        case .done(let facts, _): return facts
        case .refused(let refusal): throw refusal
        case .failed(let error): throw error
        }
    }

    /// Nil when it takes longer. (A task group would wait for its children to the end.)
    private static func outcome(of flight: Task<Outcome, Never>, patience: Duration) async -> Outcome? {
        let (outcomes, continuation) = AsyncStream.makeStream(of: Outcome?.self, bufferingPolicy: .bufferingOldest(1))
        Task { continuation.yield(await flight.value) }
        let timer = Task {
            try await Task.sleep(for: patience)
            continuation.yield(nil)
        }
        defer {
            timer.cancel()
            continuation.finish()
        }
        for await outcome in outcomes { return outcome }
        return nil
    }

    /// The one making of an order, begun or joined.
    private func flight(_ order: Order, isForReader: Bool) -> Task<Outcome, Never> {
        if let known = flights[order] { return known }
        // Counted here: a task begins when it can, and by then any number may have come.
        if isForReader { admitted += 1 }
        let flight = Task {
            await enter(isForReader: isForReader)
            let outcome = await work(order)
            leave()
            if isForReader { admitted -= 1 }
            flights[order] = nil
            return outcome
        }
        flights[order] = flight
        return flight
    }

    private func enter(isForReader: Bool) async {
        if busy < (isForReader ? lanes : max(1, lanes - 1)) {
            busy += 1
        } else {
            await withCheckedContinuation { if isForReader { readers.append($0) } else { others.append($0) } }
        }
        measure()
    }

    private func leave() {
        if !readers.isEmpty {
            readers.removeFirst().resume()
        } else if !others.isEmpty, busy <= max(1, lanes - 1) {
            others.removeFirst().resume()
        } else {
            busy -= 1
        }
        measure()
    }

    private func work(_ order: Order) async -> Outcome {
        let hash = order.hash
        let start = ContinuousClock.now
        let outcome: Outcome
        do {
            guard let size = try await originals.size(of: hash) else { throw FileStoreFault.missing(hash) }
            guard size <= Int64(PictureLimits.bytes) else { return refuse(hash, .tooLarge) }
            let bytes = try await originals.content(of: hash)
            guard let header = PictureHeader(bytes) else { return refuse(hash, .notAPicture) }
            if header.isAnimated { return count("itself", .done(nil, [:])) }
            outcome = try await ask(WorkerOrder(order.variants, of: bytes), of: hash)
        } catch {
            return count("failed", .failed(error))
        }
        let seconds = start.duration(to: .now)
        logger.debug("Smaller pictures were made", metadata: ["file": "\(hash.description.prefix(12))", "took": "\(seconds)"])
        Timer(label: "media_job").recordNanoseconds(seconds.components.seconds * 1_000_000_000 + seconds.components.attoseconds / 1_000_000_000)
        guard case .done(_, let made) = outcome else { return outcome }
        for (variant, bytes) in made { store.write(bytes, as: variant, of: hash) }
        // Erased meanwhile: what was made of it goes with it.
        if (try? await originals.exists(hash)) == false { store.remove(hash) }
        return count("made", outcome)
    }

    private func ask(_ order: WorkerOrder, of hash: ContentHash) async throws -> Outcome {
        let channel = try await door.take()
        door.prepare()
        var order = order
        order.variants.removeAll { !channel.ability.formats.contains($0.format.rawValue) }
        let asked = order
        let deadline = ContinuousClock.now + .seconds(PictureLimits.seconds)
        let result = await door.blocking { () -> Result<Outcome, WorkerFault> in
            var facts: Facts?
            var made: [PictureVariant: [UInt8]] = [:]
            let result = Result { () throws(WorkerFault) -> PictureRefusal? in
                try channel.work(asked, until: deadline) {
                    facts = Facts(width: $0, height: $1, hasAlpha: $2, isAnimated: $3)
                } made: {
                    made[$0] = $1
                }
            }
            if let used = channel.end() { Counter(label: "media_cpu_milliseconds").increment(by: used / 1000) }
            return result.map { refusal in refusal.map { .refused($0) } ?? .done(facts, made) }
        }
        switch result {
        case .success(.refused(let refusal)):
            door.worked()
            return refuse(hash, refusal)
        case .success(let outcome):
            door.worked()
            ended[hash] = nil
            return outcome
        case .failure(let fault):
            door.failed(fault)
            let times = ended[hash, default: 0] + 1
            if times >= 2 {
                ended[hash] = nil
                return refuse(hash, .endsTheWorker)
            }
            // A bound on the book, not a judgement: what is forgotten is tried once more.
            if ended.count > 1000 { ended = [:] }
            ended[hash] = times
            throw fault
        }
    }

    private func refuse(_ hash: ContentHash, _ refusal: PictureRefusal) -> Outcome {
        store.refuse(hash, refusal)
        logger.notice(
            "No smaller pictures are made of a file",
            metadata: ["file": "\(hash.description.prefix(12))", "reason": "\(refusal.rawValue)"]
        )
        return count("refused", .refused(refusal))
    }

    private func count(_ outcome: String, _ value: Outcome) -> Outcome {
        Counter(label: "media_jobs", dimensions: [("outcome", outcome)]).increment()
        return value
    }

    private func measure() {
        Gauge(label: "media_queue", dimensions: [("for", "readers")]).record(readers.count)
        Gauge(label: "media_queue", dimensions: [("for", "background")]).record(others.count)
        Gauge(label: "media_busy").record(busy)
    }
}
