public import Store
public import Vietnamese

public struct BannerID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// An urgent line above every page of a site, and of all its children where `reachesChildren`.
public struct Banner: Sendable, Hashable {
    public enum Level: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case notice, outage, emergency
    }

    public var id: BannerID
    public var site: SiteID
    public var level: Level
    /// In the language of its portal.
    public var text: String
    /// The same in other languages, as far as it has them.
    public var others: [BannerText]
    /// A path of the site or an absolute address with more about it.
    public var target: String?
    public var reachesChildren: Bool
    public var startsAt: Instant
    /// It never outlives this: a banner nobody takes down is a banner nobody believes.
    public var expiresAt: Instant

    public init(
        id: BannerID,
        site: SiteID,
        level: Level,
        text: String,
        others: [BannerText] = [],
        target: String? = nil,
        reachesChildren: Bool,
        startsAt: Instant,
        expiresAt: Instant
    ) {
        self.id = id
        self.site = site
        self.level = level
        self.text = text
        self.others = others
        self.target = target
        self.reachesChildren = reachesChildren
        self.startsAt = startsAt
        self.expiresAt = expiresAt
    }
}

/// What a banner says in another language than its portal's.
public struct BannerText: Sendable, Hashable, Codable {
    public var language: Language
    public var text: String

    public init(_ language: Language, _ text: String) {
        self.language = language
        self.text = text
    }

    /// Reads the column `others` of a banner.
    public static func list(in row: Row, _ column: Int) throws -> [BannerText] {
        guard let json: String = try row[column] else { return [] }
        return try JSONText.decode(json, as: [BannerText].self, column: column)
    }

    /// Everything a banner says in one line, for lists.
    public static func line(_ text: String, _ others: [BannerText]) -> String { ([text] + others.map(\.text)).joined(separator: " · ") }
}
