import Vietnamese

/// Cuts a text into words with their gaps, lines and sentences. One pass.
struct WordReader {
    private let pieces: TextPieces
    private(set) var lines: [Passage.Line] = []
    private var counts: [Counts] = [Counts()]

    private struct Counts {
        var letters = 0
        var marked = 0
        var lower = 0
        var upper = 0
    }

    init(_ pieces: TextPieces) { self.pieces = pieces }

    mutating func words() -> [Word] {
        let codes = pieces.codes
        var words: [Word] = []
        words.reserveCapacity(pieces.pieces.count)
        var (before, line, sentence) = (0, 0, 0)
        for piece in pieces.pieces {
            let (gap, breaks) = gap(codes, before..<piece.start)
            if gap.contains(.line) {
                line += 1
                counts.append(Counts())
            }
            let (shape, hasMarks) = shape(codes, piece.start..<piece.end)
            // "Tp. Huế", "P. 5", "ĐT. 0912": a full stop after a short word or before a small letter ends nothing.
            let endsSentence =
                gap.contains(.stop) || gap.contains(.line) || (gap.contains(.dot) && gap.contains(.space) && Self.ends(words.last, shape, breaks))
            if endsSentence { sentence += 1 }
            count(shape, hasMarks, in: line)
            words.append(
                Word(
                    start: piece.start,
                    end: piece.end,
                    exact: piece.exact,
                    folded: piece.folded,
                    shape: shape,
                    gap: gap,
                    hasMarks: hasMarks,
                    line: line,
                    sentence: sentence
                )
            )
            before = piece.end
        }
        judge()
        return words
    }

    private static func ends(_ last: Word?, _ next: Word.Shape, _ dots: Int) -> Bool {
        guard let last else { return true }
        if dots > 1 { return true }
        if last.shape == .upper && last.length <= 2 || last.shape == .capital && last.length <= 2 { return false }
        return last.length > 2 || next != .number
    }

    private func gap(_ codes: [UInt32], _ range: Range<Int>) -> (Word.Gap, dots: Int) {
        if range.count == 1, codes[range.lowerBound] == 0x20 { return (.space, 0) }
        var gap: Word.Gap = []
        var dots = 0
        for index in range {
            switch codes[index] {
            case 0x0A, 0x0D, 0x2028, 0x2029, 0x0B, 0x0C: gap.insert(.line)
            case 0x2C, 0x3001, 0xFF0C: gap.insert(.comma)
            case 0x3A, 0xFF1A: gap.insert(.colon)
            case 0x2E:
                dots += 1
                gap.insert(.dot)
            case 0x3F, 0x21, 0x2026, 0x3B, 0x3002, 0xFF01, 0xFF1F: gap.insert(.stop)
            case let code where Letters.isSpace(code): gap.insert(.space)
            case let code where Letters.isDash(code): gap.insert(.dash)
            default: gap.insert(.other)
            }
        }
        // The first word of a text stands on the first line, whatever empty lines come before.
        if range.lowerBound == 0 { gap.remove(.line) }
        return (gap, dots)
    }

    private func shape(_ codes: [UInt32], _ range: Range<Int>) -> (Word.Shape, hasMarks: Bool) {
        var (upper, lower, digits) = (0, 0, 0)
        var (isFirstUpper, hasMarks) = (false, false)
        for index in range {
            let code = codes[index]
            switch Letters.kind(code) {
            case Letters.upper:
                upper += 1
                if index == range.lowerBound { isFirstUpper = true }
                if code >= 0x80 { hasMarks = true }
            case Letters.lower:
                lower += 1
                if code >= 0x80 { hasMarks = true }
            case Letters.digit: digits += 1
            default: if Letters.digit(code) != nil { digits += 1 }
            }
        }
        if digits > 0 { return (upper + lower == 0 ? .number : .mixed, hasMarks) }
        if upper == 0 { return (lower > 0 ? .lower : .other, hasMarks) }
        if isFirstUpper, upper == 1, lower > 0 { return (.capital, hasMarks) }
        if lower == 0 { return (upper == 1 ? .capital : .upper, hasMarks) }
        return (.mixed, hasMarks)
    }

    private mutating func count(_ shape: Word.Shape, _ hasMarks: Bool, in line: Int) {
        guard shape != .number, shape != .other else { return }
        counts[line].letters += 1
        if hasMarks { counts[line].marked += 1 }
        if shape == .lower { counts[line].lower += 1 }
        if shape == .upper { counts[line].upper += 1 }
    }

    /// A short line is judged with the whole text.
    private mutating func judge() {
        let all = counts.reduce(into: Counts()) {
            $0.letters += $1.letters
            $0.marked += $1.marked
            $0.lower += $1.lower
            $0.upper += $1.upper
        }
        lines = counts.map { line in
            let scope = line.letters < 5 ? (line.marked > 0 ? line : all) : line
            let isMarked = scope.marked * 5 >= scope.letters && scope.marked > 0
            let isCased = line.letters < 7 ? line.upper < max(1, line.letters) : line.lower * 10 >= line.letters * 3
            return Passage.Line(isMarked: isMarked, isCased: isCased)
        }
    }
}
