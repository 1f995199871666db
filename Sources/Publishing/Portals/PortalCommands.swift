public import PortalNetwork
public import Store
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

    /// Adds a portal with the sections it begins with. A portal at the top of the tree is added by who may add portals under every one there is.
    @discardableResult
    public func addSite(_ draft: SiteDraft, sections: [Section.Opening] = [], by: By, also: @escaping @Sendable (Site, any Connection) throws -> Void)
        async throws -> Site
    {
        try allowPlace(below: draft.parent, by)
        for section in sections { try check(section.code) }
        let now = clock.now()
        return try await commit { db in
            let site = try Sites.add(draft, id: ids.next(), at: now, in: db)
            let opened = sections.enumerated().map { Section(id: ids.next(), site: site.id, code: $1.code, name: $1.name, position: $0) }
            try Self.insert(opened, db)
            try self.sited("opened", site.id, before: nil, now, db)
            try self.chrome("site", [site.id], now, db)
            try also(site, db)
            return site
        }
    }

    /// Hangs a portal, with all below it, under another parent; nil makes it a root. Asked at both ends.
    public func moveSite(_ site: SiteID, below parent: SiteID?, version: Int, by: By, also: @escaping Also = noFurther) async throws {
        try allowPlace(below: parent, by)
        try await around("move", .changeSite, site, by, also) { db in _ = try Sites.move(site, below: parent, version: version, in: db) }
    }

    private func allowPlace(below parent: SiteID?, _ by: By) throws {
        for site in parent.map({ [$0] }) ?? by.tree.roots { try authorize(by.actor, .addSite, on: Subject(site: site), in: by.tree) }
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
            let before = try Sites.site(site, in: db)
            try work(db)
            // A portal's own settings have an entry of their own; what its pages show of them follows in that of the chrome.
            if action == .changeSite {
                let status = try Sites.site(site, in: db).status
                let what = before.status != status ? status.rawValue : part == "move" ? "moved" : "changed"
                try self.sited(what, site, before: before, now, db)
            }
            try self.chrome(part == "move" ? "site" : part, [site], now, db)
            try also(db)
        }
    }
}
