import Casework
import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

enum ReadRatings: DeskAction { static let action = Action.readReports }

/// The pages that readers found useless, for who answers for the portal; and on the overview of each person those that are theirs.
struct RatedDesk {
    let publishing: Publisher
    let clock: Store.Clock

    private static let size = 50

    private var ratings: PageRatings { PageRatings(database: publishing.database, clock: clock) }

    private static func path(_ site: Site) -> String { "/desk/cong/\(site.code)/danh-gia" }

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        routes.on(.get, "/cong/:site/danh-gia") { (context: May<ReadRatings>) in try await show(context, desk) }
    }

    func rooms(_ visit: DeskVisit, _ session: LiveSession, on site: Site) -> [DeskRoom] {
        guard mayDo(session.actor, .readReports, on: Subject(site: site.id), in: visit.tree) else { return [] }
        return [DeskRoom(key: "ratings", label: visit.word("cases.ratings"), href: Self.path(site))]
    }

    func tiles(_ visit: DeskVisit, _ session: LiveSession, on site: Site) async throws -> [DeskTile] {
        let own = try await rows(try await ratings.worst(on: visit.tree.subtree(of: site.id), of: session.person.id, limit: 5), visit)
        guard !own.isEmpty else { return [] }
        return [DeskTile(visit.word("cases.ratings.own"), own.map { DeskTile.Row($0.title, href: $0.href, note: $0.sum) })]
    }

    private func show(_ context: May<ReadRatings>, _ desk: Desk) async throws -> DeskAnswer {
        let visit = context.visit
        let screen = RatedScreen(
            frame: DeskFrame(desk, visit, title: visit.word("cases.ratings"), current: "ratings"),
            site: context.site.name,
            rows: try await rows(try await ratings.worst(on: context.sites, limit: Self.size), visit)
        )
        return try .page(.rated, screen, visit)
    }

    /// With the titles of what is public still.
    private func rows(_ found: [PageRatings.Rated], _ visit: DeskVisit) async throws -> [RatedRow] {
        let reader = Reader(database: publishing.database, keyring: publishing.keyring, kinds: publishing.kinds)
        var rows: [RatedRow] = []
        for one in found {
            guard case .shown(let item, _, _, _) = try await reader.item(one.item, on: one.site, others: 0), let site = visit.tree[one.site] else {
                continue
            }
            rows.append(
                RatedRow(
                    title: item.card.content.title,
                    href: "/desk/cong/\(site.code)/bai/\(one.item)",
                    site: site.shortName,
                    sum: visit.word("cases.ratings.sum", ["useless": "\(one.useless)", "useful": "\(one.useful)"])
                )
            )
        }
        return rows
    }
}

struct RatedRow: PageModel {
    let title: String
    let href: String
    let site: String
    let sum: String

    static let shape: Shape<RatedRow> = [.text("title", \.title), .text("href", \.href), .text("site", \.site), .text("sum", \.sum)]
}

struct RatedScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let rows: [RatedRow]

    static let shape: Shape<RatedScreen> = [.one("desk", \.frame), .text("site", \.site), .many("rows", \.rows)]
}

extension PageTemplate where Model == RatedScreen { static var rated: Self { Self("questions.rated", bare: true) } }
