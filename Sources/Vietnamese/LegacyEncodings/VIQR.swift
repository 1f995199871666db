/// Vietnamese quoted-readable (RFC 1456): marks typed after the letter in ASCII, "^ ( +" for the shape and "' ` ? ~ ." for the tone.
enum VIQR {
    struct Decoding {
        var scalars: [UInt32] = []
        /// A shape mark or dd took part: what ordinary ASCII text hardly ever shows.
        var hasShape = false
        /// A tone mark stood between letters of a word.
        var hasInnerTone = false
        /// Any mark was read, be it only a full stop, apostrophe or question mark at the end of a word.
        var changed = false
    }

    private static let tones: [UInt32: Tone] = [0x27: .sac, 0x60: .huyen, 0x3F: .hoi, 0x7E: .nga, 0x2E: .nang]

    /// - Parameter closesSentence: a full stop or question mark at the end of the token is punctuation.
    static func decode(_ token: ArraySlice<UInt32>, closesSentence: Bool) -> Decoding {
        var result = Decoding()
        var index = token.startIndex
        while index < token.endIndex {
            let scalar = token[index]
            let next = index + 1 < token.endIndex ? token[index + 1] : 0
            defer { index += 1 }
            if scalar == 0x5C, tones[next] != nil || next == 0x5E || next == 0x28 || next == 0x2B {
                result.scalars.append(next)  // "\." is a full stop
                index += 1
                continue
            }
            if scalar == 0x64 || scalar == 0x44, next == 0x64 || next == 0x44 {
                result.scalars.append(scalar == 0x64 ? 0x111 : 0x110)
                result.hasShape = true
                result.changed = true
                index += 1
                continue
            }
            if let last = result.scalars.last, let letter = Letter(last), letter.isVowel, letter.tone == .ngang {
                if let shaped = shape(letter, scalar) {
                    result.scalars[result.scalars.count - 1] = shaped
                    result.hasShape = true
                    result.changed = true
                    continue
                }
                if let tone = tones[scalar] {
                    let isLast = index + 1 == token.endIndex
                    let isPunctuation = isLast && closesSentence && (scalar == 0x2E || scalar == 0x3F)
                    if !isPunctuation, let marked = Letter(letter.ordinal, tone, isUpper: letter.isUpper).scalar {
                        result.scalars[result.scalars.count - 1] = marked
                        if Letter(next) != nil { result.hasInnerTone = true }
                        result.changed = true
                        continue
                    }
                }
            }
            result.scalars.append(scalar)
        }
        return result
    }

    private static func shape(_ letter: Letter, _ mark: UInt32) -> UInt32? {
        let shapes: String
        switch mark {
        case 0x5E: shapes = "aâeêoô"
        case 0x28: shapes = "aă"
        case 0x2B, 0x2A: shapes = "oơuư"
        default: return nil
        }
        let scalars = Array(shapes.unicodeScalars)
        for index in stride(from: 0, to: scalars.count, by: 2) where Letter.ordinal(scalars[index]) == letter.ordinal {
            return Letter(Letter.ordinal(scalars[index + 1]), isUpper: letter.isUpper).scalar
        }
        return nil
    }
}
