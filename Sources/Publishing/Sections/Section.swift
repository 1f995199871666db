public import PortalNetwork
public import Store
public import Vietnamese

/// A permanent section (*chuyên mục*) or a topic site (*chuyên trang*) of a portal.
public struct Section: Sendable, Hashable {
    public enum Kind: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case section
        /// With a front of its own, a start and an end; a frozen archive afterwards.
        case topic
    }

    public var id: SectionID
    public var site: SiteID
    /// Its address segment, unique on the site.
    public var code: String
    public var parent: SectionID?
    public var kind: Kind
    public var name: String
    public var summary: String?
    public var position: Int
    /// How many different people must approve before something in it is published (at least 1: four eyes).
    public var approvals: Int
    public var opensOn: CivilDate?
    public var closesOn: CivilDate?
    /// For topic sites: the asset commitment of their banner picture.
    public var banner: String?
    /// Counts up with every change (optimistic locking).
    public var version: Int

    public init(
        id: SectionID,
        site: SiteID,
        code: String,
        parent: SectionID? = nil,
        kind: Kind = .section,
        name: String,
        summary: String? = nil,
        position: Int = 0,
        approvals: Int = 1,
        opensOn: CivilDate? = nil,
        closesOn: CivilDate? = nil,
        banner: String? = nil,
        version: Int = 1
    ) {
        self.id = id
        self.site = site
        self.code = code
        self.parent = parent
        self.kind = kind
        self.name = name
        self.summary = summary
        self.position = position
        self.approvals = approvals
        self.opensOn = opensOn
        self.closesOn = closesOn
        self.banner = banner
        self.version = version
    }

    /// Whether new items may go in on a day.
    public func isOpen(on day: CivilDate) -> Bool { (opensOn ?? day) <= day && day <= (closesOn ?? day) }
}

extension Section {
    static let columns: SQL = "id, site, code, parent, kind, name, summary, position, approvals, opens_on, closes_on, banner, version"

    init(_ row: Row) throws {
        self.init(
            id: try row[0],
            site: try row[1],
            code: try row[2],
            parent: try row[3],
            kind: try row[4],
            name: try row[5],
            summary: try row[6],
            position: try row[7],
            approvals: try row[8],
            opensOn: try row[9],
            closesOn: try row[10],
            banner: try row[11],
            version: try row[12]
        )
    }

    /// Those of one portal, in their order.
    public static func all(on site: SiteID, in db: any Connection) throws -> [Section] {
        try db.rows("SELECT \(columns) FROM section WHERE site = \(site) ORDER BY position, id").map { try Section($0) }
    }

    static func load(_ id: SectionID, _ db: any Connection) throws -> Section? {
        try db.row("SELECT \(columns) FROM section WHERE id = \(id)").map { try Section($0) }
    }
}
