public import Hummingbird
import NIOCore

/// The context of every request on the public listeners, before it is known which portal it is for.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The request's id, in its answer and in every line about it. (Hummingbird's own reads it back from the logger, which may have no memory.)
    public internal(set) var id = ""
    /// Set once the host has been recognised.
    var visit: Visit?
    /// Asked by the program itself: no reader is counted, and no line written.
    var isInside = false
    /// The other end of the connection.
    let peer: SocketAddress?

    public init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
    }

    /// For a request without a connection.
    init(core: CoreRequestContextStorage) {
        coreContext = core
        peer = nil
    }

    /// The name under which this request is counted: a class of addresses, never an address.
    func counted(as route: String) { coreContext.endpointPath.value = route }
}

/// The context of a handler of a portal. It cannot exist without a portal: a handler that takes it has the proof in its hands.
public struct PortalContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let visit: Visit
    private let peer: SocketAddress?

    /// Where a request comes from, past the proxies of ours: for bounds on what one place may send, never for pages.
    public func client(of request: Request) -> String { request.client(peer, visit.face.proxies) }

    public var id: String { visit.requestID }

    public init(context: WebContext) throws {
        guard let visit = context.visit else { throw PageError.unknownHost }
        coreContext = context.coreContext
        self.visit = visit
        peer = context.peer
    }
}
