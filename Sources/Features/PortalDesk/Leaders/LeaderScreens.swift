import Exchange
import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The register of leaders: the list, one more, who left, many from a table that is shown before it is taken, the table back.
struct LeaderScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    private var book: LeaderBook { LeaderBook(database: portal.publishing.database, clock: portal.publishing.clock, ids: portal.publishing.ids) }

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/" + PortalTab.leaders.rawValue
        routes.on(.get, path) { (context: May<EditLeaders>) in try await show(PortalVisit(context, desk)) }
        routes.on(.post, path) { (context: May<EditLeaders>) in try await put(PortalVisit(context, desk)) }
        routes.on(.post, path + "/thoi") { (context: May<EditLeaders>) in try await end(PortalVisit(context, desk)) }
        routes.on(.post, path + "/bo") { (context: May<EditLeaders>) in try await remove(PortalVisit(context, desk)) }
        routes.on(.post, path + "/nhap", takes: .form(upTo: 2 << 20)) { (context: May<EditLeaders>) in try await load(PortalVisit(context, desk)) }
        routes.on(.get, path + "/xuat") { (context: May<EditLeaders>) in try await export(PortalVisit(context, desk)) }
    }

    private func by(_ place: PortalVisit) -> LeaderBook.By {
        LeaderBook.By(place.session.person, as: place.session.actor, in: place.visit.tree, from: place.visit.caller)
    }

    private func show(_ place: PortalVisit, error: (any Refusal)? = nil, table: LeaderPreview? = nil) async throws -> DeskAnswer {
        let (visit, site) = (place.visit, place.site)
        let sought = visit.query.text("q")
        let today = visit.now.civilDate
        let (own, all) = try await portal.publishing.database.read { [tree = visit.tree] db in
            (try LeaderBook.entries(of: site.id, sought: sought, in: db), try LeaderBook.holding(on: site.id, in: tree, db))
        }
        let title = visit.word("portal.tab.lanh-dao")
        let given = error != nil
        func kept(_ name: String) -> String { given ? visit.form[name] : "" }
        let screen = LeadersScreen(
            frame: place.frame(title, scripts: ["portaldesk.js"]),
            top: place.top(.leaders, title),
            action: PortalTab.leaders.path(site),
            sought: sought ?? "",
            count: visit.word("portal.leaders.count", ["count": "\(own.count)"]),
            rows: own.map { LeaderRow($0, today, visit) },
            above: all.filter { $0.site != site.id }.map { LeaderRow($0, today, visit) },
            name: kept("ten"),
            office: kept("chuc-vu"),
            agency: kept("co-quan"),
            from: kept("tu"),
            until: kept("den"),
            table: table?.text ?? kept("bang"),
            preview: table,
            error: error.map(visit.said)
        )
        return try .page(.leaders, screen, visit, status: given ? .unprocessableContent : .ok)
    }

    private func put(_ place: PortalVisit) async throws -> DeskAnswer {
        let form = place.form
        do {
            let draft = LeaderDraft(
                name: form["ten"],
                title: form["chuc-vu"],
                agency: form["co-quan"],
                from: try LeaderTable.day(form["tu"]),
                until: try LeaderTable.day(form["den"])
            )
            try await book.add(draft, to: place.site.id, by: by(place))
            return place.done(.leaders, "leader-added")
        } catch let refusal as LeaderRefusal {
            return try await show(place, error: refusal)
        }
    }

    private func chosen(_ place: PortalVisit) throws -> (LeaderID, Int) {
        guard let id = LeaderID(place.form["ai"]) else { throw LeaderRefusal.unknown }
        return (id, Int(place.form["ban"]) ?? -1)
    }

    private func end(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let (id, version) = try chosen(place)
            try await book.end(id, on: try LeaderTable.day(place.form["den"]), of: place.site.id, version: version, by: by(place))
            return place.done(.leaders, "leader-ended")
        } catch let refusal as LeaderRefusal {
            return try await show(place, error: refusal)
        }
    }

    private func remove(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let (id, version) = try chosen(place)
            try await book.remove(id, of: place.site.id, version: version, by: by(place))
            return place.done(.leaders, "leader-removed")
        } catch let refusal as LeaderRefusal {
            return try await show(place, error: refusal)
        }
    }

    /// First press: what each line would do. Second press: the good lines are taken, the others stay in the field to be mended.
    private func load(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let table = try Self.table(place.form["bang"])
            let isTrial = place.form["viec"] != "nhap"
            var drafts: [LeaderDraft] = []
            var rejected: [LeaderTable.Line] = []
            for line in table.lines {
                if case .success(let draft) = line.draft { drafts.append(draft) } else { rejected.append(line) }
            }
            let outcomes = try await book.load(drafts, into: place.site.id, isTrial: isTrial, by: by(place))
            let preview = LeaderPreview(table, outcomes, isTrial: isTrial, text: isTrial ? place.form["bang"] : Self.text(rejected), place.visit)
            return try await show(place, table: preview)
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            return try await show(place, error: refusal)
        }
    }

    private static func table(_ text: String) throws -> LeaderTable {
        guard !text.trimmed.isEmpty else { throw PortalRefusal.nothingChosen }
        do { return try LeaderTable(ByteSource(text: text)) } catch let fault as LeaderTable.Fault {
            switch fault {
            case .empty: throw PortalRefusal.nothingChosen
            case .unreadable: throw PortalRefusal.tableUnreadable
            case .columns: throw PortalRefusal.tableColumns(LeaderTable.columns.joined(separator: ", "))
            case .tooLong: throw PortalRefusal.tableTooLong(limit: LeaderBook.limit)
            }
        }
    }

    /// Refused lines as a table that can be mended and sent again.
    private static func text(_ lines: [LeaderTable.Line]) -> String {
        lines.isEmpty ? "" : String(decoding: CSVWriter.table(LeaderTable.columns, lines.map(\.fields), audience: .programs), as: UTF8.self)
    }

    private func export(_ place: PortalVisit) async throws -> DeskAnswer {
        let rows = try await portal.publishing.database.read { [site = place.site.id] in try LeaderBook.entries(of: site, in: $0) }
        let bytes = CSVWriter.table(LeaderTable.columns, rows.map { LeaderTable.row($0.about) })
        return .download(ByteBuffer(bytes: bytes), type: "text/csv; charset=utf-8", name: "lanh-dao-\(place.site.code).csv")
    }
}

