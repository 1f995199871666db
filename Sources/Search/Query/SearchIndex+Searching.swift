import Exchange
public import PortalNetwork
public import Publishing
public import Store
public import Vietnamese

extension SearchIndex {
    /// So many candidates of all tiers together are read and ranked; what follows comes newest first.
    static let pool = 160
    /// Finds are counted up to here.
    static let counted = 10_000
    /// Facets are counted over so many of the newest finds.
    static let faceted = 2_000

    /// Everything a page of results needs, by a bounded number of bounded walks through the postings.
    public func search(_ request: SearchRequest, synonyms: Synonyms = .standard, now: Instant) async throws -> SearchAnswer {
        Dependencies.isPassing()
        let query = SearchQuery(request.text, synonyms: synonyms)
        guard !query.isEmpty, let span = request.span else {
            var answer = SearchAnswer()
            answer.isEmpty = query.isEmpty
            return answer
        }
        return try await read { db in
            var answer = try Searcher(query.rarestFirst(db), request, span, now, db).answer()
            if answer.count.number == 0 || answer.isPartial {
                answer.suggestion = try Corrections(query, db).best { corrected in
                    try Searcher(SearchQuery(corrected, synonyms: synonyms), request, span, now, db).findsAnything()
                }
            }
            return answer
        }
    }
}

extension SearchIndex {
    /// The items of one page of results, and nothing else: as many are opened as fit the page, nothing is counted, no place is cut out of a text, no other
    /// spelling looked for.
    public func items(_ request: SearchRequest, synonyms: Synonyms = .standard, now: Instant) async throws -> [ItemID] {
        let query = SearchQuery(request.text, synonyms: synonyms)
        guard !query.isEmpty, let span = request.span else { return [] }
        return try await read { try Searcher(query.rarestFirst($0), request, span, now, $0, pool: max(50, request.size)).items() }
    }
}

/// One search on one snapshot.
struct Searcher {
    private let query: SearchQuery
    private let request: SearchRequest
    private let span: ClosedRange<Int64>
    private let now: Instant
    private let db: any Connection
    private let filters: [String]
    /// So many candidates are opened and ranked.
    private let pool: Int

    init(
        _ query: SearchQuery,
        _ request: SearchRequest,
        _ span: ClosedRange<Int64>,
        _ now: Instant,
        _ db: any Connection,
        pool: Int = SearchIndex.pool
    ) {
        self.pool = pool
        self.query = query
        self.request = request
        self.span = span
        self.now = now
        self.db = db
        filters = request.filters.map(MatchExpression.term)
    }

    func findsAnything() throws -> Bool { try !query.isEmpty && !ids(MatchExpression.folded(query), limit: 1).isEmpty }

    func answer() throws -> SearchAnswer {
        var answer = SearchAnswer()
        answer.isCut = query.isCut
        guard let finds = try finds(counts: true) else { return answer }
        answer.isPartial = finds.isPartial
        answer.hits = finds.page.map(\.hit)
        answer.count = .init(number: min(finds.count, SearchIndex.counted), isBounded: finds.count > SearchIndex.counted)
        answer.facets = try facets(finds.newest, finds.count)
        return answer
    }

    func items() throws -> [ItemID] { try finds(counts: false)?.page.map(\.item) ?? [] }

    private struct Finds {
        let page: [Found]
        /// The newest of all.
        let newest: [Int64]
        let count: Int
        let isPartial: Bool
    }

