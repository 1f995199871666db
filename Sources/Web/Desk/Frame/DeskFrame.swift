import PortalNetwork

/// What stands around every screen of the desk.
struct DeskFrame: PageModel {
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
    let languages: [LanguageButton]
    let isDemo: Bool
    let notice: String?

    /// - Parameter fresh: the secret of a session that begins with this very answer.
    init(_ desk: Desk, _ visit: DeskVisit?, title: String, current: String? = nil, fresh: SecretToken? = nil) {
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
        nav = Self.nav(visit, session, current)
        languages = Language.allCases.map { LanguageButton(language: $0, isCurrent: $0 == language) }
        isDemo = desk.isDemo
        notice = visit?.done
    }

    private static func nav(_ visit: DeskVisit?, _ session: LiveSession?, _ current: String?) -> [DeskLink] {
        guard let visit, let session, !session.mustChangePassword else { return [] }
        let mine = DeskReach(session.actor, visit.tree)
        let people = mine.tops(.readPeople).first.map { DeskLink(visit.word("desk.nav.people"), DeskAddress.people($0), current == "people") }
        let audit = mine.tops(.readAudit).first.map { DeskLink(visit.word("desk.nav.audit"), DeskAddress.audit($0), current == "audit") }
        return [DeskLink(visit.word("desk.nav.home"), DeskAddress.home, current == "home")] + [people, audit].compactMap { $0 }
            + [DeskLink(visit.word("desk.nav.account"), DeskAddress.account, current == "account")]
    }

    static let shape: Shape<DeskFrame> = [
        .text("lang", \.lang), .text("title", \.title), .text("style", \.style), .text("styleIntegrity", \.styleIntegrity),
        .text("deskStyle", \.deskStyle), .text("deskIntegrity", \.deskIntegrity), .text("lookStyle", \.lookStyle),
        .text("lookIntegrity", \.lookIntegrity), .text("icon", \.icon), .text("emblem", \.emblem), .texts("fonts", \.fonts),
        .text("brandColour", \.brandColour), .text("person", \.person), .text("handle", \.handle), .text("formToken", \.formToken),
        .many("nav", \.nav), .many("languages", \.languages), .flag("demo", \.isDemo), .text("notice", \.notice),
    ]
}

/// A screen's model: the frame, and what is the screen's own.
protocol DeskModel: PageModel {
    var frame: DeskFrame { get }
}

struct DeskLink: PageModel {
    let label: String
    let href: String
    let isCurrent: Bool

    init(_ label: String, _ href: String, _ isCurrent: Bool = false) {
        self.label = label
        self.href = href
        self.isCurrent = isCurrent
    }

    static let shape: Shape<DeskLink> = [.text("label", \.label), .text("href", \.href), .flag("current", \.isCurrent)]
}

struct LanguageButton: PageModel {
    let language: Language
    let isCurrent: Bool

    static let shape: Shape<LanguageButton> = [
        .text("lang", \.language.rawValue), .text("label", \.language.ownName), .flag("current", \.isCurrent),
    ]
}

/// An entry of a list to choose from.
struct Choice: PageModel {
    let value: String
    let label: String
    let isChosen: Bool

    static let shape: Shape<Choice> = [.text("value", \.value), .text("label", \.label), .flag("chosen", \.isChosen)]
}

struct DeskErrorPage: DeskModel {
    let frame: DeskFrame
    let error: ErrorPage

    static let shape: Shape<DeskErrorPage> = [.one("desk", \.frame), .one("error", \.error)]
}

extension PageTemplate where Model == DeskErrorPage {
    static var deskError: Self { Self("desk.error", bare: true) }
}

extension DeskVisit {
    /// What a form before this page did, as its redirect says; only words of ours.
    var done: String? {
        let key = "desk.done." + query["da"]
        return query.text("da") != nil && desk.face.words.has(key) ? word(key) : nil
    }
}

/// Where somebody may do something, as the gate says.
struct DeskReach {
    private let actor: Actor
    private let tree: SiteTree

    init(_ actor: Actor, _ tree: SiteTree) {
        self.actor = actor
        self.tree = tree
    }

    func may(_ action: Action, _ site: SiteID) -> Bool { mayDo(actor, action, on: Subject(site: site), in: tree) }

    /// The topmost portals of a reach; what lies below them is theirs too.
    func tops(_ action: Action) -> [Site] {
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
        PageTemplate<AuditScreen>.audit, PageTemplate<DeskErrorPage>.deskError,
    ]
}
