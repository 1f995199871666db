public import Store
public import Vietnamese

/// A role somebody holds, held or will hold on a site and everything below it.
public struct RoleTerm: Sendable, Hashable {
    public let person: PersonID
    public let role: Role
    public let site: SiteID
    public let from: Instant
    /// The first moment it no longer holds; nil: until revoked.
    public let until: Instant?
    /// The sections it is limited to, as they were chosen; nil: the whole portal.
    public var sections: Set<SectionID>?
}

extension People {
    /// Gives a person a role on a site and everything below it, from a moment on, for a term or until revoked.
    public static func grant(
        _ role: Role,
        to person: PersonID,
        on site: SiteID,
        from: Instant,
        until: Instant? = nil,
        by granter: PersonID? = nil,
        in db: any Connection
    ) throws {
        // Locks the row: two grants to one person at once queue here, so that the look for an overlap below is sound.
        guard try db.execute("UPDATE person SET is_active = is_active WHERE id = \(person)") == 1 else { throw PeopleRefusal.unknown("\(person)") }
        let holder = try self.person(person, in: db)
        guard holder.isActive else { throw PeopleRefusal.inactive(holder.handle) }
        guard let row = try db.row("SELECT code, kind FROM site WHERE id = \(site)") else { throw PeopleRefusal.siteUnknown }
        let kind: SiteKind = try row[1]
        if kind == .linked { throw PeopleRefusal.siteIsLinked(try row[0]) }
        if let until, until <= from { throw PeopleRefusal.termEndsBeforeItBegins }
        let last = until ?? Instant(rawValue: .max)
        let overlapping = try db.row(
            """
            SELECT 1 FROM person_role WHERE person = \(person) AND role = \(role) AND site = \(site)
                AND valid_from < \(last) AND (valid_to IS NULL OR valid_to > \(from))
            """
        )
        guard overlapping == nil else { throw PeopleRefusal.roleHeld(role) }
        // A term of no length (granted and revoked in one moment) may stand where the new one begins.
        try db.execute(
            """
            INSERT INTO person_role (person, role, site, valid_from, valid_to, granted_by)
            VALUES (\(person), \(role), \(site), \(from), \(until), \(granter))
            ON CONFLICT (person, role, site, valid_from)
            DO UPDATE SET valid_to = excluded.valid_to, granted_by = excluded.granted_by, revoked_by = NULL
            """
        )
    }

    /// Ends a role now. The term stays on record.
    public static func revoke(
        _ role: Role,
        from person: PersonID,
        on site: SiteID,
        at now: Instant,
        by revoker: PersonID? = nil,
        in db: any Connection
    ) throws {
        let ended = try db.execute(
            """
            UPDATE person_role SET valid_to = \(now), revoked_by = \(revoker)
            WHERE person = \(person) AND role = \(role) AND site = \(site)
                AND valid_from <= \(now) AND (valid_to IS NULL OR valid_to > \(now))
            """
        )
        guard ended > 0 else { throw PeopleRefusal.roleNotHeld(role) }
    }

    /// All terms of a person, the oldest first.
    public static func terms(of person: PersonID, in db: any Connection) throws -> [RoleTerm] {
        let limits = try limits(of: [person], in: db)
        return try db.rows("SELECT role, site, valid_from, valid_to FROM person_role WHERE person = \(person) ORDER BY valid_from, site, role").map {
            let key = TermKey(person: person, role: try $0[0], site: try $0[1], from: try $0[2])
            return RoleTerm(person: person, role: key.role, site: key.site, from: key.from, until: try $0[3], sections: limits[key])
        }
    }

    /// Who holds a role on a site itself (not above it) at a moment, by given name.
    public static func holders(on site: SiteID, at now: Instant, in db: any Connection) throws -> [RoleTerm] {
        try db.rows(
            """
            SELECT r.person, r.role, r.valid_from, r.valid_to FROM person_role r JOIN person p ON p.id = r.person
            WHERE r.site = \(site) AND r.valid_from <= \(now) AND (r.valid_to IS NULL OR r.valid_to > \(now)) AND p.is_active = 1
            ORDER BY p.sort_key, p.id, r.role
            """
        ).map { RoleTerm(person: try $0[0], role: try $0[1], site: site, from: try $0[2], until: try $0[3]) }
    }
}
