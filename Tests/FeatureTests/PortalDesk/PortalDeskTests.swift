import Foundation
import HTTPTypes
import News
import PortalDesk
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese
import Web

/// The screens for running a portal, as somebody without script uses them.
@Suite("Running a portal: screens") struct PortalDeskTests {
    /// What a page's field would send back.
    private func value(_ name: String, in body: String) -> String {
        guard let start = body.range(of: "name=\"\(name)\" value=\"")?.upperBound, let end = body[start...].firstIndex(of: "\"") else { return "" }
        let entities = [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(String(body[start..<end])) { $0.replacing($1.0, with: $1.1) }
    }

    @Test("sections: order by buttons, a new one, another address", arguments: Backend.available)
    func sections(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("thu", .deskSecretary, on: place.portal.province)
            let visitor = try await place.signedIn("thu")
            let path = "/desk/cong/an-son/chuyen-muc"
            let screen = try await visitor.get(path)
            #expect(screen.status == 200 && screen.body.contains("Kinh tế") && screen.body.contains("chuyen-muc/sua/kinh-te"))
            // `kinh-te` comes out from under `tin-tuc`: shown, not saved.
            let rows = ["goc": value("goc", in: screen.body), "bang": value("bang", in: screen.body)]
            let moved = try await visitor.post(path, rows.merging(["lam": "ra:1"]) { $1 })
            #expect(moved.status == 200 && moved.body.contains("Có thay đổi chưa lưu"))
            let before = try await place.portal.database.read { try SectionIndex.load($0)[place.portal.economy.id]?.parent }
            #expect(before == place.portal.news.id)
            let state = ["goc": value("goc", in: moved.body), "bang": value("bang", in: moved.body)]
            #expect(try await visitor.post(path, state.merging(["lam": "luu"]) { $1 }).location == path + "?da=sections-saved")
            let after = try await place.portal.database.read { try SectionIndex.load($0)[place.portal.economy.id] }
            #expect(after?.parent == nil)
            // The same again: somebody was quicker.
            let late = try await visitor.post(path, state.merging(["lam": "luu"]) { $1 })
            #expect(late.status == 422 && late.body.contains("Người khác vừa thay đổi"))

            let reserved = try await visitor.post(path + "/moi", ["ten": "Văn bản", "ma": "van-ban", "duyet": "2"])
            #expect(reserved.status == 422 && reserved.body.contains("value=\"van-ban\"") && reserved.body.contains("do hệ thống sử dụng"))
            #expect(try await visitor.post(path + "/moi", ["ten": "Chuyển đổi số", "duyet": "2", "dong": "2026-12-31"]).status == 303)
            let made = try await place.portal.database.read { try SectionIndex.load($0).section("chuyen-doi-so", on: place.portal.province.id) }
            #expect(made?.approvals == 2 && made?.closesOn == CivilDate("2026-12-31"))
            let version = try #require(made?.version)
            let renamed = try await visitor.post(
                path + "/sua/chuyen-doi-so",
                ["ten": "Chuyển đổi số", "ma": "cds", "duyet": "1", "ban": "\(version)", "mo": "2026-13-40"]
            )
            #expect(renamed.status == 422 && renamed.body.contains("2026-13-40"))
            #expect(
                try await visitor.post(path + "/sua/chuyen-doi-so", ["ten": "Chuyển đổi số", "ma": "cds", "duyet": "1", "ban": "\(version)"]).status
                    == 303
            )
            #expect(try await place.portal.reader.oldAddress("/chuyen-doi-so/", on: place.portal.province.id) == .path("/cds/"))
            let trail = try await place.audit(AuditTrail.Query(action: "sections-changed"))
            #expect(trail.count == 4 && trail.allSatisfy { $0.handle == "thu" && $0.site == place.portal.province.id })
        }
    }

    @Test("menu: rows are added, marked where they lead nowhere, saved as one change", arguments: Backend.available)
    func menu(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("thu", .deskSecretary, on: place.portal.province)
            let visitor = try await place.signedIn("thu")
            let path = "/desk/cong/an-son/thuc-don"
            var screen = try await visitor.get(path)
            func send(_ fields: [String: String]) async throws {
                let state = ["goc": value("goc", in: screen.body), "bang": value("bang", in: screen.body)]
                screen = try await visitor.post(path, state.merging(fields) { $1 })
            }
            try await send(["lam": "them", "nhan": "Văn kiện", "dich": "https://\(TestPortal.host)/khong-co/"])
            #expect(screen.status == 200 && screen.body.contains("Chuyên mục không còn"), "an address of one's own is kept as its path")
            try await send(["lam": "them", "nhan": "Xấu", "dich": "javascript:alert(1)"])
            #expect(screen.status == 422 && screen.body.contains("value=\"Xấu\""))
            try await send(["lam": "them", "nhan": "Sở Y tế", "dich": "site:so-y-te"])
            try await send(["lam": "luu"])
            #expect(screen.location == path + "?da=menu-saved")
            let menu = try #require(try await place.portal.database.read { try Sites.menu(of: place.portal.province.id, in: $0) })
            #expect(menu.map(\.target).suffix(2) == ["/khong-co/", "site:so-y-te"])
            #expect(try await place.audit(AuditTrail.Query(action: "menu-changed")).count == 1)
        }
    }

    @Test("front page: an article is found, put first until a day, previewed, saved", arguments: Backend.available)
    func front(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            let item = try await portal.publish(
                Article(title: "Cầu mới thông xe", body: RichText([.paragraph([.text("Sáng nay.")])])),
                in: portal.news
            ).item
            try await place.person("thu", .deskSecretary, on: portal.province)
            let visitor = try await place.signedIn("thu")
            let path = "/desk/cong/an-son/trang-chu"
            var screen = try await visitor.get(path)
            #expect(screen.status == 200 && screen.body.contains("Chưa chọn bài nào"))
            func state() -> [String: String] {
                Dictionary(uniqueKeysWithValues: ["goc", "bang-k", "bang-n", "rieng"].map { ($0, value($0, in: screen.body)) })
            }
            screen = try await visitor.post(
                path,
                state().merging(["lam": "tim", "tim": "https://\(TestPortal.host)/tin-tuc/cau-moi-\(item)"]) { $1 }
            )
            #expect(screen.body.contains("chon:\(item)"), "found by its address")
            screen = try await visitor.post(path, state().merging(["lam": "chon:\(item)"]) { $1 })
            #expect(screen.body.contains("name=\"han.\(item)\""))
            let preview = try await visitor.post(path + "/xem-truoc", state())
            #expect(preview.status == 200 && preview.body.contains("Cầu mới thông xe") && !preview.body.contains("<script"))
            #expect(preview.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
            screen = try await visitor.post(path, state().merging(["lam": "k.len:1", "han.\(item)": "2026-12-31"]) { $1 })
            #expect(screen.body.contains("value=\"2026-12-31\""), "what was typed stays while something else moves")
            screen = try await visitor.post(path, state().merging(["lam": "luu", "han.\(item)": "2026-12-31"]) { $1 })
            #expect(screen.location == path + "?da=front-saved")
            let front = try await portal.database.read { try FrontPage.read(portal.province.id, $0) }
            #expect(front.slots == [FeaturedSlot(item, until: VietnamTime.startOfDay(try #require(CivilDate("2027-01-01"))))])
            #expect(front.blocks.first == "services")
        }
    }

    @Test("look: colours nobody could read are refused, and nothing typed is lost", arguments: Backend.available)
    func look(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("quan", .administrator, on: place.portal.province)
            let visitor = try await place.signedIn("quan")
            let path = "/desk/cong/an-son/giao-dien"
            let screen = try await visitor.get(path)
            let version = value("ban", in: screen.body)
            let refused = try await visitor.post(path, ["ban": version, "mau-rieng": "1", "chinh": "#ffcc00", "khau-hieu": "Vì dân"])
            #expect(
                refused.status == 422 && refused.body.contains("value=\"Vì dân\"") && refused.body.contains("1,51 : 1")
                    && refused.body.contains("#ffcc00")
            )
            #expect(try await visitor.post(path, ["ban": version, "mau-rieng": "1", "chinh": "#004b87", "khau-hieu": "Vì dân"]).status == 303)
            let late = try await visitor.post(path, ["ban": version, "khau-hieu": "Khác"])
            #expect(late.status == 422)
            let look = try await place.portal.database.read { try Sites.site(place.portal.province.id, in: $0).look }
            #expect(look.primary == "#004b87" && look.slogan == "Vì dân" && look.accent == nil)
            let preview = try await visitor.get(path + "/xem-truoc?mau-rieng=1&chinh=%23123456&khau-hieu=Th%E1%BB%AD")
            #expect(preview.status == 200 && preview.body.contains("look-123456") && preview.body.contains("Thử"))
        }
    }

    @Test("banners stand between their moments and come down", arguments: Backend.available)
    func banners(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            try await place.person("truong", .editorInChief, on: place.portal.province)
            let visitor = try await place.signedIn("truong")
            let path = "/desk/cong/an-son/thong-bao-khan"
            let long = try await visitor.post(path, ["muc": "emergency", "noi-dung": "Bão số 9", "den": "2030-01-01T00:00"])
            #expect(long.status == 422 && long.body.contains("Bão số 9"))
            #expect(try await visitor.post(path, ["muc": "emergency", "noi-dung": "Bão số 9", "den": "không"]).status == 422)
            let end = place.portal.clock.now.adding(seconds: 86_400).civilDate
            #expect(try await visitor.post(path, ["muc": "emergency", "noi-dung": "Bão số 9", "den": "\(end)T18:30", "xuong": "1"]).status == 303)
            try await place.portal.refresh()
            let shown = place.portal.tree.banners(of: place.portal.department.id, at: place.portal.clock.now)
            #expect(shown.map(\.text) == ["Bão số 9"] && shown.first?.expiresAt == VietnamTime.startOfDay(end).adding(seconds: 18 * 3600 + 1800))
            let screen = try await visitor.get(path)
            #expect(screen.body.contains("Đang hiện"))
            let id = try #require(shown.first?.id)
            #expect(try await visitor.post(path + "/ha", ["ma": "\(id)"]).status == 303)
            #expect(try await visitor.post(path + "/ha", ["ma": "\(id)"]).status == 422)
            #expect(try await place.audit(AuditTrail.Query(action: "banner-raised")).count == 1)
        }
    }

    @Test("redirects: one, a table with rejects, the report of what was missed", arguments: Backend.available)
    func redirects(_ backend: Backend) async throws {
        try await DeskPlace.with(backend) { place in
            let portal = place.portal
            let item = try await portal.publish(Article(title: "Đích", body: RichText([.paragraph([.text("Nội dung.")])])), in: portal.news).item
            try await place.person("thu", .deskSecretary, on: portal.province)
            let visitor = try await place.signedIn("thu")
            let path = "/desk/cong/an-son/chuyen-huong"
            // A reader asks for an old address, a robot and a scanner for rubbish.
            let reader: [(String, String)] = [
                ("/Pages/tin.aspx?ItemID=7", "Mozilla/5.0"), ("/wp-login.php", "Mozilla/5.0"), ("/robot-hoi", "Googlebot"),
            ]
            for (address, agent) in reader {
                _ = try await portal.browser.send(
                    address,
                    method: .get,
                    host: TestPortal.host,
                    headers: [.userAgent: agent, .referer: "https://bao.vn/x?y=1"]
                )
            }
            await portal.counts.flush()
            let missing = try await visitor.get("/desk/cong/an-son/dia-chi-thieu")
            #expect(missing.body.contains("/Pages/tin.aspx?ItemID=7") && missing.body.contains("https://bao.vn/x ") && !missing.body.contains("y=1"))
            #expect(!missing.body.contains("wp-login") && !missing.body.contains("robot-hoi"))
            let made = try await visitor.post(path, ["tu": "/Pages/tin.aspx?ItemID=7", "den": "\(item)", "ve": "dia-chi-thieu"])
            #expect(made.location == "/desk/cong/an-son/dia-chi-thieu?da=redirect-saved")
            let led = try await portal.browser.send(
                "/Pages/tin.aspx?ItemID=7",
                method: .get,
                host: TestPortal.host,
                headers: [.userAgent: "Mozilla/5.0"]
            )
            #expect(led.status == 301 && led.location == "/-/\(item)")
            await portal.counts.flush()
            #expect(try await visitor.get(path + "?q=/Pages").body.contains("1 lượt dùng"))
            #expect(try await !visitor.get(path + "?q=/khac").body.contains("1 lượt dùng"))

            for bad in ["https://xau.com/", "//xau.com", "javascript:x", ""] {
                let answer = try await visitor.post(path, ["tu": "/cu", "den": bad])
                #expect(answer.status == 422, "\(bad)")
            }
            let table = "tu,den\n/a,/b\n/b,/c\n/c,/a\n/d,https://xau.com/\n\"/e\n/f,\(item)\nkhong,/x\n"
            let loaded = try await visitor.post(path + "/nhap", ["bang": table])
            #expect(loaded.status == 200 && loaded.body.contains("Đã thêm 3, thay 0, không nhận 4 dòng"), "\(loaded.body.prefix(0))")
            let list = try await portal.database.read { try Redirects.lines(on: portal.province.id, limit: 20, $0).map { "\($0.redirect.path)" } }
            #expect(Set(list) == ["/Pages/tin.aspx?ItemID=7", "/a", "/b", "/f"])
            let export = try await visitor.get(path + "/xuat")
            #expect(export.body.contains("/a,/c") && export.headers[.contentDisposition]?.contains("chuyen-huong-an-son.csv") == true)
            #expect(try await visitor.post(path + "/bo", ["tu": "/a"]).status == 303)
            #expect(try await visitor.post(path + "/nhap", ["bang": "x;y\n1;2"]).status == 422)
        }
    }
}
