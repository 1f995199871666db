public import Store
public import Vietnamese

/// A banner that is to be raised.
public struct BannerDraft: Sendable, Hashable {
    public var level: Banner.Level
    /// In the language of the portal.
    public var text: String
    /// The same in other languages.
    public var others: [BannerText]
    public var target: String?
    public var reachesChildren: Bool
    /// Nil: at once.
    public var startsAt: Instant?
    public var expiresAt: Instant

    public init(
        level: Banner.Level,
        text: String,
        others: [BannerText] = [],
        target: String? = nil,
        reachesChildren: Bool = false,
        startsAt: Instant? = nil,
        expiresAt: Instant
    ) {
        self.level = level
        self.text = text
        self.others = others
        self.target = target
        self.reachesChildren = reachesChildren
        self.startsAt = startsAt
        self.expiresAt = expiresAt
    }
}

extension Sites {
    public static let bannerTextLimit = 240

    /// How many days a banner may stand. An emergency that lasts longer is no banner any more but an article.
    public static func bannerDays(_ level: Banner.Level) -> Int {
        switch level {
        case .emergency: 30
        case .outage: 90
        case .notice: 366
        }
    }

    /// Raises a banner above a portal and, where it says so, above everything below.
    @discardableResult
    public static func raiseBanner(
        _ draft: BannerDraft,
        on site: SiteID,
        id: BannerID,
        by person: PersonID?,
        at now: Instant,
        in db: any Connection
    ) throws -> Banner {
        let text = plainLine(draft.text)
        let others = draft.others.map { BannerText($0.language, plainLine($0.text)) }
        for text in [text] + others.map(\.text) {
            guard !text.isEmpty else { throw SiteRefusal.bannerTextMissing }
            guard text.count <= bannerTextLimit else { throw SiteRefusal.bannerTextTooLong(limit: bannerTextLimit) }
        }
        let target = plainLineOrNil(draft.target)
        if let target, !WebAddress.isTarget(target) { throw SiteRefusal.bannerTargetInvalid(target) }
        guard draft.expiresAt > now else { throw SiteRefusal.bannerExpiryPast }
        let start = draft.startsAt ?? now
        guard start < draft.expiresAt else { throw SiteRefusal.bannerExpiryBeforeStart }
        let days = bannerDays(draft.level)
        guard draft.expiresAt <= start.adding(seconds: Int64(days) * 86_400) else { throw SiteRefusal.bannerTooLong(days: days) }

        try NetworkVersion.raise(in: db)
        guard try db.row("SELECT 1 FROM site WHERE id = \(site)") != nil else { throw SiteRefusal.unknown("\(site)") }
        let banner = Banner(
            id: id,
            site: site,
            level: draft.level,
            text: text,
            others: others,
            target: target,
            reachesChildren: draft.reachesChildren,
            startsAt: start,
            expiresAt: draft.expiresAt
        )
        let json = try others.isEmpty ? nil : JSONText.encode(others)
        try db.execute(
            """
            INSERT INTO banner (id, site, level, text, others, target, reaches_children, starts_at, expires_at, raised_by)
            VALUES (\(banner.id), \(banner.site), \(banner.level), \(banner.text), \(json), \(banner.target),
                \(banner.reachesChildren), \(banner.startsAt), \(banner.expiresAt), \(person))
            """
        )
        return banner
    }

    /// `raiseBanner` as a transaction of its own.
    @discardableResult
    public static func raiseBanner(
        _ draft: BannerDraft,
        on site: SiteID,
        by person: PersonID?,
        in database: any Database,
        ids: IdentifierMaker,
        clock: Clock
    ) async throws -> Banner {
        try await database.write { try raiseBanner(draft, on: site, id: ids.next(), by: person, at: clock.now(), in: $0) }
    }
}
