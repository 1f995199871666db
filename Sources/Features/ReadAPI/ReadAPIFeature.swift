public import Hummingbird
public import Web

/// The read API: what machines may read of the portals, under `/api/`.
public struct ReadAPIFeature: PortalFeature {
    public let name = "api"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [PageTemplate<ReferenceView>.reference]

    /// Nil where only the feature's name and templates are wanted (a check, a command).
    private let api: ReadAPI?

    public init(_ api: ReadAPI? = nil) { self.api = api }

    public func addRoutes(to routes: RouterGroup<PortalContext>) { api?.addRoutes(to: routes) }

    /// Its addresses refuse what they do not know, so every parameter counts.
    public var queryParameters: [String: Set<String>] {
        Dictionary((api?.endpoints ?? []).map { ("/" + $0.route, [PortalQuery.every]) }) { first, _ in first }
    }
}
