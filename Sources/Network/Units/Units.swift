public import Store
public import Vietnamese

/// Administrative units as they were and are: every look-up is by date. Errors: `StoreFault`.
public enum Units {
    static let columns: SQL = "unit, level, code, name, kind, name_en, parent, valid_from, valid_to"

    /// As it is named on a day; nil before its beginning and after its end.
    public static func unit(_ id: UnitID, on date: CivilDate, in db: any Connection) throws -> AdminUnit? {
        try db.row(
            """
            SELECT \(columns) FROM admin_unit_name
            WHERE unit = \(id) AND valid_from <= \(date) AND (valid_to IS NULL OR valid_to >= \(date)) ORDER BY valid_from DESC LIMIT 1
            """
        ).map(unit)
    }

    /// All names of a unit in their order.
    public static func history(of id: UnitID, in db: any Connection) throws -> [AdminUnit] {
        try db.rows("SELECT \(columns) FROM admin_unit_name WHERE unit = \(id) ORDER BY valid_from").map(unit)
    }

    /// Who has a code on a day.
    public static func find(_ level: UnitLevel, code: String, on date: CivilDate, in db: any Connection) throws -> AdminUnit? {
        try db.row(
            """
            SELECT \(columns) FROM admin_unit_name
            WHERE level = \(level) AND code = \(code) AND valid_from <= \(date) AND (valid_to IS NULL OR valid_to >= \(date))
            ORDER BY valid_from DESC LIMIT 1
            """
        ).map(unit)
    }

    /// Who ever had a code, the last first.
    public static func find(_ level: UnitLevel, code: String, in db: any Connection) throws -> [AdminUnit] {
        try db.rows("SELECT \(columns) FROM admin_unit_name WHERE level = \(level) AND code = \(code) ORDER BY valid_from DESC, unit").map(unit)
    }

    /// Units called so, written as people write them ("xã Hòa An, huyện Chợ Mới, An Giang"; "TPHCM"; "hoa an"), on a day or, with
    /// `date` nil, ever. Further parts narrow to units that lie in them, by the names of that time.
    ///
    /// Typed accents count where a unit has them; tone placement, case, hyphens and apostrophes never do. A word for the kind decides
    /// among equal names. The larger units come first, then the later periods.
    public static func find(_ text: String, on date: CivilDate? = nil, level: UnitLevel? = nil, in db: any Connection) throws -> [AdminUnit] {
        guard let query = UnitQuery(text) else { return [] }
        var found = try db.rows("SELECT \(columns), name_key FROM admin_unit_name WHERE folded = \(query.unit.folded)")
            .map { (unit: try unit($0), key: try $0[9] as String) }
        found = found.filter { item in (level.map { $0 == item.unit.level } ?? true) && (date.map(item.unit.holds) ?? true) }
        found = try found.filter { item in try lies(item.unit, within: query.within, in: db) }
        if query.unit.isAccented {
            let exact = found.filter { $0.key == query.unit.key }
            if !exact.isEmpty { found = exact }
        }
        let ofKind = found.filter { query.unit.admits($0.unit.kind) }
        let order = UnitLevel.allCases
        return (ofKind.isEmpty ? found : ofKind).map(\.unit).sorted { a, b in
            let (first, second) = (order.firstIndex(of: a.level) ?? 0, order.firstIndex(of: b.level) ?? 0)
            return first != second ? first < second : a.validFrom != b.validFrom ? a.validFrom > b.validFrom : a.code < b.code
        }
    }

    /// What lies directly in a unit on a day, in dictionary order.
    public static func children(of id: UnitID, on date: CivilDate, in db: any Connection) throws -> [AdminUnit] {
        inDictionaryOrder(
            try db.rows(
                """
                SELECT \(columns) FROM admin_unit_name
                WHERE parent = \(id) AND valid_from <= \(date) AND (valid_to IS NULL OR valid_to >= \(date))
                """
            ).map(unit)
        )
    }

    /// All units of a level on a day, in dictionary order.
    public static func all(_ level: UnitLevel, on date: CivilDate, in db: any Connection) throws -> [AdminUnit] {
        inDictionaryOrder(
            try db.rows(
                """
                SELECT \(columns) FROM admin_unit_name
                WHERE level = \(level) AND valid_from <= \(date) AND (valid_to IS NULL OR valid_to >= \(date))
                """
            ).map(unit)
        )
    }

    /// What a unit lies in on a day, from near to far.
    public static func ancestors(of unit: AdminUnit, on date: CivilDate, in db: any Connection) throws -> [AdminUnit] {
        var result: [AdminUnit] = []
        var next = unit.parent
        while let id = next, result.count < UnitLevel.allCases.count, let above = try self.unit(id, on: date, in: db) {
            result.append(above)
            next = above.parent
        }
        return result
    }

    /// "xã Hòa An, huyện Chợ Mới, tỉnh An Giang", as it was on a day; nil where the unit did not exist then.
    public static func displayName(of id: UnitID, on date: CivilDate, in db: any Connection) throws -> String? {
        guard let unit = try unit(id, on: date, in: db) else { return nil }
        return ([unit] + (try ancestors(of: unit, on: date, in: db))).map(\.nameInText).joined(separator: ", ")
    }

    static func unit(_ row: Row) throws -> AdminUnit {
        AdminUnit(
            id: try row[0],
            level: try row[1],
            code: try row[2],
            name: try row[3],
            kind: try row[4],
            englishName: try row[5],
            parent: try row[6],
            validFrom: try row[7],
            validTo: try row[8]
        )
    }

    /// Whether each part names something the unit lies in, in the time of its name.
    private static func lies(_ unit: AdminUnit, within parts: [UnitQuery.Part], in db: any Connection) throws -> Bool {
        if parts.isEmpty { return true }
        let above = try ancestors(of: unit, on: unit.validTo ?? unit.validFrom, in: db)
        return parts.allSatisfy { part in
            above.contains { place in
                let key = UnitName.key(place.name)
                return part.admits(place.kind) && (part.isAccented ? key == part.key : fold(key) == part.folded)
            }
        }
    }

    private static func inDictionaryOrder(_ units: [AdminUnit]) -> [AdminUnit] {
        units.map { (key: collationKey($0.name), unit: $0) }
            .sorted { $0.key == $1.key ? $0.unit.code < $1.unit.code : $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.unit)
    }
}
