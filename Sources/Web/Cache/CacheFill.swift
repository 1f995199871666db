import HTTPTypes
import NIOCore
import Synchronization

/// Where an answer that may be kept puts itself while it is being made, so that the cache has the finished bytes and need not read them out of a response.
final class CacheFill: Sendable {
    @TaskLocal static var current: CacheFill?

    private let deposit = Mutex<ByteAnswer?>(nil)

    /// Bytes of the largest answer that is worth keeping in memory.
    static let largest = 1024 * 1024

    var answer: ByteAnswer? { deposit.withLock { $0 } }

    static func offer(_ answer: ByteAnswer) {
        guard let current, answer.status == .ok, answer.freshness != .none, answer.bytes.readableBytes <= largest else { return }
        current.deposit.withLock { $0 = answer }
    }

    private let counted = Mutex("none")

    /// The class of addresses the answer is counted under.
    var route: String { counted.withLock { $0 } }

    static func note(route: String) { current?.counted.withLock { $0 = route } }
}
