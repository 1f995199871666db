import Vietnamese

/// Offices and the people in them.
struct PeopleCheck {
    private let register: PeopleRegister
    private let date: CivilDate
    private let titles: Titles

    init(_ register: PeopleRegister, _ titles: Titles, _ date: CivilDate) { (self.register, self.titles, self.date) = (register, titles, date) }

    func read(_ passage: Passage, _ tokens: [Token], _ findings: inout Findings) {
        var index = 0
        while index < tokens.count {
            if tokens[index].isCapital, let length = misspelt(index, passage, tokens, &findings) {
                index += length
                continue
            }
            if tokens[index].shape == .capital, let length = leader(index, passage, tokens, &findings) {
                index += length
                continue
            }
            index += 1
        }
    }

    /// "Chủ tich UBND tỉnh": an office but for a mark. One word may differ, and only where an office can stand.
    private func misspelt(_ index: Int, _ passage: Passage, _ tokens: [Token], _ findings: inout Findings) -> Int? {
        guard let title = titles.alike(index, tokens), title.words.count > 1 else { return nil }
        let part = tokens[index..<index + title.words.count]
        guard !titles.isTitle(part), zip(part, title.words).count(where: { $0.exact != $1 }) == 1, part.dropFirst().allSatisfy(\.gap.isPlain),
            // "vụ Trương Mỹ Lan" is no "Vụ trưởng".
            zip(part, title.capitals).allSatisfy({ $0.shape != .capital || $1 })
        else { return nil }
        let end = index + title.words.count
        guard titles.isOffice(after: end, tokens) else { return nil }
        let range = tokens[index].start..<tokens[end - 1].end
        let written = passage.pieces.text(range)
        let mend = part.allSatisfy { $0.shape == .upper } ? uppercase(title.text) : title.text
        findings.add(.titleMisspelt, nil, ["title": written, "suggestion": mend], in: passage, range, suggesting: [mend])
        return title.words.count
    }

    private func leader(_ index: Int, _ passage: Passage, _ tokens: [Token], _ findings: inout Findings) -> Int? {
        for length in register.lengths where index + length <= tokens.count {
            let part = tokens[index..<index + length]
            guard part.allSatisfy({ $0.shape == .capital }), part.dropFirst().allSatisfy(\.gap.isPlain) else { continue }
            let range = tokens[index].start..<tokens[index + length - 1].end
            let known = register.people(part)
            if known.isEmpty {
                let names = register.alike(part)
                guard length > 2, !names.isEmpty else { continue }
                let values = ["name": passage.pieces.text(range), "suggestion": names[0]]
                findings.add(.leaderName, nil, values, in: passage, range, suggesting: names)
            } else {
                office(known, index, passage, tokens, &findings)
            }
            return length
        }
        return nil
    }

    /// The office right before a name, held against those that the person has.
    private func office(_ people: [PeopleRegister.Person], _ name: Int, _ passage: Passage, _ tokens: [Token], _ findings: inout Findings) {
        let current = people.filter { $0.holds(on: date) }
        guard let (title, start) = titles.before(name, tokens) else { return }
        guard !current.contains(where: { titles.isPart(title, of: Phrase($0.title).words) }) else { return }
        let range = tokens[start].start..<tokens[start + title.words.count - 1].end
        let written = passage.pieces.text(range)
        // Held once and no longer: said as a present office it is wrong, whatever they hold now.
        let former = people.filter { person in person.to.map { $0 < date } ?? false && titles.isPart(title, of: Phrase(person.title).words) }
        if let last = former.max(by: { $0.to ?? date < $1.to ?? date }), let end = last.to {
            let values = ["name": last.name, "title": written, "date": end.text(.numeric)]
            let past = tokens[start].shape == .upper ? uppercase("nguyên") : "nguyên"
            let now = current.first.flatMap { titles.rank(of: $0.title) }
            findings.add(.leaderFormer, nil, values, in: passage, range, suggesting: [now, past + " " + written].compactMap { $0 })
            return
        }
        guard let person = current.first else { return }
        let values = ["name": person.name, "title": written, "known": person.title]
        findings.add(.leaderTitle, nil, values, in: passage, range, suggesting: titles.rank(of: person.title).map { [$0] } ?? [])
    }
}

/// The offices that are known by name.
struct Titles: Sendable {
    struct Title: Sendable {
        let text: String
        let words: [UInt64]
        /// Which of the words begin with a capital, and the first.
        let capitals: [Bool]
    }

