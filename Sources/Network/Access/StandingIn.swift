public import Store
public import Vietnamese

extension People {
    /// Who stands in for any of these at a moment, and may sign in.
    public static func deputies(of absent: [PersonID], at now: Instant, in db: any Connection) throws -> [PersonID] {
        guard !absent.isEmpty else { return [] }
        return try db.column(
            """
            SELECT DISTINCT deputy.deputy FROM deputy JOIN person ON person.id = deputy.deputy
            WHERE deputy.absent IN (\(list: absent)) AND deputy.ended_at IS NULL AND deputy.valid_from <= \(now) AND deputy.valid_to > \(now)
                AND person.is_active = \(true)
            ORDER BY deputy.deputy LIMIT 50
            """
        )
    }

    /// Whether somebody stands in for another at a moment.
    public static func standsIn(_ deputy: PersonID, for absent: PersonID, at now: Instant, in db: any Connection) throws -> Bool {
        try db.value(
            """
            SELECT 1 FROM deputy WHERE deputy = \(deputy) AND absent = \(absent) AND ended_at IS NULL AND valid_from <= \(now) AND valid_to > \(now) LIMIT 1
            """,
            as: Int.self
        ) != nil
    }
}
