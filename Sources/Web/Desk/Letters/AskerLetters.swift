import NIOCore
public import PortalNetwork
public import Publishing
import Vietnamese

/// Puts what somebody outside the house is told into words: a letter with one link to a portal of ours, a short message. The words are `<key>`, `<key>.text` and
/// `<key>.action`.
public struct AskerLetters: Sendable {
    private let words: Words
    private let templates: LiveTemplates

    public init(face: Face) {
        words = face.words
        templates = face.templates
    }

    /// A word of the catalogues, for what fills the holes of others.
    public func word(_ key: String, _ values: [String: String] = [:], in language: Language) -> String { words.text(key, language, values) }

    /// - Parameters:
    ///   - family: what the words of all letters of a kind begin with (`case-letter`).
    ///   - link: an absolute address of a portal of ours.
    ///   - stop: where whoever reads it ends such letters.
    public func letter(
        _ family: String,
        _ about: String,
        _ values: [String: String],
        link: String,
        stop: String,
        in language: Language
    ) throws -> LetterText {
        func word(_ key: String, _ more: [String: String] = [:]) -> String { words.text("\(family).\(key)", language, values.merging(more) { $1 }) }
        let page = LetterPage(
            language: language.rawValue,
            subject: word(about),
            greeting: word("greeting"),
            text: word(about + ".text"),
            link: link,
            action: word("action"),
            paste: words.text("letter.paste", language),
            warning: nil,
            foot: word("foot"),
            choice: word("stop", ["link": stop])
        )
        return LetterText(
            subject: page.subject,
            plain: page.plain,
            html: String(buffer: try templates.lastGood().renderBare(.letter, page, language: language))
        )
    }
}
