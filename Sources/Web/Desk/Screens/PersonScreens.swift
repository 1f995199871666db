import HTTPTypes
import Hummingbird
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// One person as the portals above them see them, and what may be done about the account.
struct PersonScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        let place = "/cong/:site/nguoi-dung/:person"
        routes.on(.get, place) { (context: May<ReadPeople>) in try await person(context) }
        routes.on(.post, place + "/vai-tro") { (context: May<EditPeople>) in try await change(context) { try await roles(context, $0) } }
        routes.on(.post, place + "/chuyen-muc") { (context: May<EditPeople>) in try await change(context) { try await sections(context, $0) } }
        routes.on(.post, place + "/trang-thai") { (context: May<EditPeople>) in try await change(context) { try await state(context, $0) } }
        routes.on(.post, place + "/mat-khau") { (context: May<EditPeople>) in try await change(context) { try await password(context, $0) } }
        routes.on(.post, place + "/xac-thuc") { (context: May<EditPeople>) in try await change(context) { try await factor(context, $0) } }
        routes.on(.post, place + "/phien") { (context: May<EditPeople>) in try await change(context) { try await sessions(context, $0) } }
        routes.on(.post, place + "/uy-quyen") { (context: May<EditPeople>) in try await change(context) { try await deputies(context, $0) } }
    }

    /// Somebody whom the portal knows: nobody else is found under its address.
    private func find<A>(_ context: May<A>) async throws -> PeopleOfSites {
        let (sites, access, now) = (context.sites, desk.access, context.visit.now)
        guard let handle = context.visit.parameter("person") else { throw PageError.notFound }
        let found = try await access.database.read { db -> PeopleOfSites? in
            guard let person = try People.find(handle: handle, in: db) else { return nil }
            let terms = try People.terms(of: person.id, in: db)
            guard terms.contains(where: { sites.contains($0.site) }) else { return nil }
            return PeopleOfSites(
                person: person,
                terms: terms.filter { $0.from <= now && ($0.until.map { $0 > now } ?? true) },
                standing: try access.standing(of: person.id, in: db)
            )
        }
        guard let found else { throw PageError.notFound }
        return found
    }

    /// Whether the account as a whole is this portal's business: nobody's own, and all of its roles are held here or below.
    private func governs(_ site: Site, _ found: PeopleOfSites, _ session: LiveSession, _ tree: SiteTree) -> Bool {
        let relation: Subject.Relation = found.person.id == session.person.id ? .author : .other
        return ([site.id] + found.terms.map(\.site)).allSatisfy {
            tree.isInside($0, site.id) && mayDo(session.actor, .editPeople, on: Subject(site: $0, relation: relation), in: tree)
        }
    }

    private func person(_ context: May<ReadPeople>, error: (any Refusal)? = nil) async throws -> DeskAnswer {
        try await screen(find(context), context.site, context.session, context.visit, error: error)
    }

    private func screen(_ found: PeopleOfSites, _ site: Site, _ session: LiveSession, _ visit: DeskVisit, error: (any Refusal)?) async throws
        -> DeskAnswer
    {
        let person = found.person
        let access = desk.access
        let sites = visit.tree.subtree(of: site.id)
        let (isSelf, tree) = (person.id == session.person.id, visit.tree)
        let editable = sites.filter { mayDo(session.actor, .editPeople, on: Subject(site: $0, relation: isSelf ? .author : .other), in: tree) }
        let governs = governs(site, found, session, visit.tree)
        let now = visit.now
        let deputies = try await access.database.read { db in
            try PortalNetwork.Access.deputies(of: person.id, at: now, in: db).map { ($0, try People.person($0.deputy, in: db)) }
        }
        // Two hundred to choose from are more than anybody looks through.
        let colleagues = governs ? try await access.database.read { try People.list(PeopleQuery(sites: sites, limit: 200), at: now, in: $0) } : []
        let parts = try await access.database.read { db in
            try Dictionary(uniqueKeysWithValues: Set(found.terms.map(\.site)).map { ($0, try Section.all(on: $0, in: db)) })
        }
        let open = governs ? try await access.sessions(of: person.id).count : 0
        func when(_ instant: Instant?) -> String? { instant.map { $0.text(.numeric, language: visit.language.ofDates) } }
        let screen = PersonScreen(
            frame: DeskFrame(desk, visit, title: person.name, current: "people"),
            address: DeskAddress.person(site, person),
            back: DeskAddress.people(site),
            name: person.name,
            handle: person.handle,
            email: person.email,
            state: PersonRow.state(found, visit),
            isActive: person.isActive && found.standing?.isDormant != true,
            isSelf: isSelf,
            governs: governs,
            signedIn: when(found.standing?.signedInAt),
            hasFactor: found.standing?.hasSecondFactor ?? false,
            sessions: open > 0 ? visit.word("desk.person.sessions", ["count": "\(open)"]) : nil,
            roles: found.terms.map {
                role($0, parts[$0.site] ?? [], visit, until: when($0.until), mayChange: editable.contains($0.site))
            },
            choices: Role.allCases.map { Choice(value: $0.rawValue, label: visit.word("role." + $0.rawValue), isChosen: false) },
            sites: SiteChoices.make(editable, visit.tree, chosen: site.code),
            deputies: deputies.map { DeputyRow(id: "\($0.0.id)", name: $0.1.name, period: DeputyRow.period($0.0, visit)) },
            colleagues: colleagues.filter { $0.isActive && $0.id != person.id }
                .map { Choice(value: $0.handle, label: "\($0.name) (\($0.handle))", isChosen: false) },
            error: error.map(visit.said)
        )
        return try .page(.person, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func role(_ term: RoleTerm, _ parts: [Section], _ visit: DeskVisit, until: String?, mayChange: Bool) -> RoleLine {
        RoleLine(
            term.role,
            term.site,
            visit,
            until: until,
            mayRevoke: mayChange,
            limit: term.sections.map { chosen in parts.filter { chosen.contains($0.id) }.map(\.name) },
            sections: mayChange && term.role.isOfSections
                ? parts.map { Choice(value: "\($0.id)", label: $0.name, isChosen: term.sections?.contains($0.id) ?? false) } : []
        )
    }

    // MARK: - Changes

    private func sections(_ context: May<EditPeople>, _ found: PeopleOfSites) async throws -> DeskAnswer {
        let (visit, by, access, person) = (context.visit, context.session.person, desk.access, found.person)
        guard let site = visit.tree.site(code: visit.form["cong"]), let role = Role(rawValue: visit.form["vai-tro"]) else {
            throw PeopleRefusal.siteUnknown
        }
        try context.prove(on: site.id, to: person.id)
        let now = visit.now
        try await access.database.write { db in
            let chosen = try Section.all(on: site.id, in: db).filter { visit.form["muc-\($0.id)"] == "1" }
            try People.limit(role, of: person.id, on: site.id, to: Set(chosen.map(\.id)), at: now, in: db)
            let detail = ([role.rawValue] + chosen.map(\.code)).joined(separator: " ")
            try access.note(.sectionsLimited, by: by, on: person.handle, site: site.id, detail: detail, from: visit.caller, in: db)
        }
        return back(context, found, "chuyen-muc")
    }

    private func change(_ context: May<EditPeople>, _ work: (PeopleOfSites) async throws -> DeskAnswer) async throws -> DeskAnswer {
        let found = try await find(context)
        do {
            return try await work(found)
        } catch let refusal as any Refusal where !(refusal is AuthorizationRefusal) {
            return try await screen(found, context.site, context.session, context.visit, error: refusal)
        }
    }

    /// The gate for what concerns the account as a whole.
    private func proveWhole(_ context: May<EditPeople>, _ found: PeopleOfSites) throws {
        for site in [context.site.id] + found.terms.map(\.site) { try context.prove(on: site, to: found.person.id) }
    }

    private func back(_ context: May<EditPeople>, _ found: PeopleOfSites, _ done: String) -> DeskAnswer {
        .redirect(DeskAddress.person(context.site, found.person) + "?da=" + done)
    }

    private func roles(_ context: May<EditPeople>, _ found: PeopleOfSites) async throws -> DeskAnswer {
        let (visit, by) = (context.visit, context.session.person)
        guard let site = visit.tree.site(code: visit.form["cong"]), let role = Role(rawValue: visit.form["vai-tro"]) else {
            throw PeopleRefusal.siteUnknown
        }
        try context.prove(on: site.id, to: found.person.id)
        if visit.form["thoi"] == "1" {
            try await desk.access.revoke(role, from: found.person.id, on: site.id, by: by, caller: visit.caller)
            try await tell(found, "role-revoked", role, site, visit)
            return back(context, found, "thoi-vai-tro")
        }
        let until = try visit.form.text("den").map { text -> Instant in
            guard let date = CivilDate(text) else { throw PeopleRefusal.termEndsBeforeItBegins }
            return VietnamTime.startOfDay(date.adding(days: 1))
        }
        try await desk.access.grant(role, to: found.person.id, on: site.id, until: until, by: by, from: visit.caller)
        try await tell(found, "role-granted", role, site, visit)
        return back(context, found, "giao-vai-tro")
    }

    private func tell(_ found: PeopleOfSites, _ key: String, _ role: Role, _ site: Site, _ visit: DeskVisit) async throws {
        let values = ["role": visit.word("role." + role.rawValue), "site": site.name]
        try await desk.notices.notify(found.person.id, NoticeSubject(key, values), link: DeskAddress.account)
    }

    private func state(_ context: May<EditPeople>, _ found: PeopleOfSites) async throws -> DeskAnswer {
        try proveWhole(context, found)
        guard ["0", "1"].contains(context.visit.form["mo"]) else { throw PageError.badRequest }
        let isActive = context.visit.form["mo"] == "1"
        try await desk.access.setActive(isActive, found.person.id, by: context.session.person, from: context.visit.caller)
        return back(context, found, isActive ? "mo-tai-khoan" : "khoa-tai-khoan")
    }

    private func password(_ context: May<EditPeople>, _ found: PeopleOfSites) async throws -> DeskAnswer {
        try proveWhole(context, found)
        let purpose: InvitationPurpose = found.standing?.hasPassword == true ? .reset : .welcome
        let (access, keys, by, visit) = (desk.access, KeyLetters(desk: desk), context.session.person, context.visit)
        let (person, term, place) = (found.person, found.terms.first, context.site)
        let (token, isSent) = try await access.database.write { db in
            let token = try access.invite(person.id, for: purpose, by: by, from: visit.caller, in: db)
            let site = term.flatMap { visit.tree[$0.site] } ?? place
            let isSent =
                purpose == .reset
                ? try keys.reset(person, token, visit, in: db) : try keys.invite(person, token, as: term?.role, at: site, visit, in: db)
            return (token, isSent)
        }
        return try keys.page(person, token, isSent: isSent, visit, back: DeskAddress.person(context.site, person))
    }

    private func factor(_ context: May<EditPeople>, _ found: PeopleOfSites) async throws -> DeskAnswer {
        try proveWhole(context, found)
        try await desk.access.resetSecondFactor(of: found.person.id, by: context.session.person, from: context.visit.caller)
        try await desk.notices.notify(found.person.id, NoticeSubject("second-factor-removed", ["by": context.session.person.name]))
        return back(context, found, "xoa-xac-thuc")
    }

    private func sessions(_ context: May<EditPeople>, _ found: PeopleOfSites) async throws -> DeskAnswer {
        try proveWhole(context, found)
        try await desk.access.revokeAll(of: found.person.id, by: context.session.person, from: context.visit.caller)
        return back(context, found, "ket-thuc-phien")
    }

    private func deputies(_ context: May<EditPeople>, _ found: PeopleOfSites) async throws -> DeskAnswer {
        let (visit, by, access) = (context.visit, context.session.person, desk.access)
        try proveWhole(context, found)
        if let text = visit.form.text("thoi") {
            let own = try await access.database.read { try PortalNetwork.Access.deputies(of: found.person.id, at: visit.now, in: $0) }
            guard let id = DeputyID(text), own.contains(where: { $0.id == id }) else { throw AccessRefusal.deputyUnknown }
            try await access.end(id, by: by, caller: visit.caller)
            return back(context, found, "thoi-uy-quyen")
        }
        guard let from = CivilDate(visit.form["tu"]), let until = CivilDate(visit.form["den"]) else { throw AccessRefusal.deputyPeriod }
        let handle = visit.form["nguoi"]
        let sites = context.sites
        let deputy = try await access.database.read { db -> Person? in
            guard let person = try People.find(handle: handle, in: db) else { return nil }
            return try People.terms(of: person.id, in: db).contains { sites.contains($0.site) } ? person : nil
        }
        guard let deputy else { throw PeopleRefusal.unknown(handle) }
        // Who appoints themselves would take roles they do not have.
        try context.prove(on: context.site.id, to: deputy.id)
        try await access.appoint(
            deputy.id,
            for: found.person.id,
            from: VietnamTime.startOfDay(from),
            until: VietnamTime.startOfDay(until.adding(days: 1)),
            by: by,
            caller: visit.caller
        )
        let period = ["from": DateTexts.day(from, visit.language), "until": DateTexts.day(until, visit.language), "absent": found.person.name]
        try await desk.notices.notify(deputy.id, NoticeSubject("deputy-appointed", period), link: DeskAddress.home)
        return back(context, found, "uy-quyen")
    }
}
