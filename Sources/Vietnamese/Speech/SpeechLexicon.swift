/// The tables by which written Vietnamese is made speakable: short forms, units, letters, symbols of documents, the words that tell what a number is.
///
/// They are text, so that an installation can add its own: sections in brackets, below them `written = spoken` or lists separated by `|`; `#` begins a
/// comment. What is added later wins.
public struct SpeechLexicon: Sendable {
    private var tables: [String: [String: String]] = [:]
    private var lists: [String: Set<String>] = [:]
    /// Changes whenever anything in the tables does: part of the name of what was made with them.
    public private(set) var version: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Sections whose entries are looked up whatever their case.
    private static let caseless: Set<String> = ["words", "domain"]
    private static let sections: Set<String> = [
        "letters", "exact", "words", "titles", "domain", "texts", "units", "tight-units", "money-words", "time-words", "symbols", "document-types",
        "issuers",
        "day-words", "date-words", "holidays", "share-words", "share-before", "score-words", "pair-words", "phone-words", "code-words", "roman-words",
        "house-words",
    ]

    /// What the program brings along.
    public static let house: SpeechLexicon = {
        var lexicon = SpeechLexicon()
        for abbreviation in Abbreviation.all where !abbreviation.isAmbiguous {
            lexicon.tables["exact", default: [:]][nfc(abbreviation.short)] = abbreviation.expansions.first
        }
        for file in EmbeddedFiles.all where file.path.hasPrefix("Words/speech-") { lexicon.add(file.text.description) }
        return lexicon
    }()

    private init() {}

    /// With the tables of a text added. Throws, naming the line, where it is none of ours.
    public func extended(by text: String) throws(SpeechLexiconFault) -> SpeechLexicon {
        var lexicon = self
        if let fault = lexicon.add(text) { throw fault }
        return lexicon
    }

    @discardableResult
    private mutating func add(_ text: String) -> SpeechLexiconFault? {
        var section = ""
        for (index, line) in nfc(text).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = Self.trimmed(line)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = String(line.dropFirst().dropLast())
                guard Self.sections.contains(section) else { return SpeechLexiconFault(line: index + 1, problem: "there is no section '\(section)'") }
                continue
            }
            guard !section.isEmpty else { return SpeechLexiconFault(line: index + 1, problem: "no section has begun") }
            if section == "tight-units" || section == "money-words" || section == "time-words" {
                lists[section, default: []].formUnion(line.split(separator: " ").map { String($0) })
            } else if let sign = Self.equals(in: line) {
                let written = String(Self.trimmed(line[..<sign]))
                let spoken = String(Self.trimmed(line[line.index(after: sign)...]))
                tables[section, default: [:]][Self.caseless.contains(section) ? lowercase(written) : written] = spoken
            } else if section.hasSuffix("-words") || section.hasSuffix("-before") || section == "holidays" {
                lists[section, default: []].formUnion(line.split(separator: "|").map { String(Self.trimmed($0)) }.filter { !$0.isEmpty })
            } else {
                return SpeechLexiconFault(line: index + 1, problem: "it must be 'written = spoken'")
            }
        }
        for byte in text.utf8 { version = (version ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return nil
    }

    /// The sign between the two sides; one that begins the line is itself what is written (`= = bằng`).
    private static func equals(in line: Substring) -> Substring.Index? { line.dropFirst().firstIndex(of: "=") }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

/// A line of a lexicon that cannot be read.
public struct SpeechLexiconFault: Error, Hashable, CustomStringConvertible {
    public let line: Int
    public let problem: String
    public var description: String { "line \(line): \(problem)" }
}

extension SpeechLexicon {
    func exact(_ written: String) -> String? { tables["exact"]?[written] }
    func word(_ written: String) -> String? { tables["words"]?[lowercase(written)] }
    func title(_ written: String) -> String? { tables["titles"]?[written] }
    func unit(_ written: String) -> String? { tables["units"]?[written] }
    func symbol(_ written: Character) -> String? { tables["symbols"]?[String(written)] }
    func documentType(_ code: String) -> String? { tables["document-types"]?[code] }
    func issuer(_ code: String) -> String? { tables["issuers"]?[code] }
    func domain(_ label: String) -> String? { tables["domain"]?[lowercase(label)] }
    func text(_ name: String) -> String { tables["texts"]?[name] ?? "" }
    func has(_ word: String, in list: String) -> Bool { lists[list]?.contains(word) == true }

    /// A short form letter by letter: "BTC" → "bê tê xê"; digits one by one.
    func spelled(_ text: some StringProtocol) -> String {
        let letters = tables["letters"] ?? [:]
        return text.compactMap { character -> String? in
            if let digit = character.wholeNumberValue, character.isNumber { return digit < 10 ? NumberWords.digits[digit] : nil }
            let upper = uppercase(String(character))
            return letters[upper] ?? (character.isLetter ? letters[uppercase(fold(String(character)))] ?? String(character) : nil)
        }.joined(separator: " ")
    }
}
