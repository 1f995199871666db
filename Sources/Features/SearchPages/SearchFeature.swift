public import Hummingbird
public import Web

/// Search: the page of results, and suggestions as one types.
public struct SearchFeature: PortalFeature {
    public let name = "search"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [PageTemplate<SearchView>.search]

    private let pages: SearchPages?

    public init(_ pages: SearchPages? = nil) { self.pages = pages }

    public func addRoutes(to routes: RouterGroup<PortalContext>) { pages?.addRoutes(to: routes) }

    public var queryParameters: [String: Set<String>] {
        let fields = Set(SearchForm.Field.allCases.map(\.rawValue))
        var parameters = ["/tim-kiem": fields, "/tim-kiem/goi-y": [SearchForm.Field.query.rawValue]]
        for format in FeedFormat.allCases { parameters["/tim-kiem/feed.\(format.rawValue)"] = fields }
        return parameters
    }
}

extension PageTemplate {
    static var search: PageTemplate<SearchView> { PageTemplate<SearchView>("search.page") }
}
