import Foundation
import HTTPTypes
public import Hummingbird
public import Logging
import NIOCore
import PortalNetwork
public import Publishing
public import Search
import Store
public import Syndication
import Vietnamese
public import Web

/// `/tim-kiem` and `/tim-kiem/goi-y`. What the index finds is shown only as far as the gate reveals it at this moment.
public struct SearchPages: Sendable {
    let index: SearchIndex
    let notes: SearchNotes
    private let reader: Reader
    private let addresses: Addresses
    private let sections: @Sendable () -> SectionIndex
    let kinds: [String]
    private let feeds: Feeds?
    private let logger: Logger

    public init(
        index: SearchIndex,
        notes: SearchNotes,
        reader: Reader,
        addresses: Addresses,
        kinds: KindRegistry,
        logger: Logger,
        feeds: Feeds? = nil,
        sections: @escaping @Sendable () -> SectionIndex
    ) {
        self.index = index
        self.notes = notes
        self.reader = reader
        self.addresses = addresses
        self.sections = sections
        self.kinds = kinds.all.map(\.name.rawValue)
        self.logger = logger
        self.feeds = feeds
    }

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("tim-kiem") { request, context in
            try await page(SearchForm(request.uri.query, kinds: Set(kinds)), for: context.visit)
        }
        routes.get("tim-kiem/goi-y") { request, context in
            let text = SearchForm.values(of: request.uri.query ?? "")[.query] ?? ""
            return try await suggestions(text.trimmedStart, for: context.visit)
        }
        if let feeds { addFeedRoutes(to: routes, feeds) }
    }

    // MARK: Results

    func page(_ form: SearchForm, for visit: Visit) async throws -> PageAnswer {
        var view = SearchView(
            query: form.query,
            hasQuery: !form.query.isEmpty,
            isFiltered: form.isFiltered,
            reset: "/tim-kiem?q=" + SearchForm.encoded(form.query)
        )
        view.isBuilding = index.isBuilding
        view.hasFaults = form.hasFaults
        view.from = form.from.map { "\($0)" }
        view.to = form.to.map { "\($0)" }
        var answer = SearchAnswer()
        if !form.query.isEmpty {
            let request = request(form, visit)
            do {
                if let request { answer = try await index.search(request, synonyms: notes.synonyms, now: visit.now) }
            } catch let fault as StoreFault {
                // The index is thrown away and made anew by itself; readers are told instead of failed.
                logger.error("A search failed", metadata: ["error": "\(fault)"])
                view.isBuilding = true
            }
            view.isUnsearchable = answer.isEmpty
            view.isCut = answer.isCut
            view.isPartial = answer.isPartial
            view.results = try await results(answer.hits, visit)
            if form.page > 1 && answer.hits.isEmpty { return .notFound }
            if form.page == 1 {
                if !form.isFiltered { view.promoted = try await promoted(form.query, visit) }
                if !visit.isRobot, !form.isFiltered, !view.isBuilding, !answer.isEmpty {
                    notes.count(form.query, on: visit.site.id, found: answer.count.number > 0 && !answer.isPartial)
                }
            }
            if answer.count.number > 0 {
                view.total = Self.number(answer.count.number, visit.language)
                view.isMore = answer.count.isBounded
            }
            view.suggestion = answer.suggestion.flatMap { text in Link(text, to: form.path { $0.query = text }) }
            view.pager = pager(form, answer.count, visit)
        } else {
            view.popular = notes.popular(beginning: "", on: visit.site.id, limit: 8).compactMap { text in
                Link(text, to: "/tim-kiem?q=" + SearchForm.encoded(text))
            }
        }
        fill(&view, form, answer.facets, visit)
        // Words that nothing here says do not get into a title that somebody shares as the portal's.
        let title =
            answer.count.number > 0 ? visit.word("search.title-of", ["query": String(form.query.prefix(100))]) : visit.word("search.title")
        return .page(Page(.search, view, head: head(title, form, visit), path: "/tim-kiem", freshness: .none))
    }

    private func head(_ title: String, _ form: SearchForm, _ visit: Visit) -> PageHead {
        var head = PageHead(title: title, isHidden: true)
        guard feeds != nil, !form.query.isEmpty else { return head }
        let query = form.path { $0.page = 1 }.drop { $0 != "?" }
        head.feeds = [FeedLink(title: title, type: FeedFormat.atom.mediaType, href: "/tim-kiem/feed.atom\(query)")]
        return head
    }

    /// Nil when a condition names a section that the portal does not have: nothing can be found there.
    func request(_ form: SearchForm, _ visit: Visit) -> SearchRequest? {
        var section: SectionID?
        if let code = form.section {
            guard let found = sections().section(code, on: visit.site.id) else { return nil }
            section = found.id
        }
        let scope: SearchRequest.Scope =
            switch form.scope {
            case .site: .site(visit.site.id)
            case .subtree: .subtree(visit.site.id)
            case .everything: .everything
            }
        return SearchRequest(
            form.query,
            scope: scope,
            kind: form.kind.map { KindName(rawValue: $0) },
            section: section,
            language: form.language,
            from: form.from,
            to: form.to,
            order: form.order == .relevance ? .relevance : form.order == .newest ? .newest : .oldest,
            page: form.page
        )
    }

    private func results(_ hits: [SearchAnswer.Hit], _ visit: Visit) async throws -> [ResultView] {
        let cards = Dictionary(try await reader.cards(hits.map(\.item)).map { ($0.item, $0) }) { first, _ in first }
        return hits.compactMap { hit in cards[hit.item].flatMap { result($0, hit, visit) } }
    }

    private func promoted(_ text: String, _ visit: Visit) async throws -> [ResultView] {
        let items = notes.promoted(for: text, on: visit.site.id)
        guard !items.isEmpty else { return [] }
        return try await reader.cards(items).compactMap { result($0, nil, visit) }
    }

    private func result(_ card: RevealedCard, _ hit: SearchAnswer.Hit?, _ visit: Visit) -> ResultView? {
        guard let site = visit.tree[card.site], site.status != .closed, site.status != .redirected else { return nil }
        let isHere = site.id == visit.site.id
        let path = addresses.path(of: card)
        guard let href = isHere ? path : visit.face.origins.url(site, path) else { return nil }
        // Extracts are of the edition that was indexed; of another the card itself speaks.
        let isCurrent = hit.map { $0.edition == card.edition } ?? false
        var extract = isCurrent ? (hit?.extract ?? []).map { PartView(text: $0.text, isHit: $0.isHit) } : []
        if extract.isEmpty, let summary = card.content.summary { extract = [PartView(text: summary, isHit: false)] }
        let section = card.section.flatMap { sections()[$0] }
        return ResultView(
            id: "\(card.item)",
            edition: card.edition,
            href: href,
            title: isCurrent
                ? (hit?.title ?? []).map { PartView(text: $0.text, isHit: $0.isHit) } : [PartView(text: card.content.title, isHit: false)],
            extract: extract,
            date: DateTexts.date(card.publishedAt, visit.language),
            datetime: card.publishedAt.rfc3339,
            kind: nil,
            section: isHere ? section.flatMap { Link($0.name, to: $0.kind == .topic ? "/chuyen-trang/\($0.code)/" : "/\($0.code)/") } : nil,
            portal: isHere ? nil : visit.face.origins.url(site).flatMap { Link(site.shortName, to: $0, isOutside: false) }
        )
    }

    private func pager(_ form: SearchForm, _ count: SearchAnswer.Count, _ visit: Visit) -> Pager? {
        let pages = min(SearchRequest.lastPage, (count.number + 9) / 10)
        guard pages > 1 else { return nil }
        return Pager(
            page: form.page,
            pages: pages,
            previous: form.page > 1 ? form.path(page: form.page - 1) : nil,
            next: form.page < pages ? form.path(page: form.page + 1) : nil
        )
    }

    // MARK: The form

    private func fill(_ view: inout SearchView, _ form: SearchForm, _ facets: SearchAnswer.Facets, _ visit: Visit) {
        let tree = visit.tree
        func option(_ value: String, _ label: String, _ count: Int?, _ isChosen: Bool) -> OptionView {
            OptionView(value: value, label: label, count: count.map { Self.number($0, visit.language) }, isChosen: isChosen)
        }
        if tree.count > 1 {
            var scopes = [SearchForm.Scope.site]
            if !tree.children(of: visit.site.id).isEmpty { scopes.append(.subtree) }
            scopes.append(.everything)
            view.scopes = scopes.map { option($0.rawValue, visit.word("search.scope-\($0.rawValue)"), nil, form.scope == $0) }
        }
        let kindCounts = Dictionary(facets.kinds.map { ($0.0.rawValue, $0.1) }) { first, _ in first }
        view.kinds = kinds.filter { kindCounts[$0] != nil || form.kind == $0 || form.query.isEmpty }.map {
            option($0, visit.word("search.kind-\($0)"), kindCounts[$0], form.kind == $0)
        }
        let index = sections()
        let sectionCounts = Dictionary(facets.sections) { first, _ in first }
        view.sections = index.all(on: visit.site.id).filter { sectionCounts[$0.id] != nil || form.section == $0.code || form.query.isEmpty }.map {
            option($0.code, $0.name, sectionCounts[$0.id], form.section == $0.code)
        }
        if Set(tree.all.map(\.language)).count > 1 {
            let counts = Dictionary(facets.languages) { first, _ in first }
            view.languages = Language.allCases.map { option($0.rawValue, $0.ownName, counts[$0], form.language == $0) }
        }
        view.orders = SearchForm.Order.allCases.map { option($0.rawValue, visit.word("search.order-\($0.rawValue)"), nil, form.order == $0) }
        guard !form.query.isEmpty else { return }
        if facets.years.count > 1 {
            view.years = facets.years.prefix(12).compactMap { year, count in
                Link("\(year)", to: form.path { ($0.from, $0.to) = (CivilDate("\(year)-01-01"), CivilDate("\(year)-12-31")) })
                    .map { FacetView(link: $0, count: Self.number(count, visit.language)) }
            }
        }
        if form.scope != .site, facets.sites.count > 1 {
            view.portals = facets.sites.prefix(12).compactMap { id, count in
                guard let site = tree[id], let url = visit.face.origins.url(site, "/tim-kiem?q=" + SearchForm.encoded(form.query)) else { return nil }
                return Link(site.shortName, to: url, isOutside: false).map { FacetView(link: $0, count: Self.number(count, visit.language)) }
            }
        }
        view.faceted = facets.newest.map { Self.number($0, visit.language) }
    }

    static func number(_ number: Int, _ language: Language) -> String {
        let text = numberText(number)
        return language == .vi ? text : text.replacing(".", with: ",")
    }

    // MARK: Suggestions

    private struct Suggestion: Encodable {
        let type: String
        let text: String
        let href: String
    }

    private struct Suggestions: Encodable {
        let q: String
        let suggestions: [Suggestion]
    }

    func suggestions(_ text: String, for visit: Visit) async throws -> ByteAnswer {
        let query = text.count <= 200 ? text : ""
        var found: [Suggestion] = []
        if !query.trimmed.isEmpty {
            for popular in notes.popular(beginning: query, on: visit.site.id, limit: 3) {
                found.append(Suggestion(type: "query", text: popular, href: "/tim-kiem?q=" + SearchForm.encoded(popular)))
            }
            let start = fold(query).trimmed
            for section in sections().all(on: visit.site.id) where fold(section.name).hasPrefix(start) && found.count < 5 {
                found.append(
                    Suggestion(
                        type: "section",
                        text: section.name,
                        href: section.kind == .topic ? "/chuyen-trang/\(section.code)/" : "/\(section.code)/"
                    )
                )
            }
            do {
                let completion = try await index.completions(of: query, on: visit.site.id)
                for tag in completion.tags where found.count < 7 {
                    found.append(Suggestion(type: "tag", text: tag.name, href: "/tu-khoa/\(tag.slug)"))
                }
                for card in try await reader.cards(completion.items) where card.site == visit.site.id && found.count < 10 {
                    found.append(Suggestion(type: "title", text: card.content.title, href: addresses.path(of: card)))
                }
            } catch let fault as StoreFault {
                logger.error("Suggestions failed", metadata: ["error": "\(fault)"])
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try encoder.encode(Suggestions(q: query, suggestions: found.filter { Link.isSafe($0.href) }))
        return ByteAnswer(
            ByteBuffer(bytes: bytes),
            type: "application/json; charset=utf-8",
            freshness: .none,
            headers: [HTTPField.Name("X-Robots-Tag") ?? .server: "noindex"]
        )
    }
}

extension String {
    /// What was typed so far keeps its last space: the word before it is finished.
    var trimmedStart: String { String(drop { $0.isWhitespace }) }
}
