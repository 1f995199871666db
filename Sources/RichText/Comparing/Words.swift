/// A word, a sign or a stretch of white space of a text, with how it is set.
struct Word: Hashable {
    /// How words stand out: marks, language, link. Of a word set in several ways, all of them.
    struct Setting: Hashable {
        var marks: Marks = []
        var language: String?
        var link: LinkTarget?

        mutating func add(_ other: Setting) {
            marks.formUnion(other.marks)
            language = language ?? other.language
            link = link ?? other.link
        }
    }

    enum Kind { case word, sign, space }

    var text: String
    var kind: Kind
    var setting = Setting()

    /// Words of plain text.
    static func cut(_ text: String) -> [Word] { cut([(text, Setting())]) }

    /// Words of inlines; a word whose letters are set in two ways is one word.
    static func cut(_ inlines: [Inline]) -> [Word] {
        var pieces: [(String, Setting)] = []
        for inline in inlines {
            switch inline {
            case .text(let run): pieces.append((run.text, Setting(marks: run.marks, language: run.language)))
            case .lineBreak: pieces.append(("\n", Setting()))
            case .link(let target, let runs):
                for run in runs { pieces.append((run.text, Setting(marks: run.marks, language: run.language, link: target))) }
            case .unknown(let json): pieces.append((Inline.plainText(of: json), Setting()))
            }
        }
        return cut(pieces)
    }

    private static func cut(_ pieces: [(text: String, setting: Setting)]) -> [Word] {
        let whole = pieces.count == 1 ? pieces[0].text : pieces.map(\.text).joined()
        var words: [Word] = []
        var cutter = Cutter(scalars: Array(whole.unicodeScalars))
        // Where the setting of the next scalar is to be read.
        var piece = 0
        var left = pieces.first?.text.unicodeScalars.count ?? 0
        while var word = cutter.next() {
            var scalars = word.length
            var isFirst = true
            while scalars > 0, piece < pieces.count {
                if left == 0 {
                    piece += 1
                    left = piece < pieces.count ? pieces[piece].text.unicodeScalars.count : 0
                    continue
                }
                if isFirst { word.word.setting = pieces[piece].setting } else { word.word.setting.add(pieces[piece].setting) }
                isFirst = false
                let step = min(left, scalars)
                (left, scalars) = (left - step, scalars - step)
            }
            words.append(word.word)
        }
        return words
    }
}

/// Cuts text at the borders of words. "1.234,5", "20/11/2026" and "12-NQ" are words; each Han character is one.
private struct Cutter {
    let scalars: [Unicode.Scalar]
    private var index = 0

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func next() -> (word: Word, length: Int)? {
        guard index < scalars.count else { return nil }
        let start = index
        let kind = Self.kind(scalars[index])
        index += 1
        switch kind {
        case .sign: break
        case .space: while index < scalars.count, Self.kind(scalars[index]) == .space { index += 1 }
        case .word:
            guard !Self.isHan(scalars[start]) else { break }
            while index < scalars.count, continues() { index += 1 }
        }
        // A mark belongs to what it stands on, or the two would be one character cut in halves.
        while index < scalars.count, scalars[index].properties.isGraphemeExtend { index += 1 }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<index])
        return (Word(text: String(view), kind: kind), index - start)
    }

    private func continues() -> Bool {
        let scalar = scalars[index]
        if Self.kind(scalar) == .word { return !Self.isHan(scalar) }
        guard ".,/:-–@_'’".unicodeScalars.contains(scalar), index + 1 < scalars.count, Self.kind(scalars[index + 1]) == .word else { return false }
        return Self.isDigit(scalars[index - 1]) || Self.isDigit(scalars[index + 1])
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2E80 && scalar.properties.isIdeographic }

    private static func kind(_ scalar: Unicode.Scalar) -> Word.Kind {
        if scalar.value < 0x80 {
            if (scalar.value | 32) &- 0x61 < 26 || scalar.value &- 0x30 < 10 { return .word }
            return CanonicalLines.isSpace(scalar) ? .space : .sign
        }
        if CanonicalLines.isSpace(scalar) { return .space }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .word : .sign
    }
}
