import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// How a portal looks: colours with their contrast, logo, banner picture, arrangement. Beside the form stands the page as it would be.
struct LookScreens: Sendable {
    let desk: Desk
    let portal: PortalDesk

    func add(to routes: inout DeskRoutes) {
        let path = "/cong/:site/giao-dien"
        routes.on(.get, path) { (context: May<EditLook>) in try await show(PortalVisit(context, desk)) }
        routes.on(.post, path) { (context: May<EditLook>) in try await save(PortalVisit(context, desk)) }
        routes.on(.get, path + "/xem-truoc") { (context: May<EditLook>) in try await preview(PortalVisit(context, desk)) }
    }

    private func stored(_ place: PortalVisit) async throws -> Site {
        try await portal.publishing.database.read { try Sites.site(place.site.id, in: $0) }
    }

    /// The stored look with what the fields say; what is not among them stays.
    private func read(_ look: Look, _ fields: FormFields) -> Look {
        var look = look
        func text(_ name: String) -> String? { fields.text(name) }
        look.primary = fields["mau-rieng"] == "1" ? text("chinh") : nil
        look.accent = fields["phu-rieng"] == "1" ? text("phu") : nil
        look.logo = text("logo")
        look.banner = text("anh-bia")
        look.bannerFocus = look.banner == nil ? nil : focus(fields)
        look.slogan = text("khau-hieu")
        let lines = fields["chan-trang"].split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
        look.footer = lines.isEmpty ? nil : lines
        look.theme = text("giao-dien-rieng")
        look.arrangement = text("bo-cuc")
        look.density = text("mat-do")
        return look
    }

    /// The fields of a look, as its form would send them.
    private static func query(_ look: Look) -> String {
        let fields: [(String, String?)] = [
            ("mau-rieng", look.primary == nil ? nil : "1"), ("chinh", look.primary), ("phu-rieng", look.accent == nil ? nil : "1"),
            ("phu", look.accent), ("logo", look.logo), ("anh-bia", look.banner), ("tam-x", look.bannerFocus.map { "\($0.x)" }),
            ("tam-y", look.bannerFocus.map { "\($0.y)" }), ("khau-hieu", look.slogan), ("chan-trang", look.footer?.joined(separator: "\n")),
            ("giao-dien-rieng", look.theme), ("bo-cuc", look.arrangement), ("mat-do", look.density),
        ]
        return fields.compactMap { name, value in value.map { "\(name)=\(FormCoding.encode($0))" } }.joined(separator: "&")
    }

    private func focus(_ fields: FormFields) -> BannerFocus? {
        guard let x = Int(fields["tam-x"]), let y = Int(fields["tam-y"]) else { return nil }
        return BannerFocus(x: x, y: y)
    }

