import HTTPTypes
import PortalNetwork
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// An item's revisions, what changed between two of them, and the way back.
struct HistoryScreens: Sendable {
    let desk: Desk
    let part: NewsroomDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/bai/:item/lich-su") { (context: OnItem<ReadItems>) in try await list(context) }
        routes.on(.get, "/cong/:site/bai/:item/so-sanh") { (context: OnItem<ReadItems>) in try await compare(context) }
        routes.on(.post, "/cong/:site/bai/:item/quay-lai") { (context: OnItem<EditItems>) in try await revert(context) }
    }

    private static let pageSize = 50

    private func list(_ context: OnItem<ReadItems>) async throws -> DeskAnswer {
        let visit = context.visit
        let before = Int(visit.query["truoc"])
        let lines = try await part.workroom.revisions(of: context.item.id, before: before, limit: Self.pageSize, for: context.by)
        let names = try await part.workroom.names(of: lines.map(\.author))
        let screen = HistoryScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.history.title"), current: "work"),
            address: context.address,
            lines: lines.map { line in
                RevisionRow(line, names, context.address, isNewest: line.number == context.item.revision, canRevert: context.may(.edit), visit)
            },
            version: "\(context.item.version)",
            next: lines.count == Self.pageSize ? lines.last.map { context.address + "/lich-su?truoc=\($0.number)" } : nil
        )
        return try .page(.history, screen, visit)
    }

    private func compare(_ context: OnItem<ReadItems>) async throws -> DeskAnswer {
        let visit = context.visit
        let to = Int(visit.query["den"]) ?? context.item.revision
        let from = Int(visit.query["tu"]) ?? max(1, to - 1)
        let (old, new) = (
            try await part.workroom.revision(from, of: context.item.id, for: context.by),
            try await part.workroom.revision(to, of: context.item.id, for: context.by)
        )
        let screen = ComparisonScreen(
            frame: DeskFrame(desk, visit, title: visit.word("newsroom.compare.title"), current: "work"),
            address: context.address,
            heading: visit.word("newsroom.compare.of", ["from": "\(from)", "to": "\(to)"]),
            fields: DetailsComparison.markup(from: old.details, to: new.details, visit),
            note: new.note,
            digest: new.digest
        )
        return try .page(.comparison, screen, visit)
    }

    private func revert(_ context: OnItem<EditItems>) async throws -> DeskAnswer {
        let visit = context.visit
        guard let number = Int(visit.form["ban"]) else { throw PageError.badRequest }
        do {
            try await part.workroom.revert(
                context.item.id,
                to: number,
                reason: visit.word("newsroom.history.reverted", ["number": "\(number)"]),
                expecting: Int(visit.form["version"]),
                by: context.by
            )
            return context.done("newsroom.reverted")
        } catch let refusal as any Refusal {
            if refusal is AuthorizationRefusal { throw refusal }
            return try await ItemScreens(desk: desk, part: part).show(context, error: refusal)
        }
    }
}

/// What the public would read of two versions, compared word by word.
enum DetailsComparison {
    static func markup(from old: any ContentKind, to new: any ContentKind, _ visit: DeskVisit) -> [ComparedField] {
        let comparison = Comparison(from: RichText(old.publicBlocks), to: RichText(new.publicBlocks))
        guard comparison.isChanged else { return [] }
        let writer = ComparisonWriter { key, values in visit.word(key, values) }
        let summary = visit.word(
            "newsroom.compare.summary",
            ["inserted": "\(comparison.summary.wordsInserted)", "deleted": "\(comparison.summary.wordsDeleted)"]
        )
        return [ComparedField(label: summary, markup: writer.markup(of: comparison))]
    }
}

struct ComparedField: PageModel {
    let label: String
    let markup: Markup

    static let shape: Shape<ComparedField> = [.text("label", \.label), .markup("markup", \.markup)]
}

struct RevisionRow: PageModel {
    let number: String
    let author: String
    let time: String
    let reason: String?
    let edition: String?
    let isUrgent: Bool
    let compare: String?
    let compareNewest: String?
    let preview: String
    let canRevert: Bool

    init(_ line: RevisionLine, _ names: [PersonID: String], _ address: String, isNewest: Bool, canRevert: Bool, _ visit: DeskVisit) {
        number = "\(line.number)"
        author = names[line.author] ?? ""
        time = visit.time(line.at)
        reason = line.reason
        edition = line.edition.map { edition in
            visit.word(
                "newsroom.history.edition",
                [
                    "number": "\(edition)", "operation": visit.word("newsroom.operation." + (line.operation?.rawValue ?? "publish")),
                    "time": line.publishedAt.map { visit.time($0) } ?? "",
                ]
            )
        }
        isUrgent = line.isUrgent
        compare = line.number > 1 ? "\(address)/so-sanh?tu=\(line.number - 1)&den=\(line.number)" : nil
        compareNewest = isNewest ? nil : "\(address)/so-sanh?tu=\(line.number)"
        preview = "\(address)/xem?ban=\(line.number)"
        self.canRevert = canRevert && !isNewest
    }

    static let shape: Shape<RevisionRow> = [
        .text("number", \.number), .text("author", \.author), .text("time", \.time), .text("reason", \.reason), .text("edition", \.edition),
        .flag("urgent", \.isUrgent), .text("compare", \.compare), .text("compareNewest", \.compareNewest), .text("preview", \.preview),
        .flag("canRevert", \.canRevert),
    ]
}

struct HistoryScreen: DeskModel {
    let frame: DeskFrame
    let address: String
    let lines: [RevisionRow]
    let version: String
    let next: String?

    static let shape: Shape<HistoryScreen> = [
        .one("desk", \.frame), .text("address", \.address), .many("rows", \.lines), .text("version", \.version), .text("next", \.next),
    ]
}

struct ComparisonScreen: DeskModel {
    let frame: DeskFrame
    let address: String
    let heading: String
    let fields: [ComparedField]
    let note: String?
    let digest: String

    static let shape: Shape<ComparisonScreen> = [
        .one("desk", \.frame), .text("address", \.address), .text("heading", \.heading), .many("compared", \.fields), .text("note", \.note),
        .text("digest", \.digest),
    ]
}

extension PageTemplate where Model == HistoryScreen { static var history: Self { Self("newsroom.history", bare: true) } }
extension PageTemplate where Model == ComparisonScreen { static var comparison: Self { Self("newsroom.comparison", bare: true) } }
