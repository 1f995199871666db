/// SplitMix64: the same seed gives the same cases on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Text of the kinds that break string code: Vietnamese in both normal forms, other scripts, marks out of place, pictographs.
enum RandomText {
    private static let pools: [[Unicode.Scalar]] = [
        Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-–'\"\n".unicodeScalars),
        Array("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĐẮẤẾỐỚỨÝ".unicodeScalars),
        [0x300, 0x301, 0x303, 0x309, 0x323, 0x302, 0x306, 0x31B, 0x338, 0x345].compactMap(Unicode.Scalar.init),
        Array("ßæœþøłđðçñÿſÅΩK°µªºάΑΔωЖйё≠<>=한국어日本語ガア😀👨‍👩‍👧\u{AD}\u{200B}\u{FEFF}".unicodeScalars),
    ]

    static func make(_ length: Int, using generator: inout SeededGenerator) -> String {
        var view = String.UnicodeScalarView()
        for _ in 0..<length {
            let pool = pools[[0, 0, 0, 1, 1, 1, 2, 3][Int.random(in: 0..<8, using: &generator)]]
            if let scalar = pool.randomElement(using: &generator) { view.append(scalar) }
        }
        return String(view)
    }

    private static let syllables =
        "bà ba bá bạ bả bã Hà hạ giàng đường đình duyên ă ân nguyễn Nguyên ươm quý gì lý mỹ thủy thuỷ hoà hòa ơi ở zô fax web".split(separator: " ")
        .map(String.init)

    /// A short phrase of real syllables and numbers.
    static func phrase(using generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            Int.random(in: 0..<6, using: &generator) == 0
                ? String(Int.random(in: 0..<120, using: &generator)) : syllables.randomElement(using: &generator) ?? ""
        }.joined(separator: [" ", " ", "-", ", "].randomElement(using: &generator) ?? " ")
    }
}

/// Bytes, so that canonical equivalence cannot hide a difference.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
