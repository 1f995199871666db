public import PortalNetwork

/// What stands around every screen of the desk.
public struct DeskFrame: PageModel {
    let lang: String
    let title: String
    let style: String
    let styleIntegrity: String?
    let deskStyle: String
    let deskIntegrity: String?
    let lookStyle: String
    let lookIntegrity: String
    let icon: String
    let emblem: String
    let fonts: [String]
    let brandColour: String
    let person: String?
    let handle: String?
    let formToken: String
    let nav: [DeskLink]
    let portal: DeskLink?
    let scripts: [DeskScript]
    let languages: [LanguageButton]
    let isDemo: Bool
    let notice: String?
    /// Whether there is something that finds things.
    let finds: Bool
    /// How many notices are unread, in words; nil for none.
    let unread: String?

    public init(_ desk: Desk, _ visit: DeskVisit?, title: String, current: String? = nil, scripts: [String] = []) {
        self.init(desk, visit, title: title, current: current, fresh: nil, scripts: scripts)
    }

    /// - Parameters:
    ///   - fresh: the secret of a session that begins with this very answer.
    ///   - scripts: plain names of static files (`newsroom.js`) that the screen needs beside the desk's own.
    init(_ desk: Desk, _ visit: DeskVisit?, title: String, current: String? = nil, fresh: SecretToken?, scripts: [String] = []) {
        let statics = desk.face.statics
        let colours = LookStyle(Look())
        let language = visit?.language ?? .vi
        lang = language.rawValue
        self.title = title
        style = statics.address("site.css") ?? ""
        styleIntegrity = statics.integrity("site.css")
        deskStyle = statics.address("desk.css") ?? ""
        deskIntegrity = statics.integrity("desk.css")
        lookStyle = colours.address
        lookIntegrity = colours.integrity
        icon = IconStyle(Look()).vectorAddress
        emblem = statics.address("emblem.svg") ?? ""
        fonts = ["house-sans-regular.woff2", "house-sans-bold.woff2"].compactMap { statics.address($0) }
        brandColour = colours.primary.description
        let session = visit?.session?.level == .full ? visit?.session : nil
        person = session?.person.name
        handle = session?.person.handle
        formToken = (fresh ?? visit?.formSecret)?.formToken ?? ""
        let working = session.map { !$0.mustChangePassword } ?? false ? visit?.portal : nil
        portal = working.map { DeskLink($0.shortName, DeskAddress.portals + "?tu=" + $0.code) }
        nav = Self.nav(desk, visit, session, working, current)
        self.scripts = (["desk.js", "palette.js"] + scripts).compactMap { name in
            statics.address(name).map { DeskScript(address: $0, integrity: statics.integrity(name)) }
        }
        languages = Language.allCases.map { LanguageButton(language: $0, isCurrent: $0 == language) }
        isDemo = desk.isDemo
        notice = visit?.done
        finds = !nav.isEmpty && statics.address("palette.js") != nil
        let count = session?.unread ?? 0
        unread = count == 0 ? nil : count > 99 ? "99+" : "\(count)"
    }

    /// What forms of this page are signed with.
    public var token: String { formToken }

    private static func nav(_ desk: Desk, _ visit: DeskVisit?, _ session: LiveSession?, _ portal: Site?, _ current: String?) -> [DeskLink] {
        guard let visit, let session, !session.mustChangePassword else { return [] }
        var rooms = [DeskRoom(key: "home", label: visit.word("desk.nav.home"), href: DeskAddress.home)]
        if let portal {
            rooms += desk.parts.flatMap { $0.rooms(visit, session, on: portal) }
            let may = { (action: Action) in mayDo(session.actor, action, on: Subject(site: portal.id), in: visit.tree) }
            if may(.readPeople) { rooms.append(DeskRoom(key: "people", label: visit.word("desk.nav.people"), href: DeskAddress.people(portal))) }
            if may(.readAudit) { rooms.append(DeskRoom(key: "audit", label: visit.word("desk.nav.audit"), href: DeskAddress.audit(portal))) }
        }
        rooms.append(DeskRoom(key: "account", label: visit.word("desk.nav.account"), href: DeskAddress.account))
        return rooms.map { DeskLink($0.label, $0.href, $0.key == current) }
    }

    public static let shape: Shape<DeskFrame> = [
        .text("lang", \.lang), .text("title", \.title), .text("style", \.style), .text("styleIntegrity", \.styleIntegrity),
        .text("deskStyle", \.deskStyle), .text("deskIntegrity", \.deskIntegrity), .text("lookStyle", \.lookStyle),
        .text("lookIntegrity", \.lookIntegrity), .text("icon", \.icon), .text("emblem", \.emblem), .texts("fonts", \.fonts),
        .text("brandColour", \.brandColour), .text("person", \.person), .text("handle", \.handle), .text("formToken", \.formToken),
        .many("nav", \.nav), .one("portal", \.portal), .many("scripts", \.scripts), .many("languages", \.languages), .flag("demo", \.isDemo),
        .text("notice", \.notice), .flag("finds", \.finds), .text("unread", \.unread),
    ]
}

