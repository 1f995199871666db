import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Publishing
import ServiceLifecycleTestKit
import Testing

@testable import Web

/// Answers from the cache on real connections, and everything a client may do to get in the way of it.
@Suite("Pages that are ready, on the connection itself", .serialized)
struct FastPathTests {
    /// Serves the counting pages while `body` talks to them with blocking reads.
    private func serve<T: Sendable>(
        clients: ClientLimits = ClientLimits(rate: 0),
        limits: ServerLimits = ServerLimits(),
        warm: [String] = ["/"],
        _ body: @escaping @Sendable (Int) -> T
    ) async throws -> (T, CountingFace) {
        var limits = limits
        limits.forcedStop = .seconds(300)
        let face = try CountingFace()
        for target in warm { _ = try await face.send(target) }
        let (opened, continuation) = AsyncStream.makeStream(of: ListenAddress.self)
        let metrics = RequestMetrics(MetricsRegistry())
        let server = PublicServer(
            face: face.face,
            router: try PublicRouter.build(face: face.face, features: [NoteFeature(), SlowAnswers()], resolver: face.resolver, metrics: metrics),
            listen: [try #require(ListenAddress("127.0.0.1:0"))],
            limits: limits,
            clients: clients,
            desk: face.desk,
            logger: TestFace.logger,
            onListening: { continuation.yield($0) }
        )
        return try await testGracefulShutdown { stop in
            let task = Task { try await server.run(signals: []) }
            var addresses = opened.makeAsyncIterator()
            guard case .host(_, let port) = await addresses.next()?.place else { throw TestError.noPort }
            let value = await withCheckedContinuation { continuation in
                Thread.detachNewThread { continuation.resume(returning: body(port)) }
            }
            stop.triggerGracefulShutdown()
            try? await task.value
            return (value, face)
        }
    }

    private static func get(_ target: String, _ more: String = "", method: String = "GET", version: String = "1.1") -> String {
        "\(method) \(target) HTTP/\(version)\r\nHost: anson.test\r\n\(more)\r\n"
    }

    /// Splits what came into answers by their lengths: a mistake in one shows in the next.
    private static func answers(_ text: String, heads: Set<Int> = []) -> [(head: String, body: String)] {
        var rest = Array(text.utf8)[...]
        var found: [(String, String)] = []
        while let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
            let head = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
            rest = rest[end.upperBound...]
            let length = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
            let isEmpty = heads.contains(found.count) || head.hasPrefix("HTTP/1.1 304")
            let body = rest.prefix(isEmpty ? 0 : length)
            found.append((head, String(decoding: body, as: UTF8.self)))
            rest = rest.dropFirst(body.count)
        }
        if !rest.isEmpty { found.append(("rest", String(decoding: rest, as: UTF8.self))) }
        return found
    }

    private static func talk(_ port: Int, _ requests: String) -> String {
        guard let connection = RawConnection(port: port, timeout: 60) else { return "refused" }
        connection.write(requests)
        return connection.readAll().text
    }

    @Test("a warm page is answered without the router, whole, with its own date and id")
    func hit() async throws {
        let (text, face) = try await serve { port in Self.talk(port, Self.get("/") + Self.get("/?utm_source=x", "Connection: close\r\n")) }
        let answers = Self.answers(text)
        try #require(answers.count == 2)
        for answer in answers {
            #expect(answer.head.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.body.hasSuffix("</html>\n"), "\(answer.head)")
            let lower = answer.head.lowercased()
            for field in [
                "etag: ", "date: ", "x-request-id: ", "content-security-policy: ", "vary: accept-encoding", "x-content-type-options: nosniff",
            ] {
                #expect(lower.contains("\r\n" + field), "\(field)")
            }
            #expect(!lower.contains("set-cookie") && lower.components(separatedBy: "\r\ndate: ").count == 2)
        }
        #expect(answers[0].body == answers[1].body)
        #expect(face.resolver.made("/") == 1)
    }

