import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The portals below one; a portal's name, hosts and contact; what becomes of it as a whole.
struct SiteScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    private static let page = 100

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/cong-con") { (context: May<ChangeSite>) in try await list(PortalVisit(context, desk)) }
        routes.on(.get, "/cong/:site/thiet-dat") { (context: May<ChangeSite>) in try await settings(PortalVisit(context, desk)) }
        routes.on(.post, "/cong/:site/thiet-dat") { (context: May<ChangeSite>) in try await change(PortalVisit(context, desk)) }
        routes.on(.post, "/cong/:site/trang-thai") { (context: May<ChangeSite>) in try await turn(PortalVisit(context, desk)) }
    }

    private func list(_ place: PortalVisit) async throws -> DeskAnswer {
        let visit = place.visit
        let now = visit.now
        let tree = try await portal.publishing.database.read { try Sites.tree(visit.tree, at: now, in: $0) }
        let sought = visit.query.text("q").map { fold($0) }
        let all = tree.subtree(of: place.site.id).dropFirst().compactMap { tree[$0] }.filter { site in
            sought.map { fold(site.name).contains($0) || site.code.contains($0) || site.hosts.contains { host in host.contains(sought ?? "") } }
                ?? true
        }
        let page = min(max(1, Int(visit.query["trang"]) ?? 1), max(1, (all.count + Self.page - 1) / Self.page))
        let path = PortalTab.sites.path(place.site)
        func address(_ page: Int) -> String { path + "?q=\(FormCoding.encode(visit.query["q"]))&trang=\(page)" }
        let title = visit.word("portal.tab.cong-con")
        let top = tree.ancestors(of: place.site.id).count + 1
        let screen = SitesScreen(
            frame: place.frame(title),
            top: place.top(.sites, title),
            action: path,
            own: "/desk/cong/\(place.site.code)/thiet-dat",
            batch: mayDo(place.session.actor, .addSite, on: Subject(site: place.site.id), in: visit.tree) ? path + "/hang-loat" : nil,
            sought: visit.query["q"],
            count: visit.word("desk.portals.count", ["count": "\(all.count)"]),
            rows: all.dropFirst((page - 1) * Self.page).prefix(Self.page).map { site in
                SiteRow(
                    name: site.name,
                    href: site.kind == .linked ? site.url ?? "" : "/desk/cong/\(site.code)/thiet-dat",
                    depth: "\(min(3, tree.ancestors(of: site.id).count - top))",
                    note: ([site.code] + site.hosts.prefix(2)).joined(separator: " · "),
                    state: site.kind == .linked
                        ? visit.word("portal.site.linked") : site.status == .active ? nil : visit.word("desk.portals.state." + site.status.rawValue)
                )
            },
            previous: page > 1 ? address(page - 1) : nil,
            next: page * Self.page < all.count ? address(page + 1) : nil
        )
        return try .page(.sites, screen, visit)
    }

    private func settings(_ place: PortalVisit, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let (visit, id) = (place.visit, place.site.id)
        let site = try await portal.publishing.database.read { try Sites.site(id, in: $0) }
        let isForm = error != nil && visit.form.names.contains("ten")
        func value(_ field: String, _ stored: String?) -> String { isForm ? visit.form[field] : stored ?? "" }
        let title = visit.word("portal.site.settings")
        let reach = DeskReach(place.session.actor, visit.tree).tops(.changeSite).flatMap { visit.tree.subtree(of: $0.id) }
        let screen = SiteSettingsScreen(
            frame: place.frame(title),
            top: place.top(.sites, title),
            back: PortalTab.sites.path(site.parent.flatMap { visit.tree[$0] }.flatMap { reach.contains($0.id) ? $0 : nil } ?? site),
            action: "/desk/cong/\(site.code)/thiet-dat",
            turn: "/desk/cong/\(site.code)/trang-thai",
            version: "\(site.version)",
            name: value("ten", site.name),
            shortName: value("ten-ngan", site.shortName),
            hosts: value("ten-mien", site.hosts.joined(separator: "\n")),
            address: value("dia-chi", site.contact.address),
            phone: value("dien-thoai", site.contact.phone),
            email: value("thu", site.contact.email),
            responsible: value("phu-trach", site.contact.responsible),
            licence: value("giay-phep", site.contact.licence),
            state: visit.word("portal.site.state-" + site.status.rawValue),
            reason: site.statusReason,
            isActive: site.status == .active,
            successors: reach.compactMap { visit.tree[$0] }.filter { $0.id != site.id && $0.kind != .linked && $0.status != .closed }.prefix(500).map
            {
                Choice(value: $0.code, label: $0.shortName, isChosen: $0.id == site.successor)
            },
            given: visit.form["ly-do"],
            error: error.map(visit.said)
        )
        return try .page(.siteSettings, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func change(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let (id, form) = (place.site.id, place.form)
            var settings = SiteSettings(try await portal.publishing.database.read { try Sites.site(id, in: $0) })
            settings.name = form["ten"]
            settings.shortName = form["ten-ngan"]
            settings.hosts = form["ten-mien"].split(whereSeparator: \.isWhitespace).map(String.init)
            settings.contact.address = form.text("dia-chi")
            settings.contact.phone = form.text("dien-thoai")
            settings.contact.email = form.text("thu")
            settings.contact.responsible = form.text("phu-trach")
            settings.contact.licence = form.text("giay-phep")
            try await portal.publishing.changeSite(
                id,
                to: settings,
                version: Int(form["ban"]) ?? -1,
                by: place.by,
                also: place.note(.siteChanged, on: place.site.code)
            )
            return .redirect("/desk/cong/\(place.site.code)/thiet-dat?da=site-saved")
        } catch let refusal as any Refusal {
            return try await settings(place, error: refusal)
        }
    }

    private func turn(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let form = place.form
            let turn: SiteTurn
            switch form["lam"] {
            case "active": turn = .activate
            case "merging": turn = .beginMerging
            case "frozen": turn = .freeze(reason: form["ly-do"])
            case "closed": turn = .close(reason: form["ly-do"])
            case "redirected":
                guard let target = place.visit.tree.site(code: form["sang"]) else { throw PortalRefusal.siteUnknown(form["sang"]) }
                turn = .redirect(to: target.id, reason: form.text("ly-do"))
            default: throw PortalRefusal.nothingChosen
            }
            try await portal.publishing.turnSite(
                place.site.id,
                turn,
                version: Int(form["ban"]) ?? -1,
                by: place.by,
                also: place.note(.siteTurned, on: place.site.code, detail: turn.status.rawValue)
            )
            return .redirect("/desk/cong/\(place.site.code)/thiet-dat?da=site-turned")
        } catch let refusal as AuthorizationRefusal {
            throw refusal
        } catch let refusal as any Refusal {
            return try await settings(place, error: refusal)
        }
    }
}

