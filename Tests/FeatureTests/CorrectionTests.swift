import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Testing
import Web

/// What was corrected stands on a page of its own, and for a while on the front page.
@Suite("Corrections") struct CorrectionTests {
    @Test("a correction is listed, on the front page for fifteen days, and goes when its article goes", arguments: Backend.available)
    func list(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            #expect(try await portal.get("/cai-chinh").status == 200)
            let wrong = Article(title: "Cầu Sắt thông xe ngày 3/12", body: RichText([.paragraph([.text("Sai ngày.")])]))
            let live = try await portal.publish(wrong, in: portal.news)
            _ = try await portal.publish(Article(title: "Tin khác", body: RichText([.paragraph([.text("Đúng.")])])), in: portal.news)
            #expect(try await !portal.get("/").body.contains("Thông tin cải chính"))
            let right = Article(title: "Cầu Sắt thông xe ngày 5/12", body: wrong.body)
            _ = try await portal.publishAgain(live.item, right, in: portal.news, as: .correct, note: "Ngày thông xe là 5/12.")
            let page = try await portal.get("/cai-chinh")
            #expect(page.body.contains("Cầu Sắt thông xe ngày 5/12") && !page.body.contains("Tin khác"))
            #expect(try await portal.get("/").body.contains("Thông tin cải chính, xin lỗi"))
            #expect(try await portal.reader.corrected(on: portal.department.id, page: 1).cards.isEmpty)
            portal.clock.advance(seconds: 15 * 86_400 + 60)
            #expect(try await !portal.get("/").body.contains("Thông tin cải chính"))
            #expect(try await portal.get("/cai-chinh").body.contains("Cầu Sắt"), "the page keeps it")
            try await portal.publishing.withdraw(live.item, because: .error, note: nil, by: portal.by("chief"))
            #expect(try await !portal.get("/cai-chinh").body.contains("Cầu Sắt"))
        }
    }
}
