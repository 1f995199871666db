public import Logging
public import ServiceLifecycle
import Synchronization

/// Makes recordings, one at a time, and each once however many ask. Who asks waits for a while; the work goes on when he has left.
public final class Studio: Service {
    public let voice: Voice
    public let shelf: AudioShelf
    private let recorder: Recorder
    private let limits: SpeechLimits
    private let logger: Logger

    private struct Order: Sendable {
        let script: SpeechScript
        let item: String
        let form: AudioForm
        let key: String
        let isWanted: @Sendable () async -> Bool
    }

    private enum Outcome: Sendable {
        case made, failed(SpeechFault), tired
    }

    private struct State {
        var waiting: [String: [AsyncStream<Outcome>.Continuation]] = [:]
        /// What failed and would fail again, with the moment from which it may be tried again.
        var failed: [String: (fault: SpeechFault, until: ContinuousClock.Instant)] = [:]
        var isStopped = false
    }
    private let state = Mutex(State())
    private let orders: AsyncStream<Order>
    private let desk: AsyncStream<Order>.Continuation

    public init(voice: Voice, shelf: AudioShelf, limits: SpeechLimits = SpeechLimits(), logger: Logger) {
        self.logger = logger
        self.voice = voice
        self.shelf = shelf
        self.limits = limits
        recorder = Recorder(voice: voice, limits: limits)
        (orders, desk) = AsyncStream.makeStream(of: Order.self)
    }

    /// Records until the program stops.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            for await order in self.orders { await self.finish(order, self.record(order)) }
        }
        let left = state.withLock { state in
            state.isStopped = true
            defer { state.waiting = [:] }
            return state.waiting.values.flatMap { $0 }
        }
        for one in left { one.yield(.failed(.notYet)) }
    }

    /// The recording of a script, made if it is not there.
    /// - Parameters:
    ///   - patience: how long to wait for it; nil as long as it takes, whoever else waits (a job).
    ///   - isWanted: asked when it is made: an item that was withdrawn or erased meanwhile leaves nothing behind.
    /// - Throws: `SpeechFault`.
    public func recording(
        of script: SpeechScript,
        for item: String,
        as form: AudioForm,
        patience: Duration?,
        isWanted: @escaping @Sendable () async -> Bool = { true }
    ) async throws -> AudioFile {
        let key = key(of: script, form)
        if let file = try await shelf.open(key, of: item, as: form) { return file }
        switch try await outcome(Order(script: script, item: item, form: form, key: key, isWanted: isWanted), patience) {
        case .made:
            guard let file = try await shelf.open(key, of: item, as: form) else {
                throw SpeechFault.disk(reason: "a recording went while it was asked for")
            }
            return file
        case .failed(let fault): throw fault
        case .tired: throw SpeechFault.notYet
        }
    }

    /// Whether a recording is on the shelf.
    public func has(_ script: SpeechScript, for item: String, as form: AudioForm) async throws -> Bool {
        try await shelf.open(key(of: script, form), of: item, as: form) != nil
    }

    /// Speaks a few words to nobody: whether the voice of a language and the encoders work here.
    public func rehearse(_ script: SpeechScript) async throws {
        for form in AudioForm.allCases {
            let file = shelf.workplace(form)
            defer { shelf.discard(file) }
            _ = try await recorder.record(script, as: form, to: file)
        }
    }

    /// What failed may be tried again at once: the voice works again.
    public func forgive() { state.withLock { $0.failed = [:] } }

    /// Records into a file beside the shelf, for whoever tries a voice. Returns milliseconds of sound.
    public static func record(_ script: SpeechScript, as form: AudioForm, to file: String, voice: Voice, limits: SpeechLimits) async throws -> Int {
        try await Recorder(voice: voice, limits: limits).record(script, as: form, to: file).milliseconds
    }

    private func key(of script: SpeechScript, _ form: AudioForm) -> String {
        script.key(voice: voice.recipe(for: script.language), form: form)
    }

    private func outcome(_ order: Order, _ patience: Duration?) async throws -> Outcome {
        let (outcomes, continuation) = AsyncStream.makeStream(of: Outcome.self, bufferingPolicy: .bufferingNewest(1))
        let name = order.item + order.key + order.form.rawValue
        let isNew = try state.withLock { state in
            if state.isStopped { throw SpeechFault.notYet }
            if let old = state.failed[name] {
                guard old.until < .now else { throw old.fault }
                state.failed[name] = nil
            }
            if state.waiting[name] == nil, patience != nil, state.waiting.count >= limits.waiting { throw SpeechFault.busy }
            defer { state.waiting[name, default: []].append(continuation) }
            return state.waiting[name] == nil
        }
        if isNew { desk.yield(order) }
        return await withTaskGroup(of: Outcome.self) { group in
            group.addTask {
                for await outcome in outcomes { return outcome }
                return .tired
            }
            if let patience {
                group.addTask {
                    try? await Task.sleep(for: patience)
                    return .tired
                }
            }
            defer { group.cancelAll() }
            return await group.next() ?? .tired
        }
    }

    private func record(_ order: Order) async -> Outcome {
        let file = shelf.workplace(order.form)
        defer { shelf.discard(file) }
        do {
            // Another node that shares the folder may have been quicker.
            if try await shelf.open(order.key, of: order.item, as: order.form) != nil { return .made }
            _ = try await recorder.record(order.script, as: order.form, to: file)
            try await shelf.place(file, as: order.key, of: order.item, order.form)
            if await !order.isWanted() { try await shelf.remove(item: order.item) }
            return .made
        } catch let fault as SpeechFault {
            return failed(order, fault)
        } catch {
            return failed(order, .disk(reason: "\(error)"))
        }
    }

    private func failed(_ order: Order, _ fault: SpeechFault) -> Outcome {
        // The program stops: nothing is wrong with the item.
        if Task.isCancelled { return .failed(.notYet) }
        logger.warning(
            "An item could not be read aloud",
            metadata: ["item": "\(order.item)", "form": "\(order.form.rawValue)", "reason": "\(fault)"]
        )
        return .failed(fault)
    }

    private func finish(_ order: Order, _ outcome: Outcome) {
        let name = order.item + order.key + order.form.rawValue
        let waiting = state.withLock { state in
            if case .failed(let fault) = outcome, fault.lasts {
                if state.failed.count >= 1000 { state.failed = [:] }
                state.failed[name] = (fault, .now + .seconds(600))
            }
            return state.waiting.removeValue(forKey: name) ?? []
        }
        for one in waiting { one.yield(outcome) }
    }
}
