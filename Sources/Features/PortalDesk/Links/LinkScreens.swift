import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Links that lead out of a portal and those below it: which are broken, dangerous, moved; the articles that carry them; and the list of dangerous hosts.
struct LinkScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    private static let page = 40

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/lien-ket"
        routes.on(.get, path) { (context: May<ReadReports>) in try await show(PortalVisit(context, desk)) }
        routes.on(.post, path + "/kiem-tra") { (context: May<ReadReports>) in try await recheck(PortalVisit(context, desk)) }
        routes.on(.get, path + "/nguy-hiem") { (context: May<WatchLinks>) in try await hosts(PortalVisit(context, desk)) }
        routes.on(.post, path + "/nguy-hiem") { (context: May<WatchLinks>) in try await change(PortalVisit(context, desk)) }
    }

    private func sites(_ place: PortalVisit) -> [SiteID] { place.visit.tree.subtree(of: place.site.id) }

    private func show(_ place: PortalVisit) async throws -> DeskAnswer {
        let visit = place.visit
        let sites = sites(place)
        let state = OutgoingLink.State(rawValue: visit.query["xem"]) ?? .broken
        let last = OutgoingLinkID(visit.query["sau"])
        let database = portal.publishing.database
        async let counted = database.read { try OutgoingLinks.counts(sites, $0) }
        let (lines, uses) = try await database.read { db in
            let lines = try OutgoingLinks.lines(sites, state: state, after: last, limit: Self.page + 1, db)
            return (lines, try OutgoingLinks.items(with: lines.prefix(Self.page).map(\.link.id), on: sites, limit: 3, db))
        }
        let counts = try await counted
        let cards = Dictionary(try await portal.reader.cards(uses.values.flatMap { $0 }).map { ($0.item, $0) }) { first, _ in first }
        let title = visit.word("portal.tab.lien-ket")
        let path = PortalTab.links.path(place.site)
        let shown = lines.prefix(Self.page)
        let isTop = place.site.parent == nil && mayDo(place.session.actor, .watchLinks, on: Subject(site: place.site.id), in: visit.tree)
        let screen = LinksScreen(
            frame: place.frame(title),
            top: place.top(.links, title),
            action: path,
            hosts: isTop ? path + "/nguy-hiem" : nil,
            states: OutgoingLink.State.allCases.map { one in
                let number = DashboardScreens.bounded(counts[one] ?? 0, OutgoingLinks.most, visit)
                return DeskLink(
                    visit.word("portal.link.state-" + one.rawValue) + (OutgoingLinks.counted.contains(one) ? " (\(number))" : ""),
                    path + "?xem=" + one.rawValue,
                    one == state
                )
            },
            rows: shown.map { line in
                LinkRow(line.link, uses: line.uses, items: (uses[line.link.id] ?? []).compactMap { cards[$0] }, portal.addresses, visit)
            },
            next: lines.count > Self.page ? shown.last.map { path + "?xem=\(state.rawValue)&sau=\($0.link.id)" } : nil
        )
        return try .page(.links, screen, visit)
    }

    private func recheck(_ place: PortalVisit) async throws -> DeskAnswer {
        let (visit, sites) = (place.visit, sites(place))
        let ids = visit.form.text("ma").flatMap { OutgoingLinkID($0) }.map { [$0] }
        let state = OutgoingLink.State(rawValue: visit.form["xem"]) ?? .broken
        let note = place.note(.linksChecked, on: place.site.code)
        let job: JobID = portal.publishing.ids.next()
        try await portal.publishing.database.write { db in
            // Only what articles of these portals carry.
            let own =
                try ids.map { Array(try OutgoingLinks.items(with: $0, on: sites, limit: 1, db).keys) }
                ?? OutgoingLinks.lines(sites, state: state, limit: 500, db).map(\.link.id)
            guard !own.isEmpty else { return }
            try OutgoingLinks.recheck(own, at: visit.now, db)
            try JobQueue.add(CheckLinks.job("\(job)", id: job, at: visit.now), at: visit.now, db)
            try note(db)
        }
        return .redirect(PortalTab.links.path(place.site) + "?xem=\(state.rawValue)&da=links-asked")
    }

    // MARK: - Dangerous hosts, of the whole installation

    private func hosts(_ place: PortalVisit, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        guard place.site.parent == nil else { throw PageError.notFound }
        let visit = place.visit
        let all = try await portal.publishing.database.read { try DangerousHost.all($0) }
        let title = visit.word("portal.link.hosts")
        let screen = HostsScreen(
            frame: place.frame(title),
            top: place.top(.links, title),
            back: PortalTab.links.path(place.site),
            action: PortalTab.links.path(place.site) + "/nguy-hiem",
            rows: all.map { HostRow(host: $0.host, note: $0.note, since: visit.time($0.addedAt)) },
            host: error == nil ? "" : visit.form["ten-mien"],
            note: error == nil ? "" : visit.form["ghi-chu"],
            error: error.map(visit.said)
        )
        return try .page(.hosts, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func change(_ place: PortalVisit) async throws -> DeskAnswer {
        guard place.site.parent == nil else { throw PageError.notFound }
        let (visit, person) = (place.visit, place.session.person.id)
        do {
            if let host = visit.form.text("bo") {
                let note = place.note(.watchChanged, on: host, detail: "removed")
                try await portal.publishing.database.write { db in
                    if try DangerousHost.remove(host, at: visit.now, db) { try note(db) }
                }
            } else {
                let host = visit.form["ten-mien"].trimmed
                let note = place.note(.watchChanged, on: host, detail: "added")
                try await portal.publishing.database.write { db in
                    guard try DangerousHost.add(host, note: visit.form["ghi-chu"].trimmed, by: person, at: visit.now, db) else {
                        throw PortalRefusal.hostUnreadable(host)
                    }
                    try note(db)
                }
            }
            return .redirect(PortalTab.links.path(place.site) + "/nguy-hiem?da=hosts-saved")
        } catch let refusal as PortalRefusal {
            return try await hosts(place, error: refusal)
        }
    }
}

struct LinkRow: PageModel {
    let id: String
    let address: String
    let why: String
    let note: String
    let target: String?
    let isDangerous: Bool
    let items: [DeskLink]

    init(_ link: OutgoingLink, uses: Int, items: [RevealedCard], _ addresses: Addresses, _ visit: DeskVisit) {
        id = "\(link.id)"
        address = link.address
        let code = link.status.map { " (\($0))" } ?? ""
        why = link.reason.map { visit.word("portal.link.reason-" + $0) + code } ?? visit.word("portal.link.state-" + link.state.rawValue) + code
        note = [
            link.brokenSince.map { visit.word("portal.link.since", ["when": visit.time($0), "count": "\(link.failures)"]) },
            link.checkedAt.map { visit.word("portal.link.checked", ["when": visit.time($0)]) },
            visit.word("portal.link.uses", ["count": DashboardScreens.bounded(uses, OutgoingLinks.countedUses, visit)]),
        ].compactMap { $0 }.joined(separator: " · ")
        target = link.target
        isDangerous = link.state == .dangerous
        self.items = items.map { card in
            let path = visit.desk.parts.lazy.compactMap { $0.address(of: card.item, on: card.site, visit) }.first
            return DeskLink(
                card.content.title,
                path ?? visit.tree[card.site].flatMap { visit.desk.face.origins.url($0, addresses.path(of: card)) } ?? "/"
            )
        }
    }

    static let shape: Shape<LinkRow> = [
        .text("id", \.id), .text("address", \.address), .text("why", \.why), .text("note", \.note), .text("target", \.target),
        .flag("dangerous", \.isDangerous), .many("items", \.items),
    ]
}

struct LinksScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let hosts: String?
    let states: [DeskLink]
    let rows: [LinkRow]
    let next: String?

    static let shape: Shape<LinksScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .text("hosts", \.hosts), .many("states", \.states),
        .many("rows", \.rows), .text("next", \.next),
    ]
}

struct HostRow: PageModel {
    let host: String
    let note: String
    let since: String

    static let shape: Shape<HostRow> = [.text("host", \.host), .text("note", \.note), .text("since", \.since)]
}

struct HostsScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let back: String
    let action: String
    let rows: [HostRow]
    let host: String
    let note: String
    let error: String?

    static let shape: Shape<HostsScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("back", \.back), .text("action", \.action), .many("rows", \.rows),
        .text("givenHost", \.host),
        .text("givenNote", \.note), .text("error", \.error),
    ]
}

extension PageTemplate where Model == LinksScreen { static var links: Self { Self("portaldesk.links", bare: true) } }
extension PageTemplate where Model == HostsScreen { static var hosts: Self { Self("portaldesk.hosts", bare: true) } }
