import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese

@Suite("Names of units with what stands in their place")
struct UnitNamingTests {
    @Test(arguments: Backend.available)
    func everyNameKnowsWhatBecameOfIt(_ backend: Backend) async throws {
        try await withNet(backend) { net in
            try await UnitFixture.importAll(net)
            let namings = try await net.database.read { try Units.namings(on: UnitFixture.change, in: $0) }
            func successors(_ fullName: String) -> [[String]] {
                namings.filter { $0.unit.fullName == fullName && $0.unit.validTo == UnitFixture.before }.map(\.successors)
            }
            #expect(successors("Phường Minh An") == [["phường Hội An"]])
            #expect(successors("Xã Hòa An") == [["xã Cù Lao Giêng", "xã Hội An"]])
            #expect(successors("Tỉnh Kiên Giang") == [["tỉnh An Giang"]], "a province is followed through its communes")
            #expect(successors("Tỉnh Quảng Nam") == [["thành phố Đà Nẵng"]])
            #expect(successors("Thành phố Hội An") == [[]], "nothing stands in the place of a district")
            #expect(namings.filter { $0.unit.validTo == nil }.allSatisfy { $0.successors.isEmpty })
            let before = try await net.database.read { try Units.namings(on: UnitFixture.before, in: $0) }
            #expect(before.count == namings.count && before.allSatisfy { $0.successors.isEmpty })
        }
    }
}
