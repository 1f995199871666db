import Casework
import PortalNetwork
import Publishing
import Vietnamese
import Web

/// A field of a public form.
struct FormField: PageModel {
    let id: String
    let label: String
    let value: String
    let hint: String?
    let error: String?
    let kind: Kind
    let isRequired: Bool
    let most: Int
    let complete: String?
    let choices: [FormChoice]

    /// What else says something of it.
    private var described: String? {
        let parts = [hint.map { _ in id + "-goi-y" }, error.map { _ in id + "-loi" }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    enum Kind: String { case line, phone, mail, area, choice, files }

    static let shape: Shape<FormField> = [
        .text("id", \.id), .text("label", \.label), .text("value", \.value), .text("hint", \.hint), .text("error", \.error),
        .flag("line", { $0.kind == .line }), .flag("phone", { $0.kind == .phone }), .flag("mail", { $0.kind == .mail }),
        .flag("area", { $0.kind == .area }), .flag("choice", { $0.kind == .choice }), .flag("files", { $0.kind == .files }),
        .flag("required", \.isRequired), .number("most", \.most), .text("complete", \.complete), .many("choices", \.choices),
        .text("described", \.described),
    ]
}

struct FormChoice: PageModel {
    let value: String
    let label: String
    let isChosen: Bool

    static let shape: Shape<FormChoice> = [.text("value", \.value), .text("label", \.label), .flag("chosen", \.isChosen)]
}

struct CaseFormView: PageModel {
    let title: String
    let lede: String
    let action: String
    let ticket: String
    let fields: [FormField]
    let wishes: [FormChoice]
    let wrong: [Link]
    let message: String?
    let agrees: Bool
    let terms: String?
    let privacy: String
    let back: Link?
    /// What the form carries while who sends it waits.
    let waits: String?
    /// Answered questions that fit; nil where none are kept.
    let offers: OffersView?
    /// What is asked while letters flood in.
    let proof: ProofView

    static let shape: Shape<CaseFormView> = [
        .text("title", \.title), .text("lede", \.lede), .text("action", \.action), .text("ticket", \.ticket), .many("fields", \.fields),
        .many("wishes", \.wishes), .many("wrong", \.wrong), .text("message", \.message), .flag("agrees", \.agrees), .text("terms", \.terms),
        .text("privacy", \.privacy), .one("back", \.back), .text("waits", \.waits), .one("offers", \.offers),
        .one("proof") { $0.proof },
    ]
}

/// What is offered on the page of a way in.
struct TrackView: PageModel {
    let title: String
    let text: String
    let href: String
    let isGuide: Bool

    static let shape: Shape<TrackView> = [.text("title", \.title), .text("text", \.text), .text("href", \.href), .flag("guide", \.isGuide)]
}

struct TracksView: PageModel {
    let title: String
    let lede: String
    let tracks: [TrackView]
    /// The other page of ways in.
    let other: Link?
    let lookUp: String
    /// The month in numbers.
    let statistics: String
    /// What was answered in public, the newest first.
    let answered: [AnsweredLine]
    let pager: Pager?

    static let shape: Shape<TracksView> = [
        .text("title", \.title), .text("lede", \.lede), .many("tracks", \.tracks), .one("other", \.other), .text("lookUp", \.lookUp),
        .text("statistics", \.statistics),
        .many("answered", \.answered), .one("pager", \.pager),
    ]
}

/// After sending: what the person needs to find it again.
struct ReceiptView: PageModel {
    let code: String
    let pin: String
    let title: String
    let received: String
    let due: String?
    let lookUp: String

    static let shape: Shape<ReceiptView> = [
        .text("code", \.code), .text("pin", \.pin), .text("title", \.title), .text("received", \.received), .text("due", \.due),
        .text("lookUp", \.lookUp),
    ]
}

struct GuideView: PageModel {
    let title: String
    let paragraphs: [String]
    let address: String?
    let phone: String?
    let back: String

    static let shape: Shape<GuideView> = [
        .text("title", \.title), .texts("paragraphs", \.paragraphs), .text("address", \.address), .text("phone", \.phone), .text("back", \.back),
    ]
}

struct LookUpForm: PageModel {
    let code: String
    let error: String?

    static let shape: Shape<LookUpForm> = [.text("code", \.code), .text("error", \.error)]
}

struct AskedStep: PageModel {
    let what: String
    let when: String
    let words: String?

    static let shape: Shape<AskedStep> = [.text("what", \.what), .text("when", \.when), .text("words", \.words)]
}

/// One's own case.
struct AskedView: PageModel {
    let code: String
    let pin: String
    let title: String
    let state: String
    let due: String
    let isLate: Bool
    let text: String
    let agency: String?
    let question: String?
    let answer: String?
    let letter: String?
    /// The answer as everybody reads it.
    let published: String?
    let files: [String]
    let reckoning: [String]
    let steps: [AskedStep]
    let mayAdd: Bool
    let mayWithdraw: Bool
    let mayRate: Bool
    /// Letters about it are sent, and can be stopped.
    let mayHush: Bool
    let rating: String?
    let message: String?
    let error: String?
    /// Other cases of the same letter, which open with the same PIN.
    let others: [AskedOther]
    /// Where the case stands that goes on for this one, too.
    let joined: String?

    static let shape: Shape<AskedView> = [
        .text("code", \.code), .text("pin", \.pin), .text("title", \.title), .text("state", \.state), .text("due", \.due), .flag("late", \.isLate),
        .text("text", \.text), .text("agency", \.agency), .text("question", \.question), .text("answer", \.answer), .text("letter", \.letter),
        .text("published", \.published), .texts("files", \.files), .texts("reckoning", \.reckoning), .many("steps", \.steps),
        .flag("mayAdd", \.mayAdd),
        .flag("mayWithdraw", \.mayWithdraw), .flag("mayRate", \.mayRate), .flag("mayHush", \.mayHush), .text("rating", \.rating),
        .text("message", \.message),
        .text("error", \.error), .many("others", \.others), .text("joined", \.joined),
    ]
}

/// Another case of the same letter.
struct AskedOther: PageModel {
    let receipt: String
    let what: String

    static let shape: Shape<AskedOther> = [.text("receipt", \.receipt), .text("what", \.what)]
}

extension PageTemplate {
    static var form: PageTemplate<CaseFormView> { PageTemplate<CaseFormView>("questions.form") }
    static var tracks: PageTemplate<TracksView> { PageTemplate<TracksView>("questions.tracks") }
    static var receipt: PageTemplate<ReceiptView> { PageTemplate<ReceiptView>("questions.receipt") }
    static var guide: PageTemplate<GuideView> { PageTemplate<GuideView>("questions.guide") }
    static var lookUp: PageTemplate<LookUpForm> { PageTemplate<LookUpForm>("questions.look-up") }
    static var asked: PageTemplate<AskedView> { PageTemplate<AskedView>("questions.asked") }
}
