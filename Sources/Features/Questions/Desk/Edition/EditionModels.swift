import Redaction
import Web

/// The screen on which an officer decides what the public edition leaves out.
struct EditionScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let code: String
    let wish: String
    let action: String
    let version: Int
    let parts: [EditionPart]

    static let shape: Shape<EditionScreen> = [
        .one("desk", \.frame), .text("back", \.back), .text("code", \.code), .text("wish", \.wish), .text("action", \.action),
        .number("version", \.version), .many("parts", \.parts),
    ]
}

/// One of its texts, in pieces, with the proposals for it.
struct EditionPart: PageModel {
    let label: String
    let pieces: [EditionPiece]
    let proposals: [EditionProposal]

    static let shape: Shape<EditionPart> = [.text("label", \.label), .many("pieces", \.pieces), .many("proposals", \.proposals)]
}

/// A stretch of text that is shown as it is, or marked.
struct EditionPiece: PageModel {
    let text: String
    let number: String?

    static let shape: Shape<EditionPiece> = [.text("text", \.text), .text("number", \.number)]
}

struct EditionProposal: PageModel {
    let key: String
    let number: String
    let quote: String
    let replacement: String
    let kind: String
    let reason: String
    let confidence: String
    let isTicked: Bool

    static let shape: Shape<EditionProposal> = [
        .text("key", \.key), .text("number", \.number), .text("quote", \.quote), .text("replacement", \.replacement), .text("kind", \.kind),
        .text("reason", \.reason), .text("confidence", \.confidence), .flag("ticked", \.isTicked),
    ]
}

/// The screen on which the public edition's texts are gone over.
struct EditionTextsScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let code: String
    let action: String
    let version: Int
    let error: String?
    let title: String
    let asker: String
    let question: String
    let answer: String
    /// What was written, to be read beside it.
    let original: String
    /// Keys of the proposals that were ticked.
    let ticked: [String]
    /// What the program still finds of what was to be left out.
    let leaks: [String]

    static let shape: Shape<EditionTextsScreen> = [
        .one("desk", \.frame), .text("back", \.back), .text("code", \.code), .text("action", \.action), .number("version", \.version),
        .text("error", \.error), .text("title", \.title), .text("asker", \.asker), .text("question", \.question), .text("answer", \.answer),
        .text("original", \.original), .texts("ticked", \.ticked), .texts("leaks", \.leaks),
    ]
}

extension PageTemplate where Model == EditionScreen { static var edition: Self { Self("questions.edition", bare: true) } }
extension PageTemplate where Model == EditionTextsScreen { static var editionTexts: Self { Self("questions.edition-texts", bare: true) } }
