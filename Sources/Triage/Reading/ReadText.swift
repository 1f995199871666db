import Vietnamese

/// A letter as triage reads it: syllables in their order, and the sentences they stand in. Linear in the text, bounded by `ReadText.bytes`.
struct ReadText: Sendable {
    /// Of a longer text only the beginning is read: 64 KB are some ten thousand syllables, more than any letter has.
    static let bytes = 65_536
    /// A sentence that does not end is ended after so many syllables.
    static let longestSentence = 80

    let pieces: TextPieces
    /// Ranges of pieces; every piece is in exactly one.
    let sentences: [Range<Int>]
    /// For every sentence, whether a question mark ends it.
    let asks: [Bool]
    /// Whether the writer sets marks: then "to cao" is not "tố cáo".
    let isMarked: Bool

    init(_ text: String, bytes: Int = ReadText.bytes) {
        let pieces = TextPieces(Self.head(of: text, bytes: bytes))
        self.pieces = pieces
        let codes = pieces.codes
        var sentences: [Range<Int>] = []
        var asks: [Bool] = []
        var start = 0
        let list = pieces.pieces
        var marked = 0
        for index in list.indices {
            if list[index].exact != list[index].folded { marked += 1 }
            let next = index + 1 < list.count ? list[index + 1].start : codes.count
            let end = Self.ending(codes[list[index].end..<next])
            guard end != nil || index + 1 == list.count || index + 1 - start >= Self.longestSentence else { continue }
            sentences.append(start..<index + 1)
            asks.append(end == true)
            start = index + 1
        }
        (self.sentences, self.asks) = (sentences, asks)
        isMarked = marked * 6 >= list.count && marked > 0
    }

    /// The beginning of a text, cut between two characters of UTF-8.
    static func head(of text: String, bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: bytes)
        while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return String(text[..<end])
    }

    /// A sentence as it was written, with the sign that ends it.
    func text(ofSentence index: Int) -> String {
        let range = sentences[index]
        let list = pieces.pieces
        var end = list[range.upperBound - 1].end
        while end < pieces.length, [0x2E, 0x21, 0x3F, 0x2026].contains(pieces.codes[end]) { end += 1 }
        return pieces.text(list[range.lowerBound].start..<end)
    }

    /// Whether a sentence ends between two words, and if so whether it asks; nil where it goes on. A full stop inside "12.5" or "v.v" ends nothing.
    private static func ending(_ between: ArraySlice<UInt32>) -> Bool? {
        var ends = false
        for index in between.indices {
            switch between[index] {
            case 0x3F, 0xFF1F: return true
            case 0x0A, 0x21, 0x3B, 0x2026, 0x3002, 0xFF01, 0xFF1B: ends = true
            case 0x2E where between.count > 1: ends = true
            default: break
            }
        }
        return ends ? false : nil
    }
}
