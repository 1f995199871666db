import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import Synchronization
import Web

/// A reader's program without a socket: any method, host and target; the answer with all its headers.
struct Browser: Sendable {
    private let respond: @Sendable (Request, WebContext) async throws -> Response

    init<Responder: HTTPResponder>(responder: Responder) where Responder.Context == WebContext {
        respond = { try await responder.respond(to: $0, context: $1) }
    }

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let body: String
        let bytes: [UInt8]
        var location: String? { headers[.location] }
    }

    func send(_ target: String, method: HTTPRequest.Method, host: String?, headers: HTTPFields, body: String = "") async throws -> Answer {
        try await send(target, method: method, host: host, headers: headers, bytes: Array(body.utf8))
    }

    func send(_ target: String, method: HTTPRequest.Method, host: String?, headers: HTTPFields, bytes body: [UInt8]) async throws -> Answer {
        var headers = headers
        if headers[.userAgent] == nil { headers[.userAgent] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" }
        let head = HTTPRequest(method: method, scheme: "http", authority: host, path: target, headerFields: headers)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let context = WebContext(source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: TestPortal.logger))
        let response = try await respond(request, context)
        let collector = Collector()
        try await response.body.write(collector)
        let bytes = collector.bytes.withLock { $0 }
        return Answer(status: response.status.code, headers: response.headers, body: String(buffer: bytes), bytes: Array(bytes.readableBytesView))
    }

    private final class Collector: ResponseBodyWriter {
        let bytes = Mutex(ByteBuffer())

        func write(_ buffer: ByteBuffer) async throws { bytes.withLock { _ = $0.writeImmutableBuffer(buffer) } }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
