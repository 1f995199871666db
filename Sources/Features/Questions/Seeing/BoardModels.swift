import Casework
import Web

/// A large figure of the board, with what it was in the period before.
struct BoardFigure: PageModel {
    let label: String
    let value: String
    let note: String?
    let href: String?
    let isAlarm: Bool

    static let shape: Shape<BoardFigure> = [
        .text("label", \.label), .text("value", \.value), .text("note", \.note), .text("href", \.href), .flag("alarm", \.isAlarm),
    ]
}

/// A row of a table: numbers always as text, shades beside them.
struct BoardRow: PageModel {
    let label: String
    let href: String?
    let received: String
    let answered: String
    let late: String
    let share: String
    /// 0 (as it should be) to 4.
    let shareShade: String
    let median: String
    let open: String
    let overdue: String
    let overdueShade: String
    let overdueHref: String?

    init(_ label: String, _ figures: CaseFigures, _ names: CaseNames, href: String? = nil, overdueHref: String? = nil) {
        self.label = label
        self.href = href
        received = names.number(figures.received)
        answered = names.number(figures.answered)
        late = names.number(figures.late)
        share = names.share(figures.inTimeShare)
        shareShade = "\(Self.shade(share: figures.inTimeShare))"
        median = names.median(figures.pace)
        open = names.number(figures.open)
        overdue = names.number(figures.overdue)
        overdueShade = "\(Self.shade(overdue: figures.overdue, of: figures.open))"
        self.overdueHref = figures.overdue > 0 ? overdueHref : nil
    }

    /// How far a share of answers in time is from what it should be.
    static func shade(share: Int?) -> Int {
        switch share {
        case nil, (95...)?: 0
        case (85...)?: 1
        case (70...)?: 2
        case (50...)?: 3
        default: 4
        }
    }

    /// How many of the open ones are past their time.
    static func shade(overdue: Int, of open: Int) -> Int {
        guard overdue > 0, open > 0 else { return 0 }
        switch overdue * 100 / open {
        case ..<5: return 1
        case ..<15: return 2
        case ..<30: return 3
        default: return 4
        }
    }

    static let shape: Shape<BoardRow> = [
        .text("label", \.label), .text("href", \.href), .text("received", \.received), .text("answered", \.answered), .text("late", \.late),
        .text("share", \.share), .text("shareShade", \.shareShade), .text("median", \.median), .text("open", \.open), .text("overdue", \.overdue),
        .text("overdueShade", \.overdueShade), .text("overdueHref", \.overdueHref),
    ]
}

struct BoardTable: PageModel {
    let id: String
    let title: String
    let column: String
    let rows: [BoardRow]
    /// How many more there are.
    let more: String?

    static let shape: Shape<BoardTable> = [
        .text("id", \.id), .text("title", \.title), .text("column", \.column), .many("rows", \.rows), .text("more", \.more),
    ]
}

struct BoardScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let back: String
    let period: String
    let at: String
    let lengths: [DeskLink]
    let previous: DeskLink?
    let next: DeskLink?
    let figures: [BoardFigure]
    let tables: [BoardTable]
    let files: [DeskLink]

    static let shape: Shape<BoardScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("back", \.back), .text("period", \.period), .text("at", \.at),
        .many("lengths", \.lengths),
        .one("previous", \.previous), .one("next", \.next), .many("figures", \.figures), .many("tables", \.tables), .many("files", \.files),
    ]
}

extension PageTemplate where Model == BoardScreen { static var board: Self { Self("questions.board", bare: true) } }
