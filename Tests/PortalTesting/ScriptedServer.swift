public import NIOCore
import NIOPosix
import Synchronization

/// A server on this machine that answers what a test says, byte for byte: well, badly, slowly, or without end.
public final class ScriptedServer: Sendable {
    /// A request as it came.
    public struct Heard: Sendable {
        public let method: String
        public let target: String
        /// By lower-case name; a repeated one joined with commas.
        public let headers: [String: String]
        public let body: [UInt8]
    }

    public enum Act: Sendable {
        case bytes([UInt8])
        case pause(Duration)
        /// The same bytes until the other side has enough.
        case endless([UInt8])
        case close
    }

    public let port: Int
    private let channel: any Channel
    private let heard: Heardings

    /// Everything that was asked so far, oldest first.
    public var requests: [Heard] { heard.all.withLock { $0 } }

    private final class Heardings: Sendable {
        let all = Mutex<[Heard]>([])
    }

    private init(_ channel: any Channel, _ port: Int, _ heard: Heardings) {
        self.channel = channel
        self.port = port
        self.heard = heard
    }

    /// - Parameter prepare: puts something before the reading of requests (TLS).
    public static func with<T>(
        prepare: @escaping @Sendable (any Channel) throws -> Void = { _ in },
        answer: @escaping @Sendable (Heard) -> [Act],
        _ body: (ScriptedServer) async throws -> T
    ) async throws -> T {
        let heard = Heardings()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try prepare(channel)
                    try channel.pipeline.syncOperations.addHandler(
                        Conversation { request in
                            heard.all.withLock { $0.append(request) }
                            return answer(request)
                        }
                    )
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = ScriptedServer(channel, channel.localAddress?.port ?? 0, heard)
        do {
            let value = try await body(server)
            try? await channel.close()
            return value
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// A whole answer with its length.
    public static func answer(_ status: String = "200 OK", _ fields: [String] = [], _ body: [UInt8] = []) -> [Act] {
        let head = (["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.count)", "", ""]).joined(separator: "\r\n")
        return [.bytes(Array(head.utf8) + body)]
    }

    public static func answer(_ status: String = "200 OK", _ fields: [String] = [], _ body: String) -> [Act] {
        answer(status, fields, Array(body.utf8))
    }
}

/// Reads one request and plays its acts.
private final class Conversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var bytes: [UInt8] = []
    private var isAnswered = false
    private let answer: @Sendable (ScriptedServer.Heard) -> [ScriptedServer.Act]

    init(_ answer: @escaping @Sendable (ScriptedServer.Heard) -> [ScriptedServer.Act]) { self.answer = answer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytesView
        guard !isAnswered, let request = Self.request(bytes) else { return }
        isAnswered = true
        Self.play(answer(request)[...], on: context.channel)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private static func play(_ acts: ArraySlice<ScriptedServer.Act>, on channel: any Channel) {
        guard let act = acts.first else { return }
        let rest = acts.dropFirst()
        switch act {
        case .bytes(let bytes): channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenSuccess { play(rest, on: channel) }
        case .pause(let time): channel.eventLoop.scheduleTask(in: TimeAmount(time)) { play(rest, on: channel) }
        // By way of the loop: a write that is done at once must not pile up calls.
        case .endless(let bytes):
            channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenSuccess { channel.eventLoop.execute { play([act], on: channel) } }
        case .close: channel.close(promise: nil)
        }
    }

    private static func request(_ bytes: [UInt8]) -> ScriptedServer.Heard? {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let first = lines.first?.split(separator: " ") ?? []
        guard first.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            headers.merge([line[..<colon].lowercased(): String(value)]) { "\($0),\($1)" }
        }
        let body = bytes[end.upperBound...]
        guard body.count >= headers["content-length"].flatMap({ Int($0) }) ?? 0 else { return nil }
        return ScriptedServer.Heard(method: String(first[0]), target: String(first[1]), headers: headers, body: Array(body))
    }
}
