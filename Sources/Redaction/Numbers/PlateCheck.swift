/// Licence plates: "29A-123.45", "30H1 234.56", "14-K1 12345", "51f12345".
struct PlateCheck {
    private struct Plate {
        let end: Int
        let tail: Int
        /// Signs of a plate: a dash, a point inside the number, nothing between.
        let isTight: Bool
        let isUpper: Bool
    }

    func read(_ passage: inout Passage, _ trail: LabelTrail) {
        let codes = passage.codes
        for index in passage.words.indices {
            let start = passage.words[index].start
            guard isBoundary(start, codes), let plate = plate(start, codes) else { continue }
            let isLabelled = trail.label(index) == .plate
            guard isLabelled || isPlain(plate) else { continue }
            let confidence: Confidence = isLabelled || plate.isTight && plate.isUpper ? .certain : .likely
            passage.add(
                Finding(start..<plate.end, .licencePlate, confidence, isLabelled ? .numberLabelled : .numberShaped, "plate")
            )
        }
    }

    private func isPlain(_ plate: Plate) -> Bool {
        if plate.tail == 5 { return plate.isTight || plate.isUpper }
        return plate.isTight && plate.isUpper
    }

    private func isBoundary(_ start: Int, _ codes: [UInt32]) -> Bool {
        guard start > 0 else { return true }
        let before = codes[start - 1]
        return !(Letters.isLetter(before) || Letters.digit(before) != nil || before == 0x2F || before == 0x2D)
    }

    private func plate(_ start: Int, _ codes: [UInt32]) -> Plate? {
        var index = start
        func digit() -> Bool {
            guard index < codes.count, codes[index] &- 0x30 < 10 else { return false }
            index += 1
            return true
        }
        guard codes[start] &- 0x31 < 9, digit(), digit() else { return nil }
        if index < codes.count, codes[index] == 0x2D || codes[index] == 0x20 || codes[index] == 0x2E { index += 1 }
        // The series: one or two letters, or a letter and a digit. Roads, documents and units have other letters.
        var isUpper = true
        var letters = 0
        while index < codes.count, letters < 2, isSeries(codes[index]) {
            if codes[index] != 0x110, codes[index] &- 0x41 >= 26 { isUpper = false }
            letters += 1
            index += 1
        }
        guard letters > 0, index < codes.count else { return nil }
        // The digit of the series, where four or five follow it after a sign, or six and more without one.
        let (separated, gap) = separator(index, codes)
        let isTight: Bool
        if separated {
            isTight = gap.contains { Letters.isDash(codes[$0]) || codes[$0] == 0x2E }
            index = gap.upperBound
        } else if codes[index] &- 0x30 < 10 {
            let next = separator(index + 1, codes)
            if next.found {
                isTight = next.gap.contains { Letters.isDash(codes[$0]) || codes[$0] == 0x2E }
                index = next.gap.upperBound
                // "29A1 234.56" is fine, "29A 1.234" is not: the tail below decides.
            } else {
                isTight = true
                if digits(index, codes) == 6 { index += 1 }
            }
        } else {
            return nil
        }
        return tail(index, codes).map { end, count, hasPoint in Plate(end: end, tail: count, isTight: isTight || hasPoint, isUpper: isUpper) }
    }

    private func separator(_ start: Int, _ codes: [UInt32]) -> (found: Bool, gap: Range<Int>) {
        var index = start
        while index < codes.count, index - start < 3, codes[index] == 0x20 || codes[index] == 0x2E || Letters.isDash(codes[index]) { index += 1 }
        return (index > start && index < codes.count && codes[index] &- 0x30 < 10, start..<index)
    }

    private func digits(_ start: Int, _ codes: [UInt32]) -> Int {
        var index = start
        while index < codes.count, index - start < 8, codes[index] &- 0x30 < 10 { index += 1 }
        return index - start
    }

    /// "123.45", "12345", "1234", and nothing after it.
    private func tail(_ start: Int, _ codes: [UInt32]) -> (end: Int, count: Int, hasPoint: Bool)? {
        let count = digits(start, codes)
        var end = start + count
        var hasPoint = false
        var total = count
        if count == 3, end < codes.count, codes[end] == 0x2E || codes[end] == 0x2D || codes[end] == 0x20, digits(end + 1, codes) == 2 {
            hasPoint = codes[end] == 0x2E
            end += 3
            total = 5
        }
        guard total == 4 || total == 5 else { return nil }
        if end < codes.count, Letters.isLetter(codes[end]) || codes[end] == 0x2F { return nil }
        return (end, total, hasPoint)
    }

    private func isSeries(_ code: UInt32) -> Bool { (code | 32) &- 0x61 < 26 || code == 0x110 || code == 0x111 }
}
