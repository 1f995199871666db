import Vietnamese
import Web

/// Question and answer that old systems kept in one text, taken apart where a heading says so; and headings that say nothing taken off.
struct QuestionSplit: Sendable, Hashable {
    var question: String
    var answer: String?
    /// Whether they ran together and were taken apart.
    var wasSplit = false

    /// Headings before an answer, as texts are folded. Each is followed by a colon.
    private static let answerHeads = ["noi dung tra loi", "cau tra loi", "tra loi", "giai dap", "dap", "answer", "回复", "答复"]
    private static let questionHeads = ["noi dung cau hoi", "noi dung hoi", "cau hoi", "hoi", "question", "提问"]
    /// How an answer begins that has no heading: a sentence of the office that ends in these words and a colon.
    private static let openings = [
        "tra loi nhu sau", "giai dap nhu sau", "co y kien nhu sau", "giai dap thac mac cua ban nhu sau", "thong tin nhu sau",
    ]

    init(question: String, answer: String?) {
        let answer = answer.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
        let whole = Self.withoutHead(question.trimmed, Self.questionHeads)
        let cut = Self.cut(whole)
        if let answer {
            // The answer stands in the question's text once more.
            if let cut, Self.begins(cut.answer, with: answer) {
                self.init(cut.question, answer, true)
            } else {
                self.init(whole, Self.withoutHead(answer, Self.answerHeads), false)
            }
        } else if let cut {
            self.init(cut.question, Self.withoutHead(cut.answer, Self.answerHeads), true)
        } else {
            self.init(whole, nil, false)
        }
    }

    private init(_ question: String, _ answer: String?, _ wasSplit: Bool) {
        self.question = question
        self.answer = answer.flatMap { $0.isEmpty ? nil : $0 }
        self.wasSplit = wasSplit
    }

    /// Letters of a question and of an answer, at least: less is a heading with nothing below it.
    private static let (leastQuestion, leastAnswer) = (10, 10)

    /// Where the answer begins: a heading at the beginning of a line or a sentence, or a line in which an office begins to answer.
    private static func cut(_ text: String) -> (question: String, answer: String)? {
        let letters = Array(text)
        guard letters.count > leastQuestion + leastAnswer else { return nil }
        var place = 0
        while place < letters.count {
            let isLine = place == 0 || letters[place - 1].isNewline
            if place >= leastQuestion, isLine || isSentence(letters, place) {
                if let end = head(letters, place, answerHeads), letters.count - end >= leastAnswer { return part(letters, place, end) }
                if isLine, opens(letters, place) { return part(letters, place, place) }
            }
            place += 1
        }
        return nil
    }

    private static func part(_ letters: [Character], _ end: Int, _ start: Int) -> (question: String, answer: String)? {
        let (question, answer) = (String(letters[..<end]).trimmed, String(letters[start...]).trimmed)
        return question.count >= leastQuestion && answer.count >= leastAnswer ? (question, answer) : nil
    }

    /// After a full stop and a blank, or right after a question mark: line breaks were lost in many texts.
    private static func isSentence(_ letters: [Character], _ place: Int) -> Bool {
        guard letters[place].isLetter, letters[place].isUppercase || letters[place].unicodeScalars.first.map({ $0.value >= 0x4E00 }) == true else {
            return false
        }
        var before = place - 1
        while before > 0, letters[before] == " " || letters[before] == "\u{A0}" || letters[before] == "-" || letters[before] == "*" { before -= 1 }
        return ".?!…。？！\"”)".contains(letters[before])
    }

    /// The place behind a heading and its colon; nil where none stands here.
    private static func head(_ letters: [Character], _ place: Int, _ heads: [String]) -> Int? {
        guard place < letters.count, letters[place].isLetter else { return nil }
        guard let colon = letters[place..<min(place + 24, letters.count)].firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let words = fold(String(letters[place..<colon])).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return heads.contains(words) ? colon + 1 : nil
    }

    private static func opens(_ letters: [Character], _ place: Int) -> Bool {
        guard let colon = letters[place..<min(place + 200, letters.count)].firstIndex(where: { $0 == ":" || $0.isNewline }), letters[colon] == ":"
        else {
            return false
        }
        let line = fold(String(letters[place..<colon])).trimmed
        return openings.contains { line.hasSuffix($0) } && letters.count - colon > leastAnswer
    }

    private static func withoutHead(_ text: String, _ heads: [String]) -> String {
        let letters = Array(text)
        guard let end = head(letters, 0, heads), letters.count - end >= 5 else { return text }
        return String(letters[end...]).trimmed
    }

    private static func begins(_ tail: String, with answer: String) -> Bool {
        func plain(_ text: String) -> String { String(fold(text).filter { $0.isLetter || $0.isNumber }.prefix(60)) }
        let (a, b) = (plain(withoutHead(tail, answerHeads)), plain(withoutHead(answer, answerHeads)))
        return !b.isEmpty && a.hasPrefix(b)
    }
}

/// A title for a question that has none: its own asking sentence where there is one of a bearable length, else how it begins.
enum QuestionTitle {
    /// Letters of a title at most.
    static let most = 180
    private static let greetings = [
        "kinh gui", "kinh thua", "xin chao", "chao", "thua", "toi ten", "ho ten", "ho va ten", "dear", "xin cam on", "cam on",
    ]

    static func of(_ question: String) -> String {
        let sentences = sentences(of: question)
        let asking = sentences.first { $0.hasSuffix("?") && (10...most).contains($0.count) }
        let first = sentences.first { sentence in
            let folded = fold(sentence)
            return sentence.count >= 10 && !greetings.contains { folded.hasPrefix($0) }
        }
        let title = short(asking ?? first ?? question.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        // A portal that lost its capitals keeps the text; only the heading of our own begins as headings do.
        guard let head = title.first, title == title.lowercased() else { return title }
        return head.uppercased() + title.dropFirst()
    }

    private static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var sentence = ""
        let letters = Array(text)
        for (place, letter) in letters.enumerated() {
            if letter.isNewline {
                sentences.append(sentence)
                sentence = ""
                continue
            }
            sentence.append(letter)
            let ends = "?!…？！。".contains(letter) || letter == "." && (place + 1 == letters.count || letters[place + 1].isWhitespace)
            if ends {
                sentences.append(sentence)
                sentence = ""
            }
        }
        sentences.append(sentence)
        return sentences.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    }

    private static func short(_ text: String) -> String {
        guard text.count > most else { return text }
        let head = text.prefix(most)
        let cut = head.lastIndex { $0.isWhitespace }.map { head[..<$0] } ?? head
        return cut + "…"
    }
}
