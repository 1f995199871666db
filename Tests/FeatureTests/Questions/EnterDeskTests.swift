import Casework
import HTTPTypes
import PortalNetwork
import PortalTesting
import Store
import Testing
import Web

@Suite("Entering cases on the desk") struct EnterDeskTests {
    static let path = "/desk/cong/an-son/ho-so/nhap"
    static let letter = [
        "kenh": "phone", "ngay": "2026-11-20", "name": "Trần Thị Thử", "phone": "0912 345 678", "title": "Đèn đường hỏng ở đầu ngõ",
        "text": "Bà Thử gọi điện báo đèn đường ở đầu ngõ 12 hỏng từ tối qua.", "wish": "anonymised", "dong-y": "1",
    ]

    static func ticket(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: #/name="ve" value="([0-9a-f]+)"/#)).output.1)
    }

    @Test("written down, with its receipt shown once; the sender finds it with that", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("van-thu", .recordsClerk, on: place.portal.province)
            let clerk = try await place.signedIn("van-thu")
            #expect(try await clerk.get("/desk/cong/an-son/ho-so").body.contains(Self.path))
            let form = try await clerk.get(Self.path)
            #expect(form.status == 200 && form.body.contains("name=\"kenh\"") && form.body.contains("type=\"date\""))
            var fields = Self.letter
            fields["ve"] = try Self.ticket(form.body)
            let receipt = try await clerk.upload(Self.path, [("ảnh.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1])], fields: fields)
            #expect(receipt.status == 200 && receipt.headers[.cacheControl] == "no-store", "\(receipt.body)")
            let found = receipt.body.matches(of: #/<dd><strong>([^<]+)<\/strong><\/dd>/#).map { String($0.output.1) }
            try #require(found.count == 2)
            let again = try await clerk.upload(Self.path, [], fields: fields)
            #expect(again.body.contains(found[0]) && again.body.contains(found[1]))
            let mine = try await CasePageTests.post(place.portal, "/tra-cuu", ["ma": found[0], "bi-mat": found[1]])
            #expect(mine.body.contains("đèn đường ở đầu ngõ 12") && mine.body.contains("20/11/2026"))
            let audit = try await place.audit().filter { $0.action == "case-acted" }
            #expect(audit.map(\.detail) == ["receive phone"] && audit.first?.object == found[0])
        }
    }

    /// What is changed in the letter, and what the answer then says.
    @Test(
        "what is wrong is said, and nothing typed is lost",
        arguments: [
            (["title": ""], "id=\"title-loi\""), (["phone": "12"], "id=\"phone-loi\""), (["ngay": "2027-01-01"], "form-errors"),
            (["ngay": "hôm qua"], "form-errors"), (["ngay": ""], "form-errors"),
        ]
    )
    func wrong(_ change: [String: String], _ said: String) async throws {
        try await DeskPlace.with(.sqlite) { place in
            try await place.person("van-thu", .recordsClerk, on: place.portal.province)
            let clerk = try await place.signedIn("van-thu")
            _ = try await clerk.get(Self.path)
            let answer = try await clerk.upload(Self.path, [], fields: Self.letter.merging(change) { $1 })
            #expect(answer.status == 422 && answer.body.contains(said) && answer.body.contains("Bà Thử gọi điện"))
            let cases = try await place.portal.database.read { try $0.value("SELECT count(*) FROM case_file", as: Int.self) }
            #expect(cases == 0)
        }
    }

    @Test("every track has its form; guidance and what is unknown has none")
    func tracks() async throws {
        try await DeskPlace.with(.sqlite) { place in
            try await place.person("van-thu", .recordsClerk, on: place.portal.province)
            let clerk = try await place.signedIn("van-thu")
            for track in place.portal.casework.tracks.tracks {
                let answer = try await clerk.get(Self.path + "?loai=" + track.code)
                #expect(answer.status == (track.intake == .case ? 200 : 404), "\(track.code)")
            }
            #expect(try await clerk.get(Self.path + "?loai=khong-co").status == 404)
        }
    }
}
