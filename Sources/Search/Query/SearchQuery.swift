import Store
import Vietnamese

/// A query as it is understood: words, what may stand for them, document numbers, quoted phrases.
struct SearchQuery: Sendable {
    struct Word: Sendable, Hashable {
        let exact: String
        let folded: String
        let exactDigest: UInt64
        let foldedDigest: UInt64
        var isMarked: Bool { exact != folded }
    }

    /// One or several words of the query, and what else may stand in their place.
    struct Slot: Sendable {
        /// Indices into `words`.
        var words: Range<Int>
        /// Each a sequence of folded words.
        var others: [[String]]
    }

    /// More words than this only narrow what is already narrow.
    static let mostWords = 32

    var words: [Word] = []
    var slots: [Slot] = []
    var numbers: [DocumentNumber] = []
    /// Quoted: must stand one after the other.
    var phrases: [Range<Int>] = []
    var isCut = false
    /// Indices of the words, and of the first words of the pairs, that narrow what is found. All of a short query; of a long one the rarest.
    private(set) var narrowingWords: [Int] = []
    private(set) var narrowingPairs: [Int] = []

    // What is asked of every candidate's pieces, made once.
    private(set) var byDigest: [UInt64: Int] = [:]
    private(set) var otherDigests: Set<UInt64> = []
    private(set) var foldedDigests: [UInt64] = []
    private(set) var exactDigests: [UInt64] = []
    /// A bit for each digest, by its lowest six: most pieces of a text are passed over without a look-up.
    private(set) var sieve: UInt64 = 0

    /// A mark was typed: exact finds go first.
    var isMarked: Bool { words.contains(where: \.isMarked) }
    var isEmpty: Bool { words.isEmpty }
    /// Whether numbers are all there is.
    var isNumberOnly: Bool { !numbers.isEmpty && numbers.reduce(0) { $0 + $1.range.count } == words.count }

    init(_ text: String, synonyms: Synonyms) {
        let (plain, quoted) = Self.unquote(text)
        let pieces = TextPieces(plain, limit: Self.mostWords + 1)
        isCut = pieces.pieces.count > Self.mostWords
        let used = pieces.pieces.prefix(Self.mostWords)
        words = used.map { piece in
            Word(exact: pieces.exact(piece), folded: pieces.folded(piece), exactDigest: piece.exact, foldedDigest: piece.folded)
        }
        numbers = DocumentNumbers.all(in: pieces).filter { $0.range.upperBound <= words.count }
        phrases = quoted.compactMap { span in
            let inside = used.indices.filter { used[$0].start >= span.lowerBound && used[$0].end <= span.upperBound }
            guard let first = inside.first, let last = inside.last, last > first else { return nil }
            return first..<last + 1
        }
        slots = Self.slots(words.map(\.folded), phrases, synonyms)
        narrowingWords = Array(words.indices)
        narrowingPairs = Array(words.indices.dropLast())
        for (index, word) in words.enumerated().reversed() { byDigest[word.foldedDigest] = index }
        for word in slots.flatMap(\.others).joined() { otherDigests.formUnion(TextPieces(word).pieces.map(\.folded)) }
        for digest in byDigest.keys { sieve |= 1 << (digest & 63) }
        for digest in otherDigests { sieve |= 1 << (digest & 63) }
        foldedDigests = words.map(\.foldedDigest)
        exactDigests = words.map(\.exactDigest)
    }

    private static func slots(_ words: [String], _ phrases: [Range<Int>], _ synonyms: Synonyms) -> [Slot] {
        var slots: [Slot] = []
        var index = 0
        while index < words.count {
            if !phrases.contains(where: { $0.contains(index) }), let (length, others) = synonyms.others(in: words, at: index) {
                slots.append(Slot(words: index..<index + length, others: others))
                index += length
            } else {
                slots.append(Slot(words: index..<index + 1, others: []))
                index += 1
            }
        }
        return slots
    }

    /// The text with quotation marks as spaces, and where the quoted parts stand, in scalars of its NFC.
    private static func unquote(_ text: String) -> (String, [Range<Int>]) {
        var scalars = String.UnicodeScalarView()
        var spans: [Range<Int>] = []
        var open: Int?
        for scalar in nfc(text).unicodeScalars {
            if ["\"", "\u{201C}", "\u{201D}", "\u{201E}", "«", "»"].contains(scalar) {
                if let start = open {
                    spans.append(start..<scalars.count)
                    open = nil
                } else {
                    open = scalars.count
                }
                scalars.append(" ")
            } else {
                scalars.append(scalar)
            }
        }
        return (String(scalars), spans)
    }
}

extension SearchQuery {
    /// Words beyond the rarest of a long query rank what is found and do not narrow it: a walk must not go through a list of "of" and "and".
    static let mostLists = 5
    /// So many narrow whatever their lists are long; a fourth and fifth only while all lists together hold no more than so many entries. Among a million
    /// articles the fourth and fifth rarest word of a headline cost as much as the first three several times over, and leave out little.
    static let leastLists = 3
    static let mostPostings = 300_000

    /// The same query with its rarest words first: the index walks the first list and looks up in the others.
    func rarestFirst(_ db: any Connection) throws -> SearchQuery {
        guard slots.count > 1 else { return self }
        let folded = Array(Set(words.map(\.folded))).sorted()
        var frequency: [String: Int] = [:]
        for row in try db.rows("SELECT word, n FROM word WHERE word IN (\(list: folded))") { frequency[try row[0]] = try row[1] }
        // Numbers are not counted; as "19" is in every other text, they are taken for frequent.
        let weights = words.map { word in frequency[word.folded] ?? (word.folded.utf8.contains { (48...57).contains($0) } ? .max : 0) }
        func weight(_ slot: Slot) -> Int { weights[slot.words].min() ?? 0 }
        var sorted = self
        sorted.slots = slots.map { (weight($0), $0) }.sorted { ($0.0, $0.1.words.lowerBound) < ($1.0, $1.1.words.lowerBound) }.map(\.1)
        guard slots.count > Self.mostLists else { return sorted }
        var kept = 0
        var postings = 0
        for slot in sorted.slots.prefix(Self.mostLists) {
            postings += min(weight(slot), Self.mostPostings + 1)
            if kept >= Self.leastLists, postings > Self.mostPostings { break }
            kept += 1
        }
        sorted.slots.removeLast(sorted.slots.count - kept)
        sorted.narrowingWords = sorted.slots.flatMap(\.words)
        // A pair is no more frequent than the rarer of its words.
        let pairs = narrowingPairs.map { (min(weights[$0], weights[$0 + 1]), $0) }
        sorted.narrowingPairs = pairs.sorted { $0 < $1 }.prefix(kept).map(\.1)
        return sorted
    }
}
