public import Publishing
import Store
import Vietnamese

extension SearchIndex {
    /// Words of a text that are looked for: the rarest.
    private static let mostRare = 6

    /// Items that share rarer words with a text somebody is writing, those that share more of them first, then the newest; nothing is noted anywhere. Not a
    /// search: a whole question seldom has all its words in one answer.
    public func resembling(_ request: SearchRequest, limit: Int) async throws -> [ItemID] {
        let query = SearchQuery(request.text, synonyms: .standard)
        guard !query.isEmpty, let span = request.span else { return [] }
        return try await read { db in
            let words = try Self.rarest(query.words.map(\.folded), db)
            guard !words.isEmpty else { return [] }
            let terms = words.map { MatchExpression.term(TermFamily.folded.term($0)) }
            let filters = request.filters.map(MatchExpression.term)
            var ids: [Int64] = []
            func add(_ expressions: [String]) throws {
                guard !expressions.isEmpty, ids.count < limit else { return }
                let match = MatchExpression.all([MatchExpression.any(expressions)] + filters)
                let found: [Int64] = try db.column(
                    """
                    SELECT rowid FROM posting WHERE posting MATCH \(match) AND rowid >= \(span.lowerBound) AND rowid <= \(span.upperBound)
                    ORDER BY rowid DESC LIMIT \(limit)
                    """
                )
                for id in found where !ids.contains(id) && ids.count < limit { ids.append(id) }
            }
            try add(Self.together(3, of: terms))
            try add(Self.together(2, of: terms))
            // A question of one word that anything is known of.
            if terms.count == 1 { try add(terms) }
            guard !ids.isEmpty else { return [] }
            var items: [Int64: ItemID] = [:]
            for row in try db.rows("SELECT id, item FROM doc WHERE id IN (\(list: ids))") { items[try row[0]] = try row[1] }
            return ids.compactMap { items[$0] }
        }
    }

    /// Every choice of so many terms, all of which must stand.
    private static func together(_ count: Int, of terms: [String]) -> [String] {
        var chosen: [[Int]] = [[]]
        for _ in 0..<count {
            chosen = chosen.flatMap { group in terms.indices.filter { $0 > group.last ?? -1 }.map { group + [$0] } }
        }
        return chosen.map { group in MatchExpression.all(group.map { terms[$0] }) }
    }

    /// The words that fewest documents have, of those that any has; numbers say nothing.
    private static func rarest(_ words: [String], _ db: any Connection) throws -> [String] {
        let folded = Set(words.filter { word in !word.utf8.contains { (48...57).contains($0) } })
        guard !folded.isEmpty else { return [] }
        let rows = try db.rows("SELECT word, n FROM word WHERE word IN (\(list: folded.sorted()))")
        let counted = try rows.map { (word: try $0[0] as String, n: try $0[1] as Int) }.filter { $0.n > 0 }
        return counted.sorted { ($0.n, $0.word) < ($1.n, $1.word) }.prefix(mostRare).map(\.word)
    }
}
