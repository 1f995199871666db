import PortalNetwork
import PortalTesting
import Testing

@testable import Search

/// Articles by their titles, as the desk looks for them.
@Suite("Titles in the search index")
struct TitleTests {
    @Test(
        "titles alone: in a row, all, going on, the rarest that are left",
        arguments: [
            ("hà giang", [1, 2]), ("giang ha", [1, 2]), ("thu tuc hanh chinh", [5]), ("hanh ch", [5, 6]), ("chinh quyen hanh dong xyzt", [6]),
            ("le hoi hoa tam giac mach khong co", [1]), ("ha giang xyzt", [1, 2]), ("xyzt abcd", []), ("42/2022/NĐ-CP", [4]), ("tiem chung", []),
            ("越南", [9]), ("", []),
            ("tam gi", [1]),
        ] as [(String, [Int64])]
    )
    func titles(_ text: String, _ expected: [Int64]) async throws {
        try await withIndex { index in
            try await index.add(IndexTests.library, IndexTests.flat)
            let found = try await index.titles(with: text, on: [IndexTests.province], andBelow: true, limit: 8).map(\.rawValue)
            #expect(found == expected)
        }
    }

    @Test("titles keep to the portals that are asked for")
    func titlesOfPortals() async throws {
        try await withIndex { index in
            try await index.add(IndexTests.library, IndexTests.flat)
            func find(_ sites: [SiteID], _ andBelow: Bool) async throws -> [Int64] {
                try await index.titles(with: "tin y tế", on: sites, andBelow: andBelow, limit: 8).map(\.rawValue)
            }
            #expect(try await find([IndexTests.province], true) == [8])
            #expect(try await find([IndexTests.province], false) == [])
            #expect(try await find([IndexTests.other, IndexTests.health], false) == [8])
            #expect(try await find([], true) == [])
        }
    }
}
