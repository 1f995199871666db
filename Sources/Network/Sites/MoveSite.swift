public import Store

extension Sites {
    /// Hangs a portal, with all below it, under another parent (nil: makes it a root), and puts it at a place among its siblings.
    /// Its hosts, code and addresses stay; its tier and what it inherits follow from the new place.
    @discardableResult
    public static func move(_ id: SiteID, below parent: SiteID?, position: Int? = nil, version: Int, in db: any Connection) throws -> Site {
        // First, so that two moves at once cannot make a circle of two halves that each look right.
        try NetworkVersion.raise(in: db)
        var site = try site(id, in: db)
        try SitePlace.check(site.kind, language: site.language, below: parent, in: db)
        if let parent, try isInside(parent, id, in: db) { throw SiteRefusal.movedBelowItself(site.code) }
        site.parent = parent
        if let position { site.position = position }
        return try store(site, expecting: version, in: db)
    }

    /// `move` as a transaction of its own.
    @discardableResult
    public static func move(
        _ id: SiteID,
        below parent: SiteID?,
        position: Int? = nil,
        version: Int,
        in database: any Database
    ) async throws -> Site {
        try await database.write { try move(id, below: parent, position: position, version: version, in: $0) }
    }

    /// Whether `id` is `other` or lies below it.
    private static func isInside(_ id: SiteID, _ other: SiteID, in db: any Connection) throws -> Bool {
        try db.row(
            """
            WITH RECURSIVE up (id) AS (
                SELECT CAST(\(id) AS BIGINT) UNION SELECT s.parent FROM site s JOIN up ON s.id = up.id WHERE s.parent IS NOT NULL)
            SELECT 1 FROM up WHERE id = \(other)
            """
        ) != nil
    }
}
