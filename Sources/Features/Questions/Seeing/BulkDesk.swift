import Casework
import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Something done to many cases of the list: chosen there, looked at once more with what it needs, done one by one, told case by case.
struct BulkDesk: Sendable {
    let casework: Casework

    private static func path(_ site: Site) -> String { CasesDesk.path(site) + "/hang-loat" }

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/ho-so/hang-loat"
        routes.on(.post, path) { (context: May<ReadCases>) in try await begin(context, desk) }
        routes.on(.get, path + "/:act") { (context: May<ReadCases>) in try await show(context, desk) }
    }

    /// What a person could do to some case of the portal; whether they may do it to this one, each verb asks.
    static func offered(_ context: May<ReadCases>) -> [CaseBulkAct.Name] {
        CaseBulkAct.Name.allCases.filter { mayDo(context.session.actor, $0.action, on: Subject(site: context.site.id), in: context.visit.tree) }
    }

    private func by(_ context: May<ReadCases>) -> Casework.By {
        Casework.By(context.session.actor, context.session.person, in: context.visit.tree, from: context.visit.caller)
    }

    private func begin(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let (form, site) = (context.visit.form, context.site)
        let chosen = form.chosen(CaseID.self, atMost: CaseBulkAccount.most).compactMap { one in
            Int(one.value).map { Casework.Seen(one.id, version: $0) }
        }
        guard let name = CaseBulkAct.Name(rawValue: form["viec"]), !chosen.isEmpty else {
            return .redirect(CasesDesk.path(site) + "?da=seeing.nothing-chosen")
        }
        guard form["lam"] == "1" else { return try await ask(name, chosen, context, desk) }
        do {
            let act = try await act(name, context)
            let bulk = try await casework.carryOut(act, on: chosen, of: site.id, by: by(context))
            return .redirect(Self.path(site) + "/\(bulk)")
        } catch let refusal as CaseRefusal {
            return try await ask(name, chosen, context, desk, error: refusal)
        }
    }

    private func act(_ name: CaseBulkAct.Name, _ context: May<ReadCases>) async throws -> CaseBulkAct {
        let form = context.visit.form
        switch name {
        case .accept: return .accept
        case .take: return .take
        case .hand:
            guard let id = PersonID(form["nguoi"]), let (person, actor) = try await casework.handler(id) else { throw CaseRefusal.handlerMissing }
            return .hand(person, actor)
        case .transfer:
            guard let agency = AgencyID(form["chon"]) else { throw CaseRefusal.competentMissing }
            let words = form["loi"].trimmed
            guard words.count >= 10 else { throw CaseRefusal.reasonMissing(least: 10) }
            return .transfer(agency, desk: CaseActs.desk(of: agency, in: context.visit.tree), words: words)
        }
    }

    /// The second look.
    private func ask(
        _ name: CaseBulkAct.Name,
        _ chosen: [Casework.Seen],
        _ context: May<ReadCases>,
        _ desk: Desk,
        error: (any Refusal)? = nil
    ) async throws -> DeskAnswer {
        let visit = context.visit
        let form = visit.form
        let versions = Dictionary(chosen.map { ($0.id, $0.version) }) { first, _ in first }
        let rows = try await casework.rows(chosen.map(\.id), by: by(context)).filter { visit.tree.isInside($0.file.desk, context.site.id) }
        var people: [Choice] = []
        if name == .hand {
            // Whoever could be given all of them: at the portal of the first, where most stand.
            people = try await casework.handlers(of: rows.first?.file.desk ?? context.site.id, in: visit.tree).map {
                Choice(value: "\($0.person)", label: $0.name, isChosen: form["nguoi"] == "\($0.person)")
            }
        }
        let agencies = name == .transfer ? try await casework.agencies() : []
        let screen = CaseBulkScreen(
            frame: DeskFrame(desk, visit, title: visit.word("seeing.bulk." + name.rawValue), current: "cases"),
            action: Self.path(context.site),
            back: CasesDesk.path(context.site),
            act: name.rawValue,
            heading: visit.word("seeing.bulk." + name.rawValue),
            rows: try await lines(rows, context).map { line in
                CaseBulkLine(line: line.seen(at: CaseID(line.id).flatMap { versions[$0] }), said: nil, isDone: false)
            },
            agencies: agencies.map { Choice(value: "\($0.id)", label: $0.name, isChosen: form["chon"] == "\($0.id)") },
            people: people,
            typed: form["loi"],
            error: error.map(visit.said),
            asksAgency: name == .transfer,
            asksPerson: name == .hand
        )
        return try .page(.caseBulk, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func lines(_ rows: [CaseRow], _ context: May<ReadCases>) async throws -> [CaseLine] {
        let names = try await casework.agencyNames(byText: rows.compactMap { row in row.file.agency.map { "\($0)" } })
        let agencies = Dictionary(rows.compactMap { row in row.file.agency.flatMap { id in names["\(id)"].map { (id, $0) } } }) { first, _ in first }
        return rows.map { CaseLine($0, CasesDesk.path(context.site), agencies, context.visit) }
    }

    private func show(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        guard let id = visit.parameter("act").flatMap({ CaseBulkID($0) }),
            let account = try await casework.account(id, on: context.site.id, by: by(context))
        else { throw PageError.notFound }
        let rows = try await casework.rows(account.rows.map(\.id), by: by(context))
        let lines = Dictionary(try await lines(rows, context).map { ($0.id, $0) }) { first, _ in first }
        let done = account.rows.count { $0.refusal == nil }
        // A case that went to a portal this person does not see has no line; the sum says that it was done.
        let unseen = account.rows.count { lines["\($0.id)"] == nil }
        let screen = CaseBulkDoneScreen(
            frame: DeskFrame(desk, visit, title: visit.word("seeing.bulk." + account.act.rawValue), current: "cases"),
            back: CasesDesk.path(context.site),
            heading: visit.word("seeing.bulk." + account.act.rawValue),
            summary: visit.word("seeing.bulk.summary", ["done": "\(done)", "all": "\(account.rows.count)"])
                + (unseen > 0 ? " " + visit.word("seeing.bulk.unseen", ["count": "\(unseen)"]) : ""),
            rows: account.rows.compactMap { row in
                lines["\(row.id)"].map { line in
                    let said = row.refusal.map { visit.word("seeing.bulk.refused") + ": " + visit.said($0) } ?? visit.word("seeing.bulk.done")
                    return CaseBulkLine(line: line, said: said, isDone: row.refusal == nil)
                }
            }
        )
        return try .page(.caseBulkDone, screen, visit)
    }
}
