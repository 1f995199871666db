import Vietnamese

/// A word or number of a passage, with what stands before it.
struct Token {
    /// Scalars of the passage.
    let start: Int
    let end: Int
    /// Digests without case: exact (one tone placement) and without marks.
    let exact: UInt64
    let folded: UInt64
    let shape: Shape
    let gap: Gap

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
        /// . ? ! … ; : and line ends
        static let stop = Gap(rawValue: 4)
        static let dash = Gap(rawValue: 8)
        /// Brackets, quotation marks, slashes and all the rest.
        static let other = Gap(rawValue: 16)
        /// Only a full stop and perhaps space: "TP. Huế".
        static let dot = Gap(rawValue: 32)
        /// Nothing stands before it.
        static let start = Gap(rawValue: 64)

        /// A space and nothing else.
        var isPlain: Bool { self == .space }
    }

    var isCapital: Bool { shape == .capital || shape == .upper || shape == .mixed }
    var length: Int { end - start }
}

extension Token {
    static func tokens(of passage: Passage) -> [Token] {
        let codes = passage.pieces.codes
        var tokens: [Token] = []
        tokens.reserveCapacity(passage.pieces.pieces.count)
        var before = 0
        codes.withUnsafeBufferPointer { codes in
            Letters.kinds.withUnsafeBufferPointer { kinds in
                for piece in passage.pieces.pieces {
                    let gap = gap(codes, before, piece.start)
                    let shape = shape(codes, kinds, piece.start, piece.end)
                    tokens.append(Token(start: piece.start, end: piece.end, exact: piece.exact, folded: piece.folded, shape: shape, gap: gap))
                    before = piece.end
                }
            }
        }
        return tokens
    }

    private static func gap(_ codes: UnsafeBufferPointer<UInt32>, _ start: Int, _ end: Int) -> Gap {
        if start == 0, end == 0 { return .start }
        if end == start + 1, codes[start] == 0x20 { return .space }
        var gap: Gap = start == 0 ? .start : []
        var dots = 0
        for index in start..<end {
            switch codes[index] {
            case 0x20, 0xA0, 0x09: gap.insert(.space)
            case 0x2C: gap.insert(.comma)
            case 0x2E:
                dots += 1
                gap.insert(.stop)
            case 0x3F, 0x21, 0x2026, 0x3B, 0x3A, 0x0A, 0x0D, 0x3002, 0xFF01, 0xFF1F: gap.insert(.stop)
            case 0x2D, 0x2013, 0x2014, 0x2012: gap.insert(.dash)
            default: gap.insert(.other)
            }
        }
        if dots == 1, gap.subtracting([.space, .stop]).isEmpty { gap.insert(.dot) }
        return gap
    }

    private static func shape(_ codes: UnsafeBufferPointer<UInt32>, _ kinds: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Shape {
        var (upper, lower, digits) = (0, 0, 0)
        var isFirstUpper = false
        for index in start..<end {
            let code = codes[index]
            switch code < 0x2000 ? kinds[Int(code)] : 0 {
            case Letters.upper:
                upper += 1
                if index == start { isFirstUpper = true }
            case Letters.lower: lower += 1
            case Letters.digit: digits += 1
            default: break
            }
        }
        if digits > 0 { return upper + lower == 0 ? .number : .mixed }
        if upper == 0 { return lower > 0 ? .lower : .other }
        if isFirstUpper, upper == 1, lower > 0 { return .capital }
        return lower == 0 ? .upper : .mixed
    }
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

    static func isUpper(_ code: UInt32) -> Bool { code < 0x2000 && kinds[Int(code)] == upper }
    static func isLetter(_ code: UInt32) -> Bool { code < 0x2000 && (kinds[Int(code)] == upper || kinds[Int(code)] == lower) }
    static func isDigit(_ code: UInt32) -> Bool { code &- 0x30 < 10 }
}
