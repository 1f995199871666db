import Vietnamese

/// The list of phrases (`Words/tracks.txt`), ready for looking up.
struct TrackRules: Sendable {
    struct Word: Sendable {
        let exact: UInt64
        let folded: UInt64
        var isMarked: Bool { exact != folded }
    }

    /// A phrase and what it says.
    struct Rule: Sendable {
        /// An index into `tracks`; nil for asides.
        let track: Int?
        let weight: Double
        let phrase: String
        /// The place in the list it comes from: one line of the list may stand for many phrases, and they are counted together.
        let source: Int
        /// Runs of words; between two runs up to `TrackReader.gap` others may stand.
        let runs: [Run]
        /// Names the track outright: one mark may be wrong, and in a question it says half as much.
        let isOutright: Bool

        var length: Int { runs.reduce(0) { $0 + $1.words.count } }
    }

    /// Words one after another.
    struct Run: Sendable {
        let words: [Word]
        /// Only where the writer sets marks.
        let isStrict: Bool
    }

    private(set) var tracks: [Track] = []
    /// Rules by the folded digest of their first word, longest first.
    private(set) var byFirst: [UInt64: [Rule]] = [:]
    private(set) var asides: [UInt64: [Rule]] = [:]
    private(set) var negations: [UInt64: [Rule]] = [:]
    private(set) var nextNegations: [UInt64: [Rule]] = [:]

    static let house = TrackRules(WordFile.lines("tracks.txt"))

    init(_ lines: [(number: Int, text: String)]) {
        var section = ""
        var words: [String: [String]] = [:]
        var source = 0
        for line in lines {
            if line.text.hasPrefix("["), line.text.hasSuffix("]") {
                let parts = line.text.dropFirst().dropLast().split(separator: " ")
                section = parts.first.map(String.init) ?? ""
                if !Self.others.contains(section) { tracks.append(Track(code: section, isRoutedOut: parts.last == "out")) }
                continue
            }
            let sides = line.text.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            if section == "words" { words[WordFile.trimmed(sides[0])] = WordFile.parts(sides[1]) }
            guard let weight = Double(WordFile.trimmed(sides[0])) else { continue }
            let track = tracks.firstIndex { $0.code == section }
            for phrase in WordFile.parts(sides[1]) {
                source += 1
                for written in Self.expanded(phrase, words) {
                    if let rule = Self.rule(written, weight, track: track, source: source) { add(rule, to: section) }
                }
            }
        }
        for key in byFirst.keys { byFirst[key]?.sort { ($1.length, $1.weight, $0.phrase) < ($0.length, $0.weight, $1.phrase) } }
    }

    /// Sections that are no tracks.
    private static let others: Set = ["words", "aside", "not", "not-next"]

    private mutating func add(_ rule: Rule, to section: String) {
        guard let first = rule.runs.first?.words.first?.folded else { return }
        switch section {
        case "aside": asides[first, default: []].append(rule)
        case "not": negations[first, default: []].append(rule)
        case "not-next": nextNegations[first, default: []].append(rule)
        default: byFirst[first, default: []].append(rule)
        }
    }

    /// Every phrase that a line with `<name>` stands for.
    private static func expanded(_ phrase: String, _ words: [String: [String]]) -> [String] {
        guard let start = phrase.firstIndex(of: "<"), let end = phrase[start...].firstIndex(of: ">") else { return [phrase] }
        let name = String(phrase[phrase.index(after: start)..<end])
        return (words[name] ?? []).flatMap { expanded(phrase[..<start] + $0 + phrase[phrase.index(after: end)...], words) }
    }

    private static func rule(_ phrase: String, _ weight: Double, track: Int?, source: Int) -> Rule? {
        let plain = phrase.filter { $0 != "~" && $0 != "!" }
        let runs = phrase.split(separator: "…").map { run in
            Run(words: TextPieces(String(run)).pieces.map { Word(exact: $0.exact, folded: $0.folded) }, isStrict: run.contains("!"))
        }
        guard !runs.isEmpty, runs.allSatisfy({ !$0.words.isEmpty }) else { return nil }
        return Rule(track: track, weight: weight, phrase: plain, source: source, runs: runs, isOutright: phrase.hasPrefix("~"))
    }
}
