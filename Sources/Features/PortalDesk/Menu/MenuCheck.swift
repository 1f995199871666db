import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Which targets of a menu lead nowhere: looked up together.
struct MenuCheck: Sendable {
    private var faults: [String: String] = [:]

    /// The code of what is wrong (`portal.menu.fault-…`); nil where nothing is known to be.
    func fault(_ target: String) -> String? { faults[target] }

    init(_ targets: [String], _ place: PortalVisit, _ portal: PortalDesk, _ index: SectionIndex) async throws {
        let site = place.site
        var items: [ItemID: [String]] = [:]
        for target in Set(targets) {
            if let code = PortalNetwork.WebAddress.siteCode(target) {
                let other = place.visit.tree.site(code: code)
                if other == nil { faults[target] = "portal" } else if other?.status == .closed { faults[target] = "closed" }
                continue
            }
            guard target.hasPrefix("/") else { continue }
            let parts = target.split(separator: "#").first.map(String.init) ?? "/"
            let path = String(parts.prefix { $0 != "?" })
            let first = path.split(separator: "/").first.map(String.init) ?? ""
            switch PublicAddress.read(path: path, query: nil) {
            case .address(.section(let code, _)), .elsewhere(.section(let code, _)):
                if index.section(code, on: site.id) == nil, !ReservedSegments.reservesPath(code) { faults[target] = "section" }
            case .address(.item(_, _, let id, _)), .elsewhere(.item(_, _, let id, _)): items[ItemID(rawValue: id), default: []].append(target)
            case .none:
                if !ReservedSegments.reservesPath(first) { faults[target] = "nothing" }
            default: break
            }
        }
        let live = Set(try await portal.reader.cards(Array(items.keys)).map(\.item))
        for (id, targets) in items where !live.contains(id) { for target in targets { faults[target] = "item" } }
        let outside = Set(targets.filter { $0.hasPrefix("http") })
        let broken = try await portal.publishing.database.read { db in
            try db.column(
                """
                SELECT address FROM outgoing_link WHERE address IN (\(list: outside.sorted()))
                AND state IN (\(list: [OutgoingLink.State.broken, .dangerous]))
                """,
                as: String.self
            )
        }
        for address in broken { faults[address] = "link" }
        // An old address leads on; it is no fault, however it is written.
        let old = try await portal.publishing.database.read { [faults] db in
            try db.column("SELECT path FROM old_address WHERE site = \(site.id) AND path IN (\(list: faults.keys.sorted()))", as: String.self)
        }
        for path in old { faults[path] = nil }
    }
}

struct MenuScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let outline: OutlineView
    let isOwn: Bool
    let isChanged: Bool
    let label: String
    let target: String
    let targets: [Choice]
    let error: String?

    static let shape: Shape<MenuScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .one("outline", \.outline), .flag("own", \.isOwn),
        .flag("changed", \.isChanged), .text("givenLabel", \.label), .text("givenTarget", \.target), .many("targets", \.targets),
        .text("error", \.error),
    ]
}

extension PageTemplate where Model == MenuScreen { static var menu: Self { Self("portaldesk.menu", bare: true) } }
