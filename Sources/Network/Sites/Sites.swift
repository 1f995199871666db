public import Store
public import Vietnamese

/// The commands on the network's portals, one verb a file. Each comes twice: for a transaction the caller holds (so that several
/// become one change) and for a database. They check the rules of the matter; whether the person may do it, `authorize` says before.
/// Errors: `SiteRefusal`, `StoreFault`.
public enum Sites {
    /// All portals with hosts, menus and the banners that have not expired at `now`: six statements, however many portals there are.
    public static func tree(at now: Instant, in db: any Connection) throws -> SiteTree {
        try tree(version: NetworkVersion.current(in: db), at: now, in: db)
    }

    /// The tree as it stands now: `known` itself where nothing of the network has changed since it was read, so that a screen that must show the newest costs
    /// one number.
    public static func tree(_ known: SiteTree, at now: Instant, in db: any Connection) throws -> SiteTree {
        let version = try NetworkVersion.current(in: db)
        return version == known.version ? known : try tree(version: version, at: now, in: db)
    }

    static func tree(version: Int64, at now: Instant, in db: any Connection) throws -> SiteTree {
        var hosts: [SiteID: [String]] = [:]
        for row in try db.rows("SELECT site, host FROM site_host ORDER BY site, position") {
            hosts[try row[0], default: []].append(try row[1])
        }
        let sites = try db.rows("SELECT \(SiteRow.columns) FROM site").map { try SiteRow.site($0, hosts: hosts) }
        var menus: [SiteID: [MenuItem]] = [:]
        for row in try db.rows("SELECT site, items FROM site_menu") {
            menus[try row[0]] = try JSONText.decode(try row[1], as: [MenuItem].self, column: 1)
        }
        let banners = try db.rows(
            """
            SELECT id, site, level, text, target, reaches_children, starts_at, expires_at, others FROM banner
            WHERE expires_at > \(now) AND cleared_at IS NULL
            """
        ).map(SiteRow.banner)
        return SiteTree(version: version, sites: sites, menus: menus, banners: banners, outbound: try OutboundHosts.bySite(in: db))
    }

    /// One portal, or `SiteRefusal.unknown`.
    public static func site(_ id: SiteID, in db: any Connection) throws -> Site {
        guard let row = try db.row("SELECT \(SiteRow.columns) FROM site WHERE id = \(id)") else { throw SiteRefusal.unknown("\(id)") }
        let hosts: [String] = try db.column("SELECT host FROM site_host WHERE site = \(id) ORDER BY position")
        return try SiteRow.site(row, hosts: [id: hosts])
    }

    /// Nil for an unknown code.
    public static func site(code: String, in db: any Connection) throws -> Site? {
        guard let id: SiteID = try db.value("SELECT id FROM site WHERE code = \(code)") else { return nil }
        return try site(id, in: db)
    }

    /// Stores what changed in a site's own row, if nobody was quicker.
    /// - Returns: the site as it stands now.
    static func store(_ site: Site, expecting version: Int, in db: any Connection) throws -> Site {
        var site = site
        site.version = version + 1
        let changed = try db.execute(
            """
            UPDATE site SET parent = \(site.parent), status = \(site.status), status_reason = \(site.statusReason), language = \(site.language),
                name = \(site.name), short_name = \(site.shortName), agency = \(site.agency), url = \(site.url),
                successor = \(site.successor), look = \(JSONText.encode(site.look)), contact = \(JSONText.encode(site.contact)),
                position = \(site.position), version = \(site.version)
            WHERE id = \(site.id) AND version = \(version)
            """
        )
        guard changed == 1 else { throw SiteRefusal.changedMeanwhile(site.code) }
        return site
    }
}

/// How rows become sites and banners.
enum SiteRow {
    static let columns: SQL = """
        id, code, parent, kind, status, status_reason, language, name, short_name, agency, url, successor, look, contact, position,
        created_at, version
        """

    static func site(_ row: Row, hosts: [SiteID: [String]]) throws -> Site {
        let id: SiteID = try row[0]
        let look: String = try row[12]
        let contact: String = try row[13]
        return Site(
            id: id,
            code: try row[1],
            parent: try row[2],
            kind: try row[3],
            status: try row[4],
            language: try row[6],
            name: try row[7],
            shortName: try row[8],
            agency: try row[9],
            hosts: hosts[id] ?? [],
            url: try row[10],
            successor: try row[11],
            look: look == "{}" ? Look() : try JSONText.decode(look, as: Look.self, column: 12),
            contact: contact == "{}" ? Contact() : try JSONText.decode(contact, as: Contact.self, column: 13),
            position: try row[14],
            createdAt: try row[15],
            version: try row[16],
            statusReason: try row[5]
        )
    }

    static func banner(_ row: Row) throws -> Banner {
        Banner(
            id: try row[0],
            site: try row[1],
            level: try row[2],
            text: try row[3],
            others: try BannerText.list(in: row, 8),
            target: try row[4],
            reachesChildren: try row[5],
            startsAt: try row[6],
            expiresAt: try row[7]
        )
    }
}
