public import Casework
import HTTPTypes
public import PortalNetwork
import Rules
import Store
import Vietnamese
public import Web

/// The calendar of working days: which days of a year are free, how sure that is, and the form by which somebody signs for it.
public struct CalendarDesk: DeskPart {
    private let rules: HouseRules

    public init(_ rules: HouseRules) { self.rules = rules }

    static func path(_ site: Site) -> String { "/desk/cong/\(site.code)/lich-lam-viec" }

    public func rooms(_ visit: DeskVisit, _ session: LiveSession, on site: Site) -> [DeskRoom] {
        guard mayDo(session.actor, .editRules, on: Subject(site: site.id), in: visit.tree) else { return [] }
        return [DeskRoom(key: "work-days", label: visit.word("workdays.room"), href: Self.path(site))]
    }

    public func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/lich-lam-viec"
        routes.on(.get, path) { (context: May<EditRules>) in try await show(context, desk) }
        routes.on(.post, path) { (context: May<EditRules>) in try await confirm(context, desk) }
    }

    private func show(
        _ context: May<EditRules>,
        _ desk: Desk,
        typed: YearForm? = nil,
        error: String? = nil,
        days: [WorkCalendar.DayChange]? = nil
    ) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let calendar = rules.legal.calendar
        let year =
            Int(visit.form.text("nam") ?? visit.query["nam"]).flatMap { WorkCalendar.range.contains($0) ? $0 : nil } ?? visit.now.civilDate.year
        let words = YearWords(calendar, visit)
        let form = try typed ?? YearForm(calendar.proposal(for: year))
        // The calendar is one for the whole network: it is signed for at its top.
        let root = visit.tree.roots.first
        let maySign = root.map { mayDo(context.session.actor, .editRules, on: Subject(site: $0), in: visit.tree) } ?? false
        let path = Self.path(site)
        let screen = CalendarScreen(
            frame: DeskFrame(desk, visit, title: visit.word("workdays.room"), current: "work-days"),
            action: path,
            year: "\(year)",
            years: (year - 1...year + 2).filter(WorkCalendar.range.contains).map { DeskLink("\($0)", path + "?nam=\($0)", $0 == year) },
            status: words.status(year),
            isProvisional: calendar.status(of: year).isProvisional,
            days: words.days(of: year),
            form: maySign ? form.model(visit, needsReason: !calendar.status(of: year).isProvisional) : nil,
            faults: rules.faults.map { CaseFact(label: $0.file, value: $0.description) },
            changes: days.map { $0.map { words.change($0) } } ?? [],
            message: days.map { visit.word($0.isEmpty ? "workdays.no-change" : "workdays.would-change", ["count": "\($0.count)"]) },
            error: error
        )
        return try .page(.workdays, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func confirm(_ context: May<EditRules>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        guard let year = Int(visit.form["nam"]), WorkCalendar.range.contains(year) else { throw PageError.badRequest }
        let form = YearForm(visit.form, year: year)
        let isTrial = visit.form["viec"] != "xac-nhan"
        let by = HouseRules.By(context.session.actor, context.session.person, in: visit.tree, from: visit.caller)
        do {
            let arrangement = try form.arrangement(like: try rules.legal.calendar.proposal(for: year))
            let change = try await rules.confirm(arrangement, reason: form.reason, isTrial: isTrial, by: by)
            guard isTrial else { return .redirect(Self.path(context.site) + "?nam=\(year)&da=year-confirmed") }
            return try await show(context, desk, typed: form, days: change.days)
        } catch let error as CalendarError {
            return try await show(context, desk, typed: form, error: YearWords.said(error, visit))
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            return try await show(context, desk, typed: form, error: visit.said(refusal))
        }
    }
}

enum EditRules: DeskAction { static let action = Action.editRules }
