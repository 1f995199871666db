/// Words, short forms, Roman numerals.
extension SpeechReading {
    /// What the lexicon knows, the longest first: "PGS.TS", "KT-XH", "TP.HCM", "5G", "COVID-19" up to its dash.
    func knownWord(_ index: Int) -> Spoken? {
        if let titled = title(index) { return titled }
        for count in stride(from: 7, through: 1, by: -1) {
            guard let written = tokens.joined(index, count), tokens[index + count - 1]?.kind != .sign else { continue }
            // What goes on is another word; a number that hangs on it is read by itself (COVID-19 has its dash between).
            if tokens.tightWord(index + count) != nil { continue }
            guard let spoken = lexicon.exact(written) ?? lexicon.word(written) else { continue }
            if count == 1, tokens.tightDigits(index + 1) != nil, lexicon.issuer(written) != nil { continue }
            return Spoken(text: spoken, end: index + count)
        }
        return nil
    }

    /// "TP. Hồ Chí Minh", "Q.1", "PGS.TS. Nguyễn": the dot belongs to the title, and is no pause, when a name or a number follows.
    private func title(_ index: Int) -> Spoken? {
        var names: [String] = []
        var at = index
        while let written = tokens.word(at), let name = lexicon.title(written), at == index || tokens.isTight(at), tokens.sign(at + 1, ".") {
            names.append(name)
            at += 2
        }
        guard !names.isEmpty else { return nil }
        if tokens.isTight(at), let written = tokens.word(at) {
            // The last of a row of titles has no dot of its own; a known whole (TP.HCM) is not taken apart.
            if tokens.joined(index, at - index + 1).flatMap({ lexicon.exact($0) }) != nil { return nil }
            if let name = lexicon.title(written) { return Spoken(text: (names + [name]).joined(separator: ", "), end: at + 1) }
        }
        guard tokens.digits(at) != nil || tokens.word(at)?.first?.isUppercase == true else { return nil }
        return Spoken(text: names.joined(separator: ", "), end: at)
    }

    /// XIII after "khóa", IV at the beginning of a heading, XIX anywhere.
    func roman(_ index: Int) -> Spoken? {
        guard let written = tokens.word(index), let value = Self.romanValue(written) else { return nil }
        let isNamed = tokens.follows(index, "roman-words", of: lexicon)
        let begins = (index == 0 || tokens[index - 1]?.text == ":") && tokens.sign(index + 1, ".)/-")
        // "khóa XIII, XIV", "quý I và II"
        let goesOn =
            index >= 2 && tokens.word(index - 2).flatMap { Self.romanValue($0) } != nil
            && (["và", "-", "–", ","].contains(tokens[index - 1]?.text ?? ""))
        let isYear = tokens.sign(index + 1, "/-") && tokens.tightDigits(index + 2)?.count == 4
        let isPlain = written.count >= 2 && written.allSatisfy { "IVX".contains($0) } && lexicon.exact(written) == nil
        guard isNamed || begins || goesOn || isYear || isPlain else { return nil }
        let isOrdinal = tokens.word(index - 1).map { lowercase($0) } == "thứ"
        let words = isOrdinal && value == 1 ? "nhất" : isOrdinal && value == 4 ? "tư" : numberWords(Int64(value))
        if isYear, let year = tokens.digits(index + 2).flatMap({ Int64($0) }) {
            return Spoken(text: "\(words) năm \(numberWords(year))", end: index + 3)
        }
        if let next = tokens.dash(index + 1), tokens.word(next).flatMap({ Self.romanValue($0) }) != nil {
            return Spoken(text: words + " " + lexicon.text("to"), end: next)
        }
        return Spoken(text: words, end: index + 1)
    }

    /// The value of a Roman numeral in its one right spelling, up to 3999.
    static func romanValue(_ text: String) -> Int? {
        let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
        let numbers = text.compactMap { values[$0] }
        guard numbers.count == text.count, !numbers.isEmpty, numbers.count <= 15 else { return nil }
        var sum = 0
        for (offset, number) in numbers.enumerated() { sum += offset + 1 < numbers.count && number < numbers[offset + 1] ? -number : number }
        guard sum > 0, sum < 4000 else { return nil }
        var (rest, right) = (sum, "")
        for (value, sign) in [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
            (4, "IV"), (1, "I"),
        ] {
            while rest >= value {
                right += sign
                rest -= value
            }
        }
        return right == text ? sum : nil
    }

    /// A word in capitals: said as a word where it is one (a heading in capitals), letter by letter where it is a short form nobody has explained.
    func capitals(_ index: Int) -> Spoken? {
        guard let written = tokens.word(index), written.count >= 2, Self.isCapitals(written) else {
            // A single letter with a dot or a number on it: V.A., A320, H5N1.
            guard let written = tokens.word(index), written.count == 1, written.first?.isUppercase == true,
                tokens[index + 1]?.isTight == true || tokens.isTight(index),
                tokens.digits(index + 1) != nil || tokens.digits(index - 1) != nil || tokens.sign(index + 1, ".") || tokens.sign(index, "")
            else { return nil }
            return Spoken(text: lexicon.spelled(written), end: index + 1)
        }
        let low = lowercase(written)
        let hasMarks = fold(low) != low.replacing("đ", with: "d")
        let isWord = isSyllable(low) && written.contains { Self.isVowel($0) }
        let stands = [index - 1, index + 1].contains {
            tokens.word($0).map { $0.count >= 2 && Self.isCapitals($0) && isSyllable(lowercase($0)) } == true
        }
        if isWord, hasMarks || stands { return Spoken(text: low, end: index + 1) }
        // Too long to be spelled: a name in capitals.
        if written.count > 5, written.filter({ Self.isVowel($0) }).count * 4 >= written.count { return Spoken(text: low, end: index + 1) }
        return Spoken(text: lexicon.spelled(written), end: index + 1)
    }

    private static func isCapitals(_ word: String) -> Bool { word.allSatisfy { $0.isUppercase } }
    private static func isVowel(_ character: Character) -> Bool { "aeiouy".contains(fold(String(character))) }

    func plainWord(_ index: Int) -> Spoken? {
        guard let written = tokens.word(index) else { return nil }
        // "Km 12", "Km12+300"
        if ["Km", "KM", "km"].contains(written), tokens.digits(index + 1) != nil {
            return Spoken(text: lexicon.unit("km") ?? written, end: index + 1)
        }
        return Spoken(text: written, end: index + 1)
    }
}