    private let exact: [UInt64: Title]
    private let folded: [UInt64: Title]
    private let longest: Int
    private let before: Set<UInt64>
    private let after: Set<UInt64>
    private let firsts: Set<UInt64>
    private let agencies: Set<UInt64>
    private let notInAgency: Set<UInt64>
    /// How far before a name its office may begin, in words: "Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh …".
    private static let reach = 12

    init(_ lists: WordLists) {
        var exact: [UInt64: Title] = [:]
        var folded: [UInt64: Title] = [:]
        var firsts: Set<UInt64> = []
        var longest = 0
        for text in lists.list("titles") {
            let phrase = Phrase(text)
            let capitals = text.split(separator: " ").enumerated().map { $0.offset == 0 || $0.element.first?.isUppercase == true }
            let title = Title(text: text, words: phrase.words, capitals: capitals)
            (exact[phrase.exact], folded[phrase.folded]) = (title, title)
            longest = max(longest, phrase.words.count)
            if let first = phrase.foldedWords.first { firsts.insert(first) }
        }
        (self.exact, self.folded, self.longest, self.firsts) = (exact, folded, longest, firsts)
        before = lists.set("before-title")
        after = lists.set("after-title")
        agencies = lists.set("agency-words")
        notInAgency = lists.set("not-in-agency")
    }

    func isTitle(_ words: ArraySlice<Token>) -> Bool { exact[Phrase.digest(words.lazy.map(\.exact))] != nil }

    /// The longest office that begins here, marks aside.
    func alike(_ index: Int, _ tokens: [Token]) -> Title? {
        guard firsts.contains(tokens[index].folded) else { return nil }
        return longest(index, tokens) { folded[Phrase.digest($0.lazy.map(\.folded))] }
    }

    private func longest(_ index: Int, _ tokens: [Token], _ find: (ArraySlice<Token>) -> Title?) -> Title? {
        for length in stride(from: min(longest, tokens.count - index), through: 1, by: -1) {
            if let title = find(tokens[index..<index + length]) { return title }
        }
        return nil
    }

    /// Whether what follows goes on as an office does: an agency, a unit, a name.
    func isOffice(after index: Int, _ tokens: [Token]) -> Bool {
        guard index < tokens.count, tokens[index].gap.isPlain else { return false }
        return tokens[index].isCapital || after.contains(tokens[index].exact)
    }

    /// The office nearest before a name in the same stretch of words.
    func before(_ name: Int, _ tokens: [Token]) -> (Title, Int)? {
        var start = name
        while start > 0, name - start < Self.reach, tokens[start].gap.isPlain { start -= 1 }
        var found: (Title, Int)?
        var index = start
        while index < name {
            guard firsts.contains(tokens[index].folded), let title = longest(index, tokens, { exact[Phrase.digest($0.lazy.map(\.exact))] }),
                index + title.words.count <= name
            else {
                index += 1
                continue
            }
            found = (title, index)
            index += title.words.count
        }
        guard let (title, index) = found else { return nil }
        if index > 0, tokens[index].gap.isPlain, before.contains(tokens[index - 1].exact) { return nil }
        // Between the office and the name only the office's own words stand: "Chủ tịch nước gặp Nguyễn Văn A" is another's.
        let between = tokens[(index + title.words.count)..<name]
        let isAgency = between.first.map { agencies.contains($0.exact) } ?? true
        let isItsOwn =
            isAgency ? between.allSatisfy { !notInAgency.contains($0.exact) } : between.allSatisfy { $0.isCapital || after.contains($0.exact) }
        return isItsOwn ? (title, index) : nil
    }

    /// Whether an office stands in a longer one and begins it: "Chủ tịch" in "Chủ tịch UBND tỉnh", not in "Phó Chủ tịch UBND tỉnh".
    func isPart(_ title: Title, of words: [UInt64]) -> Bool {
        guard let place = words.indices.first(where: { words[$0...].starts(with: title.words) }) else { return false }
        // A longer office that reaches over this one is another office.
        for start in 0...place {
            for length in stride(from: min(longest, words.count - start), through: 1, by: -1) where start + length > place {
                guard let other = exact[Phrase.digest(words[start..<start + length])] else { continue }
                if start < place || other.words.count == title.words.count { return start == place }
            }
        }
        return true
    }

    /// The rank that begins a title, as it is written.
    func rank(of title: String) -> String? {
        let words = Phrase(title).words
        for length in stride(from: min(longest, words.count), through: 1, by: -1) {
            if let found = exact[Phrase.digest(words[..<length])] { return found.text }
        }
        return nil
    }
}
