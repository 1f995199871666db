import Casework
import HTTPTypes
import PortalNetwork
import Store
import Vietnamese
import Web

/// The register of texts of law on the topmost portal's desk: looking, one more, which has ended and what took its place.
struct LawScreens {
    let casework: Casework
    let cases: CasesDesk

    private static let page = 50

    private var book: LawBook { LawBook(database: casework.database, clock: casework.clock, ids: casework.ids) }

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/" + AnswerTab.laws.rawValue
        routes.on(.get, path) { (context: May<ReadCases>) in try await show(context.visit, context.session, context.site, desk) }
        routes.on(.post, path) { (context: May<EditLaws>) in try await put(context, desk) }
        routes.on(.post, path + "/het-hieu-luc") { (context: May<EditLaws>) in try await end(context, desk) }
    }

    private func by(_ context: May<EditLaws>) -> LawBook.By {
        LawBook.By(context.session.person, as: context.session.actor, in: context.visit.tree, from: context.visit.caller)
    }

    private func show(_ visit: DeskVisit, _ session: LiveSession, _ site: Site, _ desk: Desk, error: (any Refusal)? = nil) async throws -> DeskAnswer
    {
        guard LawBook.keeper(of: site.id, in: visit.tree) == site.id else { throw PageError.notFound }
        let sought = String(visit.query["q"].trimmed.prefix(100))
        let after = LawID(visit.query["sau"])
        let today = visit.now.civilDate
        let (found, count) = try await casework.database.read { db in
            (
                try LawBook.list(of: site.id, sought: sought, after: after, limit: Self.page + 1, in: db),
                try LawBook.count(of: site.id, in: db)
            )
        }
        let mayEdit = mayDo(session.actor, .editLaws, on: Subject(site: site.id), in: visit.tree)
        let path = AnswerTab.laws.path(site)
        let query = sought.isEmpty ? "?" : "?q=" + FormCoding.encode(sought) + "&"
        func kept(_ name: String) -> String { error == nil ? "" : visit.form[name] }
        let screen = LawsScreen(
            frame: DeskFrame(desk, visit, title: visit.word("answers.tab." + AnswerTab.laws.rawValue), current: "answers"),
            top: AnswerTop(.laws, visit, site),
            action: path,
            sought: sought,
            count: visit.word("laws.count", ["count": "\(count)"]),
            rows: found.prefix(Self.page).map { LawRow($0, today, visit, site) },
            next: found.count > Self.page ? found.prefix(Self.page).last.map { path + query + "sau=\($0.id)" } : nil,
            mayEdit: mayEdit,
            number: kept("so"),
            title: kept("ten"),
            issuer: kept("co-quan"),
            issued: kept("ban-hanh"),
            effective: kept("hieu-luc"),
            address: kept("dia-chi"),
            source: kept("nguon"),
            error: error.map(visit.said)
        )
        return try .page(.laws, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func put(_ context: May<EditLaws>, _ desk: Desk) async throws -> DeskAnswer {
        let form = context.visit.form
        do {
            let draft = LawDraft(
                number: form["so"],
                title: form["ten"],
                issuer: form["co-quan"],
                issuedOn: try LawTable.day(form["ban-hanh"]),
                effectiveOn: try LawTable.day(form["hieu-luc"]),
                address: form["dia-chi"],
                source: form["nguon"]
            )
            try await book.add(draft, to: context.site.id, by: by(context))
            return .redirect(AnswerTab.laws.path(context.site) + "?da=law-added")
        } catch let refusal as LawRefusal {
            return try await again(context, desk, refusal)
        }
    }

    private func end(_ context: May<EditLaws>, _ desk: Desk) async throws -> DeskAnswer {
        let form = context.visit.form
        do {
            guard let id = LawID(form["van-ban"]) else { throw LawRefusal.unknown }
            let (day, version) = (try LawTable.day(form["het"]), Int(form["ban"]) ?? -1)
            try await book.end(id, on: day, replacedBy: form.text("thay"), of: context.site.id, version: version, by: by(context))
            return .redirect(AnswerTab.laws.path(context.site) + "?da=law-ended")
        } catch let refusal as LawRefusal {
            return try await again(context, desk, refusal)
        }
    }

    /// Who may change it and not look at cases (an administrator) is told without the list.
    private func again(_ context: May<EditLaws>, _ desk: Desk, _ refusal: LawRefusal) async throws -> DeskAnswer {
        if refusal == .notTopmost { throw PageError.notFound }
        return try await show(context.visit, context.session, context.site, desk, error: refusal)
    }
}

struct LawRow: PageModel {
    let id: String
    let version: Int
    let number: String
    let title: String
    let facts: String
    let state: String
    let isBad: Bool
    let href: String?
    /// Whether public pages may lead to its host.
    let isOutside: Bool
    let ended: String
    let replacedBy: String

    init(_ law: LawText, _ today: CivilDate, _ visit: DeskVisit, _ site: Site) {
        id = "\(law.id)"
        version = law.version
        let about = law.about
        (number, title) = (about.number, about.title)
        let issued = about.issuedOn.map { visit.word("laws.issued", ["date": $0.text(.numeric)]) }
        let effective = about.effectiveOn.map { visit.word("laws.effective", ["date": $0.text(.numeric)]) }
        facts = [about.issuer, issued, effective, about.source].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
        let standing = law.standing(on: today)
        state = visit.word("laws.state." + standing.key, LawWords.values(standing))
        isBad = !standing.isInForce
        href = about.address
        isOutside = about.address != nil && LawWords.address(of: law, on: site.id, visit.tree) == nil
        ended = about.endedOn.map { "\($0)" } ?? ""
        replacedBy = about.replacedBy ?? ""
    }

    static let shape: Shape<LawRow> = [
        .text("id", \.id), .number("version", \.version), .text("number", \.number), .text("title", \.title), .text("facts", \.facts),
        .text("state", \.state), .flag("bad", \.isBad), .text("href", \.href), .flag("outside", \.isOutside), .text("ended", \.ended),
        .text("replacedBy", \.replacedBy),
    ]
}

struct LawsScreen: DeskModel {
    let frame: DeskFrame
    let top: AnswerTop
    let action: String
    let sought: String
    let count: String
    let rows: [LawRow]
    let next: String?
    let mayEdit: Bool
    let number: String
    let title: String
    let issuer: String
    let issued: String
    let effective: String
    let address: String
    let source: String
    let error: String?

    static let shape: Shape<LawsScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .text("sought", \.sought), .text("count", \.count),
        .many("rows", \.rows), .text("next", \.next), .flag("mayEdit", \.mayEdit), .text("givenNumber", \.number), .text("givenTitle", \.title),
        .text("givenIssuer", \.issuer), .text("givenIssued", \.issued), .text("givenEffective", \.effective), .text("givenAddress", \.address),
        .text("givenSource", \.source), .text("error", \.error),
    ]
}

extension PageTemplate where Model == LawsScreen { static var laws: Self { Self("questions.laws", bare: true) } }
