public import PortalNetwork
public import Store
public import Triage
public import Vietnamese

/// A competence table from a file: the rows that may be kept, and what is wrong with the others, line by line.
public struct CompetenceFile: Sendable {
    public struct Problem: Sendable, Hashable {
        /// Number of the line, from 1.
        public let line: Int
        /// The key of its sentence in the catalogue, which takes `values`.
        public let key: String
        public let values: [String: String]
    }

    public let rows: [CompetenceRow]
    /// The line of each row.
    public let lines: [Int]
    /// In the order of the lines.
    public let problems: [Problem]

    public init(_ text: String) {
        let read = CompetenceTable.read(csv: text)
        var problems = read.errors.map { Problem(line: $0.line, key: $0.key, values: ["line": "\($0.line)", "value": $0.value]) }
        var seen: Set<CompetenceRow.Identity> = []
        var (rows, lines): ([CompetenceRow], [Int]) = ([], [])
        for (row, line) in zip(read.rows, read.lines) {
            do throws(CompetenceRefusal) {
                let row = try row.checked()
                guard seen.insert(row.identity).inserted else { throw .known(row.summary) }
                rows.append(row)
                lines.append(line)
            } catch {
                problems.append(Problem(line: line, key: "refusal." + error.key, values: error.values))
            }
        }
        self.rows = rows
        self.lines = lines
        self.problems = problems.sorted { $0.line < $1.line }
    }
}

extension CompetenceBook {
    /// What to look at in the table that holds on a portal: contradictions, gaps, rows that outlive their agency, fields that nobody has today.
    public static func findings(on site: SiteID, of rows: [CompetenceRow], in tree: SiteTree, today: CivilDate, _ db: any Connection) throws
        -> [CompetenceFinding]
    {
        let hasRegister = try db.value("SELECT unit FROM admin_unit_name LIMIT 1", as: Int64.self) != nil
        var territories: Set<String>?
        if hasRegister {
            let named = Set(rows.map(\.territory))
            territories = try named.filter { code in
                try db.value("SELECT unit FROM admin_unit_name WHERE code = \(code) LIMIT 1", as: Int64.self) != nil
            }
        }
        let codes = AgencyCodes(tree)
        var agencies: [String: CivilDate?] = [:]
        for code in Set(rows.map(\.agency)) where !code.contains("{") {
            guard let last = try codes.last(code, on: today, db) else { continue }
            agencies.updateValue(last.validTo, forKey: code)
        }
        let usual = Triage.Track.all.filter { $0.code == "question" }.map(\.code)
        return CompetenceTable(rows).findings(CompetenceExpectations(territories: territories, agencies: agencies, day: today, tracks: usual))
    }
}
