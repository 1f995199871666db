import ServiceLifecycle
import Synchronization

/// Something to be called that is known only later.
final class Hook: Sendable {
    private let work = Mutex<(@Sendable () -> Void)?>(nil)
    func set(_ body: @escaping @Sendable () -> Void) { work.withLock { $0 = body } }
    func call() { work.withLock { $0 }?() }
}

/// Work that goes on until the program stops.
struct Background: Service {
    let work: @Sendable () async -> Void
    init(_ work: @escaping @Sendable () async -> Void) { self.work = work }
    func run() async throws { await cancelWhenGracefulShutdown { await work() } }
}
