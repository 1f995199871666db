import HTTPTypes
public import Hummingbird
public import Logging
import NIOCore
import Synchronization

/// Makes any answer of the public face anew from today's data, past every cache and without a connection: what a watcher holds against what readers get.
public struct PageMaker: Sendable {
    /// An answer as it would go out.
    public struct Made: Sendable {
        public let status: Int
        public let location: String?
        public let contentType: String?
        public let bytes: [UInt8]
    }

    private let respond: @Sendable (Request, WebContext) async throws -> Response
    private let logger: Logger

    public init(_ router: Router<WebContext>, logger: Logger) {
        self.init(router.buildResponder(), logger: logger)
    }

    public init(_ responder: RouterResponder<WebContext>, logger: Logger) {
        respond = { try await responder.respond(to: $0, context: $1) }
        self.logger = logger
    }

    /// - Parameters:
    ///   - host: a host of a portal, without port.
    ///   - target: path and query as in a request.
    public func make(_ target: String, on host: String) async throws -> Made {
        let response: Response
        do { response = try await answer(target, on: host) } catch {
            guard let error = error as? any HTTPResponseError else { throw error }
            return Made(status: error.status.code, location: nil, contentType: nil, bytes: [])
        }
        let collector = Collector()
        try await response.body.write(collector)
        let headers = response.headers
        return Made(
            status: response.status.code,
            location: headers[.location],
            contentType: headers[.contentType],
            bytes: collector.bytes.withLock { Array($0.readableBytesView) }
        )
    }

    /// The answer itself with all its fields, its body not read yet. `identity` stands in it where a request's id would, so that it is the same each time.
    public func answer(_ target: String, on host: String, identity: String = "") async throws -> Response {
        let asked: HTTPFields = [.userAgent: "CauNoi watch (bot)", .acceptEncoding: "identity"]
        let head = HTTPRequest(method: .get, scheme: "http", authority: host, path: target, headerFields: asked)
        var context = WebContext(inside: logger)
        context.id = identity
        return try await respond(Request(head: head, body: RequestBody(buffer: ByteBuffer())), context)
    }

    private final class Collector: ResponseBodyWriter {
        let bytes = Mutex(ByteBuffer())

        func write(_ buffer: ByteBuffer) async throws { bytes.withLock { _ = $0.writeImmutableBuffer(buffer) } }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}

/// A request that no connection brought.
private struct Inside: RequestContextSource {
    let logger: Logger
}

extension WebContext {
    fileprivate init(inside logger: Logger) {
        self.init(core: CoreRequestContextStorage(source: Inside(logger: logger)))
        isInside = true
    }
}
