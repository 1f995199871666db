import Vietnamese

/// A candidate's text held against the words of a query: what ranking asks and extracts show.
struct MatchedText {
    let pieces: TextPieces
    /// For each piece the query's word it is, with the same marks or without; -1 where it is none.
    private(set) var words: [Int]
    /// Whether it also has the marks of that word.
    private(set) var isExact: [Bool]
    let query: SearchQuery
    /// Where something was found.
    private(set) var found: [Int] = []

    init(_ text: String, _ query: SearchQuery, limit: Int = .max) {
        pieces = TextPieces(text, limit: limit)
        self.query = query
        words = [Int](repeating: -1, count: pieces.pieces.count)
        isExact = [Bool](repeating: false, count: pieces.pieces.count)
        for (index, piece) in pieces.pieces.enumerated() where query.sieve >> (piece.folded & 63) & 1 == 1 {
            if let word = query.byDigest[piece.folded] {
                words[index] = word
                isExact[index] = query.words[word].exactDigest == piece.exact || !query.words[word].isMarked
            } else if query.otherDigests.contains(piece.folded) {
                words[index] = Self.other
            }
        }
        found = words.indices.filter { words[$0] != -1 }
    }

    /// A word of a synonym.
    static let other = -2

    /// The different words of the query that occur, and those that occur as typed.
    var cover: (all: Set<Int>, exact: Set<Int>) {
        var all: Set<Int> = []
        var exact: Set<Int> = []
        for index in found where words[index] >= 0 {
            let word = words[index]
            all.insert(word)
            if isExact[index] { exact.insert(word) }
        }
        // What stands for words of the query holds them all, as they were meant.
        if found.contains(where: { words[$0] == Self.other }) {
            for slot in query.slots where !slot.others.isEmpty {
                all.formUnion(slot.words.compactMap { query.byDigest[query.foldedDigests[$0]] })
                exact.formUnion(slot.words.compactMap { query.byDigest[query.foldedDigests[$0]] })
            }
        }
        return (all, exact)
    }

    /// The most words of the query that stand one after the other as they do in it.
    func longestRun(exactly: Bool = false) -> Int {
        var best = 0
        let (folded, exact) = (query.foldedDigests, query.exactDigests)
        for index in found where words[index] >= 0 {
            // The word may occur more than once in the query.
            for start in folded.indices where folded[start] == pieces.pieces[index].folded {
                var length = 0
                while start + length < folded.count, index + length < words.count, pieces.pieces[index + length].folded == folded[start + length],
                    !exactly || !query.words[start + length].isMarked || pieces.pieces[index + length].exact == exact[start + length]
                { length += 1 }
                best = max(best, length)
            }
            if best == folded.count { return best }
        }
        return best
    }

    /// Whether the words of a range of the query stand one after the other, with the marks that were typed.
    func holds(_ phrase: Range<Int>) -> Bool {
        let wanted = Array(query.words[phrase])
        guard let first = wanted.first, words.count >= wanted.count else { return false }
        for index in 0...(words.count - wanted.count) where pieces.pieces[index].folded == first.foldedDigest {
            let isThere = wanted.indices.allSatisfy { offset in
                let piece = pieces.pieces[index + offset]
                return piece.folded == wanted[offset].foldedDigest && (!wanted[offset].isMarked || piece.exact == wanted[offset].exactDigest)
            }
            if isThere { return true }
        }
        return false
    }

    /// The length of the shortest stretch that holds `count` different words of the query; nil when they do not all occur.
    func narrowest(_ count: Int) -> Int? {
        guard count > 0 else { return nil }
        let found = found.filter { words[$0] >= 0 }
        var counts: [Int: Int] = [:]
        var low = 0
        var best: Int?
        for high in found.indices {
            counts[words[found[high]], default: 0] += 1
            while counts.count >= count {
                let width = found[high] - found[low] + 1
                best = min(best ?? width, width)
                let word = words[found[low]]
                counts[word, default: 0] -= 1
                if counts[word] == 0 { counts[word] = nil }
                low += 1
            }
        }
        return best
    }
}
