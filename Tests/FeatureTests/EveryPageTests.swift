import News
import Pages
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Testing
import Vietnamese
import Web

@Suite("Every kind of page")
struct EveryPageTests {
    /// Each page is built of regions, has one h1 and headings in order, and is the same bytes twice.
    @Test(arguments: Backend.available)
    func keepsTheRulesOfPages(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let full = try await portal.publishFullArticle()
            try await portal.fill(45, portal.news, tags: ["Đầu tư"])
            let page = try await portal.publish(
                StaticPage(
                    title: "Chức năng, nhiệm vụ",
                    summary: "Theo quyết định.",
                    body: RichText([.heading(Heading(level: 2, text: ["Chức năng"])), .paragraph(["Tham mưu."])])
                ),
                in: Place(site: portal.province.id)
            )
            try await portal.publishing.feature([full.id], on: portal.province.id, by: portal.by("chief"))
            let day = portal.clock.now.civilDate
            let month = day.month < 10 ? "0\(day.month)" : "\(day.month)"
            let two = day.day < 10 ? "0\(day.day)" : "\(day.day)"
            var targets: [(String, String)] = [
                ("home", "/"), ("section", "/tin-tuc/"), ("its second page", "/tin-tuc/?trang=2"), ("its last page", "/tin-tuc/?trang=3"),
                ("a section below", "/kinh-te/"), ("tag", "/tu-khoa/dau-tu"), ("second page of a tag", "/tu-khoa/dau-tu?trang=2"),
                ("author", "/tac-gia/nguyen-thi-hoa-\(TestPortal.penName)"), ("month", "/luu-tru/\(day.year)/\(month)/"),
                ("day", "/luu-tru/\(day.year)/\(month)/\(two)"), ("a month without anything", "/luu-tru/1999/01/"), ("site map", "/so-do-trang"),
                ("topic site", "/chuyen-trang/phong-chong-thien-tai/"), ("introduction", "/gioi-thieu"), ("contact", "/lien-he"),
                ("privacy", "/bao-ve-du-lieu"), ("cases in numbers", "/phan-anh-kien-nghi/thong-ke"),
            ]
            targets.append(("article", try await portal.path(full.id)))
            targets.append(("print view", try await portal.path(full.id) + "?in=1"))
            targets.append(("static page", try await portal.path(page.item)))
            targets.append(("print view of a static page", try await portal.path(page.item) + "?in=1"))
            for (name, target) in targets {
                let answer = try await portal.get(target)
                PageAudit.check(answer, name)
                #expect(try await portal.get(target).body == answer.body, "\(name): not the same twice")
            }
            let text = try await ArticlePageTests.commitment(ofPage: portal.get(try await portal.path(page.item)).body, portal)
            #expect(text == (try await portal.shown(page.item))?.textCommitment)
        }
    }

    @Test func errorsKeepThemToo() async throws {
        try await TestPortal.with(.sqlite) { portal in
            PageAudit.check(try await portal.get("/khong-co/"), status: 404, "not found")
            let article = try await portal.publish(FullArticle.short("Sẽ gỡ"), in: portal.news)
            let path = try await portal.path(article.item)
            try await portal.publishing.withdraw(article.item, because: .error, note: "Sai số liệu <45>.", by: portal.by("chief"))
            let gone = try await portal.get(path)
            PageAudit.check(gone, status: 410, "gone")
            #expect(gone.body.contains("Sai số liệu &lt;45"))
        }
    }

    /// A portal on its first day: nothing published, and every page it has is whole.
    @Test(arguments: ["/", "/so-do-trang", "/gioi-thieu", "/lien-he", "/bao-ve-du-lieu", "/luu-tru/2026/11/"])
    func emptyPortalsKeepThemToo(target: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let answer = try await portal.get(target, host: TestPortal.emptyHost)
            PageAudit.check(answer, "\(target)")
            #expect(answer.body.contains("Xã Trống"))
            if target == "/" { #expect(answer.body.contains("Cổng đang được chuẩn bị nội dung")) }
        }
    }

    /// An empty section says so; its second page does not exist.
    @Test func emptySection() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let answer = try await portal.get("/kinh-te/")
            PageAudit.check(answer, "an empty section")
            #expect(answer.body.contains("Chưa có tin bài nào trong mục này."))
            #expect(try await portal.get("/kinh-te/?trang=2").status == 404)
        }
    }

    /// The English portal says nothing in Vietnamese that the program itself says.
    @Test func speaksThePortalsLanguage() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let article = try await portal.publish(FullArticle.short("Investment conference", "The province invites."), in: portal.englishNews)
            let path = try await portal.path(article.item, on: portal.english.id)
            for target in ["/", "/news/", path, "/so-do-trang", "/gioi-thieu", "/lien-he", "/bao-ve-du-lieu"] {
                let answer = try await portal.get(target, host: TestPortal.englishHost)
                PageAudit.check(answer, language: "en", target)
                for word in ["Trang chủ", "Ngày đăng", "Lượt xem", "Tin khác", "Chia sẻ", "Sơ đồ trang", "Giới thiệu", "Thứ Sáu"] {
                    #expect(!answer.body.contains(word), "\(target): \(word)")
                }
            }
        }
    }
}
