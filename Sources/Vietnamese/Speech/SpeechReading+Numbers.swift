/// Plain numbers, shares, units and money.
extension SpeechReading {
    /// A number as it stands: "1.234.567,5", "08", "4.0", "2.3.1".
    struct Numeral {
        let words: String
        /// The whole value, where it has one.
        let value: Int64?
        let end: Int
    }

    /// Digits with the dots and commas that join them.
    func numeral(_ index: Int) -> Numeral? {
        guard let first = tokens.digits(index) else { return nil }
        var groups = [first]
        var text = first
        var end = index + 1
        while tokens.sign(end, ".,"), let sign = tokens[end]?.text, let next = tokens.tightDigits(end + 1) {
            groups.append(next)
            text += sign + next
            end += 2
        }
        // Groups of three set apart by a space that does not break are one number; by a common space they may be two.
        if groups.count == 1 { return Numeral(words: plainNumber(first, end), value: Int64(first), end: end) }
        // A dot before anything but three digits is no Vietnamese number: a clause (1.1), a version (4.0).
        if groups.count == 2, groups[1].count != 3, text.contains(".") {
            return Numeral(words: "\(plainNumber(first, end)) \(lexicon.text("dot")) \(plainNumber(groups[1], end))", value: nil, end: end)
        }
        switch readNumber(text) {
        case .number(let number), .ambiguous(let number, _):
            guard groups.allSatisfy({ $0.count < 7 }) else { break }
            return Numeral(words: numberWords(number), value: number.integer, end: end)
        case .notANumber: break
        }
        let sign = text.contains(".") ? " " + lexicon.text("dot") + " " : ", "
        return Numeral(words: groups.map { plainNumber($0, end) }.joined(separator: sign), value: nil, end: end)
    }

    /// Digits without signs: a number up to six of them, and beyond where money or a measure follows; else one by one.
    func plainNumber(_ digits: String, _ end: Int) -> String {
        let isPadded = digits.count > 1 && digits.hasPrefix("0")
        if isPadded, digits.count > 2 || digits == "00" { return spelledDigits(digits) }
        let isLong = digits.count > 6 && !(digits.count <= 15 && unitName(end, isTight: false) != nil)
        guard !isLong, let value = Int64(digits) else { return spelledDigits(digits) }
        return numberWords(value)
    }

    /// One by one, in threes with a breath between; of ten the first four together, as telephone numbers are said.
    func spelledDigits(_ digits: String) -> String {
        let names = digits.compactMap { $0.wholeNumberValue.map { NumberWords.digits[$0] } }
        guard names.count > 4 else { return names.joined(separator: " ") }
        let first = names.count % 3 == 1 ? 4 : 3
        let rest = stride(from: first, to: names.count, by: 3).map { names[$0..<min($0 + 3, names.count)].joined(separator: " ") }
        return ([names.prefix(first).joined(separator: " ")] + rest).joined(separator: ", ")
    }

