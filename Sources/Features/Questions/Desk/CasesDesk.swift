public import Casework
import HTTPTypes
import NIOCore
public import PortalNetwork
public import Publishing
public import Redaction
public import Store
import Vietnamese
public import Web

/// Cases of the public in the desk: lists by urgency, a case with its timeline, everything that may be done to it.
public struct CasesDesk: DeskPart {
    let casework: Casework
    private let publishing: Publisher
    private let redactor: Redactor
    private let library: AnswerLibrary?

    /// `redactor`: proposes what public editions leave out; `library`: finds published answers that are like a letter.
    public init(casework: Casework, publishing: Publisher, redactor: Redactor, library: AnswerLibrary? = nil) {
        self.casework = casework
        self.publishing = publishing
        self.redactor = redactor
        self.library = library
    }

    static func path(_ site: Site) -> String { "/desk/cong/\(site.code)/ho-so" }

    private static func mayLook(_ visit: DeskVisit, _ session: LiveSession, _ site: Site) -> Bool {
        mayDo(session.actor, .readCases, on: Subject(site: site.id), in: visit.tree)
    }

    public func rooms(_ visit: DeskVisit, _ session: LiveSession, on site: Site) -> [DeskRoom] {
        let ratings = RatedDesk(publishing: publishing, clock: casework.clock).rooms(visit, session, on: site)
        let competence = CompetenceDesk.rooms(visit, session, site)
        guard Self.mayLook(visit, session, site) else { return ratings }
        return [
            DeskRoom(key: "cases", label: visit.word("cases.room"), href: Self.path(site)),
            DeskRoom(key: "answers", label: visit.word("answers.room"), href: OutdatedDesk.path(site)),
        ] + ratings + competence
    }

    /// What is late or soon due stands on the overviews.
    public func tiles(_ visit: DeskVisit, _ session: LiveSession, on site: Site) async throws -> [DeskTile] {
        let ratings = try await RatedDesk(publishing: publishing, clock: casework.clock).tiles(visit, session, on: site)
        guard Self.mayLook(visit, session, site) else { return ratings }
        let query = CaseQuery(view: .open, desks: visit.tree.subtree(of: site.id), person: session.person.id, limit: 5)
        let found = try await casework.list(query, by: by(visit, session))
        guard !found.isEmpty else { return ratings }
        let path = Self.path(site)
        let rows = found.map { row in
            DeskTile.Row(row.card?.title ?? "\(row.file.code)", href: path + "/\(row.file.id)", note: CaseLine.due(row.file, visit))
        }
        let isUrgent = found.contains { $0.file.isOverdue(at: visit.now) }
        return [DeskTile(visit.word("cases.room"), rows, link: DeskLink(visit.word("cases.all"), path), isUrgent: isUrgent)] + ratings
    }

