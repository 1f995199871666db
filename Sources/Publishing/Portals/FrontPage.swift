public import PortalNetwork
public import Store
public import Vietnamese

/// A place at the top of the front page.
public struct FeaturedSlot: Sendable, Hashable {
    /// The end of what has none: 1 January 10000, in Việt Nam.
    static let always = Instant(rawValue: 253_402_275_600_000)

    public let item: ItemID
    /// When the item leaves its place by itself; nil: never.
    public let until: Instant?

    public init(_ item: ItemID, until: Instant? = nil) {
        self.item = item
        self.until = until
    }
}

extension Publisher {
    /// As many places as there are at the top of a front page, whatever its arrangement, with some in waiting.
    public static let featuredLimit = 12

    /// The pictures and stories an editor puts first on the home page, in order; replaces those before.
    public func feature(_ items: [ItemID], on site: SiteID, by: By) async throws {
        try await arrangeFront(items.map { FeaturedSlot($0) }, blocks: nil, on: site, by: by)
    }

    /// What a front page puts first, and (where `blocks` is not nil) which blocks it is made of: one change, one entry.
    /// - Parameters:
    ///   - blocks: names in their order; empty for the arrangement's own.
    ///   - expecting: what the editor saw; nil where nobody did.
    public func arrangeFront(
        _ slots: [FeaturedSlot],
        blocks: [String]?,
        expecting: FrontPage? = nil,
        on site: SiteID,
        by: By,
        also: @escaping Also = noFurther
    ) async throws {
        try authorize(by.actor, .arrangeHome, on: Subject(site: site), in: by.tree)
        guard slots.count <= Self.featuredLimit, Set(slots.map(\.item)).count == slots.count else {
            throw PublishingRefusal.tooManyFeatured(limit: Self.featuredLimit)
        }
        let now = clock.now()
        try await commit { db in
            let before = try FrontPage.read(site, db)
            if let expecting, expecting != before { throw PublishingRefusal.changedMeanwhile }
            try db.execute("DELETE FROM featured WHERE site = \(site)")
            for (place, slot) in slots.enumerated() {
                guard try Item.load(slot.item, db)?.site == site else { throw PublishingRefusal.unknownItem(slot.item) }
                try db.execute(
                    "INSERT INTO featured (site, slot, item, until) VALUES (\(site), \(place), \(slot.item), \(slot.until ?? FeaturedSlot.always))"
                )
            }
            let isNewLook = blocks != nil && blocks != before.blocks
            if isNewLook, let blocks {
                let known = try Sites.site(site, in: db)
                var look = known.look
                look.blocks = blocks.isEmpty ? nil : blocks
                _ = try Sites.setLook(look, of: site, version: known.version, in: db)
            }
            try self.chrome("featured", [site], now, reload: isNewLook, db)
            try also(db)
        }
    }
}

/// What editors have said of a front page.
public struct FrontPage: Sendable, Hashable {
    public var slots: [FeaturedSlot]
    /// Empty where the arrangement decides.
    public var blocks: [String]

    public init(slots: [FeaturedSlot], blocks: [String]) {
        self.slots = slots
        self.blocks = blocks
    }

    public static func read(_ site: SiteID, _ db: any Connection) throws -> FrontPage {
        let slots = try db.rows("SELECT item, until FROM featured WHERE site = \(site) ORDER BY slot").map { row in
            let until: Instant = try row[1]
            return FeaturedSlot(try row[0], until: until == FeaturedSlot.always ? nil : until)
        }
        return FrontPage(slots: slots, blocks: try Sites.site(site, in: db).look.blocks ?? [])
    }
}
