/// Bytes whose plain order is Vietnamese dictionary order: store them beside the text and `ORDER BY` them on any engine.
///
/// Syllable by syllable, space lowest: the letters of the first syllable (a ă â b c d đ e ê …, f j w z in their Latin places), then its
/// tone (ngang huyền hỏi ngã sắc nặng), then the next syllable; case decides last, small letters first. Digits come before letters and
/// compare as numbers (Quận 2 before Quận 10); punctuation only separates; other scripts follow in code point order. Old and new tone
/// placement, and NFC and NFD, have one key.
public func collationKey(_ text: String) -> [UInt8] {
    var key = CollationKey()
    key.add(nfc(text))
    return key.finish()
}

/// The order of people: by given name (the last syllable), then the middle names, then the family name.
///
/// Ethnic minority names and single names often do not follow that pattern: let the person's own record hold the parts and use
/// `personCollationKey(given:middle:family:)`.
public func personCollationKey(_ fullName: String) -> [UInt8] {
    let parts = fullName.split { $0.isWhitespace }
    guard let given = parts.last else { return personCollationKey(given: "", middle: "", family: "") }
    guard parts.count > 1 else { return personCollationKey(given: String(given), middle: "", family: "") }
    return personCollationKey(given: String(given), middle: parts[1..<(parts.count - 1)].joined(separator: " "), family: String(parts[0]))
}

/// The order of people whose name parts are known.
public func personCollationKey(given: String, middle: String, family: String) -> [UInt8] {
    var key = CollationKey()
    for part in [given, middle, family] {
        key.add(nfc(part))
        key.endPart()
    }
    return key.finish()
}

/// Levels of a key: `letters… 02 tones…` for each syllable, 01 at the end of a part, then the capitals.
private struct CollationKey {
    private var bytes: [UInt8] = []
    private var cases: [UInt8] = []
    private var tones: [UInt8] = []
    private var inSyllable = false

    private enum Weight {
        static let end: UInt8 = 1
        static let letters: UInt8 = 2
        static let tone: UInt8 = 3
        static let foreignMark: UInt8 = 10
        static let number: UInt8 = 0x0F
        static let letter: UInt8 = 0x20
        static let other: UInt8 = 0x60
    }

    mutating func add(_ text: String) {
        var digits: [UInt8] = []
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value &- 0x30 < 10 {
                endSyllable()
                digits.append(UInt8(value - 0x30))
                continue
            }
            endNumber(&digits)
            if let letter = Letter(value) {
                append(letter.ordinal, letter.tone == .ngang ? nil : Weight.tone + letter.tone.rawValue, letter.isUpper)
            } else if value < 0x300 || (0x1E00..<0x1F00).contains(value), scalar.properties.isAlphabetic {
                for folded in fold(String(scalar)).utf8 where folded < 0x80 {
                    append(Letter.ordinal(Unicode.Scalar(folded)), Weight.foreignMark, scalar.properties.isUppercase)
                }
            } else if scalar.properties.isAlphabetic || scalar.properties.isIdeographic {
                endSyllable()
                bytes += [Weight.other, UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
            } else if !(0x300..<0x370).contains(value), value != 0x2019, value != 0x27 {
                endSyllable()
            }
        }
        endNumber(&digits)
        endSyllable()
    }

    private mutating func append(_ ordinal: UInt8, _ tone: UInt8?, _ isUpper: Bool) {
        guard ordinal > 0 else { return }
        inSyllable = true
        bytes.append(Weight.letter + ordinal)
        cases.append(isUpper ? 3 : 2)
        if let tone { tones.append(tone) }
    }

    private mutating func endSyllable() {
        guard inSyllable else { return }
        inSyllable = false
        bytes.append(Weight.letters)
        bytes += tones.isEmpty ? [Weight.tone] : tones
        tones.removeAll(keepingCapacity: true)
    }

    /// A number is its length and its digits, so that more digits are more; leading zeros do not count.
    private mutating func endNumber(_ digits: inout [UInt8]) {
        guard !digits.isEmpty else { return }
        let significant = digits.drop { $0 == 0 }
        bytes += [Weight.number, UInt8(min(significant.count, 0xF0)) + 1]
        bytes += significant.map { $0 + 1 }
        digits.removeAll(keepingCapacity: true)
    }

    mutating func endPart() { bytes.append(Weight.end) }

    mutating func finish() -> [UInt8] {
        bytes.append(Weight.end)
        while cases.last == 2 { cases.removeLast() }
        return bytes + cases
    }
}
