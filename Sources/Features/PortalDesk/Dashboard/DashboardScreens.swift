import HTTPTypes
public import PortalNetwork
import Publishing
import Store
import Vietnamese
public import Web

/// How a portal stands: figures, what is read, what waits, what has grown old.
struct DashboardScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/tong-quan") { (context: May<ReadReports>) in try await show(PortalVisit(context, desk)) }
    }

    private func show(_ place: PortalVisit) async throws -> DeskAnswer {
        let visit = place.visit
        let sites = visit.tree.subtree(of: place.site.id)
        let now = visit.now
        async let tiles = desk.tiles(visit, place.session, on: place.site)
        let (figures, links, days) = try await portal.publishing.database.read { db in
            (
                try PortalFigures.read(sites, at: now, db), try OutgoingLinks.counts(sites, of: [.broken, .dangerous], db),
                try MostRead.byDay(sites, days: 14, until: now.civilDate, db)
            )
        }
        let most = max(1, days.map(\.n).max() ?? 1)
        let title = visit.word("portal.tab.tong-quan")
        func figure(_ key: String, _ n: Int, _ tab: PortalTab? = nil, upTo bound: Int = .max) -> FigureView {
            let may = tab.map { mayDo(place.session.actor, $0.action, on: Subject(site: place.site.id), in: visit.tree) } ?? false
            let value = Self.bounded(n, bound, visit)
            return FigureView(label: visit.word("portal.figure." + key), value: value, href: may ? tab?.path(place.site) : nil)
        }
        let screen = DashboardScreen(
            frame: place.frame(title),
            top: place.top(.overview, title),
            figures: [
                figure("articles", figures.articles), figure("others", figures.others), figure("week", figures.publishedThisWeek),
                figure("portals", sites.count), figure("sections", figures.sections, .sections), figure("missing", figures.missing, .missing),
                figure("broken", links[.broken] ?? 0, .links, upTo: OutgoingLinks.most),
                figure("dangerous", links[.dangerous] ?? 0, .links, upTo: OutgoingLinks.most),
            ],
            days: days.map { DayView(label: DateTexts.day($0.day, visit.language), value: Self.grouped($0.n, visit), share: "\($0.n * 100 / most)") },
            hasDays: days.contains { $0.n > 0 },
            tiles: try await tiles.map(TileView.init)
        )
        return try .page(.dashboard, screen, visit)
    }

    /// A number that was counted up to a bound: `10.000+` where there may be more.
    static func bounded(_ n: Int, _ bound: Int, _ visit: DeskVisit) -> String { grouped(n, visit) + (n >= bound ? "+" : "") }

    /// `12.345` as Vietnamese readers expect it, `12,345` elsewhere.
    static func grouped(_ n: Int, _ visit: DeskVisit) -> String {
        let digits = Array("\(n)")
        return digits.enumerated().map { at, digit in
            at > 0 && (digits.count - at).isMultiple(of: 3) ? (visit.language == .vi ? "." : ",") + String(digit) : String(digit)
        }.joined()
    }
}

extension PortalDesk {
    /// What readers read these days, standing pages nobody touched for half a year, and links that want looking at.
    public func tiles(_ visit: DeskVisit, _ session: LiveSession, on site: Site) async throws -> [DeskTile] {
        guard mayDo(session.actor, .readReports, on: Subject(site: site.id), in: visit.tree) else { return [] }
        let sites = visit.tree.subtree(of: site.id)
        let now = visit.now
        let (day, week, stale, bad) = try await publishing.database.read { db in
            (
                try MostRead.read(sites, .day, until: now.civilDate, limit: 8, db),
                try MostRead.read(sites, .week, until: now.civilDate, limit: 8, db),
                try StalePage.read(sites, kinds: standing, before: now.adding(seconds: -183 * 86_400), limit: 8, db),
                try OutgoingLinks.lines(sites, state: .dangerous, limit: 5, db)
            )
        }
        let cards = Dictionary(
            try await reader.cards(day.map(\.item) + week.map(\.item) + stale.map(\.item)).map { ($0.item, $0) }
        ) { first, _ in first }
        func row(_ item: ItemID, _ note: String) -> DeskTile.Row? {
            guard let card = cards[item] else { return nil }
            let path = visit.desk.parts.lazy.compactMap { $0.address(of: item, on: card.site, visit) }.first
            let href = path ?? visit.tree[card.site].flatMap { visit.desk.face.origins.url($0, addresses.path(of: card)) }
            return DeskTile.Row(
                card.content.title,
                href: href,
                note: card.site == site.id ? note : "\(note) · \(visit.tree[card.site]?.shortName ?? "")"
            )
        }
        func rows(_ all: [MostRead]) -> [DeskTile.Row] {
            all.compactMap { row($0.item, visit.word("portal.tile.times", ["count": DashboardScreens.grouped($0.n, visit)])) }
        }
        var tiles = [
            DeskTile(visit.word("portal.tile.read-today"), rows(day), empty: visit.word("portal.tile.read-none")),
            DeskTile(visit.word("portal.tile.read-week"), rows(week), empty: visit.word("portal.tile.read-none")),
            DeskTile(
                visit.word("portal.tile.stale"),
                stale.compactMap { row($0.item, visit.word("portal.tile.touched", ["when": DateTexts.date($0.touchedAt, visit.language)])) },
                empty: visit.word("portal.tile.stale-none")
            ),
        ]
        if !bad.isEmpty {
            tiles.insert(
                DeskTile(
                    visit.word("portal.tile.dangerous"),
                    bad.map { DeskTile.Row($0.link.address, note: visit.word("portal.link.reason-" + ($0.link.reason ?? "listed"))) },
                    link: DeskLink(visit.word("portal.tile.all"), PortalTab.links.path(site) + "?xem=dangerous"),
                    isUrgent: true
                ),
                at: 0
            )
        }
        return tiles
    }
}

struct FigureView: PageModel {
    let label: String
    let value: String
    let href: String?

    static let shape: Shape<FigureView> = [.text("label", \.label), .text("value", \.value), .text("href", \.href)]
}

struct DayView: PageModel {
    let label: String
    let value: String
    let share: String

    static let shape: Shape<DayView> = [.text("label", \.label), .text("value", \.value), .text("share", \.share)]
}

struct DashboardScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let figures: [FigureView]
    let days: [DayView]
    let hasDays: Bool
    let tiles: [TileView]

    static let shape: Shape<DashboardScreen> = [
        .one("desk", \.frame), .one("top", \.top), .many("figures", \.figures), .many("days", \.days), .flag("hasDays", \.hasDays),
        .many("tiles", \.tiles),
    ]
}

extension PageTemplate where Model == DashboardScreen { static var dashboard: Self { Self("portaldesk.dashboard", bare: true) } }