    /// `counts`: how many there are beyond `faceted`. Nil where there is nothing.
    private func finds(counts: Bool) throws -> Finds? {
        var base = MatchExpression.folded(query)
        if let numbers = MatchExpression.numbers(query) { base = MatchExpression.any([base, numbers]) }
        // Where there are few, one walk serves everything that follows: how many there are, what is ranked, what is counted by kind and year.
        var all = try ids(base, limit: SearchIndex.faceted + 1)
        var isPartial = false
        if all.isEmpty, let partial = MatchExpression.allButOne(query) {
            base = partial
            all = try ids(base, limit: SearchIndex.faceted + 1)
            isPartial = !all.isEmpty
        }
        guard !all.isEmpty else { return nil }
        var count = all.count <= SearchIndex.faceted || !counts ? all.count : try self.count(base)
        let needed = request.page * request.size
        var ranked: [Found] = []
        if request.order == .relevance {
            ranked = try rank(Array(all.prefix(pool)), all: count <= pool, isPartial)
            if count <= pool { count = ranked.count }
        }
        var page = Array(ranked.dropFirst(needed - request.size).prefix(request.size))
        if page.count < request.size, count > ranked.count {
            page += try rest(
                base,
                among: all,
                beyond: Set(ranked.map(\.id)),
                from: max(0, needed - request.size - ranked.count),
                limit: request.size - page.count
            )
        }
        return Finds(page: page, newest: all, count: count, isPartial: isPartial)
    }

    /// A find, opened.
    private struct Found {
        let id: Int64
        let item: ItemID
        let edition: Int
        let publishedAt: Instant
        let title: MatchedText
        let body: MatchedText

        var hit: SearchAnswer.Hit {
            .init(item: item, edition: edition, title: Extract.whole(title), extract: Extract.best(of: body))
        }
    }

    /// Candidates tier by tier, each newest first, then by their words.
    private func rank(_ newest: [Int64], all: Bool, _ isPartial: Bool) throws -> [Found] {
        var ids: [Int64] = []
        var seen: Set<Int64> = []
        var numbered: Set<Int64> = []
        func add(_ found: [Int64]) { for id in found where seen.insert(id).inserted { ids.append(id) } }
        if all {
            add(newest)
            if let numbers = MatchExpression.numbers(query) { numbered = Set(try self.ids(numbers, limit: pool)) }
        } else {
            if let numbers = MatchExpression.numbers(query) {
                let found = try self.ids(numbers, limit: 60)
                numbered = Set(found)
                add(found)
            }
            if !isPartial {
                // Where few titles hold the words at all, those that hold them exactly or in a row are among them.
                let titled = try self.ids(MatchExpression.folded(query, title: true), limit: 50)
                if titled.count == 50 {
                    if query.isMarked { add(try self.ids(MatchExpression.exact(query, title: true), limit: 50)) }
                    if let phrase = MatchExpression.phrase(query, title: true) { add(try self.ids(phrase, limit: 40)) }
                }
                add(titled)
                if let phrase = MatchExpression.phrase(query) { add(try self.ids(phrase, limit: 50)) }
                if query.isMarked { add(try self.ids(MatchExpression.exact(query), limit: 50)) }
            }
            if ids.count < pool { add(newest) }
        }
        let opened = try open(Array(ids.prefix(pool)))
        let scored = opened.map { found -> (found: Found, score: Double) in
            let age = Double(now.rawValue - found.publishedAt.rawValue) / (365.25 * 86_400_000)
            let candidate = Ranking.Candidate(
                id: found.id,
                title: found.title,
                body: found.body,
                hasNumber: numbered.contains(found.id),
                age: age
            )
            return (found, Ranking.score(candidate, query))
        }
        return scored.sorted { ($0.score, $0.found.id) > ($1.score, $1.found.id) }.map(\.found)
    }

    /// What comes after the ranked ones (or without ranking): by date.
    private func rest(_ base: String, among all: [Int64], beyond: Set<Int64>, from: Int, limit: Int) throws -> [Found] {
        guard request.order != .relevance || from + limit + beyond.count <= SearchRequest.lastPage * request.size else { return [] }
        var expression = base
        if request.order != .relevance, query.isMarked {
            // By date nothing ranks what was typed above what merely looks alike, so it stands alone where it is found at all.
            let exact = MatchExpression.exact(query)
            if try !ids(exact, limit: 1).isEmpty { expression = exact }
        }
        let wanted = from + limit + beyond.count
        let walked = expression == base && (wanted <= all.count || all.count <= SearchIndex.faceted)
        let ids = (walked ? Array(all.prefix(wanted)) : try self.ids(expression, limit: wanted)).filter { !beyond.contains($0) }
        return try open(Array(ids.dropFirst(from).prefix(limit)))
    }

