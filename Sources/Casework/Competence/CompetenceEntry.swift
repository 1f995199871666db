public import PortalNetwork
public import Store
public import Triage
import Vietnamese

public struct CompetenceID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A row of the competence table as it is kept: it holds on its portal and on every portal below it.
public struct CompetenceEntry: Sendable, Hashable {
    public let id: CompetenceID
    public let site: SiteID
    public let row: CompetenceRow
    /// Counts up with every change (optimistic locking).
    public let version: Int

    static let columns: SQL = "id, site, field, territory, track, agency, basis, valid_from, valid_to, priority, version"

    init(_ row: Row) throws {
        let (field, track): (String, String) = (try row[2], try row[4])
        id = try row[0]
        site = try row[1]
        self.row = CompetenceRow(
            field: field.isEmpty ? nil : FieldCode(rawValue: field),
            territory: try row[3],
            track: track.isEmpty ? nil : track,
            agency: try row[5],
            basis: try row[6],
            from: try row[7],
            until: try row[8],
            priority: try row[9]
        )
        version = try row[10]
    }
}

extension CompetenceRow {
    /// What makes two rows the same one, whatever else they say.
    struct Identity: Hashable {
        let field: FieldCode?
        let territory: String
        let track: String?
        let agency: String
        let from: CivilDate
    }

    var identity: Identity { Identity(field: field, territory: territory, track: track, agency: agency, from: from) }

    /// For the trail: `land · 22 · site-report → so-nnmt`.
    var summary: String { [field?.rawValue ?? "*", territory, track ?? "*"].joined(separator: " · ") + " → " + agency }

    /// As a line of a file, in the order of `CompetenceTable.columns`.
    public var cells: [String] {
        [
            field?.rawValue ?? "*", territory, track ?? "*", agency, basis, "\(from)", until.map { "\($0)" } ?? "",
            priority == 0 ? "" : "\(priority)",
        ]
    }

    static let longestBasis = 500

    /// The row as it may be kept.
    /// - Throws: what is wrong with it.
    func checked() throws(CompetenceRefusal) -> CompetenceRow {
        var row = self
        row.basis = nfc(basis).split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
        row.nearness = 0
        if let field, Field.named(field) == nil { throw .field(field.rawValue) }
        if let track, Triage.Track.named(track) == nil { throw .track(track) }
        let isUnit = [2, 5].contains(territory.utf8.count) && territory.utf8.allSatisfy { (48...57).contains($0) }
        guard isUnit || territory == Territory.nation else { throw .territory(territory) }
        guard !agency.isEmpty else { throw .agencyMissing }
        guard CompetenceTable.isCode(agency) else { throw .agency(agency) }
        guard isForward else { throw .backwards }
        guard row.basis.count <= Self.longestBasis else { throw .basisTooLong(limit: Self.longestBasis) }
        guard (-1000...1000).contains(priority) else { throw .priority }
        return row
    }
}

/// Why a row of the competence table is not kept; words under `refusal.competence.…`.
public enum CompetenceRefusal: Refusal, Hashable {
    case unknown
    case changedMeanwhile
    /// The same row (field, territory, track, agency, first day) is there already.
    case known(String)
    case full(limit: Int)
    case field(String)
    case track(String)
    case territory(String)
    case agencyMissing
    case agency(String)
    case from
    case backwards
    case basisTooLong(limit: Int)
    case priority

    public static let samples: [CompetenceRefusal] = [
        .unknown, .changedMeanwhile, .known("land"), .full(limit: 5), .field("x"), .track("x"), .territory("x"), .agencyMissing, .agency("?"), .from,
        .backwards, .basisTooLong(limit: 500), .priority,
    ]

    public var key: String {
        switch self {
        case .unknown: "competence.unknown"
        case .changedMeanwhile: "competence.changed-meanwhile"
        case .known: "competence.known"
        case .full: "competence.full"
        case .field: "competence.field"
        case .track: "competence.track"
        case .territory: "competence.territory"
        case .agencyMissing: "competence.agency-missing"
        case .agency: "competence.agency"
        case .from: "competence.from"
        case .backwards: "competence.backwards"
        case .basisTooLong: "competence.basis-too-long"
        case .priority: "competence.priority"
        }
    }

    public var values: [String: String] {
        switch self {
        case .known(let text), .field(let text), .track(let text), .territory(let text), .agency(let text): ["text": String(text.prefix(100))]
        case .full(let limit), .basisTooLong(let limit): ["limit": "\(limit)"]
        case .unknown, .changedMeanwhile, .agencyMissing, .from, .backwards, .priority: [:]
        }
    }
}
