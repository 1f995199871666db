/// How one plain text (a title, a standfirst, a list of tags) became another, in words.
public struct TextComparison: Sendable, Hashable {
    public typealias Piece = Comparison.Piece

    /// Kept and inserted together are the new text, kept and deleted the old.
    public let pieces: [Piece]
    public let wordsInserted: Int
    public let wordsDeleted: Int

    public init(from old: String, to new: String) {
        let pieces =
            new < old
            ? Comparison.ordered(Self.pieces(new, old).map(\.reversed), by: \.change)
            : Self.pieces(old, new)
        self.pieces = pieces
        wordsInserted = Self.words(pieces, .inserted)
        wordsDeleted = Self.words(pieces, .deleted)
    }

    public var isChanged: Bool { pieces.contains { $0.change != .kept } }
    public var old: String { pieces.filter { $0.change != .inserted }.map(\.text).joined() }
    public var new: String { pieces.filter { $0.change != .deleted }.map(\.text).joined() }

    private static func pieces(_ old: String, _ new: String) -> [Piece] { WordDifference(Word.cut(old), Word.cut(new)).pieces }

    private static func words(_ pieces: [Piece], _ change: Comparison.Change) -> Int {
        pieces.reduce(0) { $0 + ($1.change == change ? Word.cut($1.text).count { $0.kind == .word } : 0) }
    }
}
