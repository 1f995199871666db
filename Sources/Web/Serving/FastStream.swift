import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// What must be known of a request to answer it from the cache.
private struct Question {
    var isHead: Bool
    var authority: String
    var target: String
    var accepted: AcceptedPackings
    var tags: [String]
}

/// What `FastPath` is for HTTP/1.1 connections, for one stream of HTTP/2: a page that is ready is answered here.
final class FastStream: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundOut = HTTPResponsePart

    private let desk: CacheDesk?
    private let accounts: ClientAccounts
    private var ready: (answer: CachedAnswer, question: Question, isRobot: Bool)?
    private var start = NIODeadline.now()
    private var isRefused = false
    /// The request has come to its end.
    private var hasEnded = false
    private let patience: TimeAmount
    private var deadline: Scheduled<Void>?

    /// - Parameter patience: how long a request that is answered here may be left without its end.
    init(desk: CacheDesk?, accounts: ClientAccounts, patience: TimeAmount) {
        self.desk = desk
        self.accounts = accounts
        self.patience = patience
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if case .end = part { hasEnded = true }
        guard !isRefused else { return }
        switch part {
        case .head(let head):
            start = .now()
            let found = find(head)
            let cost = found == nil ? ClientLimits.madeCost : ClientLimits.readyCost
            let peer = ClientName(exact: context.channel.parent?.remoteAddress)
            if let account = accounts.account(peer, forwardedFor: head.headerFields[.forwardedFor], now: start), !account.pay(cost, now: start) {
                return refuse(context)
            }
            if let found {
                ready = found
                return
            }
        case .body:
            // A page that is ready has no use for it.
            if ready != nil { return }
        case .end:
            if let ready {
                self.ready = nil
                return answer(ready.answer, ready.question, ready.isRobot, context)
            }
        }
        context.fireChannelRead(data)
    }

    /// Those above, who bound the time of a request, have not seen one that is answered here.
    func channelReadComplete(context: ChannelHandlerContext) {
        if !hasEnded, ready != nil || isRefused, deadline == nil {
            deadline = context.eventLoop.assumeIsolated().scheduleTask(in: patience) { [self] in
                if !hasEnded { context.close(promise: nil) }
            }
        }
        context.fireChannelReadComplete()
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    private func find(_ head: HTTPRequest) -> (answer: CachedAnswer, question: Question, isRobot: Bool)? {
        let fields = head.headerFields
        guard let desk, head.method == .get || head.method == .head, fields[.range] == nil, fields[.authorization] == nil, fields[.host] == nil,
            fields[.contentLength] ?? "0" == "0", fields[.expect] == nil
        else { return nil }
        let question = Question(
            isHead: head.method == .head,
            authority: head.authority ?? "",
            target: head.path ?? "",
            accepted: AcceptedPackings(field: (fields[.acceptEncoding] ?? "").utf8),
            tags: fields[values: .ifNoneMatch]
        )
        return desk.find(host: question.authority, target: question.target).map { ($0, question, SiteRecognition.isRobot(agent: fields[.userAgent])) }
    }

    private func refuse(_ context: ChannelHandlerContext) {
        isRefused = true
        let fields: HTTPFields = [.retryAfter: "5", .contentLength: "0", .requestID: RequestIdentity.make()]
        context.write(wrapOutboundOut(.head(HTTPResponse(status: .tooManyRequests, headerFields: fields))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func answer(_ answer: CachedAnswer, _ question: Question, _ isRobot: Bool, _ context: ChannelHandlerContext) {
        let number = UInt64.random(in: .min ... .max)
        let unchanged = answer.match(question.tags)
        let body = unchanged == nil ? answer.body(question.accepted) : nil
        var fields = unchanged == nil ? answer.head.fields : answer.head.unchangedFields
        fields[.eTag] = answer.tag(unchanged ?? body?.packing)
        if let body { fields[.contentLength] = String(body.bytes.readableBytes) }
        if let packing = body?.packing { fields[.contentEncoding] = packing.rawValue }
        fields[.requestID] = RequestIdentity.text(number)
        fields[.date] = WireDate.now()
        let status = unchanged == nil ? answer.head.status : .notModified
        context.write(wrapOutboundOut(.head(HTTPResponse(status: status, headerFields: fields))), promise: nil)
        let sent = question.isHead ? nil : body?.bytes
        if let sent { context.write(wrapOutboundOut(.body(sent)), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        let hit = Hit(
            isHead: question.isHead,
            status: status.code,
            bytes: sent?.readableBytes ?? 0,
            requestID: number,
            nanoseconds: (NIODeadline.now() - start).nanoseconds
        )
        var path = question.target
        path.withUTF8 { desk?.note(hit, path: UnsafeRawBufferPointer($0), of: answer, isRobot: isRobot) }
    }
}

@available(*, unavailable)
extension FastStream: Sendable {}
