import Casework
import HTTPTypes
import PortalNetwork
import PublicRecord
import Publishing
import Store
import Vietnamese
import Web

/// The answers of a portal that cite a text which has ended since. Each is found still right by somebody, or goes out anew with a warning to readers: drafted
/// here by one person, let out here by another, through the same gate as everything that is published. Many at once is one by one.
struct OutdatedDesk {
    let casework: Casework
    let publishing: Publisher
    let cases: CasesDesk

    static func path(_ site: Site) -> String { AnswerTab.outdated.path(site) }
    private static let page = 40

    private enum Deed: String { case warn = "canh-bao", letOut = "duyet-dang", confirm = "con-dung" }

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/" + AnswerTab.outdated.rawValue
        routes.on(.get, path) { (context: May<ReadCases>) in try await show(context, desk) }
        routes.on(.post, path) { (context: May<ReadCases>) in try await act(context, desk) }
    }

    private func show(_ context: May<ReadCases>, _ desk: Desk, told: [(item: ItemID, why: String)] = [], done: Int? = nil) async throws -> DeskAnswer
    {
        let (visit, site) = (context.visit, context.site)
        let sites = context.sites
        let before = ItemID(visit.query["sau"])
        let found = try await casework.database.read { try AnswerDoubt.list(on: sites, before: before, limit: Self.page + 1, $0) }
        let byItem = Dictionary(grouping: found, by: \.item)
        let items = byItem.keys.sorted(by: >)
        let shown = Array(items.prefix(Self.page))
        let room = Workroom(publishing)
        let by = writer(context)
        // Only what this person may see of the newsroom is listed.
        let rows = try await room.rows(items: shown, matching: WorkQuery(sites: sites), for: by)
        let screen = OutdatedScreen(
            frame: DeskFrame(desk, visit, title: visit.word("answers.tab." + AnswerTab.outdated.rawValue), current: "answers"),
            top: AnswerTop(.outdated, visit, site),
            action: Self.path(site),
            rows: rows.map { row in OutdatedRow(row, byItem[row.item] ?? [], visit) },
            next: items.count > Self.page ? shown.last.map { Self.path(site) + "?sau=\($0)" } : nil,
            hidden: shown.count > rows.count ? visit.word("outdated.hidden", ["count": "\(shown.count - rows.count)"]) : nil,
            done: done.map { visit.word("outdated.done", ["count": "\($0)"]) },
            told: told.map { one in (rows.first { $0.item == one.item }?.title ?? "\(one.item)") + ": " + one.why }
        )
        return try .page(.outdated, screen, visit)
    }

    private func writer(_ context: May<ReadCases>) -> Publisher.By {
        let by = cases.by(context.visit, context.session)
        return Publisher.By(by.actor, in: by.tree, trail: Publisher.By.Trail(by.person, from: by.caller))
    }

    private func act(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        guard let deed = Deed(rawValue: visit.form["viec"]) else { throw PageError.badRequest }
        let chosen = visit.form.chosen(ItemID.self, atMost: Self.page)
        var (done, told): (Int, [(item: ItemID, why: String)]) = (0, [])
        for (item, version) in chosen {
            do {
                let doubts = try await casework.database.read { try AnswerDoubt.of([item], $0) }
                guard let first = doubts.first, visit.tree.isInside(first.site, context.site.id) else { throw PublishingRefusal.unknownItem(item) }
                switch deed {
                case .warn: try await warn(item, doubts, version: Int(version) ?? -1, context)
                case .letOut: try await letOut(item, doubts, context)
                case .confirm: try await casework.confirm(item, by: cases.by(visit, context.session))
                }
                done += 1
            } catch let refusal as any Refusal {
                told.append((item, visit.said(refusal)))
            }
        }
        return try await show(context, desk, told: told, done: done)
    }

    /// A revision with the warning, handed in. What somebody else is changing meanwhile is not changed under their hands.
    private func warn(_ item: ItemID, _ doubts: [AnswerDoubt], version: Int, _ context: May<ReadCases>) async throws {
        let by = writer(context)
        let opened = try await Workroom(publishing).open(item, for: by)
        guard opened.item.workflow.stage == .settled else { throw WorkflowRefusal.wrongStage(opened.item.workflow.stage) }
        guard var answer = opened.details as? AnsweredQuestion else { throw PublishingRefusal.wrongKind(expected: AnsweredQuestion.name.rawValue) }
        answer.caution = LawWords.caution(doubts, opened.item.language, context.visit)
        let place = Place(site: opened.item.site, section: opened.item.section, language: opened.item.language)
        let saved = try await publishing.save(answer, as: item, in: place, expecting: version, by: by)
        try await casework.database.write { try AnswerDoubt.note(draft: saved.revision, of: item, $0) }
        try await publishing.submit(item, expecting: saved.version, by: by)
    }

    /// The second person's step: approves the revision that was drafted here, and lets it out once as many have approved as its place asks for.
    private func letOut(_ item: ItemID, _ doubts: [AnswerDoubt], _ context: May<ReadCases>) async throws {
        let by = writer(context)
        let opened = try await Workroom(publishing).open(item, for: by)
        // Nothing but what was drafted here: a revision with other changes is read and approved in the newsroom.
        guard opened.item.revision == doubts.first?.drafted else { throw PublishingRefusal.changedSince }
        var current = opened.item
        if current.workflow.stage == .submitted {
            current = try await publishing.approve(item, digest: opened.digest, expecting: current.version, by: by)
        }
        guard current.workflow.stage == .approved else { return }
        try await publishing.publish(item, as: .update, expecting: current.version, by: by)
    }
}

struct OutdatedRow: PageModel {
    let item: String
    let version: Int
    let title: String
    let href: String
    let site: String
    let texts: [String]
    let state: String
    let isDrafted: Bool

    init(_ row: WorkRow, _ doubts: [AnswerDoubt], _ visit: DeskVisit) {
        item = "\(row.item)"
        version = row.version
        title = row.title
        href = "/desk/cong/\(visit.tree[row.site]?.code ?? "")/bai/\(row.item)"
        site = visit.tree[row.site]?.shortName ?? ""
        texts = doubts.map { doubt in
            let values = ["number": doubt.number, "title": doubt.title, "by": doubt.replacedBy ?? "", "date": doubt.endedOn.text(.numeric)]
            return visit.word(doubt.replacedBy == nil ? "outdated.ended" : "outdated.replaced", values)
        }
        isDrafted = row.stage != .settled
        state = visit.word(row.stage == .settled ? "outdated.new" : "outdated.stage." + row.stage.rawValue)
    }

    static let shape: Shape<OutdatedRow> = [
        .text("item", \.item), .number("version", \.version), .text("title", \.title), .text("href", \.href), .text("site", \.site),
        .texts("texts", \.texts), .text("state", \.state), .flag("drafted", \.isDrafted),
    ]
}

struct OutdatedScreen: DeskModel {
    let frame: DeskFrame
    let top: AnswerTop
    let action: String
    let rows: [OutdatedRow]
    let next: String?
    /// How many more there are that this person may not see.
    let hidden: String?
    let done: String?
    /// What could not be done, a line each.
    let told: [String]

    static let shape: Shape<OutdatedScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .many("rows", \.rows), .text("next", \.next),
        .text("hidden", \.hidden), .text("done", \.done), .texts("told", \.told),
    ]
}

extension PageTemplate where Model == OutdatedScreen { static var outdated: Self { Self("questions.outdated", bare: true) } }
