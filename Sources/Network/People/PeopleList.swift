public import Store
public import Vietnamese

/// What is asked of the list of people.
public struct PeopleQuery: Sendable {
    /// Whoever holds or held a role on one of these.
    public var sites: [SiteID]
    /// Part of a name (without marks) or of a sign-in name.
    public var text: String?
    /// Only who holds this role on one of the sites now.
    public var role: Role?
    /// The last person of the page before.
    public var after: PersonID?
    public var limit: Int

    public init(sites: [SiteID], text: String? = nil, role: Role? = nil, after: PersonID? = nil, limit: Int = 50) {
        self.sites = sites
        self.text = text
        self.role = role
        self.after = after
        self.limit = limit
    }
}

extension People {
    /// One page, by given name as Vietnamese lists of people are ordered. Bounded in the database, whatever the number of people.
    public static func list(_ query: PeopleQuery, at now: Instant, in db: any Connection) throws -> [Person] {
        var wanted = conditions(query, at: now)
        if let after = query.after, let row = try db.row("SELECT sort_key FROM person WHERE id = \(after)") {
            let key: [UInt8] = try row[0]
            wanted.append("(sort_key > \(key) OR (sort_key = \(key) AND id > \(after)))")
        }
        return try db.rows(
            """
            SELECT \(columns) FROM person WHERE \(SQL.joined(wanted, separator: " AND "))
            ORDER BY sort_key, id LIMIT \(max(1, min(query.limit, 500)))
            """
        ).map(person)
    }

    /// How many there are, counted up to a bound.
    public static func count(_ query: PeopleQuery, upTo bound: Int, at now: Instant, in db: any Connection) throws -> Int {
        let filter = SQL.joined(conditions(query, at: now), separator: " AND ")
        return try db.value("SELECT count(*) FROM (SELECT 1 FROM person WHERE \(filter) LIMIT \(bound)) found", as: Int.self) ?? 0
    }

    private static func conditions(_ query: PeopleQuery, at now: Instant) -> [SQL] {
        let role: SQL =
            query.role.map { "AND r.role = \($0) AND r.valid_from <= \(now) AND (r.valid_to IS NULL OR r.valid_to > \(now))" } ?? ""
        var wanted: [SQL] = ["EXISTS (SELECT 1 FROM person_role r WHERE r.person = person.id AND r.site IN (\(list: query.sites)) \(role))"]
        if let text = query.text {
            let part = "%" + fold(text).replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
            wanted.append("(folded LIKE \(part) ESCAPE '\\' OR handle LIKE \(part) ESCAPE '\\')")
        }
        return wanted
    }

    /// Everybody who holds or held a role on some sites.
    public static func working(on sites: [SiteID], in db: any Connection) throws -> [Person] {
        try db.rows(
            """
            SELECT \(columns) FROM person WHERE EXISTS (SELECT 1 FROM person_role r WHERE r.person = person.id AND r.site IN (\(list: sites)))
            ORDER BY sort_key, id
            """
        ).map(person)
    }

    /// The terms that hold at a moment, of many people at once.
    public static func terms(of people: [PersonID], at now: Instant, in db: any Connection) throws -> [PersonID: [RoleTerm]] {
        var found: [PersonID: [RoleTerm]] = [:]
        let limits = try limits(of: people, in: db)
        let rows = try db.rows(
            """
            SELECT person, role, site, valid_from, valid_to FROM person_role
            WHERE person IN (\(list: people)) AND valid_from <= \(now) AND (valid_to IS NULL OR valid_to > \(now)) ORDER BY site, role
            """
        )
        for row in rows {
            let (person, role, site, from): (PersonID, Role, SiteID, Instant) = (try row[0], try row[1], try row[2], try row[3])
            let sections = limits[TermKey(person: person, role: role, site: site, from: from)]
            found[person, default: []].append(RoleTerm(person: person, role: role, site: site, from: from, until: try row[4], sections: sections))
        }
        return found
    }

    /// Gives names entered by an older version the form in which they are sought. Once; a few milliseconds for a province.
    public static func foldNames(_ database: any Database) async throws {
        try await database.write { db in
            for row in try db.rows("SELECT id, name FROM person WHERE folded = ''") {
                let (id, name): (PersonID, String) = (try row[0], try row[1])
                try db.execute("UPDATE person SET folded = \(fold(name)) WHERE id = \(id)")
            }
        }
    }
}