struct LeaderRow: PageModel {
    let id: String
    let version: Int
    let name: String
    let office: String
    let days: String?
    let until: String
    let site: String
    /// Has left the office, or not come into it yet.
    let state: String?

    init(_ leader: Leader, _ today: CivilDate, _ visit: DeskVisit) {
        id = "\(leader.id)"
        version = leader.version
        (name, office) = (leader.about.name, leader.about.wholeTitle)
        let (from, last) = (leader.about.from, leader.about.until)
        switch (from, last) {
        case (nil, nil): days = nil
        case (let from?, nil): days = visit.word("portal.leaders.from-day", ["from": from.text(.numeric)])
        case (nil, let last?): days = visit.word("portal.leaders.until-day", ["until": last.text(.numeric)])
        case (let from?, let last?): days = visit.word("portal.leaders.days", ["from": from.text(.numeric), "until": last.text(.numeric)])
        }
        until = last.map { "\($0)" } ?? ""
        site = visit.tree[leader.site]?.shortName ?? ""
        if let last, last < today {
            state = visit.word("portal.leaders.former")
        } else if let from, from > today {
            state = visit.word("portal.leaders.coming")
        } else {
            state = nil
        }
    }

    static let shape: Shape<LeaderRow> = [
        .text("id", \.id), .number("version", \.version), .text("name", \.name), .text("office", \.office), .text("days", \.days),
        .text("until", \.until), .text("site", \.site), .text("state", \.state),
    ]
}

/// What a table would do, or did, line by line.
struct LeaderPreview: PageModel {
    struct Line: PageModel {
        let number: String
        let text: String
        let outcome: String
        let isWrong: Bool

        static let shape: Shape<Line> = [.text("number", \.number), .text("text", \.text), .text("outcome", \.outcome), .flag("wrong", \.isWrong)]
    }

    let text: String
    let summary: String
    let lines: [Line]
    let isTrial: Bool
    let mayTake: Bool

    /// Lines that are shown of a long table: every wrong one comes first.
    private static let shown = 300

    init(_ table: LeaderTable, _ outcomes: [LeaderBook.Outcome], isTrial: Bool, text: String, _ visit: DeskVisit) {
        self.text = text
        self.isTrial = isTrial
        var rest = outcomes[...]
        var (good, wrong): ([Line], [Line]) = ([], [])
        for line in table.lines {
            let text = line.fields.filter { !$0.isEmpty }.joined(separator: " · ")
            switch line.draft {
            case .success:
                let outcome = rest.popFirst() ?? .known
                let word = visit.word("portal.leaders.outcome.\(outcome)")
                good.append(Line(number: "\(line.number)", text: text, outcome: word, isWrong: false))
            case .failure(let refusal):
                wrong.append(Line(number: "\(line.number)", text: text, outcome: visit.said(refusal), isWrong: true))
            case nil:
                wrong.append(Line(number: "\(line.number)", text: text, outcome: visit.word("portal.redirects.flaw"), isWrong: true))
            }
        }
        func count(_ outcome: LeaderBook.Outcome) -> String { "\(outcomes.count { $0 == outcome })" }
        summary = visit.word(
            isTrial ? "portal.leaders.would" : "portal.leaders.did",
            ["added": count(.added), "ended": count(.ended), "known": count(.known), "refused": "\(wrong.count)"]
        )
        lines = Array((isTrial ? wrong + good : wrong).prefix(Self.shown))
        mayTake = isTrial && outcomes.contains { $0 != .known }
    }

    static let shape: Shape<LeaderPreview> = [
        .text("summary", \.summary), .many("lines", \.lines), .flag("trial", \.isTrial), .flag("mayTake", \.mayTake),
    ]
}

struct LeadersScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let sought: String
    let count: String
    let rows: [LeaderRow]
    /// Entries of the portals above, which hold here too.
    let above: [LeaderRow]
    let name: String
    let office: String
    let agency: String
    let from: String
    let until: String
    let table: String
    let preview: LeaderPreview?
    let error: String?

    static let shape: Shape<LeadersScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .text("sought", \.sought), .text("count", \.count),
        .many("rows", \.rows), .many("above", \.above), .text("givenName", \.name), .text("givenOffice", \.office), .text("givenAgency", \.agency),
        .text("givenFrom", \.from), .text("givenUntil", \.until), .text("table", \.table), .one("preview", \.preview), .text("error", \.error),
    ]
}

extension PageTemplate where Model == LeadersScreen { static var leaders: Self { Self("portaldesk.leaders", bare: true) } }
