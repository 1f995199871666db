import Vietnamese

/// Days that no calendar has, and days of the week that are another date's.
struct DateCheck {
    private let day: UInt64
    private let month: UInt64
    private let year: UInt64
    private let weekdays: [UInt64: Int]
    private let names: [Int: String]
    private let beforeWeekday: Set<UInt64>
    private let order: UInt64

    init(_ lists: WordLists) {
        var words: [String: UInt64] = [:]
        for (key, entries) in lists.keys("date-words") { words[key] = entries.first.map { Phrase($0).exact } }
        (day, month, year) = (words["day"] ?? 0, words["month"] ?? 0, words["year"] ?? 0)
        var weekdays: [UInt64: Int] = [:]
        for (key, entries) in lists.keys("weekdays") { for entry in entries { weekdays[Phrase(entry).exact] = Int(key) } }
        self.weekdays = weekdays
        var names: [Int: String] = [:]
        for (key, entries) in lists.keys("weekday-names") { names[Int(key) ?? 0] = entries.first }
        self.names = names
        beforeWeekday = lists.set("before-weekday")
        order = lists.keys("weekdays").first?.entries.first.map { Phrase($0).words[0] } ?? 0
    }

    private struct Written {
        var day: Int
        var month: Int
        var year: Int?
        var tokens: ClosedRange<Int>
    }

    func read(_ passage: Passage, _ tokens: [Token], _ findings: inout Findings) {
        var index = 0
        while index < tokens.count {
            guard tokens[index].shape == .number, let written = date(at: index, tokens, passage) else {
                index += 1
                continue
            }
            check(written, tokens, passage, &findings)
            index = written.tokens.upperBound + 1
        }
    }

    private func check(_ written: Written, _ tokens: [Token], _ passage: Passage, _ findings: inout Findings) {
        let range = tokens[written.tokens.lowerBound].start..<tokens[written.tokens.upperBound].end
        // Without a year, 29 February may be meant.
        guard let date = CivilDate(year: written.year ?? 2024, month: written.month, day: written.day) else {
            findings.add(.dateImpossible, nil, ["date": passage.pieces.text(range)], in: passage, range)
            return
        }
        guard written.year != nil, let (weekday, place) = weekday(beside: written.tokens, tokens, passage), weekday != date.weekday else { return }
        let name = names[date.weekday] ?? ""
        let quoted = passage.pieces.text(place)
        let mend = tokens.contains { $0.start == place.lowerBound && $0.isCapital } ? capitaliseFirst(name) : name
        let values = ["date": passage.pieces.text(range), "written": quoted, "weekday": name]
        findings.add(.weekdayWrong, nil, values, in: passage, place, suggesting: [mend])
    }

    // MARK: Reading

    private func date(at index: Int, _ tokens: [Token], _ passage: Passage) -> Written? {
        let codes = passage.pieces.codes
        guard let first = number(tokens[index], codes) else { return nil }
        let isSaid = index > 0 && tokens[index - 1].exact == day && tokens[index].gap.isPlain
        guard index + 1 < tokens.count else { return nil }
        if isSaid, tokens[index + 1].exact == month, tokens[index + 1].gap.isPlain { return words(first, index, tokens, codes) }
        guard tokens[index].start == 0 || !isJoint(codes[tokens[index].start - 1]), let sign = sign(index + 1, tokens, codes),
            let second = number(tokens[index + 1], codes), tokens[index + 1].length <= 2, tokens[index].length <= 2
        else { return nil }
        if self.sign(index + 2, tokens, codes) == sign, let third = number(tokens[index + 2], codes), (1900...2100).contains(third),
            !goesOn(after: tokens[index + 2], codes)
        {
            // Numbers that no day or month has are a date only if the text says so.
            guard isSaid || (1...31).contains(first) && (1...12).contains(second) else { return nil }
            return Written(day: first, month: second, year: third, tokens: index...index + 2)
        }
        guard isSaid, sign == 0x2F, !goesOn(after: tokens[index + 1], codes) else { return nil }
        return Written(day: first, month: second, year: nil, tokens: index...index + 1)
    }

