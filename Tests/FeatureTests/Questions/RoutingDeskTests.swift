import Casework
import HTTPTypes
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Search
import Store
import Testing
import Triage
import Vietnamese
import Web

@testable import Questions

@Suite("Leading letters on the desk") struct RoutingDeskTests {
    private static let path = "/desk/cong/an-son/ho-so"
    private static let table = "/desk/cong/an-son/tham-quyen"
    private static let mixed = """
        Tôi muốn xin cấp phép xây dựng nhà ở riêng lẻ, xin hỏi hồ sơ giấy phép xây dựng gồm những gì?
        Tôi xin phản ánh đèn đường trước số 12 bị hỏng, đề nghị khắc phục ngay.
        Tôi tố cáo ông trưởng thôn ZAMQUYNH nhận tiền của dân.
        """

    static func receive(_ place: DeskPlace, _ text: String, title: String = "Nhiều việc", name: String = "Trần Thị Thử") async throws -> Receipt {
        let track = try #require(place.portal.casework.tracks["question"])
        let letter = Submission(track: track, name: name, title: title, text: text)
        return try await place.portal.casework.receive(letter, on: place.portal.province)
    }

    /// The hidden fields of the first form on a page that leads to an address and holds a text.
    private static func prepared(_ page: String, verb: String) -> [String: String] {
        for form in page.matches(of: #/<form method="post"[^>]*>((?s:.*?))<\/form>/#) {
            let fields = form.output.1.matches(of: #/name="([a-z-]+)" value="([^"]*)"/#)
            let values = Dictionary(fields.map { (String($0.output.1), String($0.output.2)) }) { first, _ in first }
            if values["viec"] == verb { return values }
        }
        return [:]
    }

    /// What the row of a case says of where it was led.
    private static func led(_ place: DeskPlace, _ receipt: Receipt) async throws -> (agency: AgencyID?, field: String?, version: Int) {
        let id = receipt.id
        return try await place.portal.database.read { db in
            let row = try #require(try db.row("SELECT agency, field, version FROM case_file WHERE id = \(id)"))
            return (try row[0], try row[1], try row[2])
        }
    }

    @Test("the table by hand and from a file, and what it proposes; one click prepares the transfer and moves nothing", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("thu-ky", .deskSecretary, on: place.portal.province)
            try await place.person("van-thu", .recordsClerk, on: place.portal.province)
            let (secretary, clerk) = (try await place.signedIn("thu-ky"), try await place.signedIn("van-thu"))
            let agency: AgencyID = try await Agencies.add(
                AgencyNaming(name: "Sở Xây dựng tỉnh", shortName: "SXD", kind: .department, code: "H49.12"),
                from: CivilDate(year: 2020, month: 1, day: 1)!,
                to: place.portal.database,
                ids: place.portal.casework.ids,
                clock: place.portal.clock.clock
            ).id
            #expect(try await clerk.get(Self.table).status == 403)
            let row = ["linh-vuc": "housing", "co-quan": "H49.12", "can-cu": "Quyết định 7", "tu": "2026-01-01"]
            let wrong = try await secretary.post(Self.table, row.merging(["dia-ban": "1234"]) { $1 })
            #expect(wrong.status == 422 && wrong.body.contains("1234") && wrong.body.contains("Quyết định 7"))
            #expect(try await secretary.post(Self.table, row).location == Self.table + "?da=competence-added")
            let file = "field,territory,track,agency,basis,from,until,priority\nconstruction,,,H49.12,Quyết định 8,2026-01-01,,\n"
            let bad = try await secretary.post(Self.table + "/nhap", ["bang": file + "sai,,,x,,2026-01-01,,\n", "viec": "nhap"])
            #expect(bad.status == 422 && bad.body.contains("3:") && bad.body.contains("sai"))
            let look = try await secretary.post(Self.table + "/nhap", ["bang": file, "viec": "xem"])
            #expect(look.status == 200 && look.body.contains("value=\"nhap\""))
            #expect(try await secretary.post(Self.table + "/nhap", ["bang": file, "viec": "nhap"]).location == Self.table + "?da=competence-loaded")
            let list = try await secretary.get(Self.table + "?linh-vuc=construction")
            #expect(list.body.contains("Quyết định 8") && !list.body.contains("Quyết định 7"))
            let export = try await secretary.get(Self.table + "/xuat")
            #expect(export.body.contains("construction,vn,*,H49.12,Quyết định 8,2026-01-01,,"))
            #expect(try await place.audit(AuditTrail.Query(action: "competence-changed")).count == 2)

            let receipt = try await Self.receive(place, Self.mixed)
            let one = Self.path + "/\(receipt.id)"
            #expect(try await !clerk.get(one).body.contains("id=\"goi-y\""))
            let opened = try await clerk.post(one + "/mo", [:])
            #expect(opened.body.contains("id=\"goi-y\"") && opened.body.contains("Sở Xây dựng tỉnh") && opened.body.contains("Quyết định 8"))
            let form = Self.prepared(opened.body, verb: "transfer")
            #expect(form["chon"] == "\(agency)" && form["linh-vuc"] == "construction")
            let prepared = try await clerk.post(one + "/mo", form)
            #expect(prepared.status == 200 && prepared.body.contains("id=\"chuan-bi\""))
            #expect(
                prepared.body.contains("<option value=\"\(agency)\" selected>") && prepared.body.contains("<option value=\"construction\" selected>")
            )
            let before = try await Self.led(place, receipt)
            #expect(before.agency == nil && before.field == nil && before.version == 1)
            let sent = try await clerk.post(one + "/viec", form.merging(["ban": "1", "loi": "Thuộc lĩnh vực xây dựng."]) { $1 })
            #expect(sent.status == 303)
            let after = try await Self.led(place, receipt)
            #expect(after.agency == agency && after.field == "construction")
            // What the letter says stands in no line of the trail.
            #expect(try await !place.audit(AuditTrail.Query(limit: 500)).contains { ($0.detail + $0.object).contains("ZAMQUYNH") })
        }
    }

    @Test("a mixed letter is divided in forms; who asked sees both with one PIN", arguments: Backend.available)
    func divided(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("van-thu", .recordsClerk, on: place.portal.province)
            let clerk = try await place.signedIn("van-thu")
            let receipt = try await Self.receive(place, Self.mixed)
            let one = Self.path + "/\(receipt.id)"
            let opened = try await clerk.post(one + "/mo", [:])
            #expect(opened.body.contains("cases-warnings") && Self.prepared(opened.body, verb: "route-out")["chon"] == "denunciation")
            let screen = try await clerk.post(one + "/tach", [:])
            #expect(screen.status == 200 && screen.body.contains("name=\"cau.2\"") && screen.body.contains("ZAMQUYNH"))
            let empty = try await clerk.post(one + "/tach/lam", ["ban": "1", "chon": "site-report"])
            #expect(empty.status == 422)
            let made = try await clerk.post(one + "/tach/lam", ["ban": "1", "chon": "site-report", "cau.1": "1", "tieu-de": "Đèn đường hỏng"])
            #expect(made.location == one + "?da=case-split")
            let led = try await clerk.post(
                one + "/tach/lam",
                ["ban": "2", "chon": "denunciation", "cau.2": "1", "loi": "Mời gửi đơn tố cáo tới Thanh tra tỉnh."]
            )
            #expect(led.location == one + "?da=case-part-led")
            #expect(try await clerk.get(Self.path).body.contains("Đèn đường hỏng"))
            let page = try await clerk.get(one)
            let part = try #require(page.body.firstMatch(of: #/ho-so\/([0-9a-z]{13})">Phần tách/#)).output.1
            #expect(try await clerk.get(Self.path + "/\(part)").body.contains("Tách từ \(receipt.code)"))
            let mine = try await CasePageTests.post(place.portal, "/tra-cuu", ["ma": "\(receipt.code)", "bi-mat": "\(receipt.pin)"])
            let code = try #require(mine.body.firstMatch(of: #/name="ma" value="([A-Z0-9-]+)"><input type="hidden" name="bi-mat" value="[^"]+"><p>/#))
                .output.1
            #expect(mine.body.contains("Mời gửi đơn tố cáo tới Thanh tra tỉnh.") && RegionAudit.findings(in: mine.body).isEmpty)
            let other = try await CasePageTests.post(place.portal, "/tra-cuu", ["ma": String(code), "bi-mat": "\(receipt.pin)"])
            #expect(other.status == 200 && other.body.contains("đèn đường trước số 12") && !other.body.contains("ZAMQUYNH"))
            #expect(other.body.contains("\(receipt.code)"))
        }
    }

    @Test("what was led elsewhere is no part of the public edition", arguments: Backend.available)
    func edition(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("thu-ky", .deskSecretary, on: place.portal.province)
            try await place.person("truong-ban", .editorInChief, on: place.portal.province)
            let (secretary, chief) = (try await place.signedIn("thu-ky"), try await place.signedIn("truong-ban"))
            let receipt = try await Self.receive(place, Self.mixed)
            let one = Self.path + "/\(receipt.id)"
            let led = ["ban": "1", "chon": "denunciation", "cau.2": "1", "loi": "Mời gửi đơn tố cáo tới Thanh tra tỉnh."]
            #expect(try await secretary.post(one + "/tach/lam", led).status == 303)
            for (visitor, verb, words) in [
                (secretary, "accept", ""), (secretary, "take", ""), (secretary, "submit", "Hồ sơ gồm đơn và bản vẽ thiết kế."),
                (chief, "approve", ""),
                (chief, "answer", ""),
            ] {
                let page = try await secretary.get(one)
                let version = String(try #require(page.body.firstMatch(of: #/name="ban" value="(\d+)"/#)).output.1)
                let answer = try await visitor.post(one + "/viec", ["viec": verb, "ban": version, "loi": words, "khop": "1"])
                try #require(answer.status == 303, "\(verb): \(answer.status)")
            }
            let choice = try await secretary.post(one + "/ban-cong-khai", [:])
            #expect(choice.status == 200 && choice.body.contains("giấy phép xây dựng") && !choice.body.contains("ZAMQUYNH"))
            let texts = try await secretary.post(one + "/ban-cong-khai/van-ban", [:])
            #expect(texts.status == 200 && !texts.body.contains("ZAMQUYNH"))
        }
    }

    @Test("letters that say the same stand as one mark in the list, and are merged from their own", arguments: Backend.available)
    func alike(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("van-thu", .recordsClerk, on: place.portal.province)
            let clerk = try await place.signedIn("van-thu")
            let text = "Chúng tôi kiến nghị sửa đoạn đường Bờ Sông đang ngập nặng mỗi khi mưa lớn, nắp cống hư hỏng, trẻ em đi học rất nguy hiểm."
            var receipts: [Receipt] = []
            for number in 0..<5 { receipts.append(try await Self.receive(place, text, title: "Sửa đường Bờ Sông", name: "Người \(number)")) }
            let list = try await clerk.get(Self.path)
            let group = String(try #require(list.body.firstMatch(of: #/\?nhom=([0-9a-z]{13})">5 giống nhau/#)).output.1)
            let page = try await clerk.get(Self.path + "?nhom=" + group)
            #expect(page.body.matches(of: #/form="nhap" name="chon\./#).count == 5 && page.body.contains("Nhập cả 5 hồ sơ"))
            let none = try await clerk.post(Self.path + "/nhap-chung", ["nhom": group, "vao": "\(receipts[0].id)", "viec": "chon"])
            #expect(none.location?.hasSuffix("da=case-alike-none") == true)
            let some = ["nhom": group, "vao": "\(receipts[0].id)", "viec": "chon", "chon.\(receipts[1].id)": "1", "chon.\(receipts[2].id)": "9"]
            #expect(try await clerk.post(Self.path + "/nhap-chung", some).location?.hasSuffix("da=case-alike-some") == true)
            let all = try await clerk.post(Self.path + "/nhap-chung", ["nhom": group, "vao": "\(receipts[0].id)", "viec": "tat-ca"])
            #expect(all.location?.hasSuffix("da=case-alike-merged") == true)
            let open = try await place.portal.database.read { try $0.value("SELECT count(*) FROM case_file WHERE ended = 0", as: Int.self) }
            #expect(open == 1)
            let mine = try await CasePageTests.post(place.portal, "/tra-cuu", ["ma": "\(receipts[3].code)", "bi-mat": "\(receipts[3].pin)"])
            #expect(mine.body.contains("giải quyết chung"))
        }
    }
}

