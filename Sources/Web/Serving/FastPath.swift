import HTTPTypes
import NIOCore
import NIOHTTP1

/// Answers pages that are ready on the connection itself, before anything is parsed into values and before any task is entered: one look at the bytes, one
/// look-up, one write. Everything else goes on to the parser and the router untouched.
///
/// What makes this more than a look-up:
/// - Answers come in the order of the requests: a request that is handed on goes on alone, and what follows it waits here until it is answered.
/// - So the parser above never holds half of a request that is also here: it gets exactly one at a time, or, where the bytes leave it open where a request
///   ends (chunks, odd line ends), everything that comes on this connection from then on (`isParsers`).
/// - A client that asks and does not read is not read from either, so its answers do not pile up.
/// - `Connection: close`, HTTP/1.0, bodies, `Range`, `Authorization`, `Expect` and `Upgrade` are the router's.
/// - Reading is driven from here (`autoRead` is off): what is answered here costs no way up through the handlers above and down again.
/// - An end of input waits until what was written here has gone out: the code above closes at once when it hears of it.
final class FastPath: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let desk: CacheDesk?
    private let accounts: ClientAccounts
    private let limits: ServerLimits
    private let refusals: WireRefusals
    private var memory: ConnectionMemory
    private var peer: ClientName?
    private var connected: ClientAccount?
    /// What came and was neither answered nor handed on.
    private var inbox: ByteBuffer?
    /// A request was handed on and its answer has not ended.
    private var isUnderway = false
    /// Bytes of its body that have not come yet.
    private var bodyLeft = 0
    private var isParsers = false
    private var wantsRead = false
    private var hasUnflushed = false
    private var hasAnswered = false
    private var isInLoop = false
    /// Nothing more is read: the connection closes when what was written has gone out.
    private var isClosing = false
    private var lastActive = NIODeadline.now()
    private var idleCheck: Scheduled<Void>?
    private static let mostWaiting = 64 * 1024

    init(desk: CacheDesk?, accounts: ClientAccounts, limits: ServerLimits, refusals: WireRefusals) {
        self.desk = desk
        self.accounts = accounts
        self.limits = limits
        self.refusals = refusals
        memory = ConnectionMemory()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        open(context)
        // Behind TLS the connection is active already.
        context.eventLoop.assumeIsolated().execute { self.readMore(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { idleCheck?.cancel() }

    func channelActive(context: ChannelHandlerContext) {
        open(context)
        context.fireChannelActive()
        readMore(context)
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
        guard !isClosing else { return }
        var bytes = unwrapInboundIn(data)
        if isParsers {
            // Bytes alone are no sign of life: whoever drips them must come to the end of a head like everyone else.
            hasHandedOn = true
            return context.fireChannelRead(data)
        }
        if bodyLeft > 0, let part = bytes.readSlice(length: min(bodyLeft, bytes.readableBytes)) {
            bodyLeft -= part.readableBytes
            hasHandedOn = true
            context.fireChannelRead(wrapInboundOut(part))
        }
        guard bytes.readableBytes > 0 else { return }
        if inbox == nil { inbox = bytes } else { inbox?.writeBuffer(&bytes) }
        work(context)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flush(context)
        if hasHandedOn {
            hasHandedOn = false
            context.fireChannelReadComplete()
        }
        readMore(context)
    }

    /// Asks for more: straight, or past those above while they have something to do, so that they may say it is enough for now.
    private func readMore(_ context: ChannelHandlerContext) {
        if isUnderway || isParsers { context.channel.pipeline.syncOperations.read() } else { read(context: context) }
    }

    func read(context: ChannelHandlerContext) {
        if context.channel.isWritable, (inbox?.readableBytes ?? 0) < Self.mostWaiting || bodyLeft > 0 { context.read() } else { wantsRead = true }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        lastActive = .now()
        goOn(context)
        context.fireChannelWritabilityChanged()
    }

    /// Takes up what waited: the reader reads again, or the answer before it has ended.
    private func goOn(_ context: ChannelHandlerContext) {
        work(context)
        flush(context)
        if hasHandedOn {
            hasHandedOn = false
            context.fireChannelReadComplete()
        }
        guard wantsRead, context.channel.isWritable, (inbox?.readableBytes ?? 0) < Self.mostWaiting else { return }
        wantsRead = false
        context.read()
    }

    /// Answers or hands on what is in the inbox, as far as that goes.
    private func work(_ context: ChannelHandlerContext) {
        // Handing on may come back here before it returns.
        guard !isInLoop else { return }
        isInLoop = true
        defer { isInLoop = false }
        while !isUnderway, !isClosing, let waiting = inbox, context.channel.isWritable {
            let reading = waiting.withUnsafeReadableBytes { RequestHead.read($0, limit: limits.headers) }
            switch reading {
            case .incomplete: return
            case .unclear:
                isParsers = true
                inbox = nil
                hasHandedOn = true
                return context.fireChannelRead(wrapInboundOut(waiting))
            case .head(let head):
                lastActive = .now()
                if head.isPlain, answer(head, waiting, context) { take(head.length) } else { handOn(head, context) }
            }
        }
    }

    private func take(_ length: Int) {
        inbox?.moveReaderIndex(forwardBy: length)
        if inbox?.readableBytes == 0 { inbox = nil }
    }

    private func handOn(_ head: RequestHead, _ context: ChannelHandlerContext) {
        let client = inbox.flatMap { $0.getString(at: $0.readerIndex + head.forwardedFor.lowerBound, length: head.forwardedFor.count) }
        guard pay(ClientLimits.madeCost, client, context) else { return }
        let length = min(head.length + head.body, inbox?.readableBytes ?? 0)
        guard let request = inbox?.readSlice(length: length) else { return }
        if inbox?.readableBytes == 0 { inbox = nil }
        bodyLeft = head.length + head.body - length
        isUnderway = true
        hasHandedOn = true
        // HTTP/1.0 ends an answer by ending the connection.
        isLast = head.isVersion10
        context.fireChannelRead(wrapInboundOut(request))
    }

    /// The request handed on is the connection's last.
    private var isLast = false
    /// Something went up since those above were told that reading has come to an end.
    private var hasHandedOn = false

    /// Told by `AnswerWatch` above of each request on a connection that is the parser's: it costs what it costs elsewhere. False when it cannot be paid.
    func parsed(_ forwardedFor: String?, _ context: ChannelHandlerContext) -> Bool {
        guard isParsers else { return true }
        lastActive = .now()
        parserUnderway += 1
        guard accounts.limits.rate > 0 else { return true }
        let account = forwardedFor == nil ? connected : accounts.account(peer, forwardedFor: forwardedFor, now: lastActive)
        guard let account, !account.pay(ClientLimits.madeCost, now: lastActive) else { return true }
        // Answers to requests before it may be under way: nothing can be said in between.
        isClosing = true
        context.close(promise: nil)
        return false
    }

    /// Requests of such a connection whose answers have not ended.
    private var parserUnderway = 0

    /// Told by `AnswerWatch` above that the answer to what was handed on has been written.
    func answered(_ context: ChannelHandlerContext) {
        lastActive = .now()
        if isParsers { parserUnderway -= 1 }
        guard isUnderway else { return }
        // An answer that came before its body was read: what is left of it is not a request.
        if bodyLeft > 0 || isLast { isClosing = true }
        isUnderway = false
        if isClosing {
            return context.writeAndFlush(NIOAny(ByteBuffer())).assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        }
        goOn(context)
    }

    // MARK: Answers

    /// Writes the answer that is ready; false when there is none.
    private func answer(_ head: RequestHead, _ waiting: ByteBuffer, _ context: ChannelHandlerContext) -> Bool {
        guard let desk else { return false }
        let start = lastActive
        return waiting.withUnsafeReadableBytes { bytes in
            guard let answer = memory.find(head, bytes, desk) else { return false }
            let client = head.forwardedFor.isEmpty ? nil : String(decoding: bytes[head.forwardedFor], as: UTF8.self)
            guard pay(ClientLimits.readyCost, client, context) else { return true }
            memory.read(head, bytes)
            let wire = WireAnswer(
                answer,
                isHead: head.isHead,
                accepted: memory.accepted,
                tags: UnsafeRawBufferPointer(rebasing: bytes[head.tags]),
                requestID: memory.nextID(),
                allocator: context.channel.allocator
            )
            context.write(wrapOutboundOut(wire.first), promise: nil)
            if let body = wire.rest { context.write(wrapOutboundOut(body), promise: nil) }
            hasUnflushed = true
            hasAnswered = true
            let hit = Hit(
                isHead: head.isHead,
                status: wire.status,
                bytes: wire.bytes,
                requestID: wire.requestID,
                nanoseconds: (NIODeadline.now() - start).nanoseconds
            )
            desk.note(hit, path: UnsafeRawBufferPointer(rebasing: bytes[head.target]), of: answer, isRobot: memory.isRobot)
            return true
        }
    }

    /// Takes the cost from the client's credits; answers 429 and closes when there is nothing left.
    private func pay(_ cost: Double, _ forwardedFor: String?, _ context: ChannelHandlerContext) -> Bool {
        guard accounts.limits.rate > 0 else { return true }
        let now = NIODeadline.now()
        let account = forwardedFor == nil ? connected : accounts.account(peer, forwardedFor: forwardedFor, now: now)
        guard let account, !account.pay(cost, now: now) else { return true }
        isClosing = true
        inbox = nil
        let refusal = refusals.wire(.tooManyRequests, extra: "retry-after: 5\r\n")
        context.writeAndFlush(wrapOutboundOut(refusal)).assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        return false
    }

    private func flush(_ context: ChannelHandlerContext) {
        guard hasUnflushed else { return }
        hasUnflushed = false
        context.flush()
    }

    // MARK: Ends

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard hasAnswered || inbox != nil, event is ChannelShouldQuiesceEvent || (event as? ChannelEvent) == .inputClosed else {
            return context.fireUserInboundEventTriggered(event)
        }
        // An empty write is done when everything before it is.
        hasUnflushed = false
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { [self] _ in
            let waits = inbox.map { waiting in
                if case .head = waiting.withUnsafeReadableBytes({ RequestHead.read($0, limit: limits.headers) }) { true } else { false }
            }
            if waits != true || isUnderway || !context.channel.isActive { return context.fireUserInboundEventTriggered(event) }
            userInboundEventTriggered(context: context, event: event)
        }
    }

    private func watchIdle(_ context: ChannelHandlerContext) {
        idleCheck = context.eventLoop.assumeIsolated().scheduleTask(deadline: lastActive + limits.idle) { [self] in
            // While an answer is being made the time is not the client's; while he does not take what is written, it is.
            if isUnderway && bodyLeft == 0 || parserUnderway > 0, context.channel.isWritable { lastActive = .now() }
            guard NIODeadline.now() - lastActive >= limits.idle else { return watchIdle(context) }
            context.close(promise: nil)
        }
    }
}

@available(*, unavailable)
extension FastPath: Sendable {}

/// Stands above parser and encoder and tells the fast path below what was parsed, and when an answer has ended.
final class AnswerWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let path: FastPath
    private var below: ChannelHandlerContext?

    init(_ path: FastPath) { self.path = path }

    func handlerAdded(context: ChannelHandlerContext) { below = try? context.pipeline.syncOperations.context(handler: path) }
    func handlerRemoved(context: ChannelHandlerContext) { below = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data), let below, !path.parsed(head.headers["x-forwarded-for"].last, below) { return }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data), let below else { return context.write(data, promise: promise) }
        context.write(data, promise: promise)
        path.answered(below)
    }
}

@available(*, unavailable)
extension AnswerWatch: Sendable {}
