/// Makes written Vietnamese speakable: what comes out is letters, spaces and the signs that make pauses, with numbers, dates, short forms and numbers of
/// documents in the words a newsreader would use. No digit and no slash is left.
public struct SpokenVietnamese: Sendable {
    let lexicon: SpeechLexicon

    public init(_ lexicon: SpeechLexicon = .house) { self.lexicon = lexicon }

    /// The text of one paragraph, heading or cell as it is read aloud.
    public func callAsFunction(_ text: String) -> String {
        var reading = SpeechReading(SpeechTokens(text), lexicon)
        return reading.read()
    }
}

/// One walk through the pieces of a text.
struct SpeechReading {
    let tokens: SpeechTokens
    let lexicon: SpeechLexicon
    private var out = SpeechWriter()

    /// What a rule made of the pieces from some place on.
    struct Spoken {
        let text: String
        /// The first piece that is not part of it.
        let end: Int
    }

    init(_ tokens: SpeechTokens, _ lexicon: SpeechLexicon) {
        self.tokens = tokens
        self.lexicon = lexicon
    }

    mutating func read() -> String {
        var index = 0
        while let token = tokens[index] {
            let spoken: Spoken? =
                switch token.kind {
                case .digits: number(index)
                case .word: word(index)
                case .sign: signed(index) ?? per(index)
                }
            if let spoken, spoken.end > index {
                out.say(spoken.text)
                index = spoken.end
            } else {
                sign(index, token)
                index += 1
            }
        }
        return out.finished()
    }

    /// A number with what belongs to it. The order is that of certainty.
    private func number(_ index: Int) -> Spoken? {
        foreignAddress(index) ?? knownWord(index) ?? phone(index) ?? document(index) ?? timeOfDay(index) ?? date(index) ?? ratio(index)
            ?? quantity(index)
    }

    private func word(_ index: Int) -> Spoken? {
        foreignAddress(index) ?? knownWord(index) ?? roman(index) ?? capitals(index) ?? plainWord(index)
    }

    /// What begins with a sign and is more than a sign: −5, +84…, (0236) 3822…
    private func signed(_ index: Int) -> Spoken? {
        guard let token = tokens[index], let next = tokens[index + 1], next.isTight, next.kind == .digits else { return nil }
        // After something that hangs on it, a dash joins and a plus adds.
        let isFree = !token.isTight || index == 0 || tokens[index - 1].map { "([".contains($0.text) } == true
        switch token.text {
        case "(": return phone(index)
        case "+": return phone(index)
        case "-" where isFree, "–" where isFree && tokens[index - 1]?.kind != .digits:
            guard tokens[index - 1]?.kind != .digits, let value = quantity(index + 1) else { return nil }
            return Spoken(text: lexicon.text("minus") + " " + value.text, end: value.end)
        case "$", "€", "£", "¥", "₫":
            guard let value = quantity(index + 1), let name = lexicon.unit(token.text) else { return nil }
            return Spoken(text: value.text + " " + name, end: value.end)
        default: return nil
        }
    }

    /// A sign by itself: a pause, a word, or nothing.
    private mutating func sign(_ index: Int, _ token: SpeechTokens.Token) {
        guard let character = token.text.first else { return }
        switch character {
        case ".":
            // The dot of an initial (V.A.) and of a short form before a name makes no pause.
            if tokens.word(index - 1)?.count == 1, token.isTight, tokens.isTight(index + 1) { return }
            out.pause(".")
        case "…": out.pause(".")
        case "!", "?": out.pause(character)
        case ",", ";", ":": out.pause(character == ";" ? ";" : ",")
        case "(", ")", "[", "]", "{", "}", "\"", "“", "”", "„", "«", "»", "‹", "›", "「", "」", "|", "–", "→", "•", "·", "●", "■", "►": out.pause(",")
        case "-":
            // Between words it joins, with space around it a thought is set off.
            if !token.isTight || !tokens.isTight(index + 1) { out.pause(",") }
        case "/": out.pause(",")
        case "+", "=", "%", "&", "@", "°", "±", "×", "÷", "≥", "≤", "≈", "~", "$", "€", "£", "¥", "₫", "‰", "№", "½", "¼", "¾", "⅓", "⅔", "⅛":
            if let spoken = lexicon.symbol(character) { out.say(spoken) }
        case "<", ">":
            if tokens.digits(index + 1) != nil { out.say(character == "<" ? "nhỏ hơn" : "lớn hơn") }
        default: break
        }
    }

    /// "triệu đồng/ha", "người/km2", "tấn/năm": a slash between words that counts by something. Nil where it only sets two words apart.
    private func per(_ index: Int) -> Spoken? {
        guard tokens.sign(index, "/"), let right = tokens.tightWord(index + 1) else { return nil }
        let left = tokens.word(index - 1) ?? ""
        let unit = unitName(index + 1, isTight: true)
        let isTime = lexicon.has(lowercase(right), in: "time-words")
        guard unit != nil || isTime, !left.isEmpty || tokens[index - 1]?.kind == .digits else { return nil }
        let joint = isTime || lexicon.has(left, in: "money-words") ? "một" : lexicon.text("over")
        return Spoken(text: joint + " " + (unit?.name ?? right), end: unit?.end ?? index + 2)
    }
}
