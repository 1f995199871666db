import PortalNetwork
import Publishing
import Store
import Vietnamese

/// Portals, agencies, people and banners of the demo, each in one transaction.
extension DemoBuilder {
    func buildNetwork() async throws -> [String: Site] {
        let (ids, now) = (publisher.ids, publisher.clock.now())
        return try await publisher.database.write { db in
            var agencies: [String: AgencyID] = [:]
            var sites: [String: Site] = [:]
            for plan in DemoNetwork.sites {
                if agencies[plan.agency] == nil, plan.kind != .linked {
                    let agency: AgencyID = ids.next()
                    let naming = AgencyNaming(name: plan.agency, shortName: plan.agency, kind: Self.kind(of: plan))
                    _ = try Agencies.add(naming, id: agency, from: now.civilDate.adding(days: -500), at: now, in: db)
                    agencies[plan.agency] = agency
                }
                guard let kind = SiteKind(rawValue: plan.kind.rawValue), let language = Language(rawValue: plan.language) else {
                    throw PublishingRefusal.unknownSite(plan.code)
                }
                let settings = SiteSettings(
                    name: plan.name,
                    shortName: plan.shortName,
                    language: language,
                    agency: agencies[plan.agency],
                    hosts: plan.hosts,
                    url: plan.url,
                    contact: Contact(
                        address: plan.contact.address,
                        phone: plan.contact.phone,
                        email: plan.contact.email,
                        responsible: plan.contact.responsible
                    ),
                    position: plan.position
                )
                let look = Look(
                    primary: plan.look.primary,
                    accent: plan.look.accent,
                    slogan: plan.look.slogan,
                    footer: plan.look.footer,
                    blocks: plan.look.blocks,
                    arrangement: plan.look.arrangement,
                    density: plan.look.density,
                    services: Self.entries(plan.look.services),
                    figures: Self.entries(plan.look.figures),
                    officials: Self.entries(plan.look.officials)
                )
                sites[plan.code] = try Sites.add(
                    SiteDraft(code: plan.code, parent: plan.parent.flatMap { sites[$0]?.id }, kind: kind, settings: settings, look: look),
                    id: ids.next(),
                    at: now,
                    in: db
                )
            }
            return sites
        }
    }

    private static func entries(_ entries: [DemoEntry]?) -> [LookEntry]? {
        entries?.map { LookEntry($0.label, value: $0.value, note: $0.note, target: $0.target, icon: $0.icon) }
    }

    private static func kind(of plan: DemoSite) -> AgencyKind {
        if plan.traits.contains("main") || plan.kind == .language { return .peoplesCommittee }
        if plan.kind == .commune { return .peoplesCommittee }
        return plan.level >= 3 ? .publicUnit : .department
    }

    func buildPeople(_ sites: [String: Site]) async throws -> People {
        let (ids, now) = (publisher.ids, publisher.clock.now())
        return try await publisher.database.write { db in
            var people = People()
            for plan in DemoPeople.all {
                let person: PersonID = ids.next()
                _ = try PortalNetwork.People.add(
                    PersonDraft(handle: plan.handle, name: plan.name, email: plan.email),
                    id: person,
                    at: now,
                    in: db
                )
                guard let role = Role(rawValue: plan.role), let site = sites[plan.site] else { throw PeopleRefusal.unknown(plan.handle) }
                try PortalNetwork.People.grant(role, to: person, on: site.id, from: now, in: db)
                people.ids[plan.handle] = person
                if let penName = plan.penName, people.penNames[penName] == nil {
                    let id: PenNameID = ids.next()
                    try PortalNetwork.People.addPenName(penName, for: person, id: id, in: db)
                    people.penNames[penName] = id
                }
            }
            return people
        }
    }

    /// The register of leaders, kept by the secretary.
    func buildLeaders(_ sites: [String: Site], _ staff: Staff) async throws {
        let book = LeaderBook(database: publisher.database, clock: publisher.clock, ids: publisher.ids)
        let by = LeaderBook.By(nil, as: staff.secretary.actor, in: staff.tree, from: .commandLine)
        for (code, leaders) in Dictionary(grouping: DemoLeaders.all(on: publisher.clock.now().civilDate), by: \.site) {
            guard let site = sites[code] else { continue }
            _ = try await book.load(leaders.map(\.leader), into: site.id, by: by)
        }
    }

