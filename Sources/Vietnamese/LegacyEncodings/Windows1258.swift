/// Windows-1258 read as Latin-1: like Latin-1, but five places hold combining tones and eight hold Vietnamese letters.
enum Windows1258 {
    private static let tones: [UInt32: Tone] = [0xCC: .huyen, 0xD2: .hoi, 0xDE: .nga, 0xEC: .sac, 0xF2: .nang]
    private static let letters: [UInt32: UInt32] = {
        let pairs: [(UInt32, Unicode.Scalar)] = [
            (0xC3, "Ă"), (0xE3, "ă"), (0xD0, "Đ"), (0xF0, "đ"), (0xD5, "Ơ"), (0xF5, "ơ"), (0xDD, "Ư"), (0xFD, "ư"), (0xFE, "₫"),
        ]
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1.value) })
    }()

    static func decode(_ token: ArraySlice<UInt32>) -> [UInt32] {
        var output: [UInt32] = []
        for scalar in token {
            if let tone = tones[scalar], let last = output.last, let letter = Letter(last), letter.isVowel, letter.tone == .ngang,
                let marked = Letter(letter.ordinal, tone, isUpper: letter.isUpper).scalar
            {
                output[output.count - 1] = marked
            } else {
                output.append(letters[scalar] ?? scalar)
            }
        }
        return output
    }
}
