/// What a number in parts can be by its digits alone. All ends are groups: the one after the last that belongs to it.
struct NumberShape {
    private let groups: DigitGroups
    private let run: Range<Int>
    private let codes: [UInt32]
    /// The digits of the run, and how many of them there are after each of its groups.
    private let digits: ArraySlice<UInt8>
    private let sums: [Int]

    init(_ groups: DigitGroups, _ run: Range<Int>, _ codes: [UInt32]) {
        (self.groups, self.run, self.codes) = (groups, run, codes)
        digits = groups.digits(run)
        var sum = 0
        sums = run.map { index in
            sum += groups.groups[index].count
            return sum
        }
    }

    private func digit(_ index: Int) -> UInt8 { index < digits.count ? digits[digits.startIndex + index] : 255 }

    /// Where the number has exactly so many digits.
    func end(of count: Int) -> Int? { sums.firstIndex(of: count).map { run.lowerBound + $0 + 1 } }

    /// The longest part with digits in these bounds. A first group that is long enough stands alone.
    func end(atMost most: Int, atLeast least: Int) -> Int? {
        guard let first = sums.first else { return nil }
        if (max(8, least)...max(8, most)).contains(first), first <= most { return run.lowerBound + 1 }
        guard let place = sums.lastIndex(where: { $0 <= most }), sums[place] >= least else { return nil }
        return run.lowerBound + place + 1
    }

    /// 10 digits from 03, 05, 07, 08, 09; 02 with 10 or 11; the old 01 with 11; the same with 84 for the zero.
    var phone: Int? {
        guard digits.count >= 9 else { return nil }
        for count in [11, 10, 12, 13, 14] {
            guard let end = end(of: count), isPhone(count), hasParts(end) else { continue }
            return end
        }
        return nil
    }

    private func isPhone(_ count: Int) -> Bool {
        switch (digit(0), digit(1)) {
        case (0, 0): return digit(2) == 8 && digit(3) == 4 && isAfterCountry(4, count)
        case (0, 1): return count == 11 && [2, 6, 8, 9].contains(digit(2))
        case (0, 2): return (count == 10 || count == 11) && digit(2) != 255
        case (0, 3), (0, 5), (0, 7), (0, 8), (0, 9): return count == 10
        case (8, 4): return isAfterCountry(2, count)
        default: return false
        }
    }

    private func isAfterCountry(_ start: Int, _ count: Int) -> Bool {
        let zero = digit(start) == 0 ? 1 : 0
        let rest = count - start - zero
        switch digit(start + zero) {
        case 3, 5, 7, 8, 9: return rest == 9
        case 2: return rest == 9 || rest == 10
        default: return false
        }
    }

    func isMobile(_ end: Int) -> Bool {
        let start = digit(0) == 8 && digit(1) == 4 ? 2 : digit(0) == 0 && digit(1) == 0 ? 4 : 0
        return digit(start) == 0 ? digit(start + 1) != 2 : digit(start) != 2 && start > 0
    }

    /// Telephones are written in two to five parts, or digit by digit.
    private func hasParts(_ end: Int) -> Bool {
        let parts = end - run.lowerBound
        if parts <= 5 { return true }
        return (run.lowerBound..<end).allSatisfy { groups.groups[$0].count <= 2 }
    }

    /// After a word for it: a number without its area or its zero.
    var localPhone: Int? {
        guard digits.count >= 7, digit(0) != 0 || digits.count >= 9 else { return nil }
        return end(of: 9) ?? end(of: 8) ?? end(of: 7) ?? end(atMost: 12, atLeast: 9)
    }

    /// 1900 and 1800 are called by everybody.
    var hotline: Int? {
        guard digit(0) == 1, digit(1) == 9 || digit(1) == 8, digit(2) == 0, digit(3) == 0 else { return nil }
        return end(of: 8) ?? end(of: 10)
    }

    /// 12 digits that begin with the code of a province of birth (001 to 096).
    var identity: Int? {
        guard digit(0) == 0, digit(1) < 10, digit(2) <= 9, digit(1) * 10 + digit(2) <= 96, digit(1) + digit(2) > 0, let end = end(of: 12) else {
            return nil
        }
        return (run.lowerBound..<end).allSatisfy { [3, 4, 6, 12].contains(groups.groups[$0].count) } ? end : nil
    }

    /// "0101234567-001"
    var taxWithBranch: Int? {
        guard groups.groups[run.lowerBound].count == 10, run.count > 1, groups.groups[run.lowerBound + 1].count == 3 else { return nil }
        let gap = groups.groups[run.lowerBound].end..<groups.groups[run.lowerBound + 1].start
        return gap.contains { Letters.isDash(codes[$0]) } ? run.lowerBound + 2 : nil
    }

    /// 6 to 19 digits; a first part that is long enough stands alone.
    var account: Int? { end(atMost: 19, atLeast: 6) }

    /// One run of digits.
    func isPlain(_ end: Int) -> Bool { end == run.lowerBound + 1 }

    /// "1.234.567": parts of three after points or commas, without a zero at the front.
    var isAmount: Bool {
        guard run.count > 1, digit(0) != 0, groups.groups[run.lowerBound].count <= 3 else { return false }
        for index in run.dropFirst() {
            let gap = groups.groups[index - 1].end..<groups.groups[index].start
            guard gap.count == 1, codes[gap.lowerBound] == 0x2E || codes[gap.lowerBound] == 0x2C else { return index > run.lowerBound + 1 }
            guard groups.groups[index].count == 3 else { return false }
        }
        return true
    }
}
