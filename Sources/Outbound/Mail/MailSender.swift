import Glibc
import NIOCore
import NIOPosix
import NIOSSL

/// Hands letters to the operator's mail server (SMTP, RFC 5321). Part of the gate `fetch`: the server is an endpoint of the configuration, nothing
/// in a letter leads anywhere else.
public struct MailSender: Sendable {
    typealias Connection = NIOAsyncChannel<SMTPReply, SMTPSending>

    /// How long a letter may take. Less than a job's lease.
    public struct Limits: Sendable {
        public var connect: Duration = .seconds(10)
        /// Everything, from the connection to the last answer.
        public var total: Duration = .seconds(40)
        public init() {}
    }

    public let server: MailServer
    private let name: String
    private let tls: NIOSSLContext
    private let resolver: any NameResolver
    private let limits: Limits

    /// - Parameters:
    ///   - name: how this machine calls itself: a host name.
    ///   - roots: a PEM file of certificates to trust beside the system's.
    public init(
        _ server: MailServer,
        name: String,
        roots: String? = nil,
        resolver: any NameResolver = SystemResolver(),
        limits: Limits = Limits()
    ) throws {
        self.server = server
        self.resolver = resolver
        self.name = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !name.isEmpty ? name : "localhost"
        self.limits = limits
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let roots { configuration.additionalTrustRoots = [.file(roots)] }
        tls = try NIOSSLContext(configuration: configuration)
    }

    /// Returns when the server has taken the letter; what it does with it then is its own business.
    ///
    /// A connection that breaks off after the last line and before the answer leaves the question open. The letter then counts as not sent; when it is
    /// sent again, it bears the same `Message-ID`.
    /// - Throws: `MailFault`.
    public func send(_ message: MailMessage) async throws {
        let bytes = try message.encoded()
        do {
            try await Deadline.run(limits.total, else: .tooSlow(.whole)) {
                let trouble = Trouble()
                do {
                    let connection = try await connect(trouble)
                    try await connection.executeThenClose { inbound, outbound in
                        var talk = SMTPTalk(replies: inbound.makeAsyncIterator(), outbound: outbound)
                        try await talk.deliver(message, bytes, to: server, as: name)
                    }
                } catch { throw Self.fault(error, trouble) }
            }
        } catch is FetchFault { throw MailFault.tooSlow }
    }

    private func connect(_ trouble: Trouble) async throws -> Connection {
        let literal = IPAddress(server.host)
        let addresses: [IPAddress]
        if let literal {
            addresses = [literal]
        } else {
            do { addresses = try await resolver.addresses(of: server.host) } catch is FetchFault { throw MailFault.unreachable }
        }
        var last: any Error = MailFault.unreachable
        for address in addresses.prefix(3) {
            do { return try await connect(to: address, named: literal == nil ? server.host : nil, trouble) } catch { last = error }
        }
        throw last
    }

    private func connect(to address: IPAddress, named host: String?, _ trouble: Trouble) async throws -> Connection {
        let (tls, implicit) = (tls, server.security == .implicit)
        let nanoseconds = limits.connect.components.seconds * 1_000_000_000 + limits.connect.components.attoseconds / 1_000_000_000
        return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.nanoseconds(nanoseconds))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connect(to: SocketAddress(ipAddress: "\(address)", port: server.port)) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if implicit { try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(context: tls, serverHostname: host)) }
                    try channel.pipeline.syncOperations.addHandler(SMTPWire(tls: tls, name: host, trouble: trouble))
                    return try Connection(wrappingChannelSynchronously: channel)
                }
            }
    }

    private static func fault(_ error: any Error, _ trouble: Trouble) -> any Error {
        // Before a connection stands, that is what failed; afterwards all one hears is that it is closed.
        if let refused = error as? IOError, refused.errnoCode == ECONNREFUSED { return MailFault.unreachable }
        let isOnlyClosed = error is ChannelError || error is IOError || error as? MailFault == .brokenOff
        let first = isOnlyClosed ? trouble.first ?? error : error
        switch first {
        case is MailFault, is CancellationError: return first
        case NIOSSLError.uncleanShutdown: return MailFault.brokenOff
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: return MailFault.insecure
        case is NIOConnectionError, ChannelError.connectTimeout: return MailFault.unreachable
        default: return MailFault.brokenOff
        }
    }
}
