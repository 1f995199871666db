import Casework
import HTTPTypes
import PortalTesting
import Store
import Testing
import Web

/// Forms while letters flood in, as browsers with and without script meet them.
@Suite("Forms in a flood, as pages") struct FloodPageTests {
    static let path = "/hoi-dap/gui"

    /// Letters that miss something, until the range they come from counts as flooded.
    static func flood(_ portal: TestPortal) async throws {
        let ticket = try await CasePageTests.ticket(portal, path)
        portal.clock.advance(seconds: 3)
        for _ in 0..<FloodBounds().range { _ = try await CasePageTests.post(portal, path, ["_": ticket, "name": "x"]) }
    }

    static func challenge(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: #/data-proof="([0-9.a-f]+)"/#), "no proof is asked for").output.1)
    }

    /// What the script does.
    static func solve(_ challenge: String, _ portal: TestPortal, ticket: String) throws -> String {
        let bits = try #require(Int(challenge.prefix { $0 != "." }))
        let form = try #require(portal.casework.ticket(ticket))
        let proof = portal.casework.proof(of: form, bits: bits)
        // Drawn in the same moment of a clock that stands still, it is the same challenge.
        try #require(proof.challenge == challenge)
        return proof.solved()
    }

    static func cases(_ portal: TestPortal) async throws -> Int? {
        try await portal.database.read { try $0.value("SELECT count(*) FROM case_file", as: Int.self) }
    }

    @Test(
        "calm: nothing is asked. Flood: the form comes back whole with a challenge, and the solved one makes one case",
        arguments: Backend.available
    )
    func proof(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let calm = try await portal.get(Self.path)
            #expect(!calm.body.contains("data-proof") && calm.body.contains("<section class=\"form-proof\" hidden"))
            var fields = CasePageTests.letter
            fields["_"] = try await CasePageTests.ticket(portal, Self.path)
            try await Self.flood(portal)

            let asked = try await CasePageTests.post(portal, Self.path, fields)
            #expect(asked.status == 422 && asked.headers[.cacheControl] == "no-store" && asked.headers[.setCookie] == nil)
            for part in [
                "sửa lại nhà cũ", fields["_"] ?? "-", "0912 345 678", "role=\"status\"", "(0255) 3 822 222",
                "<script type=\"module\" src=\"/_/proof-",
            ] {
                #expect(asked.body.contains(part), "\(part)")
            }
            #expect(try await Self.cases(portal) == 0)

            let challenge = try Self.challenge(asked.body)
            fields["chung"] = challenge + ":x"
            #expect(try await CasePageTests.post(portal, Self.path, fields).status == 422)
            fields["chung"] = try Self.solve(challenge, portal, ticket: fields["_"] ?? "")
            // A field is wrong: what was worked out is kept and not asked for again.
            let answer = fields["chung"] ?? "-"
            let (right, title) = (fields, fields["title"])
            fields["title"] = ""
            let wrong = try await CasePageTests.post(portal, Self.path, fields)
            #expect(wrong.status == 422 && wrong.body.contains("value=\"\(answer)\""))
            fields["title"] = title
            let receipt = try await CasePageTests.post(portal, Self.path, fields)
            let codes = try CasePageTests.codes(receipt.body)
            // Once more, with and without the proof: the same receipt, no second case.
            for again in [right, right.filter { $0.key != "chung" }] {
                let other = try CasePageTests.codes(try await CasePageTests.post(portal, Self.path, again).body)
                #expect(other == codes)
            }
            #expect(try await Self.cases(portal) == 1)

            // The proof of one form is none for another.
            let drawn = try await portal.get(Self.path)
            fields["_"] = try #require(drawn.body.firstMatch(of: #/name="_" value="([0-9a-f]+)"/#)).output.1.description
            portal.clock.advance(seconds: 3)
            #expect(try await CasePageTests.post(portal, Self.path, fields).status == 422)
            #expect(try await Self.cases(portal) == 1)
        }
    }

    @Test(
        "without script: what was typed stays, and the same form is taken when it was open long enough, one after the other",
        arguments: Backend.available
    )
    func wait(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await Self.flood(portal)
            var fields = CasePageTests.letter
            fields["_"] = try await CasePageTests.ticket(portal, Self.path)
            portal.clock.advance(seconds: 10)
            let early = try await CasePageTests.post(portal, Self.path, fields)
            #expect(early.status == 422 && early.body.contains("chờ 50 giây") && early.body.contains("sửa lại nhà cũ"))
            portal.clock.advance(seconds: 50)
            _ = try CasePageTests.codes(try await CasePageTests.post(portal, Self.path, fields).body)
            // The next from there, however long its form was open, waits its turn.
            var next = CasePageTests.letter
            next["title"] = "Hỏi lịch thu gom rác của tổ dân phố"
            next["text"] = "Tổ dân phố chúng tôi chưa được biết lịch thu gom rác mới, mong được trả lời."
            next["_"] = try await CasePageTests.ticket(portal, Self.path)
            portal.clock.advance(seconds: 5)
            #expect(try await CasePageTests.post(portal, Self.path, next).status == 422)
            portal.clock.advance(seconds: 60)
            _ = try CasePageTests.codes(try await CasePageTests.post(portal, Self.path, next).body)
            #expect(try await Self.cases(portal) == 2)
        }
    }

    @Test("it ends by itself: ten minutes later nothing is asked")
    func over() async throws {
        try await TestPortal.with(.sqlite) { portal in
            try await Self.flood(portal)
            #expect(try await portal.get(Self.path).body.contains("data-proof"))
            portal.clock.advance(seconds: 600)
            #expect(try await !portal.get(Self.path).body.contains("data-proof"))
        }
    }
}
