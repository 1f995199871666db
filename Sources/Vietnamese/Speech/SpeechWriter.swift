/// Puts words and pauses together: one space between words, one sign at a pause, the strongest of those that met, none at the beginning.
struct SpeechWriter {
    private var text = ""
    private var waiting: Character?

    /// The stronger sign of two, the later in this row.
    private static let strength: [Character] = [",", ";", ".", "?", "!"]

    mutating func pause(_ sign: Character) {
        guard let old = waiting else {
            waiting = sign
            return
        }
        func rank(_ sign: Character) -> Int { Self.strength.firstIndex(of: sign) ?? 0 }
        if rank(sign) > rank(old) { waiting = sign }
    }

    /// Adds words. Whatever is neither a letter nor a pause is left out, and a digit that came so far is said by its name: nothing else goes to a voice.
    mutating func say(_ words: String) {
        var word = ""
        func flush(_ writer: inout SpeechWriter) {
            guard !word.isEmpty else { return }
            writer.put(word)
            word = ""
        }
        for character in words {
            if character.isLetter || character == "'" && !word.isEmpty {
                word.append(character)
            } else if let digit = character.wholeNumberValue, (0...9).contains(digit) {
                flush(&self)
                put(NumberWords.digits[digit])
            } else {
                flush(&self)
                if ",;.?!".contains(character) { pause(character) } else if character == "–" || character == "(" || character == ")" { pause(",") }
            }
        }
        flush(&self)
    }

    private mutating func put(_ word: String) {
        if let sign = waiting {
            if !text.isEmpty { text.append(sign) }
            waiting = nil
        }
        if !text.isEmpty { text.append(" ") }
        text += word
    }

    /// The text with the sign that ends it.
    mutating func finished() -> String {
        guard !text.isEmpty else { return "" }
        let end: Character = waiting.map { $0 == "," || $0 == ";" ? "." : $0 } ?? "."
        return text + String(end)
    }
}
