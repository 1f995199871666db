import Vietnamese

/// Phrases of one word and more, found at a place of a passage by digests: the longest that fits counts.
struct PhraseTable: Sendable {
    struct Match {
        /// How many words.
        let count: Int
        /// Which of the table's lists it is of.
        let list: Int
    }

    private var exact: [UInt64: Int] = [:]
    private var folded: [UInt64: Int] = [:]
    /// How many words phrases have that begin with this word, marks aside: the most.
    private var firsts: [UInt64: Int] = [:]
    /// The same for the last word.
    private var lasts: [UInt64: Int] = [:]

    init(_ lists: [[String]]) {
        for (list, phrases) in lists.enumerated() {
            for phrase in phrases { add(phrase, list) }
        }
    }

    init(_ phrases: [String]) { self.init([phrases]) }

    /// Where phrases of two lists are the same, the first list has it.
    private mutating func add(_ phrase: String, _ list: Int) {
        let pieces = TextPieces(phrase).pieces
        guard let first = pieces.first, let last = pieces.last else { return }
        let key = Self.digest(pieces.lazy.map(\.exact))
        if exact[key] == nil { exact[key] = list }
        let plain = Self.digest(pieces.lazy.map(\.folded))
        if folded[plain] == nil { folded[plain] = list }
        firsts[first.folded] = max(firsts[first.folded] ?? 0, pieces.count)
        lasts[last.folded] = max(lasts[last.folded] ?? 0, pieces.count)
    }

    /// The longest phrase that begins with word `index`.
    func match(_ index: Int, in passage: Passage) -> Match? {
        guard let longest = firsts[passage.words[index].folded] else { return nil }
        for count in stride(from: min(longest, passage.words.count - index), through: 1, by: -1) {
            if let list = find(index, count, in: passage) { return Match(count: count, list: list) }
        }
        return nil
    }

    /// The longest phrase that ends with word `index`.
    func match(endingAt index: Int, in passage: Passage) -> Match? {
        guard index >= 0, let longest = lasts[passage.words[index].folded] else { return nil }
        for count in stride(from: min(longest, index + 1), through: 1, by: -1) {
            if let list = find(index - count + 1, count, in: passage) { return Match(count: count, list: list) }
        }
        return nil
    }

    /// Marks count in a line that has them. A phrase of several words that all lost their marks is still seen there.
    private func find(_ index: Int, _ count: Int, in passage: Passage) -> Int? {
        let words = passage.words[index..<index + count]
        guard words.dropFirst().allSatisfy({ $0.gap.isLoose || $0.gap == .comma }) else { return nil }
        if let list = exact[Self.digest(words.lazy.map(\.exact))] { return list }
        guard !passage.isMarked(index) || (count > 1 && words.allSatisfy { !$0.hasMarks }) else { return nil }
        return folded[Self.digest(words.lazy.map(\.folded))]
    }

    /// Whether a single word is in the table, by the same rules.
    func has(_ index: Int, in passage: Passage) -> Bool { find(index, 1, in: passage) != nil }

    /// The same for a word with a capital that lost its marks among words that have theirs: "ông Nguyen Van An".
    func hasName(_ index: Int, in passage: Passage) -> Bool {
        if has(index, in: passage) { return true }
        let word = passage.words[index]
        return word.isCapital && !word.hasMarks && folded[word.folded] != nil
    }

    /// One word's digest is its own.
    static func digest(_ words: some Sequence<UInt64>) -> UInt64 {
        var digest: UInt64 = 0
        var isFirst = true
        for word in words {
            digest = isFirst ? word : (digest &* 0x9E37_79B9_7F4A_7C15 ^ word) &* 0xD6E8_FEB8_6659_FD93
            isFirst = false
        }
        return digest
    }
}
