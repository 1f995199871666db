public import Hummingbird
public import Web

/// Static pages, and the three that every portal has from its first day: introduction, contact, privacy.
public struct PagesFeature: PortalFeature {
    public let name = "pages"
    public let files = EmbeddedFiles.all
    public let templates: [any TemplateContract] = [
        PageTemplate<StaticPageView>.staticPage, PageTemplate<BasicPageView>.introduction, PageTemplate<BasicPageView>.contact,
        PageTemplate<BasicPageView>.privacy,
    ]

    private let pages: StaticPages?

    public init(_ pages: StaticPages? = nil) { self.pages = pages }

    public func addRoutes(to routes: RouterGroup<PortalContext>) { pages?.addRoutes(to: routes) }
}

extension PageTemplate {
    static var staticPage: PageTemplate<StaticPageView> { PageTemplate<StaticPageView>("pages.page") }
    static var introduction: PageTemplate<BasicPageView> { PageTemplate<BasicPageView>("pages.introduction") }
    static var contact: PageTemplate<BasicPageView> { PageTemplate<BasicPageView>("pages.contact") }
    static var privacy: PageTemplate<BasicPageView> { PageTemplate<BasicPageView>("pages.privacy") }
}
