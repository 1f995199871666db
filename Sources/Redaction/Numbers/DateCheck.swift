/// Dates: of births they are secrets, all others stand.
struct DateCheck {
    private let words: NumberWordTables

    init(_ words: NumberWordTables) { self.words = words }

    /// A date written with signs, "12/05/1980": groups `index` to `index + 2`. Nil when it is none.
    static func numeric(_ index: Int, _ groups: DigitGroups, _ codes: [UInt32]) -> Range<Int>? {
        guard index + 2 < groups.groups.count else { return nil }
        let (a, b, c) = (groups.groups[index], groups.groups[index + 1], groups.groups[index + 2])
        guard let sign = sign(a.end..<b.start, codes), sign == Self.sign(b.end..<c.start, codes), !a.isDisguised, !b.isDisguised, !c.isDisguised
        else {
            return nil
        }
        let (x, y, z) = (groups.value(index), groups.value(index + 1), groups.value(index + 2))
        if a.count <= 2, b.count <= 2, c.count == 4 || c.count == 2 && sign != 0x2E {
            return (1...31).contains(x) && (1...12).contains(y) && (c.count == 2 || (1800...2200).contains(z)) ? a.start..<c.end : nil
        }
        if a.count == 4, b.count <= 2, c.count <= 2 {
            return (1800...2200).contains(x) && (1...12).contains(y) && (1...31).contains(z) ? a.start..<c.end : nil
        }
        return nil
    }

    /// The one sign between two parts of a date, spaces aside.
    private static func sign(_ gap: Range<Int>, _ codes: [UInt32]) -> UInt32? {
        guard gap.count <= 3 else { return nil }
        var sign: UInt32?
        for index in gap where !Letters.isSpace(codes[index]) {
            guard sign == nil, [0x2F, 0x2E, 0x2D, 0x2013].contains(codes[index]) else { return nil }
            sign = codes[index]
        }
        return sign
    }

    func read(_ passage: inout Passage, _ groups: DigitGroups) {
        births(&passage, groups)
        let codes = passage.codes
        for index in groups.groups.indices {
            if let range = Self.numeric(index, groups, codes) {
                // "0912.12.05.1980" goes on before: a number in parts, no date.
                if !(groups.continues(index, codes) && codes[groups.groups[index].start - 1] == codes[groups.groups[index].end]) {
                    passage.keep(range)
                }
            }
        }
    }

    private func births(_ passage: inout Passage, _ groups: DigitGroups) {
        var index = 0
        while index < passage.words.count {
            guard let cue = words.births.match(index, in: passage), isBirth(index, passage),
                let (range, isDay) = date(index + cue.count, isShort: passage.words[index].length < 3, passage, groups)
            else {
                index += 1
                continue
            }
            let reason: Reason = isDay ? .birthDate : .birthYear
            passage.add(Finding(range, .birth, .certain, reason, isDay ? "birthday" : "birthyear"))
            index += cue.count
        }
    }

    /// "phát sinh năm 2020" is no birth, "Nguyễn Thị Học sinh năm 1980" is one.
    private func isBirth(_ index: Int, _ passage: Passage) -> Bool {
        guard index > 0, passage.words[index].gap.isPlain else { return true }
        if passage.isCased(index), passage.words[index - 1].isCapital { return true }
        return words.notBirths.match(endingAt: index - 1, in: passage) == nil
    }

    /// The date after the cue: with signs, in words, or a year alone. After an abbreviation ("SN", which is a house number too) only a whole
    /// date or a whole year.
    private func date(_ index: Int, isShort: Bool, _ passage: Passage, _ groups: DigitGroups) -> (Range<Int>, isDay: Bool)? {
        var index = index
        var (start, end): (Int?, Int) = (nil, 0)
        var parts = 0
        var isYearSaid = false
        let limit = min(passage.words.count, index + 9)
        let first = index
        while index < limit {
            let word = passage.words[index]
            if index > first, word.gap.contains(.line) || word.gap.contains(.stop) || word.gap.contains(.comma) && parts > 0 { break }
            if word.isNumber {
                let group = Self.group(at: word.start, groups)
                if let group, let range = Self.numeric(group, groups, passage.codes) { return (start.map { $0..<range.upperBound } ?? range, true) }
                guard word.length <= 4 else { break }
                // "5/1980"
                if start == nil { start = word.start }
                end = word.end
                parts += 1
                index += 1
                if word.length == 4 || isYearSaid { return start.map { ($0..<end, parts > 1) } }
                continue
            }
            if let part = words.dateParts.match(index, in: passage) {
                isYearSaid = part.list == 2
                if parts == 0, part.list != 2 || start != nil { start = start ?? word.start }
                index += part.count
                continue
            }
            // "sinh vào ngày", "sinh ra năm", "năm sinh: là 1980"
            guard parts == 0, index - first < 2, word.length <= 3 else { break }
            index += 1
        }
        guard let start, parts > 0 else { return nil }
        guard !isShort else { return nil }
        // A year of two digits only right after the cue: "sinh năm 80".
        if parts == 1 { return end - start == 2 && limit > first && passage.words[first].start == start ? (start..<end, false) : nil }
        return (start..<end, true)
    }

    /// The group that begins at a scalar. Binary search.
    static func group(at scalar: Int, _ groups: DigitGroups) -> Int? {
        var (low, high) = (0, groups.groups.count)
        while low < high {
            let middle = (low + high) / 2
            if groups.groups[middle].start < scalar { low = middle + 1 } else { high = middle }
        }
        return low < groups.groups.count && groups.groups[low].start == scalar ? low : nil
    }
}