    @Test(
        "a date is the second's, in the form HTTP wants",
        arguments: [(0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT")]
    )
    func date(_ second: Int, _ text: String) { #expect(WireDate.text(second) == text) }

    @Test("answers keep the order of pipelined requests, with a slow one among them")
    func pipelined() async throws {
        let (text, _) = try await serve(warm: ["/", "/tin-tuc/"]) { port in
            Self.talk(
                port,
                Self.get("/") + Self.get("/cham/150") + Self.get("/tin-tuc/") + Self.get("/", method: "HEAD") + Self.get("/khong-co/")
                    + Self.get("/") + Self.get("/tin-tuc/", "Connection: close\r\n")
            )
        }
        let answers = Self.answers(text, heads: [3])
        try #require(answers.count == 7)
        #expect(
            answers.map { $0.head.prefix(12) } == [
                "HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 404", "HTTP/1.1 200", "HTTP/1.1 200",
            ]
        )
        #expect(answers[1].body == "chậm")
        #expect(answers[2].body.contains("Trang /tin-tuc/") && answers[5].body.contains("Trang /<") && answers[3].body.isEmpty)
    }

    @Test("HEAD has the head of GET and no body; the next answer follows at once")
    func head() async throws {
        let (text, _) = try await serve { port in
            Self.talk(port, Self.get("/", method: "HEAD") + Self.get("/") + Self.get("/cham/1", "Connection: close\r\n"))
        }
        let answers = Self.answers(text, heads: [0])
        try #require(answers.count == 3)
        func length(_ head: String) -> Substring? {
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length") }?.split(separator: " ").last
        }
        #expect(length(answers[0].head) == length(answers[1].head) && length(answers[0].head) != "0")
    }

    @Test("what a reader has already is not sent again", arguments: ["", "W/", "\"x\", "])
    func notModified(_ before: String) async throws {
        let (text, _) = try await serve { port in
            let first = Self.talk(port, Self.get("/", "Connection: close\r\n"))
            let tag = first.split(separator: "\r\n").first { $0.lowercased().hasPrefix("etag: ") }.map { String($0.dropFirst(6)) } ?? ""
            return Self.talk(
                port,
                Self.get("/", "If-None-Match: \(before)\(tag)\r\n") + Self.get("/", "If-None-Match: \"y\"\r\nConnection: close\r\n")
            )
        }
        let answers = Self.answers(text)
        #expect(answers.count == 2 && answers[0].head.hasPrefix("HTTP/1.1 304 ") && answers[1].head.hasPrefix("HTTP/1.1 200 "), "\(text.prefix(400))")
        #expect(!answers[0].head.lowercased().contains("\r\ncontent-length") && !answers[0].head.lowercased().contains("\r\ncontent-type"))
    }

    @Test(
        "what is not plain is the router's, and is answered as it was before there was a cache",
        arguments: [
            (get("/", "Connection: close\r\n"), "200"), (get("/", version: "1.0"), "200"),
            (get("/", "Range: bytes=0-3\r\nConnection: close\r\n"), "200"),
            (get("/", "Authorization: Basic eDp4\r\nConnection: close\r\n"), "200"),
            (get("/", "Content-Length: 3\r\nConnection: close\r\n") + "abc", "200"),
            (get("/", "Host: soyte.test\r\nConnection: close\r\n"), "400"), (get("/", "Connection: close\r\n", method: "POST"), "405"),
            ("GET / HTTP/1.1\r\nHost: fremd.test\r\nConnection: close\r\n\r\n", "421"), (get("//", "Connection: close\r\n"), "301"),
            (get("/", "Transfer-Encoding: chunked\r\nConnection: close\r\n") + "0\r\n\r\n", "200"),
            (get("*", "Connection: close\r\n", method: "OPTIONS"), "400"),
        ]
    )
    func notPlain(_ request: String, _ status: String) async throws {
        let (text, _) = try await serve { port in Self.talk(port, request) }
        #expect(text.hasPrefix("HTTP/1.1 \(status) ") || text.hasPrefix("HTTP/1.0 \(status) "), "\(request.prefix(80)) → \(text.prefix(60))")
    }

    @Test("who closes his side after asking still gets the whole answer")
    func halfClosed() async throws {
        let (text, _) = try await serve { port -> String in
            guard let connection = RawConnection(port: port, timeout: 60) else { return "refused" }
            connection.write(Self.get("/") + Self.get("/") + Self.get("/"))
            connection.closeOutput()
            usleep(100_000)
            return connection.readAll().text
        }
        let answers = Self.answers(text)
        #expect(answers.count == 3 && answers.allSatisfy { $0.body.hasSuffix("</html>\n") })
    }

    @Test("a client that asks without end and reads nothing is not written to without end; others are served")
    func backPressure() async throws {
        let (result, _) = try await serve { port -> (sent: Int, other: String, answers: Int) in
            guard let greedy = RawConnection(port: port, timeout: 1) else { return (0, "refused", 0) }
            let batch = String(repeating: Self.get("/", "X-Filler: \(String(repeating: "x", count: 4_000))\r\n"), count: 20)
            var sent = 0
            // The system's buffers fill, then ours stop reading: a write blocks until its time-out.
            while sent < 20_000, greedy.write(batch) { sent += 20 }
            let other = Self.talk(port, Self.get("/", "Connection: close\r\n"))
            let text = greedy.readAll().text
            return (sent, other, text.components(separatedBy: "HTTP/1.1 200 OK").count - 1)
        }
        #expect(result.other.hasPrefix("HTTP/1.1 200 "))
        #expect(result.sent < 20_000, "all were taken without one being read")
        #expect(result.answers >= result.sent)
    }

    @Test("one client's share is bounded, and told when to come again; behind a proxy clients are told apart")
    func limits() async throws {
        let limits = ClientLimits(rate: 1, burst: 20, proxies: [])
        let (texts, _) = try await serve(clients: limits) { port in (0..<3).map { _ in Self.talk(port, String(repeating: Self.get("/"), count: 30)) }
        }
        #expect(texts[0].components(separatedBy: "HTTP/1.1 200 OK").count - 1 == 20)
        #expect(texts[0].contains("HTTP/1.1 429 ") && texts[0].contains("retry-after: 5"))
        #expect(texts[1].hasPrefix("HTTP/1.1 429 "))

        let behind = ClientLimits(rate: 1, burst: 20)
        let (answers, _) = try await serve(clients: behind) { port in
            ["203.0.113.1", "203.0.113.1, 203.0.113.2", "2001:db8::1", "2001:db8::2", "203.0.113.1, 127.0.0.1"].map { client in
                Self.talk(
                    port,
                    String(repeating: Self.get("/", "X-Forwarded-For: \(client)\r\n"), count: 12)
                        + Self.get("/", "X-Forwarded-For: \(client)\r\nConnection: close\r\n")
                )
                .components(separatedBy: "HTTP/1.1 200 OK").count - 1
            }
        }
        // The third shares its network with the fourth, the last is the first again.
        #expect(
            answers == [12, 12, 12, 8, 8] || answers == [12, 12, 12, 7, 7] || answers[0] == 12 && answers[3] < 12 && answers[4] < 12,
            "\(answers)"
        )
    }

    @Test("a connection that became the parser's is bounded like any other: in what it asks for, and in how long a head may take")
    func parsersConnection() async throws {
        // Chunks leave it open where a request ends, so from here on the parser has the connection.
        let chunked = "GET / HTTP/1.1\r\nHost: anson.test\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        let (text, _) = try await serve(clients: ClientLimits(rate: 1, burst: 50, proxies: [])) { port in
            Self.talk(port, chunked + String(repeating: Self.get("/"), count: 30))
        }
        #expect(text.components(separatedBy: "HTTP/1.1 200 ").count - 1 <= 5)

        var limits = ServerLimits()
        limits.idle = .milliseconds(400)
        let (closed, _) = try await serve(limits: limits) { port -> Bool in
            guard let connection = RawConnection(port: port, timeout: 60) else { return false }
            connection.write(chunked)
            _ = connection.readSome()
            connection.write("GET / HTTP/1.1\r\nHost: anson.test\r\nX: ")
            for _ in 0..<100 {
                guard connection.write([65]) else { return true }
                usleep(50_000)
            }
            return false
        }
        #expect(closed)
        // An answer that takes its time is waited for there too.
        let (slow, _) = try await serve(limits: limits) { port in Self.talk(port, chunked + Self.get("/cham/900", "Connection: close\r\n")) }
        #expect(slow.hasSuffix("chậm"))
    }

