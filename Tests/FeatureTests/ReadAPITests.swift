import Foundation
import HTTPTypes
import News
import Pages
import PortalNetwork
import PortalTesting
import Publishing
import ReadAPI
import RichText
import Store
import Testing
import Vietnamese
import Web

/// An answer of the API as a program reads it.
struct APIAnswer {
    let status: Int
    let headers: HTTPFields
    let json: [String: Any]

    func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
    func titles() -> [String] { list("items").compactMap { $0["title"] as? String } }
    var next: String? { json["next"] as? String }
    var detail: String { json["detail"] as? String ?? "" }
}

extension TestPortal {
    func api(_ path: String, host: String = TestPortal.host, headers: HTTPFields = [:]) async throws -> APIAnswer {
        let answer = try await get("/api/v1/" + path, host: host, headers: headers)
        let json = try answer.body.isEmpty ? [:] : JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any] ?? [:]
        return APIAnswer(status: answer.status, headers: answer.headers, json: json)
    }

    /// Every page of a walk.
    func walk(_ path: String, host: String = TestPortal.host) async throws -> [APIAnswer] {
        var answers = [try await api(path, host: host)]
        while let next = answers.last?.next, answers.count < 200 {
            let start = try #require(next.range(of: "/api/v1/")?.upperBound)
            answers.append(try await api(String(next[start...]), host: host))
        }
        return answers
    }
}

