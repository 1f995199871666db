import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
import Store
import Vietnamese

/// The trail of what happened on a portal and below it: searched, paged, taken away as a table.
struct AuditScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/nhat-ky") { (context: May<ReadAudit>) in try await list(context) }
        routes.on(.get, "/cong/:site/nhat-ky/tai-ve") { (context: May<ReadAudit>) in try await export(context) }
    }

    private static let pageSize = 50
    /// More lines than a table of one download holds are taken on the command line.
    private static let mostExported = 20_000

    private func query(_ context: May<ReadAudit>) -> AuditTrail.Query {
        let asked = context.visit.query
        func day(_ name: String, _ days: Int) -> Instant? { CivilDate(asked[name]).map { VietnamTime.startOfDay($0.adding(days: days)) } }
        return AuditTrail.Query(
            handle: asked.text("ai")?.lowercased(),
            action: AuditAction(rawValue: asked["viec"])?.rawValue,
            outcome: AuditOutcome(rawValue: asked["ket-qua"]),
            from: day("tu", 0),
            until: day("den", 1),
            before: AuditID(asked["truoc"]),
            limit: Self.pageSize + 1,
            // The head of everything sees also what concerns no portal.
            sites: chosenSites(context) ?? (context.site.parent == nil ? nil : context.sites)
        )
    }

    /// One of the portals below, where the filter names it.
    private func chosenSites(_ context: May<ReadAudit>) -> [SiteID]? {
        guard let site = context.visit.tree.site(code: context.visit.query["cong"]), site.id != context.site.id, context.sites.contains(site.id)
        else {
            return nil
        }
        return context.visit.tree.subtree(of: site.id)
    }

    /// What is asked for most often, one touch away.
    private func presets(_ context: May<ReadAudit>) -> [DeskLink] {
        let visit = context.visit
        let today = visit.now.civilDate
        return [
            ("today", "tu=\(today)"), ("week", "tu=\(today.adding(days: -6))"), ("refused", "ket-qua=refused"), ("roles", "viec=role-granted"),
            ("sign-ins", "viec=second-factor"),
        ].map { DeskLink(visit.word("desk.audit.preset-" + $0.0), DeskAddress.audit(context.site) + "?" + $0.1, visit.query(is: $0.1)) }
    }

    private func list(_ context: May<ReadAudit>) async throws -> DeskAnswer {
        let visit = context.visit
        let query = query(context)
        let found = try await desk.access.database.read { try AuditTrail.lines(query, in: $0) }
        let shown = found.prefix(Self.pageSize)
        let names = ["ai", "viec", "ket-qua", "tu", "den", "cong"]
        let kept = names.compactMap { name in visit.query.text(name).map { "\(name)=\(FormCoding.encode($0))" } }
        func address(_ path: String, _ more: [String]) -> String {
            let parts = kept + more
            return DeskAddress.audit(context.site) + path + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
        }
        let screen = AuditScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.audit.title"), current: "audit"),
            site: context.site.name,
            action: DeskAddress.audit(context.site),
            who: visit.query["ai"],
            from: visit.query["tu"],
            until: visit.query["den"],
            actions: AuditAction.allCases.map {
                Choice(value: $0.rawValue, label: visit.word("audit." + $0.rawValue), isChosen: $0.rawValue == visit.query["viec"])
            },
            outcomes: AuditOutcome.allCases.map {
                Choice(value: $0.rawValue, label: visit.word("desk.audit.outcome-" + $0.rawValue), isChosen: $0.rawValue == visit.query["ket-qua"])
            },
            sites: SiteChoices.make(context.sites, visit.tree, chosen: visit.query["cong"]),
            presets: presets(context),
            rows: shown.map { AuditRow($0, visit) },
            next: found.count > shown.count ? shown.last.map { address("", ["truoc=\($0.id)"]) } : nil,
            export: address("/tai-ve", [])
        )
        return try .page(.audit, screen, visit)
    }

    private func export(_ context: May<ReadAudit>) async throws -> DeskAnswer {
        let visit = context.visit
        var query = query(context)
        query.limit = 1000
        var table =
            "\u{FEFF}" + ["id", "at", "handle", "action", "outcome", "site", "object", "detail", "address", "agent"].joined(separator: ",") + "\r\n"
        var count = 0
        while count < Self.mostExported {
            let asked = query
            let page = try await desk.access.database.read { try AuditTrail.lines(asked, in: $0) }
            for line in page {
                let site = line.site.flatMap { visit.tree[$0]?.code } ?? ""
                let fields = [
                    "\(line.id)", line.at.rfc3339, line.handle, line.action, line.outcome.rawValue, site, line.object, line.detail, line.address,
                    line.agent,
                ]
                table += fields.map(Self.cell).joined(separator: ",") + "\r\n"
            }
            count += page.count
            guard page.count == query.limit, let last = page.last else { break }
            query.before = last.id
        }
        let (access, by, total) = (desk.access, context.session.person, count)
        try await access.database.write {
            try access.note(.auditExported, by: by, site: context.site.id, detail: "\(total)", from: visit.caller, in: $0)
        }
        return .download(ByteBuffer(string: table), type: "text/csv; charset=utf-8", name: "nhat-ky-\(context.site.code)-\(visit.now.civilDate).csv")
    }

    /// RFC 4180, and harmless in a spreadsheet: what strangers sent (an agent's name) must not run there.
    static func cell(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
        guard safe.contains(where: { ",\"\r\n".contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}

struct AuditRow: PageModel {
    let when: String
    let machineWhen: String
    let who: String
    let action: String
    let isRefused: Bool
    let object: String
    let site: String?
    let detail: String
    let address: String
    let browser: String

    init(_ line: AuditLine, _ visit: DeskVisit) {
        when = line.at.text(.numeric, language: visit.language.ofDates)
        machineWhen = line.at.rfc3339
        who = line.handle.isEmpty ? visit.word(line.address == "command line" ? "desk.audit.operator" : "desk.audit.nobody") : line.handle
        action = visit.word("audit." + line.action)
        isRefused = line.outcome == .refused
        object = line.object == line.handle ? "" : line.object
        site = line.site.flatMap { visit.tree[$0]?.shortName }
        detail = AuditWords.detail(line, visit)
        address = line.address
        browser = SessionRow.name(of: line.agent) ?? line.agent
    }

    static let shape: Shape<AuditRow> = [
        .text("when", \.when), .text("machineWhen", \.machineWhen), .text("who", \.who), .text("action", \.action), .flag("refused", \.isRefused),
        .text("object", \.object), .text("portal", \.site), .text("detail", \.detail), .text("address", \.address), .text("browser", \.browser),
    ]
}

struct AuditScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let action: String
    let who: String
    let from: String
    let until: String
    let actions: [Choice]
    let outcomes: [Choice]
    let sites: [Choice]
    let presets: [DeskLink]
    let rows: [AuditRow]
    let next: String?
    let export: String

    static let shape: Shape<AuditScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("action", \.action), .text("who", \.who), .text("from", \.from), .text("until", \.until),
        .many("actions", \.actions), .many("outcomes", \.outcomes), .many("sites", \.sites), .many("presets", \.presets), .many("rows", \.rows),
        .text("next", \.next), .text("export", \.export),
    ]
}

extension PageTemplate where Model == AuditScreen { static var audit: Self { Self("desk.audit", bare: true) } }
