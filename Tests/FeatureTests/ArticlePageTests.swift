import Foundation
import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import RichText
import Testing
import Web

@Suite("The page of an article")
struct ArticlePageTests {
    /// What any reader can do with a saved page: read the region, hash it with the salt the page names, compare with the record.
    static func commitment(ofPage html: String, _ portal: TestPortal) throws -> String {
        let tree = portal.tree
        let text = try #require(try CanonicalText { tree.site(host: $0) != nil }.text(ofPage: html))
        let salt = try #require(PageAudit.values(of: "data-salt", in: html).first)
        let digits = Array(salt.utf8)
        try #require(digits.count == 64)
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
        return Commitment(.text, salt: try #require(Salt(bytes)), Array(text.utf8)).hex
    }

    @Test(arguments: Backend.available)
    func readsAsItWasCommitted(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let full = try await portal.publishFullArticle()
            let path = try await portal.path(full.id)
            let first = try await portal.get(path)
            PageAudit.check(first, "the article")
            #expect(try Self.commitment(ofPage: first.body, portal) == (try await portal.shown(full.id))?.textCommitment)
            // Every block is to be seen, and nothing of the text is taken for markup.
            for text in [
                "Kinh tế - Xã hội", "&lt;b", "Dòng thứ hai", "Kết quả nổi bật", "Theo lĩnh vực", "Du lịch", "đồng hành", "1.234,5",
                "Đại biểu dự hội nghị",
                "Một số hình ảnh", "youtube.com/watch", "Danh mục dự án", "Mã số:  01", "Nguyễn Thị Hòa, Lê Đức", "Báo tỉnh", "bao.example.org",
                "Trần B",
            ] { #expect(first.body.contains(text), "\(text)") }
            #expect(first.body.contains("href=\"/-/\(full.cited)\""))
            // Foreign links carry the marks of foreign links, our own portals' do not.
            let foreign = try #require(PageAudit.tags("a", in: first.body).first { $0.contains("https://example.org/a?b=1&amp;c=2") })
            #expect(foreign.contains("nofollow") && foreign.contains("ugc") && foreign.contains("noopener"))
            let own = try #require(PageAudit.tags("a", in: first.body).first { $0.contains("https://soyte.anson.test/tin-nganh/") })
            #expect(!own.contains("nofollow"))
            // The same bytes for whoever asks, and the same again.
            #expect(try await portal.get(path).body == first.body)

            // An update, then a correction: the note stands in the region and in the commitment.
            var article = full.article
            article.standfirst = "Sapo đã sửa."
            for (operation, note, label) in [
                (Operation.update, "Bổ sung số liệu.", "Nội dung cập nhật:"), (.correct, "Số dự án là 45, không phải 54.", "Đính chính:"),
            ] {
                portal.clock.advance(seconds: 3600)
                try await portal.publishAgain(full.id, article, in: portal.economy, as: operation, note: note)
                let page = try await portal.get(path)
                PageAudit.check(page, "after \(operation)")
                #expect(page.body.contains(note) && page.body.contains(label))
                #expect(page.body.contains("Cập nhật lúc:"))
                #expect(try Self.commitment(ofPage: page.body, portal) == (try await portal.shown(full.id))?.textCommitment, "\(operation)")
            }
        }
    }

    /// The look, the print view and the words around it change; the committed text does not.
    @Test func readsTheSameInPrintAndUnderAnotherLook() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let full = try await portal.publishFullArticle()
            let path = try await portal.path(full.id)
            let committed = try await portal.shown(full.id)?.textCommitment
            let print = try await portal.get(path + "?in=1")
            PageAudit.check(print, "the print view")
            #expect(print.body.contains("<meta name=\"robots\" content=\"noindex\">"))
            #expect(print.body.contains("<link rel=\"canonical\" href=\"https://anson.test\(path)\">"))
            #expect(!print.body.contains("Tin khác"))
            #expect(try Self.commitment(ofPage: print.body, portal) == committed)
            try await Sites.setLook(
                Look(primary: "#003366", slogan: "Vì nhân dân"),
                of: portal.province.id,
                version: portal.province.version,
                in: portal.database
            )
            try await portal.refresh()
            #expect(try Self.commitment(ofPage: try await portal.get(path).body, portal) == committed)
        }
    }

    /// One changed letter, one added link, one link that leads elsewhere: each is noticed.
    @Test func noticesWhatWasChangedOnTheWay() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let full = try await portal.publishFullArticle()
            let html = try await portal.get(try await portal.path(full.id)).body
            let committed = try await portal.shown(full.id)?.textCommitment
            for (old, new) in [
                ("1.234,5", "1.234,6"), ("example.org/a", "example.net/a"),
                ("Theo lĩnh vực", "Theo lĩnh vực <a href=\"https://ca-do.example\">cá độ</a>"),
                ("alt=\"Toàn cảnh hội nghị\"", "alt=\"Khác\""), ("Lê Đức", "Lê Đúc"),
            ] {
                let changed = html.replacing(old, with: new)
                try #require(changed != html, "\(old)")
                #expect(try Self.commitment(ofPage: changed, portal) != committed, "\(old)")
            }
            let outside = html.replacing("<footer", with: "<p>xổ số</p><footer", maxReplacements: 1)
            #expect(RegionAudit.findings(in: html.replacing("</body>", with: "<p>cá độ</p></body>")).count == 1)
            #expect(outside != html)
        }
    }

    /// Everything a reader of such portals expects around the text.
    @Test func hasWhatReadersExpect() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let full = try await portal.publishFullArticle()
            let path = try await portal.path(full.id)
            let html = try await portal.get(path).body
            for text in ["Tin liên quan", "Bài trước về đầu tư", "In trang này", "Mã QR", "<svg", "Lượt xem:", "Ngày đăng:", "Phòng chống thiên tai"]
            {
                #expect(html.contains(text), "\(text)")
            }
            #expect(html.contains("href=\"/tu-khoa/dau-tu\"") && html.contains("href=\"/tac-gia/nguyen-thi-hoa-\(TestPortal.penName)\""))
            #expect(html.contains("href=\"/chuyen-trang/phong-chong-thien-tai/\""))
            #expect(html.contains("property=\"og:image\" content=\"https://anson.test/files/\(full.files.picture.id)/hoi-nghi.png\""))
            // What machines read is valid JSON and says the same.
            let json = try #require(
                html.components(separatedBy: "<script type=\"application/ld+json\">").last?.components(separatedBy: "</script>").first
            )
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            #expect(object["@type"] as? String == "NewsArticle")
            #expect(object["headline"] as? String == full.article.title)
        }
    }

    /// Addresses of files on the page lead to the files.
    @Test(arguments: Backend.available)
    func showsItsFiles(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let full = try await portal.publishFullArticle()
            let html = try await portal.get(try await portal.path(full.id)).body
            let addresses = Set((PageAudit.values(of: "src", in: html) + PageAudit.values(of: "href", in: html)).filter { $0.hasPrefix("/files/") })
            #expect(addresses.count == 4, "picture, document, film, captions")
            for address in addresses {
                var answer = try await portal.get(address)
                if answer.status == 301 { answer = try await portal.get(try #require(answer.location)) }
                #expect(answer.status == 200, "\(address)")
            }
            // The lead picture and those of the body need no second question.
            for image in PageAudit.tags("img", in: html) where image.contains("/files/") {
                #expect(image.contains("/hoi-nghi.png\""), "\(image)")
            }
        }
    }
}
