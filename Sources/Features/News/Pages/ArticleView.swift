import Publishing
import RichText
import Web

/// The page of one article.
struct ArticleView: PageModel {
    let id: String
    let edition: Int
    let index: String
    let salt: String
    let path: [Link]
    let kicker: String?
    let title: String
    let date: String
    let datetime: String
    let updated: String?
    let updatedMachine: String?
    let standfirst: String?
    let picture: Markup?
    let body: Markup?
    let byline: String?
    let source: Markup?
    let note: String?
    let isCorrection: Bool
    let views: Int
    let authors: [Link]
    let tags: [Link]
    let topics: [Link]
    let translations: [TranslationView]
    let related: [CardView]
    let others: [CardView]
    let more: Link?
    let share: ShareView
    /// The article read aloud.
    let player: PlayerView?
    let isPrint: Bool

    static let shape: Shape<ArticleView> = [
        .text("id", \.id), .number("edition", \.edition), .text("index", \.index), .text("salt", \.salt), .many("path", \.path),
        .text("kicker", \.kicker),
        .text("title", \.title), .text("date", \.date), .text("datetime", \.datetime), .text("updated", \.updated),
        .text("updatedMachine", \.updatedMachine), .text("standfirst", \.standfirst), .markup("picture", \.picture), .markup("body", \.body),
        .text("byline", \.byline), .markup("source", \.source), .text("note", \.note), .flag("correction", \.isCorrection),
        .number("views", \.views), .many("authors", \.authors), .many("tags", \.tags), .many("topics", \.topics),
        .many("translations", \.translations), .many("related", \.related), .many("others", \.others), .one("more", \.more), .one("share", \.share),
        .one("player", \.player), .flag("print", \.isPrint),
    ]
}

/// The same article in another language.
struct TranslationView: PageModel {
    let lang: String
    let language: String
    let card: CardView

    static let shape: Shape<TranslationView> = [.text("lang", \.lang), .text("language", \.language), .one("card", \.card)]
}

/// Ways to take the page along.
struct ShareView: PageModel {
    let address: String
    let print: String
    let verify: String
    /// On paper the code leads to what the record says of the very edition that was printed.
    let isPaper: Bool
    let qr: Markup?
    let facebook: Link?
    let zalo: Link?
    let mail: Link?

    static let shape: Shape<ShareView> = [
        .text("address", \.address), .text("print", \.print), .text("verify", \.verify), .flag("paper", \.isPaper), .markup("qr", \.qr),
        .one("facebook", \.facebook), .one("zalo", \.zalo),
        .one("mail", \.mail),
    ]
}
