public import Store
public import Vietnamese

extension Agencies {
    public static let nameLimit = 200

    /// Enters a body that exists from a day on.
    @discardableResult
    public static func add(
        _ naming: AgencyNaming,
        id: AgencyID,
        from date: CivilDate,
        at now: Instant,
        in db: any Connection
    ) throws -> Agency {
        let naming = try checked(naming)
        try NetworkVersion.raise(in: db)
        try db.execute("INSERT INTO agency (id, created_at) VALUES (\(id), \(now))")
        return try open(naming, of: id, from: date, in: db)
    }

    /// `add` as a transaction of its own.
    @discardableResult
    public static func add(
        _ naming: AgencyNaming,
        from date: CivilDate,
        to database: any Database,
        ids: IdentifierMaker,
        clock: Clock
    ) async throws -> Agency {
        try await database.write { try add(naming, id: ids.next(), from: date, at: clock.now(), in: $0) }
    }

    /// Gives an agency another name, short name, kind or code from a day on; before that day it keeps the old ones.
    @discardableResult
    public static func rename(_ id: AgencyID, to naming: AgencyNaming, from date: CivilDate, in db: any Connection) throws -> Agency {
        let naming = try checked(naming)
        try NetworkVersion.raise(in: db)
        try end(id, before: date, in: db)
        return try open(naming, of: id, from: date, in: db)
    }

    /// Ends an agency: the day is the first on which it no longer exists.
    public static func close(_ id: AgencyID, from date: CivilDate, in db: any Connection) throws {
        try NetworkVersion.raise(in: db)
        try end(id, before: date, in: db)
    }

    /// Ends the present name the day before `date`.
    static func end(_ id: AgencyID, before date: CivilDate, in db: any Connection) throws {
        guard let present = try history(of: id, in: db).last else { throw AgencyRefusal.unknown }
        if let end = present.validTo { throw AgencyRefusal.ended(end) }
        guard present.validFrom < date else { throw AgencyRefusal.tooEarly(present.validFrom) }
        try db.execute("UPDATE agency_name SET valid_to = \(date.adding(days: -1)) WHERE agency = \(id) AND valid_from = \(present.validFrom)")
    }

    private static func open(_ naming: AgencyNaming, of id: AgencyID, from date: CivilDate, in db: any Connection) throws -> Agency {
        if let code = naming.code {
            let other: String? = try db.value(
                """
                SELECT name FROM agency_name
                WHERE code = \(code) AND agency <> \(id) AND (valid_to IS NULL OR valid_to >= \(date)) ORDER BY valid_from LIMIT 1
                """
            )
            if let other { throw AgencyRefusal.codeTaken(code: code, by: other) }
        }
        try db.execute(
            """
            INSERT INTO agency_name (agency, valid_from, name, short_name, kind, code, name_key, folded, sort_key)
            VALUES (\(id), \(date), \(naming.name), \(naming.shortName), \(naming.kind), \(naming.code), \(toneNormalised(naming.name)),
                \(fold(naming.name)), \(collationKey(naming.name)))
            """
        )
        return Agency(id: id, naming: naming, validFrom: date, validTo: nil)
    }

    private static func checked(_ naming: AgencyNaming) throws(AgencyRefusal) -> AgencyNaming {
        var result = naming
        result.name = plainLine(naming.name)
        guard !result.name.isEmpty else { throw .nameMissing }
        result.shortName = plainLineOrNil(naming.shortName) ?? result.name
        guard result.name.count <= nameLimit, result.shortName.count <= nameLimit else { throw .nameTooLong(limit: nameLimit) }
        result.code = plainLineOrNil(naming.code)
        if let code = result.code {
            let isPlain =
                code.utf8.count <= 40
                && code.utf8.allSatisfy {
                    (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2E || $0 == 0x2D
                }
            guard isPlain else { throw .codeInvalid(code) }
        }
        return result
    }
}
