import Foundation
import HTTPTypes
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese
import Web

/// Letters and notices, ways to sign in, hand-over, sections, the list of people and the words of the trail, as screens.
@Suite("Accounts on the desk") struct DeskAccountTests {
    private static let people = "/desk/cong/an-son/nguoi-dung"

    @Test("an invitation goes by mail where it can, else the link is shown once", arguments: Backend.available, [true, false])
    func invitation(_ backend: Backend, _ sendsMail: Bool) async throws {
        try await DeskPlace.with(backend, sendsMail: sendsMail) { place in
            try await place.person("an", .administrator, on: place.portal.province)
            let visitor = try await place.signedIn("an")
            let form = "/desk/cong/an-son/moi-nguoi"
            func invite(_ handle: String, _ email: String) async throws -> Browser.Answer {
                _ = try await visitor.get(form)
                return try await visitor.post(
                    form,
                    ["ten": "Trần Ngọc Lan", "dang-nhap": handle, "thu": email, "vai-tro": "editor", "cong": "an-son"]
                )
            }
            let by = try await invite("lan", "lan@anson.test")
            let without = try await invite("minh", "")
            #expect(by.status == 200 && by.body.contains("/desk/loi-moi?ma=") == !sendsMail && by.body.contains("lan@anson.test") == sendsMail)
            #expect(without.status == 200 && without.body.contains("/desk/loi-moi?ma="))
            let letters = try await place.portal.database.read { try LetterBook.list(limit: 9, in: $0) }
            #expect(letters.map(\.address) == (sendsMail ? ["lan@anson.test"] : []))
            if let letter = letters.first {
                let contents = try await place.portal.database.read { try LetterBook.contents(of: letter, safe: place.notices.safe, in: $0) }
                let link = try #require(contents?.link)
                let text = try LetterWriter(face: place.portal.face, origin: DeskPlace.origin).text(
                    try #require(contents).subject,
                    link: link,
                    to: try #require(try await place.portal.database.read { try People.find(handle: "lan", in: $0) }),
                    in: .vi
                )
                #expect(
                    text.plain.contains(DeskPlace.origin + link) && text.plain.contains("Biên tập viên") && text.plain.contains("Tên đăng nhập: lan")
                )
                #expect(text.html?.contains("<a href=\"\(DeskPlace.origin)\(link)\">Kích hoạt tài khoản</a>") == true)
                let opened = try await place.visitor().get(link)
                #expect(opened.status == 200 && opened.body.contains("Trần Ngọc Lan"))
                // What the link opens is on no screen and in no line of the trail.
                let screen = try await visitor.get("/desk/cong/an-son/thu")
                let secret = try #require(link.split(separator: "=").last)
                #expect(screen.status == 200 && screen.body.contains("Đang chờ gửi") && !screen.body.contains(secret))
                #expect(try await place.audit().allSatisfy { !$0.detail.contains(secret) && !$0.object.contains(secret) })
            }
        }
    }

    @Test("a letter that failed is named, and sent again by who runs the people there", arguments: Backend.available)
    func failed(_ backend: Backend) async throws {
        try await DeskPlace.with(backend, sendsMail: true) { place in
            try await place.person("an", .administrator, on: place.portal.province)
            try await place.person("phong", .administrator, on: place.portal.department)
            let draft = PersonDraft(handle: "lan", name: "Lan", email: "lan@anson.test")
            let lan = try await place.access.enter(draft, as: .editor, on: place.portal.province.id, by: nil, from: DeskPlace.caller).person
            try await place.notices.notify(lan.id, NoticeSubject("role-granted", ["role": "Biên tập viên", "site": "An Sơn"]))
            let letter = try #require(try await place.portal.database.read { try LetterBook.list(limit: 9, in: $0) }.first)
            let now = place.portal.clock.now
            try await place.portal.database.write { try LetterBook.settle(letter.id, .failed, fault: "550 no <such> mailbox", at: now, in: $0) }
            let visitor = try await place.signedIn("an")
            let screen = try await visitor.get("/desk/cong/an-son/thu?trang-thai=failed")
            #expect(screen.body.contains("550 no &lt;such&gt; mailbox") && screen.body.contains("Gửi lại"))
            // Somebody of another portal does not reach it.
            let other = try await place.signedIn("phong")
            _ = try await other.get("/desk/cong/so-y-te/thu")
            #expect(try await other.post("/desk/cong/so-y-te/thu", ["lai": "\(letter.id)"]).status == 404)
            #expect(try await visitor.post("/desk/cong/an-son/thu", ["lai": "\(letter.id)"]).location?.hasSuffix("?da=gui-lai") == true)
            #expect(try await place.portal.database.read { try LetterBook.read(letter.id, in: $0) }?.state == .waiting)
            #expect(try await place.audit(.init(action: "letter-retried")).count == 1)
        }
    }

    @Test("notices are counted in the bar, opened, read, and nobody else's", arguments: Backend.available)
    func notices(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let an = try await place.person("an", .editor, on: place.portal.province)
            let binh = try await place.person("binh", .editor, on: place.portal.province)
            let visitor = try await place.signedIn("an")
            #expect(try await !visitor.get("/desk/").body.contains("desk-count"))
            for site in ["Một", "Hai <b>"] {
                try await place.notices.notify(an.id, NoticeSubject("role-granted", ["role": "Phóng viên", "site": site]), link: "/desk/tai-khoan")
            }
            try await place.notices.notify(binh.id, NoticeSubject("role-granted", ["role": "x", "site": "Ba"]), link: "/desk/tai-khoan")
            #expect(try await visitor.get("/desk/").body.contains("<b class=\"desk-count\">2<"))
            let list = try await visitor.get("/desk/thong-bao")
            #expect(list.body.contains("Phóng viên tại Hai &lt;b&gt;") && !list.body.contains("Ba"))
            let mine = try await place.portal.database.read { try NoticeBook.list(of: an.id, limit: 9, in: $0) }
            let theirs = try await place.portal.database.read { try NoticeBook.list(of: binh.id, limit: 9, in: $0) }
            #expect(try await visitor.post("/desk/thong-bao", ["mo": "\(theirs[0].id)"]).location == "/desk/thong-bao")
            #expect(try await place.portal.database.read { try NoticeBook.unread(of: binh.id, in: $0) } == 1)
            #expect(try await visitor.post("/desk/thong-bao", ["mo": "\(mine[1].id)"]).location == "/desk/tai-khoan")
            #expect(try await visitor.get("/desk/").body.contains("<b class=\"desk-count\">1<"))
            #expect(try await visitor.post("/desk/thong-bao", ["tat-ca": "\(mine[0].id)"]).status == 303)
            #expect(try await !visitor.get("/desk/").body.contains("desk-count"))
            #expect(try await visitor.post("/desk/tai-khoan/thong-bao", ["ngon-ngu": "en"]).status == 303)
            #expect(try await place.portal.database.read { try NoticeBook.choice(of: an.id, in: $0) } == NoticeChoice(byMail: false, language: .en))
        }
    }

    @Test("who leaves loses every way in at once; the keys are rotated; a report is kept", arguments: Backend.available)
    func handOver(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("an", .administrator, on: place.portal.province)
            try await place.person("phong", .administrator, on: place.portal.department)
            for handle in ["cu-1", "cu-2"] { try await place.person(handle, .operator, on: place.portal.department) }
            let leaving = try await place.signedIn("cu-1")
            let staying = try await place.signedIn("phong")
            let visitor = try await place.signedIn("an")
            let path = "/desk/cong/an-son/ban-giao"
            let page = try await visitor.get(path)
            #expect(page.status == 200 && page.body.contains("nguoi-cu-1") && !page.body.contains("id=\"nguoi-an\""))
            // Without the password nothing happens, and what was chosen stays chosen.
            let chosen = ["nguoi-cu-1": "1", "nguoi-cu-2": "1", "khoa": "1"]
            let wrong = try await visitor.post(path, chosen.merging(["mat-khau": "không phải"]) { $1 })
            #expect(wrong.status == 422 && wrong.body.contains("name=\"nguoi-cu-1\" value=\"1\" checked"))
            #expect(try await leaving.get("/desk/").status == 200)
            // Nobody hands themselves over, nor whom they do not govern; a department does not rotate keys.
            _ = try await staying.get("/desk/cong/so-y-te/ban-giao")
            for fields in [["nguoi-phong": "1"], ["nguoi-an": "1"], ["khoa": "1"]] {
                let answer = try await staying.post("/desk/cong/so-y-te/ban-giao", fields.merging(["mat-khau": DeskPlace.password]) { $1 })
                #expect(answer.status == 403 || answer.status == 422, "\(fields): \(answer.status)")
            }
            #expect(try await staying.get("/desk/").status == 200)

            let done = try await visitor.post(path, chosen.merging(["mat-khau": DeskPlace.password]) { $1 })
            #expect(done.status == 200 && done.body.contains("cu-1, cu-2") && done.body.contains("người phải tạo lại mã dự phòng"))
            #expect(try await leaving.get("/desk/").location?.hasPrefix("/desk/dang-nhap") == true)
            let gone = try #require(try await place.portal.database.read { try People.find(handle: "cu-1", in: $0) })
            #expect(!gone.isActive)
            #expect(try await place.access.standing(of: gone.id).map { !$0.hasPassword && !$0.hasSecondFactor } == true)
            #expect(try await place.portal.database.read { try People.terms(of: [gone.id], at: place.portal.clock.now, in: $0) }.isEmpty)
            // Second factors still open, sealed anew; recovery codes are gone, and their owners know.
            place.portal.clock.advance(seconds: 60)
            let again = place.visitor()
            _ = try await again.get("/desk/dang-nhap")
            _ = try await again.post("/desk/dang-nhap", ["ten": "phong", "mat-khau": DeskPlace.password])
            _ = try await again.get("/desk/xac-thuc")
            #expect(try await again.post("/desk/xac-thuc", ["ma": place.code(staying.secret)]).location == "/desk/")
            #expect(try await again.get("/desk/thong-bao").body.contains("Mã dự phòng của bạn không còn dùng được"))
            #expect(try await place.access.keyStanding().count == 1)
            let json = try await visitor.get(path + "/bao-cao?dang=json")
            let report = try JSONDecoder().decode(HandOverReport.self, from: Data(json.body.utf8))
            #expect(report.accounts.first { $0.handle == "cu-1" }.map { !$0.isActive && $0.roles.isEmpty && $0.sessions == 0 } == true)
            #expect(report.accounts.first { $0.handle == "phong" }?.hasAuthenticator == true)
            for action in ["person-expelled", "keys-rotated", "handed-over"] {
                #expect(try await !place.audit(.init(action: action)).isEmpty, "\(action)")
            }
        }
    }

    @Test("a role is limited to sections and let go again", arguments: Backend.available)
    func sections(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("an", .administrator, on: place.portal.province)
            let lan = try await place.person("lan", .editor, on: place.portal.province)
            let sections = try await place.portal.database.read { try Section.all(on: place.portal.province.id, in: $0) }
            let section = try #require(sections.first)
            let visitor = try await place.signedIn("an")
            let page = try await visitor.get(Self.people + "/lan")
            #expect(page.body.contains("name=\"muc-\(section.id)\""))
            let path = Self.people + "/lan/chuyen-muc"
            let done = try await visitor.post(path, ["vai-tro": "editor", "cong": "an-son", "muc-\(section.id)": "1", "muc-zzz": "1"])
            #expect(done.location?.hasSuffix("?da=chuyen-muc") == true)
            func grants() async throws -> [Actor.Grant] {
                try await People.actor(for: lan.id, at: place.portal.clock.now, from: place.portal.database)?.grants ?? []
            }
            #expect(try await grants().first?.sections?.contains(section.id) == true)
            #expect(try await visitor.get(Self.people + "/lan").body.contains("chỉ chuyên mục"))
            #expect(try await place.audit(.init(action: "sections-limited")).first?.detail == "editor \(section.code)")
            #expect(try await visitor.get("/desk/cong/an-son/nhat-ky?viec=sections-limited").body.contains("Biên tập viên: \(section.code)"))
            #expect(try await visitor.post(path, ["vai-tro": "editor", "cong": "an-son"]).status == 303)
            #expect(try await grants().map(\.sections) == [nil])
            // A role that runs the portal has no parts; one that is not held has none either.
            try await place.access.grant(.operator, to: lan.id, on: place.portal.province.id, by: nil, from: DeskPlace.caller)
            #expect(try await visitor.post(path, ["vai-tro": "operator", "cong": "an-son", "muc-\(section.id)": "1"]).status == 422)
            #expect(try await visitor.post(path, ["vai-tro": "reporter", "cong": "an-son"]).status == 422)
            #expect(try await visitor.post(path, ["vai-tro": "editor", "cong": "trong"]).status == 422)
        }
    }

    @Test("the list of people is paged in the database and sought with and without marks", arguments: Backend.available)
    func list(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("an", .administrator, on: place.portal.province)
            let now = place.portal.clock.now
            try await place.portal.database.write { db in
                for number in 0..<120 {
                    let id = PersonID(rawValue: Int64(1_000_000 + number))
                    let draft = PersonDraft(handle: "nguoi\(number)", name: number == 7 ? "Đặng Thị Hường 100%" : "Nguyễn Văn Số \(number)")
                    try People.add(draft, id: id, at: now, in: db)
                    try People.grant(number % 2 == 0 ? .reporter : .editor, to: id, on: place.portal.department.id, from: now, in: db)
                }
            }
            let visitor = try await place.signedIn("an")
            var (path, seen, pages) = (Self.people, Set<String>(), 0)
            while pages < 9 {
                let page = try await visitor.get(path)
                pages += 1
                for match in page.body.matches(of: #/<code>(nguoi[0-9]+|an)</code>/#) { #expect(seen.insert(String(match.output.1)).inserted) }
                guard let next = page.body.firstMatch(of: #/rel="next" href="([^"]+)"/#)?.output.1 else { break }
                path = String(next).replacing("&amp;", with: "&")
            }
            #expect(seen.count == 121 && pages == 3)
            func found(_ query: String) async throws -> Int {
                try await visitor.get(Self.people + "?" + query).body.matches(of: #/<code>nguoi[0-9]+</code>/#).count
            }
            for query in ["q=huong", "q=H%C6%B0%E1%BB%9Dng", "q=dang+thi", "q=100%25", "q=nguoi7&vai-tro=editor"] {
                #expect(try await found(query) >= 1, "\(query)")
            }
            #expect(try await found("q=%25%25") == 0)
            #expect(try await found("q=_") == 0)
            #expect(try await found("q=100%25") == 1)
            #expect(try await found("q=nguoi7&vai-tro=reporter") < found("q=nguoi7"))
            #expect(try await visitor.get("/desk/cong/so-y-te/nguoi-dung").body.contains("120 người"))
            #expect(try await visitor.get(Self.people + "?sau=zzz").status == 200)
        }
    }

    @Test("the trail speaks in words, filters by portal, and has quick filters", arguments: Backend.available)
    func trail(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("an", .editorInChief, on: place.portal.province)
            try await place.person("lan", .reporter, on: place.portal.department)
            let visitor = try await place.signedIn("an")
            let other = try await place.signedIn("lan")
            #expect(try await other.get("/desk/cong/so-y-te/nhat-ky").status == 403)
            let all = try await visitor.get("/desk/cong/an-son/nhat-ky")
            for words in ["ứng dụng xác thực", "xem nhật ký", "lời mời", "Trưởng Ban biên tập"] { #expect(all.body.contains(words), "\(words)") }
            for code in ["totp", ">welcome", "readAudit"] { #expect(!all.body.contains(code), "\(code)") }
            let department = try await visitor.get("/desk/cong/an-son/nhat-ky?cong=so-y-te&viec=role-granted")
            #expect(department.body.contains("Phóng viên") && !department.body.components(separatedBy: "<tbody>")[1].contains("Trưởng Ban biên tập"))
            let preset = try await visitor.get("/desk/cong/an-son/nhat-ky?ket-qua=refused")
            #expect(preset.body.contains("href=\"/desk/cong/an-son/nhat-ky?ket-qua=refused\" aria-current=\"page\""))
        }
    }

    @Test("the way to a provider and back is closed to what nobody sent", arguments: Backend.available)
    func provider(_ backend: Backend) async throws {
        let away = SignInProvider(name: "so", label: "Sở Nội vụ", issuer: "http://127.0.0.1:1", clientID: "x", secret: nil)
        try await DeskPlace.with(backend, providers: try ProviderBook([away], agent: "test")) { place in
            try await place.person("an", .editor, on: place.portal.province)
            let visitor = place.visitor()
            let page = try await visitor.get("/desk/dang-nhap?tiep=/desk/tai-khoan")
            #expect(page.body.contains("href=\"/desk/dang-nhap/qua/so?tiep=/desk/tai-khoan\"") && page.body.contains("Sở Nội vụ"))
            let start = try await visitor.get("/desk/dang-nhap/qua/so")
            #expect(start.status == 422 && start.body.contains("hiện không trả lời"))
            for query in ["", "?code=a&state=b", "?error=access_denied", "?code=<script>&state=<script>&iss=<script>"] {
                let answer = try await visitor.get("/desk/dang-nhap/qua/so/ve" + query)
                #expect(answer.status == 422 && !answer.body.contains("<script>"), "\(query)")
            }
            #expect(try await visitor.get("/desk/dang-nhap/qua/khac").status == 404)
            #expect(try await visitor.get("/desk/").location == "/desk/dang-nhap")
            let signed = try await place.signedIn("an")
            #expect(try await signed.get("/desk/dang-nhap/qua/so/ve?code=a&state=b").status == 422)
            #expect(try await signed.get("/desk/").status == 200, "who is signed in stays so")
            _ = try await signed.get("/desk/tai-khoan/khoa")
            #expect(try await signed.post("/desk/tai-khoan/lien-ket", ["qua": "so", "mat-khau": "sai"]).status == 422)
            #expect(try await signed.post("/desk/tai-khoan/lien-ket/go", ["noi": "https://x", "mat-khau": DeskPlace.password]).status == 422)
        }
    }
}
