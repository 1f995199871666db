/// Codes of one person's dossier: after a word for it, or by the form that portals give them ("000.00.12.H49-230915-0001", "QN-2026-011873").
struct DossierCheck {
    /// Longer signs are no code.
    static let longest = 48

    func read(_ passage: inout Passage, _ trail: LabelTrail) {
        var index = 0
        while index < passage.words.count {
            let word = passage.words[index]
            guard passage.isFree(index),
                index == 0
                    || !word.gap.isEmpty
                        && (word.gap.contains(.space) || word.gap.contains(.line) || word.gap.contains(.colon) || word.gap.contains(.other)),
                let token = token(word.start, passage.codes)
            else {
                index += 1
                continue
            }
            if trail.label(index, reach: 4) == .dossier, token.digits >= 4, token.isSign {
                passage.add(Finding(word.start..<token.end, .dossier, .certain, .dossierCode, "dossier"))
            } else if token.isCode {
                passage.add(Finding(word.start..<token.end, .dossier, .likely, .dossierCode, "dossier"))
            }
            index = max(index + 1, passage.word(at: token.end))
        }
    }

    private struct Token {
        let end: Int
        let digits: Int
        /// Only plain letters, digits and the signs of codes.
        let isSign: Bool
        let isCode: Bool
    }

    private func token(_ start: Int, _ codes: [UInt32]) -> Token? {
        var end = start
        while end < codes.count, end - start <= Self.longest,
            Letters.isASCIIAlphanumeric(codes[end]) || [0x2D, 0x2E, 0x2F, 0x5F].contains(codes[end])
        { end += 1 }
        guard end - start <= Self.longest else { return nil }
        let isSign = end >= codes.count || !Letters.isLetter(codes[end])
        while end > start, !Letters.isASCIIAlphanumeric(codes[end - 1]) { end -= 1 }
        guard end - start >= 4 else { return nil }
        let body = codes[start..<end]
        let digits = body.count { $0 &- 0x30 < 10 }
        guard digits > 0 else { return nil }
        return Token(end: end, digits: digits, isSign: isSign, isCode: isSign && isCode(body))
    }

    /// Parts between dashes: a prefix with a letter, then six digits of a day and three to six of a count, or a year and a count.
    private func isCode(_ body: ArraySlice<UInt32>) -> Bool {
        let parts = body.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 2 else { return false }
        guard parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 &- 0x30 < 10 } }) else { return false }
        let hasLetter = parts[0].contains { ($0 | 32) &- 0x61 < 26 }
        let isUpper = parts[0].allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 || $0 == 0x2E }
        guard hasLetter, isUpper else { return false }
        if parts.count == 3 {
            if parts[1].count == 6, (3...6).contains(parts[2].count) { return true }
            return parts[1].count == 4 && (4...7).contains(parts[2].count) && parts[0].allSatisfy { $0 &- 0x41 < 26 }
        }
        // "G22-240511": with points in front only.
        return parts[0].contains(0x2E) && parts[1].count >= 6
    }
}