@Suite("Read API")
struct ReadAPITests {
    @Test(arguments: Backend.available)
    func anItemSaysEverythingItsPageSays(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let full = try await portal.publishFullArticle()
            let english = try await portal.publish(
                Article(title: "In English", body: RichText([.paragraph(["Text."])]), translates: full.id),
                in: portal.englishNews
            )
            let answer = try await portal.api("items/\(full.id)?body=html,text,blocks")
            #expect(answer.status == 200)
            let shown = try #require(try await portal.shown(full.id))
            let path = try await portal.path(full.id)
            #expect(answer.json["url"] as? String == "https://\(TestPortal.host)\(path)")
            #expect(answer.json["text_commitment"] as? String == shown.textCommitment)
            #expect(answer.json["salt"] as? String == shown.salt)
            #expect(answer.json["title"] as? String == full.article.title)
            #expect(answer.json["language"] as? String == "vi")
            #expect((answer.json["section"] as? [String: Any])?["code"] as? String == "kinh-te")
            let details = try #require(answer.json["details"] as? [String: Any])
            #expect(Set(details.keys) == ["title", "kicker", "standfirst", "body", "picture", "authors", "source", "tags", "related"])
            let body = try #require(details["body"] as? [String: Any])
            let html = try #require(body["html"] as? String)
            #expect(html.contains("https://\(TestPortal.host)/files/\(full.files.picture.id)/"))
            #expect(html.contains("https://\(TestPortal.host)/-/\(full.cited)"))
            #expect((body["text"] as? String)?.contains("Kết quả nổi bật") == true)
            #expect(((body["blocks"] as? [String: Any])?["blocks"] as? [Any])?.count == full.article.body.blocks.count)
            // Every file it names is there.
            let files = answer.list("files")
            #expect(files.count == 3)
            for file in files {
                let url = try #require(file["url"] as? String)
                #expect(try await portal.get(String(url.dropFirst("https://\(TestPortal.host)".count))).status == 200)
            }
            let translations = answer.list("translations")
            #expect(translations.map { $0["id"] as? String } == ["\(english.item)"])
            #expect(answer.list("related").map { $0["id"] as? String } == ["\(full.cited)"])
            // What is not asked for is not sent.
            let plain = try #require(try await portal.api("items/\(full.id)").json["details"] as? [String: Any])
            #expect((plain["body"] as? [String: Any]).map { Set($0.keys) } == ["html"])
        }
    }

    @Test(arguments: Backend.available)
    func aWalkGivesEveryItemOnceNewestFirst(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            try await portal.fill(23, portal.news, titled: "Tin", tags: ["Đầu tư"])
            try await portal.fill(11, portal.economy, titled: "Kinh tế")
            try await portal.fill(7, portal.ward, titled: "Sở")
            // The same moments on two portals: the order goes on by id.
            try await portal.publish(StaticPage(title: "Trang", body: RichText([.paragraph(["Chữ."])])), in: Place(site: portal.province.id))
            for (path, count) in [
                ("items?limit=5", 35), ("items?limit=100", 35), ("items?limit=1&scope=subtree", 42), ("items?limit=7&scope=subtree", 42),
                ("items?limit=6&section=tin-tuc", 34), ("items?limit=4&section=kinh-te", 11), ("items?limit=4&tag=dau-tu", 23),
                ("items?limit=4&tag=%C4%90%E1%BA%A7u%20t%C6%B0&kind=news", 23), ("items?limit=3&tag=dau-tu&kind=page", 0),
                ("items?limit=3&kind=page&scope=installation", 1), ("items?limit=9&language=vi&scope=subtree", 42),
                ("items?limit=9&language=en&scope=subtree", 0), ("items?limit=3&site=so-y-te", 7),
                ("items?limit=3&view=full&site=so-y-te", 7),
            ] {
                let answers = try await portal.walk(path)
                let items = answers.flatMap { $0.list("items") }
                #expect(answers.allSatisfy { $0.status == 200 }, "\(path)")
                #expect(items.count == count, "\(path)")
                #expect(Set(items.compactMap { $0["id"] as? String }).count == count, "\(path): an item stands twice")
                let order = items.map { "\($0["published_at"] as? String ?? "")\($0["id"] as? String ?? "")" }
                #expect(order == order.sorted(by: >), "\(path): not newest first")
            }
        }
    }

    @Test(arguments: Backend.available)
    func rangesOfTime(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            for (day, title) in [(1, "Một"), (2, "Hai"), (3, "Ba")] {
                let date = try #require(CivilDate(year: 2026, month: 10, day: day))
                try await portal.publish(FullArticle.short(title), in: portal.news, on: VietnamTime.startOfDay(date))
            }
            #expect(try await portal.api("items?since=2026-10-02").titles() == ["Ba", "Hai"])
            #expect(try await portal.api("items?until=2026-10-02").titles() == ["Một"])
            #expect(try await portal.api("items?since=2026-10-01T17:00:00Z&until=2026-10-03T00:00:00%2B07:00").titles() == ["Hai"])
            #expect(try await portal.api("items?since=2026-10-02T00:00:00+07:00&until=2026-10-03").titles() == ["Hai"])
        }
    }

    /// Who keeps a copy learns of everything that changed and of what was taken back, and misses nothing between two pages.
    @Test(arguments: Backend.available)
    func changesCanBeFollowed(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let first = try await portal.publish(FullArticle.short("Sẽ sửa"), in: portal.news)
            let second = try await portal.publish(FullArticle.short("Sẽ gỡ"), in: portal.news)
            let third = try await portal.publish(FullArticle.short("Sẽ xóa"), in: portal.news)
            portal.clock.advance(seconds: 3600)
            let moment = portal.clock.now.rfc3339UTC
            #expect(try await portal.api("items?updated_since=\(moment)").list("items").isEmpty)
            try await portal.publish(FullArticle.short("Mới"), in: portal.ward)
            try await portal.publishing.withdraw(second.item, because: .error, note: "Sai số liệu.", by: portal.by("chief"))
            try await portal.publishAgain(first.item, FullArticle.short("Đã sửa"), in: portal.news, as: .correct, note: "Sửa tên.")
            try await portal.publishing.erase(third.item, because: .personal, by: portal.by("chief"))
            let answers = try await portal.walk("items?updated_since=\(moment)&limit=1&scope=subtree")
            #expect(answers.flatMap { $0.titles() } == ["Mới", "Đã sửa"])
            let gone = answers.flatMap { $0.list("gone") }
            #expect(gone.map { $0["id"] as? String } == ["\(second.item)", "\(third.item)"])
            #expect(gone.map { $0["state"] as? String } == ["withdrawn", "erased"])
            #expect(gone.first?["reason"] as? String == "error")
            #expect(gone.first?["note"] as? String == "Sai số liệu.")
            // Its editions, without drafts.
            try await portal.publishing.save(
                FullArticle.short("Bản nháp"),
                as: first.item,
                in: Place(site: portal.province.id, section: portal.news.id),
                by: portal.by("reporter")
            )
            let revisions = try await portal.walk("items/\(first.item)/revisions?limit=1").flatMap { $0.list("revisions") }
            #expect(revisions.map { $0["edition"] as? Int } == [2, 1])
            #expect(revisions.map { $0["operation"] as? String } == ["correct", "publish"])
            #expect(revisions.first?["note"] as? String == "Sửa tên.")
            #expect(try await !portal.get("/api/v1/items/\(first.item)").body.contains("Bản nháp"))
            // What is gone says so.
            for path in ["items/\(second.item)", "items/\(second.item)/revisions"] {
                let answer = try await portal.api(path)
                #expect(answer.status == 410 && answer.detail.contains("Sai số liệu."))
                #expect(answer.headers[.contentType] == "application/problem+json")
            }
            #expect(try await portal.api("items/\(third.item)").status == 410)
        }
    }

    @Test func elsewhereAndNowhere() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let item = try await portal.publish(FullArticle.short("Của sở"), in: portal.ward)
            let answer = try await portal.get("/api/v1/items/\(item.item)?body=text")
            #expect(answer.status == 301)
            #expect(answer.location == "https://\(TestPortal.departmentHost)/api/v1/items/\(item.item)?body=text")
            #expect(try await portal.api("items/\(item.item)", host: TestPortal.departmentHost).status == 200)
            #expect(try await portal.api("items/0000000000001").status == 404)
            let draft = try await portal.publishing.save(
                FullArticle.short("Nháp"),
                in: Place(site: portal.province.id, section: portal.news.id),
                by: portal.by("reporter")
            )
            #expect(try await portal.api("items/\(draft.item)").status == 404)
            #expect(try await portal.api("items/\(draft.item)/revisions").status == 404)
            #expect(try await portal.api("items").list("items").isEmpty)
        }
    }

    /// However many portals a question is about and however deep a page lies, the databases are asked a few times.
    @Test(arguments: Backend.available)
    func statementsAreFew(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let parent = portal.province.id
            for number in 0..<60 {
                let settings = SiteSettings(name: "Xã \(number)", shortName: "Xã \(number)", hosts: ["xa\(number).anson.test"])
                try await Sites.add(
                    SiteDraft(code: "xa-\(number)", parent: parent, kind: .commune, settings: settings),
                    to: portal.database,
                    ids: portal.publishing.ids,
                    clock: portal.clock.clock
                )
            }
            try await portal.refresh()
            try await portal.fill(60, portal.news, tags: ["Đầu tư"])
            try await portal.fill(40, portal.ward, titled: "Sở")
            let deep = try #require(try await portal.walk("items?scope=subtree&limit=30").dropLast().last?.next)
            let start = try #require(deep.range(of: "/api/v1/")?.upperBound)
            for (path, most) in [
                ("items", 4), ("items?scope=subtree&limit=30", 5), (String(deep[start...]), 5), ("items?tag=dau-tu&kind=news", 4),
                ("items?view=full&limit=20", 7), ("items?updated_since=2020-01-01", 12), ("sites?scope=subtree", 0), ("sections", 0), ("kinds", 0),
            ] {
                portal.database.reset()
                portal.keys.reset()
                #expect(try await portal.api(path).status == 200)
                let said = portal.database.statements + portal.keys.statements
                #expect(said.count <= most, "\(path): \(said.count) \(said)")
            }
        }
    }

    @Test func portalsAndSections() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let sites = try await portal.walk("sites?limit=2").flatMap { $0.list("sites") }
            #expect(sites.map { $0["code"] as? String } == ["an-son", "an-son-en", "so-y-te", "trong"])
            #expect(try await portal.api("sites", host: TestPortal.departmentHost).list("sites").count == 1)
            #expect(try await portal.api("sites?scope=installation", host: TestPortal.departmentHost).list("sites").count == 4)
            for name in ["so-y-te", TestPortal.departmentHost, "\(portal.department.id)"] {
                #expect(try await portal.api("sites/\(name)").json["code"] as? String == "so-y-te")
            }
            #expect(try await portal.api("sites/khong-co").status == 404)
            let sections = try await portal.api("sections?scope=subtree").list("sections")
            #expect(Set(sections.compactMap { $0["code"] as? String }) == ["tin-tuc", "kinh-te", "phong-chong-thien-tai", "tin-nganh", "news"])
            #expect(sections.first { $0["code"] as? String == "kinh-te" }?["parent"] as? String == "tin-tuc")
            // A portal that answers no more is not there either.
            try await Sites.turn(portal.department.id, .close(reason: "Sáp nhập"), version: 1, in: portal.database)
            try await portal.refresh()
            #expect(try await portal.api("sites?scope=installation").list("sites").count == 3)
            #expect(try await portal.api("items?site=so-y-te").status == 404)
        }
    }
}
