import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite("Units out and in again")
struct UnitExportTests {
    /// Lists that hold on a day go out, into an empty installation, and out again: the same rows.
    @Test(arguments: Backend.available)
    func listsComeBackAsTheyWere(_ backend: Backend) async throws {
        let days: [(CivilDate, [UnitListKind], counts: [Int])] = [
            (UnitFixture.before, [.provinces, .districts, .wards], [5, 8, 8]), (UnitFixture.change, [.provinces, .wards], [3, 9]),
        ]
        for (day, kinds, counts) in days {
            let written = try await withNet(backend) { net in
                try await UnitFixture.importAll(net)
                return try await net.database.read { db in try kinds.map { try UnitExport.records($0, on: day, in: db) } }
            }
            #expect(written.map(\.count) == counts)
            try await withNet(backend) { net in
                let importer = UnitImporter(into: net.database, ids: net.ids)
                for (kind, rows) in zip(kinds, written) {
                    let csv = ([UnitExport.columns(kind)] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")
                    let report = try await importer.run(try UnitFixture.table(csv), as: kind, validFrom: day)
                    #expect(report.rejects.isEmpty && report.added == rows.count)
                }
                let again = try await net.database.read { db in try kinds.map { try UnitExport.records($0, on: day, in: db) } }
                #expect(again == written)
            }
        }
    }
}
