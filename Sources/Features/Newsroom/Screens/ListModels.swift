import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

struct TabLink: PageModel {
    let label: String
    let href: String
    let count: String?
    let isCurrent: Bool

    static let shape: Shape<TabLink> = [.text("label", \.label), .text("href", \.href), .text("count", \.count), .flag("current", \.isCurrent)]
}

/// Where an item stands, as a mark: the words and the colour.
struct StateMark: PageModel {
    let label: String
    let tone: String

    /// What is being worked on comes before what readers see: an item that is live and has a draft shows both.
    static func marks(_ stage: Stage, _ presence: Presence, _ visit: DeskVisit) -> [StateMark] {
        var marks: [StateMark] = []
        if presence == .live { marks.append(StateMark(label: visit.word("newsroom.presence.live"), tone: "good")) }
        if presence == .withdrawn { marks.append(StateMark(label: visit.word("newsroom.presence.withdrawn"), tone: "alarm")) }
        if stage != .settled {
            let tone =
                switch stage {
                case .returned: "alarm"
                case .submitted: "warn"
                case .approved, .scheduled: "notice"
                default: "plain"
                }
            marks.append(StateMark(label: visit.word("newsroom.stage." + stage.rawValue), tone: tone))
        }
        return marks
    }

    static let shape: Shape<StateMark> = [.text("label", \.label), .text("tone", \.tone)]
}

/// What the record says of an item, as a mark in lists and on its page.
struct TickMark: PageModel {
    let isSigned: Bool
    let isWitnessed: Bool
    /// When, and under which number.
    let said: String

    init(_ tick: RecordTick, _ visit: DeskVisit) {
        isSigned = tick.isSigned
        isWitnessed = tick.isWitnessed
        said = visit.word("newsroom.tick.entry", ["index": "\(tick.index)", "when": visit.time(tick.at)])
    }

    static let shape: Shape<TickMark> = [.flag("signed", \.isSigned), .flag("witnessed", \.isWitnessed), .text("said", \.said)]
}

struct WorkLine: PageModel {
    let id: String
    /// The version that stands in the list: a form says by it what the person saw.
    let version: String
    let href: String
    let title: String
    let kind: String
    let section: String?
    let author: String
    let changed: String
    let due: String?
    let marks: [StateMark]
    let tick: TickMark?

    init(
        _ row: WorkRow,
        _ names: [PersonID: String],
        _ part: NewsroomDesk,
        _ visit: DeskVisit,
        version: String? = nil,
        tick: RecordTick? = nil
    ) {
        let site = visit.tree[row.site]
        id = "\(row.item)"
        self.version = version ?? "\(row.version)"
        href = site.map { NewsroomAddress.item($0, row.item) } ?? "/desk/"
        title = row.title.isEmpty ? visit.word("newsroom.untitled") : row.title
        kind = visit.word("kind." + row.kind.rawValue)
        section = row.section.flatMap { part.sections()[$0]?.name }
        author = names[row.author] ?? ""
        changed = visit.time(row.changedAt)
        due = (row.taskDueAt ?? (row.stage == .scheduled ? row.dueAt : nil)).map { visit.time($0) }
        marks = StateMark.marks(row.stage, row.presence, visit)
        self.tick = tick.map { TickMark($0, visit) }
    }

    static let shape: Shape<WorkLine> = [
        .text("id", \.id), .text("version", \.version), .text("href", \.href), .text("title", \.title), .text("kind", \.kind),
        .text("section", \.section), .text("author", \.author),
        .text("changed", \.changed), .text("due", \.due), .many("marks", \.marks), .one("tick", \.tick),
    ]
}

struct WorkListScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let action: String
    let new: String?
    let tabs: [TabLink]
    let view: String
    let sought: String
    let sections: [Choice]
    let rows: [WorkLine]
    let isFiltered: Bool
    let next: String?
    let deeds: [Choice]
    let views: [ViewLink]
    let shared: [ViewLink]
    /// The address of this very view, to be kept under a name; nil for the plain list.
    let here: String?
    let name: String
    let error: String?

    static let shape: Shape<WorkListScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("action", \.action), .text("new", \.new), .many("tabs", \.tabs), .text("view", \.view),
        .text("sought", \.sought), .many("sections", \.sections), .many("rows", \.rows), .flag("filtered", \.isFiltered), .text("next", \.next),
        .many("deeds", \.deeds), .many("views", \.views), .many("sharedViews", \.shared), .text("here", \.here), .text("givenName", \.name),
        .text("error", \.error),
    ]
}

/// A view of the list that somebody has kept.
struct ViewLink: PageModel {
    let id: String
    let name: String
    let href: String
    let isCurrent: Bool
    let isShared: Bool

    static let shape: Shape<ViewLink> = [
        .text("id", \.id), .text("name", \.name), .text("href", \.href), .flag("current", \.isCurrent), .flag("isShared", \.isShared),
    ]
}

struct NewItemScreen: DeskModel {
    let frame: DeskFrame
    let action: String
    let back: String
    let kinds: [Choice]
    let sections: [Choice]
    let title: String
    let error: String?

    static let shape: Shape<NewItemScreen> = [
        .one("desk", \.frame), .text("action", \.action), .text("back", \.back), .many("kinds", \.kinds), .many("sections", \.sections),
        .text("givenTitle", \.title), .text("error", \.error),
    ]
}

struct CalendarLine: PageModel {
    let time: String
    let isOut: Bool
    let line: WorkLine

    init(_ row: WorkRow, at moment: Instant, isOut: Bool, _ names: [PersonID: String], _ part: NewsroomDesk, _ visit: DeskVisit) {
        time = String(visit.time(moment).suffix(5))
        self.isOut = isOut
        line = WorkLine(row, names, part, visit)
    }

    static let shape: Shape<CalendarLine> = [.text("time", \.time), .flag("out", \.isOut), .one("line", \.line)]
}

struct CalendarDay: PageModel {
    let label: String
    let isToday: Bool
    let lines: [CalendarLine]

    static let shape: Shape<CalendarDay> = [.text("label", \.label), .flag("today", \.isToday), .many("lines", \.lines)]
}

struct CalendarScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let days: [CalendarDay]
    let isEmpty: Bool
    let previous: String
    let next: String

    static let shape: Shape<CalendarScreen> = [
        .one("desk", \.frame), .text("site", \.site), .many("days", \.days), .flag("nothing", \.isEmpty), .text("previous", \.previous),
        .text("next", \.next),
    ]
}

extension PageTemplate where Model == WorkListScreen { static var list: Self { Self("newsroom.list", bare: true) } }
extension PageTemplate where Model == NewItemScreen { static var new: Self { Self("newsroom.new", bare: true) } }
extension PageTemplate where Model == CalendarScreen { static var calendar: Self { Self("newsroom.calendar", bare: true) } }
