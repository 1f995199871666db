/// UTF-8 that was read as Windows-1252 and encoded again: every letter shows as two or three characters.
enum DoubleUTF8 {
    struct Repair {
        var text: [UInt32]
        /// Letters and marks put back.
        var count: Int
        /// Two-byte sequences that were left alone because they may be what somebody wrote.
        var doubtful: Int
    }

    /// Nil when nothing in the text looks twice encoded.
    static func repair(_ scalars: [UInt32]) -> Repair? {
        var result = Repair(text: [], count: 0, doubtful: 0)
        var index = 0
        var line: Line?
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == 0x0A { line = nil }
            if scalar >= 0xC3, scalar <= 0xF0, let (value, length) = sequence(scalars, index) {
                if length > 2 {
                    result.text.append(value)
                    result.count += 1
                    index += length
                    continue
                }
                let known = line ?? Line(scalars, around: index)
                line = known
                if known.isWhollyLatin1, known.hasCertain || !isWordAsItStands(scalars, index) {
                    result.text.append(value)
                    result.count += 1
                    index += length
                    continue
                }
                result.doubtful += 1
            }
            result.text.append(scalar)
            index += 1
        }
        return result.count == 0 ? nil : result
    }

    /// The character whose UTF-8 bytes the characters at `index` show, if it is one that Vietnamese text has.
    private static func sequence(_ scalars: [UInt32], _ index: Int) -> (UInt32, Int)? {
        let lead = scalars[index]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= scalars.count else { return nil }
        var value = length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07
        for offset in 1..<length {
            guard let byte = Windows1252.byte(scalars[index + offset]), byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        switch value {
        case 0xC0...0x17F, 0x1A0, 0x1A1, 0x1AF, 0x1B0: return length == 2 ? (value, 2) : nil
        case 0x300...0x323: return length == 2 ? (value, 2) : nil
        case 0x1EA0...0x1EF9, 0x2010...0x2026, 0x20AB, 0x20AC: return length == 3 ? (value, 3) : nil
        case 0x1F300...0x1FAFF: return length == 4 ? (value, 4) : nil
        default: return nil
        }
    }

    private struct Line {
        /// A line with one letter beyond Windows-1252 was never twice encoded as a whole.
        var isWhollyLatin1 = true
        /// It holds a sequence that nobody writes: three characters for one, or a lead that is no Vietnamese letter.
        var hasCertain = false

        init(_ scalars: [UInt32], around index: Int) {
            var at = index
            while at > 0, scalars[at - 1] != 0x0A { at -= 1 }
            while at < scalars.count, scalars[at] != 0x0A {
                if scalars[at] > 0xFF, Windows1252.byte(scalars[at]) == nil { isWhollyLatin1 = false }
                if scalars[at] >= 0xC4, let (_, length) = DoubleUTF8.sequence(scalars, at), length > 2 || scalars[at] <= 0xC6 { hasCertain = true }
                at += 1
            }
        }
    }

    /// "XÃ”" may be the end of a quotation and "LÃ " a word before a no-break space: a word that is a syllable without the
    /// doubtful characters is left alone.
    private static func isWordAsItStands(_ scalars: [UInt32], _ index: Int) -> Bool {
        var start = index
        while start > 0, Letter(scalars[start - 1]) != nil { start -= 1 }
        var word = SyllableRules.Word()
        for scalar in scalars[start...index] {
            guard let letter = Letter(scalar), word.append(letter) else { return false }
        }
        return word.hasPlainCase && SyllableRules.split(word) != nil && word.uppers.nonzeroBitCount == word.count
    }
}
