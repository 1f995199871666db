import Vietnamese

/// Short forms that letters are full of, and what they say: `bhxh` → *bảo hiểm xã hội*. Those of official texts come from `Abbreviation`, those
/// of citizens from `Words/short-forms.txt`. Ambiguous ones stay as they are.
enum ShortForms {
    /// Digest of the folded short form → digests of the folded words it stands for.
    static let table: [UInt64: [UInt64]] = {
        var table: [UInt64: [UInt64]] = [:]
        func add(_ short: String, _ long: String) {
            guard let key = TextPieces(short).pieces.first, TextPieces(short).pieces.count == 1 else { return }
            table[key.folded] = TextPieces(long).pieces.map(\.folded)
        }
        // Short forms of two letters are syllables as well.
        for entry in Abbreviation.all where !entry.isAmbiguous && entry.short.count > 2 {
            if let long = entry.expansions.first { add(entry.short, long) }
        }
        for line in WordFile.lines("short-forms.txt") {
            let sides = line.text.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            for short in WordFile.parts(sides[0]) { add(short, String(sides[1])) }
        }
        return table
    }()

    /// The folded digests of a text's words with short forms written out, numbers left out, and for each the piece it comes from.
    /// - Parameter limit: no more than so many words.
    static func terms(of text: ReadText, limit: Int) -> [(digest: UInt64, piece: Int)] {
        var terms: [(digest: UInt64, piece: Int)] = []
        terms.reserveCapacity(min(limit, text.pieces.pieces.count))
        for (index, piece) in text.pieces.pieces.enumerated() {
            guard terms.count < limit else { break }
            if text.pieces.isDigits(piece) { continue }
            if let long = table[piece.folded] {
                for digest in long { terms.append((digest, index)) }
            } else {
                terms.append((piece.folded, index))
            }
        }
        return terms
    }
}
