public import PortalNetwork
public import Publishing
import Store
import Vietnamese
public import Web

/// What the desk's screens for running a portal work with. Every change goes through `Publisher`; every screen reads what stands in the database now.
public struct PortalDesk: Sendable {
    let publishing: Publisher
    let reader: Reader
    let addresses: Addresses
    /// The front page as readers see it, for its preview.
    let front: any FrontPages
    /// Which blocks a front page may hold, and which it holds where nobody arranged it.
    let blocks: FrontBlocks
    /// Articles of some portals, with those below them (for words being typed) or without (for the words of an address), whose titles hold these words,
    /// the best first.
    let find: @Sendable (_ words: String, _ sites: [SiteID], _ andBelow: Bool, _ limit: Int) async throws -> [ItemID]
    /// The sections as this process knows them.
    let sections: @Sendable () -> SectionIndex
    /// Kinds of standing text, which grows old where nobody touches it.
    let standing: [KindName]

    public init(
        publishing: Publisher,
        reader: Reader,
        addresses: Addresses,
        front: any FrontPages,
        blocks: FrontBlocks,
        standing: [KindName],
        sections: @escaping @Sendable () -> SectionIndex,
        find: @escaping @Sendable (_ words: String, _ sites: [SiteID], _ andBelow: Bool, _ limit: Int) async throws -> [ItemID]
    ) {
        self.publishing = publishing
        self.reader = reader
        self.addresses = addresses
        self.front = front
        self.blocks = blocks
        self.find = find
        self.sections = sections
        self.standing = standing
    }
}

/// The blocks front pages are made of, as the feature that shows them says.
public struct FrontBlocks: Sendable {
    /// Names that stand alone (`lead`, `services`), and those that take a section (`section:tin-tuc`).
    public let plain: [String]
    public let ofSections: [String]
    /// What a portal shows that arranges nothing.
    public let standard: @Sendable (_ look: Look, _ site: Site, _ sections: SectionIndex) -> [String]

    public init(
        plain: [String],
        ofSections: [String],
        standard: @escaping @Sendable (_ look: Look, _ site: Site, _ sections: SectionIndex) -> [String]
    ) {
        self.plain = plain
        self.ofSections = ofSections
        self.standard = standard
    }
}

extension PortalDesk: DeskPart {
    public func rooms(_ visit: DeskVisit, _ session: LiveSession, on site: Site) -> [DeskRoom] {
        guard let first = PortalTab.allCases.first(where: { mayDo(session.actor, $0.action, on: Subject(site: site.id), in: visit.tree) }) else {
            return []
        }
        return [DeskRoom(key: "portal", label: visit.word("portal.room"), href: first.path(site))]
    }

    public func add(to routes: inout DeskRoutes, of desk: Desk) {
        SectionScreens(desk: desk, portal: self).add(to: &routes)
        MenuScreens(desk: desk, portal: self).add(to: &routes)
        HomeDeskScreens(desk: desk, portal: self).add(to: &routes)
        RedirectScreens(desk: desk, portal: self).add(to: &routes)
        MissingScreens(desk: desk, portal: self).add(to: &routes)
        LookScreens(desk: desk, portal: self).add(to: &routes)
        BannerScreens(desk: desk, portal: self).add(to: &routes)
        DashboardScreens(desk: desk, portal: self).add(to: &routes)
        LinkScreens(desk: desk, portal: self).add(to: &routes)
        SiteScreens(desk: desk, portal: self).add(to: &routes)
        BatchScreens(desk: desk, portal: self).add(to: &routes)
        FindScreens(desk: desk, portal: self).add(to: &routes)
        RecordScreens(desk: desk, portal: self).add(to: &routes)
        HostScreens(desk: desk, portal: self).add(to: &routes)
        LeaderScreens(desk: desk, portal: self).add(to: &routes)
    }
}

