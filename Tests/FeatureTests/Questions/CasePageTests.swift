import Casework
import HTTPTypes
import PortalTesting
import Store
import Testing
import Web

/// The public doors of casework, as a browser without script meets them.
@Suite("Asking, and looking one's case up") struct CasePageTests {
    static let letter: [String: String] = [
        "name": "Trần Thị Thử", "phone": "0912 345 678", "title": "Xin hỏi về cấp phép xây dựng",
        "text": "Tôi muốn sửa lại nhà cũ, xin hỏi cần những giấy tờ gì và nộp ở đâu?", "wish": "anonymised", "dong-y": "1",
    ]

    /// A form with files as browsers send it.
    static func multipart(_ fields: [String: String], files: [(name: String, bytes: [UInt8])] = []) -> (type: String, bytes: [UInt8]) {
        let boundary = "----caunoi"
        var bytes: [UInt8] = []
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            bytes += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\nContent-Type: x/y\r\n\r\n"
            bytes += Array(head.utf8) + file.bytes + Array("\r\n".utf8)
        }
        return ("multipart/form-data; boundary=\(boundary)", bytes + Array("--\(boundary)--\r\n".utf8))
    }

    static func post(_ portal: TestPortal, _ path: String, _ fields: [String: String], files: [(name: String, bytes: [UInt8])] = []) async throws
        -> Browser.Answer
    {
        let (type, bytes) = multipart(fields, files: files)
        return try await portal.browser.send(path, method: .post, host: TestPortal.host, headers: [.contentType: type], bytes: bytes)
    }

    static func ticket(_ portal: TestPortal, _ path: String) async throws -> String {
        let page = try await portal.get(path)
        return try #require(page.body.firstMatch(of: #/name="_" value="([0-9a-f]+)"/#)).output.1.description
    }

    static func codes(_ page: String) throws -> (code: String, pin: String) {
        let found = page.matches(of: #/<dd class="receipt-code">([^<]+)<\/dd>/#).map { String($0.output.1) }
        try #require(found.count == 2, "\(page)")
        return (found[0], found[1])
    }

    @Test("sent, received, looked up, added to; nothing personal in an address, nothing kept by anybody", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            var fields = Self.letter
            fields["_"] = try await Self.ticket(portal, "/hoi-dap/gui")
            portal.clock.advance(seconds: 30)
            let receipt = try await Self.post(portal, "/hoi-dap/gui", fields, files: [("ảnh.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])])
            #expect(receipt.status == 200 && receipt.headers[.cacheControl] == "no-store" && receipt.headers[.setCookie] == nil)
            let (code, pin) = try Self.codes(receipt.body)
            // The same form once more: the same receipt, not a second case.
            let again = try Self.codes(try await Self.post(portal, "/hoi-dap/gui", fields).body)
            #expect(again == (code, pin))
            let mine = try await Self.post(portal, "/tra-cuu", ["ma": code, "bi-mat": pin])
            #expect(
                mine.status == 200 && mine.body.contains("sửa lại nhà cũ") && mine.body.contains("ảnh.jpg")
                    && mine.headers[.cacheControl] == "no-store"
            )
            let added = try await Self.post(portal, "/tra-cuu", ["ma": code, "bi-mat": pin, "viec": "add", "loi": "Tôi bổ sung <b>ảnh</b> chụp."])
            #expect(added.body.contains("&lt;b&gt;ảnh") && !added.body.contains("<b>ảnh"))
            let wrong = try await Self.post(portal, "/tra-cuu", ["ma": code, "bi-mat": "AAAAA-AAAAA"])
            #expect(wrong.status == 422 && wrong.body.contains(code) && !wrong.body.contains("sửa lại nhà cũ"))
        }
    }

    @Test("what is wrong is said beside each field, and nothing typed is lost", arguments: Backend.available)
    func wrong(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            var fields = Self.letter
            fields["_"] = try await Self.ticket(portal, "/hoi-dap/gui")
            (fields["title"], fields["phone"]) = ("", "12")
            portal.clock.advance(seconds: 30)
            let answer = try await Self.post(portal, "/hoi-dap/gui", fields, files: [("lừa.jpg", Array("MZ chương trình".utf8))])
            #expect(answer.status == 422 && answer.headers[.cacheControl] == "no-store")
            for part in [
                "id=\"title-loi\"", "id=\"phone-loi\"", "id=\"files-loi\"", "href=\"#title\"", "value=\"12\"", "sửa lại nhà cũ", "lừa.jpg",
                fields["_"] ?? "-",
            ] { #expect(answer.body.contains(part), "\(part)") }
            let count = try await portal.database.read { try $0.value("SELECT count(*) FROM case_file", as: Int.self) }
            #expect(count == 0)
        }
    }

    @Test("a form sent at once, a day late, without its ticket, or by a program that fills in everything")
    func tickets() async throws {
        try await TestPortal.with(.sqlite) { portal in
            var fields = Self.letter
            fields["_"] = try await Self.ticket(portal, "/hoi-dap/gui")
            #expect(try await Self.post(portal, "/hoi-dap/gui", fields).status == 422)
            portal.clock.advance(seconds: 86_500)
            let late = try await Self.post(portal, "/hoi-dap/gui", fields)
            #expect(late.status == 422 && late.body.contains("sửa lại nhà cũ") && !late.body.contains(fields["_"] ?? "-"))
            fields["_"] = nil
            #expect(try await Self.post(portal, "/hoi-dap/gui", fields).status == 422)
            fields["_"] = try await Self.ticket(portal, "/hoi-dap/gui")
            portal.clock.advance(seconds: 30)
            fields["trang-web"] = "https://quang-cao.example/"
            #expect(try await Self.post(portal, "/hoi-dap/gui", fields).status == 422)
            let count = try await portal.database.read { try $0.value("SELECT count(*) FROM case_file", as: Int.self) }
            #expect(count == 0)
        }
    }

    @Test(
        "ways in and every form: pages that can be drawn, complaints and denunciations only guided",
        arguments: [TestPortal.host, TestPortal.englishHost]
    )
    func pages(_ host: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            for page in ["hoi-dap", "phan-anh-kien-nghi"] {
                let ways = try await portal.get("/" + page, host: host)
                #expect(ways.status == 200)
                for track in portal.casework.tracks.offered(on: page) {
                    let path = "/\(page)/\(track.form ?? "")"
                    #expect(ways.body.contains("href=\"\(path)\""))
                    let form = try await portal.get(path, host: host)
                    #expect(form.status == 200 && form.body.contains("<form class=\"case-form\"") == (track.intake == .case), "\(path)")
                    // A form carries the time it was drawn: nobody keeps it for others.
                    #expect(
                        form.headers[.cacheControl] == (track.intake == .case ? "no-store" : "public, max-age=30, stale-if-error=86400"),
                        "\(path)"
                    )
                }
            }
            let guided = try await portal.browser.send("/phan-anh-kien-nghi/to-cao", method: .post, host: host, headers: [:], body: "x=1")
            #expect(guided.status == 405)
        }
    }

    @Test("every word that pages make of codes is there, in every language")
    func words() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let tracks = portal.casework.tracks.tracks
            var keys = CaseState.allCases.map { "state." + $0.rawValue } + CaseAct.allCases.map { "act." + $0.rawValue }
            keys += Wish.allCases.map { "wish." + $0.rawValue } + CaseChannel.allCases.map { "channel." + $0.rawValue }
            keys += CaseReason.allCases.map { "reason." + $0.rawValue } + Submission.Standing.allCases.map { "standing." + $0.rawValue }
            keys += Track.Field.allCases.map { "field." + $0.rawValue } + tracks.map { "track." + $0.code }
            let words = portal.face.words
            for key in keys { #expect(words.has("casework." + key), "casework.\(key)") }
            for track in tracks where track.form != nil { #expect(words.has("questions.about." + track.code), "\(track.code)") }
            for view in CaseQuery.View.allCases { #expect(words.has("cases.view." + view.rawValue), "\(view)") }
        }
    }

    @Test("rubbish at every door", arguments: ["/hoi-dap/gui", "/tra-cuu"])
    func rubbish(_ path: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let bodies: [(String, [UInt8])] = [
                ("text/plain", Array("x".utf8)), ("", []), ("multipart/form-data", Array("x".utf8)),
                ("multipart/form-data; boundary=a", Array("--a".utf8)),
                ("application/x-www-form-urlencoded", Array("a=%ZZ".utf8)), ("application/x-www-form-urlencoded", [0xFF, 0xFE, 0x3D]),
                ("application/x-www-form-urlencoded", Array(String(repeating: "a=1&", count: 500).utf8)),
                ("application/x-www-form-urlencoded", [UInt8](repeating: 0x61, count: 1 << 20)),
            ]
            for (type, bytes) in bodies {
                let answer = try await portal.browser.send(path, method: .post, host: TestPortal.host, headers: [.contentType: type], bytes: bytes)
                #expect((400...422).contains(answer.status), "\(type) \(bytes.count): \(answer.status)")
            }
        }
    }
}
