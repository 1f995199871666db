import Casework
import HTTPTypes
import PortalNetwork
import Store
import Vietnamese
import Web

/// The templates of a portal: its own, to be written and changed; those of the portals above, which hold here too.
struct TemplateScreens {
    let casework: Casework
    let cases: CasesDesk

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/" + AnswerTab.templates.rawValue
        routes.on(.get, path) { (context: May<ReadCases>) in try await show(context.visit, context.session, context.site, desk) }
        routes.on(.post, path) { (context: May<EditTemplates>) in try await put(context, desk) }
    }

    private func show(_ visit: DeskVisit, _ session: LiveSession, _ site: Site, _ desk: Desk, error: (any Refusal)? = nil) async throws -> DeskAnswer
    {
        let all = try await casework.templates(holdingOn: site.id, in: visit.tree)
        let mayEdit = mayDo(session.actor, .editTemplates, on: Subject(site: site.id), in: visit.tree)
        let sent = error == nil ? nil : visit.form["mau"]
        let tracks = casework.tracks.tracks.filter { $0.intake == .case }.map(\.code)
        func form(_ template: AnswerTemplate?) -> TemplateForm {
            let isSent = sent == (template.map { "\($0.id)" } ?? "")
            func value(_ name: String, _ own: String?) -> String { isSent ? visit.form[name] : own ?? "" }
            let (purpose, track) = (value("dung", template?.purpose.rawValue), value("luong", template?.track))
            return TemplateForm(
                id: template.map { "\($0.id)" } ?? "",
                key: template.map { "\($0.id)" } ?? "moi",
                version: template?.version ?? 0,
                title: value("ten", template?.title),
                code: value("ma", template?.code),
                purposes: AnswerTemplate.Purpose.allCases.map {
                    Choice(value: $0.rawValue, label: visit.word("templates.purpose." + $0.rawValue), isChosen: $0.rawValue == purpose)
                },
                tracks: tracks.map { Choice(value: $0, label: visit.word("casework.track." + $0), isChosen: $0 == track) },
                field: value("linh-vuc", template?.field),
                text: value("noi-dung", template?.text)
            )
        }
        let screen = TemplatesScreen(
            frame: DeskFrame(desk, visit, title: visit.word("answers.tab." + AnswerTab.templates.rawValue), current: "answers"),
            top: AnswerTop(.templates, visit, site),
            action: AnswerTab.templates.path(site),
            rows: all.map { template in
                TemplateRow(
                    title: template.title,
                    note: [
                        visit.word("templates.purpose." + template.purpose.rawValue),
                        template.track.map { visit.word("casework.track." + $0) } ?? visit.word("templates.any-track"), template.field,
                        template.site == site.id ? nil : visit.tree[template.site]?.shortName,
                    ].compactMap(\.self).joined(separator: " · "),
                    text: template.text,
                    form: mayEdit && template.site == site.id ? form(template) : nil,
                    isWrong: sent == "\(template.id)"
                )
            },
            fresh: mayEdit ? form(nil) : nil,
            holes: AnswerTemplate.Hole.allCases.map { "{\($0.rawValue)}: " + visit.word("templates.hole." + $0.rawValue) },
            error: error.map(visit.said)
        )
        return try .page(.templates, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func put(_ context: May<EditTemplates>, _ desk: Desk) async throws -> DeskAnswer {
        let form = context.visit.form
        let by = cases.by(context.visit, context.session)
        do {
            let draft = TemplateDraft(
                code: form["ma"],
                purpose: AnswerTemplate.Purpose(rawValue: form["dung"]) ?? .answer,
                track: form.text("luong"),
                field: form.text("linh-vuc"),
                title: form["ten"],
                text: form["noi-dung"]
            )
            if form["mau"].isEmpty {
                try await casework.add(draft, to: context.site.id, by: by)
            } else {
                guard let id = AnswerTemplateID(form["mau"]) else { throw TemplateRefusal.unknown }
                let version = Int(form["ban"]) ?? -1
                try await casework.change(id, to: form["viec"] == "bo" ? nil : draft, of: context.site.id, version: version, by: by)
            }
            return .redirect(AnswerTab.templates.path(context.site) + "?da=template-kept")
        } catch let refusal as TemplateRefusal {
            return try await show(context.visit, context.session, context.site, desk, error: refusal)
        }
    }
}

struct TemplateForm: PageModel {
    let id: String
    let key: String
    let version: Int
    let title: String
    let code: String
    let purposes: [Choice]
    let tracks: [Choice]
    let field: String
    let text: String

    static let shape: Shape<TemplateForm> = [
        .text("id", \.id), .text("key", \.key), .number("version", \.version), .text("givenTitle", \.title), .text("givenCode", \.code),
        .many("purposes", \.purposes), .many("tracks", \.tracks), .text("givenField", \.field), .text("givenText", \.text),
    ]
}

struct TemplateRow: PageModel {
    let title: String
    let note: String
    let text: String
    /// For changing it; nil for who may not, and for those of the portals above.
    let form: TemplateForm?
    let isWrong: Bool

    static let shape: Shape<TemplateRow> = [
        .text("title", \.title), .text("note", \.note), .text("text", \.text), .one("form", \.form), .flag("wrong", \.isWrong),
    ]
}

struct TemplatesScreen: DeskModel {
    let frame: DeskFrame
    let top: AnswerTop
    let action: String
    let rows: [TemplateRow]
    let fresh: TemplateForm?
    let holes: [String]
    let error: String?

    static let shape: Shape<TemplatesScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .many("rows", \.rows), .one("form", \.fresh),
        .texts("holes", \.holes), .text("error", \.error),
    ]
}

extension PageTemplate where Model == TemplatesScreen { static var templates: Self { Self("questions.templates", bare: true) } }
