import Testing

@testable import Web

/// How far a request is read before it is parsed. Whatever is not written plainly must be `unclear`: two readers of one request must never differ about
/// where it ends.
@Suite("The head of a request in its bytes")
struct RequestHeadTests {
    private func read(_ text: String, limit: Int = 32_768) -> RequestHead.Reading {
        Array(text.utf8).withUnsafeBytes { RequestHead.read($0, limit: limit) }
    }

    private func head(_ text: String) -> RequestHead? { if case .head(let head) = read(text) { head } else { nil } }

    private func part(_ range: Range<Int>, _ text: String) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }

    @Test func plain() throws {
        let text =
            "GET /tin-tuc/?trang=2 HTTP/1.1\r\nHost: anson.test\r\nUser-Agent: Mozilla/5.0\r\naccept-ENCODING:  gzip, br \t\r\nIf-None-Match: \"a\", W/\"b\"\r\n"
            + "X-Forwarded-For: 203.0.113.1\r\nConnection: Keep-Alive\r\nCookie: a=b\r\n\r\n"
        let head = try #require(self.head(text + "GET / HTTP/1.1\r\n"))
        #expect(head.isPlain && head.isGet && !head.isHead && head.body == 0 && head.length == text.utf8.count)
        #expect(part(head.target, text) == "/tin-tuc/?trang=2" && part(head.host, text) == "anson.test" && part(head.packings, text) == "gzip, br")
        #expect(
            part(head.tags, text) == "\"a\", W/\"b\"" && part(head.forwardedFor, text) == "203.0.113.1" && part(head.agent, text) == "Mozilla/5.0"
        )
    }

    @Test("every cut of a head is incomplete, never something else")
    func cuts() {
        let text = "HEAD /a HTTP/1.1\r\nHost: anson.test\r\nContent-Length: 0\r\nX: y\r\n\r\n"
        for count in 0..<text.utf8.count {
            guard case .incomplete = read(String(decoding: Array(text.utf8.prefix(count)), as: UTF8.self)) else {
                Issue.record(Comment(rawValue: "\(count): \(text.prefix(count))")); return
            }
        }
        #expect(head(text)?.isPlain == true && head(text)?.isHead == true)
    }

    @Test(
        "framed beyond doubt, and not to be answered from the cache",
        arguments: [
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n\r\n", 12), ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n", 3),
            ("GET / HTTP/1.0\r\nHost: a\r\n\r\n", 0), ("GET / HTTP/1.1\r\n\r\n", 0), ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 0),
            ("GET / HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\n\r\n", 0), ("GET / HTTP/1.1\r\nHost: a\r\nAuthorization: x\r\n\r\n", 0),
            ("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 0), ("GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n", 0),
            ("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n", 0), ("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 0),
            ("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 0),
            ("GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"a\"\r\nIf-None-Match: \"b\"\r\n\r\n", 0),
            ("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 2.2.2.2\r\n\r\n", 0),
        ]
    )
    func notPlain(_ text: String, _ body: Int) throws {
        let head = try #require(self.head(text))
        #expect(!head.isPlain && head.body == body && head.length == text.utf8.count)
    }

    @Test(
        "left to the parser",
        arguments: [
            "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\n\r\n\r\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
            "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: a\u{0}\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: \r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x\r\nContent-Length: 3\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /\tHTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "GET / http/1.1\r\nHost: a\r\n\r\n",
            "get / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /á HTTP/1.1\r\nHost: a\r\n\r\n", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n\r\r\n",
            "\u{16}\u{3}\u{1}", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET / HTTP/1.1\r\nHost\u{7F}: a\r\n\r\n",
            "PROPFINDING / HTTP/1.1\r\nHost: a\r\n\r\n",
        ]
    )
    func unclear(_ text: String) {
        guard case .unclear = read(text) else { Issue.record(Comment(rawValue: "\(text.debugDescription)")); return }
    }

    @Test func bounds() {
        let many = "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: y\r\n", count: 70) + "\r\n"
        guard case .unclear = read(many) else { Issue.record(Comment(rawValue: "too many fields")); return }
        let long = "GET /" + String(repeating: "a", count: 40_000)
        guard case .unclear = read(long) else { Issue.record(Comment(rawValue: "a target without end")); return }
        for (count, isRead) in [(8_000, true), (8_300, false)] {
            let reading = read("GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "a", count: count) + "\r\n\r\n")
            if case .head = reading { #expect(isRead, "\(count)") } else { #expect(!isRead, "\(count)") }
        }
        guard case .incomplete = read(String(long.prefix(20_000))) else { Issue.record(Comment(rawValue: "it may still end")); return }
    }
}
