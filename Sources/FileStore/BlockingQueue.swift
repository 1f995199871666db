import Dispatch

/// Runs what blocks (the disk) on threads of its own, so that Swift's few cooperative threads stay free for requests.
struct BlockingQueue: Sendable {
    private let queue = DispatchQueue(label: "caunoi.files", attributes: .concurrent)

    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Swift.Result { try body() })
            }
        }
    }
}
