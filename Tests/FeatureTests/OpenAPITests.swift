import Foundation
import HTTPTypes
import NIOCore
import News
import Pages
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import RichText
import Testing
import Vietnamese
import Web

@testable import ReadAPI

@Suite("The OpenAPI document")
struct OpenAPITests {
    private func document(_ portal: TestPortal, host: String = TestPortal.host) async throws -> [String: Any] {
        let answer = try await portal.get("/api/openapi.json", host: host)
        #expect(answer.status == 200)
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    }

    /// Every address of the document answers with what it says, every endpoint stands in it, every schema it names exists.
    @Test func saysWhatThereIs() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let full = try await portal.publishFullArticle()
            let document = try await document(portal)
            #expect(document["openapi"] as? String == "3.1.0")
            let paths = try #require(document["paths"] as? [String: [String: Any]])
            let endpoints = Endpoint.all(kinds: TestPortal.kinds.all.map(\.name.rawValue))
            #expect(Set(paths.keys) == Set(endpoints.map(\.path)))
            let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: Any])
            for endpoint in endpoints {
                let operation = try #require(paths[endpoint.path]?["get"] as? [String: Any])
                let parameters = operation["parameters"] as? [[String: Any]] ?? []
                #expect(Set(parameters.compactMap { $0["name"] as? String }) == Set(endpoint.parameters.map(\.name)))
                #expect(operation["operationId"] as? String == endpoint.id)
                let path =
                    endpoint.id == "site"
                    ? "/api/v1/sites/an-son"
                    : endpoint.path.replacing("{id}", with: "\(full.id)").replacing("{name}", with: "news")
                let query = endpoint.parameters.filter { $0.isRequired && !$0.isInPath }.map { "\($0.name)=tin" }.joined(separator: "&")
                let answer = try await portal.get(query.isEmpty ? path : path + "?" + query)
                let responses = try #require(operation["responses"] as? [String: Any])
                #expect(responses["\(answer.status)"] != nil, "\(endpoint.path) answers \(answer.status), which the document does not know")
                if answer.status == 200 { #expect(answer.headers[.contentType] == endpoint.type) }
                // What one endpoint takes another may not: a stranger's parameter is refused everywhere.
                #expect(try await portal.get(path + "?khong_co=1").status == 400)
            }
            let text = try await portal.get("/api/openapi.json").body
            for match in text.matches(of: /"#\\?\/components\\?\/schemas\\?\/([A-Za-z\-]+)"/) {
                #expect(schemas[String(match.output.1)] != nil, "no schema \(match.output.1)")
            }
            #expect(!text.contains("⟦"), "a text is missing in the catalogues")
            for host in [TestPortal.englishHost] { #expect(try await !portal.get("/api/openapi.json", host: host).body.contains("⟦")) }
            #expect(try await portal.get("/api/openapi.json").body == text, "the same bytes twice")
        }
    }

    /// The schema of a kind is made of its fields: nothing is forgotten, nothing added.
    @Test func kindsBecomeSchemas() async throws {
        try await TestPortal.with(.sqlite) { portal in
            let kinds = try await portal.api("kinds").list("kinds")
            #expect(kinds.compactMap { $0["name"] as? String } == ["news", "page", "question"])
            let schema = try await portal.api("kinds/news").json
            let properties = try #require(schema["properties"] as? [String: [String: Any]])
            #expect(Set(properties.keys) == Set(Article.fields.all.map(\.name)))
            #expect(schema["required"] as? [String] == ["title"])
            #expect(properties["title"]?["maxLength"] as? Int == 300)
            #expect(properties["tags"]?["type"] as? String == "array")
            #expect((properties["related"]?["items"] as? [String: Any])?["type"] as? String == "string")
            #expect(try await portal.api("kinds/page").json["required"] as? [String] == ["body", "title"])
            #expect(try await portal.api("kinds/khong-co").status == 404)
        }
    }

    @Test func thePageForPeopleListsEverything() async throws {
        try await TestPortal.with(.sqlite) { portal in
            for (host, language) in [(TestPortal.host, "vi"), (TestPortal.englishHost, "en")] {
                for path in ["/api/", "/api"] {
                    let answer = try await portal.get(path, host: host)
                    PageAudit.check(answer, language: language, "the reference page")
                    for endpoint in Endpoint.all(kinds: ["news"]) {
                        #expect(answer.body.contains("GET \(endpoint.path)"))
                        for parameter in endpoint.parameters { #expect(answer.body.contains("<code>\(parameter.name)</code>")) }
                    }
                    #expect(!answer.body.contains("⟦"))
                }
            }
        }
    }

    static let texts = ["", "Đ \"x\" \\ \n\t\r\u{1}\u{7F}", "<script>&amp;", "\u{2028}😀", "e\u{301}", String(repeating: "ă", count: 5000)]

    /// What is written is read back by another JSON reader, and is the same bytes for the same calls.
    @Test(arguments: texts) func jsonIsReadBack(_ text: String) throws {
        func make() -> JSONWriter {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("text", text)
                writer.member("nothing", nil as String?)
                writer.array("list") { writer in
                    writer.string(text)
                    writer.number(-7)
                    writer.object { $0.member("deep", true) }
                    writer.array { _ in }
                }
                writer.member("value", ["b": 1, "a": [false, "x"]] as JSONValue)
                writer.object("empty") { _ in }
            }
            return writer
        }
        let writer = make()
        #expect(writer.bytes == make().bytes)
        #expect(!writer.bytes.contains(UInt8(ascii: "<")))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? NSDictionary)
        let wanted: NSDictionary = [
            "text": text, "list": [text, -7, ["deep": true], [] as [Any]] as [Any], "value": ["a": [false, "x"] as [Any], "b": 1] as [String: Any],
            "empty": [:] as [String: Any],
        ]
        #expect(read == wanted)
    }

    @Test func cursorsKeepTheirPlace() {
        for (first, second) in [(0, 0), (-5_000_000_000_000, 1), (1_795_219_200_123, Int64.max), (Int64(1) << 52, 77)] as [(Int64, Int64)] {
            let cursor = WalkCursor(first, second)
            #expect(WalkCursor(cursor.text(for: "q"), for: "q") == cursor)
            #expect(WalkCursor(cursor.text(for: "q"), for: "p") == nil)
        }
        for text in ["", "x", String(repeating: "z", count: 39), String(repeating: "0", count: 39), String(repeating: "é", count: 39)] {
            #expect(WalkCursor(text, for: "q") == nil)
        }
    }
}
