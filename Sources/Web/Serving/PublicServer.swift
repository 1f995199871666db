import Glibc
import HTTPTypes
public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle
public import UnixSignals

/// The listeners of `caunoi serve`: readers on one or more addresses, the operator on an address of his own; started and stopped together.
public struct PublicServer: Sendable {
    private let listeners: [Listener]
    private let limits: ServerLimits
    private let logger: Logger

    /// - Parameters:
    ///   - router: from `PublicRouter.build`.
    ///   - onListening: told each address once it is open, with the real port where 0 was asked for.
    public init(
        face: Face,
        router: Router<WebContext>,
        listen: [ListenAddress],
        operatorEndpoints: OperatorEndpoints? = nil,
        operatorAddress: ListenAddress? = nil,
        limits: ServerLimits = ServerLimits(),
        clients: ClientLimits = ClientLimits(),
        desk: CacheDesk? = nil,
        certificates: Certificates? = nil,
        logger: Logger,
        onListening: @escaping @Sendable (ListenAddress) -> Void = { _ in }
    ) {
        let inner = router.buildResponder()
        let refusals = WireRefusals(face: face)
        let parts = ConnectionParts(desk: desk, accounts: ClientAccounts(clients), limits: limits, refusals: refusals)
        var listeners = listen.map { address in
            Listener(address: address, onListening: onListening) { address, opened in
                desk.map { Self.application(CacheLayer(inner, face: face, desk: $0), address, parts, certificates, logger, opened) }
                    ?? Self.application(inner, address, parts, certificates, logger, opened)
            }
        }
        if let operatorEndpoints, let operatorAddress {
            let unbounded = ConnectionParts(desk: nil, accounts: ClientAccounts(ClientLimits(rate: 0)), limits: limits, refusals: refusals)
            let responder = operatorEndpoints.router().buildResponder()
            listeners.append(
                Listener(address: operatorAddress, onListening: onListening) { address, opened in
                    Self.application(responder, address, unbounded, nil, logger, opened)
                }
            )
        }
        self.listeners = listeners
        self.limits = limits
        self.logger = logger
    }

    /// Serves until the program is told to stop, then ends within the limits' bounds: first the listeners, then `services` in reverse order.
    /// - Throws: `ServeFault` when an address cannot be listened on.
    public func run(services: [any Service] = [], signals: [UnixSignal] = [.sigterm, .sigint]) async throws {
        var configuration = ServiceGroupConfiguration(
            services: (services + listeners).map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) },
            gracefulShutdownSignals: signals,
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = limits.gracefulStop
        configuration.maximumCancellationDuration = limits.forcedStop
        try await ServiceGroup(configuration: configuration).run()
    }

    private static func application<Responder: HTTPResponder>(
        _ responder: Responder,
        _ address: ListenAddress,
        _ parts: ConnectionParts,
        _ certificates: Certificates?,
        _ logger: Logger,
        _ opened: @escaping @Sendable (Int?) -> Void
    ) -> any Service where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        Application(
            responder: responder,
            server: HTTPServerBuilder { respond in
                if let certificates { return PortalTLS(certificates, responder: respond, parts: parts) }
                return PortalHTTP1(responder: respond, parts: parts)
            },
            configuration: ApplicationConfiguration(
                address: address.bindAddress,
                backlog: 1024,
                availableConnectionsDelegate: .maximum(parts.limits.connections, logger: logger)
            ),
            onServerRunning: { channel in opened(channel.localAddress?.port) },
            logger: logger
        )
    }
}

/// One listening address as a service, with errors that name it.
private struct Listener: Service {
    let address: ListenAddress
    let onListening: @Sendable (ListenAddress) -> Void
    let application: @Sendable (ListenAddress, @escaping @Sendable (Int?) -> Void) -> any Service

    func run() async throws {
        do {
            try await serve(address)
        } catch let error as IOError where Self.isWithoutIPv6(error) {
            guard let fallback = address.withoutIPv6 else { throw Self.fault(error, address) }
            try await serve(fallback)
        }
    }

    private func serve(_ address: ListenAddress) async throws {
        do {
            try await application(address) { port in onListening(address.with(port: port)) }.run()
        } catch let error as IOError where !Self.isWithoutIPv6(error) || address.withoutIPv6 == nil {
            throw Self.fault(error, address)
        } catch let error as SocketAddressError {
            throw ServeFault.cannotListen(address.description, "the name is not known here (\(error))")
        }
    }

    private static func isWithoutIPv6(_ error: IOError) -> Bool { error.errnoCode == EAFNOSUPPORT || error.errnoCode == EADDRNOTAVAIL }

    private static func fault(_ error: IOError, _ address: ListenAddress) -> ServeFault {
        switch error.errnoCode {
        case EADDRINUSE: .addressInUse(address.description)
        case EACCES, EPERM: .notAllowed(address.description)
        default: .cannotListen(address.description, error.description)
        }
    }
}
