import Vietnamese

/// A stretch of text that is read in one go: a plain field, a paragraph, a caption.
struct Passage {
    enum Kind {
        /// A line of its own: a title, a tag, a cell, a heading.
        case line
        /// Running text: sentences.
        case prose
        /// Said instead of something: the words for a picture.
        case description
    }

    let field: String
    /// JSON Pointer in the body; "" for a plain field.
    let path: String
    /// Its place among all passages.
    let order: Int
    let kind: Kind
    let text: String
    let pieces: TextPieces
    private let isWide: Bool

    init(field: String, path: String, order: Int, kind: Kind, text: String) {
        (self.field, self.path, self.order, self.kind) = (field, path, order, kind)
        self.text = text
        pieces = TextPieces(text)
        isWide = text.utf8.contains { $0 >= 0xF0 }
    }

    /// A range of scalars in UTF-16 code units.
    func utf16(_ range: Range<Int>) -> Range<Int> {
        guard isWide else { return range }
        let start = width(0..<range.lowerBound)
        return start..<start + width(range)
    }

    private func width(_ range: Range<Int>) -> Int { pieces.codes[range].reduce(0) { $0 + ($1 > 0xFFFF ? 2 : 1) } }
}
