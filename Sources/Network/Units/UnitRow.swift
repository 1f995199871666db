import Exchange
import Vietnamese

/// A row of a list of units, understood.
struct UnitRow: Sendable {
    let line: Int
    let code: String
    let name: String
    let kind: UnitKind
    let englishName: String?
    let parentCode: String?
    let parentLevel: UnitLevel?
    let latitude: Double?
    let longitude: Double?
    let area: Double?

    static func requiredColumns(_ level: UnitLevel) -> [String] {
        switch level {
        case .province: ["code"]
        case .district, .commune: ["code", "province_code"]
        }
    }

    init(_ row: CSVRow, level: UnitLevel) throws(UnitRefusal) {
        line = row.line
        let code = row.line("code") ?? ""
        guard code.utf8.count == level.codeLength, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .codeInvalid(code: code, digits: level.codeLength)
        }
        self.code = code
        (kind, name) = try Self.naming(row, level: level)
        englishName = row.line("full_name_en")
        switch level {
        case .province: (parentLevel, parentCode) = (nil, nil)
        case .district: (parentLevel, parentCode) = (.province, row.line("province_code") ?? "")
        case .commune:
            let district = row.line("district_code")
            (parentLevel, parentCode) = district == nil ? (.province, row.line("province_code") ?? "") : (.district, district)
        }
        latitude = try Self.number(row, "lat", in: -90...90)
        longitude = try Self.number(row, "lon", in: -180...180)
        area = try Self.number(row, "area_km2", in: 0...1_000_000)
    }

    /// The full name says best what a unit is: the type column of old lists contradicts it now and then.
    private static func naming(_ row: CSVRow, level: UnitLevel) throws(UnitRefusal) -> (UnitKind, String) {
        if let full = row.line("full_name") {
            if let (kind, name) = UnitKind.splitting(full, level: level) { return (kind, UnitName.withoutRemark(name)) }
            if row.line("unit_type") == nil { throw .kindUnknown(full) }
        }
        guard let name = row.line("name") ?? row.line("full_name") else { throw .nameMissing }
        guard let kind = UnitKind(row.line("unit_type") ?? "", level: level) else { throw .kindUnknown(row.line("unit_type") ?? name) }
        return (kind, UnitName.withoutRemark(name))
    }

    private static func number(_ row: CSVRow, _ column: String, in range: ClosedRange<Double>) throws(UnitRefusal) -> Double? {
        guard let text = row.line(column) else { return nil }
        guard let value = Double(text), range.contains(value) else { throw .coordinateInvalid(part: column, value: text) }
        return value
    }
}
