import Foundation
import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import Publishing
import ReadAPI
import RichText
import Testing
import Vietnamese
import Web

@Suite("What the read API refuses, and how")
struct ReadAPIRefusalTests {
    static let wrong: [(path: String, names: String)] = [
        ("items?foo=1", "foo"), ("items?limit=0", "limit"), ("items?limit=101", "limit"), ("items?limit=1e1", "limit"), ("items?limit=", "limit"),
        ("items?limit=5&limit=6", "limit"), ("items?scope=all", "scope"), ("items?kind=nothing", "kind"), ("items?language=fr", "language"),
        ("items?since=yesterday", "since"), ("items?since=2026-13-01", "since"), ("items?since=20/11/2026", "since"),
        ("items?body=html,html", "body"), ("items?body=", "body"), ("items?view=full&limit=21", "20"), ("items?section=tin-tuc&tag=x", "section"),
        ("items?updated_since=2026-01-01&tag=x", "tag"), ("items?updated_since=2026-01-01&view=full&limit=5", "view"), ("items?cursor=x", "cursor"),
        ("items?cursor=0000000000000000000000000000000000000000", "cursor"), ("search", "q"), ("search?q=", "q"), ("search?q=%20", "q"),
        ("kinds?x=1", "x"), ("sites?site=an-son&cursor=%01", "cursor"), ("items?tag=" + String(repeating: "a", count: 101), "tag"),
        ("items?%3Cb%3E=1", "<b>"),
    ]

    @Test func everyWrongParameterIsNamed() async throws {
        try await TestPortal.with(.sqlite) { portal in
            for (path, name) in Self.wrong {
                let answer = try await portal.api(path)
                #expect(answer.status == 400, "\(path)")
                #expect(answer.headers[.contentType] == "application/problem+json", "\(path)")
                #expect(answer.detail.contains(name), "\(path): \(answer.detail)")
                #expect(answer.json["status"] as? Int == 400)
                #expect(answer.headers[.cacheControl] == "no-store")
                #expect(!answer.detail.contains("⟦"), "\(path): \(answer.detail)")
            }
            // In the portal's own language.
            let english = try await portal.api("items?foo=1", host: TestPortal.englishHost)
            #expect(english.detail.hasPrefix("There is no such parameter: foo"))
        }
    }

    /// Each character of a cursor changed, and a cursor put to another question: 400 each time, never another place.
    @Test func cursorsCannotBeBent() async throws {
        try await TestPortal.with(.sqlite) { portal in
            try await portal.fill(5, portal.news)
            let next = try #require(try await portal.api("items?limit=2").next)
            let cursor = try #require(next.range(of: "cursor=").map { String(next[$0.upperBound...]) })
            #expect(try await portal.api("items?limit=2&cursor=\(cursor)").status == 200)
            #expect(try await portal.api("items?limit=4&cursor=\(cursor)").list("items").count == 3, "how much may change")
            for index in cursor.indices {
                var bent = cursor
                bent.replaceSubrange(index...index, with: cursor[index] == "0" ? "1" : "0")
                #expect(try await portal.api("items?limit=2&cursor=\(bent)").status == 400)
            }
            for other in ["items?scope=subtree&cursor=", "items?kind=news&cursor=", "sites?cursor=", "items?updated_since=2020-01-01&cursor="] {
                #expect(try await portal.api(other + cursor).status == 400, "\(other)")
            }
            #expect(try await portal.api("items?cursor=\(cursor)", host: TestPortal.englishHost).status == 400)
        }
    }

