import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import Synchronization

/// Opens a connection to one address that has been checked, and says on it the name that was asked for.
struct Connector: Sendable {
    typealias Connection = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    let tls: NIOSSLContext

    static func context(roots: String?) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        if let roots { configuration.additionalTrustRoots = [.file(roots)] }
        return try NIOSSLContext(configuration: configuration)
    }

    func connect(to address: IPAddress, for target: ForeignAddress, _ limits: FetchLimits) async throws -> (Connection, Trouble) {
        let trouble = Trouble()
        let socket = try SocketAddress(ipAddress: "\(address)", port: target.port)
        let nanoseconds = limits.connect.components.seconds * 1_000_000_000 + limits.connect.components.attoseconds / 1_000_000_000
        let tls = tls
        do {
            let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.nanoseconds(nanoseconds))
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .connect(to: socket) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try Self.prepare(channel, target, tls: tls, limits)
                        try channel.pipeline.syncOperations.addHandler(TroubleKeeper(trouble))
                        return try Connection(wrappingChannelSynchronously: channel)
                    }
                }
            return (connection, trouble)
        } catch is ChannelError {
            throw FetchFault.tooSlow(.connecting)
        } catch is IOError {
            throw FetchFault.unreachable
        } catch is NIOConnectionError {
            throw FetchFault.unreachable
        }
    }

    private static func prepare(_ channel: any Channel, _ target: ForeignAddress, tls: NIOSSLContext, _ limits: FetchLimits) throws {
        let pipeline = channel.pipeline.syncOperations
        if target.scheme == .https {
            // A name goes into SNI and is what the certificate must hold; an address literal is compared with the certificate as it is.
            let name: String? = if case .name(let name) = target.host { name } else { nil }
            try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: name))
        }
        // Chunk sizes and interim answers are counted too, so there is room for them.
        try pipeline.addHandler(WireMeter(limit: limits.headerBytes * 2 + limits.bodyBytes * 2))
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = limits.headerBytes
        decoding.maxHeaderListSize = limits.headerBytes
        decoding.maxHeaderFieldCount = limits.headerFields
        try pipeline.addHandler(HTTPRequestEncoder())
        try pipeline.addHandler(ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: decoding)))
        try pipeline.addHandler(NIOHTTPResponseDecompressor(limit: .size(limits.bodyBytes)))
    }
}

/// What first went wrong on a connection: afterwards all one hears is that it is closed.
final class Trouble: Sendable {
    private let kept = Mutex<(any Error)?>(nil)
    var first: (any Error)? { kept.withLock { $0 } }
    func keep(_ error: any Error) { kept.withLock { if $0 == nil { $0 = error } } }
}

private final class TroubleKeeper: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let trouble: Trouble
    init(_ trouble: Trouble) { self.trouble = trouble }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        trouble.keep(error)
        context.fireErrorCaught(error)
    }
}
