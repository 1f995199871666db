public import Store
public import Vietnamese

/// A portal that is to be added.
public struct SiteDraft: Sendable, Hashable {
    /// Stable from then on: `so-y-te`.
    public var code: String
    public var parent: SiteID?
    public var kind: SiteKind
    public var settings: SiteSettings
    public var look: Look
    /// The official code of the administrative unit, if it is one's portal: offered as a suffix where codes collide.
    public var unitCode: String?

    public init(code: String, parent: SiteID?, kind: SiteKind, settings: SiteSettings, look: Look = Look(), unitCode: String? = nil) {
        self.code = code
        self.parent = parent
        self.kind = kind
        self.settings = settings
        self.look = look
        self.unitCode = unitCode
    }
}

extension Sites {
    /// Adds a portal, active at once.
    @discardableResult
    public static func add(_ draft: SiteDraft, id: SiteID, at now: Instant, in db: any Connection) throws -> Site {
        try SiteCode.check(draft.code)
        let settings = try draft.settings.checked(for: draft.kind)
        let look = try draft.look.checked()
        try NetworkVersion.raise(in: db)
        try SitePlace.check(draft.kind, language: settings.language, below: draft.parent, in: db)
        try checkAgency(settings.agency, in: db)

        var site = Site(
            id: id,
            code: draft.code,
            parent: draft.parent,
            kind: draft.kind,
            name: settings.name,
            shortName: settings.shortName,
            look: look,
            createdAt: now
        )
        settings.apply(to: &site)
        let added = try db.execute(
            """
            INSERT INTO site (id, code, parent, kind, status, language, name, short_name, agency, url, look, contact, position,
                created_at, version)
            VALUES (\(site.id), \(site.code), \(site.parent), \(site.kind), \(site.status), \(site.language), \(site.name),
                \(site.shortName), \(site.agency), \(site.url), \(JSONText.encode(site.look)), \(JSONText.encode(site.contact)),
                \(site.position), \(site.createdAt), \(site.version))
            ON CONFLICT (code) DO NOTHING
            """
        )
        guard added == 1 else { throw try codeTaken(draft, in: db) }
        try SiteHosts.replace(site.hosts, of: site.id, named: site.shortName, in: db)
        return site
    }

    /// `add` as a transaction of its own.
    @discardableResult
    public static func add(_ draft: SiteDraft, to database: any Database, ids: IdentifierMaker, clock: Clock) async throws -> Site {
        try await database.write { try add(draft, id: ids.next(), at: clock.now(), in: $0) }
    }

    static func checkAgency(_ agency: AgencyID?, in db: any Connection) throws {
        guard let agency else { return }
        guard try db.row("SELECT 1 FROM agency WHERE id = \(agency)") != nil else { throw SiteRefusal.agencyUnknown }
    }

    private static func codeTaken(_ draft: SiteDraft, in db: any Connection) throws -> SiteRefusal {
        let codes: Set<String> = Set(try db.column("SELECT code FROM site"))
        let by: String? = try db.value("SELECT short_name FROM site WHERE code = \(draft.code)")
        let others = SiteCode.alternatives(to: draft.code, name: draft.settings.shortName, unitCode: draft.unitCode) { !codes.contains($0) }
        return .codeTaken(code: draft.code, by: by ?? "", suggestions: others)
    }
}
