import Casework
import Foundation
import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Web

@Suite("What readers say of pages") struct RatingTests {
    static func article(_ portal: TestPortal, _ title: String = "Tin có chỗ sai") async throws -> ItemID {
        let article = Article(title: title, body: RichText([.paragraph([.text("Một đoạn tin.")])]))
        return try await portal.publish(article, in: portal.news).item
    }

    static func rate(_ portal: TestPortal, _ item: ItemID, _ answer: String, cross: Bool = false) async throws -> Browser.Answer {
        let ticket = try await CasePageTests.ticket(portal, "/danh-gia?bai=\(item)")
        portal.clock.advance(seconds: 5)
        let (type, bytes) = CasePageTests.multipart(["_": ticket, "bai": "\(item)", "huu-ich": answer])
        var headers: HTTPFields = [.contentType: type]
        if cross, let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "cross-site" }
        return try await portal.browser.send("/danh-gia", method: .post, host: TestPortal.host, headers: headers, bytes: bytes)
    }

    @Test("from the foot of a page to the sums of a day, and nothing of who said it", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await Self.article(portal)
            let path = try await portal.path(item)
            let before = try await portal.get(path)
            #expect(before.body.contains("href=\"/danh-gia?bai=\(item)\""))
            for answer in ["0", "0", "1"] {
                let said = try await Self.rate(portal, item, answer)
                #expect(said.status == 200 && said.headers[.setCookie] == nil && said.headers[.cacheControl] == "no-store")
            }
            // The page is the same bytes for everybody, rated or not.
            let after = try await portal.get(path)
            #expect(after.body == before.body && after.headers[.eTag] == before.headers[.eTag])
            let ratings = PageRatings(database: portal.database, clock: portal.clock.clock)
            let worst = try await ratings.worst(on: [portal.province.id], limit: 10)
            #expect(worst.map(\.useless) == [2] && worst.map(\.useful) == [1] && worst.map(\.item) == [item])
            let rows = try await portal.database.read { try $0.rows("SELECT * FROM page_rating") }
            #expect(rows.count == 1 && rows[0].values.count == 5)
            // Another day is another sum; after ninety none counts.
            portal.clock.advance(seconds: 86_400)
            _ = try await Self.rate(portal, item, "0")
            let days = try await portal.database.read { try $0.value("SELECT count(*) FROM page_rating", as: Int.self) }
            #expect(days == 2)
            portal.clock.advance(seconds: 95 * 86_400)
            #expect(try await ratings.worst(on: [portal.province.id], limit: 10).isEmpty)
        }
    }

    @Test("what is no page, no form of ours, too quick, too much, or another site's is not counted")
    func refused() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let item = try await Self.article(portal)
            for bad in ["", "x", "0000000000000"] { #expect(try await portal.get("/danh-gia?bai=\(bad)").status == 404) }
            let ticket = try await CasePageTests.ticket(portal, "/danh-gia?bai=\(item)")
            let fields = ["_": ticket, "bai": "\(item)", "huu-ich": "0"]
            #expect(try await CasePageTests.post(portal, "/danh-gia", fields).status == 422)
            portal.clock.advance(seconds: 10)
            #expect(try await CasePageTests.post(portal, "/danh-gia", fields.merging(["huu-ich": "5"]) { $1 }).status == 400)
            #expect(try await CasePageTests.post(portal, "/danh-gia", fields.merging(["_": "abc"]) { $1 }).status == 422)
            #expect(try await CasePageTests.post(portal, "/danh-gia", fields.merging(["bai": "khong"]) { $1 }).status == 404)
            #expect(try await Self.rate(portal, item, "0", cross: true).status == 403)
            let none = try await portal.database.read { try $0.value("SELECT count(*) FROM page_rating", as: Int.self) }
            #expect(none == 0)
            var taken = 0
            for _ in 0..<40 where try await CasePageTests.post(portal, "/danh-gia", fields).status == 200 { taken += 1 }
            #expect(taken == 30)
        }
    }

    @Test("an error on a page becomes a case that names the page", arguments: Backend.available)
    func report(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await Self.article(portal)
            let path = try await portal.path(item)
            #expect(try await portal.get("/danh-gia?bai=\(item)").body.contains("/phan-anh-kien-nghi/loi-trang?bai=\(item)"))
            let form = try await portal.get("/phan-anh-kien-nghi/loi-trang?bai=\(item)")
            #expect(form.status == 200 && form.body.contains("https://anson.test" + path) && form.body.contains("Tin có chỗ sai"))
            #expect(try await portal.get("/phan-anh-kien-nghi/loi-trang?bai=khong").status == 200)
            var fields = ["title": "Lỗi ở trang: Tin có chỗ sai", "text": "Trang có lỗi: https://anson.test\(path)\n\nSố liệu dân số đã cũ."]
            fields["_"] = String(try #require(form.body.firstMatch(of: #/name="_" value="([0-9a-f]+)"/#)).output.1)
            portal.clock.advance(seconds: 30)
            let receipt = try await CasePageTests.post(portal, "/phan-anh-kien-nghi/loi-trang", fields)
            #expect(receipt.status == 200)
            let row = try await portal.database.read { try $0.row("SELECT track, rule FROM case_file") }
            let (track, rule): (String, String?) = try #require(try row.map { (try $0[0], try $0[1]) })
            #expect(track == "page-error" && rule == "house-error-report")
        }
    }

    @Test("the desk lists the worst, and shows people their own", arguments: Backend.available)
    func desk(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            let (bad, good) = (try await Self.article(portal, "Tin khó hiểu"), try await Self.article(portal, "Tin dễ hiểu"))
            for answer in ["0", "0", "0"] { _ = try await Self.rate(portal, bad, answer) }
            for answer in ["0", "1", "1", "1"] { _ = try await Self.rate(portal, good, answer) }
            try await place.person("thu-ky", .deskSecretary, on: portal.province)
            let secretary = try await place.signedIn("thu-ky")
            let list = try await secretary.get("/desk/cong/an-son/danh-gia")
            let (first, second) = (list.body.range(of: "Tin khó hiểu"), list.body.range(of: "Tin dễ hiểu"))
            #expect(list.status == 200)
            let (worse, better) = (try #require(first), try #require(second))
            #expect(worse.lowerBound < better.lowerBound)
            #expect(try await !secretary.get("/desk/cong/an-son").body.contains("Tin khó hiểu"))
            let own = PageRatings(database: portal.database, clock: portal.clock.clock)
            let reporter = try #require(portal.people["reporter"])
            #expect(try await own.worst(on: [portal.province.id], of: reporter, limit: 5).map(\.item) == [bad, good])
            #expect(try await own.worst(on: [portal.province.id], of: PersonID(rawValue: 7), limit: 5).isEmpty)
        }
    }
}
