import News
import Pages
import Publishing
import SearchPages
import Store
import Web

/// The whole list of parts. A new feature is one folder and one line in each of these.
enum Features {
    static func all(news: NewsPages? = nil, pages: StaticPages? = nil, search: SearchPages? = nil) -> [any PortalFeature] {
        [NewsFeature(news), PagesFeature(pages), SearchFeature(search)]
    }

    static let kinds = KindRegistry([AnyKind(Article.self), AnyKind(StaticPage.self)])
    static let migrations: [Migration] = []
}
