import Casework
import PortalNetwork
import Vietnamese

/// Agencies of a file, matched to the register: each name of a day is looked up once in a batch.
struct AgencyMatches {
    private struct Key: Hashable {
        let name: String
        let day: CivilDate
    }

    private let casework: Casework
    private var found: [Key: NamedAgency?] = [:]

    init(_ casework: Casework) { self.casework = casework }

    /// Gives a record's agency the name it had officially; a name that the register does not know stays and is counted.
    /// - Returns: who stands in its place today.
    mutating func match(_ record: inout QuestionRecord, today: CivilDate, _ summary: inout QuestionImport.Summary) async throws -> AgencyID? {
        guard let name = record.agency, !name.isEmpty else { return nil }
        let key = Key(name: name, day: record.answeredOn ?? record.askedOn ?? today)
        let match: NamedAgency?
        if let known = found[key] {
            match = known
        } else {
            match = try await casework.agency(named: name, on: key.day)
            found[key] = .some(match)
        }
        guard let match else {
            summary.unknownAgencies[String(name.prefix(200)), default: 0] += 1
            return nil
        }
        record.agency = match.name
        return match.today
    }
}
