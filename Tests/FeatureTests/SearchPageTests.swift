import Foundation
import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Search
import Store
import Testing
import Vietnamese
import Web

/// Search through the whole public face, on both engines.
@Suite("Search pages")
struct SearchPageTests {
    static func article(_ title: String, _ text: String, tags: [String] = []) -> Article {
        Article(title: title, standfirst: "Tóm lược của \(title).", body: RichText([.paragraph([.text(text)])]), tags: tags)
    }

    static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }

    @Test(
        "an article is found after its publication, moves with its section and text, and is gone when it is taken back",
        arguments: Backend.available
    )
    func life(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let published = try await portal.publish(Self.article("Thủ tục cấp căn cước", "Người dân nộp <hồ sơ> tại Uỷ ban."), in: portal.economy)
            try await portal.followSearch()
            func search(_ more: String) async throws -> String { try await portal.get("/tim-kiem?q=\(more)").body }
            let page = try await portal.get("/tim-kiem?q=" + Self.encoded("thủ tục căn cước"))
            #expect(page.status == 200)
            #expect(page.body.contains("<mark>Thủ tục</mark>") && page.body.contains("/kinh-te/thu-tuc-cap-can-cuoc-\(published.item)"))
            #expect(page.body.contains("noindex") && page.headers[.cacheControl] == "no-store")
            #expect(RegionAudit.findings(in: page.body) == [])
            #expect(try await search("ho+so").contains("&lt;<mark>hồ sơ</mark>&gt;"))
            #expect(try await search("can+cuoc&chuyen-muc=tin-tuc").contains("can-cuoc-\(published.item)"))
            #expect(try await search("can+cuoc&chuyen-muc=phong-chong-thien-tai").contains("can-cuoc-\(published.item)") == false)
            #expect(try await search("can+cuoc&loai=page").contains("can-cuoc-\(published.item)") == false)

            try await portal.publishAgain(
                published.item,
                Self.article("Thủ tục mới", "Văn bản thay thế."),
                in: portal.economy,
                as: .update,
                note: "Sửa"
            )
            // Before the index follows, the gate shows the present card and not the words of the former edition.
            let between = try await search("can+cuoc")
            #expect(between.contains("Thủ tục mới") && !between.contains("hồ sơ"))
            try await portal.followSearch()
            #expect(try await search("can+cuoc").contains("thu-tuc-moi") == false)
            #expect(try await search("van+ban+thay+the").contains("thu-tuc-moi-\(published.item)"))

            try await portal.publishing.withdraw(published.item, because: .superseded, note: nil, by: portal.by("chief"))
            // Already before the index follows nothing of it is shown.
            #expect(try await search("van+ban+thay+the").contains("thu-tuc-moi") == false)
            try await portal.followSearch()
            #expect(try await portal.index.statistics().documents == 0)
        }
    }

    @Test("one portal, its subtree, the whole installation", arguments: Backend.available)
    func scopes(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await portal.publish(Self.article("Tiêm chủng ở tỉnh", "Tin của tỉnh."), in: portal.news)
            try await portal.publish(Self.article("Tiêm chủng ở sở", "Tin của sở."), in: portal.ward)
            try await portal.followSearch()
            func count(_ query: String, _ host: String) async throws -> Int {
                try await portal.get("/tim-kiem?q=tiem+chung" + query, host: host).body.matches(of: /<article class="result">/).count
            }
            let (main, part) = (TestPortal.host, TestPortal.departmentHost)
            #expect(try await count("", main) == 1)
            #expect(try await count("&pham-vi=nhanh", main) == 2)
            #expect(try await count("", part) == 1)
            #expect(try await count("&pham-vi=nhanh", part) == 1)
            #expect(try await count("&pham-vi=tat-ca", part) == 2)
            let wide = try await portal.get("/tim-kiem?q=tiem+chung&pham-vi=nhanh").body
            #expect(wide.contains("https://\(part)/tin-nganh/") && wide.contains("Sở Y tế"))
            #expect(RegionAudit.findings(in: wide) == [])
        }
    }

    @Test("suggestions: titles, tags, sections; JSON that a script may trust", arguments: Backend.available)
    func suggestions(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let published = try await portal.publish(Self.article("Lịch tiêm chủng \"mùa đông\"", "Nội dung.", tags: ["Tiêm chủng"]), in: portal.news)
            try await portal.followSearch()
            func ask(_ text: String) async throws -> [[String: String]] {
                let answer = try await portal.get("/tim-kiem/goi-y?q=" + Self.encoded(text))
                #expect(answer.status == 200 && answer.headers[.contentType] == "application/json; charset=utf-8")
                let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
                return try #require(json["suggestions"] as? [[String: String]])
            }
            let found = try await ask("tiêm chu")
            #expect(found.contains { $0["type"] == "tag" && $0["href"] == "/tu-khoa/tiem-chung" })
            #expect(
                found.contains {
                    $0["type"] == "title" && $0["href"]?.hasSuffix("\(published.item)") == true && $0["text"] == "Lịch tiêm chủng \"mùa đông\""
                }
            )
            #expect(try await ask("kinh t").contains { $0["type"] == "section" && $0["href"] == "/kinh-te/" })
            #expect(try await ask("") == [])
            #expect(try await ask(String(repeating: "a", count: 900)) == [])
        }
    }

    @Test("recommended results stand first; popular and missed queries are counted without readers", arguments: Backend.available)
    func notes(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let plain = try await portal.publish(Self.article("Đăng ký kết hôn", "Nộp tại xã."), in: portal.news)
            let guide = try await portal.publish(Self.article("Cẩm nang công dân", "Mọi thủ tục."), in: portal.news)
            try await portal.followSearch()
            try await portal.notes.promote(guide.item, for: "Đăng ký kết hôn", on: portal.province.id)
            func page(_ text: String) async throws -> String { try await portal.get("/tim-kiem?q=" + Self.encoded(text)).body }
            let found = try await page("dang ky ket hon")
            let first = try #require(found.range(of: "\(guide.item)"))
            let second = try #require(found.range(of: "dang-ky-ket-hon-\(plain.item)"))
            #expect(first.lowerBound < second.lowerBound)
            try await portal.notes.demote(nil, for: "đăng ký kết hôn", on: portal.province.id)
            #expect(try await page("dang ky ket hon").contains("\(guide.item)") == false)

            for _ in 0..<6 { _ = try await page("ket hon") }
            for _ in 0..<2 { _ = try await page("không ai viết về điều này") }
            _ = try await page("0912 345 678")
            await portal.notes.flush()
            await portal.notes.refresh()
            let misses = try await portal.notes.misses(on: portal.province.id, days: 2, limit: 10)
            #expect(misses.first?.query == "không ai viết về điều này" && misses.first?.missed == 2)
            #expect(misses.allSatisfy { !$0.query.contains("0912") })
            #expect(try await portal.get("/tim-kiem").body.contains("ket hon"))
            #expect(portal.notes.popular(beginning: "ke", on: portal.province.id, limit: 3) == ["ket hon"])

            #expect(try await page("đkkh").contains("dang-ky-ket-hon") == false)
            try await portal.notes.setSynonym("ĐKKH", "đăng ký kết hôn")
            #expect(try await page("đkkh").contains("dang-ky-ket-hon"))
            let forgot = try await portal.notes.forgetSynonym("ĐKKH")
            #expect(forgot)
        }
    }

    @Test(
        "bad input gets an answer that fits it",
        arguments: [
            ("/tim-kiem", 200), ("/tim-kiem?q=", 200), ("/tim-kiem?q=...", 200), ("/tim-kiem?q=AND+OR+NOT", 200), ("/tim-kiem?q=%22", 200),
            ("/tim-kiem?q=(a*b)%5E%7B", 200), ("/tim-kiem?q=%FF%FE", 400), ("/tim-kiem?q=%00", 400), ("/tim-kiem?q=%zz", 400),
            ("/tim-kiem?q=a&trang=1000000000", 404), ("/tim-kiem?q=a&trang=0", 404), ("/tim-kiem?q=a&trang=x", 404), ("/tim-kiem?q=a&trang=2", 404),
            ("/tim-kiem?q=a&loai=nothing&tu=yesterday&den=31/02/2026&pham-vi=x&ngon-ngu=xx&sap-xep=y", 200),
            ("/tim-kiem?q=a&chuyen-muc=khong-co", 200),
            ("/tim-kiem?q=a" + String(repeating: "&loai=news", count: 300), 200), ("/tim-kiem?q=" + String(repeating: "a", count: 100_000), 414),
            ("/tim-kiem?q=" + String(repeating: "va+", count: 1_000), 200), ("/tim-kiem?q=%3Cscript%3Ealert(1)%3C/script%3E", 200),
            ("/tim-kiem/goi-y", 200), ("/tim-kiem/goi-y?q=%22%5C", 200), ("/tim-kiem/goi-y?q=%FF", 400),
            ("/tim-kiem?q=a%0Ab&tu=2026-01-01&den=2025-01-01", 200), ("/tim-kiem?q=x&q=y&q=z", 200),
        ]
    )
    func bad(_ target: String, _ status: Int) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let answer = try await portal.get(target)
            #expect(answer.status == status)
            #expect(!answer.body.contains("<script>alert"))
            if status == 200, answer.body.hasPrefix("<!DOCTYPE") { #expect(RegionAudit.findings(in: answer.body) == []) }
        }
    }

    @Test("an index that is gone under the running program is no fault of the page", arguments: Backend.available)
    func broken(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await portal.publish(Self.article("Tin thường", "Nội dung."), in: portal.news)
            await portal.index.close()
            let page = try await portal.get("/tim-kiem?q=tin")
            #expect(page.status == 200 && page.body.contains("search-notice"))
            #expect(try await portal.get("/tim-kiem/goi-y?q=tin").status == 200)
        }
    }

    @Test(
        "the index catches up from its cursor in batches, begins anew with another record, and a rebuild comes to the same",
        arguments: Backend.available
    )
    func follows(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await portal.fill(90, portal.news, titled: "Tin thử")
            let follower = SearchFollower(
                portal.index,
                database: portal.database,
                reader: portal.reader,
                clock: portal.clock.clock,
                logger: TestPortal.logger,
                batch: 17
            )
            try await follower.catchUp()
            let first = try await portal.index.statistics()
            #expect(first.documents == 90)
            try await follower.catchUp()
            try await follower.rebuild()
            let second = try await portal.index.statistics()
            #expect(second.documents == 90 && second.cursor == first.cursor && second.words == first.words)
            #expect(try await portal.get("/tim-kiem?q=tin+thu+7").body.contains("Tin</mark> <mark>") == false)
            // A database restored from an older backup.
            let before = second.cursor
            try await portal.database.write { db in
                try db.execute("UPDATE event SET at = at + 1 WHERE seq = \(before)")
            }
            try await follower.catchUp()
            #expect(try await portal.index.statistics().documents == 90)
        }
    }
}
