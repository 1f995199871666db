import Foundation
import Synchronization

/// Lets a test decide who goes first. A signal that never comes fails the test after ten seconds instead of hanging it.
final class Signal: Sendable {
    private let raised = Mutex(false)

    struct Missing: Error {}

    func raise() { raised.withLock { $0 = true } }

    /// Inside a transaction, which cannot suspend.
    func block() throws {
        for _ in 0..<10_000 where !raised.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.001) }
        if !raised.withLock({ $0 }) { throw Missing() }
    }

    func wait() async throws {
        for _ in 0..<10_000 where !raised.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
        if !raised.withLock({ $0 }) { throw Missing() }
    }
}

final class Tally: Sendable {
    private let value = Mutex(0)

    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
}
