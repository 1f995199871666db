import Store
import Vietnamese

/// All periods of one level in memory, by code: what an import looks things up in and keeps up to date as it plans.
struct UnitBook: Sendable {
    struct Period: Sendable, Hashable {
        let unit: UnitID
        let code: String
        let from: CivilDate
        var to: CivilDate?
        var name: String
        var kind: UnitKind
        var englishName: String?
        var parent: UnitID?
        var place: Place

        func holds(on date: CivilDate) -> Bool { from <= date && to.map { date <= $0 } ?? true }

        func overlaps(from: CivilDate, to: CivilDate?) -> Bool {
            (to.map { self.from <= $0 } ?? true) && (self.to.map { from <= $0 } ?? true)
        }
    }

    struct Place: Sendable, Hashable {
        var latitude: Double?
        var longitude: Double?
        var area: Double?
    }

    let level: UnitLevel
    /// Each list in order of time.
    private(set) var periods: [String: [Period]] = [:]

    init(_ level: UnitLevel, in db: any Connection) throws {
        self.level = level
        let rows = try db.rows(
            """
            SELECT n.unit, n.code, n.valid_from, n.valid_to, n.name, n.kind, n.name_en, n.parent, u.latitude, u.longitude, u.area_km2
            FROM admin_unit_name n JOIN admin_unit u ON u.id = n.unit WHERE n.level = \(level) ORDER BY n.code, n.valid_from
            """
        )
        for row in rows {
            let period = Period(
                unit: try row[0],
                code: try row[1],
                from: try row[2],
                to: try row[3],
                name: try row[4],
                kind: try row[5],
                englishName: try row[6],
                parent: try row[7],
                place: Place(latitude: try row[8], longitude: try row[9], area: try row[10])
            )
            periods[period.code, default: []].append(period)
        }
    }

    func find(code: String, on date: CivilDate) -> Period? { periods[code]?.last { $0.holds(on: date) } }

    /// Whoever has the code on the first day, else the last who has it in the time.
    func find(code: String, from: CivilDate, to: CivilDate?) -> Period? {
        find(code: code, on: from) ?? periods[code]?.last { $0.overlaps(from: from, to: to) }
    }

    /// By name on a day; nil unless exactly one is meant.
    func find(key: String, on date: CivilDate, where isMeant: (Period) -> Bool) -> Period? {
        let found = periods.values.joined().filter { $0.holds(on: date) && isMeant($0) && UnitName.key($0.name) == key }
        return found.count == 1 ? found.first : nil
    }

    mutating func put(_ period: Period) {
        var list = periods[period.code] ?? []
        list.removeAll { $0.unit == period.unit && $0.from == period.from }
        list.append(period)
        periods[period.code] = list.sorted { $0.from < $1.from }
    }
}
