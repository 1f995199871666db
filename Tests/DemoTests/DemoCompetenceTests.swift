import Demo
import Testing
import Triage
import Vietnamese

@Suite("Who is competent in the demo")
struct DemoCompetenceTests {
    private static let today = CivilDate(year: 2026, month: 11, day: 30)!

    @Test("every table can be read, contradicts nothing and names portals that there are")
    func tables() {
        let tables = DemoCompetence.tables(on: Self.today)
        #expect(tables.count > 30)
        let codes = Set(DemoNetwork.sites.map(\.code))
        for table in tables {
            let read = CompetenceTable.read(csv: table.csv)
            #expect(read.errors.isEmpty && codes.contains(table.site), "\(table.site): \(read.errors)")
            let strange = read.rows.map(\.agency).filter { !codes.contains($0) }
            #expect(strange.isEmpty, "\(table.site): \(strange)")
            let findings = CompetenceTable(read.rows).findings(CompetenceExpectations(day: table.site == DemoNetwork.mainCode ? Self.today : nil))
            #expect(findings.isEmpty, "\(table.site): \(findings.map(\.key))")
        }
    }
}
