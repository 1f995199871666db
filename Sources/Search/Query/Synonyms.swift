public import Vietnamese

/// What stands for what: "UBND" and "uỷ ban nhân dân" find each other. The program's own list of abbreviations, changed by the installation.
public struct Synonyms: Sendable {
    /// Lists of words, without marks, that mean the same.
    private let groups: [[[String]]]
    /// By a group's first word.
    private let byFirst: [String: [(words: [String], group: Int)]]

    /// - Parameters:
    ///   - added: pairs of the installation, a short form and what it stands for.
    ///   - removed: short forms that must not be read so here.
    public init(added: [(short: String, expansion: String)] = [], removed: Set<String> = []) {
        var groups: [[[String]]] = []
        let gone = Set(removed.map { Self.key($0) })
        let own = added.map { (Self.words($0.short), Self.words($0.expansion)) }
        // What may mean several things is no synonym: it would find what nobody asked for.
        let standard = Abbreviation.all.filter { !$0.isAmbiguous && !gone.contains(Self.key($0.short)) }
            .map { (Self.words($0.short), Self.words($0.expansions[0])) }
        for (short, long) in own + standard where !short.isEmpty && !long.isEmpty && short != long {
            if let index = groups.firstIndex(where: { $0.contains(long) }) {
                if !groups[index].contains(short) { groups[index].append(short) }
            } else {
                groups.append([long, short])
            }
        }
        self.groups = groups
        var byFirst: [String: [(words: [String], group: Int)]] = [:]
        for (index, group) in groups.enumerated() { for words in group { byFirst[words[0], default: []].append((words, index)) } }
        // The longest wins: "văn phòng uỷ ban nhân dân" before "văn phòng".
        self.byFirst = byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    public static let standard = Synonyms()

    /// The words that begin here and have synonyms: how many they are, and the others.
    func others(in words: [String], at index: Int) -> (length: Int, others: [[String]])? {
        for (candidate, group) in byFirst[words[index]] ?? [] where index + candidate.count <= words.count {
            guard Array(words[index..<index + candidate.count]) == candidate else { continue }
            return (candidate.count, groups[group].filter { $0 != candidate })
        }
        return nil
    }

    /// Each group as readers write it, for the command line.
    public var count: Int { groups.count }

    static func words(_ text: String) -> [String] {
        let pieces = TextPieces(text, limit: 16)
        return pieces.pieces.map { pieces.folded($0) }
    }

    private static func key(_ text: String) -> String { words(text).joined(separator: " ") }
}
