import Vietnamese

/// Spaces, signs and words said twice.
struct PunctuationCheck {
    private let neverDoubled: Set<UInt64>
    private var straight: (count: Int, passage: Passage, range: Range<Int>)?
    private var hasCurly = false
    private var hyphen: (passage: Passage, range: Range<Int>)?
    private var hasDash = false

    init(_ lists: WordLists) { neverDoubled = lists.set("never-doubled") }

    mutating func read(_ passage: Passage, _ tokens: [Token], _ findings: inout Findings) {
        words(passage, tokens, &findings)
        signs(passage, &findings)
        capitals(passage, tokens, &findings)
    }

    private func words(_ passage: Passage, _ tokens: [Token], _ findings: inout Findings) {
        let codes = passage.pieces.codes
        for index in tokens.indices.dropFirst() {
            let (before, token) = (tokens[index - 1], tokens[index])
            if token.exact == before.exact, token.shape == .lower, token.gap == .space, neverDoubled.contains(token.exact) {
                doubled(before.start..<before.end, token, passage, &findings)
            } else if index > 2, token.shape == .lower, token.exact == tokens[index - 2].exact, before.exact == tokens[index - 3].exact,
                token.gap == .space, before.gap == .space, tokens[index - 2].gap == .space, token.exact != before.exact,
                neverDoubled.contains(Phrase.join(before.exact, token.exact))
            {
                doubled(tokens[index - 3].start..<tokens[index - 2].end, token, passage, &findings)
            }
            if token.start == before.end + 1 { spaceMissing(codes[before.end], index, tokens, passage, &findings) }
        }
    }

    private func doubled(_ first: Range<Int>, _ last: Token, _ passage: Passage, _ findings: inout Findings) {
        let word = passage.pieces.text(first)
        findings.add(.doubledWord, nil, ["word": word], in: passage, first.lowerBound..<last.end, suggesting: [word])
    }

    /// "nhau,và", "tỉnh.Sau đó"; not "1,5", "TP.HCM", "vnexpress.net", "C:x".
    private func spaceMissing(_ sign: UInt32, _ index: Int, _ tokens: [Token], _ passage: Passage, _ findings: inout Findings) {
        guard [0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F].contains(sign) else { return }
        let (before, token) = (tokens[index - 1], tokens[index])
        guard before.shape == .lower || sign == 0x2C && before.shape == .capital, token.shape == .lower || token.shape == .capital,
            before.length > 1, token.length > 1 || sign == 0x2C,
            !before.gap.isDisjoint(with: [.space, .start])
        else { return }
        if sign == 0x2E || sign == 0x3A, token.shape != .capital { return }
        let range = before.start..<token.end
        let mend = passage.pieces.text(before.start..<before.end + 1) + " " + passage.pieces.text(token.start..<token.end)
        findings.add(.spaceMissing, nil, ["word": passage.pieces.text(range), "suggestion": mend], in: passage, range, suggesting: [mend])
    }

    private mutating func signs(_ passage: Passage, _ findings: inout Findings) {
        let codes = passage.pieces.codes
        var (opened, openedAt, straights, straightAt) = (0, 0, 0, 0)
        for index in codes.indices {
            let code = codes[index]
            guard code < 0x30 || code > 0x39, !Letters.isLetter(code) else { continue }
            let next = index + 1 < codes.count ? codes[index + 1] : 0x0A
            let before = index > 0 ? codes[index - 1] : 0x0A
            switch code {
            case 0x20, 0xA0:
                if next == 0x20 || next == 0xA0, before != 0x20, before != 0xA0, before != 0x0A { doubledSpace(index, codes, passage, &findings) }
            case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F:
                let isAfterWord = index > 1 && (Letters.isLetter(codes[index - 2]) || Letters.isDigit(codes[index - 2]))
                if before == 0x20, isAfterWord, next == 0x20 || next == 0x0A {
                    let sign = passage.pieces.text(index..<index + 1)
                    findings.add(.spaceBefore, nil, ["sign": sign], in: passage, index - 1..<index + 1, suggesting: [sign])
                }
            case 0x22:
                // After a number it closes what is open, or says inches.
                if !Letters.isDigit(before) || !straights.isMultiple(of: 2) { (straights, straightAt) = (straights + 1, index) }
                if straight == nil { straight = (0, passage, index..<index + 1) }
            case 0x201C: (opened, openedAt, hasCurly) = (opened + 1, index, true)
            case 0x201D: (opened, hasCurly) = (max(0, opened - 1), true)
            case 0x2D where before == 0x20 && next == 0x20 && index > 1: if hyphen == nil { hyphen = (passage, index..<index + 1) }
            case 0x2D where next == 0x2D && before != 0x2D:
                let end = codes[index...].firstIndex { $0 != 0x2D } ?? codes.count
                if end - index == 2 { findings.add(.dashes, nil, ["sign": "--"], in: passage, index..<end, suggesting: ["–"]) }
            case 0x2013, 0x2014: if before == 0x20, next == 0x20 { hasDash = true }
            default: break
            }
        }
        if opened > 0 {
            findings.add(.quoteOpen, in: passage, openedAt..<openedAt + 1)
        } else if !straights.isMultiple(of: 2) {
            findings.add(.quoteOpen, in: passage, straightAt..<straightAt + 1)
        }
    }

    private func doubledSpace(_ start: Int, _ codes: [UInt32], _ passage: Passage, _ findings: inout Findings) {
        let end = codes[start...].firstIndex { $0 != 0x20 && $0 != 0xA0 } ?? codes.count
        guard end < codes.count, codes[end] != 0x0A else { return }
        findings.add(.doubledSpace, in: passage, start..<end, suggesting: [" "])
    }

    /// A line all in capitals, or six such words in a row in running text.
    private func capitals(_ passage: Passage, _ tokens: [Token], _ findings: inout Findings) {
        let wanted = passage.kind == .prose ? 6 : 4
        var start: Int?
        for index in 0...tokens.count {
            let isUpper = index < tokens.count && (tokens[index].shape == .upper || tokens[index].shape == .number && start != nil)
            if isUpper {
                start = start ?? index
            } else if let first = start {
                let words = tokens[first..<index].filter { $0.shape == .upper && $0.length > 1 }
                if words.count >= wanted, passage.kind == .prose || index == tokens.count && first == 0 {
                    findings.add(.capitals, nil, ["count": String(words.count)], in: passage, tokens[first].start..<tokens[index - 1].end)
                }
                start = nil
            }
        }
    }

    /// After all passages.
    func finish(_ findings: inout Findings) {
        if let straight, hasCurly { findings.add(.quotesMixed, in: straight.passage, straight.range) }
        if let hyphen, hasDash { findings.add(.dashes, nil, ["sign": "-"], in: hyphen.passage, hyphen.range, suggesting: ["–"]) }
    }
}
