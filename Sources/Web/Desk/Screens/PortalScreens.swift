import Hummingbird
import PortalNetwork
import Vietnamese

/// Choosing the portal to work on: every portal on which the person holds a role, or below one.
struct PortalScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong") { (context: StaffContext) in try list(context) }
        routes.on(.get, "/cong/:site") { (context: StaffContext) in try enter(context) }
    }

    private static let pageSize = 50

    private func list(_ context: StaffContext) throws -> DeskAnswer {
        let (visit, tree) = (context.visit, context.visit.tree)
        let grants = context.session.actor.grants
        let sought = visit.query.text("q").map { fold($0) }
        let reach = Set(grants.flatMap { tree.subtree(of: $0.site) })
        let found = tree.all.filter { site in
            reach.contains(site.id) && site.kind != .linked
                && (sought.map { fold(site.name).contains($0) || site.code.contains($0) || site.hosts.contains { $0.contains(sought ?? "") } } ?? true)
        }
        let page = min(max(1, Int(visit.query["trang"]) ?? 1), max(1, (found.count + Self.pageSize - 1) / Self.pageSize))
        func address(_ page: Int) -> String {
            DeskAddress.portals + "?q=\(FormCoding.encode(visit.query["q"]))&trang=\(page)"
        }
        let screen = PortalsScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.portals.title"), current: "portals"),
            sought: visit.query["q"],
            count: visit.word("desk.portals.count", ["count": "\(found.count)"]),
            rows: found.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize).map { site in
                PortalRow(
                    name: site.name,
                    href: DeskAddress.portals + "/" + site.code,
                    above: site.parent.flatMap { tree[$0] }?.shortName,
                    host: site.hosts.first ?? site.code,
                    roles: grants.filter { tree.isInside(site.id, $0.site) }.map { visit.word("role." + $0.role.rawValue) }.joined(separator: ", "),
                    state: site.status == .active ? nil : visit.word("desk.portals.state." + site.status.rawValue)
                )
            },
            previous: page > 1 ? address(page - 1) : nil,
            next: page * Self.pageSize < found.count ? address(page + 1) : nil
        )
        return try .page(.portals, screen, visit)
    }

    /// A portal's first room that the person may enter.
    private func enter(_ context: StaffContext) throws -> DeskAnswer {
        let site = try context.visit.namedSite()
        guard context.session.actor.grants.contains(where: { context.visit.tree.isInside(site.id, $0.site) }) else {
            return .redirect(DeskAddress.portals)
        }
        let rooms = desk.parts.flatMap { $0.rooms(context.visit, context.session, on: site) }
        return .redirect(rooms.first?.href ?? DeskAddress.home)
    }
}

struct PortalRow: PageModel {
    let name: String
    let href: String
    let above: String?
    let host: String
    let roles: String
    let state: String?

    static let shape: Shape<PortalRow> = [
        .text("name", \.name), .text("href", \.href), .text("above", \.above), .text("host", \.host), .text("roles", \.roles),
        .text("state", \.state),
    ]
}

struct PortalsScreen: DeskModel {
    let frame: DeskFrame
    let sought: String
    let count: String
    let rows: [PortalRow]
    let previous: String?
    let next: String?

    static let shape: Shape<PortalsScreen> = [
        .one("desk", \.frame), .text("sought", \.sought), .text("count", \.count), .many("rows", \.rows), .text("previous", \.previous),
        .text("next", \.next),
    ]
}

extension PageTemplate where Model == PortalsScreen { static var portals: Self { Self("desk.portals", bare: true) } }
