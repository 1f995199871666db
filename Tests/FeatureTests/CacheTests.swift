import HTTPTypes
import Media
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Testing
import Vietnamese

@testable import Web

@Suite("What the page cache shows is what is true")
struct CacheTests {
    private static func article(_ title: String, _ tags: [String] = [], _ change: (inout Article) -> Void = { _ in }) -> Article {
        var article = Article(title: title, body: RichText([.paragraph([.text("Nội dung của \(title).")])]), tags: tags)
        change(&article)
        return article
    }

    @Test("after every act each kept page is what a page made now would be", arguments: Backend.available)
    func everyAct(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            var cached = try await CachedNode(portal)
            let hosts = [TestPortal.host, TestPortal.englishHost, TestPortal.departmentHost]
            var items: [(id: ItemID, host: String)] = []
            func publish(
                _ title: String,
                _ section: Section,
                _ tags: [String] = [],
                on date: Instant? = nil,
                _ change: (inout Article) -> Void = { _ in }
            )
                async throws -> ItemID
            {
                portal.clock.advance(seconds: 60)
                let id = try await portal.publish(Self.article(title, tags, change), in: section, on: date).item
                let host =
                    section.site == portal.english.id
                    ? TestPortal.englishHost : section.site == portal.department.id ? TestPortal.departmentHost : TestPortal.host
                items.append((id, host))
                return id
            }
            func check(_ act: String) async throws {
                await cached.follow()
                var paths: [(String, String)] = []
                for host in hosts {
                    paths += [
                        "/", "/tin-tuc/", "/kinh-te/", "/tin-nganh/", "/news/", "/phong-chong-thien-tai/", "/tu-khoa/bao-lu", "/so-do-trang",
                        "/feed.atom", "/tin-tuc/feed.json", "/feed.rss", "/sitemap.xml", "/sitemap/tin-moi.xml", "/api/v1/items",
                        "/api/v1/items?updated_since=2026-01-01T00:00:00Z", "/api/v1/items?tag=bao-lu", "/api/v1/sections", "/api/v1/items?la=1",
                        "/luu-tru/2026/11/21",
                    ]
                    .map { ($0, host) }
                }
                for (id, host) in items { paths += ["/-/\(id)", "/tin-tuc/\(id)"].map { ($0, host) } }
                for (id, host) in items {
                    for site in [portal.province, portal.department, portal.english] {
                        if let path = try? await portal.path(id, on: site.id) { paths += [(path, host), (path + "?in=1", host)] }
                    }
                }
                for (path, host) in paths {
                    let kept = try await cached.get(path, host)
                    let now = try await portal.get(path, host: host)
                    #expect(kept.status == now.status, "\(act): \(host)\(path)")
                    #expect(kept.location == now.location, "\(act): \(host)\(path)")
                    if now.status == 200 { #expect(kept.body == now.body, "\(act): \(host)\(path)") }
                }
            }

            let first = try await publish("Bão số một", portal.news, ["Bão lũ"])
            let second = try await publish("Giá lúa", portal.economy)
            _ = try await publish("Khám sức khỏe", portal.ward)
            _ = try await publish("Storm", portal.englishNews) { $0.translates = first }
            try await check("published")
            let third = try await publish("Bão số hai", portal.news, ["Bão lũ"]) {
                $0.topics = [portal.topic.id]
                $0.related = [first]
            }
            try await check("a newer one")
            _ = try await publish("Chuyện cũ", portal.news, on: portal.clock.now.adding(seconds: -90_000))
            try await check("backdated")
            try await portal.publishAgain(first, Self.article("Bão số một đổi hướng", ["Thiên tai"]), in: portal.news, as: .update, note: nil)
            try await check("updated, with another tag")
            try await portal.publishAgain(second, Self.article("Giá lúa tăng"), in: portal.economy, as: .correct, note: "Sửa số liệu.")
            try await check("corrected")
            try await portal.publishing.feature([second, first], on: portal.province.id, by: portal.by("chief"))
            try await check("featured")
            try await portal.publishing.withdraw(third, because: .error, note: "Sai.", by: portal.by("chief"))
            try await check("withdrawn")
            try await portal.publishing.restore(third, by: portal.by("chief"))
            try await check("restored")
            try await portal.publishing.move(second, to: Place(site: portal.province.id, section: portal.news.id), by: portal.by("chief"))
            try await check("moved to another section")
            try await portal.publishing.move(second, to: Place(site: portal.department.id, section: portal.ward.id), by: portal.by("chief"))
            try await check("moved to another portal")
            try await portal.publishing.erase(first, because: .legal, by: portal.by("chief"))
            try await check("erased")
            try await portal.fill(45, portal.news)
            try await check("imported")
            try await ProjectionRunner(portal.publishing).rebuild()
            try await check("rebuilt")
        }
    }