    func buildSections(_ sites: [String: Site], _ staff: Staff) async throws -> [SectionKey: SectionID] {
        var all: [Section] = []
        var keys: [SectionKey: SectionID] = [:]
        func add(_ plans: [DemoSection], _ site: Site, parent: SectionID?) {
            for (position, plan) in plans.enumerated() {
                let section = Section(
                    id: publisher.ids.next(),
                    site: site.id,
                    code: plan.code,
                    parent: parent,
                    name: plan.name,
                    position: position
                )
                all.append(section)
                keys[SectionKey(site: site.code, code: plan.code)] = section.id
                add(plan.children, site, parent: section.id)
            }
        }
        for plan in DemoNetwork.sites where plan.kind != .linked {
            guard let site = sites[plan.code] else { continue }
            add(DemoSections.sections(of: plan), site, parent: nil)
        }
        let today = publisher.clock.now().civilDate
        for (position, topic) in DemoTopic.all.enumerated() {
            guard let site = sites[topic.site] else { continue }
            // A topic site may be called like a section; addresses tell them apart, codes must too.
            let isTaken = keys[SectionKey(site: topic.site, code: topic.code)] != nil
            let banner = try await publisher.addAsset(
                PictureMaker.png(topic.picture),
                name: "bia.png",
                mediaType: "image/png",
                width: PictureMaker.width,
                height: PictureMaker.height,
                on: site.id,
                in: files
            )
            let section = Section(
                id: publisher.ids.next(),
                site: site.id,
                code: isTaken ? "chuyen-trang-" + topic.code : topic.code,
                kind: .topic,
                name: topic.name,
                summary: topic.standfirst,
                position: 100 + position,
                opensOn: today.adding(days: topic.startsAfterDays),
                closesOn: topic.endsAfterDays.map { today.adding(days: $0) },
                banner: banner.id
            )
            all.append(section)
            keys[SectionKey(site: topic.site, code: "topic:" + topic.code)] = section.id
        }
        try await publisher.addSections(all, by: staff.chief)
        return keys
    }

    /// Emblem and banners.
    func buildLooks(_ context: Context) async throws {
        let main = try context.site(DemoNetwork.mainCode)
        let side = 256
        let asset = try await publisher.addAsset(
            Emblem.png(size: side),
            name: "bieu-trung.png",
            mediaType: "image/png",
            width: side,
            height: side,
            on: main.id,
            in: files
        )
        var banners: [String: String] = [:]
        // The boats lie low, the cranes of the harbour stand above the middle.
        let focus = ["du-lich": BannerFocus(x: 50, y: 70), "doanh-nghiep": BannerFocus(x: 50, y: 50)]
        for (code, scene) in [(DemoNetwork.mainCode, PictureScene.bridge), ("du-lich", .sea), ("doanh-nghiep", .harbour)] {
            let recipe = PictureRecipe(scene: scene, seed: 2026)
            banners[code] = try await publisher.addAsset(
                PictureMaker.png(recipe),
                name: recipe.fileName,
                mediaType: "image/png",
                width: PictureMaker.width,
                height: PictureMaker.height,
                on: try context.site(code).id,
                in: files
            ).id
        }
        let made = banners
        let (ids, now) = (publisher.ids, publisher.clock.now())
        let chief = context.staff.chief.actor.person
        try await publisher.database.write { db in
            for site in context.sites.values.sorted(by: { $0.code < $1.code }) {
                var look = site.look
                if site.code == DemoNetwork.mainCode { look.logo = asset.id }
                look.banner = made[site.code]
                look.bannerFocus = look.banner == nil ? nil : focus[site.code]
                if look != site.look { _ = try Sites.setLook(look, of: site.id, version: site.version, in: db) }
            }
            for plan in DemoNetwork.banners {
                guard let site = context.sites[plan.site], let level = Banner.Level(rawValue: plan.level) else { continue }
                let start = now.adding(seconds: Int64(plan.startsAfterHours) * 3600)
                _ = try Sites.raiseBanner(
                    BannerDraft(
                        level: level,
                        text: plan.text,
                        reachesChildren: plan.reachesChildren,
                        startsAt: start == now ? nil : start,
                        expiresAt: start.adding(seconds: Int64(plan.lastsHours) * 3600)
                    ),
                    on: site.id,
                    id: ids.next(),
                    by: chief,
                    at: now,
                    in: db
                )
            }
        }
    }

    func buildMenus(_ context: Context, _ pages: [SectionKey: String]) async throws {
        let plans = DemoNetwork.sites.filter { !$0.menu.isEmpty }
        try await publisher.database.write { db in
            for plan in plans {
                guard let site = context.sites[plan.code] else { continue }
                try Sites.setMenu(plan.menu.compactMap { Self.item($0, plan.code, context, pages) }, of: site.id, in: db)
            }
        }
    }

    /// Two of the outside hosts the demo's texts lead to are in the register, so that both kinds of links can be seen.
    func registerHosts(_ context: Context) async throws {
        let site = try context.site(DemoNetwork.mainCode).id
        for (host, reason) in [("bao-an-son.example", "Báo của tỉnh"), ("van-ban-an-son.example", "Kho văn bản của tỉnh")] {
            let proposal = try await publisher.proposeHost(.add, host, because: reason, on: site, by: context.staff.secretary)
            try await publisher.decideHost(proposal.id, .approved, on: site, by: context.staff.chief)
        }
    }

    /// A menu entry; nil when what it points to does not exist.
    private static func item(_ plan: DemoMenuItem, _ site: String, _ context: Context, _ pages: [SectionKey: String]) -> MenuItem? {
        let target: String? =
            switch plan.target {
            case .section(let code): context.sections[SectionKey(site: site, code: code)] == nil ? nil : "/\(code)/"
            case .topic(let code): context.sections[SectionKey(site: site, code: "topic:" + code)] == nil ? nil : "/chuyen-trang/\(code)/"
            case .page(let key): pages[SectionKey(site: site, code: key)]
            case .site(let code): context.sites[code] == nil ? nil : "site:\(code)"
            case .path(let path): path
            }
        let children = plan.children.compactMap { item($0, site, context, pages) }
        guard let target = target ?? children.first?.target else { return nil }
        return MenuItem(label: plan.label, target: target, children: children)
    }
}
