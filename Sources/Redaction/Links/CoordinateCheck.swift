/// Exact places: "21.028511, 105.804817", "21°01'42.6"N 105°48'17.3"E". Vietnam lies between 8 and 24 north, 102 and 115 east.
struct CoordinateCheck {
    func read(_ passage: inout Passage) {
        let codes = passage.codes
        var index = 0
        while index < codes.count {
            guard codes[index] &- 0x30 < 10, index == 0 || !isPart(codes[index - 1]) else {
                index += 1
                continue
            }
            if let end = degrees(index, codes) ?? decimals(index, codes) {
                passage.add(Finding(index..<end, .coordinates, .certain, .coordinates, "coordinates"))
                index = end
            } else {
                index += 1
            }
        }
    }

    private func isPart(_ code: UInt32) -> Bool { code &- 0x30 < 10 || code == 0x2E || code == 0x2C || Letters.isLetter(code) }

    private func number(_ start: Int, _ codes: [UInt32], fraction: Int) -> (whole: Int, end: Int)? {
        var index = start
        var whole = 0
        while index < codes.count, index - start < 4, codes[index] &- 0x30 < 10 {
            whole = whole * 10 + Int(codes[index] &- 0x30)
            index += 1
        }
        guard index > start, index - start < 4 else { return nil }
        guard fraction > 0 else { return (whole, index) }
        guard index < codes.count, codes[index] == 0x2E || codes[index] == 0x2C else { return nil }
        let point = index
        index += 1
        while index < codes.count, index - point <= 16, codes[index] &- 0x30 < 10 { index += 1 }
        return index - point > fraction ? (whole, index) : nil
    }

    private func isPair(_ a: Int, _ b: Int) -> Bool {
        (8...24).contains(a) && (102...115).contains(b) || (8...24).contains(b) && (102...115).contains(a)
    }

    /// Two numbers with four and more decimals, at most sixteen signs apart ("vĩ độ …, kinh độ …").
    private func decimals(_ start: Int, _ codes: [UInt32]) -> Int? {
        guard let first = number(start, codes, fraction: 4) else { return nil }
        var index = first.end
        while index < codes.count, index - first.end < 16, codes[index] &- 0x30 >= 10, codes[index] != 0x0A { index += 1 }
        guard index < codes.count, let second = number(index, codes, fraction: 4), isPair(first.whole, second.whole) else { return nil }
        return compass(second.end, codes)
    }

    /// Degrees, minutes and seconds, or degrees with decimals, twice.
    private func degrees(_ start: Int, _ codes: [UInt32]) -> Int? {
        guard let first = angle(start, codes) else { return nil }
        var index = first.end
        while index < codes.count, index - first.end < 16, codes[index] &- 0x30 >= 10, codes[index] != 0x0A { index += 1 }
        guard index < codes.count, let second = angle(index, codes), isPair(first.whole, second.whole) else { return nil }
        return compass(second.end, codes)
    }

    private func angle(_ start: Int, _ codes: [UInt32]) -> (whole: Int, end: Int)? {
        guard let whole = number(start, codes, fraction: 2) ?? number(start, codes, fraction: 0) else { return nil }
        var index = whole.end
        guard index < codes.count, [0xB0, 0xBA, 0x2DA].contains(codes[index]) else { return nil }
        index += 1
        // Minutes and seconds with their signs.
        for _ in 0..<2 {
            var next = index
            while next < codes.count, next - index < 2, codes[next] == 0x20 { next += 1 }
            guard next < codes.count, let part = number(next, codes, fraction: 1) ?? number(next, codes, fraction: 0), part.end < codes.count,
                [0x27, 0x22, 0x2032, 0x2033, 0x2019, 0x201D].contains(codes[part.end])
            else { break }
            index = part.end + 1
            if index < codes.count, codes[index] == 0x27 { index += 1 }
        }
        return (whole.whole, index)
    }

    /// The letter of the direction after it: N, E, B, Đ.
    private func compass(_ end: Int, _ codes: [UInt32]) -> Int {
        var index = end
        while index < codes.count, index - end < 2, codes[index] == 0x20 || [0xB0, 0xBA].contains(codes[index]) { index += 1 }
        guard index < codes.count, [0x4E, 0x45, 0x42, 0x110, 0x44, 0x6E, 0x65].contains(codes[index]) else { return end }
        return index + 1 < codes.count && Letters.isLetter(codes[index + 1]) ? end : index + 1
    }
}
