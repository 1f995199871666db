/// Whether a person's name is the name of a street, a school or a unit where it stands.
struct PlaceSense {
    private let places: PlaceWords
    /// How many words may stand between "trường" and the name: "trường trung học phổ thông chuyên".
    private static let reach = 7

    init(_ registers: Registers) { places = registers.places }

    /// Before a name that begins with this word stands what makes it a place, or a house number.
    func isPlace(_ index: Int, _ passage: Passage) -> Bool {
        var before = index - 1
        var steps = 0
        while before >= 0, steps < Self.reach {
            let gap = passage.words[before + 1].gap
            guard gap.subtracting([.space, .dot]).isEmpty || steps > 0 && gap.isLoose else { return false }
            if let match = places.before.match(endingAt: before, in: passage), counts(match, before, passage) { return true }
            if passage.words[before].isNumber
                || passage.words[before].shape == .mixed && Letters.digit(passage.codes[passage.words[before].start]) != nil
            {
                return steps == 0 && gap.isPlain && !isListNumber(before, passage)
            }
            guard places.between.has(before, in: passage) || passage.words[before].shape == .upper && steps < 3 else { return false }
            before -= 1
            steps += 1
        }
        return false
    }

    /// Without marks short words say too little: "ho" is a household as well as a lake.
    private func counts(_ match: PhraseTable.Match, _ end: Int, _ passage: Passage) -> Bool {
        if match.count > 1 || passage.isMarked(end) { return true }
        let length = passage.words[end].length
        return match.list == 1 ? length >= 2 : length >= 5
    }

    /// "1 Nguyễn Văn An" at the front of a line.
    private func isListNumber(_ index: Int, _ passage: Passage) -> Bool {
        passage.words[index].length <= 2 && (index == 0 || passage.words[index].gap.contains(.line) || passage.words[index].gap.contains(.stop))
    }

    /// After a place another of the kind: "đường Lê Lợi và Trần Phú", "Nguyễn Trãi - Lê Duẩn". A comma joins only names that no family has.
    func goesOn(from place: Int, to index: Int, isFamily: Bool, _ passage: Passage) -> Bool {
        guard index >= place, passage.areTogether(place - 1, index) else { return false }
        let gap = passage.words[place].gap
        if index == place {
            if gap.contains(.dash) { return true }
            return gap.contains(.comma) && !isFamily
        }
        return index == place + 1 && gap.isPlain && passage.words[index].gap.isPlain && places.joining.has(place, in: passage)
    }
}
