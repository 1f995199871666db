import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOHTTP2
import NIOSSL
import NIOTLS

/// TLS on a connection, then HTTP/2 or HTTP/1.1 as the reader's browser asks for (ALPN, RFC 7301).
struct PortalTLS: ServerChildChannel {
    typealias Negotiated = NIONegotiatedHTTPVersion<PortalHTTP1.Value, HTTP2Channel.Value>

    struct Value: ServerChildChannelValue {
        let negotiated: EventLoopFuture<Negotiated>
        let channel: any Channel
    }

    private let certificates: Certificates
    private let http1: PortalHTTP1
    private let http2: HTTP2Channel
    private let limits: ServerLimits
    private let accounts: ClientAccounts

    init(_ certificates: Certificates, responder: @escaping HTTPChannelHandler.Responder, parts: ConnectionParts) {
        self.certificates = certificates
        limits = parts.limits
        accounts = parts.accounts
        http1 = PortalHTTP1(responder: responder, parts: parts, isSecure: true)
        let streams = HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                StreamWatch(patience: parts.limits.idle), FastStream(desk: parts.desk, accounts: parts.accounts, patience: parts.limits.idle),
                parts.connectionGuard(),
            ]
        )
        http2 = HTTP2Channel(
            responder: responder,
            configuration: HTTP2ChannelConfiguration(
                idleTimeout: .nanoseconds(parts.limits.idle.nanoseconds),
                gracefulCloseTimeout: parts.limits.gracefulStop,
                streamConfiguration: streams
            )
        )
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificates.context))
            // Who opens a connection and does not get through the handshake is not waited for.
            let patience = channel.eventLoop.assumeIsolated().scheduleTask(in: limits.idle) { channel.close(promise: nil) }
            let negotiation = NIOTypedApplicationProtocolNegotiationHandler<Negotiated> { result in
                patience.cancel()
                switch result {
                case .negotiated("h2"):
                    // Over HTTP/1.1 the fast path counts them.
                    guard isWithinBounds(channel) else {
                        return channel.close().flatMap { channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel) }
                    }
                    return http2.setup(channel: channel, logger: logger).flatMapThrowing { connection -> Negotiated in
                        try channel.pipeline.syncOperations.addHandler(ConnectionWatch(idle: limits.idle))
                        return .http2(connection)
                    }
                case .negotiated("http/1.1"), .fallback: return http1.setup(channel: channel, logger: logger).map { .http1_1($0) }
                case .negotiated: return channel.close().flatMap { channel.eventLoop.makeFailedFuture(NIOHTTP2Errors.invalidALPNToken()) }
                }
            }
            try channel.pipeline.syncOperations.addHandler(negotiation)
            return Value(negotiated: negotiation.protocolNegotiationResult, channel: channel)
        }
    }

    /// Whether the client may hold one connection more; it is counted until it closes.
    private func isWithinBounds(_ channel: any Channel) -> Bool {
        guard let account = accounts.account(ClientName(exact: channel.remoteAddress), now: .now()) else { return true }
        guard account.connect() else { return false }
        channel.closeFuture.whenComplete { _ in account.disconnect() }
        return true
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.negotiated.get() {
            case .http1_1(let connection): await http1.handle(value: connection, logger: logger)
            case .http2(let connection): await http2.handle(value: connection, logger: logger)
            }
        } catch {
            logger.debug("A connection ended before it began", metadata: ["error": "\(error)"])
        }
    }
}
