public import Vietnamese

/// What an administrator should look at in a competence table.
public struct CompetenceFinding: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Two rows of equal rank name different agencies on the same days.
        case conflict
        /// Two rows of equal rank say the same on the same days.
        case doubled
        /// Days between two rows of one field, territory and track on which nobody is named.
        case gap
        /// A field (with every track that is asked about) for which nobody is competent on the day of the check.
        case uncovered
        /// The last day is before the first.
        case backwards
        /// No act is named.
        case withoutBasis
        case unknownField
        case unknownTrack
        /// The register has no such unit.
        case unknownTerritory
        /// The register has no such agency.
        case unknownAgency
        /// The row holds on days on which the agency is no more (merged away, renamed, closed).
        case agencyEnded
    }

    public let kind: Kind
    /// Indices of the rows it is about, ascending; none for `uncovered`.
    public let rows: [Int]
    /// What the sentence of the catalogue needs: field, territory, track, agency, from, until.
    public let values: [String: Reason.Value]

    /// The key of its sentence in the catalogue of wording.
    public var key: String { "triage.table." + kind.rawValue }
}

/// What a table is held against. What is nil is not checked.
public struct CompetenceExpectations: Sendable {
    /// Codes of units that there are (today or before).
    public var territories: Set<String>?
    /// Codes of agencies, with the last day of those that are no more.
    public var agencies: [String: CivilDate?]?
    /// The day on which every field must have somebody, for the nation.
    public var day: CivilDate?
    /// The tracks on which every field must have somebody; those that are led out are not in it.
    public var tracks: [String]

    public init(
        territories: Set<String>? = nil,
        agencies: [String: CivilDate?]? = nil,
        day: CivilDate? = nil,
        tracks: [String] = Track.all.filter { !$0.isRoutedOut }.map(\.code)
    ) {
        (self.territories, self.agencies, self.day, self.tracks) = (territories, agencies, day, tracks)
    }
}

extension CompetenceTable {
    /// Everything that looks wrong, in the order of the rows, then what is missing. Takes n log n steps in the number of rows, and one for each finding.
    public func findings(_ expected: CompetenceExpectations = CompetenceExpectations()) -> [CompetenceFinding] {
        var findings = rows.indices.flatMap { rowFindings($0, expected) }
        for group in groups { findings += groupFindings(group) }
        findings.sort { ($0.rows.first ?? .max, $0.kind.rawValue) < ($1.rows.first ?? .max, $1.kind.rawValue) }
        if let day = expected.day { findings += uncovered(on: day, expected) }
        return findings
    }

    private func rowFindings(_ index: Int, _ expected: CompetenceExpectations) -> [CompetenceFinding] {
        let row = rows[index]
        var kinds: [CompetenceFinding.Kind] = []
        if let until = row.until, until < row.from { kinds.append(.backwards) }
        if row.basis.allSatisfy(\.isWhitespace) { kinds.append(.withoutBasis) }
        if let field = row.field, Field.named(field) == nil { kinds.append(.unknownField) }
        if let track = row.track, Track.named(track) == nil { kinds.append(.unknownTrack) }
        if let known = expected.territories, row.territory != Territory.nation, !known.contains(row.territory) { kinds.append(.unknownTerritory) }
        if let agencies = expected.agencies, !row.agency.contains("{") {
            switch agencies[row.agency] {
            case .none: kinds.append(.unknownAgency)
            case .some(.some(let last)) where row.until.map({ $0 > last }) ?? true: kinds.append(.agencyEnded)
            default: break
            }
        }
        return kinds.map { CompetenceFinding(kind: $0, rows: [index], values: values(of: row)) }
    }

    /// Rows of one field, territory and track, by their first day; a row that goes backwards holds on no day.
    private var groups: [[Int]] {
        let byKey = Dictionary(grouping: rows.indices.filter { rows[$0].isForward }) {
            Key(field: rows[$0].field, territory: rows[$0].territory, track: rows[$0].track)
        }
        return byKey.values.map { $0.sorted { (rows[$0].from, $0) < (rows[$1].from, $1) } }
    }

    private func groupFindings(_ group: [Int]) -> [CompetenceFinding] {
        var findings: [CompetenceFinding] = []
        // Of each priority the row that lasts longest so far, and of all priorities the day up to which somebody is named (nil: for ever).
        var longest: [Int: Int] = [:]
        var covered: CivilDate?? = .none
        for index in group {
            let row = rows[index]
            if let other = longest[row.priority], rows[other].until.map({ $0 >= row.from }) ?? true {
                let kind: CompetenceFinding.Kind = rows[other].agency == row.agency ? .doubled : .conflict
                var values = values(of: row)
                values["other"] = .text(rows[other].agency)
                values["line"] = .text(String(other + 1))
                findings.append(CompetenceFinding(kind: kind, rows: [min(other, index), max(other, index)], values: values))
            }
            if case .some(.some(let last)) = covered, row.from > last.adding(days: 1) {
                var values = values(of: row)
                values["from"] = .text(last.adding(days: 1).description)
                values["until"] = .text(row.from.adding(days: -1).description)
                findings.append(CompetenceFinding(kind: .gap, rows: [index], values: values))
            }
            covered = .some(Self.later(covered, row.until))
            let isLonger = longest[row.priority].map { Self.later(.some(rows[$0].until), row.until) != rows[$0].until } ?? true
            if isLonger { longest[row.priority] = index }
        }
        return findings
    }

    private static func later(_ covered: CivilDate??, _ until: CivilDate?) -> CivilDate? {
        guard let covered else { return until }
        guard let covered, let until else { return nil }
        return max(covered, until)
    }

    private func uncovered(on day: CivilDate, _ expected: CompetenceExpectations) -> [CompetenceFinding] {
        // A row for {commune} or {province} covers the nation: every place has one.
        let national = rows.filter { $0.territory == Territory.nation && $0.holds(on: day) }
        let holding = Set(national.map { Key(field: $0.field, territory: "", track: $0.track) })
        return Field.all.flatMap { field in
            expected.tracks.filter { track in
                ![field.code, nil].contains { code in [track, nil].contains { holding.contains(Key(field: code, territory: "", track: $0)) } }
            }.map { track in
                CompetenceFinding(
                    kind: .uncovered,
                    rows: [],
                    values: ["field": .word(field.code.word), "track": .word("triage.track." + track), "from": .text(day.description)]
                )
            }
        }
    }

    private func values(of row: CompetenceRow) -> [String: Reason.Value] {
        [
            "field": row.field.map { .word($0.word) } ?? .word("triage.any"),
            "track": row.track.map { .word("triage.track." + $0) } ?? .word("triage.any"),
            "territory": .text(row.territory), "agency": .text(row.agency), "from": .text(row.from.description),
            "until": row.until.map { .text($0.description) } ?? .word("triage.open"),
        ]
    }
}
