/// TCVN3 has no capital letters with tones: headings were typed in capitals and the accented letters stayed small ("VIệT NAM").
enum CapitalRepair {
    /// - Parameter all: the run was set in a capital font: every letter is a capital.
    static func repair(_ text: inout [UInt32], all: Bool) {
        let words = words(text)
        for (index, word) in words.enumerated() where all || word.isCapital || word.isOpen && stands(index, among: words) {
            for at in word.range {
                guard var letter = Letter(text[at]) else { continue }
                letter.isUpper = true
                if let capital = letter.scalar { text[at] = capital }
            }
        }
    }

    private struct Word {
        let range: Range<Int>
        let line: Int
        /// Two capitals at least and no small letter but accented ones.
        let isCapital: Bool
        /// "Tế", "Uỷ": a capitalised word or part of a heading.
        let isOpen: Bool
        /// Abbreviations are capital everywhere and say nothing about their neighbours.
        let isSyllable: Bool
    }

    private static func words(_ text: [UInt32]) -> [Word] {
        var words: [Word] = []
        var line = 0
        var index = 0
        while index < text.count {
            guard EncodingEvidence.isLetter(text[index]) else {
                if text[index] == 0x0A || text[index] == 0x0D { line += 1 }
                index += 1
                continue
            }
            let start = index
            var capitals = 0
            var smallPlain = 0
            var parsed = SyllableRules.Word()
            var fits = true
            while index < text.count, EncodingEvidence.isLetter(text[index]) {
                if let letter = Letter(text[index]) {
                    fits = fits && parsed.append(letter)
                    if letter.isUpper { capitals += 1 } else if text[index] < 0x80 { smallPlain += 1 }
                }
                index += 1
            }
            words.append(
                Word(
                    range: start..<index,
                    line: line,
                    isCapital: smallPlain == 0 && capitals >= 2,
                    isOpen: smallPlain == 0 && capitals == 1 && index - start > 1,
                    isSyllable: fits && SyllableRules.split(parsed) != nil
                )
            )
        }
        return words
    }

    /// An open word is part of a heading when every neighbour on its line is a syllable in capitals.
    private static func stands(_ index: Int, among words: [Word]) -> Bool {
        let neighbours = [index - 1, index + 1].filter { words.indices.contains($0) && words[$0].line == words[index].line }
        return !neighbours.isEmpty && neighbours.allSatisfy { words[$0].isCapital && words[$0].isSyllable }
    }
}