    @Test("connections of one client are bounded")
    func connections() async throws {
        let (open, _) = try await serve(clients: ClientLimits(rate: 1_000, burst: 1_000, connections: 5, proxies: [])) { port in
            let connections = (0..<10).compactMap { _ in RawConnection(port: port, timeout: 1) }
            return connections.filter { connection in
                connection.write(Self.get("/"))
                return connection.readSome().hasPrefix("HTTP/1.1 200")
            }.count
        }
        #expect(open == 5)
    }

    @Test("a connection that is used stays, one that is not is closed")
    func idle() async throws {
        var limits = ServerLimits()
        limits.idle = .milliseconds(400)
        let (result, _) = try await serve(limits: limits) { port -> (used: Int, closed: Bool) in
            guard let used = RawConnection(port: port), let idle = RawConnection(port: port) else { return (0, false) }
            var answered = 0
            for _ in 0..<6 {
                used.write(Self.get("/", method: "HEAD"))
                if used.readSome().hasPrefix("HTTP/1.1 200") { answered += 1 }
                usleep(200_000)
            }
            return (answered, idle.readAll().closed)
        }
        #expect(result.used == 6 && result.closed)
    }

    @Test(arguments: [
        ("127.0.0.0/8", "127.1.2.3", true), ("127.0.0.0/8", "128.0.0.1", false), ("10.0.0.7", "10.0.0.7", true), ("10.0.0.7", "10.0.0.8", false),
        ("::1", "::1", true), ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::1", false), ("0.0.0.0/0", "8.8.8.8", true),
        ("0.0.0.0/0", "::1", false), ("::/0", "8.8.8.8", true), ("10.0.0.0/9", "10.127.255.255", true), ("10.0.0.0/9", "10.128.0.0", false),
    ])
    func ranges(_ range: String, _ address: String, _ isInside: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(try #require(ClientName(text: address))) == isInside)
    }

    @Test(arguments: ["", "x", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0/8x"])
    func badRanges(_ text: String) { #expect(AddressRange(text) == nil) }
}
