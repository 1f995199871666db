public import Store
public import Vietnamese

/// The commands on people, their roles and pen names, and how they are found. Whether the person who asks may do it, `authorize` says.
/// Errors: `PeopleRefusal`, `StoreFault`.
public enum People {
    /// Whether somebody is there and not disabled.
    public static func isActive(_ id: PersonID, in db: any Connection) throws -> Bool {
        try db.value("SELECT is_active FROM person WHERE id = \(id)", as: Bool.self) ?? false
    }

    static let columns: SQL = "id, handle, name, email, is_active, created_at"

    /// By the name that `--as` and `--confirmed-by` take; nil if there is nobody.
    public static func find(handle: String, in db: any Connection) throws -> Person? {
        try db.row("SELECT \(columns) FROM person WHERE handle = \(handle)").map(person)
    }

    /// One person, or `PeopleRefusal.unknown`.
    public static func person(_ id: PersonID, in db: any Connection) throws -> Person {
        guard let row = try db.row("SELECT \(columns) FROM person WHERE id = \(id)") else { throw PeopleRefusal.unknown("\(id)") }
        return try person(row)
    }

    /// Everybody, by given name, as Vietnamese lists of people are ordered.
    public static func all(in db: any Connection) throws -> [Person] {
        try db.rows("SELECT \(columns) FROM person ORDER BY sort_key, id").map(person)
    }

    /// The person with the roles they hold at a moment, as their own or as somebody's deputy; nil for somebody unknown or disabled.
    public static func actor(for id: PersonID, at now: Instant, in db: any Connection) throws -> Actor? {
        let active: Bool? = try db.value("SELECT is_active FROM person WHERE id = \(id)")
        guard active == true else { return nil }
        let rows = try db.rows(
            """
            SELECT person, role, site, valid_from FROM person_role
            WHERE person = \(id) AND valid_from <= \(now) AND (valid_to IS NULL OR valid_to > \(now))
            UNION
            SELECT r.person, r.role, r.site, r.valid_from FROM deputy d
                JOIN person p ON p.id = d.absent AND p.is_active = 1
                JOIN person_role r ON r.person = d.absent AND r.valid_from <= \(now) AND (r.valid_to IS NULL OR r.valid_to > \(now))
            WHERE d.deputy = \(id) AND d.ended_at IS NULL AND d.valid_from <= \(now) AND d.valid_to > \(now)
            ORDER BY site, role
            """
        ).map { TermKey(person: try $0[0], role: try $0[1], site: try $0[2], from: try $0[3]) }
        let limits = try limits(of: Set(rows.map(\.person)).sorted(), in: db)
        var grants: [Actor.Grant] = []
        for term in rows {
            let sections = try limits[term].map { try expanded($0, in: db) }
            let grant = Actor.Grant(role: term.role, site: term.site, sections: sections)
            if !grants.contains(grant) { grants.append(grant) }
        }
        return Actor(person: id, grants: grants)
    }

    /// `actor(for:at:in:)` as a read of its own.
    public static func actor(for id: PersonID, at now: Instant, from database: any Database) async throws -> Actor? {
        try await database.read { try actor(for: id, at: now, in: $0) }
    }

    static func person(_ row: Row) throws -> Person {
        Person(id: try row[0], handle: try row[1], name: try row[2], email: try row[3], isActive: try row[4], createdAt: try row[5])
    }
}