    @Test func methodsOriginsAndConditions() async throws {
        try await TestPortal.with(.sqlite) { portal in
            try await portal.fill(3, portal.news)
            let path = "/api/v1/items?limit=2"
            let answer = try await portal.get(path)
            let tag = try #require(answer.headers[.eTag])
            #expect(answer.headers[.accessControlAllowOrigin] == "*")
            #expect(answer.headers[.accessControlAllowCredentials] == nil)
            #expect(answer.headers[.accessControlExposeHeaders]?.contains("ETag") == true)
            #expect(answer.headers[.crossOriginResourcePolicy] == "cross-origin")
            #expect(answer.headers[values: .setCookie].isEmpty)
            #expect(answer.headers[.cacheControl]?.contains("max-age=30") == true)
            let link = try #require(HTTPField.Name("Link").flatMap { answer.headers[$0] })
            #expect(link.contains("rel=\"next\"") && link.contains("/api/openapi.json>; rel=\"service-desc\""))
            let again = try await portal.get(path, headers: [.ifNoneMatch: tag])
            #expect(again.status == 304 && again.body.isEmpty && again.headers[.accessControlAllowOrigin] == "*")
            let head = try await portal.get(path, method: .head)
            #expect(head.status == 200 && head.body.isEmpty && head.headers[.eTag] == tag)
            let preflight = try await portal.get(
                path,
                method: .options,
                headers: [.origin: "https://doc.example", .accessControlRequestMethod: "GET", .accessControlRequestHeaders: "if-none-match"]
            )
            #expect(preflight.status == 204)
            #expect(preflight.headers[.accessControlAllowMethods] == "GET, HEAD, OPTIONS")
            #expect(preflight.headers[.accessControlAllowHeaders]?.contains("If-None-Match") == true)
            for method in [HTTPRequest.Method.post, .put, .patch, .delete] {
                let refused = try await portal.get(path, method: method)
                #expect(refused.status == 405, "\(method)")
                #expect(refused.headers[.allow] == "GET, HEAD, OPTIONS")
                #expect(refused.headers[.contentType] == "application/problem+json")
                #expect(refused.headers[.accessControlAllowOrigin] == "*")
            }
            let nothing = try await portal.get("/api/v1/nothing")
            #expect(nothing.status == 404 && nothing.headers[.contentType] == "application/problem+json")
            #expect(try await portal.get("/tin-tuc/").headers[.accessControlAllowOrigin] == nil, "pages are not for other origins")
        }
    }

    @Test func searchAnswersThroughItsDoor() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let answer = try await portal.api("search?q=tin")
            #expect(answer.status == 503 && answer.headers[.retryAfter] == "30")
        }
        let asked = Asked()
        let door = SearchDoor { question, _ in
            await asked.note(question)
            let hits = await asked.items.dropFirst(question.offset).prefix(question.limit)
            return SearchDoor.Answer(hits.map { SearchDoor.Hit($0, extract: "<b>đoạn</b>") }, total: await asked.items.count)
        }
        try await TestPortal.with(.sqlite, search: door) { portal in
            try await portal.fill(5, portal.news)
            let cards = try await portal.reader.list(.all, on: portal.province.id, page: 1).cards
            let draft = try await portal.publishing.save(
                FullArticle.short("Nháp"),
                in: Place(site: portal.province.id, section: portal.news.id),
                by: portal.by("reporter")
            )
            // An index may be behind; what it still names is shown only if the gate shows it.
            await asked.found(cards.map(\.item) + [draft.item])
            let answers = try await portal.walk("search?q=123%2FQ%C4%90-UBND&limit=2&kind=news&scope=subtree")
            #expect(answers.flatMap { $0.titles() } == cards.map(\.content.title))
            #expect(answers.first?.json["total"] as? Int == 6)
            #expect(answers.first?.list("items").first?["extract"] as? String == "<b>đoạn</b>")
            let question = try #require(await asked.questions.first)
            #expect(question.text == "123/QĐ-UBND" && question.kind == "news" && question.sites.count == 4)
            #expect(try await !portal.get("/api/v1/search?q=x").body.contains("<b>"), "no tag stands in an answer")
        }
    }

    private actor Asked {
        var questions: [SearchDoor.Question] = []
        var items: [ItemID] = []
        func note(_ question: SearchDoor.Question) { questions.append(question) }
        func found(_ items: [ItemID]) { self.items = items }
    }
}
