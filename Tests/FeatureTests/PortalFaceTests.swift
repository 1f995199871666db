import Foundation
import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese
import Web

@Suite("How a portal shows itself")
struct PortalFaceTests {
    /// The moment `publish` returns, the next request shows it everywhere it belongs.
    @Test(arguments: Backend.available)
    func readersSeeItWhenPublishReturns(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            for number in 1...5 {
                let item = try await portal.publish(FullArticle.short("Bản tin nóng \(number)", tags: ["Nóng \(number)"]), in: portal.economy).item
                for target in ["/", "/tin-tuc/", "/kinh-te/", "/tu-khoa/nong-\(number)", try await portal.path(item)] {
                    #expect(try await portal.get(target).body.contains("Bản tin nóng \(number)"), "\(target)")
                }
                portal.clock.advance(seconds: 10)
            }
        }
    }

    /// A scheduled article is unknown until its moment, and there afterwards.
    @Test(arguments: Backend.available)
    func scheduledArticlesWait(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let place = Place(site: portal.province.id, section: portal.news.id)
            let item = try await portal.publishing.save(FullArticle.short("Hẹn giờ"), in: place, by: portal.by("reporter")).item
            try await portal.publishing.submit(item, by: portal.by("reporter"))
            try await portal.publishing.approve(item, by: portal.by("chief"))
            try await portal.publishing.schedule(item, at: portal.clock.now.adding(seconds: 3600), by: portal.by("chief"))
            #expect(try await portal.get("/-/\(item)").status == 404)
            portal.clock.advance(seconds: 3601)
            let runner = JobRunner(
                database: portal.database,
                workers: [PublishDue(portal.publishing)],
                owner: 1,
                clock: portal.clock.clock,
                logger: TestPortal.logger
            )
            _ = try await runner.runDue()
            #expect(try await portal.get(try await portal.path(item)).status == 200)
        }
    }

    @Test(arguments: Backend.available)
    func bannersReachDownAndEnd(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let now = portal.clock.now
            try await portal.database.write { db in
                try Sites.raiseBanner(
                    BannerDraft(
                        level: .emergency,
                        text: "Bão số 12 đổ bộ <chiều nay>",
                        target: "/tin-tuc/",
                        reachesChildren: true,
                        expiresAt: now.adding(seconds: 3600)
                    ),
                    on: portal.province.id,
                    id: BannerID(rawValue: 5_000),
                    by: nil,
                    at: now,
                    in: db
                )
            }
            #expect(!(try await portal.get("/", host: TestPortal.departmentHost).body.contains("Bão số 12")), "before the program has heard of it")
            try await portal.refresh()
            for (host, target) in [
                (TestPortal.host, "/tin-tuc/"), (TestPortal.departmentHost, "https://anson.test/tin-tuc/"),
                (TestPortal.englishHost, "https://anson.test/tin-tuc/"),
            ] {
                for path in ["/", "/lien-he", "/khong-co/"] {
                    let answer = try await portal.get(path, host: host)
                    #expect(answer.body.contains("Bão số 12 đổ bộ &lt;chiều nay"), "\(host)\(path)")
                    #expect(answer.body.contains("<a href=\"\(target)\">Bão số 12"), "\(host)\(path)")
                    #expect(RegionAudit.findings(in: answer.body).isEmpty)
                }
            }
            portal.clock.advance(seconds: 3601)
            #expect(!(try await portal.get("/", host: TestPortal.departmentHost).body.contains("Bão số 12")), "it ends by itself")
        }
    }

    @Test(arguments: Backend.available)
    func looksAreInherited(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            func style(_ host: String) async throws -> String {
                try #require(PageAudit.values(of: "href", in: try await portal.get("/", host: host).body).first { $0.hasPrefix("/_/look-") })
            }
            let house = try await style(TestPortal.departmentHost)
            try await Sites.setLook(
                Look(primary: "#0b4f6c", accent: "#c8912d"),
                of: portal.province.id,
                version: portal.province.version,
                in: portal.database
            )
            try await portal.refresh()
            let inherited = try await style(TestPortal.departmentHost)
            #expect(inherited != house && inherited.hasPrefix("/_/look-0b4f6c-c8912d-"))
            #expect(try await style(TestPortal.host) == inherited)
            let sheet = try await portal.get(inherited, host: TestPortal.departmentHost)
            #expect(sheet.status == 200 && sheet.body.contains("--brand:#0b4f6c"))
            #expect(sheet.headers[.contentType]?.hasPrefix("text/css") == true)
            try await Sites.setLook(Look(primary: "#00563f"), of: portal.department.id, version: portal.department.version, in: portal.database)
            try await portal.refresh()
            #expect(try await style(TestPortal.departmentHost).hasPrefix("/_/look-00563f-c8912d-"))
            #expect(try await style(TestPortal.host) == inherited)
        }
    }

    /// A theme replaces a template for the portals that have it, and for those below; other portals keep the house's.
    @Test func themesReplaceTemplates() async throws {
        let looks = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-looks-\(UUID().uuidString)")
        let folder = looks.appendingPathComponent("xanh/Templates")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: looks) }
        let template = #"<p class="theme-line" data-r="c" data-id="{{id}}" data-ed="{{edition}}"><a href="{{href}}">{{title}}</a></p>"#
        try template.write(to: folder.appendingPathComponent("news.card.mustache"), atomically: true, encoding: .utf8)
        try await TestPortal.with(.sqlite, looks: looks.path) { portal in
            try await portal.publish(FullArticle.short("Bài một"), in: portal.news)
            try await portal.publish(FullArticle.short("Bài hai"), in: portal.ward)
            try await Sites.setLook(Look(theme: "xanh"), of: portal.department.id, version: portal.department.version, in: portal.database)
            try await portal.refresh()
            let themed = try await portal.get("/tin-nganh/", host: TestPortal.departmentHost)
            #expect(themed.body.contains("theme-line"))
            PageAudit.check(themed, "a themed list")
            #expect(!(try await portal.get("/tin-tuc/").body.contains("theme-line")))
        }
    }

    @Test func menusAreTheSectionsOrWhatAnEditorSays() async throws {
        try await TestPortal.with(.sqlite) { portal in
            #expect(try await portal.get("/").body.contains("href=\"/tin-tuc/\""))
            try await Sites.setMenu(
                [
                    MenuItem(label: "Ngành <y>", target: "site:so-y-te"), MenuItem(label: "Kinh tế", target: "/kinh-te/"),
                    MenuItem(label: "Ngoài", target: "https://example.org/"),
                ],
                of: portal.province.id,
                in: portal.database
            )
            try await portal.refresh()
            let page = try await portal.get("/kinh-te/")
            PageAudit.check(page, "with a menu")
            let header = try #require(page.body.components(separatedBy: "<main").first)
            #expect(header.contains("href=\"https://soyte.anson.test/\"") && header.contains("Ngành &lt;y"))
            #expect(header.contains("href=\"https://example.org/\""))
            let menu = try #require(header.components(separatedBy: "<nav class=\"menu\"").last)
            let current = PageAudit.tags("a", in: menu).filter { $0.contains("aria-current=") }
            #expect(current.count == 1 && current.first?.contains("/kinh-te/") == true, "\(current)")
            await #expect(throws: SiteRefusal.self) {
                try await Sites.setMenu([MenuItem(label: "x", target: "javascript:alert(1)")], of: portal.province.id, in: portal.database)
            }
        }
    }

    /// An article and its translation name each other, on the page and for search engines.
    @Test(arguments: Backend.available)
    func languageVersionsNameEachOther(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let vietnamese = try await portal.publish(FullArticle.short("Hội nghị đầu tư"), in: portal.news).item
            var text = FullArticle.short("Investment conference")
            text.translates = vietnamese
            let english = try await portal.publish(text, in: portal.englishNews).item
            let (path, englishPath) = (try await portal.path(vietnamese), try await portal.path(english, on: portal.english.id))
            for (answer, language) in [
                (try await portal.get(path), "vi"), (try await portal.get(englishPath, host: TestPortal.englishHost), "en"),
            ] {
                PageAudit.check(answer, language: language, "language version \(language)")
                #expect(answer.body.contains("<link rel=\"alternate\" hreflang=\"vi\" href=\"https://anson.test\(path)\">"))
                #expect(answer.body.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"https://en.anson.test\(englishPath)\">"))
                #expect(answer.body.contains("<html lang=\"\(language)\""))
            }
            #expect(try await portal.get(path).body.contains("Investment conference"))
            #expect(try await portal.get("/").body.contains("https://en.anson.test/"))
            try await portal.publishing.withdraw(english, because: .error, note: nil, by: portal.by("chief"))
            let alone = try await portal.get(path).body
            #expect(!alone.contains("hreflang=\"en\" href=\"https://en.anson.test/news") && !alone.contains("Investment"))
        }
    }

    @Test(arguments: Backend.available)
    func readsAreCountedWithoutCookies(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let item = try await portal.publish(FullArticle.short("Được đọc"), in: portal.news).item
            let path = try await portal.path(item)
            for _ in 1...3 { #expect(try await portal.get(path).headers[.setCookie] == nil) }
            // Neither programs that name themselves, nor paper, nor a redirect, nor a page of lists.
            for agent in ["Mozilla/5.0 (compatible; Googlebot/2.1)", "curl/8.5.0", "Mozilla/5.0 HeadlessChrome/140", ""] {
                #expect(try await portal.get(path, headers: [.userAgent: agent]).status == 200)
            }
            for target in [path + "?in=1", "/-/\(item)", "/tin-tuc/"] { _ = try await portal.get(target) }
            #expect(try await portal.shown(item)?.views == 0, "not before they are written")
            await portal.views.flush()
            #expect(try await portal.shown(item)?.views == 3)
            _ = try await portal.get(path)
            portal.faults.fail(at: .beforeCommit)
            await portal.views.flush()
            #expect(try await portal.shown(item)?.views == 3)
            await portal.views.flush()
            #expect(try await portal.shown(item)?.views == 4, "a fault of the database loses no read")
            #expect(try await portal.get(path).body.contains("<span data-r=\"l\">4</span>"))
        }
    }

    /// Home by blocks as the look arranges them.
    @Test func homeIsArrangedByTheLook() async throws {
        try await TestPortal.with(.sqlite) { portal in
            try await portal.fill(8, portal.news)
            let first = try await portal.publish(FullArticle.short("Bài được chọn"), in: portal.economy).item
            portal.clock.advance(seconds: 600)
            try await portal.publish(FullArticle.short("Bài mới hơn"), in: portal.economy)
            try await portal.publishing.feature([first], on: portal.province.id, by: portal.by("chief"))
            let home = try await portal.get("/").body
            let chosen = try #require(home.range(of: "Bài được chọn")), newer = try #require(home.range(of: "Bài mới hơn"))
            #expect(chosen.lowerBound < newer.lowerBound, "what an editor put first stands first")
            try await Sites.setLook(Look(blocks: ["section:kinh-te"]), of: portal.province.id, version: portal.province.version, in: portal.database)
            try await portal.refresh()
            let arranged = try await portal.get("/")
            PageAudit.check(arranged, "an arranged home")
            let main = try #require(arranged.body.components(separatedBy: "<main").last)
            #expect(main.contains("Kinh tế") && !main.contains("Tin số 0"))
        }
    }
}
