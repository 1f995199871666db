import Casework
import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Triage
import Vietnamese
import Web

enum EditCompetence: DeskAction { static let action = Action.editCompetence }

/// Who is competent for what: the table of a portal, filtered; one more row, another row in the place of one, many from a table that is shown before it is
/// taken, the table back; and what in it should be looked at.
struct CompetenceDesk {
    let casework: Casework

    static func path(_ site: Site) -> String { "/desk/cong/\(site.code)/tham-quyen" }

    static func rooms(_ visit: DeskVisit, _ session: LiveSession, _ site: Site) -> [DeskRoom] {
        guard mayDo(session.actor, .editCompetence, on: Subject(site: site.id), in: visit.tree) else { return [] }
        return [DeskRoom(key: "competence", label: visit.word("competence.room"), href: path(site))]
    }

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/tham-quyen"
        routes.on(.get, path) { (context: May<EditCompetence>) in try await show(context, desk) }
        routes.on(.post, path) { (context: May<EditCompetence>) in try await put(context, desk) }
        routes.on(.post, path + "/bo") { (context: May<EditCompetence>) in try await remove(context, desk) }
        routes.on(.post, path + "/nhap", takes: .form(upTo: 4 << 20)) { (context: May<EditCompetence>) in try await load(context, desk) }
        routes.on(.get, path + "/xuat") { (context: May<EditCompetence>) in try await export(context) }
    }

    private var book: CompetenceBook { CompetenceBook(database: casework.database, clock: casework.clock, ids: casework.ids) }

    private func by(_ context: May<EditCompetence>) -> CompetenceBook.By {
        CompetenceBook.By(context.session.person, as: context.session.actor, in: context.visit.tree, from: context.visit.caller)
    }

    /// Rows of a page, findings that are shown.
    static let page = 100
    static let mostFindings = 60

    private func show(_ context: May<EditCompetence>, _ desk: Desk, error: String? = nil, preview: CompetencePreview? = nil) async throws
        -> DeskAnswer
    {
        let (visit, site) = (context.visit, context.site)
        let today = visit.now.civilDate
        let (own, all, findings) = try await casework.database.read { [tree = visit.tree] db in
            let all = try CompetenceBook.holding(on: site.id, in: tree, db)
            let findings = try CompetenceBook.findings(on: site.id, of: all.map(\.row), in: tree, today: today, db)
            return (all.filter { $0.site == site.id }, all, findings)
        }
        let given = error != nil && preview == nil
        let edited = CompetenceID(given ? visit.form["dong"] : visit.query["dong"]).flatMap { id in own.first { $0.id == id } }
        let filter = CompetenceFilter(visit)
        let rows = own.filter { filter.admits($0, visit, today) }
        let number = max(1, Int(visit.query["trang"]) ?? 1)
        let shown = rows.dropFirst((number - 1) * Self.page).prefix(Self.page)
        let path = Self.path(site)
        let title = visit.word("competence.room")
        let screen = CompetenceScreen(
            frame: DeskFrame(desk, visit, title: title, current: "competence", scripts: ["portaldesk.js"]),
            site: site.name,
            action: path,
            error: error,
            count: visit.word("competence.count", ["count": "\(rows.count)", "all": "\(own.count)"]),
            rows: shown.map { CompetenceLine($0, visit, today, path) },
            next: rows.count > number * Self.page ? path + filter.query(page: number + 1) : nil,
            above: all.filter { $0.site != site.id }.prefix(Self.page).map { CompetenceLine($0, visit, today, path) },
            form: CompetenceForm(edited, given: given, visit),
            sought: filter.sought,
            fields: visit.fieldChoices(filter.field, none: visit.word("competence.any-field")),
            isNow: filter.isNow,
            findings: findings.prefix(Self.mostFindings).map { visit.text(Reason($0.key, $0.values)) },
            moreFindings: findings.count > Self.mostFindings
                ? visit.word("competence.more-findings", ["count": "\(findings.count - Self.mostFindings)"]) : nil,
            table: preview?.text ?? (given ? visit.form["bang"] : ""),
            replaces: visit.form["thay"] == "1",
            preview: preview
        )
        return try .page(.competence, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func put(_ context: May<EditCompetence>, _ desk: Desk) async throws -> DeskAnswer {
        let form = context.visit.form
        do {
            let row = try CompetenceForm.row(form)
            if let id = CompetenceID(form["dong"]) {
                try await book.change(id, to: row, of: context.site.id, version: Int(form["ban"]) ?? -1, by: by(context))
                return .redirect(Self.path(context.site) + "?da=competence-changed")
            }
            try await book.add(row, to: context.site.id, by: by(context))
            return .redirect(Self.path(context.site) + "?da=competence-added")
        } catch let refusal as CompetenceRefusal {
            return try await show(context, desk, error: context.visit.said(refusal))
        }
    }

    private func remove(_ context: May<EditCompetence>, _ desk: Desk) async throws -> DeskAnswer {
        let form = context.visit.form
        do {
            guard let id = CompetenceID(form["dong"]) else { throw CompetenceRefusal.unknown }
            try await book.remove(id, of: context.site.id, version: Int(form["ban"]) ?? -1, by: by(context))
            return .redirect(Self.path(context.site) + "?da=competence-removed")
        } catch let refusal as CompetenceRefusal {
            return try await show(context, desk, error: context.visit.said(refusal))
        }
    }

    /// First press: what the lines would do. Second press: taken, if every line can be read; a table is not taken in halves.
    private func load(_ context: May<EditCompetence>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        let text = visit.form["bang"]
        let file = CompetenceFile(text)
        let replaces = visit.form["thay"] == "1"
        let takes = visit.form["viec"] == "nhap" && file.problems.isEmpty && !file.rows.isEmpty
        do {
            let outcome = try await book.load(file.rows, into: context.site.id, replaces: replaces, isTrial: !takes, by: by(context))
            if takes { return .redirect(Self.path(context.site) + "?da=competence-loaded") }
            let preview = CompetencePreview(file, outcome, text, visit)
            return try await show(context, desk, error: file.problems.isEmpty ? nil : visit.word("competence.problems"), preview: preview)
        } catch let refusal as CompetenceRefusal {
            return try await show(context, desk, error: visit.said(refusal))
        }
    }

    private func export(_ context: May<EditCompetence>) async throws -> DeskAnswer {
        let rows = try await casework.database.read { [site = context.site.id] in try CompetenceBook.entries(of: site, in: $0) }
        return .download(
            ByteBuffer(bytes: CompetenceText.table(rows.map(\.row.cells))),
            type: "text/csv; charset=utf-8",
            name: "tham-quyen-\(context.site.code).csv"
        )
    }
}

/// What of the table is looked at.
struct CompetenceFilter {
    let sought: String
    let field: String
    let isNow: Bool

    init(_ visit: DeskVisit) {
        sought = String(visit.query["q"].trimmed.prefix(100))
        field = visit.query["linh-vuc"]
        isNow = visit.query["nay"] == "1"
    }

    func admits(_ entry: CompetenceEntry, _ visit: DeskVisit, _ today: CivilDate) -> Bool {
        let row = entry.row
        if !field.isEmpty, row.field?.rawValue != field { return false }
        if isNow, row.from > today || row.until.map({ $0 < today }) ?? false { return false }
        guard !sought.isEmpty else { return true }
        let names = [
            row.field.map { visit.word($0.word) } ?? "", row.agency, row.territory, row.basis,
            row.track.map { visit.word("triage.track." + $0) } ?? "",
        ]
        let text = fold(names.joined(separator: " "))
        return fold(sought).split(separator: " ").allSatisfy { text.contains($0) }
    }

    func query(page: Int) -> String {
        var parts = ["trang=\(page)"]
        if !sought.isEmpty { parts.append("q=" + FormCoding.encode(sought)) }
        if !field.isEmpty { parts.append("linh-vuc=" + FormCoding.encode(field)) }
        if isNow { parts.append("nay=1") }
        return "?" + parts.joined(separator: "&")
    }
}
