public import PortalNetwork
public import PublicRecord
import Vietnamese
public import Web

/// What came of checking a saved page.
public struct PageVerdict: Sendable {
    public enum Outcome: String, Sendable {
        /// The text, the links and the files are those that were published.
        case genuine
        /// The text and the links are; files that a browser put beside the page were not compared.
        case partly
        /// Something is not as it was published, or not proven.
        case refused
    }

    /// One sentence to a person, by its name in the catalogue (`check.<code>`).
    public struct Sentence: Sendable, Hashable {
        public let code: String
        public let values: [String: String]

        init(_ code: String, _ values: [String: String] = [:]) {
            self.code = code
            self.values = values
        }

        public func text(_ words: Words, _ language: Language) -> String { words.text("check.\(code)", language, values) }
    }

    /// Why it is not as it was published; empty for a genuine page.
    public internal(set) var findings: [Sentence] = []
    /// What the reader of the verdict has to know beside it.
    public internal(set) var notes: [Sentence] = []
    /// What the proof proved of its entry, where it did.
    public internal(set) var proven: PageProof.Verdict?
    /// The item the page says to show.
    public internal(set) var item: String?
    var isPartly = false

    public var outcome: Outcome { findings.isEmpty ? (isPartly ? .partly : .genuine) : .refused }

    /// The verdict in one sentence.
    public var headline: Sentence {
        guard outcome != .refused, let proven else { return Sentence("refused") }
        let entry = proven.entry
        return Sentence(
            outcome.rawValue,
            [
                "site": entry.site ?? "", "edition": "\(entry.ed ?? 0)", "index": "\(proven.index)", "log": proven.checkpoint.origin,
                "at": Self.moment(entry.at),
            ]
        )
    }

    mutating func find(_ code: String, _ values: [String: String] = [:]) {
        let sentence = Sentence(code, values.mapValues(Self.short))
        // A page full of the same gets twenty lines, not a thousand.
        if findings.count < 20, !findings.contains(sentence) { findings.append(sentence) }
    }

    mutating func note(_ code: String, _ values: [String: String] = [:]) { notes.append(Sentence(code, values.mapValues(Self.short))) }

    /// The page's own words, without what would disturb a terminal.
    private static func short(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            let isHidden = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isDefaultIgnorableCodePoint
            plain.unicodeScalars.append(isHidden ? " " : scalar)
        }
        let line = plain.split(separator: " ").joined(separator: " ")
        return line.count > 120 ? line.prefix(119) + "…" : line
    }

    static func moment(_ seconds: Int64) -> String { String(Instant(seconds: seconds).rfc3339.prefix(16)).replacing("T", with: " ") }
}
