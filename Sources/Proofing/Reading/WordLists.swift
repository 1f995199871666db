import Vietnamese

/// The words that proofing knows: files of this target in sections, entries parted by `|` or lines, `key = entries` where a section has keys.
struct WordLists: Sendable {
    private var words: [String: Set<UInt64>] = [:]
    private var folded: [String: Set<UInt64>] = [:]
    private var keyed: [String: [(key: String, entries: [String])]] = [:]
    private var entries: [String: [String]] = [:]

    static let house = WordLists(EmbeddedFiles.all.map(\.text.description))

    init(_ texts: [String]) {
        for text in texts {
            var section = ""
            for line in nfc(text).split(separator: "\n") {
                let line = Self.trimmed(line)
                guard !line.isEmpty, !line.hasPrefix("#") else { continue }
                if line.hasPrefix("["), line.hasSuffix("]") {
                    section = String(line.dropFirst().dropLast())
                } else {
                    add(line, to: section)
                }
            }
        }
    }

    private mutating func add(_ line: Substring, to section: String) {
        let sides = line.split(separator: "=", maxSplits: 1)
        let list = (sides.last ?? line).split(separator: "|").map { String(Self.trimmed($0)) }.filter { !$0.isEmpty }
        if sides.count == 2 { keyed[section, default: []].append((String(Self.trimmed(sides[0])), list)) }
        entries[section, default: []] += list
        for entry in list {
            words[section, default: []].insert(Phrase(entry).exact)
            folded[section, default: []].insert(Phrase(entry).folded)
        }
    }

    /// The entries of a section, each a word or a phrase, by their exact digests.
    func set(_ section: String) -> Set<UInt64> { words[section] ?? [] }
    func foldedSet(_ section: String) -> Set<UInt64> { folded[section] ?? [] }
    func list(_ section: String) -> [String] { entries[section] ?? [] }
    func keys(_ section: String) -> [(key: String, entries: [String])] { keyed[section] ?? [] }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

/// Several words as one: their digests one by one and together.
struct Phrase: Sendable {
    let words: [UInt64]
    let foldedWords: [UInt64]

    init(_ text: String) {
        let pieces = TextPieces(text).pieces
        words = pieces.map(\.exact)
        foldedWords = pieces.map(\.folded)
    }

    var exact: UInt64 { Self.digest(words) }
    var folded: UInt64 { Self.digest(foldedWords) }

    /// One word's digest is its own, so that words and phrases live in one set.
    static func digest(_ words: some Sequence<UInt64>) -> UInt64 {
        var digest: UInt64 = 0
        var isFirst = true
        for word in words {
            digest = isFirst ? word : join(digest, word)
            isFirst = false
        }
        return digest
    }

    @inline(__always) static func join(_ digest: UInt64, _ word: UInt64) -> UInt64 {
        (digest &* 0x9E37_79B9_7F4A_7C15 ^ word) &* 0xD6E8_FEB8_6659_FD93
    }
}
