import HTTPTypes
import PortalNetwork
import Publishing
import Store
import Vietnamese

/// Letters to the people of a portal: what waits, what was sent, what could not be.
struct LetterScreens: Sendable {
    let desk: Desk

    func add(to routes: inout DeskRoutes) {
        routes.on(.get, "/cong/:site/thu") { (context: May<EditPeople>) in try await list(context) }
        routes.on(.post, "/cong/:site/thu") { (context: May<EditPeople>) in try await again(context) }
    }

    private static let pageSize = 50

    private func list(_ context: May<EditPeople>) async throws -> DeskAnswer {
        let visit = context.visit
        let sites = context.sites
        let wanted = Letter.State(rawValue: visit.query["trang-thai"]).map { [$0] } ?? Letter.State.allCases
        let before = LetterID(visit.query["truoc"])
        let found = try await desk.access.database.read { db in
            try LetterBook.list(wanted, to: sites, before: before, limit: Self.pageSize + 1, in: db).map {
                ($0, try People.person($0.person, in: db))
            }
        }
        let shown = found.prefix(Self.pageSize)
        let state = visit.query.text("trang-thai").map { "trang-thai=\(FormCoding.encode($0))&" } ?? ""
        let screen = LettersScreen(
            frame: DeskFrame(desk, visit, title: visit.word("desk.letters.title"), current: "people"),
            site: context.site.name,
            back: DeskAddress.people(context.site),
            action: DeskAddress.letters(context.site),
            sendsMail: desk.notices.sendsMail,
            states: Letter.State.allCases.map {
                Choice(value: $0.rawValue, label: visit.word("desk.letters.state-" + $0.rawValue), isChosen: $0.rawValue == visit.query["trang-thai"])
            },
            rows: shown.map { LetterRow($0.0, $0.1, visit) },
            next: found.count > shown.count ? shown.last.map { DeskAddress.letters(context.site) + "?\(state)truoc=\($0.0.id)" } : nil
        )
        return try .page(.letters, screen, visit)
    }

    private func again(_ context: May<EditPeople>) async throws -> DeskAnswer {
        let (visit, by) = (context.visit, context.session.person)
        let (access, notices, sites) = (desk.access, desk.notices, context.sites)
        guard let id = LetterID(visit.form["lai"]) else { throw PageError.badRequest }
        try await access.database.write { db in
            // Only letters to people of this portal: the same question as the list's.
            let end = LetterID(rawValue: id.rawValue == .max ? .max : id.rawValue + 1)
            guard let letter = try LetterBook.list([.failed], to: sites, before: end, limit: 1, in: db).first, letter.id == id else {
                throw PageError.notFound
            }
            try notices.sendAgain(id, in: db)
            try access.note(
                .letterRetried,
                by: by,
                on: try People.person(letter.person, in: db).handle,
                site: context.site.id,
                detail: letter.about,
                from: visit.caller,
                in: db
            )
        }
        return .redirect(DeskAddress.letters(context.site) + "?da=gui-lai")
    }
}

struct LetterRow: PageModel {
    let id: String
    let about: String
    let person: String
    let address: String
    let when: String
    let state: String
    let isFailed: Bool
    let isWaiting: Bool
    let fault: String?

    init(_ letter: Letter, _ person: Person, _ visit: DeskVisit) {
        id = "\(letter.id)"
        about = visit.word("letter.about.\(letter.about)", or: visit.word("letter.about.other"))
        self.person = person.name
        address = letter.address
        when = visit.time(letter.createdAt)
        state = visit.word("desk.letters.state-" + letter.state.rawValue)
        isFailed = letter.state == .failed
        isWaiting = letter.state == .waiting
        fault = letter.state == .sent || letter.state == .dropped ? nil : letter.fault
    }

    static let shape: Shape<LetterRow> = [
        .text("id", \.id), .text("about", \.about), .text("person", \.person), .text("address", \.address), .text("when", \.when),
        .text("state", \.state), .flag("failed", \.isFailed), .flag("waiting", \.isWaiting), .text("fault", \.fault),
    ]
}

struct LettersScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let back: String
    let action: String
    let sendsMail: Bool
    let states: [Choice]
    let rows: [LetterRow]
    let next: String?

    static let shape: Shape<LettersScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("back", \.back), .text("action", \.action), .flag("sendsMail", \.sendsMail),
        .many("states", \.states), .many("rows", \.rows), .text("next", \.next),
    ]
}

extension PageTemplate where Model == LettersScreen { static var letters: Self { Self("desk.letters", bare: true) } }
