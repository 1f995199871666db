public import Store
public import Vietnamese

public struct SiteID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// What a portal is for; its tier is never stored, it follows from the tree.
public enum SiteKind: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    /// The portal of a province, ministry or other body.
    case portal
    /// The same body in another language.
    case language
    /// A theme of its own (tourism, enterprises).
    case thematic
    /// A department, agency or public unit.
    case unit
    /// A commune, ward or special zone.
    case commune
    /// An outside portal that is only linked and watched (*trang liên kết*).
    case linked
}

public enum SiteStatus: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case active
    /// Being merged into another: readable, marked as such.
    case merging
    /// A read-only archive, marked as such.
    case frozen
    /// Answers every address with a redirect to `successor`.
    case redirected
    /// Answers 410 with the reason.
    case closed
}

/// One portal of the network.
public struct Site: Sendable, Hashable {
    public var id: SiteID
    /// Unique, lower-case ASCII, stable: `so-y-te`. Names it in commands, files and the record.
    public var code: String
    public var parent: SiteID?
    public var kind: SiteKind
    public var status: SiteStatus
    public var language: Language
    /// Full official name: "Cổng thông tin điện tử tỉnh An Sơn".
    public var name: String
    /// For menus and cards: "Sở Y tế".
    public var shortName: String
    public var agency: AgencyID?
    /// Host names without port; the first is the canonical one. Empty for linked sites.
    public var hosts: [String]
    /// For linked sites: the outside address. For redirected sites: nil.
    public var url: String?
    public var successor: SiteID?
    /// What this site sets itself; the rest is inherited (`SiteTree.look(of:)`).
    public var look: Look
    public var contact: Contact
    /// Order among siblings.
    public var position: Int
    public var createdAt: Instant
    /// Counts up with every change (optimistic locking).
    public var version: Int
    /// Why it is frozen, redirected or closed, for its readers.
    public var statusReason: String?

    public init(
        id: SiteID,
        code: String,
        parent: SiteID?,
        kind: SiteKind,
        status: SiteStatus = .active,
        language: Language = .vi,
        name: String,
        shortName: String,
        agency: AgencyID? = nil,
        hosts: [String] = [],
        url: String? = nil,
        successor: SiteID? = nil,
        look: Look = Look(),
        contact: Contact = Contact(),
        position: Int = 0,
        createdAt: Instant,
        version: Int = 1,
        statusReason: String? = nil
    ) {
        self.id = id
        self.code = code
        self.parent = parent
        self.kind = kind
        self.status = status
        self.language = language
        self.name = name
        self.shortName = shortName
        self.agency = agency
        self.hosts = hosts
        self.url = url
        self.successor = successor
        self.look = look
        self.contact = contact
        self.position = position
        self.createdAt = createdAt
        self.version = version
        self.statusReason = statusReason
    }
}

/// How to reach the body behind a portal (checklist P07, P08; NĐ 224/2026 and Luật Tiếp cận thông tin Đ19).
public struct Contact: Sendable, Hashable, Codable {
    public var address: String?
    public var phone: String?
    public var fax: String?
    public var email: String?
    /// Who is responsible for what is published ("Chịu trách nhiệm nội dung").
    public var responsible: String?
    /// The licence of the portal, where it has one.
    public var licence: String?

    public init(
        address: String? = nil,
        phone: String? = nil,
        fax: String? = nil,
        email: String? = nil,
        responsible: String? = nil,
        licence: String? = nil
    ) {
        self.address = address
        self.phone = phone
        self.fax = fax
        self.email = email
        self.responsible = responsible
        self.licence = licence
    }
}
