public import Store
public import Vietnamese

/// The bodies of the state and what became of them. Every look-up is by date; history keeps the old names.
/// Errors: `AgencyRefusal`, `StoreFault`.
public enum Agencies {
    static let columns: SQL = "agency, name, short_name, kind, code, valid_from, valid_to"

    /// As it is named on a day; nil before its beginning and after its end.
    public static func agency(_ id: AgencyID, on date: CivilDate, in db: any Connection) throws -> Agency? {
        try db.row(
            """
            SELECT \(columns) FROM agency_name
            WHERE agency = \(id) AND valid_from <= \(date) AND (valid_to IS NULL OR valid_to >= \(date))
            """
        ).map(agency)
    }

    /// The full name on a day.
    public static func name(of id: AgencyID, on date: CivilDate, in db: any Connection) throws -> String? {
        try agency(id, on: date, in: db)?.name
    }

    /// All names in their order.
    public static func history(of id: AgencyID, in db: any Connection) throws -> [Agency] {
        try db.rows("SELECT \(columns) FROM agency_name WHERE agency = \(id) ORDER BY valid_from").map(agency)
    }

    /// Who has an organisation code on a day.
    public static func find(code: String, on date: CivilDate, in db: any Connection) throws -> Agency? {
        try db.row(
            """
            SELECT \(columns) FROM agency_name
            WHERE code = \(code) AND valid_from <= \(date) AND (valid_to IS NULL OR valid_to >= \(date)) ORDER BY valid_from DESC LIMIT 1
            """
        ).map(agency)
    }

    /// Who is called so (in full or short, whatever the tone placement and case) on a day, or ever where `date` is nil.
    /// Exact letters come before names that agree only without their marks.
    public static func find(name: String, on date: CivilDate?, in db: any Connection) throws -> [Agency] {
        let text = plainLine(name)
        let key = toneNormalised(text)
        let found = try db.rows(
            "SELECT \(columns), name_key FROM agency_name WHERE folded = \(fold(text)) OR name_key = \(key) ORDER BY sort_key, valid_from"
        )
        .map { (agency: try agency($0), isExact: try $0[7] as String == key) }
        .filter { found in date.map { found.agency.holds(on: $0) } ?? true }
        let byShortName = try db.rows("SELECT \(columns) FROM agency_name WHERE short_name = \(text) ORDER BY sort_key, valid_from").map(agency)
            .filter { agency in date.map { agency.holds(on: $0) } ?? true }
        var seen: Set<Agency> = []
        return (found.filter(\.isExact).map(\.agency) + byShortName + found.filter { !$0.isExact }.map(\.agency)).filter { seen.insert($0).inserted }
    }

    /// Everything that exists on a day, in dictionary order.
    public static func all(on date: CivilDate, in db: any Connection) throws -> [Agency] {
        try db.rows(
            """
            SELECT \(columns) FROM agency_name WHERE valid_from <= \(date) AND (valid_to IS NULL OR valid_to >= \(date))
            ORDER BY sort_key, agency
            """
        ).map(agency)
    }

    /// What came directly out of an agency, in order of time.
    public static func successions(from id: AgencyID, in db: any Connection) throws -> [AgencySuccession] {
        try db.rows("SELECT old, new, kind, effective_on FROM agency_succession WHERE old = \(id) ORDER BY effective_on, new").map(succession)
    }

    /// What an agency came directly out of, in order of time.
    public static func successions(into id: AgencyID, in db: any Connection) throws -> [AgencySuccession] {
        try db.rows("SELECT old, new, kind, effective_on FROM agency_succession WHERE new = \(id) ORDER BY effective_on, old").map(succession)
    }

    /// Who stands on a day in the place of an agency of old: itself while it exists, else those it led to, followed all the way.
    public static func current(of id: AgencyID, on date: CivilDate, in db: any Connection) throws -> [Agency] {
        var result: [Agency] = []
        var seen: Set<AgencyID> = []
        var queue = [id]
        while let next = queue.popLast() {
            guard seen.insert(next).inserted else { continue }
            if let agency = try agency(next, on: date, in: db) {
                result.append(agency)
            } else {
                queue += try successions(from: next, in: db).filter { $0.date <= date }.map(\.new)
            }
        }
        return result.sorted { $0.id < $1.id }
    }

    private static func agency(_ row: Row) throws -> Agency {
        Agency(
            id: try row[0],
            naming: AgencyNaming(name: try row[1], shortName: try row[2], kind: try row[3], code: try row[4]),
            validFrom: try row[5],
            validTo: try row[6]
        )
    }

    private static func succession(_ row: Row) throws -> AgencySuccession {
        AgencySuccession(old: try row[0], new: try row[1], kind: try row[2], date: try row[3])
    }
}
