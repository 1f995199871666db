import Vietnamese

/// One text of a letter as it is read: scalars, words, lines, and which scalars are spoken for already.
struct Passage {
    let field: Int
    let pieces: TextPieces
    let words: [Word]
    private let lines: [Line]
    private(set) var claims: [Claim]
    var findings: [Finding] = []

    enum Claim: UInt8 {
        case free
        /// Looked at, and to be shown: a law's number, a date, an office's telephone.
        case kept
        case secret
    }

    /// What is known of a line as a whole.
    struct Line {
        /// Its words have marks, so one without is another word: "bà" is not "ba".
        var isMarked = false
        /// Capitals say something in it: it is not all in capitals, not all in small letters, not Every Word With One.
        var isCased = false
    }

    init(_ text: String, field: Int) {
        self.field = field
        pieces = TextPieces(text)
        var reader = WordReader(pieces)
        words = reader.words()
        lines = reader.lines
        claims = Array(repeating: .free, count: pieces.length)
    }

    var codes: [UInt32] { pieces.codes }
    func isMarked(_ word: Int) -> Bool { lines[words[word].line].isMarked }
    func isCased(_ word: Int) -> Bool { lines[words[word].line].isCased }
    func text(_ range: Range<Int>) -> String { pieces.text(range) }
    func range(_ words: Range<Int>) -> Range<Int> { self.words[words.lowerBound].start..<self.words[words.upperBound - 1].end }

    /// Whether nothing in the range is spoken for; only its ends and middle are asked, for claims are longer than what asks.
    func isFree(_ range: Range<Int>) -> Bool { claims[range].allSatisfy { $0 == .free } }
    func isFree(_ word: Int) -> Bool { claims[words[word].start] == .free && claims[words[word].end - 1] == .free }

    mutating func keep(_ range: Range<Int>) {
        for index in range where claims[index] == .free { claims[index] = .kept }
    }

    /// Puts a finding down and speaks for its range. False where something stands there already.
    @discardableResult
    mutating func add(_ finding: Finding) -> Bool {
        guard !finding.range.isEmpty, isFree(finding.range) else { return false }
        for index in finding.range { claims[index] = .secret }
        findings.append(finding)
        return true
    }

    /// The word that begins at or after a scalar; `words.count` when there is none. Binary search.
    func word(at scalar: Int) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].end <= scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether two words stand in one sentence.
    func areTogether(_ a: Int, _ b: Int) -> Bool { words[a].sentence == words[b].sentence }
}

/// Something found in a passage, before persons have got their letters.
struct Finding {
    let range: Range<Int>
    let kind: SecretKind
    var confidence: Confidence
    let reason: Reason
    /// The key of what stands in its place; a person's letters for a name.
    let placeholder: String
    /// Which person of the letter, for a name.
    var person: Int?

    init(_ range: Range<Int>, _ kind: SecretKind, _ confidence: Confidence, _ reason: Reason, _ placeholder: String, person: Int? = nil) {
        (self.range, self.kind, self.confidence, self.reason) = (range, kind, confidence, reason)
        (self.placeholder, self.person) = (placeholder, person)
    }
}
