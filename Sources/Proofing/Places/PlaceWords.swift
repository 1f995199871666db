/// The words around names of places.
struct PlaceWords: Sendable {
    private let units: [UInt64: Set<NameRegister.Kind>]
    private let villages: Set<UInt64>
    private let beforeNoUnit: Set<UInt64>
    private let noNames: Set<UInt64>
    private let beforePeople: Set<UInt64>
    private let beforePlaces: Set<UInt64>
    private let others: Set<UInt64>

    init(_ lists: WordLists) {
        var units: [UInt64: Set<NameRegister.Kind>] = [:]
        for (key, entries) in lists.keys("unit-words") {
            let kinds = Set(key.split(separator: " ").compactMap { NameRegister.Kind(rawValue: String($0)) })
            for entry in entries { units[Phrase(entry).exact, default: []].formUnion(kinds) }
        }
        self.units = units
        villages = lists.set("village-words")
        beforeNoUnit = lists.set("before-no-unit")
        noNames = lists.set("no-names")
        beforePeople = lists.set("before-people")
        beforePlaces = lists.set("before-places")
        others = lists.set("other-places")
    }

    /// Whether a unit word ends here and a name follows: the kinds that it means, and where the name begins.
    func unit(at index: Int, _ tokens: [Token]) -> (Set<NameRegister.Kind>, Int)? {
        let next = index + 1
        guard next < tokens.count, tokens[next].isCapital, tokens[next].gap.isPlain || tokens[next].gap.contains(.dot) else { return nil }
        let token = tokens[index]
        if index > 0, token.gap.isPlain {
            if let kinds = units[Phrase.join(tokens[index - 1].exact, token.exact)] { return (kinds, next) }
            if beforeNoUnit.contains(tokens[index - 1].exact) { return nil }
        }
        guard let kinds = units[token.exact] else { return nil }
        // A full stop belongs to short forms only.
        guard tokens[next].gap.isPlain || token.length <= 2 else { return nil }
        return (kinds, next)
    }

    func isVillage(_ index: Int, _ tokens: [Token]) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].isCapital, tokens[index + 1].gap.isPlain else { return false }
        return villages.contains(tokens[index].exact)
            || index > 0 && villages.contains(Phrase.join(tokens[index - 1].exact, tokens[index].exact))
    }

    func isNoName(_ token: Token) -> Bool { noNames.contains(token.exact) }
    /// A place that no register here has.
    func isOther(_ words: ArraySlice<Token>) -> Bool { others.contains(Phrase.digest(words.lazy.map(\.exact))) }
    func isBeforePeople(_ token: Token) -> Bool { beforePeople.contains(token.exact) }
    func isBeforePlaces(_ token: Token) -> Bool { beforePlaces.contains(token.exact) }
}
