public import Store
public import Vietnamese

/// A part of a portal with articles of its own (*chuyên mục*). What it is called and where it stands, Publishing knows.
public struct SectionID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// One term of a role: what a limit to sections is tied to.
struct TermKey: Hashable {
    let person: PersonID
    let role: Role
    let site: SiteID
    let from: Instant
}

extension People {
    /// The sections that terms of these people are limited to, as they were chosen. A term that is not there reaches its whole portal.
    static func limits(of people: [PersonID], in db: any Connection) throws -> [TermKey: Set<SectionID>] {
        var found: [TermKey: Set<SectionID>] = [:]
        for row in try db.rows("SELECT person, role, site, valid_from, section FROM person_role_section WHERE person IN (\(list: people))") {
            let key = TermKey(person: try row[0], role: try row[1], site: try row[2], from: try row[3])
            found[key, default: []].insert(try row[4])
        }
        return found
    }

    /// Those sections and everything below them, as the tree of sections is now.
    static func expanded(_ sections: Set<SectionID>, in db: any Connection) throws -> Set<SectionID> {
        Set(
            try db.column(
                """
                WITH RECURSIVE part (id) AS (
                    SELECT id FROM section WHERE id IN (\(list: sections.sorted()))
                    UNION SELECT s.id FROM section s JOIN part p ON s.parent = p.id)
                SELECT id FROM part
                """,
                as: SectionID.self
            )
        )
    }

    /// Limits a role that somebody holds now to some sections of its portal, or (none) lets it reach the whole portal and what lies below.
    ///
    /// A limited role reaches its sections on its own portal and nothing else: neither the portal's settings nor portals below.
    public static func limit(_ role: Role, of person: PersonID, on site: SiteID, to sections: Set<SectionID>, at now: Instant, in db: any Connection)
        throws
    {
        guard sections.isEmpty || role.isOfSections else { throw PeopleRefusal.roleWithoutSections(role) }
        let from = try db.value(
            """
            SELECT valid_from FROM person_role WHERE person = \(person) AND role = \(role) AND site = \(site)
                AND valid_from <= \(now) AND (valid_to IS NULL OR valid_to > \(now))
            """,
            as: Instant.self
        )
        guard let from else { throw PeopleRefusal.roleNotHeld(role) }
        let own = Set(
            try db.column("SELECT id FROM section WHERE site = \(site) AND id IN (\(list: sections.sorted()))", as: SectionID.self)
        )
        guard own == sections else { throw PeopleRefusal.sectionElsewhere }
        try db.execute(
            "DELETE FROM person_role_section WHERE person = \(person) AND role = \(role) AND site = \(site) AND valid_from = \(from)"
        )
        for section in sections.sorted() {
            try db.execute(
                """
                INSERT INTO person_role_section (person, role, site, valid_from, section) VALUES (\(person), \(role), \(site), \(from), \(section))
                """
            )
        }
    }
}

extension Role {
    /// Whether a delegation to single sections makes sense for it.
    public var isOfSections: Bool {
        switch self {
        case .contributor, .reporter, .editor, .deskSecretary, .deputyChief, .editorInChief: true
        case .unitLiaison, .recordsClerk, .accountant, .operator, .administrator: false
        }
    }
}

extension Actor {
    /// On which sections of a portal somebody may do something: for the filter of a query. Nil: on all of them, and on what stands in none.
    public func sections(for action: Action, on site: SiteID, in tree: SiteTree) -> Set<SectionID>? {
        let rights = Rights.of(action)
        var sections: Set<SectionID> = []
        for grant in grants where tree.isInside(site, grant.site) && rights[grant.role] != nil {
            guard let limit = grant.sections else { return nil }
            if grant.site == site { sections.formUnion(limit) }
        }
        return sections
    }
}
