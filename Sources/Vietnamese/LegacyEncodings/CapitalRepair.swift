/// TCVN3 has no capital letters with tones: headings were typed in capitals and the accented letters stayed small ("VIệT NAM").
enum CapitalRepair {
    /// - Parameter all: the run was set in a capital font: every letter is a capital.
    static func repair(_ text: inout [UInt32], all: Bool) {
        var words: [(range: Range<Int>, isCapital: Bool, isOpen: Bool)] = []
        var index = 0
        while index < text.count {
            guard EncodingEvidence.isLetter(text[index]) else {
                index += 1
                continue
            }
            let start = index
            var capitals = 0
            var smallPlain = 0
            while index < text.count, EncodingEvidence.isLetter(text[index]) {
                if let letter = Letter(text[index]) {
                    if letter.isUpper { capitals += 1 } else if text[index] < 0x80 { smallPlain += 1 }
                }
                index += 1
            }
            // "Tế" and "Uỷ" may be a capitalised word or part of a heading: their neighbours decide.
            let isOpen = smallPlain == 0 && capitals == 1 && index - start > 1
            words.append((start..<index, smallPlain == 0 && capitals >= 2, isOpen))
        }
        for (index, word) in words.enumerated() {
            let besideCapitals = word.isOpen && (index > 0 && words[index - 1].isCapital || index + 1 < words.count && words[index + 1].isCapital)
            guard all || word.isCapital || besideCapitals else { continue }
            for at in word.range {
                guard var letter = Letter(text[at]) else { continue }
                letter.isUpper = true
                if let capital = letter.scalar { text[at] = capital }
            }
        }
    }
}
