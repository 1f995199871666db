import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import Publishing
import Testing
import Vietnamese
import Web

@Suite("Addresses of items and lists")
struct AddressTests {
    @Test(arguments: Backend.available)
    func everyOtherWayOfWritingLeadsToTheOneAddress(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await portal.publish(FullArticle.short("Đường về quê"), in: portal.economy).item
            let path = try await portal.path(item)
            #expect(path == "/kinh-te/duong-ve-que-\(item)")
            for target in [
                "/kinh-te/\(item)", "/kinh-te/tieu-de-cu-\(item)", "/tin-tuc/duong-ve-que-\(item)", "/khong-co/x-\(item)", "/-/\(item)",
                "/kinh-te/duong-ve-que-\("\(item)".uppercased())", "/KINH-TE/DUONG-VE-QUE-\("\(item)".uppercased())", path + "/", "/trang/\(item)",
                "/kinh-te/%C4%91uong-\(item)", "/kinh-te//duong-ve-que-\(item)",
            ] {
                // At most two steps, and the first already says "for good".
                var answer = try await portal.get(target)
                #expect(answer.status == 301, "\(target)")
                if let next = answer.location, next != path {
                    answer = try await portal.get(next)
                    #expect(answer.status == 301, "\(target) > \(next)")
                }
                #expect(answer.location == path, "\(target)")
            }
            #expect(try await portal.get("/kinh-te/\(item)?in=1").location == path + "?in=1")
            #expect(try await portal.get(path + "?utm_source=zalo").status == 200)
            let unknown = ItemID(rawValue: item.rawValue + 4096)
            for target in ["/kinh-te/x-\(unknown)", "/-/\(unknown)", "/-/abc", "/kinh-te/\("\(item)".dropLast())", "/kinh-te/x\(item)"] {
                #expect(try await portal.get(target).status == 404, "\(target)")
            }
        }
    }

    /// Another portal's item is not shown under a foreign name: it leads home.
    @Test(arguments: Backend.available)
    func itemsOfOtherPortalsLeadHome(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await portal.publish(FullArticle.short("Tiêm chủng"), in: portal.ward).item
            for target in ["/tin-nganh/tiem-chung-\(item)", "/-/\(item)", "/tin-tuc/\(item)"] {
                let answer = try await portal.get(target)
                #expect(answer.status == 301)
                #expect(answer.location == "https://soyte.anson.test/tin-nganh/tiem-chung-\(item)")
            }
            try await portal.publishing.withdraw(item, because: .expired, note: nil, by: portal.by("chief"))
            #expect(try await portal.get("/tin-nganh/tiem-chung-\(item)").status == 404, "a stranger's withdrawn item is unknown here")
        }
    }

    @Test(arguments: Backend.available)
    func movedItemsAreFoundAtTheirOldAddresses(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await portal.publish(FullArticle.short("Giá lúa"), in: portal.economy).item
            let old = try await portal.path(item)
            try await portal.publishing.move(item, to: Place(site: portal.province.id, section: portal.news.id), by: portal.by("chief"))
            #expect(try await portal.get(old).location == "/tin-tuc/gia-lua-\(item)")
            #expect(!(try await portal.get("/kinh-te/").body.contains("Giá lúa")))
            #expect(try await portal.get("/tin-tuc/").body.contains("Giá lúa"))
            try await portal.publishing.move(item, to: Place(site: portal.department.id, section: portal.ward.id), by: portal.by("chief"))
            #expect(try await portal.get(old).location == "https://soyte.anson.test/tin-nganh/gia-lua-\(item)")
            #expect(try await portal.get("/tin-nganh/gia-lua-\(item)", host: TestPortal.departmentHost).status == 200)
        }
    }

    @Test(arguments: Backend.available)
    func addressesOfFormerTimesLeadOn(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await portal.publish(FullArticle.short("Bài cũ"), in: portal.news).item
            try await portal.publishing.addOldAddresses(
                [("/chuyen-muc-cu/", .path("/tin-tuc/")), ("/bai-viet/2019/", .item(item))],
                on: portal.province.id,
                by: portal.by("chief")
            )
            #expect(try await portal.get("/chuyen-muc-cu/").location == "/tin-tuc/")
            #expect(try await portal.get("/chuyen-muc-cu/", host: TestPortal.departmentHost).status == 404)
            await #expect(throws: PublishingRefusal.self) {
                try await portal.publishing.addOldAddresses([("/a/", .path("/a/"))], on: portal.province.id, by: portal.by("chief"))
            }
            await #expect(throws: PublishingRefusal.self) {
                try await portal.publishing.addOldAddresses([("/a/", .path("//evil.example/"))], on: portal.province.id, by: portal.by("chief"))
            }
        }
    }

    /// Portals of other makers have addresses of their own shapes; they must be found as they were.
    @Test(arguments: [
        "/vi/news/tin-tuc-su-kien/hoi-nghi-123.html", "/Default.aspx?sid=4&pageid=467", "/bai-viet/2019", "/web/guest/tin-tuc/-/view/5",
    ])
    func addressesOfOtherSystemsLeadOn(old: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let item = try await portal.publish(FullArticle.short("Bài cũ"), in: portal.news).item
            try await portal.publishing.addOldAddresses([(old, .item(item))], on: portal.province.id, by: portal.by("chief"))
            let answer = try await portal.get(old)
            #expect(answer.status == 301)
            #expect(answer.location == "/-/\(item)")
        }
    }

    @Test(
        arguments: [
            ("/tin-tuc/?trang=0", 404), ("/tin-tuc/?trang=abc", 404), ("/tin-tuc/?trang=-1", 404), ("/tin-tuc/?trang=01", 404),
            ("/tin-tuc/?trang=", 404), ("/tin-tuc/?trang=3", 404), ("/tin-tuc/?trang=99999999999999999999", 404), ("/tin-tuc/?trang=2", 200),
            ("/tin-tuc/?trang=1", 301), ("/tin-tuc/?trang=2&trang=2", 404), ("/tin-tuc", 301), ("/TIN-TUC/", 301), ("/tu-khoa/thu?trang=0", 404),
            ("/tu-khoa/thu?trang=abc", 404), ("/tu-khoa/thu?trang=3", 404), ("/tu-khoa/thu?trang=2", 200), ("/tu-khoa/khong-co", 404),
            ("/tu-khoa/%3Cscript%3E", 404), ("/tac-gia/khong-co", 404), ("/tac-gia/\(TestPortal.penName)", 404), ("/luu-tru", 302),
            ("/luu-tru/2026/13/", 404), ("/luu-tru/2026/00/", 404), ("/luu-tru/0000/01/", 404), ("/luu-tru/2026/2/30", 404),
            ("/luu-tru/99999/01/", 404),
            ("/luu-tru/2026/02/30", 404), ("/luu-tru/-2026/02/", 404), ("/luu-tru/1990/01/01", 404), ("/chuyen-trang/khong-co/", 404),
            ("/chuyen-trang/tin-tuc/", 404), ("/phong-chong-thien-tai/", 301),
            ("/chuyen-trang/phong-chong-thien-tai/?trang=2", 404),
        ])
    func lists(target: String, status: Int) async throws {
        try await TestPortal.with(.sqlite) { portal in
            try await portal.fill(40, portal.news, tags: ["Thử"])
            let answer = try await portal.get(target)
            #expect(answer.status == status, "\(target)")
            #expect(answer.headers[.cacheControl] != nil)
            if target == "/phong-chong-thien-tai/" { #expect(answer.location == "/chuyen-trang/phong-chong-thien-tai/") }
        }
    }

    @Test func listsPointToTheirNeighbours() async throws {
        try await TestPortal.with(.sqlite) { portal in
            try await portal.fill(45, portal.news)
            let middle = try await portal.get("/tin-tuc/?trang=2").body
            #expect(middle.contains("<link rel=\"canonical\" href=\"https://anson.test/tin-tuc/?trang=2\">"))
            #expect(middle.contains("<link rel=\"prev\" href=\"https://anson.test/tin-tuc/\">"))
            #expect(middle.contains("<link rel=\"next\" href=\"https://anson.test/tin-tuc/?trang=3\">"))
            #expect(middle.contains("Tin số 20<") && !middle.contains("Tin số 19<") && !middle.contains("Tin số 40<"))
            let last = try await portal.get("/tin-tuc/?trang=3").body
            #expect(!last.contains("rel=\"next\"") && last.contains("Tin số 44<"))
        }
    }

    @Test func answersMayBeKept() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let item = try await portal.publish(FullArticle.short("Bài"), in: portal.news).item
            for target in ["/", "/tin-tuc/", try await portal.path(item), "/so-do-trang", "/gioi-thieu"] {
                let answer = try await portal.get(target)
                let tag = try #require(answer.headers[.eTag])
                let again = try await portal.get(target, headers: [.ifNoneMatch: tag])
                #expect(again.status == 304 && again.body.isEmpty, "\(target)")
                let head = try await portal.get(target, method: .head)
                #expect(head.status == 200 && head.body.isEmpty && head.headers[.eTag] == tag, "\(target)")
            }
            for method in [HTTPRequest.Method.post, .put, .delete] {
                #expect(try await portal.get(try await portal.path(item), method: method).status == 405)
            }
            // What changes, changes its tag.
            let before = try await portal.get("/").headers[.eTag]
            try await portal.publish(FullArticle.short("Bài hai"), in: portal.news)
            #expect(try await portal.get("/").headers[.eTag] != before)
        }
    }

    @Test(arguments: ["/", "/tin-tuc/", "/so-do-trang", "/lien-he", "/tu-khoa/x"])
    func unknownHostsLearnNothing(target: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let item = try await portal.publish(FullArticle.short("Tin riêng"), in: portal.news).item
            for path in [target, try await portal.path(item), "/-/\(item)"] {
                let answer = try await portal.get(path, host: "la.example")
                #expect(answer.status == 421)
                for word in ["An Sơn", "anson", "Tin riêng", "Sở Y tế", "Cầu Nối"] { #expect(!answer.body.contains(word)) }
                #expect(answer.location == nil)
            }
        }
    }
}
