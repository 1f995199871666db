import Store
import Vietnamese

/// "Did you mean": for words that no document holds. Keys typed without an input method, a missing space, one wrong letter.
struct Corrections {
    private let query: SearchQuery
    private let db: any Connection
    /// So many whole spellings are tried.
    private static let trials = 6

    init(_ query: SearchQuery, _ db: any Connection) {
        self.query = query
        self.db = db
    }

    /// The first spelling that finds something.
    func best(_ finds: (String) throws -> Bool) throws -> String? {
        guard query.numbers.isEmpty, query.words.count <= 12 else { return nil }
        let known = try counts(query.words.map(\.folded))
        var choices: [[String]] = []
        var isChanged = false
        for word in query.words {
            // A word that stands somewhere may still be keys: "tucs" does not, "thu3" is no word at all.
            let typed = TypingMethod.allCases.compactMap { $0.syllable(from: word.folded) }
            if known[word.folded] ?? 0 > 0 {
                choices.append([word.exact])
                continue
            }
            let others = try typed + splits(word.folded) + neighbours(word.folded)
            choices.append(others.isEmpty ? [word.exact] : Array(others.prefix(3)))
            isChanged = isChanged || !others.isEmpty
        }
        // All words are known but one after the other they are keys: "thur tucj" where both happen to occur.
        if !isChanged {
            let typed = query.words.map { word in TypingMethod.allCases.lazy.compactMap { $0.syllable(from: word.folded) }.first }
            guard typed.contains(where: { $0 != nil }) else { return nil }
            choices = zip(query.words, typed).map { [$1 ?? $0.exact] }
        }
        for trial in Self.combinations(choices).prefix(Self.trials) {
            let text = trial.joined(separator: " ")
            if try finds(text) { return text }
        }
        return nil
    }

    private static func combinations(_ choices: [[String]]) -> [[String]] {
        var all: [[String]] = [[]]
        for options in choices {
            all = all.flatMap { start in options.map { start + [$0] } }
            all = Array(all.prefix(trials * 2))
        }
        return all
    }

    private func counts(_ words: [String]) throws -> [String: Int] {
        var found: [String: Int] = [:]
        for part in Array(Set(words)).sorted().chunks(of: 400) {
            for row in try db.rows("SELECT word, n FROM word WHERE word IN (\(list: part))") { found[try row[0]] = try row[1] }
        }
        return found
    }

    /// Two words written as one, both known, and known side by side.
    private func splits(_ word: String) throws -> [String] {
        let letters = Array(word)
        guard (4...14).contains(letters.count) else { return [] }
        let pairs = (1..<letters.count).map { (String(letters[..<$0]), String(letters[$0...])) }
        let known = try counts(pairs.flatMap { [$0.0, $0.1] })
        let likely = pairs.filter { (known[$0.0] ?? 0) > 0 && (known[$0.1] ?? 0) > 0 }
        return try likely.filter { first, second in
            let match = MatchExpression.term(TermFamily.pair.term(first, second))
            return try db.value("SELECT 1 FROM posting WHERE posting MATCH \(match) LIMIT 1", as: Int.self) != nil
        }
        .sorted { min(known[$0.0] ?? 0, known[$0.1] ?? 0) > min(known[$1.0] ?? 0, known[$1.1] ?? 0) }
        .map { "\($0.0) \($0.1)" }
    }

    /// Words of the index one letter away, the most frequent first.
    private func neighbours(_ word: String) throws -> [String] {
        let letters = Array(word.utf8)
        guard (2...12).contains(letters.count), letters.allSatisfy({ $0 &- 0x61 < 26 }) else { return [] }
        var near: Set<[UInt8]> = []
        for index in 0...letters.count {
            for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
                near.insert(Array(letters[..<index]) + [letter] + Array(letters[index...]))
                if index < letters.count { near.insert(Array(letters[..<index]) + [letter] + Array(letters[(index + 1)...])) }
            }
            if index < letters.count, letters.count > 2 { near.insert(Array(letters[..<index]) + Array(letters[(index + 1)...])) }
            if index + 1 < letters.count {
                var swapped = letters
                swapped.swapAt(index, index + 1)
                near.insert(swapped)
            }
        }
        return try counts(near.map { String(decoding: $0, as: UTF8.self) }).filter { $0.value > 0 }
            .sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(3).map(\.key)
    }
}

extension Array {
    func chunks(of size: Int) -> [[Element]] { stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) } }
}
