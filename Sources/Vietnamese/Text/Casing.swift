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
    var scalars = ScalarText.decode(text)
    // Final sigma and the like need their neighbours: a text with letters beyond our tables is left to Unicode.
    guard Casing.map(&scalars, upper: upper) else { return upper ? text.uppercased() : text.lowercased() }
    return ScalarText.encode(scalars)
}

enum Casing {
    /// False, with the text half done, when it holds letters that these tables do not know.
    static func map(_ scalars: inout [UInt32], upper: Bool) -> Bool {
        Letter.packed.withUnsafeBufferPointer { table in
            for index in scalars.indices {
                let value = scalars[index]
                if value < 0x80 {
                    if upper ? value &- 0x61 < 26 : value &- 0x41 < 26 { scalars[index] = value ^ 32 }
                } else if value < 0x1F00, table[Int(value)] != 0 {
                    var letter = Letter(packed: table[Int(value)])
                    guard letter.isUpper != upper else { continue }
                    letter.isUpper = upper
                    scalars[index] = letter.scalar ?? value
                } else if value == 0x345 || !(0x300..<0x370).contains(value), !(0x2000..<0x2100).contains(value), value >= 0xAA {
                    if Unicode.Scalar(value)?.properties.changesWhenCaseMapped ?? false { return false }
                }
            }
            return true
        }
    }
}
