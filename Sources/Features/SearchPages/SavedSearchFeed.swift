import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
import Search
import Syndication
import Vietnamese
import Web

/// `/tim-kiem/feed.atom?q=…`: a search that somebody follows. The newest finds, whatever order the page is read in.
extension SearchPages {
    func addFeedRoutes(to routes: RouterGroup<PortalContext>, _ feeds: Feeds) {
        for format in FeedFormat.allCases {
            routes.get("tim-kiem/feed.\(format.rawValue)") { request, context -> Response in
                var form = try SearchForm(request.uri.query, kinds: Set(kinds))
                (form.order, form.page) = (.newest, 1)
                guard !form.query.isEmpty else { throw PageError.badRequest }
                let source = try await source(form, format, for: context.visit)
                var answer = try await feeds.answer(source, as: format, for: context.visit)
                // What a search finds follows the record in its own time: others may keep it, and ask again.
                answer.freshness = .revalidate
                return answer.response(from: request, context: context)
            }
        }
    }

    private func source(_ form: SearchForm, _ format: FeedFormat, for visit: Visit) async throws -> FeedSource {
        var found: [SearchAnswer.Hit] = []
        if var request = request(form, visit) {
            request.size = Feeds.size
            found = try await index.search(request, synonyms: notes.synonyms, now: visit.now).hits
        }
        let page = form.path { _ in }
        let query = page.drop { $0 != "?" }.dropFirst()
        return FeedSource(
            list: "search/\(query)",
            title: "\(visit.word("search.title-of", ["query": String(form.query.prefix(100))])) - \(visit.site.name)",
            page: page,
            address: "/tim-kiem/feed.\(format.rawValue)?\(query)",
            items: found.map(\.item)
        )
    }
}
