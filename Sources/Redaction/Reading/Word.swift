import Vietnamese

/// A word or number of a passage, with what stands before it.
struct Word {
    /// Scalars of the passage.
    let start: Int
    let end: Int
    /// Digests without case: exact (one tone placement) and without marks.
    let exact: UInt64
    let folded: UInt64
    let shape: Shape
    let gap: Gap
    /// Some letter of it has marks: a word without is perhaps one that lost them.
    let hasMarks: Bool
    /// Its line, counted from 0, and its sentence, counted through the passage.
    let line: Int
    let sentence: Int

    enum Shape: UInt8 {
        case lower, capital, upper, mixed, number
        /// A script without case.
        case other
    }

    /// What stands between a word and the one before it.
    struct Gap: OptionSet {
        let rawValue: UInt8
        static let space = Gap(rawValue: 1)
        static let comma = Gap(rawValue: 2)
        /// ? ! … ; and full stops that end something.
        static let stop = Gap(rawValue: 4)
        static let dash = Gap(rawValue: 8)
        /// Brackets, quotation marks, slashes and all the rest.
        static let other = Gap(rawValue: 16)
        static let dot = Gap(rawValue: 32)
        static let line = Gap(rawValue: 64)
        static let colon = Gap(rawValue: 128)

        /// Spaces and nothing else, or nothing at all.
        var isPlain: Bool { subtracting(.space).isEmpty }
        /// Nothing that ends a sentence, a line or a member of a list.
        var isLoose: Bool { intersection([.stop, .line, .comma, .colon]).isEmpty }
    }

    var isCapital: Bool { shape == .capital || shape == .upper || (shape == .mixed) }
    var isNumber: Bool { shape == .number }
    var length: Int { end - start }
}

/// Upper case, lower case, digit, for every scalar of the alphabets with case.
enum Letters {
    static let upper: UInt8 = 1
    static let lower: UInt8 = 2
    static let digit: UInt8 = 3

    static let kinds: [UInt8] = (0..<0x2000).map { value in
        guard let properties = Unicode.Scalar(UInt32(value))?.properties else { return 0 }
        return properties.isUppercase ? upper : properties.isLowercase ? lower : properties.numericType == .decimal ? digit : 0
    }

    @inline(__always) static func kind(_ code: UInt32) -> UInt8 { code < 0x2000 ? kinds[Int(code)] : 0 }
    static func isUpper(_ code: UInt32) -> Bool { kind(code) == upper }
    static func isLetter(_ code: UInt32) -> Bool {
        let kind = kind(code)
        return kind == upper || kind == lower
    }
    @inline(__always) static func isSpace(_ code: UInt32) -> Bool { code == 0x20 || code == 0xA0 || code == 0x09 || code == 0x202F || isHidden(code) }
    /// Zero-width characters, soft hyphens and byte order marks: a number does not end at them.
    @inline(__always) static func isHidden(_ code: UInt32) -> Bool {
        code == 0xAD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF
    }
    static func isDash(_ code: UInt32) -> Bool { code == 0x2D || (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0x7E }
    static func isASCIIAlphanumeric(_ code: UInt32) -> Bool { (code | 32) &- 0x61 < 26 || code &- 0x30 < 10 }

    /// 0–9 for a digit in any of the scripts that keyboards and phones offer; nil for anything else.
    @inline(__always) static func digit(_ code: UInt32) -> UInt8? {
        if code &- 0x30 < 10 { return UInt8(truncatingIfNeeded: code &- 0x30) }
        guard code >= 0x660 else { return nil }
        for zero: UInt32 in [0x660, 0x6F0, 0xFF10] where code &- zero < 10 { return UInt8(truncatingIfNeeded: code &- zero) }
        if code >= 0x1D7CE, code <= 0x1D7FF { return UInt8(truncatingIfNeeded: (code &- 0x1D7CE) % 10) }
        return nil
    }

    /// The digit that a letter is written for in "o9l2": o for 0, l and i for 1.
    static func lookalike(_ code: UInt32) -> UInt8? {
        switch code {
        case 0x6F, 0x4F: 0
        case 0x6C, 0x49, 0x7C: 1
        default: nil
        }
    }
}
