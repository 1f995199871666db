import HTTPTypes
import Hummingbird
import PortalNetwork
import Store
import Vietnamese

/// The people of a portal and of those below it; inviting somebody new.
struct PeopleScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/nguoi-dung") { (context: May<ReadPeople>) in try await list(context) }
        routes.on(.get, "/cong/:site/moi-nguoi") { (context: May<EditPeople>) in try form(context) }
        routes.on(.post, "/cong/:site/moi-nguoi") { (context: May<EditPeople>) in try await invite(context) }
    }

    private func list(_ context: May<ReadPeople>) async throws -> DeskAnswer {
        let visit = context.visit
        let sought = visit.query.text("q").map { fold($0) }
        let role = Role(rawValue: visit.query["vai-tro"])
        let sites = context.sites
        let access = desk.access
        let now = visit.now
        let found = try await access.database.read { try PeopleOfSites.read(sites, at: now, access, in: $0) }
        let rows = found.filter { entry in
            (sought.map { fold(entry.person.name).contains($0) || entry.person.handle.contains($0) } ?? true)
                && (role.map { wanted in entry.terms.contains { $0.role == wanted } } ?? true)
        }
        let page = min(max(1, Int(visit.query["trang"]) ?? 1), max(1, (rows.count + Self.pageSize - 1) / Self.pageSize))
        let shown = rows.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)
        func address(_ page: Int) -> String {
            let query = [("q", visit.query["q"]), ("vai-tro", visit.query["vai-tro"]), ("trang", "\(page)")].filter { !$0.1.isEmpty }
            return DeskAddress.people(context.site) + "?" + query.map { "\($0.0)=\(FormCoding.encode($0.1))" }.joined(separator: "&")
        }
        let screen = PeopleScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.people.title"), current: "people"),
            site: context.site.name,
            action: DeskAddress.people(context.site),
            invite: mayDo(context.session.actor, .editPeople, on: Subject(site: context.site.id), in: visit.tree)
                ? "/desk/cong/\(context.site.code)/moi-nguoi" : nil,
            sought: visit.query["q"],
            roles: Role.allCases.map { Choice(value: $0.rawValue, label: visit.word("role." + $0.rawValue), isChosen: $0 == role) },
            count: visit.word("desk.people.count", ["count": "\(rows.count)"]),
            rows: shown.map { PersonRow($0, on: context.site, visit) },
            previous: page > 1 ? address(page - 1) : nil,
            next: page * Self.pageSize < rows.count ? address(page + 1) : nil
        )
        return try .page(.people, screen, visit)
    }

    private static let pageSize = 50

    private func form(_ context: May<EditPeople>, error: (any Refusal)? = nil) throws -> DeskAnswer {
        let visit = context.visit
        let chosen = visit.form.text("cong") ?? context.site.code
        let screen = InviteScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.invite.title"), current: "people"),
            action: "/desk/cong/\(context.site.code)/moi-nguoi",
            back: DeskAddress.people(context.site),
            name: visit.form["ten"],
            handle: visit.form["dang-nhap"],
            email: visit.form["thu"],
            roles: Role.allCases.map {
                Choice(value: $0.rawValue, label: visit.word("role." + $0.rawValue), isChosen: $0.rawValue == visit.form["vai-tro"])
            },
            sites: SiteChoices.make(context.sites, visit.tree, chosen: chosen),
            error: error.map(visit.said)
        )
        return try .page(.invite, screen, visit, status: error == nil ? .ok : .unprocessableContent)
    }

    private func invite(_ context: May<EditPeople>) async throws -> DeskAnswer {
        let visit = context.visit
        do {
            guard let site = visit.tree.site(code: visit.form["cong"]), let role = Role(rawValue: visit.form["vai-tro"]) else {
                throw PeopleRefusal.siteUnknown
            }
            try context.prove(on: site.id)
            let draft = PersonDraft(handle: visit.form["dang-nhap"].trimmed.lowercased(), name: visit.form["ten"], email: visit.form.text("thu"))
            let (person, token) = try await desk.access.enter(draft, as: role, on: site.id, by: context.session.person, from: visit.caller)
            return try linkPage(desk, person, token, visit, back: DeskAddress.person(context.site, person))
        } catch let refusal as PeopleRefusal {
            return try form(context, error: refusal)
        }
    }
}

extension DeskAnswer {
    /// A page that shows a link, once.
    public static func link(_ desk: Desk, _ visit: DeskVisit, title: String, text: String, link: String, back: String, current: String) throws
        -> DeskAnswer
    {
        try .page(.link, LinkScreen(frame: DeskFrame(desk, visit, title: title, current: current), text: text, link: link, back: back), visit)
    }
}

/// The page that shows the link of an invitation, once.
func linkPage(_ desk: Desk, _ person: Person, _ token: SecretToken, _ visit: DeskVisit, back: String) throws -> DeskAnswer {
    let screen = LinkScreen(
        frame: DeskFrame(desk, visit, title: visit.word("desk.link.title"), current: "people"),
        text: visit.word("desk.link.text", ["name": person.name]),
        link: desk.origin + "/desk/loi-moi?ma=" + token.text,
        back: back
    )
    return try .page(.link, screen, visit)
}

/// Everybody who holds or held a role on some portals.
struct PeopleOfSites: Sendable {
    let person: Person
    /// The roles held now, on these portals and elsewhere.
    let terms: [RoleTerm]
    let standing: PortalNetwork.Access.Standing?

    static func read(_ sites: [SiteID], at now: Instant, _ access: PortalNetwork.Access, in db: any Connection) throws -> [PeopleOfSites] {
        let ids = Set(try db.column("SELECT person FROM person_role WHERE site IN (\(list: sites))", as: PersonID.self))
        return try People.all(in: db).filter { ids.contains($0.id) }.map { person in
            PeopleOfSites(
                person: person,
                terms: try People.terms(of: person.id, in: db).filter { $0.from <= now && ($0.until.map { $0 > now } ?? true) },
                standing: try access.standing(of: person.id, in: db)
            )
        }
    }
}

/// Portals to choose from, indented as they stand.
enum SiteChoices {
    static func make(_ sites: [SiteID], _ tree: SiteTree, chosen: String) -> [Choice] {
        sites.compactMap { tree[$0] }.filter { $0.kind != .linked }.map { site in
            let depth = tree.ancestors(of: site.id).filter { sites.contains($0.id) }.count
            return Choice(value: site.code, label: String(repeating: "— ", count: depth) + site.shortName, isChosen: site.code == chosen)
        }
    }
}
