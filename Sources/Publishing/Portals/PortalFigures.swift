public import PortalNetwork
public import Store
public import Vietnamese

/// What the desk counts of a portal and what lies below it.
public struct PortalFigures: Sendable, Hashable {
    public var articles = 0
    /// Everything else that is live.
    public var others = 0
    public var sections = 0
    /// Addresses asked for in vain that nobody has dealt with.
    public var missing = 0
    public var publishedThisWeek = 0

    public static func read(_ sites: [SiteID], at now: Instant, _ db: any Connection) throws -> PortalFigures {
        var figures = PortalFigures()
        figures.articles =
            try db.value("SELECT COALESCE(SUM(n), 0) FROM listing_count WHERE site IN (\(list: sites)) AND list = \(ListKey.all)") ?? 0
        let all: Int =
            try db.value("SELECT COALESCE(SUM(n), 0) FROM listing_count WHERE site IN (\(list: sites)) AND list LIKE 'kind:%'") ?? 0
        figures.others = max(0, all - figures.articles)
        figures.sections = try db.value("SELECT count(*) FROM section WHERE site IN (\(list: sites))") ?? 0
        figures.missing = try db.value("SELECT count(*) FROM missing_address WHERE site IN (\(list: sites)) AND is_ignored = 0") ?? 0
        let week = now.adding(seconds: -7 * 86_400)
        figures.publishedThisWeek =
            try db.value("SELECT count(*) FROM listing WHERE site IN (\(list: sites)) AND list = \(ListKey.all) AND published_at >= \(week)") ?? 0
        return figures
    }
}

/// Pages that nobody has touched for long: standing text (not news, which only grows older).
public struct StalePage: Sendable, Hashable {
    public let item: ItemID
    public let touchedAt: Instant

    /// The oldest first. `kinds`: those whose text is to be kept up to date.
    public static func read(_ sites: [SiteID], kinds: [KindName], before moment: Instant, limit: Int, _ db: any Connection) throws -> [StalePage] {
        try db.rows(
            """
            SELECT item.id, COALESCE(item.updated_at, item.published_at) FROM listing JOIN item ON item.id = listing.item
            WHERE listing.site IN (\(list: sites)) AND listing.list IN (\(list: kinds.map(ListKey.kind))) AND listing.published_at < \(moment)
            AND \(Reveal.listed(for: .everyone)) AND COALESCE(item.updated_at, item.published_at) < \(moment)
            ORDER BY COALESCE(item.updated_at, item.published_at), item.id LIMIT \(limit)
            """
        ).map { StalePage(item: try $0[0], touchedAt: try $0[1]) }
    }
}

public struct SavedFilterID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A list of the desk as somebody likes to see it: an address of the desk under a name.
public struct SavedFilter: Sendable, Hashable {
    public static let limit = 50

    public let id: SavedFilterID
    public let person: PersonID
    public let name: String
    public let address: String
    /// The portal whose staff see it too; nil: its owner alone.
    public let site: SiteID?

    private static let columns: SQL = "saved_filter.id, saved_filter.person, saved_filter.name, saved_filter.address, shared_filter.site"

    private init(_ row: Row) throws {
        (id, person) = (try row[0], try row[1])
        (name, address, site) = (try row[2], try row[3], try row[4])
    }

    public static func all(of person: PersonID, _ db: any Connection) throws -> [SavedFilter] {
        try db.rows(
            """
            SELECT \(columns) FROM saved_filter LEFT JOIN shared_filter ON shared_filter.filter = saved_filter.id
            WHERE saved_filter.person = \(person) ORDER BY saved_filter.id LIMIT \(limit)
            """
        ).map { try SavedFilter($0) }
    }

    /// What others share on a portal; whoever opens one sees what they may see themselves.
    public static func shared(on site: SiteID, butOf person: PersonID, _ db: any Connection) throws -> [SavedFilter] {
        try db.rows(
            """
            SELECT \(columns) FROM shared_filter JOIN saved_filter ON saved_filter.id = shared_filter.filter
            WHERE shared_filter.site = \(site) AND saved_filter.person <> \(person) ORDER BY shared_filter.filter LIMIT \(limit)
            """
        ).map { try SavedFilter($0) }
    }

    /// - Returns: false where the person has too many, or what is given is none.
    public static func add(
        _ id: SavedFilterID,
        name: String,
        address: String,
        of person: PersonID,
        sharedOn site: SiteID? = nil,
        at now: Instant,
        _ db: any Connection
    ) throws -> Bool {
        guard !name.isEmpty, name.count <= 80, address.hasPrefix("/desk/"), address.utf8.count <= 1000 else { return false }
        guard try db.value("SELECT count(*) FROM saved_filter WHERE person = \(person)", as: Int.self) ?? 0 < limit else { return false }
        try db.execute(
            """
            INSERT INTO saved_filter (id, person, name, address, created_at) VALUES (\(id), \(person), \(name), \(address), \(now))
            """
        )
        if let site { try db.execute("INSERT INTO shared_filter (filter, site) VALUES (\(id), \(site))") }
        return true
    }

    public static func remove(_ id: SavedFilterID, of person: PersonID, _ db: any Connection) throws -> Bool {
        guard try db.execute("DELETE FROM saved_filter WHERE id = \(id) AND person = \(person)") == 1 else { return false }
        try db.execute("DELETE FROM shared_filter WHERE filter = \(id)")
        return true
    }
}
