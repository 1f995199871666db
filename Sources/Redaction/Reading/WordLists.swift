import Vietnamese

/// The words that redaction knows: files of this target in sections, entries parted by `|` or lines, `key = entries` where a section has keys.
struct WordLists: Sendable {
    private var entries: [String: [String]] = [:]
    private var keyed: [String: [(key: String, entries: [String])]] = [:]

    static let house = WordLists(EmbeddedFiles.all.map(\.text.description))

    init(_ texts: [String]) {
        for text in texts {
            var section = ""
            for line in nfc(text).split(separator: "\n") {
                let line = Self.trimmed(line)
                guard !line.isEmpty, !line.hasPrefix("#") else { continue }
                if line.hasPrefix("["), line.hasSuffix("]"), !line.contains("|") {
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
    }

    /// The entries of a section in the order of the file, those of all keys together.
    func list(_ section: String) -> [String] { entries[section] ?? [] }
    func keys(_ section: String) -> [(key: String, entries: [String])] { keyed[section] ?? [] }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
