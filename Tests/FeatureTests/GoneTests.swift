import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import Publishing
import Testing
import Web

@Suite("What was taken back")
struct GoneTests {
    @Test(arguments: Backend.available)
    func withdrawnSaysWhyAndComesBackWhole(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await portal.publish(FullArticle.short("Thông báo mật Alpha", "Nội dung mật Beta.", tags: ["Thẻ Gamma"]), in: portal.news)
                .item
            let path = try await portal.path(item)
            let before = try await portal.get(path).body
            try await portal.publishing.withdraw(item, because: .superseded, note: "Đã có văn bản mới.", by: portal.by("chief"))
            for target in [path, path + "?in=1", "/-/\(item)", "/tin-tuc/\(item)", "/kinh-te/khac-\(item)"] {
                let answer = try await portal.get(target)
                #expect(answer.status == 410, "\(target)")
                #expect(answer.body.contains("Đã có văn bản mới.") && answer.body.contains("20/11/2026") || answer.body.contains("21/11/2026"))
                #expect(!answer.body.contains("Beta") && !answer.body.contains("Alpha"))
            }
            for target in ["/", "/tin-tuc/", "/so-do-trang"] { #expect(!(try await portal.get(target).body.contains("Alpha")), "\(target)") }
            #expect(try await portal.get("/tu-khoa/the-gamma").status == 404)
            try await portal.publishing.restore(item, by: portal.by("chief"))
            #expect(try await portal.get(path).body == before)
            #expect(try await portal.get("/tu-khoa/the-gamma").status == 200)
        }
    }

    /// Without a sentence the code is said, in the language of the portal.
    @Test(
        arguments: [
            (WithdrawalCode.error, "Nội dung có sai sót.", "The content was wrong."),
            (.superseded, "Nội dung đã được thay thế.", "The content has been superseded."),
            (.expired, "Nội dung đã hết thời hạn đăng tải.", "The time of publication has passed."),
            (.legal, "Thực hiện theo quy định của pháp luật.", "As required by law."),
            (.personal, "Bảo vệ dữ liệu cá nhân.", "To protect personal data."),
        ])
    func reasonsInTheLanguageOfThePortal(code: WithdrawalCode, vietnamese: String, english: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            for (section, host, reason) in [(portal.news, TestPortal.host, vietnamese), (portal.englishNews, TestPortal.englishHost, english)] {
                let item = try await portal.publish(FullArticle.short("Alpha"), in: section).item
                try await portal.publishing.withdraw(item, because: code, note: nil, by: portal.by("chief"))
                #expect(try await portal.get("/-/\(item)", host: host).body.contains(reason))
            }
        }
    }

    /// Nothing of it is left: not on its page, not in a list, not as a neighbour, not in a file.
    @Test(arguments: Backend.available)
    func erasedLeavesNothing(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let full = try await portal.publishFullArticle()
            let path = try await portal.path(full.id)
            let picture = full.files.picture.path
            #expect(try await portal.get(picture).status == 200)
            try await portal.publishing.erase(full.id, because: .personal, by: portal.by("chief"))
            for target in [path, "/-/\(full.id)", "/kinh-te/\(full.id)"] {
                let answer = try await portal.get(target)
                #expect(answer.status == 410, "\(target)")
                #expect(answer.body.contains("xóa vĩnh viễn"))
                for word in ["xúc tiến", "Sapo", "Nguyễn Thị Hòa", "Công nghiệp", "xuc-tien"] {
                    #expect(!answer.body.contains(word), "\(target): \(word)")
                }
            }
            let cited = try await portal.path(full.cited)
            for target in ["/", "/kinh-te/", cited, "/chuyen-trang/phong-chong-thien-tai/"] {
                #expect(!(try await portal.get(target).body.contains("xúc tiến")), "\(target)")
            }
            for target in ["/tac-gia/nguyen-thi-hoa-\(TestPortal.penName)", "/tu-khoa/dau-tu"] {
                #expect(try await portal.get(target).status == 404, "\(target)")
            }
            let file = try await portal.get(picture)
            #expect(file.status == 410 && !file.body.contains("PNG"))
        }
    }

    /// What was never published answers like what never was.
    @Test func draftsAreUnknown() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let saved = try await portal.publishing.save(
                FullArticle.short("Nháp"),
                in: Place(site: portal.province.id, section: portal.news.id),
                by: portal.by("reporter")
            )
            for target in ["/-/\(saved.item)", "/tin-tuc/nhap-\(saved.item)"] { #expect(try await portal.get(target).status == 404) }
            #expect(!(try await portal.get("/tin-tuc/").body.contains("Nháp")))
        }
    }
}
