/// Runs work that must not be waited for longer than so long, whatever it does: what does not end in time is cancelled and left to itself.
enum Deadline {
    static func run<T: Sendable>(_ limit: Duration, else fault: FetchFault, _ work: @escaping @Sendable () async throws -> T) async throws -> T {
        let (results, continuation) = AsyncStream.makeStream(of: Result<T, any Error>.self, bufferingPolicy: .bufferingOldest(1))
        let working = Task {
            do { continuation.yield(.success(try await work())) } catch { continuation.yield(.failure(error)) }
        }
        let timer = Task {
            try await Task.sleep(for: limit)
            continuation.yield(.failure(fault))
        }
        defer {
            working.cancel()
            timer.cancel()
            continuation.finish()
        }
        for await result in results { return try result.get() }
        throw CancellationError()
    }
}