    /// A walk through the postings.
    private func ids(_ expression: String, limit: Int) throws -> [Int64] {
        let match = MatchExpression.all([expression] + filters)
        if request.order == .oldest {
            return try db.column(
                """
                SELECT rowid FROM posting WHERE posting MATCH \(match) AND rowid >= \(span.lowerBound) AND rowid <= \(span.upperBound)
                ORDER BY rowid LIMIT \(limit)
                """
            )
        }
        return try db.column(
            """
            SELECT rowid FROM posting WHERE posting MATCH \(match) AND rowid >= \(span.lowerBound) AND rowid <= \(span.upperBound)
            ORDER BY rowid DESC LIMIT \(limit)
            """
        )
    }

    private func count(_ expression: String) throws -> Int {
        let match = MatchExpression.all([expression] + filters)
        return try db.value(
            """
            SELECT count(*) FROM (SELECT rowid FROM posting WHERE posting MATCH \(match) AND rowid >= \(span.lowerBound)
            AND rowid <= \(span.upperBound) LIMIT \(SearchIndex.counted + 1))
            """
        ) ?? 0
    }

    /// The documents' words; without those that do not hold a quoted phrase as it was quoted.
    private func open(_ ids: [Int64]) throws -> [Found] {
        let zstd = ZstdBlock()
        var found: [Int64: Found] = [:]
        for row in try db.rows(
            """
            SELECT doc.id, doc.item, doc.edition, doc.published_at, body.title, body.packed
            FROM doc JOIN body ON body.id = doc.id WHERE doc.id IN (\(list: ids))
            """
        ) {
            guard let text = StoredText(title: try row[4], packed: try row[5], zstd) else {
                throw StoreFault.damaged("a text of the search index cannot be unpacked")
            }
            let title = MatchedText(text.title, query)
            let words = [text.summary, text.tags.map(\.name).joined(separator: ", "), text.body].filter { !$0.isEmpty }
            let body = MatchedText(words.joined(separator: "\n"), query, limit: 6_000)
            let isHeld = query.phrases.allSatisfy { title.holds($0) || body.holds($0) || body.pieces.pieces.count >= 6_000 }
            guard isHeld else { continue }
            let one = Found(id: try row[0], item: try row[1], edition: try row[2], publishedAt: try row[3], title: title, body: body)
            found[one.id] = one
        }
        return ids.compactMap { found[$0] }
    }

    /// Counted over the newest finds.
    private func facets(_ all: [Int64], _ count: Int) throws -> SearchAnswer.Facets {
        // Few lengths, so that few statements are prepared: the same document twice is found once.
        let newest = Array(all.prefix(SearchIndex.faceted))
        var length = 16
        while length < newest.count { length *= 2 }
        let padded = newest + Array(repeating: newest[newest.count - 1], count: length - newest.count)
        let rows = try db.rows(
            """
            SELECT facet.kind, facet.section, facet.site, facet.language, facet.year, found.n
            FROM (SELECT facet, count(*) AS n FROM doc WHERE id IN (\(list: padded)) GROUP BY facet) AS found
            JOIN facet ON facet.id = found.facet
            """
        )
        var kinds: [KindName: Int] = [:]
        var sections: [SectionID: Int] = [:]
        var sites: [SiteID: Int] = [:]
        var languages: [Language: Int] = [:]
        var years: [Int: Int] = [:]
        for row in rows {
            let n: Int = try row[5]
            kinds[KindName(rawValue: try row[0]), default: 0] += n
            let section: SectionID = try row[1]
            if section != Facet.noSection { sections[section, default: 0] += n }
            sites[try row[2], default: 0] += n
            languages[try row[3], default: 0] += n
            years[try row[4], default: 0] += n
        }
        func sorted<K: Hashable>(_ counts: [K: Int]) -> [(K, Int)] { counts.map { ($0.key, $0.value) }.sorted { $0.1 > $1.1 } }
        return SearchAnswer.Facets(
            kinds: sorted(kinds),
            sections: sorted(sections),
            sites: sorted(sites),
            languages: sorted(languages),
            years: years.map { ($0.key, $0.value) }.sorted { $0.0 > $1.0 },
            newest: count > SearchIndex.faceted ? SearchIndex.faceted : nil
        )
    }
}
