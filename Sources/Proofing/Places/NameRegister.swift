public import Vietnamese

/// The names of administrative units, of today and before, for looking up what stands in a text.
///
/// Built once from values (a whole country takes some milliseconds and some megabytes) and then only read. A look-up costs the same
/// however many names there are.
public struct NameRegister: Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case province, centralCity, urbanDistrict, ruralDistrict, town, city, commune, ward, township, specialZone

        var isProvince: Bool { self == .province || self == .centralCity }
        /// 0 provinces, 1 districts, 2 communes.
        var level: Int {
            switch self {
            case .province, .centralCity: 0
            case .urbanDistrict, .ruralDistrict, .town, .city: 1
            case .commune, .ward, .township, .specialZone: 2
            }
        }
    }

    /// A unit as it was named in one period.
    public struct Unit: Sendable, Hashable {
        public var kind: Kind
        /// Without the word for its kind: "Hạ Long".
        public var name: String
        /// With it, as in running text: "phường Hạ Long".
        public var fullName: String
        public var from: CivilDate
        /// The last day; nil: until further notice.
        public var to: CivilDate?
        /// The full names of what stands in its place since, the likeliest first; empty where no register says so.
        public var successors: [String]

        public init(kind: Kind, name: String, fullName: String, from: CivilDate, to: CivilDate? = nil, successors: [String] = []) {
            (self.kind, self.name, self.fullName, self.from, self.to, self.successors) = (kind, name, fullName, from, to, successors)
        }

        func holds(on date: CivilDate) -> Bool { from <= date && to.map { date <= $0 } ?? true }
    }

    /// All units of one name.
    struct Name {
        let text: String
        let words: [UInt64]
        /// Each word in lower case, with and without marks.
        let letters: [[UInt32]]
        let plain: [[UInt8]]
        var units: [Unit]
    }

    private(set) var names: [Name] = []
    private var byWords: [UInt64: Int] = [:]
    private var byFolded: [UInt64: [Int]] = [:]
    /// Names by all their words but one, without marks: what a slip of one letter still finds.
    private var byRest: [UInt64: [Int]] = [:]
    private var syllables: Set<UInt64> = []
    /// The most words that a name has.
    private(set) var longest = 0

    public static let empty = NameRegister([])

    public init(_ units: some Sequence<Unit>) {
        for unit in units {
            let phrase = Phrase(unit.name)
            guard !phrase.words.isEmpty, phrase.words.count <= 6 else { continue }
            if let known = byWords[phrase.exact] {
                names[known].units.append(unit)
                continue
            }
            byWords[phrase.exact] = names.count
            byFolded[phrase.folded, default: []].append(names.count)
            if phrase.words.count > 1 {
                for hole in phrase.words.indices { byRest[Self.rest(phrase.foldedWords[...], hole), default: []].append(names.count) }
            }
            syllables.formUnion(phrase.words)
            longest = max(longest, phrase.words.count)
            let pieces = TextPieces(unit.name)
            names.append(
                Name(
                    text: unit.name,
                    words: phrase.words,
                    letters: pieces.pieces.map { pieces.exact($0).unicodeScalars.map(\.value) },
                    plain: pieces.pieces.map { Array(pieces.folded($0).utf8) },
                    units: [unit]
                )
            )
        }
    }

    public var isEmpty: Bool { names.isEmpty }

    func knows(syllable: UInt64) -> Bool { syllables.contains(syllable) }
    func name(_ words: ArraySlice<Token>) -> Name? { byWords[Phrase.digest(words.lazy.map(\.exact))].map { names[$0] } }
    func alike(_ words: ArraySlice<Token>) -> [Int] { byFolded[Phrase.digest(words.lazy.map(\.folded))] ?? [] }

    /// Names that agree in all words but one, marks aside.
    func almost(_ words: ArraySlice<Token>) -> [Int] {
        guard words.count > 1 else { return [] }
        let folded = words.map(\.folded)
        return folded.indices.flatMap { byRest[Self.rest(folded[...], $0)] ?? [] }
    }

    private static func rest(_ words: ArraySlice<UInt64>, _ hole: Int) -> UInt64 {
        var digest = UInt64(words.count) &<< 8 | UInt64(hole)
        for (index, word) in words.enumerated() where index != hole { digest = Phrase.join(digest, word) }
        return digest
    }
}

extension NameRegister.Name {
    /// How far a run of words is from this name: 1 for each word that differs only in tone or marks, 2 for one with one letter more, less
    /// or other; nil where it is farther.
    func distance(_ words: [(letters: [UInt32], plain: [UInt8])]) -> Int? {
        guard words.count == letters.count else { return nil }
        var distance = 0
        for (index, word) in words.enumerated() where word.letters != letters[index] {
            if word.plain == plain[index] {
                distance += 1
            } else if Self.isOneSlip(word.plain, plain[index]) {
                distance += 2
            } else {
                return nil
            }
        }
        return distance
    }

    /// One letter more, less or other, or two exchanged.
    static func isOneSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard abs(a.count - b.count) <= 1, a != b else { return false }
        var head = 0
        while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
        var tail = 0
        while tail < a.count - head, tail < b.count - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
        let (left, right) = (a.count - head - tail, b.count - head - tail)
        if left <= 1, right <= 1 { return true }
        return left == 2 && right == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]
    }
}
