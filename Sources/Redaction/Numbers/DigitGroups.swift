/// The numbers of a passage: runs of digits, and which of them are one number written in parts.
struct DigitGroups {
    /// Digits without anything between them.
    struct Group {
        let start: Int
        let end: Int
        /// Where its digits begin in `digits`, and how many they are.
        let first: Int
        let count: Int
        /// Letters stand for digits in it: "o9l2".
        let isDisguised: Bool
    }

    private(set) var groups: [Group] = []
    private(set) var digits: [UInt8] = []

    /// Longer numbers are nobody's.
    static let longest = 24
    /// More parts than digits of a telephone number are no number.
    static let mostParts = 14

    init(_ passage: Passage) {
        let codes = passage.codes
        for (index, word) in passage.words.enumerated() where word.isNumber || word.shape == .mixed || Self.isLoneZero(index, passage) {
            cut(codes, word.start..<word.end, isLone: !(word.isNumber || word.shape == .mixed))
        }
    }

    /// "o 912 345 678": a single o before digits.
    private static func isLoneZero(_ index: Int, _ passage: Passage) -> Bool {
        let word = passage.words[index]
        guard word.length == 1, Letters.lookalike(passage.codes[word.start]) == 0, index + 1 < passage.words.count else { return false }
        let next = passage.words[index + 1]
        return next.start - word.end <= 1 && next.isNumber && next.gap.subtracting([.space, .dot, .dash]).isEmpty
    }

    /// The digits of a word: all of it where only look-alikes are among them, else each run of true digits.
    private mutating func cut(_ codes: [UInt32], _ range: Range<Int>, isLone: Bool) {
        let isWhole =
            range.count <= Self.longest && range.allSatisfy { Letters.digit(codes[$0]) != nil || Letters.lookalike(codes[$0]) != nil }
            && (isLone || range.contains { Letters.digit(codes[$0]) != nil })
        if isWhole {
            let first = digits.count
            var isDisguised = isLone
            for index in range {
                if let digit = Letters.digit(codes[index]) {
                    digits.append(digit)
                } else {
                    digits.append(Letters.lookalike(codes[index]) ?? 0)
                    isDisguised = true
                }
            }
            groups.append(Group(start: range.lowerBound, end: range.upperBound, first: first, count: range.count, isDisguised: isDisguised))
            return
        }
        var index = range.lowerBound
        while index < range.upperBound {
            guard Letters.digit(codes[index]) != nil else {
                index += 1
                continue
            }
            let (start, first) = (index, digits.count)
            while index < range.upperBound, let digit = Letters.digit(codes[index]) {
                digits.append(digit)
                index += 1
            }
            groups.append(Group(start: start, end: index, first: first, count: index - start, isDisguised: false))
        }
    }

    /// The digits of groups as they follow each other.
    func digits(_ range: Range<Int>) -> ArraySlice<UInt8> {
        guard !range.isEmpty else { return [] }
        let last = groups[range.upperBound - 1]
        return digits[groups[range.lowerBound].first..<last.first + last.count]
    }

    func value(_ index: Int) -> Int { groups[index].count > 9 ? Int.max : digits(index..<index + 1).reduce(0) { $0 * 10 + Int($1) } }

    /// The scalars from the first group's start to the last one's end.
    func scalars(_ range: Range<Int>) -> Range<Int> { groups[range.lowerBound].start..<groups[range.upperBound - 1].end }

    /// Whether a group goes on the number before it: at most three signs between, all of them such as part numbers.
    func continues(_ index: Int, _ codes: [UInt32]) -> Bool {
        guard index > 0, index < groups.count else { return false }
        let gap = groups[index - 1].end..<groups[index].start
        var visible = 0
        for place in gap {
            let code = codes[place]
            if Letters.isHidden(code) { continue }
            visible += 1
            guard visible <= 3, Self.isSeparator(code) else { return false }
        }
        return visible > 0 || !gap.isEmpty
    }

    static func isSeparator(_ code: UInt32) -> Bool {
        switch code {
        case 0x20, 0xA0, 0x2E, 0x28, 0x29, 0x5F, 0x2F, 0x2C, 0xB7, 0x2A, 0x7C: true
        default: Letters.isDash(code)
        }
    }

    /// The groups from `index` on that can be one number, and the sum of their digits after each: at most `longest` digits.
    func run(_ index: Int, _ codes: [UInt32]) -> Range<Int> {
        var end = index + 1
        var sum = groups[index].count
        while end < groups.count, end - index < Self.mostParts, sum <= Self.longest, continues(end, codes) {
            sum += groups[end].count
            end += 1
        }
        return index..<end
    }
}
