public import Store
public import Vietnamese

extension People {
    /// Whoever holds one of these roles now on one of these portals, and may sign in: at most 50.
    public static func holding(_ roles: [Role], on sites: [SiteID], at now: Instant, in db: any Connection) throws -> [PersonID] {
        try db.column(
            """
            SELECT DISTINCT person_role.person FROM person_role JOIN person ON person.id = person_role.person
            WHERE person_role.site IN (\(list: sites)) AND person_role.role IN (\(list: roles.map(\.rawValue)))
                AND person_role.valid_from <= \(now) AND (person_role.valid_to IS NULL OR person_role.valid_to > \(now)) AND person.is_active = \(true)
            ORDER BY person_role.person LIMIT 50
            """
        )
    }
}
