import Dispatch
import Synchronization

/// Runs what blocks (the disk) on threads of its own, so that Swift's few cooperative threads stay free for requests.
///
/// On Linux the tasks of Swift and the blocks of a *concurrent* queue share one small pool of threads: whatever blocks there stops everything else. A serial
/// queue gets a thread beyond that pool, so this is a number of serial queues that take turns.
package final class BlockingQueue: Sendable {
    private let lanes: [DispatchQueue]
    private let turn = Atomic<Int>(0)

    /// `lanes`: how many may block at once; work beyond that waits.
    package init(_ label: String, lanes: Int = 16) {
        self.lanes = (0..<max(1, lanes)).map { DispatchQueue(label: "\(label).\($0)") }
    }

    package func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        let lane = lanes[abs(turn.add(1, ordering: .relaxed).oldValue % lanes.count)]
        return try await withCheckedThrowingContinuation { continuation in
            lane.async { continuation.resume(with: Swift.Result { try body() }) }
        }
    }
}
