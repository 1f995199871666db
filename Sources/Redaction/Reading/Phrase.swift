import Vietnamese

/// The digests of the words of a phrase.
enum Phrase {
    static func exact(_ text: String) -> [UInt64] { TextPieces(text).pieces.map(\.exact) }
    static func folded(_ text: String) -> [UInt64] { TextPieces(text).pieces.map(\.folded) }
}