    @Test("a publication lets go of what it changed and of nothing else", arguments: Backend.available)
    func nothingElse(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            var cached = try await CachedNode(portal)
            let old = try await portal.publish(Self.article("Cũ", ["Bão lũ"]), in: portal.news)
            let other = try await portal.publish(Self.article("Khác"), in: portal.economy)
            portal.clock.advance(seconds: 3_600)
            await cached.follow()
            let oldPath = try await portal.path(old.item)
            let otherPath = try await portal.path(other.item)
            let pages = [
                (oldPath, TestPortal.host), (otherPath, TestPortal.host), ("/", TestPortal.host), ("/tin-tuc/", TestPortal.host),
                ("/kinh-te/", TestPortal.host), ("/tu-khoa/bao-lu", TestPortal.host), ("/", TestPortal.englishHost), ("/", TestPortal.departmentHost),
            ]
            for (path, host) in pages { _ = try await cached.get(path, host) }
            #expect(pages.allSatisfy { cached.isFresh($0.0, $0.1) })
            try await portal.publish(Self.article("Mới"), in: portal.news)
            await cached.follow()
            let left = pages.filter { cached.isFresh($0.0, $0.1) }.map { $0.1 + $0.0 }
            #expect(
                left == [oldPath, otherPath, "/kinh-te/", "/tu-khoa/bao-lu"].map { TestPortal.host + $0 }
                    + [TestPortal.englishHost + "/", TestPortal.departmentHost + "/"]
            )
            // A draft, a submission, an approval change nothing the public sees.
            for (path, host) in pages { _ = try await cached.get(path, host) }
            let draft = try await portal.publishing.save(
                Self.article("Nháp"),
                in: Place(site: portal.province.id, section: portal.news.id),
                by: portal.by("reporter")
            )
            try await portal.publishing.submit(draft.item, by: portal.by("reporter"))
            await cached.follow()
            #expect(pages.allSatisfy { cached.isFresh($0.0, $0.1) })
        }
    }

    @Test("readers of kept pages are counted, robots and print are not", arguments: Backend.available)
    func readers(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let cached = try await CachedNode(portal)
            let item = try await portal.publish(Self.article("Bài"), in: portal.news).item
            let path = try await portal.path(item)
            for _ in 0..<5 { _ = try await cached.get(path, TestPortal.host) }
            _ = try await cached.get(path + "?in=1", TestPortal.host)
            _ = try await cached.browser.send(path, method: .get, host: TestPortal.host, headers: [.userAgent: "Googlebot/2.1"])
            _ = try await cached.browser.send(path, method: .head, host: TestPortal.host, headers: [:])
            await portal.views.flush()
            #expect(try await portal.shown(item)?.views == 5)
        }
    }

    @Test("kept pages are shown while the database is away", arguments: Backend.available)
    func databaseAway(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            var cached = try await CachedNode(portal)
            let item = try await portal.publish(Self.article("Bài"), in: portal.news).item
            let path = try await portal.path(item)
            await cached.follow()
            #expect(try await cached.get(path, TestPortal.host).status == 200)
            #expect(try await cached.get("/", TestPortal.host).status == 200)
            try await portal.publish(Self.article("Bài mới"), in: portal.news)
            await cached.follow()
            portal.faults.setAway(true)
            #expect(try await cached.get(path, TestPortal.host).status == 200)
            #expect(try await cached.get("/", TestPortal.host).status == 200)
            #expect(try await cached.get("/kinh-te/", TestPortal.host).status == 503)
            await cached.follow()
            portal.faults.setAway(false)
            #expect(try await cached.get("/", TestPortal.host).body.contains("Bài mới"))
        }
    }

    @Test("lists that go on are kept page by page", arguments: Backend.available)
    func pagesOfLists(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let cached = try await CachedNode(portal)
            for number in 1...21 {
                try await portal.publish(Self.article("Bài \(number)", ["Bão lũ"]) { $0.topics = [portal.topic.id] }, in: portal.news)
            }
            let day = portal.clock.now.civilDate
            for list in ["/tin-tuc/", "/tu-khoa/bao-lu", "/chuyen-trang/\(portal.topic.code)/", "/luu-tru/\(day.year)/\(day.month)/\(day.day)/"] {
                let first = try await cached.get(list, TestPortal.host), second = try await cached.get(list + "?trang=2", TestPortal.host)
                #expect(first.status == 200 && second.status == 200, "\(list): \(first.status), \(second.status)")
                #expect(first.body.contains("Bài 21") && !first.body.contains("Bài 1<"), "\(list)")
                #expect(second.body.contains("Bài 1<") && !second.body.contains("Bài 21"), "\(list)")
                #expect(cached.isFresh(list + "?trang=2&utm_source=x", TestPortal.host), "\(list)")
                #expect(try await cached.get(list + "?trang=3", TestPortal.host).status == 404, "\(list)")
            }
            for list in ["/cai-chinh", "/tac-gia/lua-thom-0scgmakxm000f"] {
                #expect(cached.targets.target(of: list + "?x=1&trang=2") == list + "?trang=2")
            }
        }
    }

    @Test("each version of a picture is kept by itself; what stands for one that is not ready is not kept")
    func pictures() async throws {
        for place in [TestPortal.worker, .child(program: "/bin/false", arguments: [])] {
            try await TestPortal.with(.sqlite, worker: place) { portal in
                let cached = try await CachedNode(portal)
                let bytes = SamplePNG.bytes(width: 400, height: 300)
                let asset = try await portal.publishing.addAsset(
                    bytes,
                    name: "anh.png",
                    mediaType: "image/png",
                    on: portal.province.id,
                    in: portal.files
                )
                let shown = AssetReference(commitment: asset.id, id: asset.name)
                try await portal.publish(Self.article("Bài") { $0.picture = Picture(asset: shown, width: 400, height: 300) }, in: portal.news)
                let isReady = place == TestPortal.worker
                for (query, type) in [
                    ("", "image/png"), ("?w=320&f=avif", "image/avif"), ("?w=320&f=webp", "image/webp"), ("?utm_source=x", "image/png"),
                ] {
                    for _ in 0..<2 {
                        let answer = try await cached.get(asset.path + query, TestPortal.host)
                        #expect(answer.status == 200 && answer.headers[.contentType] == (isReady ? type : "image/png"), "\(query)")
                    }
                    let isKept = isReady || !query.contains("w=")
                    #expect(cached.isFresh(asset.path + query, TestPortal.host) == isKept, "\(query)")
                }
            }
        }
    }
}
