/// Telephone numbers in words: "không chín một hai …", digits among them allowed.
struct SpeltNumberCheck {
    private let tables: NumberWordTables

    init(_ registers: Registers) { tables = registers.numbers }

    func read(_ passage: inout Passage) {
        var index = 0
        while index < passage.words.count {
            guard tables.digits.has(index, in: passage) else {
                index += 1
                continue
            }
            var end = index
            var digits: [UInt8] = []
            var spelt = 0
            while end < passage.words.count, digits.count < 14,
                end == index || passage.words[end].gap.isLoose || passage.words[end].gap == [.comma, .space]
            {
                if let match = tables.digits.match(end, in: passage), match.count == 1 {
                    digits.append(UInt8(match.list))
                    spelt += 1
                } else if passage.words[end].isNumber, passage.words[end].length < 5 {
                    digits += (passage.words[end].start..<passage.words[end].end).compactMap { Letters.digit(passage.codes[$0]) }
                } else {
                    break
                }
                end += 1
            }
            if spelt >= 5, (9...11).contains(digits.count), digits.first == 0 || digits.count == 9 {
                passage.add(Finding(passage.range(index..<end), .phone, .likely, .numberDisguised, "phone"))
            }
            index = max(end, index + 1)
        }
    }
}
