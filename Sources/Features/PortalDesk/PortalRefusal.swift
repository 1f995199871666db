public import PortalNetwork

/// What these screens say no to by themselves, before any command is asked; words under `refusal.portal.…`.
public enum PortalRefusal: Refusal, Hashable {
    case nameMissing(limit: Int)
    case endsBeforeItBegins
    case dateUnreadable(String)
    /// What was typed as an address leads nowhere on this portal.
    case targetUnreadable(String)
    case tableUnreadable
    case tableTooLong(limit: Int)
    case tableColumns(String)
    case nothingChosen
    case hostUnreadable(String)
    case tooManyFilters(limit: Int)
    case siteUnknown(String)
    case agencyUnknown(String)

    public static let samples: [PortalRefusal] = [
        .nameMissing(limit: 80), .endsBeforeItBegins, .dateUnreadable("x"), .targetUnreadable("x"), .tableUnreadable, .tableTooLong(limit: 10),
        .tableColumns("a, b"), .nothingChosen, .hostUnreadable("x"), .tooManyFilters(limit: 50), .siteUnknown("x"), .agencyUnknown("x"),
    ]

    public var key: String {
        switch self {
        case .nameMissing: "portal.name-missing"
        case .endsBeforeItBegins: "portal.ends-before-it-begins"
        case .dateUnreadable: "portal.date-unreadable"
        case .targetUnreadable: "portal.target-unreadable"
        case .tableUnreadable: "portal.table-unreadable"
        case .tableTooLong: "portal.table-too-long"
        case .tableColumns: "portal.table-columns"
        case .nothingChosen: "portal.nothing-chosen"
        case .hostUnreadable: "portal.host-unreadable"
        case .tooManyFilters: "portal.too-many-filters"
        case .siteUnknown: "portal.site-unknown"
        case .agencyUnknown: "portal.agency-unknown"
        }
    }

    public var values: [String: String] {
        switch self {
        case .nameMissing(let limit), .tableTooLong(let limit), .tooManyFilters(let limit): ["limit": "\(limit)"]
        case .dateUnreadable(let text), .targetUnreadable(let text), .tableColumns(let text), .hostUnreadable(let text), .siteUnknown(let text),
            .agencyUnknown(let text):
            ["text": String(text.prefix(200))]
        case .endsBeforeItBegins, .tableUnreadable, .nothingChosen: [:]
        }
    }
}
