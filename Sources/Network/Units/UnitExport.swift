public import Store
public import Vietnamese

/// Writes lists of units as rows that `UnitImporter` reads: official lists as they hold on a day.
public enum UnitExport {
    /// The columns of a list; empty for the mapping, which is no list of units.
    public static func columns(_ kind: UnitListKind) -> [String] {
        let common = ["code", "full_name", "full_name_en"]
        let place = ["lat", "lon", "area_km2"]
        return switch kind {
        case .provinces: common + place
        case .districts: common + ["province_code"] + place
        case .wards: common + ["province_code", "district_code"] + place
        case .mapping: []
        }
    }

    /// One row for each unit that holds on the day, in the order of codes.
    public static func records(_ kind: UnitListKind, on date: CivilDate, in db: any Connection) throws -> [[String]] {
        guard let level = kind.level else { return [] }
        return try db.rows(
            """
            SELECT unit.code, unit.kind, unit.name, unit.name_en, above.level, above.code, higher.code, place.latitude, place.longitude, place.area_km2
            FROM admin_unit_name AS unit JOIN admin_unit AS place ON place.id = unit.unit
            LEFT JOIN admin_unit_name AS above ON above.unit = unit.parent AND above.valid_from <= \(date)
                AND (above.valid_to IS NULL OR above.valid_to >= \(date))
            LEFT JOIN admin_unit_name AS higher ON higher.unit = above.parent AND higher.valid_from <= \(date)
                AND (higher.valid_to IS NULL OR higher.valid_to >= \(date))
            WHERE unit.level = \(level) AND unit.valid_from <= \(date) AND (unit.valid_to IS NULL OR unit.valid_to >= \(date)) ORDER BY unit.code
            """
        ).map { row in
            let unitKind: UnitKind = try row[1]
            let name: String = try row[2]
            let english: String? = try row[3]
            let above: UnitLevel? = try row[4]
            let aboveCode: String? = try row[5]
            let higherCode: String? = try row[6]
            var fields: [String] = [try row[0], capitaliseFirst(unitKind.word) + " " + name, english ?? ""]
            switch kind {
            case .provinces, .mapping: break
            case .districts: fields.append(aboveCode ?? "")
            case .wards: fields += above == .district ? [higherCode ?? "", aboveCode ?? ""] : [aboveCode ?? "", ""]
            }
            for column in 7...9 {
                let figure: Double? = try row[column]
                fields.append(figure.map { "\($0)" } ?? "")
            }
            return fields
        }
    }
}
