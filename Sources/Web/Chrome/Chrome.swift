import PortalNetwork
import Vietnamese

/// The furniture around every page of a portal: header, menu, banners, footer, styles. Made from the portal and the moment alone.
public struct Chrome: PageModel, Hashable {
    let lang: String
    let isPrint: Bool
    let name: String
    let shortName: String
    let title: PortalName
    let slogan: String?
    let logo: String
    /// A wide picture behind the name, where there is room.
    let banner: String?
    /// Where in it the eye is to rest, in tenths of its width and height (`data-fx`, `data-fy`); nil leaves it to the sheet.
    let focus: FocusView?
    let isCompact: Bool
    /// From the top of the network down to the portal above.
    let parents: [Link]
    let menu: [MenuNode]
    let languages: [LanguageChoice]
    let banners: [BannerLine]
    let isArchive: Bool
    let isMerging: Bool
    let isDemo: Bool
    let footer: FooterData
    let style: String
    let styleIntegrity: String?
    let lookStyle: String
    let lookIntegrity: String
    let script: String
    let scriptIntegrity: String?
    /// Loaded before the style sheet asks for them, so that text need not change its face under the reader.
    let fonts: [String]
    /// Sets what the reader chose before the first paint.
    let earlyScript: String
    let earlyIntegrity: String?
    let readingScript: String
    let readingIntegrity: String?
    /// Where the browser finds the worker that keeps articles; nil where it is switched off.
    let worker: String?
    let searchScript: String
    let searchScriptIntegrity: String?
    let icon: String
    let touchIcon: String
    let locale: String
    let brandColour: String

    /// - Parameters:
    ///   - path: the page's own path, by which the menu knows where the reader is.
    ///   - isPrint: leaves out what paper does not need.
    public init(_ visit: Visit, path: String, isPrint: Bool = false) {
        let (site, tree, face) = (visit.site, visit.tree, visit.face)
        let look = visit.look
        lang = site.language.rawValue
        self.isPrint = isPrint
        name = site.name
        shortName = site.shortName
        title = PortalName(visit)
        slogan = look.slogan
        let icons = IconStyle(look)
        icon = icons.vectorAddress
        touchIcon = icons.fullAddress(size: 180)
        locale = site.language.locale
        logo = look.logo.flatMap(face.assetAddress) ?? face.statics.address("emblem.svg") ?? ""
        banner = look.banner.flatMap(face.assetAddress)
        focus = look.banner == nil ? nil : look.bannerFocus.map(FocusView.init)
        isCompact = look.density == "compact"
        parents = tree.ancestors(of: site.id).reversed().compactMap { parent in
            face.origins.url(parent).flatMap { Link(parent.shortName, to: $0, isOutside: false) }
        }
        menu = (tree.menu(of: site.id) ?? face.sections(site)).compactMap { MenuNode($0, path: path, depth: 0, visit) }
        languages = Self.languages(visit)
        banners = tree.banners(of: site.id, at: visit.now).map { BannerLine($0, on: visit) }
        isArchive = site.status == .frozen
        isMerging = site.status == .merging
        isDemo = face.isDemo(site)
        footer = FooterData(site, look)
        let colours = LookStyle(look)
        style = face.statics.address("site.css") ?? ""
        styleIntegrity = face.statics.integrity("site.css")
        lookStyle = colours.address
        lookIntegrity = colours.integrity
        script = face.statics.address("portal.js") ?? ""
        scriptIntegrity = face.statics.integrity("portal.js")
        fonts = ["house-sans-regular.woff2", "house-sans-bold.woff2"].compactMap { face.statics.address($0) }
        earlyScript = face.statics.address("early.js") ?? ""
        earlyIntegrity = face.statics.integrity("early.js")
        readingScript = face.statics.address("reading.js") ?? ""
        readingIntegrity = face.statics.integrity("reading.js")
        worker = face.keepsArticles ? OfflineWorker.path : nil
        searchScript = face.statics.address("search.js") ?? ""
        searchScriptIntegrity = face.statics.integrity("search.js")
        brandColour = colours.primary.description
    }

    /// The same body's portals in other languages; empty where there is but one.
    static func languages(_ visit: Visit) -> [LanguageChoice] {
        let (site, tree) = (visit.site, visit.tree)
        let main = site.kind == .language ? site.parent.flatMap { tree[$0] } ?? site : site
        let versions = [main] + tree.languageVersions(of: main.id)
        let choices = versions.filter { $0.status == .active || $0.id == site.id }.compactMap { version in
            visit.face.origins.url(version).map { href in
                LanguageChoice(label: version.language.ownName, lang: version.language.rawValue, href: href, isCurrent: version.id == site.id)
            }
        }
        return choices.count > 1 ? choices : []
    }

    public static let shape: Shape<Chrome> = [
        .text("lang", \.lang),
        .flag("print", \.isPrint),
        .text("name", \.name),
        .text("shortName", \.shortName),
        .text("authority", \.title.authority),
        .text("bodyName", \.title.body),
        .text("portalKind", \.title.kind),
        .text("slogan", \.slogan),
        .text("logo", \.logo),
        .text("banner", \.banner),
        .one("focus", \.focus),
        .flag("compact", \.isCompact),
        .many("parents", \.parents),
        .many("menu", \.menu),
        .many("languages", \.languages),
        .many("banners", \.banners),
        .flag("archive", \.isArchive),
        .flag("merging", \.isMerging),
        .flag("demo", \.isDemo),
        .one("footer", \.footer),
        .text("style", \.style),
        .text("styleIntegrity", \.styleIntegrity),
        .text("lookStyle", \.lookStyle),
        .text("lookIntegrity", \.lookIntegrity),
        .text("script", \.script),
        .text("scriptIntegrity", \.scriptIntegrity),
        .texts("fonts", \.fonts),
        .text("earlyScript", \.earlyScript),
        .text("earlyIntegrity", \.earlyIntegrity),
        .text("readingScript", \.readingScript),
        .text("readingIntegrity", \.readingIntegrity),
        .text("worker", \.worker),
        .text("searchScript", \.searchScript),
        .text("searchScriptIntegrity", \.searchScriptIntegrity),
        .text("icon", \.icon),
        .text("touchIcon", \.touchIcon),
        .text("locale", \.locale),
        .text("brandColour", \.brandColour),
    ]
}