    /// "ngày 31 tháng 6 năm 2026"
    private func words(_ first: Int, _ index: Int, _ tokens: [Token], _ codes: [UInt32]) -> Written? {
        guard index + 2 < tokens.count, tokens[index + 2].gap.isPlain, let second = number(tokens[index + 2], codes),
            tokens[index + 2].length <= 2, tokens[index].length <= 2,
            !goesOn(after: tokens[index + 2], codes)
        else { return nil }
        let at = index + 3
        if at + 1 < tokens.count, tokens[at].exact == year, tokens[at + 1].gap.isPlain, let third = number(tokens[at + 1], codes),
            (1900...2100).contains(third)
        {
            return Written(day: first, month: second, year: third, tokens: index...at + 1)
        }
        return Written(day: first, month: second, year: nil, tokens: index...index + 2)
    }

    private func number(_ token: Token, _ codes: [UInt32]) -> Int? {
        guard token.shape == .number, token.length <= 4 else { return nil }
        var value = 0
        for code in codes[token.start..<token.end] {
            guard Letters.isDigit(code) else { return nil }
            value = value * 10 + Int(code - 0x30)
        }
        return value
    }

    /// The one sign before a token: / - .
    private func sign(_ index: Int, _ tokens: [Token], _ codes: [UInt32]) -> UInt32? {
        guard index < tokens.count, tokens[index].start == tokens[index - 1].end + 1, case let sign = codes[tokens[index].start - 1],
            [0x2F, 0x2D, 0x2E].contains(sign)
        else { return nil }
        return sign
    }

    private func isJoint(_ code: UInt32) -> Bool { [0x2F, 0x2D, 0x2E, 0x2C, 0x3A, 0x2013].contains(code) || Letters.isLetter(code) }

    /// "31/6/2026/QĐ-UBND" is the number of a document.
    private func goesOn(after token: Token, _ codes: [UInt32]) -> Bool {
        guard token.end < codes.count, isJoint(codes[token.end]) else { return false }
        if codes[token.end] == 0x2F { return true }
        return token.end + 1 < codes.count && (Letters.isLetter(codes[token.end + 1]) || Letters.isDigit(codes[token.end + 1]))
    }

    /// "Thứ Hai, ngày 28/11/2026", "28/11/2026 (thứ Hai)".
    private func weekday(beside date: ClosedRange<Int>, _ tokens: [Token], _ passage: Passage) -> (Int, Range<Int>)? {
        var last = date.lowerBound - 1
        if last >= 0, tokens[last].exact == day { last -= 1 }
        if last >= 1, tokens[(last + 1)...date.lowerBound].allSatisfy({ $0.gap.isDisjoint(with: [.stop, .dash]) }),
            let found = weekday(last - 1, tokens), isWeekday(last - 1, tokens)
        {
            return found
        }
        let next = date.upperBound + 1
        guard next + 1 < tokens.count, tokens[next].gap.contains(.other), tokens[next].gap.isDisjoint(with: [.stop, .dash]) else { return nil }
        return weekday(next, tokens)
    }

    private func weekday(_ index: Int, _ tokens: [Token]) -> (Int, Range<Int>)? {
        guard tokens[index + 1].gap.isPlain, let day = weekdays[Phrase.join(tokens[index].exact, tokens[index + 1].exact)] else { return nil }
        return (day, tokens[index].start..<tokens[index + 1].end)
    }

    /// "kỳ họp thứ năm, ngày 20/11/2026" counts meetings.
    private func isWeekday(_ index: Int, _ tokens: [Token]) -> Bool {
        guard tokens[index].exact == order, index > 0, tokens[index].gap.isPlain else { return true }
        return tokens[index].isCapital && tokens[index - 1].shape == .lower || beforeWeekday.contains(tokens[index - 1].exact)
    }
}
