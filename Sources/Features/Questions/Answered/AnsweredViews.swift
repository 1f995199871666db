import Publishing
import RichText
import Web

/// The page of one answered question.
struct AnsweredView: PageModel {
    let id: String
    let edition: Int
    let index: String
    let salt: String
    /// The list it stands in.
    let list: Link?
    let title: String
    let asker: String?
    let asked: String?
    let question: Markup?
    let agency: String?
    let answered: String?
    let answer: Markup?
    let caution: String?
    /// What it rests on, each with its state on the day of the answer.
    let grounds: Markup?
    let signature: String?
    let note: String?
    let isCorrection: Bool
    let field: Link?
    /// Where somebody with another question goes.
    let ask: String
    let print: String
    let verify: String
    /// On paper: to what the record says of this edition.
    let qr: Markup?
    let isPrint: Bool

    static let shape: Shape<AnsweredView> = [
        .text("id", \.id), .number("edition", \.edition), .text("index", \.index), .text("salt", \.salt), .one("list", \.list),
        .text("title", \.title), .text("asker", \.asker), .text("asked", \.asked), .markup("question", \.question), .text("agency", \.agency),
        .text("answered", \.answered), .markup("answer", \.answer), .text("caution", \.caution), .markup("grounds", \.grounds),
        .text("signature", \.signature),
        .text("note", \.note), .flag("correction", \.isCorrection), .one("field", \.field), .text("ask", \.ask), .text("printed", \.print),
        .text("verify", \.verify), .markup("qr", \.qr), .flag("print", \.isPrint),
    ]
}

/// One of them in a list.
struct AnsweredLine: PageModel {
    let id: String
    let edition: Int
    let href: String
    let title: String
    let summary: String?
    /// That it may be outdated, in its own words.
    let mark: String?
    let date: String
    let datetime: String

    static let shape: Shape<AnsweredLine> = [
        .text("id", \.id), .number("edition", \.edition), .text("href", \.href), .text("title", \.title), .text("summary", \.summary),
        .text("mark", \.mark),
        .text("date", \.date), .text("datetime", \.datetime),
    ]
}

extension PageTemplate where Model == AnsweredView { static var answered: Self { Self("questions.answered") } }