extension Visit {
    /// A link to what an editor wrote down: a path, an address, another portal by its code (`site:so-y-te`). Nil when it is no address that may be linked.
    public func link(_ label: String, to target: String, isCurrent: Bool = false) -> Link? {
        let portal = WebAddress.siteCode(target).flatMap { tree.site(code: $0) }
        let address = portal.flatMap { face.origins.url($0) } ?? target
        let host = Link.host(of: address)
        let isOwn = portal.map { $0.kind != .linked } ?? (host.map { tree.site(host: $0) != nil } ?? false)
        return Link(label, to: address, isCurrent: isCurrent, isOutside: isOwn ? false : nil, isTrusted: host.map(trusts) ?? false)
    }

    /// Whether links of this portal lead to a host with weight.
    @Sendable public func trusts(_ host: String) -> Bool { tree.trusts(host, from: site.id) }
}

/// An entry of the menu with those below it.
struct MenuNode: PageModel, Hashable {
    /// Deeper menus are cut off: no reader finds his way in them, and a menu that contains itself must end.
    static let deepest = 3

    let link: Link
    let children: [MenuNode]

    /// Nil when the entry's target is no address that may be linked.
    init?(_ item: MenuItem, path: String, depth: Int, _ visit: Visit) {
        guard depth < Self.deepest, let link = visit.link(item.label, to: item.target, isCurrent: Self.contains(item.target, path)) else {
            return nil
        }
        self.link = link
        children = item.children.compactMap { MenuNode($0, path: path, depth: depth + 1, visit) }
    }

    /// Whether a page lies at or below a menu entry's address; home is only itself.
    private static func contains(_ target: String, _ path: String) -> Bool {
        target == path || target.hasPrefix("/") && target != "/" && path.hasPrefix(target.hasSuffix("/") ? target : target + "/")
    }

    static let shape: Shape<MenuNode> = [.one("link", \.link), .many("children", \.children)]
}

struct LanguageChoice: PageModel, Hashable {
    let label: String
    let lang: String
    let href: String
    let isCurrent: Bool

    static let shape: Shape<LanguageChoice> = [
        .text("label", \.label), .text("lang", \.lang), .text("href", \.href), .flag("current", \.isCurrent),
    ]
}

/// An urgent line above the page.
struct BannerLine: PageModel, Hashable {
    let level: String
    let text: String
    /// Where it is not the page's.
    let language: String?
    let others: [BannerTextLine]
    let more: Link?

    init(_ banner: Banner, on visit: Visit) {
        level = banner.level.rawValue
        text = banner.text
        language = visit.tree[banner.site].flatMap { $0.language == visit.site.language ? nil : $0.language.rawValue }
        others = banner.others.map { BannerTextLine(text: $0.text, language: $0.language.rawValue) }
        more = banner.target.flatMap { target in
            // A path is one of the portal that put the banner up, also where it reaches down to others.
            guard target.hasPrefix("/"), banner.site != visit.site.id else { return visit.link(banner.text, to: target) }
            return visit.tree[banner.site].flatMap { visit.face.origins.url($0, target) }.flatMap { Link(banner.text, to: $0, isOutside: false) }
        }
    }

    static let shape: Shape<BannerLine> = [
        .text("level", \.level), .text("text", \.text), .text("lang", \.language), .many("others", \.others), .one("more", \.more),
    ]
}

/// What an urgent line says in another language.
struct BannerTextLine: PageModel, Hashable {
    let text: String
    let language: String

    static let shape: Shape<BannerTextLine> = [.text("text", \.text), .text("lang", \.language)]
}

/// What the law wants at the foot of a portal: whose it is, who answers for it, how to reach them, under which licence.
struct FooterData: PageModel, Hashable {
    let name: String
    let contact: Contact
    let phoneLink: Link?
    let mailLink: Link?
    let lines: [String]

    init(_ site: Site, _ look: Look) {
        name = site.name
        contact = site.contact
        phoneLink = site.contact.phone.flatMap { phone in
            let digits = phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
            return digits.isEmpty ? nil : Link(phone, to: "tel:" + digits, isOutside: false)
        }
        mailLink = site.contact.email.flatMap { mail in mail.contains("@") ? Link(mail, to: "mailto:" + mail, isOutside: false) : nil }
        lines = look.footer ?? []
    }

    static let shape: Shape<FooterData> = [
        .text("name", \.name),
        .text("address", \.contact.address),
        .text("phone", \.contact.phone),
        .text("fax", \.contact.fax),
        .text("responsible", \.contact.responsible),
        .text("licence", \.contact.licence),
        .one("phoneLink", \.phoneLink),
        .one("mailLink", \.mailLink),
        .texts("lines", \.lines),
    ]
}

/// A focal point in steps of ten: nothing is written inline in a page, so the sheet has a rule for each.
public struct FocusView: PageModel, Hashable {
    let x: Int
    let y: Int

    init(_ focus: BannerFocus) {
        x = (min(max(focus.x, 0), 100) + 5) / 10 * 10
        y = (min(max(focus.y, 0), 100) + 5) / 10 * 10
    }

    public static let shape: Shape<FocusView> = [.number("x", \.x), .number("y", \.y)]
}
