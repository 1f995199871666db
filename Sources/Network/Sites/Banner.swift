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
    public var text: String
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
        target: String? = nil,
        reachesChildren: Bool,
        startsAt: Instant,
        expiresAt: Instant
    ) {
        self.id = id
        self.site = site
        self.level = level
        self.text = text
        self.target = target
        self.reachesChildren = reachesChildren
        self.startsAt = startsAt
        self.expiresAt = expiresAt
    }
}
