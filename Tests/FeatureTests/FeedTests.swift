import Foundation
import HTTPTypes
import NIOCore
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Syndication
import Testing
import Vietnamese
import Web

#if canImport(FoundationXML)
    import FoundationXML
#endif

extension XMLElement {
    /// An attribute's value. (`attribute(forName:)` finds none in elements of a default namespace.)
    func value(_ name: String) -> String? { attributes?.first { $0.name == name }?.stringValue }
}

/// Feeds as programs read them.
@Suite("Feeds")
struct FeedTests {
    /// A feed as a reader of Atom takes it.
    struct Atom {
        let root: XMLElement

        init(_ answer: Browser.Answer) throws {
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "application/atom+xml; charset=utf-8")
            root = try #require(try XMLDocument(data: Data(answer.body.utf8)).rootElement())
        }

        func text(_ name: String) -> String? { root.elements(forName: name).first?.stringValue }
        func link(_ relation: String) -> String? {
            root.elements(forName: "link").first { $0.value("rel") == relation }?.value("href")
        }
        var entries: [XMLElement] { root.elements(forName: "entry") }
        func entries(_ name: String) -> [String] { entries.compactMap { $0.elements(forName: name).first?.stringValue } }
        var gone: [String] { root.elements(forName: "at:deleted-entry").compactMap { $0.value("ref") } }
    }

    static func json(_ answer: Browser.Answer) throws -> [String: Any] {
        #expect(answer.status == 200)
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    }

    @Test("an article stands in every feed of its lists, whole, with absolute addresses", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let full = try await portal.publishFullArticle()
            let url = "https://anson.test" + (try await portal.path(full.id))
            for path in ["/feed", "/tin-tuc/feed", "/tu-khoa/dau-tu/feed", "/chuyen-trang/phong-chong-thien-tai/feed"] {
                let atom = try Atom(try await portal.get(path + ".atom"))
                let entry = try #require(atom.entries.first { $0.elements(forName: "title").first?.stringValue == full.article.title }, "\(path)")
                #expect(atom.link("self") == "https://anson.test\(path).atom")
                #expect(atom.link("hub") == "https://anson.test/websub")
                let content = try #require(entry.elements(forName: "content").first?.stringValue)
                #expect(entry.elements(forName: "link").first?.value("href") == url)
                #expect(content.contains("https://anson.test/files/\(full.files.picture.id)/"))
                #expect(content.contains("href=\"https://anson.test/-/"))
                #expect(!content.contains("=\"/"), "an address that only the page knows: \(content)")
                let rss = try await portal.get(path + ".rss")
                #expect(rss.headers[.contentType] == "application/rss+xml; charset=utf-8")
                #expect(rss.body.contains("<link>\(url)</link>") && rss.body.contains("<enclosure url=\"https://anson.test/files/"))
                let json = try Self.json(try await portal.get(path + ".json"))
                let items = try #require(json["items"] as? [[String: Any]])
                let item = try #require(items.first { $0["url"] as? String == url })
                #expect(item["id"] as? String == entry.elements(forName: "id").first?.stringValue)
                #expect(item["content_html"] as? String == content)
                #expect((item["tags"] as? [String])?.contains("Đầu tư") == true)
                // The lead picture, then what the text offers; RSS has room for one; captions are none.
                let files = [full.files.picture, full.files.film, full.files.document].map { "https://anson.test" + $0.path }
                let enclosed = entry.elements(forName: "link").filter { $0.value("rel") == "enclosure" }
                #expect(enclosed.compactMap { $0.value("href") } == files)
                #expect(
                    enclosed.map { $0.value("length") } == [
                        "\(full.files.picture.bytes)", "\(full.files.film.bytes)", "\(full.files.document.bytes)",
                    ]
                )
                #expect((item["attachments"] as? [[String: Any]])?.compactMap { $0["url"] as? String } == files)
                let inRSS = try #require(rss.body.split(separator: "<item>").first { $0.contains("<link>\(url)</link>") })
                #expect(inRSS.split(separator: "<enclosure ").count == 2 && inRSS.contains("<enclosure url=\"\(files[0])\""))
            }
        }
    }

    @Test("the header says where a feed and its hub are; it is answered 304 to those who have it; other pages may read it")
    func header() async throws {
        try await TestPortal.with(.sqlite) { portal in
            try await portal.fill(3, portal.news)
            let answer = try await portal.get("/feed.atom")
            #expect(answer.headers[.link] == "<https://anson.test/feed.atom>; rel=\"self\", <https://anson.test/websub>; rel=\"hub\"")
            #expect(answer.headers[.accessControlAllowOrigin] == "*")
            let tag = try #require(answer.headers[.eTag])
            #expect(try await portal.get("/feed.atom", headers: [.ifNoneMatch: tag]).status == 304)
            #expect(try await portal.get("/feed.atom?utm_source=x").headers[.eTag] == tag)
        }
    }

    @Test("following prev-archive gives everything once, and parts of the past stay as they are", arguments: Backend.available)
    func archives(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            // One a minute through 50 hours around the end of a month, in two sections.
            portal.clock.advance(seconds: 11 * 86_400)
            try await portal.fill(170, portal.economy)
            portal.clock.advance(seconds: 3 * 86_400)
            try await portal.fill(60, portal.news, titled: "Tin mới")
            for base in ["/", "/tin-tuc/"] {
                let current = base + "feed.atom"
                var seen: [String] = []
                var parts: [String: String] = [:]
                var next: String? = current
                while let path = next {
                    let answer = try await portal.get(path)
                    let atom = try Atom(answer)
                    #expect(atom.entries.count <= Feeds.size)
                    seen += atom.entries("id")
                    if path != current {
                        parts[path] = answer.body
                        #expect(atom.link("current") == "https://anson.test" + current)
                        #expect(!atom.root.elements(forName: "fh:archive").isEmpty)
                        #expect(atom.link("hub") == nil)
                    }
                    next = atom.link("prev-archive").map { String($0.dropFirst("https://anson.test".count)) }
                    try #require(parts.count < 20)
                }
                #expect(Set(seen).count == 230)
                #expect(parts.count >= 4)
                try await portal.publish(FullArticle.short("Tin hôm nay \(base.count)"), in: portal.news)
                for (path, body) in parts { #expect(try await portal.get(path).body == body, "\(path) changed") }
                // The unfinished part of the month is not handed out, nor one that never was.
                for path in ["feed/2026-12-9.atom", "feed/1999-01-1.atom", "feed/2026-13-1.atom", "feed/2026-1-1.atom", "feed/2026-11-01.atom"] {
                    #expect(try await portal.get(base + path).status == 404, "\(path)")
                }
                try await portal.publishing.withdraw(
                    try #require(try await portal.reader.places(.all, on: portal.province.id, limit: 1).first).item,
                    because: .error,
                    note: nil,
                    by: portal.by("chief")
                )
            }
        }
    }

    @Test("what is withdrawn or erased leaves a tombstone in each of its lists; what comes back loses it", arguments: Backend.available)
    func tombstones(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let stable = StableIDs(origin: "anson.test")
            func publish(_ title: String) async throws -> ItemID {
                var article = FullArticle.short(title)
                article.tags = ["Đầu tư"]
                return try await portal.publish(article, in: portal.economy).item
            }
            let (withdrawn, erased, back, kept) = (
                try await publish("Một"), try await publish("Hai"), try await publish("Ba"), try await publish("Bốn")
            )
            try await portal.publishing.withdraw(withdrawn, because: .error, note: "Bí mật", by: portal.by("chief"))
            try await portal.publishing.erase(erased, because: .personal, by: portal.by("chief"))
            try await portal.publishing.withdraw(back, because: .expired, note: nil, by: portal.by("chief"))
            portal.clock.advance(seconds: 60)
            for path in ["/feed.atom", "/tin-tuc/feed.atom", "/kinh-te/feed.atom", "/tu-khoa/dau-tu/feed.atom"] {
                let atom = try Atom(try await portal.get(path))
                #expect(Set(atom.gone) == Set([withdrawn, erased, back].map(stable.item)), "\(path)")
                #expect(atom.entries("id") == [stable.item(kept)])
                #expect(!atom.root.xmlString.contains("Hai") && !atom.root.xmlString.contains("Bí mật"))
            }
            try await portal.publishing.restore(back, by: portal.by("chief"))
            let restored = try Atom(try await portal.get("/kinh-te/feed.atom"))
            #expect(Set(restored.gone) == Set([withdrawn, erased].map(stable.item)))
            // Rebuilding lists forgets nothing of it; time does.
            try await ProjectionRunner(portal.publishing).rebuild()
            #expect(try Atom(try await portal.get("/kinh-te/feed.atom")).gone.count == 2)
            portal.clock.advance(seconds: 91 * 86_400)
            #expect(try Atom(try await portal.get("/kinh-te/feed.atom")).gone.isEmpty)
        }
    }

    @Test("ids outlive a move to another section and portal")
    func ids() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let item = try await portal.publish(FullArticle.short("Chuyển đi"), in: portal.economy).item
            let before = try Atom(try await portal.get("/kinh-te/feed.atom")).entries("id")
            try await portal.publishing.move(item, to: Place(site: portal.department.id, section: portal.ward.id), by: portal.by("chief"))
            let after = try Atom(try await portal.get("/tin-nganh/feed.atom", host: TestPortal.departmentHost))
            #expect(after.entries("id") == before)
            #expect(before == [StableIDs(origin: "anson.test").item(item)])
            // It is not gone, only elsewhere.
            #expect(try Atom(try await portal.get("/kinh-te/feed.atom")).gone.isEmpty)
        }
    }

    @Test(
        "addresses that are none, or written otherwise",
        arguments: [
            ("/khong-co/feed.atom", 404), ("/tu-khoa/khong-co/feed.atom", 404), ("/chuyen-trang/tin-tuc/feed.atom", 404),
            ("/phong-chong-thien-tai/feed.atom", 404),
            ("/tin-tuc/feed.xml", 404), ("/tin-tuc/FEED.ATOM", 301), ("/TIN-TUC/feed.atom", 301), ("/feed.atom/", 301), ("/feed", 301),
            ("/feed/", 404),
            ("/feed/feed.atom", 404), ("/tin-tuc/kinh-te/feed.atom", 404), ("/feed/2026-11-99999999.atom", 404), ("/kinh-te/feed.atom", 200),
            ("/kinh-te/feed.rss", 200), ("/kinh-te/feed.json", 200), ("/feed/-1-1-1.atom", 404), ("/tu-khoa//feed.atom", 301),
        ]
    )
    func addresses(_ target: String, _ status: Int) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let answer = try await portal.get(target)
            #expect(answer.status == status)
        }
    }

    @Test("whatever an editor writes, the feed stays a feed", arguments: ["]]><script>", "a\u{1}b\u{B}", "\u{FFFE}&lt;\"'", "\u{202E}abc", "😀"])
    func hostile(_ text: String) async throws {
        try await TestPortal.with(.sqlite) { portal in
            let article = Article(title: "Tiêu đề \(text)", standfirst: text, body: RichText([.paragraph([.text(text)])]), tags: ["x\(text)"])
            _ = try await portal.publish(article, in: portal.news)
            let atom = try Atom(try await portal.get("/feed.atom"))
            #expect(atom.entries.count == 1)
            #expect(try XMLDocument(data: Data(try await portal.get("/feed.rss").body.utf8)).rootElement() != nil)
            #expect((try Self.json(try await portal.get("/feed.json"))["items"] as? [Any])?.count == 1)
        }
    }

    @Test("a feed of giants stays of a size that can be read")
    func giants() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let long = String(repeating: "Đoạn văn dài. ", count: 90_000)
            for number in 1...5 {
                var article = FullArticle.short("Bài dài \(number)")
                article.standfirst = "Tóm tắt \(number)"
                article.body = RichText([.paragraph([.text(long)])])
                try await portal.publish(article, in: portal.news)
            }
            let answer = try await portal.get("/feed.json")
            let items = try #require(try Self.json(answer)["items"] as? [[String: Any]])
            #expect(items.count == 5)
            #expect(answer.body.utf8.count < 5 << 20)
            #expect(items.contains { ($0["content_html"] as? String)?.contains("Đoạn văn dài") == true })
            #expect(items.contains { ($0["content_html"] as? String)?.hasPrefix("<p>Tóm tắt ") == true })
        }
    }

    @Test("a list that a feature hands over becomes a feed, in the order it gave")
    func ownList() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let first = try await portal.publish(FullArticle.short("Một"), in: portal.news).item
            let second = try await portal.publish(FullArticle.short("Hai"), in: portal.ward).item
            let feeds = Feeds(
                reader: portal.reader,
                addresses: Addresses(TestPortal.kinds) { portal.sectionDirectory.index },
                ids: StableIDs(origin: "anson.test"),
                sections: { portal.sectionDirectory.index }
            )
            let visit = Visit(face: portal.face, site: portal.province, tree: portal.tree, now: portal.clock.now, requestID: "x")
            let source = FeedSource(
                list: "search/q=tin",
                title: "Tìm: tin",
                page: "/tim-kiem?q=tin",
                address: "/tim-kiem/feed.atom?q=tin",
                items: [second, first, ItemID(rawValue: 1)]
            )
            let answer = try await feeds.answer(source, as: .atom, for: visit)
            let root = try #require(try XMLDocument(data: Data(answer.bytes.readableBytesView)).rootElement())
            #expect(root.elements(forName: "entry").compactMap { $0.elements(forName: "title").first?.stringValue } == ["Hai", "Một"])
            // Each with the address on its own portal.
            #expect(root.xmlString.contains("https://soyte.anson.test/tin-nganh/hai-\(second)"))
        }
    }
}
