import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite struct UnitTests {
    private func find(_ net: Net, _ level: UnitLevel, _ code: String, _ date: CivilDate) async throws -> AdminUnit? {
        try await net.database.read { try Units.find(level, code: code, on: date, in: $0) }
    }

    private func names(_ net: Net, _ text: String, on date: CivilDate? = nil, level: UnitLevel? = nil) async throws -> [String] {
        try await net.database.read { db in
            try Units.find(text, on: date, level: level, in: db).map { try Units.displayName(of: $0.id, on: $0.validFrom, in: db) ?? "" }
        }
    }

    @Test(arguments: Backend.available)
    func aCodeMeansWhatItMeantThen(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            try await UnitFixture.importAll(net)
            let (before, change) = (UnitFixture.before, UnitFixture.change)
            #expect(try await find(net, .province, "89", before)?.fullName == "Tỉnh An Giang")
            #expect(try await find(net, .province, "89", change) == nil)
            #expect(try await find(net, .province, "91", before)?.fullName == "Tỉnh Kiên Giang")
            let today = try #require(try await find(net, .province, "91", change))
            #expect(today.fullName == "Tỉnh An Giang")
            #expect(today.englishName == "An Giang Province")
            #expect(today.kind == .province)
            #expect(try await find(net, .province, "48", change)?.kind == .centralCity)
            #expect(try await find(net, .commune, "20333", change)?.kind == .specialZone)
            #expect(try await find(net, .commune, "06978", change)?.fullName == "Xã Ba Chẽ")
            #expect(try await find(net, .commune, "06970", before)?.name == "Ba Chẽ")
            #expect(try await find(net, .district, "193", change) == nil)
            #expect(try await find(net, .commune, "30280", before)?.nameInText == "Phường 1")
            #expect(try await find(net, .commune, "30280", day("2018-12-31")) == nil)
        }
    }

    @Test(arguments: Backend.available)
    func unitsAreFoundByOldAndNewNames(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            try await UnitFixture.importAll(net)
            let (before, change) = (UnitFixture.before, UnitFixture.change)
            #expect(try await names(net, "An Giang", on: change) == ["tỉnh An Giang"])
            #expect(try await names(net, "an giang").count == 2)
            #expect(try await names(net, "Hòa Thuận", on: before) == ["phường Hoà Thuận, quận Hải Châu, thành phố Đà Nẵng"])
            #expect(try await names(net, "phường HOÀ THUẬN", on: change) == ["phường Hòa Thuận, thành phố Đà Nẵng"])
            #expect(try await names(net, "Hội An", on: change).count == 2)
            #expect(try await names(net, "phường Hội An", on: change) == ["phường Hội An, thành phố Đà Nẵng"])
            #expect(try await names(net, "Hội An, An Giang", on: change) == ["xã Hội An, tỉnh An Giang"])
            #expect(try await names(net, "hoi an", on: before) == ["thành phố Hội An, tỉnh Quảng Nam"])
            #expect(try await names(net, "Hồi An", on: change).count == 2, "nobody is called so: accents are given up")
            #expect(try await names(net, "P.1, TP Long Xuyên, An Giang") == ["Phường 1, thành phố Long Xuyên, tỉnh An Giang"])
            #expect(try await names(net, "p01, tp. Long Xuyên").count == 1)
            #expect(try await names(net, "P.1, TP Rạch Giá") == [])
            #expect(try await names(net, "xã Hòa An, huyện Chợ Mới, tỉnh An Giang", on: before).count == 1)
            #expect(try await names(net, "xã Hòa An", on: change) == [])
            #expect(try await names(net, "Ba Chẽ", level: .district) == ["huyện Ba Chẽ, tỉnh Quảng Ninh"])
            #expect(try await names(net, "") == [])
            #expect(try await names(net, " , ,") == [])
            #expect(try await names(net, "' OR 1=1 --") == [])
            let province = try #require(try await find(net, .province, "91", change))
            let children = try await net.database.read { try Units.children(of: province.id, on: change, in: $0) }
            #expect(children.map(\.name) == ["Cù Lao Giêng", "Hội An", "Long Xuyên", "Rạch Giá"])
            #expect(
                try await net.database.read { try Units.all(.province, on: before, in: $0) }.map(\.name) == [
                    "An Giang", "Đà Nẵng", "Kiên Giang", "Quảng Nam", "Quảng Ninh",
                ]
            )
        }
    }

    @Test(arguments: Backend.available)
    func whatBecameOfAUnit(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            try await UnitFixture.importAll(net)
            let (before, change) = (UnitFixture.before, UnitFixture.change)
            func present(_ level: UnitLevel, _ code: String, on date: CivilDate = change) async throws -> [String] {
                let unit = try #require(try await find(net, level, code, before))
                return try await net.database.read { try Units.present(of: unit.id, on: date, in: $0) }.map {
                    $0.unit.fullName + ($0.isDefault ? "" : " (?)")
                }
            }
            #expect(try await present(.commune, "30676") == ["Xã Cù Lao Giêng", "Xã Hội An (?)"])
            #expect(try await present(.commune, "30676", on: before) == ["Xã Hòa An"])
            #expect(try await present(.commune, "06970") == ["Xã Ba Chẽ"], "the mapping's code is nobody's; the name is")
            #expect(try await present(.commune, "06973") == ["Xã Ba Chẽ"])
            #expect(try await present(.commune, "06652") == ["Phường Hà Tu"])
            #expect(try await present(.district, "498") == ["Đặc khu Hoàng Sa"], "a district without communes")
            #expect(try await present(.district, "893") == ["Xã Cù Lao Giêng (?)", "Xã Hội An (?)"])
            #expect(try await present(.province, "89") == ["Tỉnh An Giang"])
            #expect(try await present(.province, "49") == ["Thành phố Đà Nẵng"])
            #expect(try await present(.province, "22") == ["Tỉnh Quảng Ninh"])
            let angiang = try #require(try await find(net, .province, "91", change))
            let came = try await net.database.read { db in
                try Units.predecessors(of: angiang.id, in: db).map { "\(try Units.unit($0.old, on: before, in: db)?.code ?? "?") \($0.kind)" }
            }
            #expect(came == ["89 merged", "91 merged"])
            let old = try #require(try await find(net, .commune, "30676", before))
            let steps = try await net.database.read { try Units.successors(of: old.id, in: $0) }
            #expect(steps.map(\.isDefault) == [true, false])
            #expect(steps.allSatisfy { $0.kind == .divided && $0.date == change })
        }
    }

    /// Quảng Ninh became a city on 2026-09-01: the same unit under a new name, the same code.
    @Test(arguments: Backend.available)
    func aLaterListContinuesTheUnits(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            try await UnitFixture.importAll(net)
            let later = day("2026-09-01")
            let list = """
                code,full_name
                22,Thành phố Quảng Ninh
                48,Thành phố Đà Nẵng
                91,Tỉnh An Giang
                """
            let importer = UnitImporter(into: net.database, ids: net.ids)
            let report = try await importer.run(UnitFixture.table(list), as: .provinces, validFrom: later)
            #expect((report.added, report.changed, report.unchanged) == (0, 1, 2))
            let old = try #require(try await find(net, .province, "22", day("2026-08-31")))
            let new = try #require(try await find(net, .province, "22", later))
            #expect(old.id == new.id)
            #expect([old.nameInText, new.nameInText] == ["tỉnh Quảng Ninh", "thành phố Quảng Ninh"])
            #expect(new.englishName == "Quang Ninh Province")
            let again = try await importer.run(UnitFixture.table(list), as: .provinces, validFrom: later)
            #expect(again.unchanged == 3)
            let first = try await importer.run(UnitFixture.table(UnitFixture.provincesNew), as: .provinces, validFrom: UnitFixture.change)
            #expect(first.unchanged == 3, "the earlier list again reopens nothing")
            #expect(try await names(net, "Hà Tu", on: later) == ["phường Hà Tu, tỉnh Quảng Ninh"])
            let ward = try #require(try await find(net, .commune, "06652", later))
            #expect(try await net.database.read { try Units.displayName(of: ward.id, on: later, in: $0) } == "phường Hà Tu, thành phố Quảng Ninh")
        }
    }
}
