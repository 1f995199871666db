import HTTPTypes
import PortalNetwork
import PortalTesting
import Store
import Testing
import Web

@Suite("The desk") struct DeskTests {
    @Test("people sign in, see their account, and go", arguments: Backend.available)
    func journey(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("an", .editorInChief, on: place.portal.province)
            let first = try await place.signedIn("an")
            let home = try await first.get("/desk/")
            #expect(home.status == 200 && home.body.contains("Người an") && home.body.contains("Trưởng Ban biên tập"))
            place.portal.clock.advance(seconds: 60)

            let second = place.visitor()
            let away = try await second.get("/desk/tai-khoan")
            #expect(away.location == "/desk/dang-nhap?tiep=/desk/tai-khoan")
            _ = try await second.get("/desk/dang-nhap?tiep=/desk/tai-khoan")
            let password = try await second.post("/desk/dang-nhap?tiep=/desk/tai-khoan", ["ten": "an", "mat-khau": DeskPlace.password])
            #expect(password.location == "/desk/xac-thuc?tiep=/desk/tai-khoan")
            _ = try await second.get("/desk/xac-thuc")
            let code = place.code(first.secret)
            let done = try await second.post("/desk/xac-thuc?tiep=/desk/tai-khoan", ["ma": code])
            #expect(done.status == 303 && done.location == "/desk/tai-khoan")
            let account = try await second.get("/desk/tai-khoan")
            #expect(account.body.components(of: "Phiên này") == 1 && account.body.contains("10 mã dự phòng"))

            // The same code again, in a third browser.
            let third = place.visitor()
            _ = try await third.get("/desk/dang-nhap")
            _ = try await third.post("/desk/dang-nhap", ["ten": "an", "mat-khau": DeskPlace.password])
            _ = try await third.get("/desk/xac-thuc")
            let replayed = try await third.post("/desk/xac-thuc", ["ma": code])
            #expect(replayed.status == 422 && replayed.body.contains("đã được dùng"))
            #expect(try await third.get("/desk/").location == "/desk/xac-thuc")

            _ = try await second.get("/desk/")
            #expect(try await second.post("/desk/dang-xuat", [:]).location == "/desk/dang-nhap?da=dang-xuat")
            #expect(try await second.get("/desk/").status == 303)
        }
    }

    @Test("a stolen cookie is worth nothing after the session is ended", arguments: Backend.available)
    func stolen(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("an", .editor, on: place.portal.province)
            let owner = try await place.signedIn("an")
            let thief = place.visitor()
            thief.cookies = owner.cookies
            #expect(try await thief.get("/desk/tai-khoan").status == 200)
            let account = try await owner.get("/desk/tai-khoan")
            #expect(account.status == 200)
            let person = try #require(try await place.portal.database.read { try People.find(handle: "an", in: $0) })
            let session = try #require(try await place.access.sessions(of: person.id).first)
            #expect(try await owner.post("/desk/tai-khoan/phien", ["phien": "\(session.id)"]).status == 303)
            for visitor in [thief, owner] { #expect(try await visitor.get("/desk/tai-khoan").location?.hasPrefix("/desk/dang-nhap") == true) }
        }
    }

    @Test("a form that no page of ours made changes nothing", arguments: Backend.available)
    func forged(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("an", .administrator, on: place.portal.province)
            let target = try await place.person("binh", .editor, on: place.portal.province)
            let visitor = try await place.signedIn("an")
            let other = try await place.signedIn("binh")
            let path = "/desk/cong/an-son/nguoi-dung/binh/trang-thai"
            _ = try await visitor.get("/desk/cong/an-son/nguoi-dung/binh")
            let good = "mo=0&_=" + visitor.formToken
            let cases: [(body: String, origin: String?)] = [
                ("mo=0", nil), ("mo=0&_=", nil), ("mo=0&_=" + other.formToken, nil), (good + "x", nil), (good, "https://evil.example"),
                (good, "null"),
                (good, "http://desk.anson.test"), (good, "https://an-son.anson.test"), (good, ""),
            ]
            for (body, origin) in cases {
                let answer = try await visitor.post(path, raw: body, headers: origin.map { [.origin: $0] } ?? [:])
                #expect(answer.status == 403, "\(body) \(origin ?? "")")
            }
            for (body, type, status) in [(good, "text/plain", 415), (good, "application/json", 415), ("mo=0&mo=1&_=" + visitor.formToken, "", 400)] {
                let headers: HTTPFields = type.isEmpty ? [:] : [.contentType: type]
                #expect(try await visitor.post(path, raw: body, headers: headers).status == status)
            }
            #expect(try await place.portal.database.read { try People.person(target.id, in: $0) }.isActive)
            #expect(try await place.audit(.init(action: "forged-form")).count == 9)
            #expect(try await visitor.post(path, raw: good).status == 303)
            #expect(try await !place.portal.database.read { try People.person(target.id, in: $0) }.isActive)
            #expect(try await other.get("/desk/").status == 303, "whoever is disabled is out at once")
        }
    }

    @Test("a role taken away in mid-session is gone at the next click", arguments: Backend.available)
    func role(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let person = try await place.person("an", .administrator, on: place.portal.province)
            let visitor = try await place.signedIn("an")
            #expect(try await visitor.get("/desk/cong/so-y-te/nguoi-dung").status == 200)
            try await place.access.revoke(.administrator, from: person.id, on: place.portal.province.id, by: nil, caller: DeskPlace.caller)
            #expect(try await visitor.get("/desk/cong/so-y-te/nguoi-dung").status == 403)
            let home = try await visitor.get("/desk/")
            #expect(home.status == 200 && !home.body.contains("/nguoi-dung\""))
            #expect(try await place.audit(.init(action: "refused")).first?.handle == "an")
        }
    }

    @Test("answers keep the desk's rules, and the desk keeps to its host")
    func frame() async throws {
        try await DeskPlace.with(.sqlite) { place in
            let visitor = place.visitor()
            let page = try await visitor.get("/desk/dang-nhap")
            let policy = try #require(page.headers[.contentSecurityPolicy])
            #expect(policy.hasPrefix("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
            #expect(page.headers[.cacheControl] == "no-store" && page.headers[.eTag] == nil)
            #expect(page.headers[.strictTransportSecurity] != nil)
            let cookies = page.headers[values: .setCookie]
            #expect(cookies.count == 1 && cookies[0].hasPrefix("__Host-caunoi-form="), "\(cookies)")
            #expect(cookies[0].hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"), "\(cookies)")
            #expect(!page.body.contains("<script>") && !page.body.contains("<style"))
            #expect(try await visitor.get("/").location == "/desk/")
            #expect(try await visitor.get("/tin-tuc/").status == 404)
            #expect(try await visitor.get("/desk/khong-co").status == 404)
            for path in ["/desk/", "/desk/dang-nhap"] {
                #expect(try await visitor.get(path, host: TestPortal.host).status == 404)
            }
            // A way on leads to the desk and nowhere else.
            try await place.person("an", .editor, on: place.portal.province)
            let person = try await place.signedIn("an")
            for target in ["https://evil.example/", "//evil.example", "/desk//evil.example", "/desk/\\evil", "/tin-tuc/", "%2F%2Fevil.example"] {
                let answer = try await person.get("/desk/dang-nhap?tiep=" + Visitor.encode(target))
                #expect(answer.location == "/desk/", "\(target) leads to \(answer.location ?? "")")
            }
        }
    }

    static let rubbish = [
        "", "_", "=&=&=", "ten=%", "ten=%zz", "ten=%ff%fe", "ten=%00", "ten=a&ten=b", String(repeating: "a=b&", count: 300),
        "ten=" + String(repeating: "x", count: 60_000), String(repeating: "x", count: 70_000),
        "ten=<script>alert(1)</script>&ma=<script>&mat-khau=<script>&moi=<script>&lai=<script>&vai-tro=<script>&cong=<script>&phien=<script>",
        "ten='%3B DROP TABLE person%3B --&ma=' OR 1=1&cong=../../etc&vai-tro=administrator&nguoi=%F0%9F%92%A3&tu=9999-99-99&den=0",
        "ma=000000&mat-khau=%E2%80%AE&moi=%CC%81%CC%81%CC%81%CC%81%CC%81%CC%81%CC%81%CC%81&lai=%CC%81&mo=7&thoi=zzzzzzzzzzzzz&dang-nhap=ROOT",
    ]

    @Test("rubbish at every form gets a clear answer", arguments: Backend.available)
    func rubbish(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("an", .administrator, on: place.portal.province)
            try await place.person("dich", .reporter, on: place.portal.department)
            let visitor = try await place.signedIn("an")
            let half = place.visitor()
            _ = try await half.get("/desk/dang-nhap")
            _ = try await half.post("/desk/dang-nhap", ["ten": "an", "mat-khau": DeskPlace.password])
            _ = try await half.get("/desk/xac-thuc")
            var forms = 0
            for route in place.routes where route.method == .post && route.path != "/desk/dang-xuat" && route.path != "/desk/huy" {
                let path = route.path.replacing(":site", with: "so-y-te").replacing(":person", with: "dich")
                let who = route.demand == .half ? half : visitor
                for body in Self.rubbish {
                    for signed in [body, body + "&_=" + who.formToken] {
                        let answer = try await who.post(path, raw: signed)
                        #expect(answer.status < 500, "\(path) answers \(answer.status) to \(body.prefix(60))")
                        #expect(!answer.body.contains("<script>"), "\(path) shows markup of \(body.prefix(60))")
                        #expect(answer.headers[.cacheControl] == "no-store")
                        forms += 1
                    }
                }
            }
            #expect(forms > 300)
            #expect(try await visitor.get("/desk/").status == 200)
        }
    }

    @Test("nobody gives themselves rights, nor takes over who works elsewhere too", arguments: Backend.available)
    func rights(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let own = try await place.person("quan-tri", .administrator, on: place.portal.department)
            let both = try await place.person("hai-noi", .editor, on: place.portal.department)
            try await place.access.grant(.editorInChief, to: both.id, on: place.portal.province.id, by: nil, from: DeskPlace.caller)
            let visitor = try await place.signedIn("quan-tri")
            let here = "/desk/cong/so-y-te/nguoi-dung/"
            _ = try await visitor.get(here + "quan-tri")
            for (path, fields) in [
                ("quan-tri/vai-tro", ["vai-tro": "editorInChief", "cong": "so-y-te"]), ("quan-tri/trang-thai", ["mo": "0"]),
                ("quan-tri/mat-khau", [:]), ("hai-noi/mat-khau", [:]), ("hai-noi/trang-thai", ["mo": "0"]), ("hai-noi/xac-thuc", [:]),
                ("hai-noi/vai-tro", ["vai-tro": "editor", "cong": "an-son"]), ("hai-noi/vai-tro", ["vai-tro": "editor", "cong": "trong"]),
                ("hai-noi/uy-quyen", ["nguoi": "quan-tri", "tu": "2026-11-20", "den": "2026-11-30"]),
            ] {
                let answer = try await visitor.post(here + path, fields)
                #expect(answer.status == 403, "\(path) \(fields): \(answer.status)")
            }
            let now = place.portal.clock.now
            #expect(try await People.actor(for: own.id, at: now, from: place.portal.database)?.grants.map(\.role) == [.administrator])
            // What is theirs to give, they give: a role on the portal and below it.
            for site in ["so-y-te", "tram-y-te"] {
                #expect(try await visitor.post(here + "hai-noi/vai-tro", ["vai-tro": "reporter", "cong": site]).status == 303)
            }
            let page = try await visitor.get(here + "hai-noi")
            #expect(page.body.contains("Phóng viên") && page.body.contains("Trạm Y tế"))
            #expect(try await visitor.get("/desk/cong/so-y-te/nguoi-dung/khong-co").status == 404)
            #expect(try await visitor.get("/desk/cong/an-son/nguoi-dung/hai-noi").status == 403)
        }
    }

    @Test("too many attempts are told to wait; the trail is searched and taken away", arguments: Backend.available)
    func trail(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("an", .editorInChief, on: place.portal.province)
            let visitor = try await place.signedIn("an")
            let stranger = place.visitor()
            _ = try await stranger.get("/desk/dang-nhap")
            for _ in 0..<5 { #expect(try await stranger.post("/desk/dang-nhap", ["ten": "an", "mat-khau": "sai"]).status == 422) }
            let waiting = try await stranger.post("/desk/dang-nhap", ["ten": "an", "mat-khau": DeskPlace.password])
            #expect(waiting.status == 422 && waiting.body.contains("Đã thử quá nhiều lần"))
            let found = try await visitor.get("/desk/cong/an-son/nhat-ky?viec=sign-in&ket-qua=refused")
            #expect(found.status == 200 && found.body.components(of: "<tr><td>") == 5)
            let table = try await visitor.get("/desk/cong/an-son/nhat-ky/tai-ve?viec=sign-in")
            #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(table.body.split(separator: "\r\n").count == 1 + 5 + 1)
            for query in ["?tu=hôm-qua", "?truoc=zzz", "?viec=<script>", "?ai=%FF", "?tu=2026-11-20&tu=2026-11-21"] {
                let answer = try await visitor.get("/desk/cong/an-son/nhat-ky" + query)
                #expect(answer.status == 200 || answer.status == 400, "\(query)")
            }
        }
    }
}

extension String {
    /// How often a text stands in this one.
    func components(of text: String) -> Int { ranges(of: text).count }
}
