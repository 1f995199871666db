public import Hummingbird
import NIOCore

/// The context of every request on the public listeners, before it is known which portal it is for.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The request's id, in its answer and in every line about it. (Hummingbird's own reads it back from the logger, which may have no memory.)
    public internal(set) var id = ""
    /// Set once the host has been recognised.
    var visit: Visit?
    /// The other end of the connection.
    let peer: SocketAddress?

    public init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress
    }

    /// The name under which this request is counted: a class of addresses, never an address.
    func counted(as route: String) { coreContext.endpointPath.value = route }
}

/// The context of a handler of a portal. It cannot exist without a portal: a handler that takes it has the proof in its hands.
public struct PortalContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let visit: Visit

    public var id: String { visit.requestID }

    public init(context: WebContext) throws {
        guard let visit = context.visit else { throw PageError.unknownHost }
        coreContext = context.coreContext
        self.visit = visit
    }
}
