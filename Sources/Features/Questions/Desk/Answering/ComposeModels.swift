import Casework
import PortalNetwork
import Store
import Vietnamese
import Web

/// A line of an answer's basis with what it names and whether that holds.
struct GroundLine: PageModel {
    let line: String
    let title: String?
    let href: String?
    let state: String
    let isBad: Bool

    init(_ ground: LawBook.Ground, _ visit: DeskVisit) {
        line = ground.line
        title = ground.law?.about.title
        href = ground.law?.about.address
        state = visit.word(ground.number == nil ? "laws.state.none" : "laws.state." + ground.standing.key, LawWords.values(ground.standing))
        isBad = ground.number != nil && !ground.standing.isInForce
    }

    static let shape: Shape<GroundLine> = [
        .text("line", \.line), .text("title", \.title), .text("href", \.href), .text("state", \.state), .flag("bad", \.isBad),
    ]
}

/// An answer of the library.
struct LibraryLine: PageModel {
    let item: String
    let title: String
    let excerpt: String
    let href: String?
    let mark: String?

    static let shape: Shape<LibraryLine> = [
        .text("item", \.item), .text("title", \.title), .text("excerpt", \.excerpt), .text("href", \.href), .text("mark", \.mark),
    ]
}

/// The letter and its answer on one screen: while it is written, and while somebody else confirms that it fits.
struct ComposeScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let code: String
    let title: String
    let due: String
    let action: String
    let version: Int
    let error: String?
    let letter: String
    let files: [DeskLink]
    /// What was sent later, and what was asked and noted, the newest first.
    let more: [CaseStepLine]
    let isAnswer: Bool
    let isAsk: Bool
    let isReview: Bool
    let text: String
    let number: String
    let signer: String
    let basis: String
    let grounds: [GroundLine]
    let templates: [Choice]
    let library: [LibraryLine]
    let hasLibrary: Bool
    let mayApprove: Bool
    let maySendBack: Bool

    static let shape: Shape<ComposeScreen> = [
        .one("desk", \.frame), .text("back", \.back), .text("code", \.code), .text("title", \.title), .text("due", \.due),
        .text("action", \.action), .number("version", \.version), .text("error", \.error), .text("letter", \.letter), .many("files", \.files),
        .many("more", \.more), .flag("answer", \.isAnswer), .flag("ask", \.isAsk), .flag("review", \.isReview), .text("text", \.text),
        .text("number", \.number), .text("signer", \.signer), .text("basis", \.basis), .many("grounds", \.grounds),
        .many("templates", \.templates), .many("library", \.library), .flag("hasLibrary", \.hasLibrary), .flag("mayApprove", \.mayApprove),
        .flag("maySendBack", \.maySendBack),
    ]
}

extension PageTemplate where Model == ComposeScreen { static var compose: Self { Self("questions.compose", bare: true) } }
