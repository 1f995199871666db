/// Who is named in a letter: mentions brought together to persons, each with letters of their own.
struct PeopleBook {
    struct Person {
        var letters: [String]
        var hasMarks: Bool
        var isOffice = false
        var isAccused = false
        var isSelf = false
        /// Shown as it is: named for an office, and nothing is said against them.
        var isPublic: Bool { isOffice && !isAccused && !isSelf }
        var label = ""
    }

    private(set) var persons: [Person] = []
    private var full: [UInt64: Int] = [:]
    /// Ends of full names: "An" and "Văn An" of "Nguyễn Văn An". Nil where several persons share one.
    private var ends: [UInt64: Int?] = [:]
    private var short: [UInt64: Int] = [:]
    private var firsts: Set<UInt64> = []
    private var lengths: Set<Int> = []

    /// Takes the mentions in; the answer says which person each is of.
    mutating func take(_ mentions: [Mention]) -> [Int] {
        for mention in mentions where mention.isFull { enter(mention) }
        let people = mentions.map { mention in
            let key = PhraseTable.digest(mention.syllables)
            if mention.isFull, let person = full[key] { return person }
            if let known = ends[key], let person = known { return person }
            if let person = short[key] { return person }
            persons.append(Person(letters: mention.letters, hasMarks: mention.hasMarks))
            short[key] = persons.count - 1
            return persons.count - 1
        }
        for (mention, person) in zip(mentions, people) {
            if mention.isOffice { persons[person].isOffice = true }
            if mention.isAccused { persons[person].isAccused = true }
            if mention.isSelf { persons[person].isSelf = true }
        }
        label()
        return people
    }

    private mutating func enter(_ mention: Mention) {
        let key = PhraseTable.digest(mention.syllables)
        if let person = full[key] {
            // The letters of "Đỗ" are better than those of "do".
            if mention.hasMarks, !persons[person].hasMarks { persons[person].letters = mention.letters }
            persons[person].hasMarks = persons[person].hasMarks || mention.hasMarks
            return
        }
        persons.append(Person(letters: mention.letters, hasMarks: mention.hasMarks))
        let person = persons.count - 1
        full[key] = person
        if let first = mention.syllables.first { firsts.insert(first) }
        lengths.insert(mention.syllables.count)
        for start in 1..<max(2, mention.syllables.count) where start < mention.syllables.count {
            let end = PhraseTable.digest(mention.syllables[start...])
            if let known = ends[end], known != person { ends[end] = .some(nil) } else { ends[end] = .some(person) }
        }
    }

    /// "N.V.A"; a second person with the same letters is "N.V.A (2)".
    private mutating func label() {
        var counts: [String: Int] = [:]
        for index in persons.indices {
            let letters = persons[index].letters.joined(separator: ".")
            let count = counts[letters, default: 0] + 1
            counts[letters] = count
            persons[index].label = count == 1 ? letters : "\(letters) (\(count))"
        }
    }

    /// Full names that stand elsewhere without anything that announces them, in any spelling: words and person.
    func repeated(_ passage: Passage, isTaken: (Int) -> Bool) -> [(words: Range<Int>, person: Int)] {
        guard !firsts.isEmpty else { return [] }
        let counts = lengths.sorted(by: >)
        var found: [(Range<Int>, Int)] = []
        var index = 0
        while index < passage.words.count {
            guard firsts.contains(passage.words[index].folded), !isTaken(index) else {
                index += 1
                continue
            }
            var end = index + 1
            for count in counts where count > 1 && index + count <= passage.words.count {
                let words = index..<index + count
                guard passage.words[words].dropFirst().allSatisfy({ $0.gap.subtracting([.space, .other]).isEmpty }), !words.contains(where: isTaken),
                    let person = full[PhraseTable.digest(passage.words[words].lazy.map(\.folded))]
                else { continue }
                found.append((words, person))
                end = words.upperBound
                break
            }
            index = end
        }
        return found
    }

    /// The one person whose full name ends so.
    func person(endingWith syllable: UInt64) -> Int? { ends[syllable] ?? nil }
}
