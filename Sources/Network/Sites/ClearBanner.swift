public import Store
public import Vietnamese

extension Sites {
    /// Takes a banner down before it expires. The row stays: what was said in an emergency, and how long, must be found later.
    public static func clearBanner(_ id: BannerID, by person: PersonID?, at now: Instant, in db: any Connection) throws {
        try NetworkVersion.raise(in: db)
        let cleared = try db.execute(
            "UPDATE banner SET cleared_at = \(now), cleared_by = \(person) WHERE id = \(id) AND cleared_at IS NULL AND expires_at > \(now)"
        )
        guard cleared == 1 else { throw SiteRefusal.bannerUnknown }
    }

    /// `clearBanner` as a transaction of its own.
    public static func clearBanner(_ id: BannerID, by person: PersonID?, in database: any Database, clock: Clock) async throws {
        try await database.write { try clearBanner(id, by: person, at: clock.now(), in: $0) }
    }
}
