import Vietnamese

/// A candidate's text held against the words of a query: what ranking asks and extracts show.
struct MatchedText {
    let pieces: TextPieces
    /// For each piece the query's word it is, with the same marks or without; -1 where it is none.
    private(set) var words: [Int]
    /// Whether it also has the marks of that word.
    private(set) var isExact: [Bool]
    let query: SearchQuery

    init(_ text: String, _ query: SearchQuery, limit: Int = .max) {
        pieces = TextPieces(text, limit: limit)
        self.query = query
        words = []
        isExact = []
        words.reserveCapacity(pieces.pieces.count)
        isExact.reserveCapacity(pieces.pieces.count)
        for piece in pieces.pieces {
            if let word = query.byDigest[piece.folded] {
                words.append(word)
                isExact.append(query.words[word].exactDigest == piece.exact || !query.words[word].isMarked)
            } else {
                words.append(query.otherDigests.contains(piece.folded) ? Self.other : -1)
                isExact.append(false)
            }
        }
    }

    /// A word of a synonym.
    static let other = -2

    /// How many different words of the query occur, and how many of them as typed.
    var cover: (all: Int, exact: Int) {
        var all: Set<Int> = []
        var exact: Set<Int> = []
        for (index, word) in words.enumerated() where word >= 0 {
            all.insert(word)
            if isExact[index] { exact.insert(word) }
        }
        return (all.count, exact.count)
    }

    /// The most words of the query that stand one after the other as they do in it.
    func longestRun(exactly: Bool = false) -> Int {
        var best = 0
        var index = 0
        let (folded, exact) = (query.foldedDigests, query.exactDigests)
        while index < words.count {
            guard words[index] >= 0 else {
                index += 1
                continue
            }
            // The word may occur more than once in the query.
            for start in folded.indices where folded[start] == pieces.pieces[index].folded {
                var length = 0
                while start + length < folded.count, index + length < words.count, pieces.pieces[index + length].folded == folded[start + length],
                    !exactly || !query.words[start + length].isMarked || pieces.pieces[index + length].exact == exact[start + length]
                { length += 1 }
                best = max(best, length)
            }
            if best == folded.count { return best }
            index += 1
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
        let found = words.indices.filter { words[$0] >= 0 }
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