    /// A number with its unit and how far it reaches: "10-15%", "2,5 tỷ đồng", "50.000 đồng/kg", "Km 12+300", "3x4 m".
    func quantity(_ index: Int) -> Spoken? {
        guard let first = numeral(index) else { return nil }
        if tokens.digits(index).map({ $0.count >= 5 }) == true, tokens.follows(index, "code-words", of: lexicon) {
            let digits = tokens.all[index..<first.end].map(\.text).joined()
            return Spoken(text: spelledDigits(digits.filter { $0.isASCIIDigit }), end: first.end)
        }
        var text = ordinal(index, first)
        var end = first.end
        if let unit = unitName(end, isTight: nil) {
            text += " " + unit.name
            end = unit.end
        }
        // 1A, 14B, 12a: the letter of a road, a class, a clause.
        if end == first.end, let letter = tokens.tightWord(end), letter.count == 1, !"xX".contains(letter) {
            text += " " + lexicon.spelled(letter)
            end += 1
        }
        if let next = tokens.dash(end), let other = numeral(next), !isDateLike(next) {
            let isScore = tokens.follows(index, "score-words", of: lexicon)
            if tokens.follows(index, "pair-words", of: lexicon) {
                return Spoken(text: text + ", " + other.words, end: other.end)
            }
            if let low = first.value, let high = other.value, low >= high || isScore, end == first.end {
                // A result, or a row of numbers: said one after the other.
                if tokens.isTight(end) { return Spoken(text: text + " " + other.words, end: other.end) }
                return Spoken(text: text, end: end)
            }
            guard let rest = quantity(next) else { return Spoken(text: text, end: end) }
            return Spoken(text: text + " " + lexicon.text("to") + " " + rest.text, end: rest.end)
        }
        if let sign = tokens[end]?.text, sign == "x" || sign == "X" || sign == "×" || sign == "+" && tokens.isTight(end),
            let rest = quantity(end + 1),
            sign != "+" || tokens.isTight(end + 1)
        {
            return Spoken(text: text + " " + (sign == "+" ? lexicon.symbol("+") ?? "" : lexicon.text("times")) + " " + rest.text, end: rest.end)
        }
        return Spoken(text: text, end: end)
    }

    /// "thứ 1" is "thứ nhất", "thứ 4" and "tháng 4" are "tư".
    private func ordinal(_ index: Int, _ number: Numeral) -> String {
        let before = tokens.word(index - 1).map { lowercase($0) }
        switch (before, number.value) {
        case ("thứ", 1): return "nhất"
        case ("thứ", 4), ("tháng", 4): return "tư"
        default: return number.words
        }
    }

    /// The unit that begins at a piece, with what it is counted by ("/ha", "/năm" stay for the slash). The longest that fits wins.
    /// - Parameter isTight: whether it must hang on what is before it; nil takes both.
    func unitName(_ index: Int, isTight: Bool?) -> (name: String, end: Int)? {
        guard let token = tokens[index], isTight != true || token.isTight else { return nil }
        for count in stride(from: 5, through: 1, by: -1) {
            guard let written = tokens.joined(index, count), let name = lexicon.unit(written) else { continue }
            // "5 g" may be clause 5 g; "5g" is not. What goes on after the unit was another word.
            if lexicon.has(written, in: "tight-units"), !token.isTight { continue }
            if tokens.tightDigits(index + count) != nil || tokens.tightWord(index + count) != nil { continue }
            return (name, index + count)
        }
        return nil
    }

    /// "2/3 diện tích" is a share, "126/126 xã" a count, "12/3" after a lane a house.
    func ratio(_ index: Int) -> Spoken? {
        guard let first = numeral(index), tokens.isTight(first.end + 1), let second = numeral(first.end + 1) else { return nil }
        // 1:500, the scale of a map.
        if tokens.sign(first.end, ":"), first.value == 1 {
            return Spoken(text: "\(first.words) \(lexicon.text("over")) \(second.words)", end: second.end)
        }
        guard tokens.sign(first.end, "/") else { return nil }
        let isShare: Bool =
            if let part = first.value, let whole = second.value { part < whole && whole <= 10 } else { false }
        let joint = isShare && !tokens.follows(index, "house-words", of: lexicon) ? lexicon.text("part") : lexicon.text("over")
        let words = joint == lexicon.text("part") && second.value == 4 ? "tư" : second.words
        var (text, end) = ("\(first.words) \(joint) \(words)", second.end)
        while tokens.sign(end, "/"), let next = tokens.isTight(end + 1) ? numeral(end + 1) : nil {
            text += " \(lexicon.text("over")) \(next.words)"
            end = next.end
        }
        if let letter = tokens.tightWord(end), letter.count == 1 {
            text += " " + lexicon.spelled(letter)
            end += 1
        } else if let unit = unitName(end, isTight: nil) {
            text += " " + unit.name
            end = unit.end
        }
        return Spoken(text: text, end: end)
    }
}
