public import Store
public import Vietnamese

public struct UnitID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// The tiers of local government. Districts exist until 2025-06-30 only (NQ 202/2025/QH15, Luật 72/2025/QH15).
public enum UnitLevel: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
    case province, district, commune

    /// How many digits a code of this level has.
    public var codeLength: Int {
        switch self {
        case .province: 2
        case .district: 3
        case .commune: 5
        }
    }
}

/// An administrative unit as it was named in one period.
///
/// Codes are strings with leading zeros, and a code alone means nothing: 89 was An Giang until 2025-06-30, 91 is An Giang since.
public struct AdminUnit: Sendable, Hashable {
    public let id: UnitID
    public let level: UnitLevel
    public let code: String
    /// Without the word for its kind: "Hạ Long", "1".
    public let name: String
    public let kind: UnitKind
    public let englishName: String?
    /// The unit it is part of in this period; nil for provinces.
    public let parent: UnitID?
    public let validFrom: CivilDate
    /// The last day of the period; nil: until further notice.
    public let validTo: CivilDate?

    /// "Phường Hạ Long", "Phường 1": as it stands at the head of a page.
    public var fullName: String { capitaliseFirst(kind.word) + " " + name }

    /// "phường Hạ Long", but "Phường 1" and "Thành phố Hồ Chí Minh": in running text (NĐ 30/2020/NĐ-CP, annex II).
    public var nameInText: String {
        let isNumber = name.allSatisfy(\.isNumber)
        return isNumber || UnitName.key(name) == UnitName.hoChiMinh ? fullName : kind.word + " " + name
    }

    public func holds(on date: CivilDate) -> Bool { validFrom <= date && validTo.map { date <= $0 } ?? true }
}

/// How one unit came out of another.
public struct UnitSuccession: Sendable, Hashable {
    public enum Kind: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case merged, divided, unchanged, renamed
    }

    public let old: UnitID
    public let new: UnitID
    /// The first day of the new order.
    public let date: CivilDate
    public let kind: Kind
    /// Of several successors (divided), the one to take where nothing more is known of a place.
    public let isDefault: Bool
}
