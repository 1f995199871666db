public import Store
public import Vietnamese

public struct LeaderID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// An office that somebody holds or held: what texts about them are held against.
public struct LeaderDraft: Sendable, Hashable {
    public var name: String
    /// "Phó Chủ tịch", or with its agency "Phó Chủ tịch Ủy ban nhân dân tỉnh".
    public var title: String
    /// "Ủy ban nhân dân tỉnh"; empty where the title says it.
    public var agency: String
    public var from: CivilDate?
    /// The last day; nil: until further notice.
    public var until: CivilDate?

    public init(name: String, title: String, agency: String = "", from: CivilDate? = nil, until: CivilDate? = nil) {
        (self.name, self.title, self.agency, self.from, self.until) = (name, title, agency, from, until)
    }

    /// The title with its agency, as it stands in a text.
    public var wholeTitle: String { agency.isEmpty ? title : title + " " + agency }

    public static let longest = (name: 100, text: 200)

    /// As it is kept: NFC, on one line, within bounds.
    public func plain() throws(LeaderRefusal) -> LeaderDraft {
        let draft = LeaderDraft(name: plainLine(name), title: plainLine(title), agency: plainLine(agency), from: from, until: until)
        guard !draft.name.isEmpty else { throw .nameMissing }
        let words = draft.name.split(separator: " ").count
        // One word would be found everywhere; more than six are no name.
        guard (2...6).contains(words), draft.name.count <= Self.longest.name else { throw .nameNotFull(draft.name) }
        guard !draft.title.isEmpty else { throw .titleMissing }
        guard draft.title.count <= Self.longest.text, draft.agency.count <= Self.longest.text else { throw .tooLong(limit: Self.longest.text) }
        if let from, let until, until < from { throw .endsBeforeItBegins }
        return draft
    }

    /// What makes an entry the same as another: everything but its last day.
    var identity: LeaderDraft { LeaderDraft(name: name, title: title, agency: agency, from: from) }
}

public struct Leader: Sendable, Hashable {
    public let id: LeaderID
    public let site: SiteID
    public var about: LeaderDraft
    /// For the next change: what it was when it was looked at.
    public let version: Int

    static let columns: SQL = "id, site, name, title, agency, valid_from, valid_to, version"

    init(_ row: Row) throws {
        id = try row[0]
        site = try row[1]
        about = LeaderDraft(name: try row[2], title: try row[3], agency: try row[4], from: try row[5], until: try row[6])
        version = try row[7]
    }
}

/// Why the register does not take something.
public enum LeaderRefusal: Refusal, Equatable {
    case nameMissing
    /// One word, or more than a name has.
    case nameNotFull(String)
    case titleMissing
    case tooLong(limit: Int)
    case dateUnreadable(String)
    case endsBeforeItBegins
    case known(String)
    case unknown
    case changedMeanwhile
    case full(limit: Int)

    public var key: String {
        switch self {
        case .nameMissing: "leader.name-missing"
        case .nameNotFull: "leader.name-not-full"
        case .titleMissing: "leader.title-missing"
        case .tooLong: "leader.too-long"
        case .dateUnreadable: "leader.date-unreadable"
        case .endsBeforeItBegins: "leader.ends-before-it-begins"
        case .known: "leader.known"
        case .unknown: "leader.unknown"
        case .changedMeanwhile: "leader.changed-meanwhile"
        case .full: "leader.full"
        }
    }

    public var values: [String: String] {
        switch self {
        case .nameNotFull(let text), .dateUnreadable(let text), .known(let text): ["text": text]
        case .tooLong(let limit), .full(let limit): ["limit": "\(limit)"]
        default: [:]
        }
    }

    /// One of each, for the test that every refusal has its words.
    public static let samples: [LeaderRefusal] = [
        .nameMissing, .nameNotFull("Lan"), .titleMissing, .tooLong(limit: 200), .dateUnreadable("32/1"), .endsBeforeItBegins, .known("Hà Sơn"),
        .unknown,
        .changedMeanwhile, .full(limit: 2000),
    ]
}
