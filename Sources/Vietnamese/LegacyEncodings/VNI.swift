/// VNI-Windows: a base letter followed by a letter that stands for its marks; seen as Latin-1.
enum VNI {
    private enum Shape { case breve, circumflex }

    private static let tones: [UInt32: Tone] = [0xF9: .sac, 0xF8: .huyen, 0xFB: .hoi, 0xF5: .nga, 0xEF: .nang]
    private static let circumflexes: [UInt32: Tone] = [0xE2: .ngang, 0xE1: .sac, 0xE0: .huyen, 0xE5: .hoi, 0xE3: .nga, 0xE4: .nang]
    private static let breves: [UInt32: Tone] = [0xEA: .ngang, 0xE9: .sac, 0xE8: .huyen, 0xFA: .hoi, 0xFC: .nga, 0xEB: .nang]
    /// Letters that stand alone.
    private static let singles: [UInt32: UInt32] = {
        let pairs: [(UInt32, Unicode.Scalar)] = [
            (0xED, "í"), (0xEC, "ì"), (0xE6, "ỉ"), (0xF3, "ĩ"), (0xF2, "ị"), (0xEE, "ỵ"), (0xF4, "ơ"), (0xF6, "ư"), (0xF1, "đ"),
            (0xCD, "Í"), (0xCC, "Ì"), (0xC6, "Ỉ"), (0xD3, "Ĩ"), (0xD2, "Ị"), (0xCE, "Ỵ"), (0xD4, "Ơ"), (0xD6, "Ư"), (0xD1, "Đ"),
        ]
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1.value) })
    }()
    private static let a = Letter.ordinal("a"), e = Letter.ordinal("e"), o = Letter.ordinal("o")
    private static let circumflexed = [a: Letter.ordinal("â"), e: Letter.ordinal("ê"), o: Letter.ordinal("ô")]
    private static let breved = [a: Letter.ordinal("ă")]

    /// Marks that follow no fitting letter stay as they are, which no legal syllable survives.
    static func decode(_ token: ArraySlice<UInt32>) -> [UInt32] {
        var output: [UInt32] = []
        for scalar in token {
            // Capital marks are 32 below the small ones, as in Latin-1.
            let mark = (0xC0...0xDE).contains(scalar) ? scalar + 32 : scalar
            if mark >= 0xC0, mark <= 0xFF, let last = output.last, let letter = Letter(last), letter.isVowel, let marked = apply(mark, to: letter) {
                output[output.count - 1] = marked
            } else {
                output.append(singles[scalar] ?? scalar)
            }
        }
        return output
    }

    private static func apply(_ mark: UInt32, to letter: Letter) -> UInt32? {
        guard letter.tone == .ngang else { return nil }
        if let tone = tones[mark] { return Letter(letter.ordinal, tone, isUpper: letter.isUpper).scalar }
        if let tone = circumflexes[mark], let ordinal = circumflexed[letter.ordinal] { return Letter(ordinal, tone, isUpper: letter.isUpper).scalar }
        if let tone = breves[mark], let ordinal = breved[letter.ordinal] { return Letter(ordinal, tone, isUpper: letter.isUpper).scalar }
        return nil
    }
}
