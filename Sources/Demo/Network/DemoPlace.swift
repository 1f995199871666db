/// A commune, ward or special zone of the invented province.
public struct DemoPlace: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case commune = "xã"
        case ward = "phường"
        case specialZone = "đặc khu"
    }

    /// Lies of the land, for what can happen there: no trawlers in the mountains.
    public enum Terrain: String, Sendable, Hashable {
        case upland, midland, plain, coast, urban, island
    }

    public let code: String
    public let kind: Kind
    /// Without its kind: "Suối Ngàn".
    public let name: String
    /// The first label of its host name, by the pattern of Nghị định 224/2026/NĐ-CP điều 11: the name without marks and spaces;
    /// where two names fold to the same, the second carries its kind before it.
    public let hostLabel: String
    public let terrain: Terrain
    /// Its name with kind in Chinese, where texts in Chinese speak of it.
    public let chineseName: String?

    /// "xã Suối Ngàn".
    public var fullName: String { "\(kind.rawValue) \(name)" }
    /// "Xã Suối Ngàn", as in the name of a portal.
    public var title: String { fullName.capitalisedFirst }

    /// "Suoi Ngan Commune".
    public var englishName: String {
        let kind =
            switch kind {
            case .commune: "Commune"
            case .ward: "Ward"
            case .specialZone: "Special Zone"
            }
        return "\(name.withoutVietnameseMarks) \(kind)"
    }
}
