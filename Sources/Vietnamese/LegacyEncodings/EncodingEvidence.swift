/// How well one token (what stands between spaces) fits each reading, as costs: 0 fits perfectly.
///
/// The weights were set on real documents and real Unicode news; what matters is their order. A legal syllable under a legacy reading
/// costs a little, so that Unicode wins every tie; a letter that the reading cannot have at all excludes it.
enum EncodingEvidence {
    enum Reading: Int, CaseIterable {
        case unicode, tcvn3, vni, viqr, windows1258

        var encoding: LegacyEncoding? {
            switch self {
            case .unicode: nil
            case .tcvn3: .tcvn3
            case .vni: .vni
            case .viqr: .viqr
            case .windows1258: .windows1258
            }
        }
    }

    enum Cost {
        static let legal: Int32 = 4
        static let illegal: Int32 = 45
        static let illegalUnicode: Int32 = 30
        static let brokenCase: Int32 = 40
        /// Less than `illegal`: symbols in foreign words must not add up to a legacy run that makes no syllables.
        static let innerSymbol: Int32 = 40
        /// Hyphenated Unicode has it too.
        static let softHyphen: Int32 = 20
        static let edgeSymbol: Int32 = 15
        static let excluded: Int32 = 1000
    }

    /// The cost of taking the token as it stands: words with marks that are no Vietnamese syllable, symbols inside words.
    static func unicode(_ token: ArraySlice<UInt32>) -> Int32 {
        var cost: Int32 = 0
        var index = token.startIndex
        while index < token.endIndex {
            guard isLetter(token[index]) else {
                cost += symbol(token, index)
                index += 1
                continue
            }
            let start = index
            var isPlain = true
            var isLatin1 = true
            while index < token.endIndex, isLetter(token[index]) {
                if token[index] >= 0x80 { isPlain = false }
                if token[index] > 0xFF { isLatin1 = false }
                index += 1
            }
            if isPlain || !isLatin1 { continue }
            switch judge(token[start..<index]) {
            case .legal: break
            case .illegal: cost += Cost.illegalUnicode
            case .brokenCase: cost += Cost.brokenCase
            }
        }
        return cost
    }

    /// The cost of a decoded token: every word that holds a letter with marks has to be a syllable.
    static func decoded(_ token: [UInt32]) -> Int32 {
        var cost: Int32 = 0
        var index = 0
        while index < token.count {
            guard isLetter(token[index]) || isStray(token[index]) else {
                index += 1
                continue
            }
            let start = index
            var isPlain = true
            while index < token.count, isLetter(token[index]) || isStray(token[index]) {
                if token[index] >= 0x80 { isPlain = false }
                index += 1
            }
            if isPlain { continue }
            let word = token[start..<index]
            cost += judge(word) != .legal && !isAbbreviation(word) ? Cost.illegal : Cost.legal
        }
        return cost
    }

    /// Whether a legacy text can hold the token at all: those encodings have one byte a character.
    static func isSingleByte(_ token: ArraySlice<UInt32>) -> Bool {
        token.allSatisfy { $0 <= 0xFF || $0 == 0x3BC || !isLetter($0) || Windows1252.byte($0) != nil }
    }

    /// "NĐ", "QĐ", "TCĐ": capital consonants, with Đ the one among them that legacy encodings change.
    private static func isAbbreviation(_ word: ArraySlice<UInt32>) -> Bool {
        word.count > 1 && word.count < 7
            && word.allSatisfy { $0 == 0x110 || ($0 < 0x80 && Letter($0)?.isUpper == true && Letter($0)?.isVowel == false) }
    }

    private enum Verdict { case legal, illegal, brokenCase }

    private static func judge(_ letters: ArraySlice<UInt32>) -> Verdict {
        var word = SyllableRules.Word()
        for scalar in letters {
            guard let letter = Letter(scalar), word.append(letter) else { return .illegal }
        }
        if !word.hasPlainCase, word.count > 1 { return SyllableRules.split(word) == nil ? .brokenCase : .legal }
        return SyllableRules.split(word) == nil ? .illegal : .legal
    }

    /// Symbols of Latin-1 that legacy encodings use for letters, standing in or at a word.
    private static func symbol(_ token: ArraySlice<UInt32>, _ index: Int) -> Int32 {
        let scalar = token[index]
        guard isStray(scalar) else { return 0 }
        let before = index > token.startIndex && isLetter(token[index - 1])
        let after = index + 1 < token.endIndex && isLetter(token[index + 1])
        if before && after { return scalar == 0xB7 ? Cost.edgeSymbol : scalar == 0xAD ? Cost.softHyphen : Cost.innerSymbol }
        guard before || after else { return 0 }
        switch scalar {
        case 0xAB, 0xBB, 0xA1, 0xBF: return 0  // quotation marks
        case 0xAE, 0xA9, 0xB0, 0xB2, 0xB3, 0xB9, 0xAA, 0xBA: return before ? 0 : Cost.edgeSymbol  // ® © ° and raised figures follow a word
        case 0xB5: return before ? 40 : Cost.edgeSymbol
        default: return Cost.edgeSymbol
        }
    }

    static func isLetter(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (scalar | 32) &- 0x61 < 26 }
        if scalar < 0xC0 { return false }
        if scalar < 0x250 { return scalar != 0xD7 && scalar != 0xF7 }
        return scalar < 0x370 || (0x1E00..<0x1F00).contains(scalar)
    }

    /// A sign of Latin-1 above ASCII that is neither letter nor space.
    static func isStray(_ scalar: UInt32) -> Bool { (0xA1..<0xC0).contains(scalar) || scalar == 0xD7 || scalar == 0xF7 }
}
