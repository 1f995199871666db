import Vietnamese

/// The index's query language, made from what was understood; text of a reader never enters it but inside a term's quotes.
enum MatchExpression {
    static func term(_ text: String) -> String { "\"\(text)\"" }
    static func all(_ parts: [String]) -> String { parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " AND ") + ")" }
    static func any(_ parts: [String]) -> String { parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " OR ") + ")" }

    /// Every word without marks, each or what stands for it.
    static func folded(_ query: SearchQuery, title: Bool = false) -> String {
        // The pairs of a quoted phrase hold its words already.
        let slots = query.slots.filter { slot in title || !query.phrases.contains { $0.contains(slot.words) } }
        return all(slots.map { slot($0, query, title) } + quoted(query))
    }

    /// Every word that narrows, as it was typed.
    static func exact(_ query: SearchQuery, title: Bool = false) -> String {
        all(unique(query.narrowingWords.map { term((title ? TermFamily.titleExact : .exact).term(query.words[$0].exact)) }) + quoted(query))
    }

    /// Every word next to the one before it (of a long query the rarest pairs); nil for a single word.
    static func phrase(_ query: SearchQuery, title: Bool = false) -> String? {
        guard query.words.count > 1 else { return nil }
        let family = title ? TermFamily.titlePair : .pair
        let own = query.narrowingPairs.map { term(family.term(query.words[$0].folded, query.words[$0 + 1].folded)) }
        return all(unique(own) + quoted(query))
    }

    /// Documents that name the numbers and hold the other words.
    static func numbers(_ query: SearchQuery) -> String? {
        guard !query.numbers.isEmpty else { return nil }
        let rest = query.narrowingWords.filter { index in !query.numbers.contains { $0.range.contains(index) } }
        let names = query.numbers.map { term(TermFamily.number.term($0.form)) }
        return all(unique(names + rest.map { term(TermFamily.folded.term(query.words[$0].folded)) }))
    }

    /// All words but one, for a query whose words nowhere stand together.
    static func allButOne(_ query: SearchQuery) -> String? {
        guard (3...6).contains(query.slots.count), query.phrases.isEmpty else { return nil }
        return any(
            query.slots.indices.map { left in
                all(query.slots.indices.filter { $0 != left }.map { slot(query.slots[$0], query, false) })
            }
        )
    }

    private static func slot(_ slot: SearchQuery.Slot, _ query: SearchQuery, _ title: Bool) -> String {
        let family = title ? TermFamily.titleFolded : .folded
        let own = all(unique(query.words[slot.words].map { term(family.term($0.folded)) }))
        return any([own] + slot.others.map { words in words.count == 1 ? term(family.term(words[0])) : all(pairs(words, title)) })
    }

    private static func quoted(_ query: SearchQuery) -> [String] {
        query.phrases.flatMap { phrase in
            let words = query.words[phrase]
            let exact = words.filter(\.isMarked).map { term(TermFamily.exact.term($0.exact)) }
            return unique(pairs(words.map(\.folded), false) + exact)
        }
    }

    private static func pairs(_ words: [String], _ title: Bool) -> [String] {
        let family = title ? TermFamily.titlePair : .pair
        return unique(zip(words, words.dropFirst()).map { term(family.term($0, $1)) })
    }

    private static func unique(_ parts: [String]) -> [String] {
        var seen: Set<String> = []
        return parts.filter { seen.insert($0).inserted }
    }
}
