import HTTPTypes
import Logging
import PortalNetwork
import Store
import Synchronization
import Testing
import Vietnamese

@testable import Web

@Suite("What requests get")
struct RequestTests {
    @Test(
        arguments: [
            ("/", 200), ("/tin-tuc/", 200), ("/tin-tuc/?trang=3", 200), ("/tin-tuc/?trang=4", 404), ("/tin-tuc", 301), ("/khong-co/", 404),
            ("/tin-tuc/bai-viet-\(Crockford.encode(NoteResolver.item))", 200), ("/sai/cu-\(Crockford.encode(NoteResolver.item))", 301),
            ("/tin-tuc/\(Crockford.encode(NoteResolver.item + 1))", 410), ("/gioi-thieu", 200), ("/gioi-thieu/x", 404), ("/a/b/c/d", 404),
            ("//tin-tuc//", 301), ("//evil.example/%2e", 400), ("/../etc/passwd", 400), ("/%2e%2e/x", 400), ("/./", 400), ("/%zz", 400),
            ("/%00", 400),
            ("/%C3%28", 400), ("/a%0d%0aSet-Cookie:x", 400), ("/tin-tuc/?trang=%C3%28", 400), ("/a\\b", 400), ("/%5c", 400), ("*", 400),
            ("tin-tuc", 400),
            ("/\u{FFFD}", 400), ("/_/site-000000000000.css", 404), ("/_/", 404), ("/_/../x", 400), ("/_/look-9b1c1c-c8912d-00000000.css", 404),
            ("/tin-tuc/?" + String(repeating: "x", count: 5000), 414), ("/" + String(repeating: "a", count: 5000), 414), ("/favicon.ico", 200),
            ("/hoi-dap", 405), ("/loi/x", 500), ("/loi/refusal", 422), ("/loi/full", 503), ("/loi/away", 503), ("/loi/engine", 500),
            ("/wp-login.php", 404),
            ("/.env", 404), ("/.git/config", 404), ("/tin-tuc/'%20OR%201=1--", 404),
        ])
    func targets(target: String, status: Int) async throws {
        let answer = try await Browser(TestFace.make()).send(target)
        #expect(answer.status == status, "\(target.prefix(80))")
        try Self.checkHeaders(answer)
        if status == 301 {
            let location = try #require(answer.headers[.location])
            #expect(location.hasPrefix("/") && !location.hasPrefix("//"), "\(location)")
        }
        if status >= 400 { #expect(answer.headers[.contentType] == "text/html; charset=utf-8") }
    }

    /// The headers of the browser's rules, the request id, and no cookie: on every answer, errors too.
    static func checkHeaders(_ answer: Browser.Answer) throws {
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'"))
        #expect(!policy.contains("unsafe-"))
        #expect(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'") && policy.contains("trusted-types caunoi"))
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.referrerPolicy] == "strict-origin-when-cross-origin")
        #expect(answer.headers[.permissionsPolicy]?.contains("camera=()") == true)
        #expect(answer.headers[.crossOriginOpenerPolicy] == "same-origin")
        #expect(answer.headers[.crossOriginResourcePolicy] == "same-origin")
        #expect(answer.headers[.requestID]?.count == 16)
        #expect(answer.headers[.setCookie] == nil)
        #expect(answer.headers[.cacheControl] != nil)
    }

    @Test func secureHeadersOnlyOverHTTPS() async throws {
        let secure = try await Browser(TestFace.make(scheme: .https)).send("/")
        #expect(secure.headers[.strictTransportSecurity] != nil)
        #expect(secure.headers[.contentSecurityPolicy]?.contains("upgrade-insecure-requests") == true)
        let plain = try await Browser(TestFace.make(scheme: .http, port: 8080)).send("/")
        #expect(plain.headers[.strictTransportSecurity] == nil)
        #expect(plain.headers[.contentSecurityPolicy]?.contains("upgrade-insecure-requests") == false)
        #expect(plain.body.contains("<link rel=\"canonical\" href=\"http://anson.test:8080/\">"))
    }

    @Test(
        arguments: [
            ("anson.test", 200), ("ANSON.test", 200), ("anson.test:8080", 200), ("anson.test.", 200), ("www.anson.test", 200), ("khac.test", 421),
            ("anson.test@evil.example", 421), ("evil@anson.test", 421), ("anson.test:80x", 421), ("anson.test:", 421), ("anson.test:99999", 421),
            ("[::1]:8080", 421), ("[::1", 421), ("", 421), ("anson.test/x", 421), ("ngoai.test", 421),
            ("-anson.test", 421), ("anson..test", 421), (String(repeating: "a", count: 300) + ".test", 421), ("127.0.0.1", 421), ("ânson.test", 421),
        ])
    func hosts(host: String, status: Int) async throws {
        let answer = try await Browser(TestFace.make()).send("/", host: host)
        #expect(answer.status == status)
        try Self.checkHeaders(answer)
    }

    @Test func unknownHostLearnsNothing() async throws {
        let browser = try Browser(TestFace.make())
        for target in ["/", "/tin-tuc/", "/_/site.css", "/favicon.ico", "/api/v1/sites"] {
            let answer = try await browser.send(target, host: "khac.test")
            #expect(answer.status == 421)
            let said = answer.body.lowercased()
            for word in ["an sơn", "anson", "sở y tế", "cầu nối", "caunoi", "hummingbird", "swift"] { #expect(!said.contains(word), "\(word)") }
            #expect(answer.headers[.server] == nil)
        }
        let page = try await browser.send("/", host: "khac.test")
        #expect(page.body.contains("Tên miền này không được phục vụ tại đây"))
        #expect(RegionAudit.findings(in: page.body).isEmpty, "\(RegionAudit.findings(in: page.body))")
    }

    @Test func missingOrDoubleHost() async throws {
        let browser = try Browser(TestFace.make())
        #expect(try await browser.send("/", host: nil).status == 400)
        #expect(try await browser.send("/", headers: [.host: "khac.test"]).status == 400)
        #expect(try await browser.send("http://soyte.test/", host: "anson.test").body.contains("Sở Y tế"))
        #expect(try await browser.send("http://khac.test/", host: "anson.test").status == 421)
    }

    @Test(
        arguments: [
            ("POST", "/", 405, "GET, HEAD"), ("PUT", "/tin-tuc/", 405, "GET, HEAD"), ("DELETE", "/gioi-thieu", 405, "GET, HEAD"),
            ("GET", "/hoi-dap", 405, "POST"), ("POST", "/hoi-dap", 204, nil), ("PATCH", "/hoi-dap", 405, "POST"), ("OPTIONS", "/", 405, "GET, HEAD"),
            ("TRACE", "/", 405, "GET, HEAD"), ("BREW", "/", 501, nil), ("get", "/", 501, nil), ("PROPFIND", "/", 501, nil),
        ] as [(String, String, Int, String?)]
    )
    func methods(method: String, target: String, status: Int, allow: String?) async throws {
        let answer = try await Browser(TestFace.make()).send(target, method: try #require(HTTPRequest.Method(method)))
        #expect(answer.status == status)
        #expect(answer.headers[.allow] == allow)
    }

    @Test(arguments: ["/", "/tin-tuc/", "/khong-co/", "/gioi-thieu", "/_/x.css", "/tin-tuc"])
    func headIsGetWithoutBody(target: String) async throws {
        let browser = try Browser(TestFace.make())
        let (get, head) = (try await browser.send(target), try await browser.send(target, method: .head))
        #expect(head.status == get.status)
        #expect(head.body.isEmpty)
        #expect(head.headers[.contentLength] == get.headers[.contentLength])
        #expect(head.headers[.eTag] == get.headers[.eTag])
    }

    @Test func pagesMayBeKeptAndAskedFor() async throws {
        let browser = try Browser(TestFace.make())
        let first = try await browser.send("/tin-tuc/")
        let tag = try #require(first.headers[.eTag])
        #expect(first.headers[.cacheControl] == "public, max-age=30, stale-if-error=86400")
        #expect(!tag.hasPrefix("W/"))
        for value in [tag, "W/\(tag)", "\"x\", \(tag) ", "*"] {
            let again = try await browser.send("/tin-tuc/", headers: [.ifNoneMatch: value])
            #expect(again.status == 304, "\(value)")
            #expect(again.body.isEmpty)
            try Self.checkHeaders(again)
        }
        #expect(try await browser.send("/tin-tuc/", headers: [.ifNoneMatch: "\"x\""]).status == 200)
        #expect(try await browser.send("/tin-tuc/?trang=2").headers[.eTag] != tag)
    }

    @Test func withdrawnPagesSayWhyAndAreNotKept() async throws {
        let answer = try await Browser(TestFace.make()).send("/tin-tuc/\(Crockford.encode(NoteResolver.item + 1))")
        #expect(answer.status == 410)
        #expect(answer.headers[.cacheControl] == "public, max-age=0")
        #expect(answer.body.contains("Bài có sai sót về số liệu."))
        #expect(answer.body.contains("Nội dung đã được gỡ"))
        #expect(answer.body.contains("noindex"))
    }

    @Test(
        arguments: [
            ("anson.test", "vi", "Không tìm thấy trang", "Cổng thông tin điện tử tỉnh An Sơn"),
            ("en.anson.test", "en", "Page not found", "An Son Province Portal"),
        ])
    func errorsSpeakThePortalsLanguage(host: String, lang: String, title: String, name: String) async throws {
        let answer = try await Browser(TestFace.make()).send("/khong-co/", host: host)
        #expect(answer.body.contains("<html lang=\"\(lang)\""))
        #expect(answer.body.contains(title) && answer.body.contains(name))
        #expect(answer.body.contains(answer.headers[.requestID] ?? "-"))
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(RegionAudit.findings(in: answer.body).isEmpty, "\(RegionAudit.findings(in: answer.body))")
    }

    @Test func faultsAreNotToldToReaders() async throws {
        let browser = try Browser(TestFace.make())
        for kind in ["x", "full", "away", "engine"] {
            let answer = try await browser.send("/loi/\(kind)")
            for word in ["secret", "Unexpected", "StoreFault", "postgres", "relation", "swift"] {
                #expect(!answer.body.contains(word), "\(kind): \(word)")
            }
        }
        #expect(try await browser.send("/loi/full").headers[.retryAfter] == "60")
        #expect(try await browser.send("/loi/away").headers[.retryAfter] == "5")
        #expect(try await browser.send("/loi/refusal").body.contains("Nguyễn Văn A không được tự duyệt bài của mình."))
        #expect(try await browser.send("/loi/refusal", host: "en.anson.test").body.contains("Nguyễn Văn A may not approve"))
    }

    @Test func programsGetProblemDocuments() async throws {
        let browser = try Browser(TestFace.make())
        let refused = try await browser.send("/api/v1/loi/refusal")
        #expect(refused.status == 422)
        #expect(refused.headers[.contentType] == "application/problem+json")
        let id = try #require(refused.headers[.requestID])
        #expect(
            refused.body == """
                {"type":"about:blank","title":"Yêu cầu chưa được chấp nhận","status":422,"detail":"Nguyễn Văn A không được tự duyệt bài của mình.",\
                "instance":"urn:request:\(id)"}\n
                """
        )
        #expect(try await browser.send("/api/v1/khong-co").headers[.contentType] == "application/problem+json")
    }

    @Test(
        arguments: [
            ("cu.test", "/tin-tuc/?trang=2", 301, "https://soyte.test/tin-tuc/?trang=2"), ("cuhon.test", "//a//b", 301, "https://soyte.test/a/b"),
            ("vong.test", "/", 410, nil), ("dong.test", "/tin-tuc/", 410, nil), ("luu.test", "/", 200, nil),
        ] as [(String, String, Int, String?)]
    )
    func portalsThatAreNoMore(host: String, target: String, status: Int, location: String?) async throws {
        let browser = try Browser(TestFace.make())
        let answer = try await browser.send(target, host: host)
        #expect(answer.status == status)
        #expect(answer.headers[.location] == location)
        if host == "luu.test" { #expect(answer.body.contains("Cổng này đã ngừng cập nhật")) }
        if status == 410 {
            #expect(answer.body.contains("Cổng đã ngừng hoạt động"))
            let style = try #require(StaticFiles.house.address("site.css"))
            #expect(try await browser.send(style, host: host).status == 200)
        }
    }

    @Test func logLinesNameTheRequestAndNothingElse() async throws {
        let lines = Lines()
        let logger = Logger(label: "test") { _ in LogLines(label: "test") { line in lines.add(line) } }
        let browser = try Browser(TestFace.make(), logger: logger)
        let answer = try await browser.send(
            "/tin-tuc/?trang=2&token=bi-mat",
            headers: [.requestID: "forged\" , \"x\":1", .cookie: "session=bi-mat", .userAgent: "agent-name"]
        )
        let id = try #require(answer.headers[.requestID])
        #expect(id.allSatisfy(\.isHexDigit) && id.count == 16)
        let line = try #require(lines.all.first { $0.contains("\"message\":\"request\"") })
        #expect(line.contains("\"hb.request.id\":\"\(id)\""))
        #expect(line.contains("\"status\":\"200\"") && line.contains("\"route\":\"section\"") && line.contains("\"path\":\"/tin-tuc/\""))
        for secret in ["bi-mat", "forged", "agent-name", "trang="] { #expect(!line.contains(secret)) }
        _ = try await browser.send("/loi/away")
        #expect(lines.all.contains { $0.contains("cannot be reached") && $0.contains("\"level\":\"error\"") })
    }

    @Test func requestsAreCountedByClass() async throws {
        let registry = MetricsRegistry()
        let browser = try Browser(TestFace.make(), registry: registry)
        for target in ["/", "/tin-tuc/", "/khong-co/", "/khong-co-2/", "/_/x.css", "/gioi-thieu"] { _ = try await browser.send(target) }
        _ = try await browser.send("/", method: #require(HTTPRequest.Method("BREW")))
        let text = registry.text()
        #expect(text.contains("http_requests_total{method=\"GET\",route=\"home\",status=\"200\"} 1\n"))
        #expect(text.contains("http_requests_total{method=\"GET\",route=\"section\",status=\"404\"} 2\n"))
        #expect(text.contains("http_requests_total{method=\"other\",route=\"none\",status=\"501\"} 1\n"))
        #expect(text.contains("http_requests_in_flight 0.0\n"))
        #expect(text.contains("http_request_duration_seconds_count{route=\"home\"} 1\n"))
        #expect(!text.contains("khong-co") && !text.contains("anson"))
    }
}

private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}
