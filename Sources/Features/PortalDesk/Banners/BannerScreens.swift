import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// Urgent notices above every page: what stands, what will, what stood; raising one and taking it down.
struct BannerScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/thong-bao-khan"
        routes.on(.get, path) { (context: May<RaiseBanner>) in try await show(PortalVisit(context, desk)) }
        routes.on(.post, path) { (context: May<RaiseBanner>) in try await raise(PortalVisit(context, desk)) }
        routes.on(.post, path + "/ha") { (context: May<RaiseBanner>) in try await clear(PortalVisit(context, desk)) }
    }

    private func show(_ place: PortalVisit, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let (visit, site) = (place.visit, place.site)
        let rows = try await portal.publishing.database.read { db in
            try db.rows(
                """
                SELECT b.id, b.level, b.text, b.target, b.reaches_children, b.starts_at, b.expires_at, b.cleared_at, p.name, b.others
                FROM banner b LEFT JOIN person p ON p.id = b.raised_by WHERE b.site = \(site.id) ORDER BY b.id DESC LIMIT 30
                """
            ).map { try BannerRow($0, visit) }
        }
        let inherited = visit.tree.banners(of: site.id, at: visit.now).filter { $0.site != site.id }
        let title = visit.word("portal.tab.thong-bao-khan")
        let given = error != nil
        let screen = BannersScreen(
            frame: place.frame(title),
            top: place.top(.banners, title),
            action: PortalTab.banners.path(site),
            standing: rows.filter(\.isOpen),
            past: rows.filter { !$0.isOpen },
            inherited: inherited.map { banner in
                DeskLink(
                    BannerText.line(banner.text, banner.others),
                    visit.tree[banner.site].flatMap { visit.desk.face.origins.url($0) } ?? "/",
                    false
                )
            },
            levels: Banner.Level.allCases.map { level in
                Choice(
                    value: level.rawValue,
                    label: visit.word("portal.banner.level-" + level.rawValue, ["days": "\(Sites.bannerDays(level))"]),
                    isChosen: given ? visit.form["muc"] == level.rawValue : level == .notice
                )
            },
            text: given ? visit.form["noi-dung"] : "",
            target: given ? visit.form["dich"] : "",
            starts: given ? visit.form["tu"] : "",
            ends: given ? visit.form["den"] : "",
            isReaching: given && visit.form["xuong"] == "1",
            hasChildren: !visit.tree.children(of: site.id).isEmpty,
            error: error.map(visit.said)
        )
        return try .page(.banners, screen, visit, status: given ? .unprocessableContent : .ok)
    }

    private func raise(_ place: PortalVisit) async throws -> DeskAnswer {
        let form = place.form
        do {
            guard let ends = try Self.moment(form, "den") else { throw PortalRefusal.dateUnreadable(form["den"]) }
            let target = form.text("dich").map { place.ownPath($0) ?? $0 }
            let draft = BannerDraft(
                level: Banner.Level(rawValue: form["muc"]) ?? .notice,
                text: form["noi-dung"],
                target: target,
                reachesChildren: form["xuong"] == "1",
                startsAt: try Self.moment(form, "tu"),
                expiresAt: ends
            )
            try await portal.publishing.raiseBanner(
                draft,
                on: place.site.id,
                by: place.by,
                also: place.note(.bannerRaised, on: place.site.code, detail: "\(draft.level.rawValue)\(draft.reachesChildren ? ", below too" : "")")
            )
            return place.done(.banners, "banner-raised")
        } catch let refusal as any Refusal {
            return try await show(place, error: refusal)
        }
    }

    private func clear(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            guard let id = BannerID(place.form["ma"]) else { throw SiteRefusal.bannerUnknown }
            try await portal.publishing.clearBanner(id, on: place.site.id, by: place.by, also: place.note(.bannerCleared, on: place.site.code))
            return place.done(.banners, "banner-cleared")
        } catch let refusal as SiteRefusal {
            return try await show(place, error: refusal)
        }
    }

    /// `2026-11-28T14:05`, as browsers send it: the clock of Việt Nam.
    static func moment(_ form: FormFields, _ field: String) throws -> Instant? {
        guard let text = form.text(field) else { return nil }
        let halves = text.split(separator: "T").map(String.init)
        let clock = halves.count > 1 ? halves[1].split(separator: ":").compactMap { Int($0) } : [0, 0]
        guard let day = halves.first.flatMap({ CivilDate($0) }), clock.count >= 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]) else {
            throw PortalRefusal.dateUnreadable(text)
        }
        return VietnamTime.startOfDay(day).adding(seconds: Int64(clock[0] * 3600 + clock[1] * 60))
    }
}

struct BannerRow: PageModel {
    let id: String
    let level: String
    let text: String
    let note: String
    let state: String
    /// It stands or will stand.
    let isOpen: Bool
    let isUrgent: Bool

    init(_ row: Row, _ visit: DeskVisit) throws {
        let (id, level, starts, ends): (BannerID, Banner.Level, Instant, Instant) = (try row[0], try row[1], try row[5], try row[6])
        let cleared: Instant? = try row[7]
        let (reaches, who): (Bool, String?) = (try row[4], try row[8])
        self.id = "\(id)"
        self.level = visit.word("portal.banner." + level.rawValue)
        text = BannerText.line(try row[2], try BannerText.list(in: row, 9))
        isUrgent = level != .notice
        isOpen = cleared == nil && ends > visit.now
        let key = cleared != nil ? "cleared" : ends <= visit.now ? "over" : starts > visit.now ? "coming" : "standing"
        state = visit.word("portal.banner.state-" + key)
        let period = visit.word("portal.banner.period", ["from": visit.time(starts), "until": visit.time(cleared ?? ends)])
        note = ([period] + (who.map { [$0] } ?? []) + (reaches ? [visit.word("portal.banner.reaches")] : [])).joined(separator: " · ")
    }

    static let shape: Shape<BannerRow> = [
        .text("id", \.id), .text("level", \.level), .text("text", \.text), .text("note", \.note), .text("state", \.state), .flag("isOpen", \.isOpen),
        .flag("urgent", \.isUrgent),
    ]
}

struct BannersScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let standing: [BannerRow]
    let past: [BannerRow]
    let inherited: [DeskLink]
    let levels: [Choice]
    let text: String
    let target: String
    let starts: String
    let ends: String
    let isReaching: Bool
    let hasChildren: Bool
    let error: String?

    static let shape: Shape<BannersScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .many("standing", \.standing), .many("past", \.past),
        .many("inherited", \.inherited), .many("levels", \.levels), .text("givenText", \.text), .text("givenTarget", \.target),
        .text("starts", \.starts), .text("ends", \.ends), .flag("reaching", \.isReaching), .flag("children", \.hasChildren), .text("error", \.error),
    ]
}

extension PageTemplate where Model == BannersScreen { static var banners: Self { Self("portaldesk.banners", bare: true) } }
