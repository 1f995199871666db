import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import RichText
import Testing
import Vietnamese
import Web

/// The newsroom over HTTP: what forms come to, what an attacker tries, what nobody may learn.
@Suite("The newsroom") struct NewsroomTests {
    private func place(_ backend: Backend, _ body: (DeskPlace, Visitor, ItemID) async throws -> Void) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("viet", .reporter, on: place.portal.department)
            let visitor = try await place.signedIn("viet")
            try await body(place, visitor, try await place.draft(by: "viet", titled: "Tiêu đề đầu"))
        }
    }

    private func article(_ place: DeskPlace, _ item: ItemID) async throws -> Article? {
        let by = try await place.by("viet")
        return try await Workroom(place.portal.publishing).open(item, for: by).details as? Article
    }

    private func version(_ place: DeskPlace, _ item: ItemID) async throws -> String {
        "\(try await Workroom(place.portal.publishing).item(item)?.version ?? 0)"
    }

    @Test("a form becomes the kind's details, whatever it holds", arguments: Backend.available)
    func forms(_ backend: Backend) async throws {
        try await place(backend) { place, visitor, item in
            let address = "/desk/cong/so-y-te/bai/\(item)"
            _ = try await visitor.get(address + "/sua")
            let blocks = #"{"v":1,"blocks":[{"type":"paragraph","text":["Một ",{"t":"hai","m":["strong"]}]}]}"#
            let saved = try await visitor.post(
                address + "/sua",
                [
                    "version": version(place, item), "f.title": "  Tiêu đề  mới ", "f.kicker": "", "f.standfirst": "Sapo", "f.body": blocks,
                    "f.body.type": "blocks",
                    "f.tags": "bão, lũ ; bão", "f.authors": "Trần Ngọc Lan, Lê Văn", "f.source.name": "Báo An Sơn",
                    "f.source.url": "https://bao.anson.test/1",
                    "f.picture.asset": "", "f.related": "",
                ]
            )
            #expect(saved.status == 303 && saved.location?.contains("newsroom.saved") == true)
            let article = try #require(try await article(place, item))
            #expect(article.title == "Tiêu đề  mới" && article.kicker == nil && article.standfirst == "Sapo")
            #expect(article.tags == ["bão", "lũ"] && article.authors.map(\.name) == ["Trần Ngọc Lan", "Lê Văn"])
            #expect(article.source == SourceCredit(name: "Báo An Sơn", url: "https://bao.anson.test/1"))
            #expect(article.body == RichText([.paragraph([.text("Một "), .text("hai", .strong)])]))
            // HTML typed by hand is read like a paste; what was not touched stays as it was.
            let page = try await visitor.get(address + "/sua")
            #expect(page.body.contains("data-rich-blocks") && page.body.contains("Một"))
            _ = try await visitor.post(
                address + "/sua",
                ["version": version(place, item), "f.title": "T", "f.body.type": "html", "f.body.html": "x", "f.body.before": "x"]
            )
            #expect(try await self.article(place, item)?.body == article.body)
            _ = try await visitor.post(
                address + "/sua",
                [
                    "version": version(place, item), "f.title": "T", "f.body.type": "html", "f.body.before": "x",
                    "f.body.html": "<h2>Mục</h2><p onclick=alert(1)>Chữ<script>alert(2)</script></p>",
                ]
            )
            #expect(try await self.article(place, item)?.body.blocks.count == 2)
        }
    }

    @Test("what cannot be read is said beside its field, and nothing typed is lost", arguments: Backend.available)
    func wrong(_ backend: Backend) async throws {
        try await place(backend) { place, visitor, item in
            let address = "/desk/cong/so-y-te/bai/\(item)/sua"
            _ = try await visitor.get(address)
            for (field, value) in [
                ("f.body", "{\"v\":1,\"blocks\":[{}]}"), ("f.body", "[]"), ("f.source.url", "javascript:alert(1)"), ("f.related", "không phải mã"),
            ] {
                var form = [
                    "version": try await version(place, item), "f.title": "Giữ nguyên chữ này", "f.body.type": "blocks",
                    "f.body": "{\"v\":1,\"blocks\":[]}",
                ]
                form[field] = value
                if field == "f.source.url" { form["f.source.name"] = "N" }
                let answer = try await visitor.post(address, form)
                #expect(answer.status == 422, "\(field) \(value): \(answer.status)")
                #expect(answer.body.contains("Giữ nguyên chữ này"), "\(field)")
            }
            #expect(try await self.article(place, item)?.title == "Tiêu đề đầu")
        }
    }

    @Test("somebody saved meanwhile: both texts, and the later one is kept in hand", arguments: Backend.available)
    func conflict(_ backend: Backend) async throws {
        try await place(backend) { place, visitor, item in
            try await place.person("sua", .editor, on: place.portal.department)
            let old = try await version(place, item)
            _ = try await place.portal.publishing.save(
                Article(title: "Bản của biên tập", body: RichText()),
                as: item,
                in: Place(site: place.portal.department.id, section: place.portal.ward.id),
                by: place.by("sua")
            )
            _ = try await visitor.get("/desk/cong/so-y-te/bai/\(item)/sua")
            let answer = try await visitor.post(
                "/desk/cong/so-y-te/bai/\(item)/sua",
                ["version": old, "revision": "1", "f.title": "Bản của phóng viên"]
            )
            #expect(answer.status == 409 && answer.body.contains("Bản của biên tập") && answer.body.contains("Bản của phóng viên"))
            #expect(try await article(place, item)?.title == "Bản của biên tập")
            let mine = try await visitor.post("/desk/cong/so-y-te/bai/\(item)/sua", ["version": version(place, item), "tu-ban-nhap": "1"])
            #expect(mine.status == 303)
            #expect(try await article(place, item)?.title == "Bản của phóng viên")
        }
    }

    @Test("keeping: forged, foreign, broken, too large, from an older window", arguments: Backend.available)
    func keeping(_ backend: Backend) async throws {
        try await place(backend) { place, visitor, item in
            let address = "/desk/cong/so-y-te/bai/\(item)/tu-luu"
            _ = try await visitor.get("/desk/cong/so-y-te/bai/\(item)/sua")
            func keep(_ body: String, token: String? = nil) async throws -> Browser.Answer {
                let headers: HTTPFields = token.flatMap { token in HTTPField.Name("X-Caunoi-Form").map { [$0: token] } } ?? [:]
                return try await visitor.send(address, .post, bytes: Array(body.utf8), headers: headers)
            }
            func body(_ version: Int) -> String { #"{"base":1,"version":\#(version),"tab":"a","form":{"f.title":"Dở dang"}}"# }
            #expect(try await keep(body(0), token: "giả").status == 403)
            #expect(try await keep("{").status == 400)
            #expect(try await keep(#"{"base":1,"version":0,"tab":"\#(String(repeating: "x", count: 50))","form":{}}"#).status == 400)
            let first = try await keep(body(0))
            #expect(first.status == 200 && first.body.contains("\"version\":1"))
            #expect(try await keep(body(0)).status == 409, "another window that knows nothing of it")
            #expect(try await keep(body(1)).status == 200)
            #expect(try await keep(String(repeating: "x", count: Workroom.largestForm + 1)).status == 413)
            #expect(try await visitor.get("/desk/cong/so-y-te/bai/\(item)/sua").body.contains("Dở dang"))
            // A stolen form token without the session is nobody's.
            let nobody = place.visitor()
            _ = try await nobody.get("/desk/dang-nhap")
            #expect(try await nobody.send(address, .post, bytes: Array(body(2).utf8)).status == 303)
        }
    }

    @Test("a paste of 5 MB and a hostile one come back as blocks or a plain no", arguments: Backend.available)
    func pasting(_ backend: Backend) async throws {
        try await place(backend) { _, visitor, item in
            let address = "/desk/cong/so-y-te/bai/\(item)/dan"
            _ = try await visitor.get("/desk/cong/so-y-te/bai/\(item)/sua")
            let hostile = "<p>Một<img src=x onerror=alert(1)><a href='javascript:alert(2)'>hai</a></p><iframe src='//x'></iframe><style>*{}</style>"
            let answer = try await visitor.send(address, .post, bytes: Array(hostile.utf8))
            #expect(answer.status == 200 && answer.body.contains("Một") && !answer.body.contains("alert") && !answer.body.contains("iframe"))
            let long = String(repeating: "<p class=MsoNormal><span style='font-size:12pt'>Đoạn văn dán từ Word.</span></p>", count: 60_000)
            #expect(long.utf8.count > 5_000_000)
            #expect(try await visitor.send(address, .post, bytes: Array(long.utf8)).status == 200)
            #expect(try await visitor.send(address, .post, bytes: [UInt8](repeating: 60, count: (8 << 20) + 1)).status == 413)
        }
    }

    @Test("the public learns nothing of a draft: page, list, search, feeds, sitemap, API, files, counts", arguments: Backend.available)
    func hidden(_ backend: Backend) async throws {
        try await place(backend) { place, visitor, item in
            _ = try await visitor.get("/desk/cong/so-y-te/bai/\(item)/sua")
            let word = "Tuyệtmật"
            _ = try await visitor.post("/desk/cong/so-y-te/bai/\(item)/sua", ["version": version(place, item), "f.title": word, "f.tags": word])
            let host = TestPortal.departmentHost
            for path in [
                "/", "/tin-nganh/", "/tin-nganh/\(item)", "/-/\(item)", "/tin-nganh/feed.atom", "/feed.json", "/sitemap.xml",
                "/api/v1/items?site=so-y-te",
                "/api/v1/items/\(item)", "/api/v1/items/\(item)/revisions", "/tu-khoa/tuyetmat", "/tim-kiem?q=\(word)",
                "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
                "/desk/cong/so-y-te/bai/\(item)", "/desk/cong/so-y-te/bai/\(item)/xem/trang",
            ] {
                let answer = try await place.browser.send(path, method: .get, host: host, headers: [:])
                #expect(!answer.body.contains("\(item)") || path.contains("\(item)") && answer.status == 404, "\(path) names the draft")
                #expect(!answer.body.lowercased().contains("tuyệtmật") || path.contains("tim-kiem"), "\(path) shows the draft's title")
                #expect(answer.status == 404 || !path.contains("\(item)"), "\(path): \(answer.status)")
            }
            // On the desk itself: nobody without the right, and the same answer as for something that is not there.
            try await place.person("ngoai", .editorInChief, on: try #require(place.portal.tree.site(code: "trong")))
            let stranger = try await place.signedIn("ngoai")
            for last in ["", "/sua", "/xem", "/xem/trang", "/lich-su", "/so-sanh"] {
                let (there, not) = (
                    try await stranger.get("/desk/cong/so-y-te/bai/\(item)\(last)"),
                    try await stranger.get("/desk/cong/so-y-te/bai/0000000000001\(last)")
                )
                #expect(there.status == 403 && not.status == 403 && !there.body.contains(word), "\(last): \(there.status) \(not.status)")
            }
        }
    }

    @Test("a guest's link shows one revision; its secret stands in no path", arguments: Backend.available)
    func guests(_ backend: Backend) async throws {
        try await place(backend) { place, _, item in
            try await place.person("bien", .editor, on: place.portal.department)
            let editor = try await place.signedIn("bien")
            _ = try await editor.get("/desk/cong/so-y-te/bai/\(item)")
            let made = try await editor.post("/desk/cong/so-y-te/bai/\(item)/lien-ket", ["ten": "Bà Sen", "ngay": "3"])
            let token = try #require(made.body.firstMatch(of: #/doc-duyet\?ma=([a-z2-7]{52})/#)?.output.1)
            let guest = place.visitor()
            let page = try await guest.get("/desk/doc-duyet?ma=\(token)")
            #expect(page.status == 200 && page.body.contains("Tiêu đề đầu"))
            let frame = try await guest.get("/desk/doc-duyet/trang?ma=\(token)")
            #expect(frame.status == 200 && !frame.body.contains("<script") && !frame.body.contains("\"/files/") && !frame.body.contains("/\(token)"))
            #expect(try await guest.get("/desk/doc-duyet/tep/\(String(repeating: "0", count: 64))/x?ma=\(token)").status == 404)
            let said = try await guest.post("/desk/doc-duyet", ["ma": String(token), "noi-dung": "Nên thêm giờ."])
            #expect(said.status == 303)
            #expect(try await editor.get("/desk/cong/so-y-te/bai/\(item)").body.contains("Nên thêm giờ."))
            for wrong in ["", "x", String(repeating: "a", count: 52)] { #expect(try await guest.get("/desk/doc-duyet?ma=\(wrong)").status == 404) }
        }
    }
}