enum EditSections: DeskAction { static let action = Action.editSections }
enum EditMenu: DeskAction { static let action = Action.editMenu }
enum ArrangeHome: DeskAction { static let action = Action.arrangeHome }
enum EditRedirects: DeskAction { static let action = Action.editRedirects }
enum EditLeaders: DeskAction { static let action = Action.editLeaders }
enum EditLook: DeskAction { static let action = Action.editLook }
enum RaiseBanner: DeskAction { static let action = Action.raiseBanner }
enum ProposeHost: DeskAction { static let action = Action.proposeHost }
enum ApproveHost: DeskAction { static let action = Action.approveHost }
enum ReadReports: DeskAction { static let action = Action.readReports }
enum WatchLinks: DeskAction { static let action = Action.watchLinks }
enum ChangeSite: DeskAction { static let action = Action.changeSite }
enum AddSite: DeskAction { static let action = Action.addSite }

/// The rooms of a portal, in the order in which they are shown.
enum PortalTab: String, CaseIterable {
    case overview = "tong-quan"
    case front = "trang-chu"
    case sections = "chuyen-muc"
    case menu = "thuc-don"
    case look = "giao-dien"
    case banners = "thong-bao-khan"
    case redirects = "chuyen-huong"
    case missing = "dia-chi-thieu"
    case links = "lien-ket"
    case hosts = "ten-mien"
    case leaders = "lanh-dao"
    case sites = "cong-con"
    case record = "so-cong-khai"

    var action: Action {
        switch self {
        case .overview, .links: .readReports
        case .sites, .record: .changeSite
        case .front: .arrangeHome
        case .sections: .editSections
        case .menu: .editMenu
        case .look: .editLook
        case .leaders: .editLeaders
        case .banners: .raiseBanner
        case .hosts: .proposeHost
        case .redirects, .missing: .editRedirects
        }
    }

    func path(_ site: Site) -> String { "/desk/cong/\(site.code)/\(rawValue)" }
}

/// What stands above every screen of a portal: its rooms, the screen's title.
struct PortalTop: PageModel {
    let title: String
    let site: String
    let tabs: [DeskLink]

    init(_ title: String, _ tab: PortalTab, _ visit: DeskVisit, _ session: LiveSession, _ site: Site) {
        self.title = title
        self.site = site.name
        tabs = PortalTab.allCases.filter { mayDo(session.actor, $0.action, on: Subject(site: site.id), in: visit.tree) }
            .map { DeskLink(visit.word("portal.tab." + $0.rawValue), $0.path(site), $0 == tab) }
    }

    static let shape: Shape<PortalTop> = [.text("title", \.title), .text("site", \.site), .many("tabs", \.tabs)]
}

/// A handler's proof, as far as every screen uses it.
struct PortalVisit: Sendable {
    let visit: DeskVisit
    let session: LiveSession
    let site: Site
    let desk: Desk

    init<A: DeskAction>(_ context: May<A>, _ desk: Desk) {
        visit = context.visit
        session = context.session
        site = context.site
        self.desk = desk
    }

    var form: FormFields { visit.form }
    var query: FormFields { visit.query }
    var by: Publisher.By { Publisher.By(session.actor, in: visit.tree) }

    func frame(_ title: String, scripts: [String] = []) -> DeskFrame {
        DeskFrame(desk, visit, title: title, current: "portal", scripts: scripts)
    }
    func top(_ tab: PortalTab, _ title: String) -> PortalTop { PortalTop(title, tab, visit, session, site) }

    /// A line in the trail, for the transaction of a command.
    func note(_ action: AuditAction, on object: String = "", detail: String = "") -> Also {
        let (access, person, site, caller) = (desk.access, session.person, site.id, visit.caller)
        return { db in try access.note(action, by: person, on: object, site: site, detail: detail, from: caller, in: db) }
    }

    /// Back to a room with what was done.
    func done(_ tab: PortalTab, _ what: String) -> DeskAnswer { .redirect(tab.path(site) + "?da=" + what) }
}
