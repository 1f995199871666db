import HTTPTypes
import NIOCore
public import PortalNetwork
import Publishing
public import Store
import Vietnamese
public import Web

/// The watcher's cases for those who may have to act on them: chiefs, and who keeps the machine.
public struct WatchDesk: DeskPart {
    let database: any Database

    public init(database: any Database) { self.database = database }

    static func path(_ site: Site) -> String { "/desk/cong/\(site.code)/toan-ven" }

    public func rooms(_ visit: DeskVisit, _ session: LiveSession, on site: Site) -> [DeskRoom] {
        guard Self.mayLook(visit, session, site) else { return [] }
        return [DeskRoom(key: "watch", label: visit.word("watch.room"), href: Self.path(site))]
    }

    /// Open cases ring on the overviews.
    public func tiles(_ visit: DeskVisit, _ session: LiveSession, on site: Site) async throws -> [DeskTile] {
        guard Self.mayLook(visit, session, site) else { return [] }
        let sites = visit.tree.subtree(of: site.id)
        let cases = try await database.read { try CaseBook.list(sites, andOthers: site.parent == nil, .open, limit: 5, $0) }
        guard !cases.isEmpty else { return [] }
        let rows = cases.map { DeskTile.Row($0.place.description, href: Self.path(site) + "/\($0.id)", note: visit.time($0.firstSeen)) }
        return [DeskTile(visit.word("watch.room"), rows, link: DeskLink(visit.word("watch.all"), Self.path(site)), isUrgent: true)]
    }

    private static func mayLook(_ visit: DeskVisit, _ session: LiveSession, _ site: Site) -> Bool {
        mayDo(session.actor, .watchPages, on: Subject(site: site.id), in: visit.tree)
    }

    public func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/toan-ven"
        routes.on(.get, path) { (context: May<WatchPages>) in try await show(context, desk) }
        routes.on(.get, path + "/:case") { (context: May<WatchPages>) in try await one(context, desk) }
        routes.on(.get, path + "/:case/anh") { (context: May<WatchPages>) in try await picture(context) }
        routes.on(.post, path + "/:case/dong") { (context: May<WatchPages>) in try await dismiss(context, desk) }
    }

    private static let page = 40

    private func show(_ context: May<WatchPages>, _ desk: Desk) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let status = WatchCase.Status(rawValue: visit.query["xem"]) ?? .open
        let last = CaseID(visit.query["sau"])
        let (sites, andOthers) = (context.sites, site.parent == nil)
        let (cases, counts, pages) = try await database.read { db in
            (
                try CaseBook.list(sites, andOthers: andOthers, status, before: last, limit: Self.page + 1, db),
                try CaseBook.counts(sites, andOthers: andOthers, db), try CaseBook.figures(db)
            )
        }
        let path = Self.path(site)
        let screen = CasesScreen(
            frame: DeskFrame(desk, visit, title: visit.word("watch.room"), current: "watch"),
            site: site.name,
            standing: pages.map { visit.word("watch.standing", ["when": visit.time($0)]) } ?? visit.word("watch.not-running"),
            isStill: pages.map { visit.now.rawValue - $0.rawValue > 600_000 } ?? true,
            states: WatchCase.Status.allCases.map { one in
                DeskLink(visit.word("watch.status-" + one.rawValue) + " (\(counts[one] ?? 0))", path + "?xem=" + one.rawValue, one == status)
            },
            rows: cases.prefix(Self.page).map { CaseRow($0, path, visit) },
            next: cases.count > Self.page ? cases.dropLast().last.map { path + "?xem=\(status.rawValue)&sau=\($0.id)" } : nil
        )
        return try .page(.cases, screen, visit)
    }

    /// The case that the address names, on the portal it names or below; those of other installations on a top portal.
    private func named(_ context: May<WatchPages>) async throws -> WatchCase {
        guard let id = context.visit.parameter("case").flatMap({ CaseID($0) }), let one = try await database.read({ try CaseBook.one(id, $0) }),
            one.site.map({ context.visit.tree.isInside($0, context.site.id) }) ?? (context.site.parent == nil)
        else { throw PageError.notFound }
        return one
    }

    private func one(_ context: May<WatchPages>, _ desk: Desk, error: String? = nil) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let one = try await named(context)
        let (notes, people) = try await database.read { db in
            let notes = try CaseBook.notes(one.id, db)
            let people = try Set(notes.compactMap(\.person)).map { ($0, try People.person($0, in: db).name) }
            return (notes, Dictionary(people) { first, _ in first })
        }
        let path = Self.path(site)
        let screen = CaseScreen(
            frame: DeskFrame(desk, visit, title: one.place.description, current: "watch"),
            back: path,
            row: CaseRow(one, path, visit),
            findings: one.seen.map { FindingRow($0, visit) },
            lines: TextRow.rows(expected: one.expected ?? "", found: one.found ?? ""),
            picture: one.hasPicture ? path + "/\(one.id)/anh" : nil,
            notes: notes.map { NoteRow($0, people, visit) },
            action: one.status == .open ? path + "/\(one.id)/dong" : nil,
            reason: visit.form["ly-do"],
            error: error
        )
        return try .page(.one, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func picture(_ context: May<WatchPages>) async throws -> DeskAnswer {
        let id = try await named(context).id
        guard let bytes = try await database.read({ try CaseBook.picture(id, $0) }) else { throw PageError.notFound }
        return .bytes(ByteBuffer(bytes: bytes), type: "image/png")
    }

    private func dismiss(_ context: May<WatchPages>, _ desk: Desk) async throws -> DeskAnswer {
        let (visit, person, site) = (context.visit, context.session.person, context.site)
        let id = try await named(context).id
        let reason = visit.form["ly-do"].trimmed
        guard 10...500 ~= reason.count else { return try await one(context, desk, error: visit.word("watch.reason-missing")) }
        let access = desk.access
        try await database.write { db in
            guard try CaseBook.dismiss(id, reason: reason, by: person.id, at: visit.now, db) else { return }
            try access.note(.caseDismissed, by: person, on: "\(id)", site: site.id, detail: reason, from: visit.caller, in: db)
        }
        return .redirect(Self.path(site) + "?da=case-dismissed")
    }
}

enum WatchPages: DeskAction { static let action = Action.watchPages }