    private func show(_ place: PortalVisit, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        let visit = place.visit
        let site = try await stored(place)
        let look = error == nil ? site.look : read(site.look, visit.form)
        let inherited = visit.tree.replacing(site).look(of: site.id)
        let title = visit.word("portal.tab.giao-dien")
        let path = PortalTab.look.path(place.site)
        let primary = look.primary ?? inherited.primary ?? LookStyle.houseColours.primary
        let accent = look.accent ?? inherited.accent ?? LookStyle.houseColours.accent
        let database = portal.publishing.database
        let screen = LookScreen(
            frame: place.frame(title, scripts: ["portaldesk.js"]),
            top: place.top(.look, title),
            action: path,
            preview: path + "/xem-truoc",
            initial: path + "/xem-truoc?" + Self.query(look),
            version: error == nil ? "\(site.version)" : visit.form["ban"],
            primary: primary,
            accent: accent,
            isOwnPrimary: look.primary != nil,
            isOwnAccent: look.accent != nil,
            contrasts: ContrastRow.rows(primary: primary, accent: accent, visit),
            logos: try await PictureChoices.make(place, database, chosen: look.logo ?? ""),
            banners: try await PictureChoices.make(place, database, chosen: look.banner ?? ""),
            focusX: look.bannerFocus.map { "\($0.x)" } ?? "",
            focusY: look.bannerFocus.map { "\($0.y)" } ?? "",
            slogan: look.slogan ?? "",
            footer: (look.footer ?? []).joined(separator: "\n"),
            theme: look.theme ?? "",
            arrangements: HomeArrangement.allCases.map { one in
                Choice(value: one.rawValue, label: visit.word("portal.arrangement." + one.rawValue), isChosen: look.arrangement == one.rawValue)
            },
            isCompact: look.density == "compact",
            error: error.map(visit.said)
        )
        return try .page(.look, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func save(_ place: PortalVisit) async throws -> DeskAnswer {
        do {
            let site = try await stored(place)
            try await portal.publishing.setLook(
                read(site.look, place.form),
                of: site.id,
                version: Int(place.form["ban"]) ?? -1,
                by: place.by,
                also: place.note(.lookChanged, on: site.code)
            )
            return place.done(.look, "look-saved")
        } catch let refusal as any Refusal {
            return try await show(place, error: refusal)
        }
    }

    private func preview(_ place: PortalVisit) async throws -> DeskAnswer {
        var site = try await stored(place)
        let look = read(site.look, place.query)
        // What would be refused is not shown as if it could be.
        if Colour(look.primary ?? "#000000") != nil, Colour(look.accent ?? "#000000") != nil { site.look = look }
        return try await Preview(place, portal).page(of: site)
    }
}

/// One pair of colours that text or marks stand in, with its figure.
struct ContrastRow: PageModel {
    let what: String
    let ratio: String
    let isEnough: Bool
    let verdict: String

    /// Against white, as WCAG 2.2 counts (1.4.3: 4.5 for text; 1.4.11: 3 for marks).
    static func rows(primary: String, accent: String, _ visit: DeskVisit) -> [ContrastRow] {
        guard let primary = Colour(primary), let accent = Colour(accent), let white = Colour("#ffffff") else { return [] }
        func row(_ key: String, _ ratio: Double, _ least: Double) -> ContrastRow {
            let hundredths = Int((ratio * 100 + 1e-9).rounded(.down))
            let isEnough = Double(hundredths) >= least * 100
            let figure = "\(hundredths / 100)\(visit.language == .vi ? "," : ".")\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
            return ContrastRow(
                what: visit.word("portal.contrast." + key),
                ratio: figure + " : 1",
                isEnough: isEnough,
                verdict: visit.word(
                    isEnough ? "portal.contrast.enough" : "portal.contrast.too-low",
                    ["least": least == 3 ? "3" : visit.language == .vi ? "4,5" : "4.5"]
                )
            )
        }
        return [row("band", primary.contrast(with: white), 4.5), row("accent", accent.contrast(with: white), 3)]
    }

    static let shape: Shape<ContrastRow> = [
        .text("what", \.what), .text("ratio", \.ratio), .flag("enough", \.isEnough), .text("verdict", \.verdict),
    ]
}

struct LookScreen: DeskModel {
    let frame: DeskFrame
    let top: PortalTop
    let action: String
    let preview: String
    /// The preview of what the form holds as it is sent.
    let initial: String
    let version: String
    let primary: String
    let accent: String
    let isOwnPrimary: Bool
    let isOwnAccent: Bool
    let contrasts: [ContrastRow]
    let logos: [Choice]
    let banners: [Choice]
    let focusX: String
    let focusY: String
    let slogan: String
    let footer: String
    let theme: String
    let arrangements: [Choice]
    let isCompact: Bool
    let error: String?

    static let shape: Shape<LookScreen> = [
        .one("desk", \.frame), .one("top", \.top), .text("action", \.action), .text("preview", \.preview), .text("initial", \.initial),
        .text("version", \.version),
        .text("primary", \.primary), .text("accent", \.accent), .flag("ownPrimary", \.isOwnPrimary), .flag("ownAccent", \.isOwnAccent),
        .many("contrasts", \.contrasts), .many("logos", \.logos), .many("banners", \.banners), .text("focusX", \.focusX), .text("focusY", \.focusY),
        .text("slogan", \.slogan), .text("footer", \.footer), .text("theme", \.theme), .many("arrangements", \.arrangements),
        .flag("compact", \.isCompact), .text("error", \.error),
    ]
}

extension PageTemplate where Model == LookScreen { static var look: Self { Self("portaldesk.look", bare: true) } }
