public import Store

extension Sites {
    /// Gives a portal other settings. `version` is the one the editor saw: `SiteRefusal.changedMeanwhile` if somebody was quicker.
    @discardableResult
    public static func change(_ id: SiteID, to settings: SiteSettings, version: Int, in db: any Connection) throws -> Site {
        try NetworkVersion.raise(in: db)
        var site = try site(id, in: db)
        let checked = try settings.checked(for: site.kind)
        if checked.language != site.language { try checkLanguage(checked.language, of: site, in: db) }
        try checkAgency(checked.agency, in: db)
        let hostsChanged = checked.hosts != site.hosts
        checked.apply(to: &site)
        site = try store(site, expecting: version, in: db)
        if hostsChanged { try SiteHosts.replace(site.hosts, of: id, named: site.shortName, in: db) }
        return site
    }

    /// `change` as a transaction of its own.
    @discardableResult
    public static func change(_ id: SiteID, to settings: SiteSettings, version: Int, in database: any Database) async throws -> Site {
        try await database.write { try change(id, to: settings, version: version, in: $0) }
    }

    /// A language portal speaks another language than its parent, seen from either.
    private static func checkLanguage(_ language: Language, of site: Site, in db: any Connection) throws {
        try SitePlace.check(site.kind, language: language, below: site.parent, in: db)
        let same = try db.row("SELECT 1 FROM site WHERE parent = \(site.id) AND kind = \(SiteKind.language) AND language = \(language)")
        if same != nil { throw SiteRefusal.languageOfParent(language) }
    }
}
