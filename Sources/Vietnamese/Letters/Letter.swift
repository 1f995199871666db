/// One Latin letter as Vietnamese writes it: its place in the alphabet, its tone and its case.
///
/// The alphabet has 29 letters (a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y); the foreign letters f, j, w and z
/// stand where the Latin alphabet has them, which is where CLDR `vi` sorts them.
struct Letter: Hashable, Sendable {
    /// 1 for a … 33 for z: comparing ordinals is comparing letters.
    let ordinal: UInt8
    var tone: Tone
    var isUpper: Bool

    init(_ ordinal: UInt8, _ tone: Tone = .ngang, isUpper: Bool = false) {
        self.ordinal = ordinal
        self.tone = tone
        self.isUpper = isUpper
    }

    /// Nil unless the scalar is a letter of this alphabet in precomposed form.
    init?(_ scalar: UInt32) {
        guard scalar < 0x1F00 else { return nil }
        let packed = Letter.packed[Int(scalar)]
        guard packed != 0 else { return nil }
        self.init(packed: packed)
    }

    init(packed: UInt16) {
        ordinal = UInt8(packed & 63)
        tone = Tone(rawValue: UInt8(packed >> 6 & 7)) ?? .ngang
        isUpper = packed & 512 != 0
    }

    /// The precomposed scalar; nil for a tone on a consonant.
    var scalar: UInt32? {
        let found = Letter.scalars[(isUpper ? 34 * 6 : 0) + Int(ordinal) * 6 + Int(tone.rawValue)]
        return found == 0 ? nil : found
    }

    var isVowel: Bool { Letter.vowels >> UInt64(ordinal) & 1 == 1 }

    static let alphabet: [String] = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k", "l", "m", "n", "oòỏõóọ",
        "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z",
    ]

    static let capitals: [String] = [
        "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "B", "C", "D", "Đ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "F", "G", "H", "IÌỈĨÍỊ", "J", "K", "L", "M", "N", "OÒỎÕÓỌ",
        "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "P", "Q", "R", "S", "T", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "V", "W", "X", "YỲỶỸÝỴ", "Z",
    ]

    /// Scalar below U+1F00 → ordinal, tone (bits 6–8) and case (bit 9); 0 where it is no letter of ours.
    static let packed: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x1F00)
        for (rows, upper) in [(alphabet, UInt16(0)), (capitals, UInt16(512))] {
            for (index, row) in rows.enumerated() {
                for (tone, scalar) in row.unicodeScalars.enumerated() {
                    table[Int(scalar.value)] = UInt16(index + 1) | UInt16(tone) << 6 | upper
                }
            }
        }
        return table
    }()

    private static let scalars: [UInt32] = {
        var table = [UInt32](repeating: 0, count: 34 * 12)
        for (scalar, value) in packed.enumerated() where value != 0 {
            let letter = Letter(packed: value)
            table[(letter.isUpper ? 34 * 6 : 0) + Int(letter.ordinal) * 6 + Int(letter.tone.rawValue)] = UInt32(scalar)
        }
        return table
    }()

    private static let vowels: UInt64 = {
        var bits: UInt64 = 0
        for (index, row) in alphabet.enumerated() where row.unicodeScalars.count > 1 { bits |= 1 << UInt64(index + 1) }
        return bits
    }()

    /// The ordinal of a level lower-case letter written in the tables of this module; 0 for anything else.
    static func ordinal(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: packed[Int(scalar.value)] & 63) }
}
