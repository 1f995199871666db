/// A written text in the pieces its reading is decided by: runs of letters, runs of digits, single signs.
struct SpeechTokens {
    struct Token {
        enum Kind { case word, digits, sign }
        let kind: Kind
        let text: String
        /// Nothing stands between this piece and the one before it.
        let isTight: Bool
    }

    let all: [Token]

    init(_ text: String) {
        var all: [Token] = []
        var run = ""
        var kind = Token.Kind.sign
        var runIsTight = false
        var isTight = false
        func flush() {
            if !run.isEmpty { all.append(Token(kind: kind, text: run, isTight: runIsTight)) }
            run = ""
        }
        for character in Self.plain(text) {
            if character.isWhitespace {
                flush()
                isTight = false
                continue
            }
            let next: Token.Kind = character.isASCIIDigit ? .digits : character.isLetter ? .word : .sign
            if run.isEmpty || next != kind || next == .sign {
                flush()
                (kind, runIsTight) = (next, isTight)
            }
            run.append(character)
            isTight = true
        }
        flush()
        self.all = all
    }

    /// NFC; digits of every script as ASCII, dashes as "-" or "–", superscript and subscript digits as plain ones, invisible characters gone.
    private static func plain(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in nfc(text).unicodeScalars {
            switch scalar.value {
            case 0x2010, 0x2011, 0x2212: out.append("-")
            case 0x2013, 0x2014, 0x2015: out.append("–")
            case 0x2019, 0x02BC: out.append("'")
            case 0x2044, 0x2215, 0xFF0F: out.append("/")
            case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F: continue
            case 0x00B2, 0x00B3, 0x00B9: out.append(scalar.value == 0xB9 ? "1" : scalar.value == 0xB2 ? "2" : "3")
            case 0x2160...0x216B: out.append(contentsOf: Self.romans[Int(scalar.value) - 0x2160].unicodeScalars)
            case 0xFF01...0xFF5E: if let ascii = Unicode.Scalar(scalar.value - 0xFEE0) { out.append(ascii) }
            default:
                let properties = scalar.properties
                if scalar.value > 0x7F, properties.numericType == .decimal || properties.numericType == .digit, let value = properties.numericValue,
                    (0...9).contains(value), let digit = Unicode.Scalar(UInt32(48 + Int(value)))
                {
                    out.append(digit)
                } else {
                    out.append(scalar)
                }
            }
        }
        return String(out)
    }

    private static let romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

    subscript(_ index: Int) -> Token? { all.indices.contains(index) ? all[index] : nil }

    func word(_ index: Int) -> String? { self[index].flatMap { $0.kind == .word ? $0.text : nil } }
    func digits(_ index: Int) -> String? { self[index].flatMap { $0.kind == .digits ? $0.text : nil } }
    func isTight(_ index: Int) -> Bool { self[index]?.isTight == true }

    /// A sign that hangs on what is before it.
    func sign(_ index: Int, _ signs: String) -> Bool {
        guard let token = self[index], token.kind == .sign, token.isTight, let character = token.text.first else { return false }
        return signs.contains(character)
    }

    /// Digits that hang on what is before them.
    func tightDigits(_ index: Int) -> String? { isTight(index) ? digits(index) : nil }
    func tightWord(_ index: Int) -> String? { isTight(index) ? word(index) : nil }

    /// A dash between two numbers, with the same space on both sides: the index behind it.
    func dash(_ index: Int) -> Int? {
        guard let token = self[index], token.kind == .sign, "-–~".contains(token.text), let next = self[index + 1], next.isTight == token.isTight
        else {
            return nil
        }
        return index + 1
    }

    /// The pieces from one that stands free to the next that does, as they were written.
    func run(_ index: Int) -> (text: String, end: Int) {
        var end = index + 1
        var text = self[index]?.text ?? ""
        while let token = self[end], token.isTight {
            text += token.text
            end += 1
        }
        return (text, end)
    }

    /// The text of `count` pieces that hang together; nil where they do not.
    func joined(_ index: Int, _ count: Int) -> String? {
        guard let first = self[index] else { return nil }
        var text = first.text
        for offset in 1..<max(1, count) {
            guard let token = self[index + offset], token.isTight else { return nil }
            text += token.text
        }
        return text
    }

    /// The words before a piece, in lower case, up to the last sign that ends a thought; "số:" and "(" are passed over.
    func wordsBefore(_ index: Int, _ count: Int) -> [String] {
        var words: [String] = []
        var at = index - 1
        while words.count < count, let token = self[at] {
            switch token.kind {
            case .word, .digits: words.insert(lowercase(token.text), at: 0)
            case .sign: if ".;!?".contains(token.text) { return words }
            }
            at -= 1
        }
        return words
    }

    /// Whether the words before a piece end in one of a list's texts (up to three words).
    func follows(_ index: Int, _ list: String, of lexicon: SpeechLexicon) -> Bool {
        let words = wordsBefore(index, 3)
        return (1...3).contains { $0 <= words.count && lexicon.has(words.suffix($0).joined(separator: " "), in: list) }
    }

    /// Whether the words from a piece on begin with one of a list's texts (up to two words).
    func precedes(_ index: Int, _ list: String, of lexicon: SpeechLexicon) -> Bool {
        guard let first = word(index).map({ lowercase($0) }) else { return false }
        if lexicon.has(first, in: list) { return true }
        return word(index + 1).map { lexicon.has(first + " " + lowercase($0), in: list) } ?? false
    }
}
