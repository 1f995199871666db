import PortalNetwork
import Vietnamese

struct PersonRow: PageModel {
    let name: String
    let handle: String
    let href: String
    let roles: [RoleLine]
    let state: String?
    let signedIn: String?

    init(_ found: PeopleOfSites, on site: Site, _ visit: DeskVisit) {
        name = found.person.name
        handle = found.person.handle
        href = DeskAddress.person(site, found.person)
        roles = found.terms.map { RoleLine($0.role, $0.site, visit) }
        state = Self.state(found, visit)
        signedIn = found.standing?.signedInAt.map { $0.text(.numeric, language: visit.language.ofDates) }
    }

    /// What is out of the ordinary; nil where nothing is.
    static func state(_ found: PeopleOfSites, _ visit: DeskVisit) -> String? {
        if !found.person.isActive { return visit.word("desk.state.disabled") }
        guard let standing = found.standing, standing.hasPassword else { return visit.word("desk.state.invited") }
        if standing.isDormant { return visit.word("desk.state.dormant") }
        return standing.hasSecondFactor ? nil : visit.word("desk.state.no-factor")
    }

    static let shape: Shape<PersonRow> = [
        .text("name", \.name), .text("handle", \.handle), .text("href", \.href), .many("roles", \.roles), .text("state", \.state),
        .text("signedIn", \.signedIn),
    ]
}

struct PeopleScreen: DeskModel {
    let frame: DeskFrame
    let site: String
    let action: String
    let invite: String?
    let letters: String
    let handOver: String
    let sought: String
    let roles: [Choice]
    let count: String
    let rows: [PersonRow]
    let previous: String?
    let next: String?

    static let shape: Shape<PeopleScreen> = [
        .one("desk", \.frame), .text("site", \.site), .text("action", \.action), .text("invite", \.invite), .text("letters", \.letters),
        .text("handOver", \.handOver),
        .text("sought", \.sought),
        .many("choices", \.roles), .text("count", \.count), .many("rows", \.rows), .text("previous", \.previous), .text("next", \.next),
    ]
}

struct InviteScreen: DeskModel {
    let frame: DeskFrame
    let action: String
    let back: String
    let name: String
    let handle: String
    let email: String
    let roles: [Choice]
    let sites: [Choice]
    let error: String?

    static let shape: Shape<InviteScreen> = [
        .one("desk", \.frame), .text("action", \.action), .text("back", \.back), .text("givenName", \.name), .text("given", \.handle),
        .text("givenEmail", \.email), .many("choices", \.roles), .many("sites", \.sites), .text("error", \.error),
    ]
}

struct LinkScreen: DeskModel {
    let frame: DeskFrame
    let text: String
    /// Nil where the link goes by mail.
    let link: String?
    let back: String

    static let shape: Shape<LinkScreen> = [.one("desk", \.frame), .text("text", \.text), .text("link", \.link), .text("back", \.back)]
}

struct DeputyRow: PageModel {
    let id: String
    let name: String
    let period: String

    static func period(_ deputy: Deputy, _ visit: DeskVisit) -> String {
        visit.word(
            "desk.deputy.period",
            [
                "from": DateTexts.day(deputy.from.civilDate, visit.language),
                "until": DateTexts.day(deputy.until.adding(milliseconds: -1).civilDate, visit.language),
            ]
        )
    }

    static let shape: Shape<DeputyRow> = [.text("id", \.id), .text("name", \.name), .text("period", \.period)]
}

struct PersonScreen: DeskModel {
    let frame: DeskFrame
    let address: String
    let back: String
    let name: String
    let handle: String
    let email: String?
    let state: String?
    let isActive: Bool
    let isSelf: Bool
    let governs: Bool
    let signedIn: String?
    let hasFactor: Bool
    let sessions: String?
    let roles: [RoleLine]
    let choices: [Choice]
    let sites: [Choice]
    let deputies: [DeputyRow]
    let colleagues: [Choice]
    let error: String?

    static let shape: Shape<PersonScreen> = [
        .one("desk", \.frame), .text("address", \.address), .text("back", \.back), .text("name", \.name), .text("handle", \.handle),
        .text("email", \.email), .text("state", \.state), .flag("active", \.isActive), .flag("self", \.isSelf), .flag("governs", \.governs),
        .text("signedIn", \.signedIn), .flag("hasFactor", \.hasFactor), .text("sessions", \.sessions), .many("roles", \.roles),
        .many("choices", \.choices), .many("sites", \.sites), .many("deputies", \.deputies), .many("colleagues", \.colleagues),
        .text("error", \.error),
    ]
}

extension PageTemplate where Model == PeopleScreen { static var people: Self { Self("desk.people", bare: true) } }
extension PageTemplate where Model == InviteScreen { static var invite: Self { Self("desk.invite", bare: true) } }
extension PageTemplate where Model == LinkScreen { static var link: Self { Self("desk.link", bare: true) } }
extension PageTemplate where Model == PersonScreen { static var person: Self { Self("desk.person", bare: true) } }
