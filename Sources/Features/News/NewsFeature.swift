public import Hummingbird
public import Web

/// News: articles, section lists, topic sites, tags, authors, the archive, the front page.
public struct NewsFeature: PortalFeature {
    public let name = "news"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [
        PageTemplate<ArticleView>.article, PageTemplate<HomeView>.home, PageTemplate<ListView>.list, PageTemplate<ArchiveView>.archive,
        PageTemplate<SiteMapView>.siteMap,
    ]

    /// Its pages; nil where only the feature's name, kinds and templates are wanted (a check, a command).
    private let pages: NewsPages?

    public init(_ pages: NewsPages? = nil) { self.pages = pages }

    public func addRoutes(to routes: RouterGroup<PortalContext>) { pages?.addRoutes(to: routes) }

    public var queryParameters: [String: Set<String>] { NewsPages.queryParameters }
}

extension PageTemplate {
    static var article: PageTemplate<ArticleView> { PageTemplate<ArticleView>("news.article") }
    static var home: PageTemplate<HomeView> { PageTemplate<HomeView>("news.home") }
    static var list: PageTemplate<ListView> { PageTemplate<ListView>("news.list") }
    static var archive: PageTemplate<ArchiveView> { PageTemplate<ArchiveView>("news.archive") }
    static var siteMap: PageTemplate<SiteMapView> { PageTemplate<SiteMapView>("news.sitemap") }
}
