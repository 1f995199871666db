import Hummingbird
import Synchronization

/// One answer being made, and all who wait for it.
final class Flight: Sendable {
    enum Outcome: Sendable {
        /// Made, and fit for everyone who waits; the id is that of the request it was made for.
        case answer(CachedAnswer, requestID: String)
        /// Made for the one who asked first only: an error with his request's id, a redirect.
        case own(Response)
        case failed(any Error)
        /// Not made: too many wait for their turn.
        case busy
    }

    private struct State {
        var outcome: Outcome?
        var next = 0
        var waiting: [Int: CheckedContinuation<Outcome?, Never>] = [:]
    }

    let epoch: PageCache.Epoch
    private let state = Mutex(State())

    init(epoch: PageCache.Epoch) { self.epoch = epoch }

    func land(_ outcome: Outcome) {
        let waiting = state.withLock { state in
            state.outcome = outcome
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for one in waiting { one.resume(returning: outcome) }
    }

    /// Waits for the outcome; nil when it takes longer than `patience`. The work itself goes on.
    func outcome(patience: Duration?) async -> Outcome? {
        let timer = Mutex<Task<Void, Never>?>(nil)
        let outcome = await withCheckedContinuation { continuation in
            let ticket = state.withLock { state -> Int? in
                guard state.outcome == nil else { return nil }
                state.next += 1
                state.waiting[state.next] = continuation
                return state.next
            }
            guard let ticket else { return continuation.resume(returning: state.withLock { $0.outcome }) }
            guard let patience else { return }
            timer.withLock {
                $0 = Task {
                    try? await Task.sleep(for: patience)
                    self.state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume(returning: nil)
                }
            }
        }
        timer.withLock { $0 }?.cancel()
        return outcome
    }
}

/// The answers being made now.
final class Flights: Sendable {
    private let flights = Mutex<[CacheKey: Flight]>([:])

    /// The flight to wait for; `isNew`: the caller must make the answer. A flight that began before the last change is not joined: its readers could see what
    /// was true before a publication they have seen already.
    func join(_ key: CacheKey, _ epoch: PageCache.Epoch) -> (flight: Flight, isNew: Bool) {
        flights.withLock { flights in
            if let flight = flights[key], flight.epoch == epoch { return (flight, false) }
            let flight = Flight(epoch: epoch)
            flights[key] = flight
            return (flight, true)
        }
    }

    func land(_ flight: Flight, _ key: CacheKey, _ outcome: Flight.Outcome) {
        flights.withLock { flights in if flights[key] === flight { flights[key] = nil } }
        flight.land(outcome)
    }
}
