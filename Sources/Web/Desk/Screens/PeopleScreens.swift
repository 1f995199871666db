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
        let role = Role(rawValue: visit.query["vai-tro"])
        let access = desk.access
        let now = visit.now
        var asked = PeopleQuery(sites: context.sites, text: visit.query.text("q"), role: role, limit: Self.pageSize + 1)
        asked.after = PersonID(visit.query["sau"])
        let query = asked
        let (found, count) = try await access.database.read { db in
            (
                try PeopleOfSites.page(query, at: now, access, in: db),
                try People.count(query, upTo: Self.mostCounted + 1, at: now, in: db)
            )
        }
        let shown = found.prefix(Self.pageSize)
        func address(_ more: [(String, String)]) -> String {
            let query = ([("q", visit.query["q"]), ("vai-tro", visit.query["vai-tro"])] + more).filter { !$0.1.isEmpty }
            return DeskAddress.people(context.site) + (query.isEmpty ? "" : "?")
                + query.map { "\($0.0)=\(FormCoding.encode($0.1))" }.joined(separator: "&")
        }
        let mayEdit = mayDo(context.session.actor, .editPeople, on: Subject(site: context.site.id), in: visit.tree)
        let screen = PeopleScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.people.title"), current: "people"),
            site: context.site.name,
            action: DeskAddress.people(context.site),
            invite: mayEdit ? "/desk/cong/\(context.site.code)/moi-nguoi" : nil,
            letters: DeskAddress.letters(context.site),
            handOver: DeskAddress.handOver(context.site),
            sought: visit.query["q"],
            roles: Role.allCases.map { Choice(value: $0.rawValue, label: visit.word("role." + $0.rawValue), isChosen: $0 == role) },
            count: count > Self.mostCounted
                ? visit.word("desk.people.more-than", ["count": "\(Self.mostCounted)"]) : visit.word("desk.people.count", ["count": "\(count)"]),
            rows: shown.map { PersonRow($0, on: context.site, visit) },
            previous: query.after == nil ? nil : address([]),
            next: found.count > shown.count ? shown.last.map { address([("sau", "\($0.person.id)")]) } : nil
        )
        return try .page(.people, screen, visit)
    }

    /// People are counted up to here; more are "more than".
    private static let mostCounted = 5000
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
            let (access, keys, by) = (desk.access, KeyLetters(desk: desk), context.session.person)
            let (person, token, isSent) = try await access.database.write { db in
                let (person, token) = try access.enter(draft, as: role, on: site.id, by: by, from: visit.caller, in: db)
                return (person, token, try keys.invite(person, token, as: role, at: site, visit, in: db))
            }
            return try keys.page(person, token, isSent: isSent, visit, back: DeskAddress.person(context.site, person))
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

/// Everybody who holds or held a role on some portals.
struct PeopleOfSites: Sendable {
    let person: Person
    /// The roles held now, on these portals and elsewhere.
    let terms: [RoleTerm]
    let standing: PortalNetwork.Access.Standing?

    /// A page of them: three queries, whatever the number of people.
    static func page(_ query: PeopleQuery, at now: Instant, _ access: PortalNetwork.Access, in db: any Connection) throws -> [PeopleOfSites] {
        let people = try People.list(query, at: now, in: db)
        let terms = try People.terms(of: people.map(\.id), at: now, in: db)
        let standings = try access.standings(of: people.map(\.id), in: db)
        return people.map { PeopleOfSites(person: $0, terms: terms[$0.id] ?? [], standing: standings[$0.id]) }
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
