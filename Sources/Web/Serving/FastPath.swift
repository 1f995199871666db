import HTTPTypes
import NIOCore
import NIOHTTP1
import PortalNetwork

/// Answers pages that are ready on the connection itself, below the router and before any task is entered: one look-up, one write.
/// Everything else goes on to the router untouched.
///
/// What makes this more than a look-up:
/// - Answers come in the order of the requests: while an earlier one is still being answered above, a page that is ready goes that way too.
/// - A client that asks and does not read is not read from either (`held`), so its answers do not pile up here.
/// - `Connection: close`, HTTP/1.0, bodies, `Range`, `Authorization`, `Expect` and `Upgrade` are the router's.
/// - An end of input waits until what was written here has gone out: the code above closes at once when it hears of it.
final class FastPath: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let desk: CacheDesk?
    private let accounts: ClientAccounts
    private let limits: ServerLimits
    private let refusals: WireRefusals
    private var reading: RequestReading
    private var encoder: ChannelHandlerContext?
    private var peer: ClientName?
    private var connected: ClientAccount?
    /// Requests handed on whose answers have not ended.
    private var underway = 0
    private var ready: (answer: CachedAnswer, question: Question)?
    private var held = CircularBuffer<HTTPServerRequestPart>()
    private var wantsRead = false
    private var hasUnflushed = false
    private var hasAnswered = false
    /// Nothing more is read: the connection closes when what was written has gone out.
    private var isClosing = false
    /// The request being read is the connection's last.
    private var isLast = false
    private var lastActive = NIODeadline.now()
    private var idleCheck: Scheduled<Void>?

    init(desk: CacheDesk?, accounts: ClientAccounts, limits: ServerLimits, refusals: WireRefusals) {
        self.desk = desk
        self.accounts = accounts
        self.limits = limits
        self.refusals = refusals
        reading = RequestReading()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
        if context.channel.isActive { open(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        encoder = nil
        idleCheck?.cancel()
    }

    func channelActive(context: ChannelHandlerContext) {
        open(context)
        context.fireChannelActive()
    }

    private func open(_ context: ChannelHandlerContext) {
        guard peer == nil, idleCheck == nil else { return }
        peer = ClientName(exact: context.channel.remoteAddress)
        watchIdle(context)
        guard let account = accounts.account(peer, now: .now()) else { return }
        guard account.connect() else { return context.close(promise: nil) }
        connected = account
    }

    func channelInactive(context: ChannelHandlerContext) {
        idleCheck?.cancel()
        connected?.disconnect()
        connected = nil
        context.fireChannelInactive()
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if !held.isEmpty || !context.channel.isWritable { return held.append(part) }
        take(part, context)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flush(context)
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if held.isEmpty && context.channel.isWritable { context.read() } else { wantsRead = true }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        lastActive = .now()
        release(context)
        context.fireChannelWritabilityChanged()
    }

    private func release(_ context: ChannelHandlerContext) {
        while context.channel.isWritable, let part = held.popFirst() { take(part, context) }
        flush(context)
        guard held.isEmpty, context.channel.isWritable, wantsRead else { return }
        wantsRead = false
        context.read()
    }

    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        guard !isClosing else { return }
        switch part {
        case .head(let head):
            lastActive = .now()
            if underway == 0, let found = find(head) {
                guard pay(ClientLimits.readyCost, found.question, context) else { return }
                ready = found
                return
            }
            guard pay(ClientLimits.madeCost, reading.question, context) else { return }
            underway += 1
            // HTTP/1.0 ends an answer by ending the connection.
            isLast = head.version.major == 1 && head.version.minor == 0
        case .body: break
        case .end:
            if let (answer, question) = ready {
                ready = nil
                return write(answer, question, context)
            }
            if isLast { isClosing = true }
        }
        context.fireChannelRead(wrapInboundOut(part))
    }

    /// The answer that is ready for a request, if it is one that may be answered here.
    private func find(_ head: HTTPRequestHead) -> (answer: CachedAnswer, question: Question)? {
        guard reading.read(head), let desk, let answer = desk.find(reading.question) else { return nil }
        return (answer, reading.question)
    }

    /// Takes the cost from the client's credits; answers 429 and closes when there is nothing left.
    private func pay(_ cost: Double, _ question: Question, _ context: ChannelHandlerContext) -> Bool {
        let now = NIODeadline.now()
        let account = question.forwardedFor == nil ? connected : accounts.account(peer, forwardedFor: question.forwardedFor, now: now)
        guard let account, !account.pay(cost, now: now) else { return true }
        isClosing = true
        if underway == 0, let encoder {
            encoder.writeAndFlush(NIOAny(refusals.wire(.tooManyRequests, extra: "retry-after: 5\r\n"))).assumeIsolated().whenComplete { _ in
                context.close(promise: nil)
            }
        }
        return false
    }

    // MARK: Answers

    private func write(_ answer: CachedAnswer, _ question: Question, _ context: ChannelHandlerContext) {
        guard let desk, let encoder else { return }
        let start = lastActive
        let wire = WireAnswer(answer, question, requestID: reading.nextID(), buffer: context.channel.allocator)
        encoder.write(NIOAny(wire.first), promise: nil)
        if let body = wire.rest { encoder.write(NIOAny(body), promise: nil) }
        hasUnflushed = true
        hasAnswered = true
        let hit = Hit(
            method: question.isHead ? .head : .get,
            path: question.target,
            status: wire.status,
            bytes: wire.bytes,
            requestID: wire.requestID,
            nanoseconds: (NIODeadline.now() - start).nanoseconds
        )
        desk.note(hit, of: answer, isRobot: reading.isRobot)
    }

    private func flush(_ context: ChannelHandlerContext) {
        guard hasUnflushed else { return }
        hasUnflushed = false
        context.flush()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            underway -= 1
            lastActive = .now()
            if isClosing, underway == 0 {
                context.writeAndFlush(data).assumeIsolated().whenComplete { result in
                    promise?.completeWith(result)
                    context.close(promise: nil)
                }
                return
            }
        }
        context.write(data, promise: promise)
    }

    // MARK: Ends

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard hasAnswered, let encoder, event is ChannelShouldQuiesceEvent || (event as? ChannelEvent) == .inputClosed else {
            return context.fireUserInboundEventTriggered(event)
        }
        // An empty write is done when everything before it is.
        hasUnflushed = false
        encoder.writeAndFlush(NIOAny(ByteBuffer())).assumeIsolated().whenComplete { [self] _ in
            if held.isEmpty || !context.channel.isActive { return context.fireUserInboundEventTriggered(event) }
            userInboundEventTriggered(context: context, event: event)
        }
    }

    private func watchIdle(_ context: ChannelHandlerContext) {
        idleCheck = context.eventLoop.assumeIsolated().scheduleTask(deadline: lastActive + limits.idle) { [self] in
            // While an answer is being made the time is not the client's; while he does not take what is written, it is.
            if underway > 0 && context.channel.isWritable { lastActive = .now() }
            guard NIODeadline.now() - lastActive >= limits.idle else { return watchIdle(context) }
            context.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension FastPath: Sendable {}
