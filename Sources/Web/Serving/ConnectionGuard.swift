import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import PortalNetwork

/// Stands between the parser and the program on every connection: answers what the parser could not read, and ends requests that never end.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ServerLimits
    private let refusals: WireRefusals
    private var unanswered = 0
    private var bodyBytes = 0
    private var largestBody = 0
    private var deadline: Scheduled<Void>?

    init(limits: ServerLimits, refusals: WireRefusals) {
        self.limits = limits
        self.refusals = refusals
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            unanswered += 1
            bodyBytes = 0
            let uploads = limits.uploads.flatMap { uploads in head.authority.flatMap { HostName.parse($0) } == uploads.host ? uploads : nil }
            let form = head.path.flatMap { path in limits.forms.isEmpty ? nil : limits.forms[String(path.prefix { $0 != "?" })] }
            largestBody = uploads?.largestBody ?? form ?? limits.largestBody
            deadline?.cancel()
            let time = uploads?.wholeRequest ?? (form == nil ? limits.wholeRequest : limits.wholeForm)
            deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
                context.close(promise: nil)
            }
        case .body(let part):
            bodyBytes += part.readableBytes
            guard bodyBytes <= largestBody else { return refuse(context, .contentTooLarge) }
        case .end: deadline?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow: refuse(context, .requestHeaderFieldsTooLarge)
        case is HTTPParserError: refuse(context, .badRequest)
        // A head that parsed but is none by the stricter rules of the HTTP types (a method or field name that is no token).
        case _ where unanswered == 0: refuse(context, .badRequest)
        default: context.fireErrorCaught(error)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    /// Answers and closes. While an earlier request is still being answered, only closes: answers must come in the order of the requests.
    private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponse.Status) {
        deadline?.cancel()
        guard unanswered == 0 || status == .contentTooLarge && unanswered == 1, context.channel.isActive else { return context.close(promise: nil) }
        let (head, body) = refusals.answer(status)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}

/// What is answered to requests that never became one: the plain error page, made once, under the same headers as every answer.
struct WireRefusals: Sendable {
    private let pages: [Int: ByteBuffer]
    private let fields: HTTPFields

    init(face: Face) {
        var pages: [Int: ByteBuffer] = [:]
        for error in [
            PageError(.tooManyRequests, "too-many-requests"), PageError.badRequest, PageError(.requestHeaderFieldsTooLarge, "headers-too-large"),
            PageError(.contentTooLarge, "content-too-large"),
        ] {
            pages[error.status.code] = ErrorAnswer(face: face, requestID: "").answer(to: error, visit: nil).bytes
        }
        self.pages = pages
        var fields: HTTPFields = [.connection: "close", .contentType: "text/html; charset=utf-8", .cacheControl: Freshness.none.cacheControl]
        for field in SecurityHeaders.fields(isSecure: face.origins.scheme == .https, filesHost: face.filesHost) { fields[field.name] = field.value }
        self.fields = fields
    }

    /// The same as bytes, for a connection below the parts of HTTP.
    func wire(_ status: HTTPResponse.Status, extra: StaticString) -> ByteBuffer {
        let (head, body) = answer(status)
        var out = ByteBuffer(bytes: FixedHead.wire(head.status, head.headerFields))
        out.writeStaticString(extra)
        out.writeStaticString("\r\n")
        out.writeImmutableBuffer(body)
        return out
    }

    func answer(_ status: HTTPResponse.Status) -> (HTTPResponse, ByteBuffer) {
        let body = pages[status.code] ?? ByteBuffer()
        var fields = fields
        fields[.contentLength] = String(body.readableBytes)
        fields[.requestID] = RequestIdentity.make()
        return (HTTPResponse(status: status, headerFields: fields), body)
    }
}
