import HTTPTypes
import Hummingbird
import Logging

/// The outermost layer: gives the request its id, measures it, writes one line about it, and leaves bodies out of answers to HEAD.
/// The line holds no query, no address of the reader and no header, so it holds no secret and nothing personal.
struct AccessLog: RouterMiddleware {
    typealias Context = WebContext

    let metrics: RequestMetrics

    func handle(_ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response) async throws -> Response {
        // An id of our own: one that came with the request could forge lines or join strangers' requests.
        // (Only what is made inside the program brings one: a mirror's pages must be the same bytes each time.)
        let id = context.id.isEmpty ? RequestIdentity.make() : context.id
        let start = ContinuousClock.now
        var context = context
        context.id = id
        context.logger[metadataKey: "hb.request.id"] = .string(id)
        let outer = context
        metrics.began()
        defer { metrics.ended() }
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            // Only a broken connection comes here: everything else was made a page further in.
            record(request, outer, status: nil, bytes: 0, since: start)
            throw error
        }
        response.headers[.requestID] = id
        let bytes = response.body.contentLength ?? 0
        if request.method == .head { response = response.createHeadResponse() }
        record(request, outer, status: response.status, bytes: request.method == .head ? 0 : bytes, since: start)
        return response
    }

    private func record(_ request: Request, _ context: WebContext, status: HTTPResponse.Status?, bytes: Int, since start: ContinuousClock.Instant) {
        let duration = start.duration(to: .now)
        let route = context.endpointPath ?? "none"
        CacheFill.note(route: route)
        guard !context.isInside else { return }
        metrics.record(method: request.method, route: route, status: status, duration: duration)
        let milliseconds = Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds / 1_000_000_000_000) / 1000
        context.logger.info(
            "request",
            metadata: [
                "method": .string(RequestMetrics.known(request.method)),
                "path": .string(String(request.uri.path.prefix(300))),
                "route": .string(route),
                "status": .string(status.map { String($0.code) } ?? "aborted"),
                "bytes": .string(String(bytes)),
                "ms": .string(String(milliseconds)),
            ]
        )
    }
}

enum RequestIdentity {
    /// 16 hexadecimal digits of chance: unique enough for a log, and says nothing about how much is going on.
    static func make() -> String { text(UInt64.random(in: .min ... .max)) }

    static func text(_ number: UInt64) -> String {
        String(unsafeUninitializedCapacity: 16) { room in
            for index in 0..<16 {
                let digit = UInt8((number >> UInt64(60 - 4 * index)) & 15)
                room[index] = digit < 10 ? 48 + digit : 87 + digit
            }
            return 16
        }
    }
}
