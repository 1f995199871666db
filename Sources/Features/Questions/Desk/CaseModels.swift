import Casework
import PortalNetwork
import Publishing
import Rules
import Store
import Vietnamese
import Web

/// A case in a list.
struct CaseLine: PageModel {
    let id: String
    /// As the list showed it: what is done to it from there is done to this version.
    private(set) var version: Int
    let href: String
    let code: String
    let title: String
    let name: String?
    let track: String
    let state: String
    let due: String
    /// How much of its time is left, as the rule counts.
    let left: String?
    let isLate: Bool
    let isSoon: Bool
    let isEnded: Bool
    let received: String
    let place: String
    /// `12 giống nhau`, and where they stand together; nil where it is alone.
    let alikeCount: String?
    let alikeHref: String?
    /// In a list of letters that say the same: it can be chosen, and the first is what the others go into.
    let merges: Bool
    let isFirst: Bool

    init(
        _ row: CaseRow,
        _ path: String,
        _ agencies: [AgencyID: String],
        _ visit: DeskVisit,
        alike: Int? = nil,
        merges: Bool = false,
        isFirst: Bool = false
    ) {
        let file = row.file
        id = "\(file.id)"
        version = file.version
        alikeCount = alike.map { visit.word("cases.alike", ["count": $0 >= Casework.mostAlike ? "\(Casework.mostAlike)+" : "\($0)"]) }
        alikeHref = alike == nil || merges ? nil : file.cluster.map { path + "?nhom=\(CaseID(rawValue: $0))" }
        self.merges = merges
        self.isFirst = isFirst
        left = row.left?.text(visit.language.ofDates)
        href = path + "/\(file.id)"
        code = "\(file.code)"
        title = row.card?.title ?? visit.word("cases.erased")
        name = row.card?.name
        track = visit.word("casework.track." + file.track)
        state = visit.word("casework.state." + file.state.rawValue) + (file.isWaiting ? " · " + visit.word("cases.waiting") : "")
        isLate = file.isOverdue(at: visit.now) || file.wasLate
        isEnded = file.state.isEnded
        isSoon = !isLate && !isEnded && file.dueAt.map { $0.rawValue - visit.now.rawValue < 3 * 86_400_000 } ?? false
        due = Self.due(file, visit)
        received = visit.time(file.receivedAt)
        place = file.agency.flatMap { agencies[$0] } ?? visit.tree[file.desk]?.shortName ?? ""
    }

    static func due(_ file: CaseFile, _ visit: DeskVisit) -> String {
        if let answered = file.answeredAt { return visit.word("cases.answered-at", ["when": visit.time(answered)]) }
        if file.state.isEnded { return file.endedAt.map { visit.word("cases.ended-at", ["when": visit.time($0)]) } ?? "" }
        guard let due = file.dueAt else { return file.isWaiting ? visit.word("cases.clock-stands") : visit.word("cases.no-due") }
        let day = due.text(.numeric, language: visit.language.ofDates)
        return visit.word(file.isOverdue(at: visit.now) ? "cases.late-since" : "cases.due", ["when": day])
            + (file.isProvisional ? " (" + visit.word("cases.provisional") + ")" : "")
    }

    /// The same, as it was seen at an earlier version.
    func seen(at version: Int?) -> CaseLine {
        var line = self
        line.version = version ?? self.version
        return line
    }

    static let shape: Shape<CaseLine> = [
        .text("id", \.id), .number("version", \.version), .text("left", \.left), .text("href", \.href), .text("code", \.code),
        .text("title", \.title), .text("name", \.name), .text("track", \.track),
        .text("state", \.state),
        .text("due", \.due), .flag("late", \.isLate), .flag("soon", \.isSoon), .flag("ended", \.isEnded), .text("received", \.received),
        .text("place", \.place), .text("alikeCount", \.alikeCount), .text("alikeHref", \.alikeHref),
        .flag("merges", \.merges), .flag("first", \.isFirst),
    ]
}

/// A fact with its name.
struct CaseFact: PageModel {
    let label: String
    let value: String

    static let shape: Shape<CaseFact> = [.text("label", \.label), .text("value", \.value)]
}

/// A file that came with a case: a link where it was looked into, otherwise why there is none.
struct CaseFileLine: PageModel {
    let name: String
    let href: String?
    let note: String?

    static let shape: Shape<CaseFileLine> = [.text("name", \.name), .text("href", \.href), .text("note", \.note)]
}

/// A line of the timeline.
struct CaseStepLine: PageModel {
    let what: String
    let when: String
    let who: String?
    let words: String?
    let isInside: Bool

    static let shape: Shape<CaseStepLine> = [
        .text("what", \.what), .text("when", \.when), .text("who", \.who), .text("words", \.words), .flag("inside", \.isInside),
    ]
}

/// Something that may be done now: a form of its own.
struct CaseActForm: PageModel {
    let key: String
    let label: String
    let action: String
    /// What the words are for; nil where none are wanted.
    let words: String?
    let least: Int
    let draft: String
    let choices: [Choice]
    let choiceLabel: String?
    /// Fields of administration, where the act may say to which it belongs.
    let fields: [Choice]
    let isMain: Bool
    /// Filled in from a suggestion, to be looked at and sent.
    let isPrepared: Bool

    static let shape: Shape<CaseActForm> = [
        .text("key", \.key), .text("label", \.label), .text("action", \.action), .text("words", \.words), .number("least", \.least),
        .text("draft", \.draft), .many("choices", \.choices), .text("choiceLabel", \.choiceLabel),
        .many("fields", \.fields), .flag("main", \.isMain), .flag("prepared", \.isPrepared),
    ]
}

struct CaseScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let line: CaseLine
    let version: Int
    let error: String?
    let text: String?
    let isClosed: Bool
    let isErased: Bool
    let facts: [CaseFact]
    let person: [CaseFact]
    let files: [CaseFileLine]
    let reckoning: [String]
    let steps: [CaseStepLine]
    let acts: [CaseActForm]
    /// Where its answer is written beside the letter, or held against it by the second person; nil where it is neither's turn.
    let compose: String?
    let isReview: Bool
    /// Where more is asked of who wrote, beside the letter.
    let ask: String?
    /// Where its public edition is made; nil where there is none to be made.
    let edition: String?
    /// The item that is its public edition.
    let item: String?
    /// What the program proposes, beside an opened letter.
    let suggestions: SuggestionsView?
    /// Where the letter is divided; nil where that may not be done.
    let divide: String?
    /// The letter it was taken out of, and what was taken out of it.
    let linked: [DeskLink]
    /// Where what was written is destroyed; nil for who may not, and where it was.
    let erase: String?

    static let shape: Shape<CaseScreen> = [
        .one("desk", \.frame), .text("back", \.back), .one("line", \.line), .number("version", \.version), .text("error", \.error),
        .text("text", \.text),
        .flag("closed", \.isClosed), .flag("erased", \.isErased), .many("facts", \.facts), .many("person", \.person), .many("files", \.files),
        .texts("reckoning", \.reckoning), .many("steps", \.steps), .many("acts", \.acts),
        .text("compose", \.compose), .flag("review", \.isReview), .text("askBeside", \.ask),
        .text("edition", \.edition), .text("item", \.item), .one("suggestions", \.suggestions), .text("divide", \.divide), .many("linked", \.linked),
        .text("erase", \.erase),
    ]
}

extension PageTemplate where Model == CaseScreen { static var one: Self { Self("questions.case", bare: true) } }
