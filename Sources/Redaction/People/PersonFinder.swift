/// All names of a letter: noted field by field, brought together, looked for again.
struct PersonFinder {
    private let registers: Registers
    private let check: NameCheck
    private let places: PlaceSense

    init(_ registers: Registers) {
        self.registers = registers
        check = NameCheck(registers)
        places = PlaceSense(registers)
    }

    /// Puts the findings into the passages; the labels of persons by their number.
    func read(_ passages: inout [Passage]) -> [String] {
        var mentions = passages.indices.flatMap { check.mentions(passages[$0], number: $0) }
        var book = PeopleBook()
        let people = book.take(mentions)
        var taken = passages.map { Array(repeating: false, count: $0.words.count) }
        for index in mentions.indices {
            let person = book.persons[people[index]]
            for word in mentions[index].words { taken[mentions[index].passage][word] = true }
            guard !person.isPublic else { continue }
            if mentions[index].isOffice {
                mentions[index].reason = .nameAccused
                mentions[index].confidence = .likely
            }
            add(mentions[index].words, people[index], mentions[index].confidence, mentions[index].reason, &passages[mentions[index].passage])
        }
        for number in passages.indices {
            let repeated = book.repeated(passages[number]) { taken[number][$0] }
            for (words, person) in repeated where !places.isPlace(words.lowerBound, passages[number]) {
                for word in words { taken[number][word] = true }
                if !book.persons[person].isPublic { add(words, person, .likely, .nameRepeated, &passages[number]) }
            }
            ends(book, taken[number], &passages[number])
        }
        return book.persons.map(\.label)
    }

    private func add(_ words: Range<Int>, _ person: Int, _ confidence: Confidence, _ reason: Reason, _ passage: inout Passage) {
        passage.add(Finding(passage.range(words), .person, confidence, reason, "person", person: person))
    }

    /// "An" alone with a capital in the middle of a sentence, where somebody in the letter is called so.
    private func ends(_ book: PeopleBook, _ taken: [Bool], _ passage: inout Passage) {
        for index in passage.words.indices where passage.words[index].shape == .capital && !taken[index] {
            let word = passage.words[index]
            guard word.length > 1, passage.isCased(index), let person = book.person(endingWith: word.folded), !book.persons[person].isPublic else {
                continue
            }
            guard index > 0, passage.areTogether(index - 1, index), word.gap.isPlain, !passage.words[index - 1].isCapital,
                !places.isPlace(index, passage)
            else { continue }
            if index + 1 < passage.words.count, passage.words[index + 1].isCapital, passage.words[index + 1].gap.isPlain { continue }
            add(index..<index + 1, person, .possible, .nameRepeated, &passage)
        }
    }
}
