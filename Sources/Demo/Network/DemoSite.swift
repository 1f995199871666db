/// One portal of the demo network as plain values; the builder makes the site, its agency, its menu and its pages from it.
public struct DemoSite: Sendable, Hashable {
    /// Unique lower-case ASCII, `so-y-te`.
    public let code: String
    public let parent: String?
    public let kind: DemoSiteKind
    /// 1, 2 or 3 as the real network counts; 0 for linked outside sites.
    public let level: Int
    /// Full official name of the portal.
    public let name: String
    public let shortName: String
    /// The body behind the portal.
    public let agency: String
    /// Host names without port, the canonical one first; empty for linked sites.
    public let hosts: [String]
    /// For linked sites: the outside address.
    public let url: String?
    /// BCP 47: `vi`, `en`, `zh`.
    public let language: String
    public let look: DemoLook
    public let contact: DemoContact
    /// Empty where the portal shows its sections as its menu.
    public let menu: [DemoMenuItem]
    public let position: Int
    /// What the portal is about, for choosing its articles: `dept`, `health`, `commune`, `coast`, …
    public let traits: Set<String>
    /// The commune, ward or special zone of a commune portal.
    public let place: DemoPlace?
}

/// The kinds of portal, spelled as the platform stores them.
public enum DemoSiteKind: String, Sendable, Hashable, CaseIterable {
    case portal, language, thematic, unit, commune, linked
}

/// What a demo portal says itself about how it looks; nil is inherited.
public struct DemoLook: Sendable, Hashable {
    /// `#rrggbb`, at least 4.5:1 against white.
    public let primary: String?
    /// `#rrggbb`, at least 4.5:1 against white.
    public let accent: String?
    public let slogan: String?
    public let footer: [String]?
    /// Names of home page blocks in order: `lead`, `section:tin-tuc`, `notices:thong-bao`, `topics`, `services`, `links`.
    public let blocks: [String]?
    /// `province`, `department`, `commune`, `tourism` or `enterprises`.
    public var arrangement: String?
    /// `compact` where there is much to show.
    public var density: String?
    public var services: [DemoEntry]?
    public var figures: [DemoEntry]?
    public var officials: [DemoEntry]?
}

/// An entry of a home page block that editors write: a service, a figure, an official.
public struct DemoEntry: Sendable, Hashable {
    public let label: String
    public var value: String?
    public var note: String?
    public var target: String?
    public var icon: String?

    init(_ label: String, value: String? = nil, note: String? = nil, target: String? = nil, icon: String? = nil) {
        self.label = label
        self.value = value
        self.note = note
        self.target = target
        self.icon = icon
    }
}

/// How to reach the invented body: numbers of an area code that does not exist, addresses under `.example`.
public struct DemoContact: Sendable, Hashable {
    public let address: String
    public let phone: String
    public let email: String
    /// Who answers for the content.
    public let responsible: String
}

/// One entry of a portal's menu.
public struct DemoMenuItem: Sendable, Hashable {
    public enum Target: Sendable, Hashable {
        /// A section of the same portal by its code.
        case section(String)
        /// A static page of the same portal by its key (`DemoPage.key`).
        case page(String)
        /// A topic site of the same portal by its code.
        case topic(String)
        /// Another portal of the network by its code.
        case site(String)
        /// A path of the same portal.
        case path(String)
    }

    public let label: String
    public let target: Target
    public let children: [DemoMenuItem]

    public init(_ label: String, _ target: Target, _ children: [DemoMenuItem] = []) {
        self.label = label
        self.target = target
        self.children = children
    }
}

/// A line above the pages of a portal and of all portals below it.
public struct DemoBanner: Sendable, Hashable {
    public let site: String
    /// `notice`, `outage` or `emergency`.
    public let level: String
    public let text: String
    public let reachesChildren: Bool
    /// Hours from the moment the demo is made.
    public let startsAfterHours: Int
    public let lastsHours: Int
}