struct SiteRow: PageModel {
    let name: String
    let href: String
    let depth: String
    let note: String
    let state: String?

    static let shape: Shape<SiteRow> = [
        .text("name", \.name), .text("href", \.href), .text("depth", \.depth), .text("note", \.note), .text("state", \.state),
    ]
}

struct SitesScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let own: String
    let batch: String?
    let sought: String
    let count: String
    let rows: [SiteRow]
    let previous: String?
    let next: String?

    static let shape: Shape<SitesScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .text("own", \.own), .text("batch", \.batch), .text("sought", \.sought),
        .text("count", \.count), .many("rows", \.rows), .text("previous", \.previous), .text("next", \.next),
    ]
}

struct SiteSettingsScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let back: String
    let action: String
    let turn: String
    let version: String
    let name: String
    let shortName: String
    let hosts: String
    let address: String
    let phone: String
    let email: String
    let responsible: String
    let licence: String
    let state: String
    let reason: String?
    let isActive: Bool
    let successors: [Choice]
    let given: String
    let error: String?

    static let shape: Shape<SiteSettingsScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("back", \.back), .text("action", \.action), .text("turn", \.turn),
        .text("version", \.version),
        .text("givenName", \.name), .text("shortName", \.shortName), .text("hosts", \.hosts), .text("address", \.address), .text("phone", \.phone),
        .text("email", \.email), .text("responsible", \.responsible), .text("licence", \.licence), .text("state", \.state), .text("reason", \.reason),
        .flag("active", \.isActive), .many("successors", \.successors), .text("given", \.given), .text("error", \.error),
    ]
}

extension PageTemplate where Model == SitesScreen { static var sites: Self { Self("portaldesk.sites", bare: true) } }
extension PageTemplate where Model == SiteSettingsScreen { static var siteSettings: Self { Self("portaldesk.site", bare: true) } }
