import Foundation
import PortalNetwork
import PortalTesting
import Proofing
import Publishing
import RichText
import Store
import Testing
import Vietnamese

@Suite("The register that texts are held against")
struct NameRegisterTests {
    static let list = """
        code,name,full_name,unit_type,province_code
        00004,Hồng Gai,Phường Hồng Gai,Phường,22
        00007,Tân Hòa,Xã Tân Hòa,Xã,22
        00010,Cô Tô,Đặc khu Cô Tô,Đặc khu tại hải đảo,22
        """

    @Test("it is read from the database", arguments: Backend.available)
    func read(_ backend: Backend) async throws {
        let day = try #require(CivilDate("2026-01-01"))
        try await withDatabase(backend, migrations: NetworkMigrations.all) { database in
            let importer = UnitImporter(into: database, ids: IdentifierMaker(node: 7, clock: Clock { Instant(rawValue: 1_795_000_000_000) }))
            _ = try await importer.run(Self.table("code,name,full_name\n22,Quảng Ninh,Tỉnh Quảng Ninh"), as: .provinces, validFrom: day)
            _ = try await importer.run(Self.table(Self.list), as: .wards, validFrom: day)
            let proofreader = Proofreader(names: try await database.read { try NameRegister.read(on: day, in: $0) })
            var manuscript = Manuscript()
            manuscript.add("title", "Tỉnh Quản Ninh: phường Hồng Gái, xã Tân Hoà, đặc khu Cô Tổ và phường Tân Hòa")
            let report = proofreader.read(manuscript, on: day)
            #expect(report.findings.map(\.quote) == ["Quản Ninh", "Hồng Gái", "Cô Tổ", "Tân Hòa"])
            #expect(report.findings.map { $0.suggestions.first } == ["Quảng Ninh", "Hồng Gai", "Cô Tô", nil])
            #expect(report.findings.last?.values["suggestion"] == "xã Tân Hòa")
        }
    }

    @Test("every kind of unit has its kind in proofing", arguments: UnitKind.allCases)
    func kinds(_ kind: UnitKind) {
        #expect(NameRegister.Kind(rawValue: kind.rawValue) != nil)
    }

    static func table(_ csv: String) throws -> UnitTable {
        let file = FileManager.default.temporaryDirectory.appending(path: "units-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data((csv + "\n").utf8).write(to: file)
        return try UnitTable.read(path: file.path)
    }
}
