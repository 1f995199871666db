import News
import Pages
import Publishing
import ReadAPI
import Store
import Web

/// The whole list of parts. A new feature is one folder and one line in each of these.
enum Features {
    static func all(news: NewsPages? = nil, pages: StaticPages? = nil, api: ReadAPI? = nil) -> [any PortalFeature] {
        [NewsFeature(news), PagesFeature(pages), ReadAPIFeature(api)]
    }

    static let kinds = KindRegistry([AnyKind(Article.self), AnyKind(StaticPage.self)])
    /// How kinds stand in exchange files.
    static let exchange = [Article.exchange, StaticPage.exchange]
    static let migrations: [Migration] = []
}
