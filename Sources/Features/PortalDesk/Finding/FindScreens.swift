import Foundation
import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Finding things: one field over portals, sections, people, articles and rooms of the desk, as far as the person may see them; and lists kept under a name.
struct FindScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/tim") { (context: StaffContext) in try await show(context) }
        routes.on(.get, "/tim/ket-qua") { (context: StaffContext) in try await json(context) }
        routes.on(.post, "/bo-loc") { (context: StaffContext) in try await keep(context) }
    }

    private func find(_ context: StaffContext) async throws -> [DeskTile] {
        guard let text = context.visit.query.text("q"), text.count <= 100 else { return [] }
        let (visit, session) = (context.visit, context.session)
        var found = try await Finder(portal, visit, session).find(text)
        for part in desk.parts { found += try await part.finds(text, visit, session) }
        return found.filter { !$0.rows.isEmpty }
    }

    private func filters(_ person: PersonID) async throws -> [SavedFilter] {
        try await portal.publishing.database.read { try SavedFilter.all(of: person, $0) }
    }

    private func show(_ context: StaffContext, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = context.visit
        let found = try await find(context)
        let sought = visit.query["q"]
        let kept = try await filters(context.session.person.id)
        let screen = FindScreen(
            frame: DeskFrame(desk, visit, title: visit.word("portal.find.title"), current: "find"),
            sought: sought,
            groups: found.map(TileView.init),
            isNothing: !sought.trimmed.isEmpty && found.isEmpty,
            filters: kept.map { FilterRow(id: "\($0.id)", name: $0.name, address: $0.address) },
            name: error == nil ? visit.query["ten"] : visit.form["ten"],
            address: error == nil ? (Self.isDesk(visit.query["dia-chi"]) ? visit.query["dia-chi"] : "") : visit.form["dia-chi"],
            error: error.map(visit.said)
        )
        return try .page(.find, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private struct Group: Encodable {
        struct Row: Encodable {
            let label: String
            let note: String?
            let href: String?
        }

        let title: String
        let rows: [Row]
    }

    private func json(_ context: StaffContext) async throws -> DeskAnswer {
        var groups = try await find(context).map { tile in
            Group(title: tile.title, rows: tile.rows.map { Group.Row(label: $0.label, note: $0.note, href: $0.href) })
        }
        let sought = fold(context.visit.query["q"].trimmed)
        let kept = try await filters(context.session.person.id).filter { sought.isEmpty || fold($0.name).contains(sought) }
        if !kept.isEmpty {
            groups.append(
                Group(title: context.visit.word("portal.find.kept"), rows: kept.map { Group.Row(label: $0.name, note: nil, href: $0.address) })
            )
        }
        return .json(ByteBuffer(bytes: try JSONEncoder().encode(groups)))
    }

    private static func isDesk(_ address: String) -> Bool {
        address.hasPrefix("/desk/") && !address.contains("//") && !address.contains("\\") && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private func keep(_ context: StaffContext) async throws -> DeskAnswer {
        let (visit, person) = (context.visit, context.session.person.id)
        if let id = visit.form.text("bo").flatMap({ SavedFilterID($0) }) {
            _ = try await portal.publishing.database.write { try SavedFilter.remove(id, of: person, $0) }
            return .redirect("/desk/tim?da=filter-removed")
        }
        do {
            let (name, address) = (visit.form["ten"].trimmed, visit.form["dia-chi"].trimmed)
            guard !name.isEmpty, name.count <= 80 else { throw PortalRefusal.nameMissing(limit: 80) }
            guard Self.isDesk(address) else { throw PortalRefusal.targetUnreadable(address) }
            let id: SavedFilterID = portal.publishing.ids.next()
            let isKept = try await portal.publishing.database.write {
                try SavedFilter.add(id, name: nfc(name), address: address, of: person, at: visit.now, $0)
            }
            guard isKept else { throw PortalRefusal.tooManyFilters(limit: SavedFilter.limit) }
            return .redirect("/desk/tim?da=filter-kept")
        } catch let refusal as PortalRefusal {
            return try await show(context, error: refusal)
        }
    }
}

/// Looks everywhere at once, each in the bounds of what the person may see.
struct Finder: Sendable {
    private static let most = 6
    private let portal: PortalDesk
    private let visit: DeskVisit
    private let session: LiveSession

    init(_ portal: PortalDesk, _ visit: DeskVisit, _ session: LiveSession) {
        self.portal = portal
        self.visit = visit
        self.session = session
    }

    func find(_ text: String) async throws -> [DeskTile] {
        let wanted = fold(text)
        return [
            DeskTile(visit.word("portal.find.screens"), screens(wanted)), DeskTile(visit.word("portal.find.portals"), portals(wanted)),
            DeskTile(visit.word("portal.find.articles"), try await articles(text)), DeskTile(visit.word("portal.find.sections"), sections(wanted)),
            DeskTile(visit.word("portal.find.people"), try await people(wanted)),
        ]
    }

    private func reach(_ action: Action) -> [Site] { DeskReach(session.actor, visit.tree).tops(action) }

    private func screens(_ wanted: String) -> [DeskTile.Row] {
        guard let site = visit.portal else { return [] }
        let tabs = PortalTab.allCases.filter { mayDo(session.actor, $0.action, on: Subject(site: site.id), in: visit.tree) }
            .map { DeskRoom(key: $0.rawValue, label: visit.word("portal.tab." + $0.rawValue), href: $0.path(site)) }
        let rooms = visit.desk.parts.flatMap { $0.rooms(visit, session, on: site) }
        return (rooms + tabs).filter { fold($0.label).contains(wanted) }.prefix(Self.most)
            .map { DeskTile.Row($0.label, href: $0.href, note: site.shortName) }
    }

    private func portals(_ wanted: String) -> [DeskTile.Row] {
        let tops = Set(session.actor.grants.map(\.site))
        let all = tops.filter { site in !tops.contains { $0 != site && visit.tree.isInside(site, $0) } }.sorted().flatMap {
            visit.tree.subtree(of: $0)
        }
        return all.lazy.compactMap { visit.tree[$0] }
            .filter { site in
                site.kind != .linked
                    && (fold(site.name).contains(wanted) || fold(site.shortName).contains(wanted) || site.code.contains(wanted)
                        || site.hosts.contains { $0.contains(wanted) })
            }
            .prefix(Self.most).map { DeskTile.Row($0.name, href: "/desk/cong/\($0.code)", note: $0.hosts.first ?? $0.code) }
    }

    private func sections(_ wanted: String) -> [DeskTile.Row] {
        let index = portal.sections()
        return reach(.editSections).flatMap { visit.tree.subtree(of: $0.id) }.lazy.flatMap { index.all(on: $0) }
            .filter { fold($0.name).contains(wanted) || $0.code.contains(wanted) }.prefix(Self.most)
            .compactMap { section in
                visit.tree[section.site].map { site in
                    DeskTile.Row(section.name, href: PortalTab.sections.path(site) + "/sua/" + section.code, note: site.shortName)
                }
            }
    }

    /// Live articles only, on portals whose items the person may read; by the words of their titles, or by address.
    private func articles(_ text: String) async throws -> [DeskTile.Row] {
        let tops = reach(.read).prefix(3)
        guard !tops.isEmpty else { return [] }
        var ids: [ItemID] = []
        if let id = ItemID(String(text.trimmed.suffix(13)).lowercased()) { ids.append(id) }
        ids += try await portal.find(text, tops.map(\.id), true, 2 * Self.most)
        let sites = Set(tops.flatMap { visit.tree.subtree(of: $0.id) })
        let found = try await portal.reader.cards(ids).filter { sites.contains($0.site) }
        return found.prefix(Self.most).map { card in
            let path = visit.desk.parts.lazy.compactMap { $0.address(of: card.item, on: card.site, visit) }.first
            let href = path ?? visit.tree[card.site].flatMap { visit.desk.face.origins.url($0, portal.addresses.path(of: card)) }
            let note = [visit.tree[card.site]?.shortName, DateTexts.date(card.publishedAt, visit.language)].compactMap { $0 }.joined(separator: " · ")
            return DeskTile.Row(card.content.title, href: href, note: note)
        }
    }

    private func people(_ wanted: String) async throws -> [DeskTile.Row] {
        let tops = reach(.readPeople)
        let sites = tops.flatMap { visit.tree.subtree(of: $0.id) }
        guard !sites.isEmpty else { return [] }
        let (found, places) = try await portal.publishing.database.read { [now = visit.now] db in
            let found = try People.list(PeopleQuery(sites: sites, text: wanted, limit: Self.most), at: now, in: db)
            let places = try db.rows(
                """
                SELECT person, min(site) FROM person_role WHERE person IN (\(list: found.map(\.id))) AND site IN (\(list: sites)) GROUP BY person
                """
            ).map { (try $0[0] as PersonID, try $0[1] as SiteID) }
            return (found, Dictionary(places) { first, _ in first })
        }
        return found.compactMap { person in
            guard let site = places[person.id].flatMap({ visit.tree[$0] }) else { return nil }
            return DeskTile.Row(person.name, href: "/desk/cong/\(site.code)/nguoi-dung/\(person.handle)", note: site.shortName)
        }
    }
}

struct FilterRow: PageModel {
    let id: String
    let name: String
    let address: String

    static let shape: Shape<FilterRow> = [.text("id", \.id), .text("name", \.name), .text("address", \.address)]
}

struct FindScreen: DeskModel {
    let frame: DeskFrame
    let sought: String
    let groups: [TileView]
    let isNothing: Bool
    let filters: [FilterRow]
    let name: String
    let address: String
    let error: String?

    static let shape: Shape<FindScreen> = [
        .one("desk", \.frame), .text("sought", \.sought), .many("groups", \.groups), .flag("nothing", \.isNothing), .many("filters", \.filters),
        .text("givenName", \.name), .text("givenAddress", \.address), .text("error", \.error),
    ]
}

extension PageTemplate where Model == FindScreen { static var find: Self { Self("portaldesk.find", bare: true) } }
