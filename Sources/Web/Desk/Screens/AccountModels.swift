import PortalNetwork
import Vietnamese

/// A role with the portal it holds on, in words.
struct RoleLine: PageModel {
    let role: String
    let site: String
    let code: String
    /// As the program names it, for forms.
    let name: String
    let until: String?
    let mayRevoke: Bool
    /// The sections it is limited to, in words; nil: the whole portal.
    let limit: String?
    /// To choose from, where it may be limited.
    let sections: [Choice]

    init(
        _ role: Role,
        _ site: SiteID,
        _ visit: DeskVisit,
        until: String? = nil,
        mayRevoke: Bool = false,
        limit: [String]? = nil,
        sections: [Choice] = []
    ) {
        self.limit = limit.map { $0.joined(separator: ", ") }
        self.sections = sections
        self.role = visit.word("role." + role.rawValue)
        self.site = visit.tree[site]?.shortName ?? "\(site)"
        code = visit.tree[site]?.code ?? ""
        name = role.rawValue
        self.until = until
        self.mayRevoke = mayRevoke
    }

    static func lines(_ grants: [Actor.Grant], _ visit: DeskVisit) -> [RoleLine] {
        grants.map { RoleLine($0.role, $0.site, visit, limit: $0.sections.map { [visit.word("desk.section.count", ["count": "\($0.count)"])] }) }
    }

    static let shape: Shape<RoleLine> = [
        .text("role", \.role), .text("site", \.site), .text("code", \.code), .text("name", \.name), .text("until", \.until),
        .flag("mayRevoke", \.mayRevoke), .text("limit", \.limit), .many("parts", \.sections),
    ]
}

struct HomeScreen: DeskModel {
    let frame: DeskFrame
    let greeting: String
    let today: String
    /// What the parts of the desk say of the portal worked on.
    let tiles: [TileView]
    let roles: [RoleLine]
    let people: [DeskLink]
    let audit: [DeskLink]

    static let shape: Shape<HomeScreen> = [
        .one("desk", \.frame), .text("greeting", \.greeting), .text("today", \.today), .many("tiles", \.tiles),
        .many("roles", \.roles), .many("people", \.people),
        .many("audit", \.audit),
    ]
}

struct SessionRow: PageModel {
    let id: String
    let browser: String
    let address: String
    let since: String
    let seen: String
    let isThis: Bool

    init(_ line: SessionLine, isThis: Bool, _ visit: DeskVisit) {
        id = "\(line.id)"
        browser = Self.name(of: line.agent) ?? visit.word("desk.account.unknown-browser")
        address = line.address
        since = line.createdAt.text(.numeric, language: visit.language.ofDates)
        seen = line.seenAt.text(.numeric, language: visit.language.ofDates)
        self.isThis = isThis
    }

    /// "Firefox, Linux": enough to know one's own machines by.
    static func name(of agent: String) -> String? {
        let browsers = [
            ("Edg/", "Edge"), ("coc_coc", "Cốc Cốc"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"),
        ]
        guard let browser = browsers.first(where: { agent.contains($0.0) })?.1 else { return nil }
        return browser + (systems.first { agent.contains($0.0) }.map { ", " + $0.1 } ?? "")
    }

    static let shape: Shape<SessionRow> = [
        .text("id", \.id), .text("browser", \.browser), .text("address", \.address), .text("since", \.since), .text("seen", \.seen),
        .flag("this", \.isThis),
    ]
}

struct AccountScreen: DeskModel {
    let frame: DeskFrame
    let name: String
    let handle: String
    let email: String?
    let roles: [RoleLine]
    let passwordSince: String?
    let factorSince: String?
    let passkeys: String
    let codesLeft: String
    let fewCodes: Bool
    let sessions: [SessionRow]

    static let shape: Shape<AccountScreen> = [
        .one("desk", \.frame), .text("name", \.name), .text("handle", \.handle), .text("email", \.email), .many("roles", \.roles),
        .text("passwordSince", \.passwordSince), .text("factorSince", \.factorSince), .text("passkeys", \.passkeys), .text("codesLeft", \.codesLeft),
        .flag("fewCodes", \.fewCodes),
        .many("sessions", \.sessions),
    ]
}

struct PasswordScreen: DeskModel {
    let frame: DeskFrame
    let handle: String
    let isDue: Bool
    let error: String?

    static let shape: Shape<PasswordScreen> = [
        .one("desk", \.frame), .text("given", \.handle), .flag("due", \.isDue), .text("error", \.error),
    ]
}

struct ConfirmScreen: DeskModel {
    let frame: DeskFrame
    let error: String?

    static let shape: Shape<ConfirmScreen> = [.one("desk", \.frame), .text("error", \.error)]
}

extension PageTemplate where Model == HomeScreen { static var deskHome: Self { Self("desk.home", bare: true) } }
extension PageTemplate where Model == AccountScreen { static var account: Self { Self("desk.account", bare: true) } }
extension PageTemplate where Model == PasswordScreen { static var password: Self { Self("desk.password", bare: true) } }
extension PageTemplate where Model == ConfirmScreen { static var confirmRecovery: Self { Self("desk.recovery-renew", bare: true) } }
