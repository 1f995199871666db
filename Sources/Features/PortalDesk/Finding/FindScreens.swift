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
