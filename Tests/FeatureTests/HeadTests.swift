import Foundation
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

/// What heads of pages say to programs.
@Suite("Heads of pages")
struct HeadTests {
    /// The blocks of structured data of a page.
    static func data(_ html: String) throws -> [[String: Any]] {
        try html.components(separatedBy: "<script type=\"application/ld+json\">").dropFirst().flatMap { part -> [[String: Any]] in
            let text = part.components(separatedBy: "</script>").first ?? ""
            let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(object["@context"] as? String == "https://schema.org")
            return object["@graph"] as? [[String: Any]] ?? [object]
        }
    }

    static func types(_ html: String) throws -> [String] { try data(html).compactMap { $0["@type"] as? String } }

    /// `hreflang` with where it leads.
    static func languages(_ html: String) -> [String: String] {
        let pairs = html.components(separatedBy: "<link rel=\"alternate\" hreflang=\"").dropFirst().compactMap { part -> (String, String)? in
            let values = part.prefix { $0 != ">" }.split(separator: "\"", omittingEmptySubsequences: false)
            return values.count >= 3 ? (String(values[0]), String(values[2])) : nil
        }
        return Dictionary(pairs) { first, _ in first }
    }

    @Test("language versions name each other, themselves, and the Vietnamese one for everyone else", arguments: Backend.available)
    func languages(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let vietnamese = try await portal.publish(FullArticle.short("Hội nghị"), in: portal.news).item
            var translation = FullArticle.short("Conference")
            translation.translates = vietnamese
            let english = try await portal.publish(translation, in: portal.englishNews).item
            let paths = (try await portal.path(vietnamese), try await portal.path(english, on: portal.english.id))
            let expected = [
                "vi": "https://anson.test" + paths.0, "en": "https://en.anson.test" + paths.1, "x-default": "https://anson.test" + paths.0,
            ]
            #expect(Self.languages(try await portal.get(paths.0).body) == expected)
            #expect(Self.languages(try await portal.get(paths.1, host: TestPortal.englishHost).body) == expected)
            let homes = ["vi": "https://anson.test/", "en": "https://en.anson.test/", "x-default": "https://anson.test/"]
            #expect(Self.languages(try await portal.get("/").body) == homes)
            #expect(Self.languages(try await portal.get("/", host: TestPortal.englishHost).body) == homes)
            // A portal of one language says nothing of languages; nor does a page without versions.
            #expect(Self.languages(try await portal.get("/", host: TestPortal.departmentHost).body).isEmpty)
            #expect(Self.languages(try await portal.get("/tin-tuc/").body).isEmpty)
        }
    }

    @Test("every kind of page says what it is and where it stands")
    func kinds() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let full = try await portal.publishFullArticle()
            let page = try await portal.publish(
                StaticPage(title: "Chức năng", body: RichText([.paragraph(["Một."])])),
                in: Place(site: portal.province.id)
            )
            let targets: [(String, [String])] = [
                ("/", ["WebSite", "GovernmentOrganization"]), ("/tin-tuc/", ["BreadcrumbList", "CollectionPage"]),
                ("/kinh-te/", ["BreadcrumbList", "CollectionPage"]), ("/tu-khoa/dau-tu", ["BreadcrumbList", "CollectionPage"]),
                ("/chuyen-trang/phong-chong-thien-tai/", ["BreadcrumbList", "CollectionPage"]), ("/so-do-trang", ["BreadcrumbList", "WebPage"]),
                ("/gioi-thieu", ["BreadcrumbList", "AboutPage"]), ("/lien-he", ["BreadcrumbList", "ContactPage"]),
                (try await portal.path(full.id), ["BreadcrumbList", "NewsArticle"]),
                (try await portal.path(page.item), ["BreadcrumbList", "WebPage"]),
                (try await portal.path(full.id) + "?in=1", []), ("/khong-co/", []),
            ]
            for (target, expected) in targets { #expect(try Self.types(await portal.get(target).body) == expected, "\(target)") }
            let html = try await portal.get(try await portal.path(full.id)).body
            let data = try Self.data(html)
            let trail = try #require(data[0]["itemListElement"] as? [[String: Any]])
            #expect(trail.compactMap { $0["name"] as? String } == ["Tin tức", "Kinh tế", full.article.title])
            #expect(trail.first?["item"] as? String == "https://anson.test/tin-tuc/")
            #expect((data[1]["author"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["Nguyễn Thị Hòa", "Lê Đức"])
            #expect(html.contains("<meta property=\"article:section\" content=\"Kinh tế\">"))
            #expect(html.contains("<meta property=\"article:tag\" content=\"Đầu tư\">"))
            #expect(html.contains("<meta property=\"og:locale\" content=\"vi_VN\">") && html.contains("name=\"twitter:card\""))
            #expect(
                html.contains(
                    "type=\"application/atom+xml\" title=\"Kinh tế - \(portal.province.name)\" href=\"https://anson.test/kinh-te/feed.atom\""
                )
            )
            let home = try Self.data(try await portal.get("/").body)
            let action = try #require(home[0]["potentialAction"] as? [String: Any])
            #expect((action["target"] as? [String: Any])?["urlTemplate"] as? String == "https://anson.test/tim-kiem?q={search_term_string}")
            #expect(home[1]["telephone"] as? String == "(0255) 3 822 222")
            let department = try Self.data(try await portal.get("/", host: TestPortal.departmentHost).body)
            #expect((department[1]["parentOrganization"] as? [String: Any])?["url"] as? String == "https://anson.test/")
        }
    }

    @Test("every feed a head names is there")
    func feeds() async throws {
        try await TestPortal.with(.sqlite) { portal in
            _ = try await portal.publishFullArticle()
            for target in ["/", "/tin-tuc/", "/tu-khoa/dau-tu", "/chuyen-trang/phong-chong-thien-tai/", "/so-do-trang"] {
                let html = try await portal.get(target).body
                let links = PageAudit.tags("link", in: html).filter {
                    $0.contains("application/atom+xml") || $0.contains("+json\" title") || $0.contains("rss")
                }
                let addresses = links.flatMap { PageAudit.values(of: "href", in: $0) }
                #expect(addresses.contains("https://anson.test/feed.atom"), "\(target)")
                #expect(Set(addresses).count == addresses.count, "\(target)")
                for address in addresses {
                    let answer = try await portal.get(String(address.dropFirst("https://anson.test".count)))
                    #expect(answer.status == 200, "\(address)")
                }
            }
        }
    }
}
