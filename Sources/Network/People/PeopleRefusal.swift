/// Why a person, a role or a pen name cannot be entered as asked.
public enum PeopleRefusal: Refusal, Equatable {
    case unknown(String)
    case handleInvalid(String)
    case handleTaken(String)
    case nameMissing
    case nameTooLong(limit: Int)
    case emailInvalid(String)
    /// The person is disabled.
    case inactive(String)
    case siteUnknown
    /// Linked sites are outside the platform: nobody holds an office there.
    case siteIsLinked(String)
    case roleHeld(Role)
    case roleNotHeld(Role)
    case termEndsBeforeItBegins
    /// A role of the whole portal.
    case roleWithoutSections(Role)
    case sectionElsewhere
    case penNameMissing
    case penNameTaken(String)
    case penNameUnknown(String)

    public var key: String {
        switch self {
        case .unknown: "people.unknown"
        case .handleInvalid: "people.handle-invalid"
        case .handleTaken: "people.handle-taken"
        case .nameMissing: "people.name-missing"
        case .nameTooLong: "people.name-too-long"
        case .emailInvalid: "people.email-invalid"
        case .inactive: "people.inactive"
        case .siteUnknown: "people.site-unknown"
        case .siteIsLinked: "people.site-is-linked"
        case .roleHeld: "people.role-held"
        case .roleNotHeld: "people.role-not-held"
        case .termEndsBeforeItBegins: "people.term-ends-before-it-begins"
        case .roleWithoutSections: "people.role-without-sections"
        case .sectionElsewhere: "people.section-elsewhere"
        case .penNameMissing: "people.pen-name-missing"
        case .penNameTaken: "people.pen-name-taken"
        case .penNameUnknown: "people.pen-name-unknown"
        }
    }

    public var values: [String: String] {
        switch self {
        case .unknown(let handle), .handleInvalid(let handle), .handleTaken(let handle), .inactive(let handle): ["handle": handle]
        case .nameTooLong(let limit): ["limit": "\(limit)"]
        case .emailInvalid(let email): ["email": email]
        case .siteIsLinked(let code): ["code": code]
        case .roleHeld(let role), .roleNotHeld(let role), .roleWithoutSections(let role): ["role": role.rawValue]
        case .penNameTaken(let name), .penNameUnknown(let name): ["name": name]
        case .nameMissing, .siteUnknown, .termEndsBeforeItBegins, .sectionElsewhere, .penNameMissing: [:]
        }
    }

    public var field: String? {
        switch self {
        case .unknown, .inactive: nil
        case .handleInvalid, .handleTaken: "handle"
        case .nameMissing, .nameTooLong: "name"
        case .emailInvalid: "email"
        case .siteUnknown, .siteIsLinked: "site"
        case .roleHeld, .roleNotHeld, .roleWithoutSections: "role"
        case .sectionElsewhere: "section"
        case .termEndsBeforeItBegins: "until"
        case .penNameMissing, .penNameTaken, .penNameUnknown: "penName"
        }
    }

    /// One of each, for the test that every refusal has its words.
    public static let samples: [PeopleRefusal] = [
        .unknown("an"), .handleInvalid("Ấn"), .handleTaken("an"), .nameMissing, .nameTooLong(limit: 120), .emailInvalid("an@"),
        .inactive("an"), .siteUnknown, .siteIsLinked("bao"), .roleHeld(.editor), .roleNotHeld(.editor), .termEndsBeforeItBegins,
        .roleWithoutSections(.operator), .sectionElsewhere, .penNameMissing, .penNameTaken("Hạ Long"), .penNameUnknown("Hạ Long"),
    ]
}
