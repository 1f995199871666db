public import PortalNetwork
import Store
public import Vietnamese

/// What stands around a portal's items: its menu, look, banners, settings and status. Each is asked of `authorize`, leaves an entry in the record, and
/// takes its line in the trail along.
extension Publisher {
    /// Gives a portal its own menu; nil lets it show its sections again. `expecting` is the menu the editor saw.
    public func setMenu(_ items: [MenuItem]?, expecting: [MenuItem]?, of site: SiteID, by: By, also: @escaping Also = noFurther) async throws {
        try await around("menu", .editMenu, site, by, also) { db in
            guard try Sites.menu(of: site, in: db) == expecting else { throw PublishingRefusal.changedMeanwhile }
            try Sites.setMenu(items, of: site, in: db)
        }
    }

    public func setLook(_ look: Look, of site: SiteID, version: Int, by: By, also: @escaping Also = noFurther) async throws {
        try await around("look", .editLook, site, by, also) { db in _ = try Sites.setLook(look, of: site, version: version, in: db) }
    }

    @discardableResult
    public func raiseBanner(_ draft: BannerDraft, on site: SiteID, by: By, also: @escaping Also = noFurther) async throws -> BannerID {
        let id: BannerID = ids.next()
        try await around("banner", .raiseBanner, site, by, also) { [clock] db in
            try Sites.raiseBanner(draft, on: site, id: id, by: by.actor.person, at: clock.now(), in: db)
        }
        return id
    }

    public func clearBanner(_ id: BannerID, on site: SiteID, by: By, also: @escaping Also = noFurther) async throws {
        try await around("banner", .raiseBanner, site, by, also) { [clock] db in
            guard try db.value("SELECT site FROM banner WHERE id = \(id)", as: SiteID.self) == site else { throw SiteRefusal.bannerUnknown }
            try Sites.clearBanner(id, by: by.actor.person, at: clock.now(), in: db)
        }
    }

    public func changeSite(_ site: SiteID, to settings: SiteSettings, version: Int, by: By, also: @escaping Also = noFurther) async throws {
        try await around("site", .changeSite, site, by, also) { db in _ = try Sites.change(site, to: settings, version: version, in: db) }
    }

    /// Freezes, redirects, closes a portal or takes it into service again.
    public func turnSite(_ site: SiteID, _ turn: SiteTurn, version: Int, by: By, also: @escaping Also = noFurther) async throws {
        if case .redirect(let target, _) = turn {
            // Its readers are sent there: whoever does that has a say on both ends.
            try authorize(by.actor, .changeSite, on: Subject(site: target), in: by.tree)
        }
        try await around("status", .changeSite, site, by, also) { db in _ = try Sites.turn(site, turn, version: version, in: db) }
    }

    private func around(
        _ part: String,
        _ action: Action,
        _ site: SiteID,
        _ by: By,
        _ also: @escaping Also,
        _ work: @escaping Also
    ) async throws {
        try authorize(by.actor, action, on: Subject(site: site), in: by.tree)
        let now = clock.now()
        try await commit { db in
            try work(db)
            try self.chrome(part, [site], now, db)
            try also(db)
        }
    }
}
