import PortalNetwork
import PublicRecord
import Publishing
import RichText
import Store
import Vietnamese
import Web

struct Fact: PageModel {
    let label: String
    let value: String

    init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }

    static let shape: Shape<Fact> = [.text("label", \.label), .text("value", \.value)]
}

struct RemarkLine: PageModel {
    let id: String
    let name: String
    let isGuest: Bool
    let time: String
    let quote: String?
    /// What became of the passage; nil where it stands as it was, or was never tied to a place.
    let passage: String?
    let text: String
    let isResolved: Bool
    let revision: String?
    let answers: [RemarkLine]

    /// Answers below what they answer; what is done with goes last.
    static func threads<A>(_ remarks: [Remark], _ names: [PersonID: String], _ lines: PassageLines, _ context: OnItem<A>) -> [RemarkLine] {
        let tops = remarks.filter { $0.parent == nil }
        return (tops.filter { $0.resolvedAt == nil } + tops.filter { $0.resolvedAt != nil }).map { top in
            RemarkLine(top, remarks.filter { $0.parent == top.id }, names, context.item.revision, context.visit, lines)
        }
    }

    init(
        _ remark: Remark,
        _ answers: [Remark],
        _ names: [PersonID: String],
        _ newest: Int,
        _ visit: DeskVisit,
        _ lines: PassageLines = PassageLines()
    ) {
        id = "\(remark.id)"
        name = remark.person.flatMap { names[$0] } ?? remark.guest ?? ""
        isGuest = remark.person == nil
        time = visit.time(remark.at)
        quote = remark.quote.isEmpty ? nil : remark.quote
        passage = remark.anchor.flatMap { lines.said(of: $0, visit) }
        text = remark.text
        isResolved = remark.resolvedAt != nil
        revision = remark.revision == newest ? nil : visit.word("newsroom.remark.of", ["number": "\(remark.revision)"])
        self.answers = answers.map { RemarkLine($0, [], names, newest, visit) }
    }

    static let shape: Shape<RemarkLine> = [
        .text("id", \.id), .text("name", \.name), .flag("guest", \.isGuest), .text("time", \.time), .text("quote", \.quote),
        .text("passage", \.passage), .text("text", \.text), .flag("resolved", \.isResolved), .text("ofRevision", \.revision),
        .many("answers") { $0.answers.map(AnswerLine.init) },
    ]
}

/// The lines of an item's texts as they are now, for finding passages again.
struct PassageLines {
    private var fields: [String: [String]] = [:]

    init() {}

    init(_ opened: OpenedItem, _ kind: AnyKind?) {
        guard let value = try? CanonicalJSON.parse(opened.json) else { return }
        for field in kind?.fields ?? [] {
            switch (field.form, value[field.name]) {
            case (.richText, let body?):
                if let text = try? CanonicalJSON.decode(RichText.self, from: body) { fields[field.name] = Passage.lines(of: text) }
            case (_, .string(let text)?): fields[field.name] = text.split(separator: "\n").map(String.init)
            default: break
            }
        }
    }

    func said(of passage: Passage, _ visit: DeskVisit) -> String? {
        switch passage.find(in: fields[passage.field] ?? []) {
        case .here: nil
        case .changed(_, let now): visit.word("newsroom.passage.changed", ["text": String(now.prefix(160))])
        case .gone: visit.word("newsroom.passage.gone")
        }
    }
}

/// An answer to a remark; answers are not answered.
struct AnswerLine: PageModel {
    let remark: RemarkLine

    static let shape: Shape<AnswerLine> = [
        .text("name", \.remark.name), .flag("guest", \.remark.isGuest), .text("time", \.remark.time), .text("text", \.remark.text),
    ]
}

struct TaskLine: PageModel {
    let person: String
    let personID: String
    let task: String
    let taskID: String
    let due: String?
    let isLate: Bool
    let isDone: Bool
    let canEnd: Bool

    init<A>(_ task: Assignment, _ names: [PersonID: String], _ context: OnItem<A>) {
        person = names[task.person] ?? ""
        personID = "\(task.person)"
        self.task = context.visit.word("newsroom.task." + task.task.rawValue)
        taskID = task.task.rawValue
        due = task.dueAt.map { context.visit.time($0) }
        isDone = task.doneAt != nil
        isLate = !isDone && (task.dueAt.map { $0 < context.visit.now } ?? false)
        canEnd = !isDone && (task.person == context.session.person.id || context.may(.assign))
    }

    static let shape: Shape<TaskLine> = [
        .text("person", \.person), .text("personId", \.personID), .text("task", \.task), .text("taskId", \.taskID), .text("due", \.due),
        .flag("late", \.isLate), .flag("done", \.isDone), .flag("canEnd", \.canEnd),
    ]
}

struct LinkLine: PageModel {
    let id: String
    let guest: String
    let state: String
    let isOpen: Bool

    init(_ link: ReviewLink, _ visit: DeskVisit) {
        self.init(id: link.id, guest: link.guest, expiresAt: link.expiresAt, openedAt: link.openedAt, endedAt: link.endedAt, visit)
    }

    init(id: ReviewLinkID, guest: String, expiresAt: Instant, openedAt: Instant?, endedAt: Instant?, _ visit: DeskVisit) {
        self.id = "\(id)"
        self.guest = guest
        isOpen = endedAt == nil && expiresAt > visit.now
        state =
            if endedAt != nil {
                visit.word("newsroom.link.ended")
            } else if !isOpen {
                visit.word("newsroom.link.expired")
            } else {
                visit.word(openedAt == nil ? "newsroom.link.until" : "newsroom.link.read", ["time": visit.time(expiresAt)])
            }
    }

    static let shape: Shape<LinkLine> = [.text("id", \.id), .text("guest", \.guest), .text("state", \.state), .flag("open", \.isOpen)]
}

struct ItemScreen: DeskModel {
    let frame: DeskFrame
    let address: String
    let back: String
    let heading: String
    let kind: String
    let section: String?
    let marks: [StateMark]
    let facts: [Fact]
    let publicAddress: String?
    let steps: ItemSteps
    let digest: String
    let version: String
    /// Hosts it leads to that the portal never led to and that are not registered.
    let newHosts: [String]
    let findings: [FindingLine]
    let remarks: [RemarkLine]
    let tasks: [TaskLine]
    let people: [Choice]
    let links: [LinkLine]
    let canInvite: Bool
    let others: [String]
    let error: String?

    static let shape: Shape<ItemScreen> = [
        .one("desk", \.frame), .text("address", \.address), .text("back", \.back), .text("heading", \.heading), .text("kind", \.kind),
        .text("section", \.section), .many("marks", \.marks), .many("facts", \.facts), .text("publicAddress", \.publicAddress),
        .one("steps", \.steps), .text("digest", \.digest), .text("digestShort") { Self.short($0.digest) }, .text("version", \.version),
        .texts("newHosts", \.newHosts), .many("findings", \.findings), .many("remarks", \.remarks), .many("tasks", \.tasks),
        .many("people", \.people), .many("links", \.links),
        .flag("canInvite", \.canInvite), .texts("others", \.others), .text("error", \.error),
    ]

    /// In groups that two people can read to each other: `3f2a 91c0 77be 12d4`.
    private static func short(_ digest: String) -> String {
        stride(from: 0, to: 16, by: 4).map { String(digest.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}

extension PageTemplate where Model == ItemScreen { static var item: Self { Self("newsroom.item", bare: true) } }
