import Foundation
import HTTPTypes
import News
import Pages
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese
import Web

@testable import Machines

/// Sitemaps, robots.txt, security.txt, the manifest and icons.
@Suite("What programs ask every site for")
struct MachineTests {
    /// The addresses in a sitemap or index.
    static func places(_ xml: String) -> [String] {
        xml.components(separatedBy: "<loc>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    static func path(_ url: String) -> String { String(url.dropFirst("https://anson.test".count)) }

    @Test("the sitemap names every page once, each answers, and nothing is changed by what comes later", arguments: Backend.available)
    func sitemap(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await portal.fill(40, portal.news)
            let page = try await portal.publish(
                StaticPage(title: "Chức năng", body: RichText([.paragraph(["Một."])])),
                in: Place(site: portal.province.id)
            )
            let old = try await portal.publish(
                FullArticle.short("Năm ngoái"),
                in: portal.economy,
                on: portal.clock.now.adding(seconds: -400 * 86_400)
            )
            func index() async throws -> [String] { Self.places(try await portal.get("/sitemap.xml").body).map(Self.path) }
            func all() async throws -> [String] {
                var found: [String] = []
                for part in try await index() { found += Self.places(try await portal.get(part).body).map(Self.path) }
                return found
            }
            let found = try await all()
            #expect(Set(found).count == found.count)
            for path in try await [
                portal.path(page.item), portal.path(old.item), "/", "/kinh-te/", "/chuyen-trang/phong-chong-thien-tai/", "/lien-he",
            ] {
                #expect(found.contains(path), "\(path)")
            }
            for path in found.shuffled().prefix(12) { #expect(try await portal.get(path).status == 200, "\(path)") }
            let parts = try await index()
            #expect(parts.count == 3, "lists, this month, last year's month: \(parts)")
            let before = try await portal.get(parts[1]).body
            portal.clock.advance(seconds: 60)
            try await portal.publish(FullArticle.short("Hôm nay"), in: portal.news)
            #expect(try await portal.get(parts[1]).body == before)
            #expect(try await all().count == found.count + 1)
            try await portal.publishing.withdraw(old.item, because: .error, note: nil, by: portal.by("chief"))
            #expect(try await index() == [parts[0], parts[2]])
            #expect(try await portal.get(parts[1]).status == 404)
            let listed = try await all()
            try await ProjectionRunner(portal.publishing).rebuild()
            let rebuilt = try await all()
            #expect(Set(rebuilt) == Set(listed))
        }
    }

    @Test("a full part is left, and items keep theirs", arguments: Backend.available)
    func parts(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await portal.fill(3, portal.news)
            let month = portal.clock.now.civilDate
            let first = try await portal.reader.sitemap(year: month.year, month: month.month, part: 1, on: portal.province.id).map(\.card.item)
            #expect(first.count == 3)
            // As if the part had been filled.
            let full = SitemapParts.size
            try await portal.database.write { db in try db.execute("UPDATE sitemap_part SET n = \(full)") }
            let new = try await portal.publish(FullArticle.short("Sau"), in: portal.news).item
            #expect(try await portal.reader.sitemap(year: month.year, month: month.month, part: 2, on: portal.province.id).map(\.card.item) == [new])
            // Changed, withdrawn and restored in place.
            try await portal.publishing.withdraw(new, because: .error, note: nil, by: portal.by("chief"))
            try await portal.publishing.restore(new, by: portal.by("chief"))
            #expect(try await portal.reader.sitemap(year: month.year, month: month.month, part: 2, on: portal.province.id).map(\.card.item) == [new])
            #expect(try await portal.reader.sitemap(year: month.year, month: month.month, part: 1, on: portal.province.id).map(\.card.item) == first)
            let changed = try await portal.reader.sitemapParts(on: portal.province.id)
            #expect(changed.map(\.number) == [1, 2] && changed[1].changedAt >= changed[0].changedAt)
        }
    }

    @Test("the news sitemap holds two days")
    func news() async throws {
        try await TestPortal.with(.sqlite) { portal in
            try await portal.publish(FullArticle.short("Mới <1>"), in: portal.news)
            try await portal.publish(FullArticle.short("Cũ"), in: portal.news, on: portal.clock.now.adding(seconds: -49 * 3600))
            let xml = try await portal.get("/sitemap/tin-moi.xml").body
            #expect(xml.contains("<news:title>Mới &lt;1&gt;</news:title>") && !xml.contains("Cũ"))
            for path in ["/sitemap/2026-11-2.xml", "/sitemap/2026-11.xml", "/sitemap/x", "/sitemap/", "/sitemap/0-1-1.xml", "/sitemap/2026-11-1"] {
                #expect(try await portal.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test("robots.txt leads to the sitemaps; demos and test estates stay out")
    func robots() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let text = try await portal.get("/robots.txt").body
            #expect(
                text.contains("Sitemap: https://anson.test/sitemap.xml\n") && text.contains("Disallow: /tim-kiem\n")
                    && !text.contains("Disallow: /\n")
            )
            #expect(try await portal.get("/robots.txt", host: TestPortal.departmentHost).body.contains("https://soyte.anson.test/sitemap.xml"))
            var face = portal.face
            let visit = Visit(face: face, site: portal.province, tree: portal.tree, now: portal.clock.now, requestID: "x")
            #expect(Robots.text(for: visit, isOpen: false) == "User-agent: *\nDisallow: /\n")
            face.isDemo = { _ in true }
            let demo = Visit(face: face, site: portal.province, tree: portal.tree, now: portal.clock.now, requestID: "x")
            #expect(Robots.text(for: demo, isOpen: true) == "User-agent: *\nDisallow: /\n")
        }
    }

    @Test("security.txt never ends in the past nor more than a year off")
    func security() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let text = try await portal.get("/.well-known/security.txt").body
            #expect(text.hasPrefix("Contact: mailto:anninh@anson.test\nExpires: "))
            #expect(text.contains("Canonical: https://anson.test/.well-known/security.txt\n"))
        }
        for day in 0..<1500 {
            let now = TestPortal.start.adding(seconds: Int64(day) * 86_400 + 17)
            let expiry = SecurityText.expiry(after: now)
            #expect(expiry > now.adding(seconds: 180 * 86_400) && expiry < now.adding(seconds: 364 * 86_400))
        }
    }

    @Test(
        "security.txt takes only addresses the standard allows",
        arguments: [
            (["mailto:a@b.vn"], nil, true), (["https://b.vn/bao-loi"], "https://b.vn/chinh-sach", true), (["tel:+84-24-1"], nil, true),
            ([], nil, false),
            (["a@b.vn"], nil, false), (["http://b.vn"], nil, false), (["mailto:"], nil, false), (["mailto:a@b.vn\nExpires: 1999"], nil, false),
            (["mailto:a@b.vn"], "http://b.vn", false), (["mailto:a b"], nil, false),
        ] as [([String], String?, Bool)]
    )
    func contacts(_ contacts: [String], _ policy: String?, _ isTaken: Bool) {
        #expect((SecurityText(contacts: contacts, policy: policy) != nil) == isTaken)
    }

    @Test("the manifest's icons are there, in the sizes it says and in the portal's colour")
    func manifest() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let answer = try await portal.get("/manifest.webmanifest")
            #expect(answer.headers[.contentType] == "application/manifest+json; charset=utf-8")
            let manifest = try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
            #expect(manifest["name"] as? String == portal.province.name && manifest["theme_color"] as? String == "#9b1c1c")
            let icons = try #require(manifest["icons"] as? [[String: String]])
            #expect(Set(icons.compactMap { $0["purpose"] }) == ["any", "maskable"])
            for icon in icons { #expect(try await portal.get(try #require(icon["src"])).status == 200) }
        }
    }
}
