public import Store
import Vietnamese

/// What an administrative unit is.
public enum UnitKind: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case province, centralCity
    case urbanDistrict, ruralDistrict, town, city
    case commune, ward, township, specialZone

    public var level: UnitLevel {
        switch self {
        case .province, .centralCity: .province
        case .urbanDistrict, .ruralDistrict, .town, .city: .district
        case .commune, .ward, .township, .specialZone: .commune
        }
    }

    /// The word before the name.
    public var word: String {
        switch self {
        case .province: "tỉnh"
        case .centralCity, .city: "thành phố"
        case .urbanDistrict: "quận"
        case .ruralDistrict: "huyện"
        case .town: "thị xã"
        case .commune: "xã"
        case .ward: "phường"
        case .township: "thị trấn"
        case .specialZone: "đặc khu"
        }
    }

    /// By its word, also in the longer forms of official lists ("Thành phố trực thuộc trung ương", "Đặc khu tại hải đảo").
    public init?(_ text: String, level: UnitLevel) {
        let key = fold(plainLine(text))
        let found = Self.allCases.first { $0.level == level && (fold($0.word) == key || $0.longWord == key) }
        guard let found else { return nil }
        self = found
    }

    private var longWord: String? {
        switch self {
        case .centralCity: "thanh pho truc thuoc trung uong"
        case .city: "thanh pho thuoc tinh"
        case .specialZone: "dac khu tai hai dao"
        default: nil
        }
    }

    /// "Phường Hạ Long" apart; nil where the text does not begin with a word of the level, or nothing follows it.
    static func splitting(_ fullName: String, level: UnitLevel) -> (kind: UnitKind, name: String)? {
        let parts = plainLine(fullName).split(separator: " ")
        for count in [2, 1] where parts.count > count {
            if let kind = UnitKind(parts[..<count].joined(separator: " "), level: level) {
                return (kind, parts[count...].joined(separator: " "))
            }
        }
        return nil
    }
}