    public func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/ho-so"
        RatedDesk(publishing: publishing, clock: casework.clock).add(to: &routes, of: desk)
        EnterDesk(casework: casework, cases: self).add(to: &routes, of: desk)
        InboxDesk(casework: casework).add(to: &routes, of: desk)
        BoardDesk(casework: casework).add(to: &routes, of: desk)
        routes.on(.get, path + "/:case") { (context: May<ReadCases>) in try await one(context, desk) }
        routes.on(.get, path + "/:case/tep/:number") { (context: May<ReadCases>) in try await file(context, desk) }
        routes.on(.post, path + "/:case/mo") { (context: May<ReadCases>) in try await one(context, desk, opens: true) }
        EditionDesk(casework: casework, publishing: publishing, redactor: redactor, cases: self).add(to: &routes, of: desk)
        ComposeDesk(casework: casework, library: library, cases: self).add(to: &routes, of: desk)
        OutdatedDesk(casework: casework, publishing: publishing, cases: self).add(to: &routes, of: desk)
        LawScreens(casework: casework, cases: self).add(to: &routes, of: desk)
        TemplateScreens(casework: casework, cases: self).add(to: &routes, of: desk)
        SplitDesk(casework: casework, cases: self).add(to: &routes, of: desk)
        AlikeDesk(casework: casework, cases: self).add(to: &routes, of: desk)
        CompetenceDesk(casework: casework).add(to: &routes, of: desk)
        routes.on(.post, path + "/:case/viec") { (context: May<ReadCases>) in try await act(context, desk) }
        routes.on(.post, path + "/:case/xoa") { (context: May<EraseCase>) in try await erase(context, desk) }
    }

    func by(_ visit: DeskVisit, _ session: LiveSession) -> Casework.By {
        Casework.By(session.actor, session.person, in: visit.tree, from: visit.caller)
    }

    /// The case that the address names: on the portal it names or below.
    private func id<Act: DeskAction>(_ context: May<Act>) throws -> CaseID {
        guard let id = context.visit.parameter("case").flatMap({ CaseID($0) }) else { throw PageError.notFound }
        return id
    }

    func view<Act: DeskAction>(_ context: May<Act>, opens: Bool) async throws -> CaseView {
        do {
            let view = try await casework.view(try id(context), opens: opens, by: by(context.visit, context.session))
            guard context.visit.tree.isInside(view.file.desk, context.site.id) else { throw PageError.notFound }
            return view
        } catch CaseRefusal.unknownCase { throw PageError.notFound }
    }

    private func one<Act: DeskAction>(_ context: May<Act>, _ desk: Desk, opens: Bool = false, error: String? = nil) async throws -> DeskAnswer {
        let view = try await view(context, opens: opens)
        let builder = CaseScreenBuilder(casework: casework, desk: desk, visit: context.visit, site: context.site, session: context.session)
        let screen = try await builder.screen(view, opens: opens, error: error)
        return try .page(.one, screen, context.visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func file(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let view = try await view(context, opens: false)
        guard let number = context.visit.parameter("number").flatMap({ Int($0) }) else { throw PageError.notFound }
        do {
            let (file, bytes) = try await casework.attachment(view.file.id, number, by: by(context.visit, context.session))
            // Never shown in the browser: what strangers sent is saved as a file, under a name without surprises.
            let name = "\(view.file.code)-\(number)." + CaseFileKind.ending(of: file.type)
            return DeskAnswer.download(ByteBuffer(bytes: bytes), type: "application/octet-stream", name: name)
        } catch CaseRefusal.unknownCase {
            throw PageError.notFound
        } catch let refusal as CaseRefusal where refusal == .fileWaiting || refusal == .fileGone {
            return try await one(context, desk, error: context.visit.said(refusal))
        }
    }

    /// One verb, named in the form; what is wrong with it is said on the case's own screen, with what was typed.
    private func act(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        let file = try await view(context, opens: false).file
        let acts = CaseActs(casework: casework, visit: visit, by: by(visit, context.session))
        do {
            try await acts.perform(visit.form["viec"], on: file)
            return .redirect(Self.path(context.site) + "/\(file.id)?da=case-done")
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            return try await one(context, desk, error: visit.said(refusal))
        }
    }

    /// Destroys what was written. The receipt code, typed, says which case is meant.
    private func erase(_ context: May<EraseCase>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        let file = try await view(context, opens: false).file
        guard let version = Int(visit.form["ban"]) else { throw PageError.badRequest }
        guard ReceiptCode(typed: visit.form["ma"]) == file.code else {
            return try await one(context, desk, error: visit.word("cases.erase.other", ["code": "\(file.code)"]))
        }
        do {
            try await casework.erase(Casework.Seen(file.id, version: version), by: by(visit, context.session))
            return .redirect(Self.path(context.site) + "/\(file.id)?da=case-erased")
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            return try await one(context, desk, error: visit.said(refusal))
        }
    }
}

enum EraseCase: DeskAction { static let action = Action.eraseCase }
enum ReadCases: DeskAction { static let action = Action.readCases }
enum EditLaws: DeskAction { static let action = Action.editLaws }
enum EditTemplates: DeskAction { static let action = Action.editTemplates }
