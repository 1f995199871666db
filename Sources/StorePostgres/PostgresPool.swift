import Store
import Synchronization

/// Hands out sessions, first come, first served. A task that is cancelled while it waits leaves the queue.
final class PostgresPool: Sendable {
    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<PostgresSession, any Error>
    }

    private struct State {
        var idle: [PostgresSession] = []
        var made = 0
        var waiting: [Waiter] = []
        var numbers = 0
        var cancelled: Set<Int> = []
        var closed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private enum Place {
        case session(PostgresSession)
        case refused(any Error)
        case queue
    }

    private let address: PostgresAddress
    private let state = Mutex(State())

    init(_ address: PostgresAddress) { self.address = address }

    func take() async throws -> PostgresSession {
        let number = state.withLock { state in
            state.numbers += 1
            return state.numbers
        }
        defer { state.withLock { _ = $0.cancelled.remove(number) } }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                switch place(Waiter(number: number, continuation: continuation)) {
                case .session(let session): continuation.resume(returning: session)
                case .refused(let error): continuation.resume(throwing: error)
                case .queue: break
                }
            }
        } onCancel: {
            leave(number)
        }
    }

    private func place(_ waiter: Waiter) -> Place {
        state.withLock { state in
            if state.cancelled.remove(waiter.number) != nil { return .refused(CancellationError()) }
            if state.closed { return .refused(StoreFault.closed) }
            // The last one used is warm: its statements are prepared, its caches filled.
            if let session = state.idle.popLast() { return .session(session) }
            if state.made < address.connections {
                state.made += 1
                return .session(PostgresSession(address, number: state.made))
            }
            state.waiting.append(waiter)
            return .queue
        }
    }

    private func leave(_ number: Int) {
        let waiter = state.withLock { state -> Waiter? in
            if let index = state.waiting.firstIndex(where: { $0.number == number }) { return state.waiting.remove(at: index) }
            // Not in the queue yet, or already served; a number is never used again.
            state.cancelled.insert(number)
            return nil
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }

    func give(_ session: PostgresSession) async {
        let (next, closed) = state.withLock { state -> (Waiter?, Bool) in
            if state.closed { return (nil, true) }
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), false) }
            state.idle.append(session)
            return (nil, false)
        }
        next?.continuation.resume(returning: session)
        if closed { await end(session) }
    }

    private func end(_ session: PostgresSession) async {
        await session.close()
        let closing = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.made -= 1
            guard state.made == 0 else { return [] }
            defer { state.closing = [] }
            return state.closing
        }
        for continuation in closing { continuation.resume() }
    }

    /// Returns when the last session is closed.
    func close() async {
        let (idle, waiting) = state.withLock { state in
            state.closed = true
            defer { (state.idle, state.waiting) = ([], []) }
            return (state.idle, state.waiting)
        }
        for waiter in waiting { waiter.continuation.resume(throwing: StoreFault.closed) }
        for session in idle { await end(session) }
        await withCheckedContinuation { continuation in
            let done = state.withLock { state in
                if state.made > 0 { state.closing.append(continuation) }
                return state.made == 0
            }
            if done { continuation.resume() }
        }
    }
}
