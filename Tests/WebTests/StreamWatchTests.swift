import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// Connections and streams of HTTP/2 on which nothing comes of anything, on a clock of their own.
@Suite("HTTP/2 that is left lying")
struct StreamWatchTests {
    private static func channel(_ handlers: [any ChannelHandler]) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        for handler in handlers { try channel.pipeline.syncOperations.addHandler(handler) }
        try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 443)).wait()
        return channel
    }

    private static func write(_ bytes: Int, to channel: EmbeddedChannel) {
        let body = ByteBuffer(repeating: UInt8(ascii: "a"), count: bytes)
        channel.pipeline.syncOperations.writeAndFlush(NIOAny(HTTPResponsePart.body(body)), promise: nil)
    }

    @Test("an answer nobody takes is given up; one that is taken slowly is not")
    func answers() throws {
        let shut = Window(), slow = Window()
        let never = try Self.channel([shut, StreamWatch(patience: .seconds(30))])
        let slowly = try Self.channel([slow, StreamWatch(patience: .seconds(30))])
        Self.write(100, to: never)
        Self.write(4 * StreamWatch.part, to: slowly)
        #expect(shut.kept.count == 1 && slow.kept.count == 4)
        never.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(never.isActive)
        never.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!never.isActive)
        for _ in 0..<3 {
            slowly.embeddedEventLoop.advanceTime(by: .seconds(29))
            slow.take()
        }
        slowly.embeddedEventLoop.advanceTime(by: .seconds(13))
        #expect(slowly.isActive)
        slowly.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(!slowly.isActive)
    }

    @Test("an answer behind others on a slow line waits longer, and not for ever")
    func behindOthers() throws {
        let line = ConnectionWatch(idle: .seconds(30))
        let channel = try Self.channel([Window(), StreamWatch(patience: .seconds(30), connection: line)])
        Self.write(100, to: channel)
        for _ in 0..<9 {
            line.partTaken()
            channel.embeddedEventLoop.advanceTime(by: .seconds(30))
            #expect(channel.isActive)
        }
        line.partTaken()
        channel.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(!channel.isActive)
    }

    @Test("an answer that was taken waits for nothing")
    func taken() throws {
        let window = Window()
        let channel = try Self.channel([window, StreamWatch(patience: .seconds(30))])
        Self.write(100, to: channel)
        window.take()
        channel.embeddedEventLoop.advanceTime(by: .seconds(300))
        #expect(channel.isActive)
        _ = try channel.finish()
    }

    @Test("a connection without streams ends, whatever its client answers to a goodbye; one with streams stays")
    func connections() throws {
        let watch = ConnectionWatch(idle: .seconds(30))
        let channel = try Self.channel([watch])
        watch.streamOpened()
        channel.embeddedEventLoop.advanceTime(by: .seconds(300))
        #expect(channel.isActive)
        watch.streamClosed()
        channel.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(!channel.isActive)
        let silent = try Self.channel([ConnectionWatch(idle: .seconds(30))])
        silent.embeddedEventLoop.advanceTime(by: .seconds(60))
        #expect(!silent.isActive)
    }

    @Test("who takes nothing is not read from, and is closed")
    func backPressure() throws {
        let watch = ConnectionWatch(idle: .seconds(30)), window = Window()
        let channel = try Self.channel([window, watch])
        watch.streamOpened()
        channel.pipeline.syncOperations.read()
        #expect(window.reads == 1)
        channel.isWritable = false
        channel.pipeline.syncOperations.fireChannelWritabilityChanged()
        channel.pipeline.syncOperations.read()
        #expect(window.reads == 1)
        channel.isWritable = true
        channel.pipeline.syncOperations.fireChannelWritabilityChanged()
        #expect(window.reads == 2)
        channel.isWritable = false
        channel.pipeline.syncOperations.fireChannelWritabilityChanged()
        channel.embeddedEventLoop.advanceTime(by: .seconds(60))
        #expect(!channel.isActive)
    }

    @Test("a request for a ready page that is never ended is given up")
    func openRequests() async throws {
        let face = try CountingFace()
        _ = try await face.send("/")
        try Self.leaveOpen(face.desk, ends: false)
        try Self.leaveOpen(face.desk, ends: true)
    }

    /// (One thread from beginning to end, as an embedded channel wants it.)
    private static func leaveOpen(_ desk: CacheDesk, ends: Bool) throws {
        let stream = FastStream(desk: desk, accounts: ClientAccounts(ClientLimits(rate: 0)), patience: .seconds(30))
        let channel = try Self.channel([stream])
        let head = HTTPRequest(method: .get, scheme: "https", authority: "anson.test", path: "/")
        channel.pipeline.syncOperations.fireChannelRead(NIOAny(HTTPRequestPart.head(head)))
        if ends { channel.pipeline.syncOperations.fireChannelRead(NIOAny(HTTPRequestPart.end(nil))) }
        channel.pipeline.syncOperations.fireChannelReadComplete()
        channel.embeddedEventLoop.advanceTime(by: .seconds(30))
        #expect(channel.isActive == ends)
        let answered = try channel.readOutbound(as: HTTPResponsePart.self)
        #expect((answered != nil) == ends)
        if ends { _ = try channel.finish() }
    }
}

/// The network as a slow reader makes it: what is written is taken when the test says so.
private final class Window: ChannelOutboundHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private(set) var kept: [EventLoopPromise<Void>?] = []
    private(set) var reads = 0

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) { kept.append(promise) }
    func flush(context: ChannelHandlerContext) {}
    func take() { kept.removeFirst()?.succeed(()) }

    func read(context: ChannelHandlerContext) {
        reads += 1
        context.read()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        for promise in kept { promise?.fail(ChannelError.eof) }
        kept = []
    }
}
