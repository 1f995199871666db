import Publishing
import RichText
import Vietnamese

/// A text of law that an answer rests on, as it stood on the day of the answer. It is part of what is approved and published: the register may say something
/// else tomorrow, the page does not.
public struct CitedText: Codable, Sendable, Equatable {
    /// The line of the basis that names it.
    public var line: String
    public var number: String
    public var title: String
    /// Where its official text stands; nil where links may not lead there.
    public var address: String?
    /// `in-force`, `not-yet`, `ended`, `replaced`.
    public var state: String
    /// The same in words of the item's language: "còn hiệu lực tại ngày 30/11/2026".
    public var note: String

    public init(line: String, number: String, title: String, address: String? = nil, state: String, note: String) {
        self.line = line
        self.number = number
        self.title = title
        self.address = address
        self.state = state
        self.note = note
    }
}

extension AnsweredQuestion {
    /// What readers are warned of; nil where nothing is.
    var warning: String? { caution.flatMap { $0.isBlank ? nil : $0 } }

    /// The beginning of the warning, for lists: "Câu trả lời này có thể đã lỗi thời".
    var mark: String? {
        warning.map { text in
            let head = text.prefix { $0 != ":" && $0 != "." && $0 != "：" && $0 != "。" }
            return head.count <= 80 ? String(head) : String(head.prefix(79)) + "…"
        }
    }

    /// The texts that lines of the basis still name. A line that somebody changed afterwards says nothing of a state that was looked up for another.
    var cited: [CitedText] { basis.compactMap { line in texts?.first { $0.line == line } } }

    /// The basis as its page shows it, a paragraph a line.
    var grounds: [Block] {
        basis.filter { !$0.isBlank }.map { line in
            guard let text = texts?.first(where: { $0.line == line }) else { return .paragraph([.text(line)]) }
            let name: Inline = text.address.map { .link(.address($0), [TextRun(line)]) } ?? .text(line)
            // A line that names the text by its title need not say it twice.
            let says = fold(line).contains(fold(text.title)) ? [text.note] : [text.title, text.note]
            return .paragraph([name, .text(" (" + says.joined(separator: "; ") + ")")])
        }
    }
}
