import HTTPTypes
public import Hummingbird
import NIOCore

/// A question about the program's health: throws when the answer is no.
public struct HealthCheck: Sendable {
    public let name: String
    let ask: @Sendable () async throws -> Void

    public init(_ name: String, _ ask: @escaping @Sendable () async throws -> Void) {
        self.name = name
        self.ask = ask
    }
}

/// What only the operator sees, on an address of its own: is it alive, can it serve, how is it doing.
public struct OperatorEndpoints: Sendable {
    private let checks: [HealthCheck]
    private let registry: MetricsRegistry
    private let patience: Duration

    /// `patience`: a check that takes longer counts as failed.
    public init(checks: [HealthCheck], registry: MetricsRegistry, patience: Duration = .seconds(2)) {
        self.checks = checks
        self.registry = registry
        self.patience = patience
    }

    public func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.get("healthz/live") { _, _ in Self.text("ok\n", "text/plain; charset=utf-8") }
        router.get("healthz/ready") { _, _ in await ready() }
        router.get("metrics") { _, _ in Self.text(registry.text(), "text/plain; version=0.0.4; charset=utf-8") }
        return router
    }

    /// All checks at once: 200 when every one passes, 503 otherwise, with one line for each.
    private func ready() async -> Response {
        let answers = await withTaskGroup(of: (Int, String, String?).self) { group in
            for (index, check) in checks.enumerated() {
                group.addTask { (index, check.name, await failure(of: check)) }
            }
            var answers: [(Int, String, String?)] = []
            for await answer in group { answers.append(answer) }
            return answers.sorted { $0.0 < $1.0 }
        }
        let lines = answers.map { "\($0.1): \($0.2 ?? "ok")\n" }.joined()
        let isReady = answers.allSatisfy { $0.2 == nil }
        return Self.text(lines.isEmpty ? "ok\n" : lines, "text/plain; charset=utf-8", status: isReady ? .ok : .serviceUnavailable)
    }

    /// Nil when the check passes in time. A check that hangs is left to itself after it was cancelled, so that this answer does not hang with it.
    private func failure(of check: HealthCheck) async -> String? {
        let (results, continuation) = AsyncStream.makeStream(of: String?.self, bufferingPolicy: .bufferingOldest(1))
        let asking = Task {
            do {
                try await check.ask()
                continuation.yield(nil)
            } catch {
                continuation.yield(String(describing: error).replacing("\n", with: " "))
            }
        }
        let timer = Task {
            try await Task.sleep(for: patience)
            continuation.yield("no answer within \(patience)")
        }
        defer {
            asking.cancel()
            timer.cancel()
            continuation.finish()
        }
        for await result in results { return result }
        return "cancelled"
    }

    private static func text(_ text: String, _ type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .cacheControl: Freshness.none.cacheControl],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
