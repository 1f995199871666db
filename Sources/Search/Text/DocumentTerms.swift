import Vietnamese

/// The distinct terms of a document, and the folded words of its vocabulary.
struct DocumentTerms {
    /// So many pieces of a body are indexed: some hundred pages.
    static let longest = 40_000

    /// As the index takes them: separated by spaces.
    private(set) var bytes: [UInt8] = []
    /// Folded words of letters alone, each once.
    private(set) var words: [String] = []
    private var seen: Set<UInt64> = []

    init(_ text: StoredText, filters: String) {
        bytes.reserveCapacity(8192)
        bytes += filters.utf8
        let title = TextPieces(text.title)
        add(title, .titleExact, .titleFolded, .titlePair)
        add(title, .exact, .folded, .pair)
        add(TextPieces(text.summary), .exact, .folded, .pair)
        for tag in text.tags { add(TextPieces(tag.name), .exact, .folded, .pair) }
        add(TextPieces(text.body, limit: Self.longest), .exact, .folded, .pair)
        var numbers: Set<String> = []
        for part in [text.title, text.summary, text.body] { numbers.formUnion(DocumentNumbers.forms(in: TextPieces(part, limit: Self.longest))) }
        for form in numbers.sorted() {
            bytes.append(0x20)
            bytes += TermFamily.number.term(form).utf8
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func add(_ text: TextPieces, _ exact: TermFamily, _ folded: TermFamily, _ pair: TermFamily) {
        var before: TextPieces.Piece?
        for piece in text.pieces {
            if isNew(exact, piece.exact) {
                open(exact)
                text.appendExact(piece, to: &bytes)
            }
            if isNew(folded, piece.folded) {
                open(folded)
                let start = bytes.count
                text.appendFolded(piece, to: &bytes)
                if folded == .folded, bytes[start...].allSatisfy({ $0 >= 0x80 || $0 &- 0x61 < 26 }) {
                    words.append(String(decoding: bytes[start...], as: UTF8.self))
                }
            }
            if let first = before, isNew(pair, first.folded &* 31 ^ piece.folded) {
                open(pair)
                text.appendFolded(first, to: &bytes)
                bytes.append(TermFamily.joint)
                text.appendFolded(piece, to: &bytes)
            }
            before = piece
        }
    }

    private mutating func isNew(_ family: TermFamily, _ digest: UInt64) -> Bool {
        seen.insert((digest ^ UInt64(family.rawValue)) &* 0x9E37_79B9_7F4A_7C15).inserted
    }

    private mutating func open(_ family: TermFamily) {
        bytes.append(0x20)
        bytes.append(family.rawValue)
    }
}
