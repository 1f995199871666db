public import Vietnamese

/// The people whose names and offices a portal is not to get wrong.
public struct PeopleRegister: Sendable {
    public struct Person: Sendable, Hashable {
        public var name: String
        /// "Phó Chủ tịch Ủy ban nhân dân tỉnh"
        public var title: String
        public var from: CivilDate?
        /// The last day in this office; nil: until further notice.
        public var to: CivilDate?

        public init(name: String, title: String, from: CivilDate? = nil, to: CivilDate? = nil) {
            (self.name, self.title, self.from, self.to) = (name, title, from, to)
        }

        func holds(on date: CivilDate) -> Bool { from.map { $0 <= date } ?? true && to.map { date <= $0 } ?? true }
    }

    /// By the digest of the name.
    private let people: [UInt64: [Person]]
    private let folded: [UInt64: [String]]
    /// How many words the names have.
    let lengths: [Int]

    public static let empty = PeopleRegister([])

    public init(_ list: some Sequence<Person>) {
        var people: [UInt64: [Person]] = [:]
        var folded: [UInt64: [String]] = [:]
        var lengths: Set<Int> = []
        for person in list {
            let phrase = Phrase(person.name)
            // One word is no full name: it would be found everywhere.
            guard (2...6).contains(phrase.words.count) else { continue }
            if people[phrase.exact] == nil { folded[phrase.folded, default: []].append(person.name) }
            people[phrase.exact, default: []].append(person)
            lengths.insert(phrase.words.count)
        }
        (self.people, self.folded, self.lengths) = (people, folded, lengths.sorted(by: >))
    }

    func people(_ words: ArraySlice<Token>) -> [Person] { people[Phrase.digest(words.lazy.map(\.exact))] ?? [] }
    func alike(_ words: ArraySlice<Token>) -> [String] { folded[Phrase.digest(words.lazy.map(\.folded))] ?? [] }
}
