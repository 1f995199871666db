/// A text cut into the pieces that search compares: one for each syllable, word, number or Han character.
///
/// Every piece has two keys. *Exact*: NFC, lower case, one tone placement, i for y where both are written (`spellingKey`), Ð as đ.
/// *Folded*: the exact key without marks. So NFD, "hoà" and "hòa", "kỹ" and "kĩ" are the same piece, and "Hà" and "Hạ" are not.
/// Pieces remember where they stand in the text, so that they can be shown as they were written.
public struct TextPieces: Sendable {
    public struct Piece: Sendable, Hashable {
        /// Where it stands, in scalars of the NFC text.
        public let start: Int
        public let end: Int
        /// Digests of the two keys: equal keys have equal digests, and others all but never.
        public let exact: UInt64
        public let folded: UInt64
        /// The character before it is no white space: "42/2022" is one run of pieces.
        public let isJoined: Bool
    }

    /// Longer pieces are cut: no word is, and an index holds no lines.
    static let longest = 40

    public private(set) var pieces: [Piece] = []
    /// The text in NFC, as it is shown.
    private let scalars: [UInt32]
    /// The same places, exact.
    private let keys: [UInt32]

    /// - Parameter limit: at most so many pieces are cut; the rest of the text is passed over.
    public init(_ text: String, limit: Int = .max) {
        let composed = nfc(text)
        let shown = ScalarText.decode(composed)
        var keys = SpellingKey.scalars(of: composed)
        if keys.count != shown.count { keys = Self.simply(shown) }
        for index in keys.indices where keys[index] == 0xF0 || keys[index] == 0x256 { keys[index] = 0x111 }
        scalars = shown
        self.keys = keys
        cut(limit)
    }

    public func text(_ range: Range<Int>) -> String { ScalarText.encode(scalars[range.clamped(to: 0..<scalars.count)]) }
    public var length: Int { scalars.count }
    /// The scalars of the NFC text, which the places count.
    public var codes: [UInt32] { scalars }
    public func exact(_ piece: Piece) -> String { ScalarText.encode(keys[piece.start..<Self.end(piece)]) }
    public func folded(_ piece: Piece) -> String {
        var bytes: [UInt8] = []
        appendFolded(piece, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    public func appendExact(_ piece: Piece, to bytes: inout [UInt8]) {
        for scalar in keys[piece.start..<Self.end(piece)] { Self.append(scalar, to: &bytes) }
    }

    public func appendFolded(_ piece: Piece, to bytes: inout [UInt8]) {
        for scalar in keys[piece.start..<Self.end(piece)] { Self.fold(scalar) { Self.append($0, to: &bytes) } }
    }

    /// Whether a piece is digits alone.
    public func isDigits(_ piece: Piece) -> Bool { keys[piece.start..<piece.end].allSatisfy { $0 &- 0x30 < 10 } }

    /// The scalar right after a piece; nil at the end.
    public func scalar(after piece: Piece) -> UInt32? { piece.end < scalars.count ? scalars[piece.end] : nil }

    private static func end(_ piece: Piece) -> Int { min(piece.end, piece.start + longest) }

    private mutating func cut(_ limit: Int) {
        var pieces: [Piece] = []
        pieces.reserveCapacity(min(limit, keys.count / 4 + 1))
        keys.withUnsafeBufferPointer { keys in
            Self.words.withUnsafeBufferPointer { words in
                FoldTable.scalars.withUnsafeBufferPointer { folds in
                    @inline(__always) func isWord(_ scalar: UInt32) -> Bool { scalar < 0x2000 ? words[Int(scalar)] : Self.isWord(scalar) }
                    var index = 0
                    var isJoined = false
                    while index < keys.count, pieces.count < limit {
                        let scalar = keys[index]
                        guard isWord(scalar) else {
                            isJoined = scalar > 0x20 && scalar != 0xA0
                            index += 1
                            continue
                        }
                        var end = index
                        var exact = Self.seed
                        var folded = Self.seed
                        let last = index + Self.longest
                        repeat {
                            let key = keys[end]
                            if end < last {
                                exact = (exact ^ UInt64(key)) &* Self.prime
                                if key < 0x80 {
                                    folded = (folded ^ UInt64(key)) &* Self.prime
                                } else if key < 0x2000, folds[Int(key)] < 0x2000 {
                                    let plain = folds[Int(key)]
                                    if plain != FoldTable.dropped { folded = (folded ^ UInt64(plain)) &* Self.prime }
                                } else {
                                    Self.fold(key) { folded = (folded ^ UInt64($0)) &* Self.prime }
                                }
                            }
                            end += 1
                        } while end < keys.count && isWord(keys[end]) && !(Self.isHan(keys[end]) || Self.isHan(scalar))
                        pieces.append(Piece(start: index, end: end, exact: exact, folded: folded, isJoined: isJoined && index > 0))
                        index = end
                        isJoined = index < keys.count && isWord(keys[index])
                    }
                }
            }
        }
        self.pieces = pieces
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    private static func fold(_ scalar: UInt32, _ emit: (UInt32) -> Void) {
        guard scalar >= 0x80 else { return emit(scalar) }
        guard scalar < 0x2000 else { return emit(scalar) }
        switch FoldTable.scalars[Int(scalar)] {
        case FoldTable.dropped: return
        case FoldTable.pair:
            guard let (first, second) = FoldTable.pairs[scalar] else { return }
            emit(UInt32(first))
            emit(UInt32(second))
        case let folded: emit(UInt32(folded))
        }
    }

    private static func isWord(_ scalar: UInt32) -> Bool {
        guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
        return properties.isAlphabetic || properties.numericType == .decimal
    }

    private static func isHan(_ scalar: UInt32) -> Bool {
        scalar >= 0x3040
            && (scalar <= 0x30FF || (0x3400...0x9FFF).contains(scalar) || (0xF900...0xFAFF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar))
    }

    private static let words: [Bool] = (0..<0x2000).map { value in
        guard let properties = Unicode.Scalar(UInt32(value))?.properties else { return false }
        // Marks belong to the letter before them.
        return properties.isAlphabetic || properties.numericType == .decimal || (0x300...0x36F).contains(value)
    }

    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 { return bytes.append(UInt8(truncatingIfNeeded: scalar)) }
        for unit in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter { bytes.append(unit) }
    }

    /// Letter by letter, for the few texts whose lower case has another length.
    private static func simply(_ scalars: [UInt32]) -> [UInt32] {
        scalars.map { value in
            guard let lower = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars, lower.count == 1, let first = lower.first else {
                return value
            }
            return first.value
        }
    }
}
