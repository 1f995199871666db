public import PortalNetwork
public import Store
public import Vietnamese

public struct LawID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A text that answers rest on: a law, a decree, a circular, with the days between which it holds.
public struct LawDraft: Sendable, Hashable {
    public var number: String
    public var title: String
    public var issuer: String
    public var issuedOn: CivilDate?
    /// The first day on which it holds.
    public var effectiveOn: CivilDate?
    /// The first day on which it holds no more.
    public var endedOn: CivilDate?
    /// The number of what took its place.
    public var replacedBy: String?
    /// Where its official text stands.
    public var address: String?
    /// Where this entry was taken from.
    public var source: String

    public init(
        number: String,
        title: String,
        issuer: String = "",
        issuedOn: CivilDate? = nil,
        effectiveOn: CivilDate? = nil,
        endedOn: CivilDate? = nil,
        replacedBy: String? = nil,
        address: String? = nil,
        source: String = ""
    ) {
        self.number = number
        self.title = title
        self.issuer = issuer
        self.issuedOn = issuedOn
        self.effectiveOn = effectiveOn
        self.endedOn = endedOn
        self.replacedBy = replacedBy
        self.address = address
        self.source = source
    }

    public static let longest = (title: 400, issuer: 200, address: 1000)

    /// As it is kept: numbers in their own form, everything on one line and within bounds.
    public func plain() throws(LawRefusal) -> LawDraft {
        var draft = self
        guard let known = LawNumber(typed: number) else { throw .numberUnreadable(String(number.prefix(80))) }
        draft.number = known.text
        draft.title = Self.line(title)
        draft.issuer = Self.line(issuer)
        draft.source = Self.line(source)
        guard !draft.title.isEmpty else { throw .titleMissing }
        guard draft.title.count <= Self.longest.title, draft.issuer.count <= Self.longest.issuer, draft.source.count <= Self.longest.title else {
            throw .tooLong(limit: Self.longest.title)
        }
        guard known.saysYear || issuedOn != nil else { throw .yearMissing(known.text) }
        if let effectiveOn, let endedOn, endedOn < effectiveOn { throw .endsBeforeItBegins }
        if let issuedOn, let effectiveOn, effectiveOn < issuedOn { throw .beginsBeforeIssue }
        let other = Self.line(replacedBy ?? "")
        draft.replacedBy = nil
        if !other.isEmpty {
            guard let by = LawNumber(typed: other) else { throw .numberUnreadable(String(other.prefix(80))) }
            guard by.key != known.key else { throw .replacesItself }
            guard endedOn != nil else { throw .endMissing }
            draft.replacedBy = by.text
        }
        let place = Self.line(address ?? "")
        guard place.isEmpty || Self.isAddress(place) else { throw .addressUnreadable }
        draft.address = place.isEmpty ? nil : place
        return draft
    }

    /// What makes an entry the same as another.
    var code: String { LawNumber(typed: number)?.key ?? number }
    /// Empty where the number says the year itself.
    var year: String { LawNumber(typed: number)?.saysYear == true ? "" : issuedOn.map { "\($0.year)" } ?? "" }
    var folded: String { fold(number + " " + title + " " + issuer) }

    private static func line(_ text: String) -> String {
        cleanText(text, keeping: []).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    private static func isAddress(_ text: String) -> Bool {
        let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
        return isWeb && text.count <= longest.address && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
    }
}

/// Whether a text holds on a day.
public enum LawStanding: Sendable, Hashable {
    case inForce
    case notYet(from: CivilDate)
    case ended(on: CivilDate, by: String?)
    /// It stands in no register.
    case unknown

    /// Its word in the catalogue is `laws.state.<key>`.
    public var key: String {
        switch self {
        case .inForce: "in-force"
        case .notYet: "not-yet"
        case .ended(_, nil): "ended"
        case .ended: "replaced"
        case .unknown: "unknown"
        }
    }

    public var isInForce: Bool { self == .inForce }
}

/// An entry of the register.
public struct LawText: Sendable, Hashable {
    public let id: LawID
    public let site: SiteID
    public var about: LawDraft
    public let version: Int

    static let columns: SQL = "id, site, number, title, issuer, issued_on, effective_on, ended_on, replaced_by, address, source, version"

    init(_ row: Row) throws {
        id = try row[0]
        site = try row[1]
        about = LawDraft(
            number: try row[2],
            title: try row[3],
            issuer: try row[4],
            issuedOn: try row[5],
            effectiveOn: try row[6],
            endedOn: try row[7],
            replacedBy: try row[8],
            address: try row[9],
            source: try row[10]
        )
        version = try row[11]
    }

    public func standing(on day: CivilDate) -> LawStanding {
        if let ended = about.endedOn, ended <= day { return .ended(on: ended, by: about.replacedBy) }
        if let begins = about.effectiveOn, begins > day { return .notYet(from: begins) }
        return .inForce
    }
}

/// Why the register does not take something.
public enum LawRefusal: Refusal, Equatable {
    case numberUnreadable(String)
    /// A number that begins again with every year, without the day of issue.
    case yearMissing(String)
    case titleMissing
    case tooLong(limit: Int)
    case dateUnreadable(String)
    case endsBeforeItBegins
    case beginsBeforeIssue
    /// Replaced, but not ended.
    case endMissing
    case replacesItself
    case addressUnreadable
    case known(String)
    case unknown
    case changedMeanwhile
    case notTopmost
    case full(limit: Int)

    public var key: String {
        switch self {
        case .numberUnreadable: "law.number-unreadable"
        case .yearMissing: "law.year-missing"
        case .titleMissing: "law.title-missing"
        case .tooLong: "law.too-long"
        case .dateUnreadable: "law.date-unreadable"
        case .endsBeforeItBegins: "law.ends-before-it-begins"
        case .beginsBeforeIssue: "law.begins-before-issue"
        case .endMissing: "law.end-missing"
        case .replacesItself: "law.replaces-itself"
        case .addressUnreadable: "law.address-unreadable"
        case .known: "law.known"
        case .unknown: "law.unknown"
        case .changedMeanwhile: "law.changed-meanwhile"
        case .notTopmost: "law.not-topmost"
        case .full: "law.full"
        }
    }

    public var values: [String: String] {
        switch self {
        case .numberUnreadable(let text), .yearMissing(let text), .dateUnreadable(let text), .known(let text): ["text": text]
        case .tooLong(let limit), .full(let limit): ["limit": "\(limit)"]
        default: [:]
        }
    }

    /// One of each, for the test that every refusal has its words.
    public static let samples: [LawRefusal] = [
        .numberUnreadable("abc"), .yearMissing("12/QĐ-UBND"), .titleMissing, .tooLong(limit: 400), .dateUnreadable("32/1"), .endsBeforeItBegins,
        .beginsBeforeIssue, .endMissing, .replacesItself, .addressUnreadable, .known("42/2022/NĐ-CP"), .unknown, .changedMeanwhile, .notTopmost,
        .full(limit: 20_000),
    ]
}
