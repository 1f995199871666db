public import PortalNetwork
public import Store
import Vietnamese

/// Portals made like another: its look, its sections, its menu, its front page; none of its articles.
extension Publisher {
    /// Adds a portal like `template`, in one transaction with everything that goes with it.
    @discardableResult
    public func addPortal(_ draft: SiteDraft, like template: SiteID, by: By, also: @escaping @Sendable (Site, any Connection) throws -> Void)
        async throws
        -> Site
    {
        try allowPortal(draft, like: template, by)
        let now = clock.now()
        return try await commit { db in
            let site = try self.makePortal(draft, like: template, now, db)
            try self.sited("opened", site.id, before: nil, now, db)
            try self.chrome("site", [site.id], now, db)
            try also(site, db)
            return site
        }
    }

    /// What would be refused if these were added one after the other: really tried, and taken back.
    /// - Returns: refusals by the draft's place.
    public func tryPortals(_ drafts: [SiteDraft], like template: SiteID, by: By) async throws -> [Int: any Refusal] {
        var refused: [Int: any Refusal] = [:]
        for (place, draft) in drafts.enumerated() {
            do { try allowPortal(draft, like: template, by) } catch let refusal as any Refusal { refused[place] = refusal }
        }
        let (now, before) = (clock.now(), refused)
        do {
            try await database.write { db in
                var refused = before
                for (place, draft) in drafts.enumerated() where refused[place] == nil {
                    do {
                        _ = try self.makePortal(draft, like: template, now, db)
                    } catch let refusal as any Refusal {
                        refused[place] = refusal
                        // What a refused one left behind must not stand in the way of those after it.
                        if case SiteRefusal.codeTaken = refusal { continue }
                        try db.execute("DELETE FROM site_host WHERE site IN (SELECT id FROM site WHERE code = \(draft.code))")
                        try db.execute("DELETE FROM site WHERE code = \(draft.code)")
                    }
                }
                throw DryRun(refused: refused)
            }
        } catch let run as DryRun {
            return run.refused
        }
        return refused
    }

    private struct DryRun: Error { let refused: [Int: any Refusal] }

    private func allowPortal(_ draft: SiteDraft, like template: SiteID, _ by: By) throws {
        guard let parent = draft.parent else { throw AuthorizationRefusal.notAllowed(.addSite) }
        try authorize(by.actor, .addSite, on: Subject(site: parent), in: by.tree)
        // Whoever may not see a portal's settings may not copy them.
        try authorize(by.actor, .read, on: Subject(site: template), in: by.tree)
    }

    private func makePortal(_ draft: SiteDraft, like template: SiteID, _ now: Instant, _ db: any Connection) throws -> Site {
        let model = try Sites.site(template, in: db)
        var draft = draft
        draft.look = model.look
        // Officials and figures are the model's own.
        draft.look.officials = nil
        draft.look.figures = nil
        let site = try Sites.add(draft, id: ids.next(), at: now, in: db)
        let sections = SectionIndex(try db.rows("SELECT \(Section.columns) FROM section WHERE site = \(template)").map { try Section($0) })
        var made: [SectionID: SectionID] = [:]
        for place in sections.places(on: template) {
            guard var section = sections[place.id], section.kind == .section else { continue }
            let id: SectionID = ids.next()
            made[section.id] = id
            section.id = id
            section.site = site.id
            section.parent = place.parent.flatMap { made[$0] }
            section.banner = nil
            section.version = 1
            try Self.insert([section], db)
        }
        if let menu = try Sites.menu(of: template, in: db) { try Sites.setMenu(menu, of: site.id, in: db) }
        return site
    }
}
