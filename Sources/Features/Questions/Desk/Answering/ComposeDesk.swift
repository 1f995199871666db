import Casework
import HTTPTypes
import PortalNetwork
import Publishing
import RichText
import Store
import Vietnamese
import Web

/// The screen on which a letter is answered, or more is asked of who wrote it, beside the letter itself; and on which the second person holds the one against
/// the other. Everything goes to and fro in the form: nothing that was typed is lost, and nothing of it stands in an address.
struct ComposeDesk {
    let casework: Casework
    let library: AnswerLibrary?
    let cases: CasesDesk

    /// An answer of 20,000 characters, in percent escapes.
    static let largest = 1 << 20

    static func path(_ site: Site, _ id: CaseID) -> String { CasesDesk.path(site) + "/\(id)/soan" }

    /// What a case has this screen for, for who looks at it.
    static func isOpen(_ view: CaseView) -> Bool { !view.acts.isDisjoint(with: [.submit, .approve]) }

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/ho-so/:case/soan"
        routes.on(.get, path) { (context: May<ReadCases>) in try await begin(context, desk) }
        routes.on(.post, path, takes: .form(upTo: Self.largest)) { (context: May<ReadCases>) in try await go(context, desk) }
    }

    private enum Mode { case answer, ask, review }

    /// The case with its text open, which is noted, and what is done with it here.
    private func open(_ context: May<ReadCases>, asks: Bool) async throws -> (view: CaseView, original: CaseOriginal, mode: Mode) {
        let closed = try await cases.view(context, opens: false)
        let mode: Mode
        if asks, closed.acts.contains(.ask) {
            mode = .ask
        } else if closed.acts.contains(.submit) {
            mode = .answer
        } else if closed.acts.contains(.approve) {
            mode = .review
        } else {
            throw PageError.notFound
        }
        let view = try await cases.view(context, opens: true)
        guard let original = view.original else { throw PageError.notFound }
        return (view, original, mode)
    }

    /// `?mau=CODE`: with a template filled in.
    private func begin(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let query = context.visit.query
        let (view, original, mode) = try await open(context, asks: query["loai"] == "hoi")
        var draft = ComposeDraft(mode == .ask ? nil : view.steps.last { $0.event.act == .submit }?.note)
        if let code = query.text("mau"), mode != .review { draft.put(try await template(code, mode, view, original, context)) }
        return try await screen(context, desk, view, original, mode, draft)
    }

    private func go(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        let form = visit.form
        let (view, original, mode) = try await open(context, asks: form["loai"] == "hoi")
        var draft = ComposeDraft(form)
        let button = form["lam"]
        func again(_ error: String? = nil) async throws -> DeskAnswer { try await screen(context, desk, view, original, mode, draft, error: error) }
        if mode != .review {
            if button == "mau" {
                if let code = form.text("mau") { draft.put(try await template(code, mode, view, original, context)) }
                return try await again()
            }
            if button.hasPrefix("nen.") {
                let root = LawBook.keeper(of: view.file.site, in: visit.tree)
                guard let library, let item = ItemID(String(button.dropFirst(4))),
                    let answer = try await library.answer(item, below: root, in: visit.tree)
                else { return try await again(visit.word("cases.compose.library-gone")) }
                draft.put(PlainText.of(answer.answer))
                draft.put(basis: answer.basis)
                return try await again()
            }
            if button == "" || button == "xem" { return try await again() }
            if let hole = AnswerTemplate.openHole(in: draft.text) { return try await again(visit.word("cases.compose.hole", ["hole": hole])) }
        }
        let verbs: [CaseAct] = mode == .review ? [.approve, .sendBack] : mode == .ask ? [.ask] : [.submit]
        guard let verb = CaseAct(rawValue: button), verbs.contains(verb) else { throw PageError.badRequest }
        do {
            try await CaseActs(casework: casework, visit: visit, by: cases.by(visit, context.session)).perform(verb.rawValue, on: view.file)
            return .redirect(CasesDesk.path(context.site) + "/\(view.file.id)?da=case-done")
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            if mode == .review { draft = ComposeDraft(view.steps.last { $0.event.act == .submit }?.note) }
            return try await again(visit.said(refusal))
        }
    }

    // MARK: - Templates

    private func templates(_ mode: Mode, _ view: CaseView, _ context: May<ReadCases>) async throws -> [AnswerTemplate] {
        guard mode != .review else { return [] }
        return try await casework.templates(holdingOn: view.file.desk, in: context.visit.tree).filter {
            $0.fits(mode == .ask ? .ask : .answer, view.file)
        }
    }

    private func template(_ code: String, _ mode: Mode, _ view: CaseView, _ original: CaseOriginal, _ context: May<ReadCases>) async throws -> String
    {
        guard let template = try await templates(mode, view, context).first(where: { $0.code == code }) else { return "" }
        let (file, visit) = (view.file, context.visit)
        let dates = file.language.ofDates
        let agency = try await casework.agencyNames([file.agency].compactMap(\.self)).values.first
        return AnswerTemplate.fill(
            template.text,
            [
                .name: original.name ?? "", .code: "\(file.code)", .due: file.dueAt?.civilDate.text(.numeric, language: dates) ?? "",
                .unit: agency ?? visit.tree[file.desk]?.name ?? "", .title: original.title,
                .received: file.receivedAt.civilDate.text(.numeric, language: dates), .today: visit.now.civilDate.text(.numeric, language: dates),
                .portal: visit.tree[file.site]?.name ?? "",
            ]
        )
    }

    // MARK: - The screen

    private func screen(
        _ context: May<ReadCases>,
        _ desk: Desk,
        _ view: CaseView,
        _ original: CaseOriginal,
        _ mode: Mode,
        _ draft: ComposeDraft,
        error: String? = nil
    ) async throws -> DeskAnswer {
        let visit = context.visit
        let file = view.file
        let root = LawBook.keeper(of: file.site, in: visit.tree)
        let today = visit.now.civilDate
        let grounds = try await casework.database.read { [lines = draft.lines] in try LawBook.grounds(lines, of: root, on: today, in: $0) }
        let builder = CaseScreenBuilder(casework: casework, desk: desk, visit: visit, site: context.site, session: context.session)
        let here = CasesDesk.path(context.site) + "/\(file.id)"
        let screen = ComposeScreen(
            frame: DeskFrame(desk, visit, title: visit.word("cases.compose"), current: "cases"),
            back: here,
            code: "\(file.code)",
            title: original.title,
            due: CaseLine.due(file, visit),
            action: here + "/soan",
            version: file.version,
            error: error,
            letter: original.text,
            files: view.attachments.map { DeskLink($0.name, here + "/tep/\($0.number)") },
            more: try await builder.talk(view),
            isAnswer: mode == .answer,
            isAsk: mode == .ask,
            isReview: mode == .review,
            text: draft.text,
            number: draft.letter,
            signer: draft.signer,
            basis: draft.basis,
            grounds: mode == .ask ? [] : grounds.map { GroundLine($0, visit) },
            templates: try await templates(mode, view, context).map { Choice(value: $0.code, label: $0.title, isChosen: false) },
            library: mode == .answer ? try await found(original, root, context) : [],
            hasLibrary: mode == .answer && library != nil,
            mayApprove: mode == .review && view.acts.contains(.approve),
            maySendBack: mode == .review && view.acts.contains(.sendBack)
        )
        return try .page(.compose, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func found(_ original: CaseOriginal, _ root: SiteID, _ context: May<ReadCases>) async throws -> [LibraryLine] {
        guard let library else { return [] }
        let visit = context.visit
        return try await library.like(original.title, original.text, below: root).map { found in
            LibraryLine(
                item: "\(found.item)",
                title: found.answer.title,
                excerpt: PlainText.excerpt(of: found.answer.answer, words: 40),
                href: visit.tree[found.site].flatMap { visit.desk.face.origins.url($0) }.map { $0 + "/-/\(found.item)" },
                mark: found.answer.mark
            )
        }
    }
}

/// What stands in the form: typed, drafted before, or put in by a template or an older answer.
struct ComposeDraft {
    var text = ""
    var letter = ""
    var signer = ""
    var basis = ""

    init(_ form: FormFields) {
        (text, letter, signer, basis) = (form["loi"], form["so"], form["ky"], form["can-cu"])
    }

    init(_ note: CaseNote?) {
        guard let note else { return }
        (text, letter, signer) = (note.text, note.letter ?? "", note.signer ?? "")
        basis = (note.basis ?? []).joined(separator: "\n")
    }

    /// The lines of the basis.
    var lines: [String] { CaseActs.lines(basis) }

    /// Behind what is there already.
    mutating func put(_ more: String) {
        guard !more.isEmpty else { return }
        text = text.trimmed.isEmpty ? more : text + "\n\n" + more
    }

    mutating func put(basis more: [String]) {
        let known = Set(lines)
        basis = (lines + more.filter { !known.contains($0) }).joined(separator: "\n")
    }
}