@Suite("What a form offers and slows") struct OfferTests {
    private static func ask(_ portal: TestPortal, _ title: String, _ text: String = "") async throws -> Browser.Answer {
        let body = "title=\(Visitor.encode(title))&text=\(Visitor.encode(text))"
        return try await portal.browser.send(
            "/hoi-dap/goi-y",
            method: .post,
            host: TestPortal.host,
            headers: [.contentType: "application/x-www-form-urlencoded"],
            bytes: Array(body.utf8)
        )
    }

    private static func answered(_ portal: TestPortal, _ title: String, _ answer: String) async throws {
        let one = AnsweredQuestion(
            title: title,
            question: RichText([.paragraph([.text(title + "?")])]),
            answer: RichText([.paragraph([.text(answer)])])
        )
        try await portal.publish(one, in: Place(site: portal.province.id, language: .vi))
    }

    @Test("answered questions that fit, by their words; nothing of what was typed is kept", arguments: Backend.available)
    func offers(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await Self.answered(portal, "Thủ tục cấp giấy phép xây dựng nhà ở riêng lẻ", "Nộp tại Trung tâm Phục vụ hành chính công.")
            try await Self.answered(portal, "Đăng ký khai sinh cho trẻ em", "Nộp tại phường.")
            try await Self.answered(portal, "Đổi giấy phép lái xe hạng B", "Nộp tại Công an tỉnh.")
            try await portal.followSearch()
            let found = try await Self.ask(portal, "xin giay phep xay dung nha o thi can gi", "Nhà tôi ở phường ZAMQUYNH.")
            #expect(found.status == 200 && found.headers[.cacheControl] == "no-store" && found.headers[.setCookie] == nil)
            #expect(
                found.body.contains("Thủ tục cấp giấy phép xây dựng") && !found.body.contains("khai sinh") && !found.body.contains("lái xe"),
                "\(found.body)"
            )
            for (title, text) in [("", ""), ("xin", ""), ("Con tàu vũ trụ bay qua sao Hỏa", ""), ("\"*)(: ~ NEAR", "AND OR NOT")] {
                let none = try await Self.ask(portal, title, text)
                #expect(none.body == "{\"offers\":[]}", "\(title): \(none.body)")
            }
            await portal.notes.flush()
            let popular = portal.notes.popular(beginning: "", on: portal.province.id, limit: 20)
            #expect(popular.isEmpty)
            // Without a script: a link to search, and what fits beside a form that is shown again.
            let form = try await portal.get("/hoi-dap/gui")
            #expect(
                form.body.contains("/tim-kiem?loai=question") && form.body.contains("data-offers=\"/hoi-dap/goi-y\"") && form.body.contains("offers")
            )
            let again = try await CasePageTests.post(portal, "/hoi-dap/gui", ["title": "Giấy phép xây dựng nhà ở riêng lẻ", "text": "Xin hỏi"])
            #expect(again.status == 422 && again.body.contains(">Thủ tục cấp giấy phép xây dựng") && RegionAudit.findings(in: again.body).isEmpty)
        }
    }

    @Test("who asks too often is not answered; who sends no form is refused")
    func bounds() async throws {
        try await TestPortal.with(.sqlite) { portal in
            for type in ["text/plain", "application/json"] {
                let answer = try await portal.browser.send(
                    "/hoi-dap/goi-y",
                    method: .post,
                    host: TestPortal.host,
                    headers: [.contentType: type],
                    bytes: Array("{}".utf8)
                )
                #expect(answer.status == 415)
            }
            for _ in 0..<1_200 { _ = try await Self.ask(portal, "x") }
            #expect(try await Self.ask(portal, "x").status == 429)
        }
    }

    @Test("the same text from everywhere is taken, after a wait from some number on", arguments: Backend.available)
    func slowed(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            var waited: (fields: [String: String], page: String)?
            for number in 0..<12 {
                var fields = CasePageTests.letter
                fields["name"] = "Người gửi số \(number)"
                fields["_"] = try await CasePageTests.ticket(portal, "/hoi-dap/gui")
                portal.clock.advance(seconds: 5)
                let answer = try await CasePageTests.post(portal, "/hoi-dap/gui", fields)
                if answer.status == 422 {
                    waited = (fields, answer.body)
                    break
                }
                #expect(answer.status == 200, "\(number)")
            }
            let (fields, page) = try #require(waited)
            #expect(page.contains("sửa lại nhà cũ") && page.contains("Người gửi số 10"))
            let token = String(try #require(page.firstMatch(of: #/name="cho" value="([0-9a-f-]+)"/#)).output.1)
            let more = fields.merging(["cho": token]) { $1 }
            #expect(try await CasePageTests.post(portal, "/hoi-dap/gui", more).status == 422)
            portal.clock.advance(seconds: 16)
            #expect(try await CasePageTests.post(portal, "/hoi-dap/gui", more).status == 200)
            let count = try await portal.database.read { try $0.value("SELECT count(*) FROM case_file", as: Int.self) }
            #expect(count == 11)
        }
    }
}
