public import Hummingbird
public import Web

/// The hub of every portal's feeds (W3C WebSub): `/websub`. Subscribers hear of a change within seconds instead of asking for it.
public struct WebSubFeature: PortalFeature {
    public let name = "websub"
    /// Programs alone speak with a hub, so there are neither templates nor catalogues.
    public let files: [(path: String, text: StaticString)] = []

    /// Where the hub of each portal is.
    public static let path = "/websub"

    private let hub: Hub?

    public init(_ hub: Hub? = nil) { self.hub = hub }

    public func addRoutes(to routes: RouterGroup<PortalContext>) {
        if let hub { HubRoutes(hub: hub).addRoutes(to: routes) }
    }
}
