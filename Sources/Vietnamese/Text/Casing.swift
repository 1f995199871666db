/// Lower case for Vietnamese: every letter keeps its marks (Ệ → ệ, Đ → đ), in any normal form.
public func lowercase(_ text: String) -> String { recase(text, upper: false) }

/// Upper case for Vietnamese. Letters outside the Vietnamese alphabet follow Unicode (ß → SS).
public func uppercase(_ text: String) -> String { recase(text, upper: true) }

/// The first letter in upper case, the rest as it is: "hai trăm đồng" → "Hai trăm đồng".
public func capitaliseFirst(_ text: String) -> String {
    guard let index = text.firstIndex(where: \.isLetter) else { return text }
    let next = text.index(after: index)
    return text[..<index] + uppercase(String(text[index])) + text[next...]
}

/// Every syllable with a capital, as personal names are written: "NGUYỄN VĂN AN" → "Nguyễn Văn An".
public func capitaliseName(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var inWord = false
    for character in lowercase(text) {
        result += inWord || !character.isLetter ? String(character) : uppercase(String(character))
        inWord = character.isLetter || (inWord && (character == "'" || character == "’"))
    }
    return result
}

private func recase(_ text: String, upper: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let value = scalar.value
        if value < 0x80 {
            let shift: UInt32 = upper ? (value &- 0x61 < 26 ? UInt32(bitPattern: -32) : 0) : (value &- 0x41 < 26 ? 32 : 0)
            scalars.append(Unicode.Scalar(value &+ shift) ?? scalar)
        } else if var letter = Letter(value) {
            letter.isUpper = upper
            scalars.append(letter.scalar.flatMap(Unicode.Scalar.init) ?? scalar)
        } else if (0x300..<0x370).contains(value), value != 0x345 {
            scalars.append(scalar)
        } else {
            // Final sigma and the like need their neighbours: leave the whole text to Unicode.
            if scalar.properties.changesWhenCaseMapped { return upper ? text.uppercased() : text.lowercased() }
            scalars.append(scalar)
        }
    }
    return String(scalars)
}
