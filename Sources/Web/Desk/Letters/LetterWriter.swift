import NIOCore
public import PortalNetwork
public import Publishing
import Store
import Vietnamese

/// Puts what people are told into words: a line of the list, a letter. The words are `notice.<key>`, `notice.<key>.text` where there is more to say,
/// and `notice.<key>.action` where the link is called something other than "open".
public struct LetterWriter: Sendable {
    private let words: Words
    private let templates: LiveTemplates
    /// The desk's own, `https://desk.tinh.gov.vn`.
    private let origin: String

    public init(face: Face, origin: String) {
        words = face.words
        templates = face.templates
        self.origin = origin
    }

    /// A notice as one line.
    static func line(_ subject: NoticeSubject, _ words: Words, _ language: Language) -> String {
        words.text("notice." + subject.key, language, subject.values)
    }

    public func text(_ subject: NoticeSubject, link: String?, to person: Person, in language: Language) throws -> LetterText {
        let line = Self.line(subject, words, language)
        func word(_ key: String, _ values: [String: String] = [:]) -> String { words.text(key, language, values) }
        func own(_ part: String) -> String? {
            let key = "notice.\(subject.key).\(part)"
            return words.has(key) ? word(key, subject.values) : nil
        }
        let isKey = Notices.keys.contains(subject.key)
        let page = LetterPage(
            language: language.rawValue,
            subject: line,
            greeting: word("letter.greeting", ["name": person.name]),
            text: own("text") ?? line + ".",
            // An address of the desk and nothing else: nobody's words can lead a reader elsewhere.
            link: link.flatMap { $0.hasPrefix("/desk/") ? origin + $0 : nil },
            action: own("action") ?? word("notice.open"),
            paste: word("letter.paste"),
            warning: isKey ? word("letter.not-asked") : nil,
            foot: word("letter.foot"),
            choice: isKey ? nil : word("letter.choice")
        )
        return LetterText(
            subject: line,
            plain: page.plain,
            html: String(buffer: try templates.lastGood().renderBare(.letter, page, language: language))
        )
    }
}

/// A letter as its template shows it.
struct LetterPage: PageModel {
    let language: String
    let subject: String
    let greeting: String
    let text: String
    let link: String?
    let action: String
    let paste: String
    let warning: String?
    let foot: String
    let choice: String?

    /// The same without markup.
    var plain: String {
        let way = link.map { ["\(action):\n\($0)"] } ?? []
        let end = [foot, choice].compactMap { $0 }.joined(separator: "\n")
        return ([greeting, text] + way + [warning].compactMap { $0 } + ["-- \n" + end]).joined(separator: "\n\n") + "\n"
    }

    static let shape: Shape<LetterPage> = [
        .text("language", \.language), .text("subject", \.subject), .text("greeting", \.greeting), .text("text", \.text), .text("link", \.link),
        .text("action", \.action), .text("paste", \.paste), .text("warning", \.warning), .text("foot", \.foot), .text("choice", \.choice),
    ]
}

extension PageTemplate where Model == LetterPage { static var letter: Self { Self("letter", bare: true) } }
