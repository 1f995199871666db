import Vietnamese

/// How easily a text reads.
///
/// Vietnamese writes syllables apart, so "words" here are written syllables. Two things are measured: how long sentences are, and how much
/// of the text stands in *dense chains*, four and more words in a row none of which is one of some 120 most frequent plain words
/// (và, của, là, người …). Official Vietnamese is hard where names and Sino-Vietnamese terms are strung together without them, and this
/// share tells such texts from plain ones without a dictionary of origins. docs/proofing.md has the figures of real texts.
public struct Readability: Sendable, Hashable {
    public enum Grade: String, Sendable, Hashable, CaseIterable { case easy, fair, hard, veryHard = "very-hard" }

    /// One of the sentences that ask most.
    public struct Sentence: Sendable, Hashable {
        public let place: ProofFinding.Place
        public let quote: String
        public let words: Int
    }

    public let words: Int
    public let sentences: Int
    public let wordsPerSentence: Double
    /// Sentences longer than the house wants.
    public let longSentences: Int
    /// 0 to 1.
    public let denseShare: Double
    /// The three that ask most, the hardest first.
    public let worst: [Sentence]

    /// Words per sentence and half the per cent in dense chains, added: up to 30 easy, 42 fair, 56 hard.
    public var score: Double { wordsPerSentence + denseShare * 50 }

    public var grade: Grade {
        switch score {
        case ..<30: .easy
        case ..<42: .fair
        case ..<56: .hard
        default: .veryHard
        }
    }
}

/// Counts while passages go by.
struct ReadabilityCount {
    private let plain: Set<UInt64>
    private let style: HouseStyle
    private var words = 0
    private var sentences = 0
    private var long = 0
    private var dense = 0
    private var worst: [(score: Int, order: Int, sentence: Readability.Sentence)] = []

    /// Fewer words than this say nothing about a text.
    private static let enough = 30
    private static let chain = 4

    init(_ plain: Set<UInt64>, _ style: HouseStyle) { (self.plain, self.style) = (plain, style) }

    mutating func read(_ tokens: [Token], _ passage: Passage, _ findings: inout Findings) {
        guard passage.kind == .prose else { return }
        if tokens.count > style.longParagraph {
            let values = ["count": String(tokens.count), "limit": String(style.longParagraph)]
            findings.add(.paragraphLong, nil, values, in: passage)
        }
        var start = 0
        for index in tokens.indices.dropFirst() where Sentences.ends(before: index, tokens, passage) {
            sentence(tokens[start..<index], passage, &findings)
            start = index
        }
        if start < tokens.count { sentence(tokens[start...], passage, &findings) }
    }

    private mutating func sentence(_ tokens: ArraySlice<Token>, _ passage: Passage, _ findings: inout Findings) {
        guard tokens.count > 2, let first = tokens.first, let last = tokens.last else { return }
        var (inChains, run) = (0, 0)
        for token in tokens {
            let breaks = token.shape == .number || plain.contains(token.exact)
            if breaks || !token.gap.isPlain {
                if run >= Self.chain { inChains += run }
                run = 0
            }
            if !breaks { run += 1 }
        }
        if run >= Self.chain { inChains += run }
        words += tokens.count
        sentences += 1
        dense += inChains
        let range = first.start..<last.end
        if tokens.count > style.longSentence {
            long += 1
            findings.add(.sentenceLong, nil, ["count": String(tokens.count), "limit": String(style.longSentence)], in: passage, range)
        }
        let score = tokens.count + inChains / 2
        guard tokens.count >= 25, worst.count < 3 || score > worst[worst.count - 1].score else { return }
        let quote = passage.pieces.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 400))
        let place = ProofFinding.Place(field: passage.field, path: passage.path, range: passage.utf16(range))
        worst.append((score, sentences, Readability.Sentence(place: place, quote: quote, words: tokens.count)))
        worst.sort { $0.score != $1.score ? $0.score > $1.score : $0.order < $1.order }
        worst = Array(worst.prefix(3))
    }

    var result: Readability? {
        guard words >= Self.enough, sentences > 0 else { return nil }
        return Readability(
            words: words,
            sentences: sentences,
            wordsPerSentence: Double(words) / Double(sentences),
            longSentences: long,
            denseShare: Double(dense) / Double(words),
            worst: worst.map(\.sentence)
        )
    }
}

/// Where sentences end.
enum Sentences {
    /// Whether a sentence ends between a word and the one before it: at ? ! … and line ends, and at a full stop that is none of a number,
    /// a short form ("TP. Huế", "PGS. TS.") or an address.
    static func ends(before index: Int, _ tokens: [Token], _ passage: Passage) -> Bool {
        let token = tokens[index]
        guard token.gap.contains(.stop) else { return false }
        let before = tokens[index - 1]
        var isStop = false
        for code in passage.pieces.codes[before.end..<token.start] {
            switch code {
            case 0x0A, 0x3F, 0x21, 0x2026, 0x3002, 0xFF01, 0xFF1F: return true
            case 0x2E: isStop = true
            default: break
            }
        }
        guard isStop, token.gap.contains(.space) || token.gap.contains(.other) else { return false }
        if token.shape == .lower { return false }
        let isShort = before.isCapital && (before.length <= 2 || before.shape == .upper && before.length <= 3)
        return !(isShort && token.gap.contains(.dot))
    }

    /// Whether a word opens a sentence or a line.
    static func starts(at index: Int, _ tokens: [Token], _ passage: Passage) -> Bool {
        index == 0 || tokens[index].gap.contains(.stop) && ends(before: index, tokens, passage)
            || !tokens[index].gap.isDisjoint(with: [.stop, .other])
    }
}
