import ServiceLifecycle

/// Stands for the signal that tells the program to stop: when it returns, the group shuts down gracefully.
final class Stopper: Service {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream(of: Void.self) }

    func stop() { continuation.finish() }
    func run() async throws { for await _ in stream {} }
}
