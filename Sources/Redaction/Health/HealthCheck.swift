/// What is said of the health of somebody in the letter: an illness, a disability, a pregnancy, with a person before it in the sentence.
struct HealthCheck {
    private let words: HealthWords
    private let names: NameWords
    private let units: PhraseTable
    /// How far before the word the person may stand.
    private static let reach = 14

    init(_ registers: Registers) {
        words = registers.health
        names = registers.names
        units = registers.places.units
    }

    func read(_ passage: inout Passage) {
        var index = 0
        while index < passage.words.count {
            guard passage.isFree(index), let match = words.terms.match(index, in: passage) else {
                index += 1
                continue
            }
            let end = end(index + match.count, passage)
            if isSaid(index, match, passage), isOfSomebody(index, passage), passage.isFree(end - 1) {
                let reason = [Reason.illness, .disability, .pregnancy][match.list]
                let isBorne = words.bearing.match(endingAt: index - 1, in: passage) != nil
                passage.add(
                    Finding(passage.range(index..<end), .health, isBorne || match.count > 1 ? .certain : .likely, reason, "health")
                )
            }
            index = end
        }
    }

    /// "giai đoạn 3", "mức độ nặng", "61%": belongs to it.
    private func end(_ index: Int, _ passage: Passage) -> Int {
        var end = index
        while end < passage.words.count, end - index < 6, passage.words[end].gap.isLoose {
            if let more = words.after.match(end, in: passage) {
                end += more.count
            } else if passage.words[end].isNumber, passage.words[end].length <= 3, passage.words[end].gap.isPlain,
                end > index || passage.words[end].end < passage.codes.count && passage.codes[passage.words[end].end] == 0x25
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// Words that are said of other things too need "bị", "mắc", "bệnh" right before.
    private func isSaid(_ index: Int, _ match: PhraseTable.Match, _ passage: Passage) -> Bool {
        guard let bare = words.bare.match(index, in: passage), bare.count == match.count else {
            return passage.isMarked(index) || match.count > 1 || words.bearing.match(endingAt: index - 1, in: passage) != nil
        }
        return words.bearing.match(endingAt: index - 1, in: passage) != nil
    }

    /// A person stands before it in the sentence, and nothing between that makes it anybody's.
    private func isOfSomebody(_ index: Int, _ passage: Passage) -> Bool {
        var place = index - 1
        while place >= 0, index - place <= Self.reach, passage.areTogether(place, index) {
            if words.general.match(endingAt: place, in: passage) != nil { return false }
            if words.persons.match(endingAt: place, in: passage) != nil { return true }
            // A name with a capital: "Nguyễn Văn An bị …".
            if passage.isCased(place), passage.words[place].isCapital, place > 0, passage.words[place - 1].isCapital, names.isPart(place, passage) {
                return true
            }
            place -= 1
        }
        return false
    }
}