/// A screen's model: the frame, and what is the screen's own.
public protocol DeskModel: PageModel {
    var frame: DeskFrame { get }
}

public struct DeskLink: PageModel {
    public let label: String
    public let href: String
    let isCurrent: Bool

    public init(_ label: String, _ href: String, _ isCurrent: Bool = false) {
        self.label = label
        self.href = href
        self.isCurrent = isCurrent
    }

    public static let shape: Shape<DeskLink> = [.text("label", \.label), .text("href", \.href), .flag("current", \.isCurrent)]
}

/// A script of a screen, with what its bytes must be.
struct DeskScript: PageModel {
    let address: String
    let integrity: String?

    static let shape: Shape<DeskScript> = [.text("address", \.address), .text("integrity", \.integrity)]
}

struct LanguageButton: PageModel {
    let language: Language
    let isCurrent: Bool

    static let shape: Shape<LanguageButton> = [
        .text("lang", \.language.rawValue), .text("label", \.language.ownName), .flag("current", \.isCurrent),
    ]
}

/// An entry of a list to choose from.
public struct Choice: PageModel {
    let value: String
    let label: String
    let isChosen: Bool

    public init(value: String, label: String, isChosen: Bool) {
        self.value = value
        self.label = label
        self.isChosen = isChosen
    }

    public static let shape: Shape<Choice> = [.text("value", \.value), .text("label", \.label), .flag("chosen", \.isChosen)]
}

struct DeskErrorPage: DeskModel {
    let frame: DeskFrame
    let error: ErrorPage

    static let shape: Shape<DeskErrorPage> = [.one("desk", \.frame), .one("error", \.error)]
}

extension PageTemplate where Model == DeskErrorPage {
    static var deskError: Self { Self("desk.error", bare: true) }
}

/// What a form that a passkey can sign holds beside its own fields: a part of other modules' screens, checked here by itself.
struct SignPart: PageModel {
    static let shape: Shape<SignPart> = []
}

extension PageTemplate where Model == SignPart {
    static var sign: Self { Self("desk.sign", bare: true) }
}

extension DeskVisit {
    /// What a form before this page did, as its redirect says; only words of ours.
    var done: String? {
        let key = "desk.done." + query["da"]
        return query.text("da") != nil && desk.face.words.has(key) ? word(key) : nil
    }
}

/// Where somebody may do something, as the gate says.
public struct DeskReach {
    private let actor: Actor
    private let tree: SiteTree

    public init(_ actor: Actor, _ tree: SiteTree) {
        self.actor = actor
        self.tree = tree
    }

    public func may(_ action: Action, _ site: SiteID) -> Bool { mayDo(actor, action, on: Subject(site: site), in: tree) }

    /// The topmost portals of a reach; what lies below them is theirs too.
    public func tops(_ action: Action) -> [Site] {
        let granted = Set(actor.grants.map(\.site)).filter { may(action, $0) }
        return granted.filter { site in !granted.contains { $0 != site && tree.isInside(site, $0) } }.compactMap { tree[$0] }
            .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    }
}

extension Desk {
    /// Every screen's template, checked at start with all others.
    static let templates: [any TemplateContract] = [
        PageTemplate<SignInScreen>.signIn, PageTemplate<CodeScreen>.secondFactor, PageTemplate<EnrolmentScreen>.enrolment,
        PageTemplate<RecoveryScreen>.recovery, PageTemplate<InvitationScreen>.invitation, PageTemplate<HomeScreen>.deskHome,
        PageTemplate<AccountScreen>.account, PageTemplate<PasswordScreen>.password, PageTemplate<ConfirmScreen>.confirmRecovery,
        PageTemplate<PeopleScreen>.people, PageTemplate<InviteScreen>.invite, PageTemplate<LinkScreen>.link, PageTemplate<PersonScreen>.person,
        PageTemplate<AuditScreen>.audit, PageTemplate<PortalsScreen>.portals,
        PageTemplate<PasskeyScreen>.passkey, PageTemplate<ProviderGoScreen>.providerGo, PageTemplate<NoticesScreen>.notices,
        PageTemplate<LettersScreen>.letters,
        PageTemplate<HandOverScreen>.handOver, PageTemplate<HandOverReportScreen>.handOverReport, PageTemplate<DeskErrorPage>.deskError,
        PageTemplate<SignPart>.sign,
    ]
}
