import Casework
import PortalNetwork
import Web

/// A choice among the filters of the list.
struct CaseFilterField: PageModel {
    let name: String
    let label: String
    let choices: [Choice]

    static let shape: Shape<CaseFilterField> = [.text("name", \.name), .text("label", \.label), .many("choices", \.choices)]
}

struct CasesScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let action: String
    let view: String
    let sought: String
    let board: String
    /// Where something that came otherwise is written down; nil for who may not.
    let enter: String?
    let views: [DeskLink]
    let filters: [CaseFilterField]
    let deeds: [Choice]
    let rows: [CaseLine]
    let previous: String?
    let next: String?
    let files: [DeskLink]
    let isFiltered: Bool
    /// In a list of letters that say the same.
    let alike: AlikeForm?

    static let shape: Shape<CasesScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("action", \.action), .text("view", \.view), .text("sought", \.sought),
        .text("board", \.board), .text("enter", \.enter), .one("alike", \.alike), .many("views", \.views), .many("filters", \.filters),
        .many("deeds", \.deeds), .many("rows", \.rows),
        .text("previous", \.previous), .text("next", \.next), .many("files", \.files), .flag("filtered", \.isFiltered),
        .flag("paged") { $0.previous != nil || $0.next != nil },
    ]
}

/// A case in a bulk act, and what became of it.
struct CaseBulkLine: PageModel {
    let line: CaseLine
    let said: String?
    let isDone: Bool

    static let shape: Shape<CaseBulkLine> = [.one("line", \.line), .text("said", \.said), .flag("done", \.isDone)]
}

/// The second look: which cases, and what the act needs to know.
struct CaseBulkScreen: DeskModel {
    let frame: DeskFrame
    let action: String
    let back: String
    let act: String
    let heading: String
    let rows: [CaseBulkLine]
    let agencies: [Choice]
    let people: [Choice]
    let typed: String
    let error: String?
    let asksAgency: Bool
    let asksPerson: Bool

    static let shape: Shape<CaseBulkScreen> = [
        .one("desk", \.frame), .text("action", \.action), .text("back", \.back), .text("act", \.act), .text("heading", \.heading),
        .many("rows", \.rows), .many("agencies", \.agencies), .many("people", \.people), .text("typed", \.typed), .text("error", \.error),
        .flag("asksAgency", \.asksAgency), .flag("asksPerson", \.asksPerson),
    ]
}

struct CaseBulkDoneScreen: DeskModel {
    let frame: DeskFrame
    let back: String
    let heading: String
    let summary: String
    let rows: [CaseBulkLine]

    static let shape: Shape<CaseBulkDoneScreen> = [
        .one("desk", \.frame), .text("back", \.back), .text("heading", \.heading), .text("summary", \.summary), .many("rows", \.rows),
    ]
}

extension PageTemplate where Model == CasesScreen { static var cases: Self { Self("questions.cases", bare: true) } }
extension PageTemplate where Model == CaseBulkScreen { static var caseBulk: Self { Self("questions.case-bulk", bare: true) } }
extension PageTemplate where Model == CaseBulkDoneScreen { static var caseBulkDone: Self { Self("questions.case-bulk-done", bare: true) } }
