import HTTPTypes
import NIOCore
import PortalTesting
import Testing

@testable import Outbound

/// The gate against real servers on this machine.
@Suite("The gate fetch", .timeLimit(.minutes(15)))
struct FetchTests {
    static let allow = OutboundPolicy(allow: [AddressRange("127.0.0.1")].compactMap { $0 })

    static func fetcher(_ names: Names = .loopback, policy: OutboundPolicy = allow) throws -> Fetcher {
        try Fetcher(policy: policy, resolver: names, agent: "CauNoi/test (+https://anson.test/)")
    }

    static func quick(_ change: (inout FetchLimits) -> Void = { _ in }) -> FetchLimits {
        var limits = FetchLimits()
        // What is meant to be in time must be so on a busy machine too; tests of slowness set their own.
        limits.resolve = .seconds(300)
        limits.connect = .seconds(300)
        limits.firstByte = .seconds(300)
        limits.total = .seconds(300)
        change(&limits)
        return limits
    }

    /// Fetches `/` of a server that answers so.
    static func get(_ acts: [ScriptedServer.Act]) async throws -> ForeignAnswer { try await get(quick(), acts) }

    static func get(_ limits: FetchLimits, _ acts: [ScriptedServer.Act]) async throws -> ForeignAnswer {
        try await ScriptedServer.with { _ in
            acts
        } _: { server in
            try await fetcher().fetch(ForeignRequest(.get, ForeignAddress("http://portal.test:\(server.port)/")), limits: limits)
        }
    }

    @Test func connectsToTheAddressAndNamesTheHost() async throws {
        try await ScriptedServer.with { request in
            ScriptedServer.answer("200 OK", ["X-A: 1"], "thân \(request.target)")
        } _: { server in
            let address = try ForeignAddress("http://portal.test:\(server.port)/x?y=z")
            let hostField = try #require(HTTPField.Name("Host"))
            let request = ForeignRequest(
                .get,
                address,
                headers: [.accept: "text/plain", .cookie: "a=b", .authorization: "Basic eA==", hostField: "evil.example", .userAgent: "other"]
            )
            let answer = try await Self.fetcher().fetch(request, limits: Self.quick())
            #expect(answer.status == 200 && String(decoding: answer.body, as: UTF8.self) == "thân /x?y=z")
            let heard = try #require(server.requests.first)
            #expect(heard.headers["host"] == "portal.test:\(server.port)")
            #expect(heard.headers["user-agent"] == "CauNoi/test (+https://anson.test/)")
            #expect(heard.headers["accept"] == "text/plain")
            #expect(heard.headers["connection"] == "close")
            #expect(heard.headers["cookie"] == nil && heard.headers["authorization"] == nil)
        }
    }

    @Test func postsItsBody() async throws {
        try await ScriptedServer.with { _ in
            ScriptedServer.answer("204 No Content", [], "")
        } _: { server in
            let body = Array("<feed/>".utf8)
            let address = try ForeignAddress("http://portal.test:\(server.port)/cb")
            let answer = try await Self.fetcher().fetch(
                ForeignRequest(.post, address, headers: [.contentType: "application/atom+xml"], body: body),
                limits: Self.quick()
            )
            #expect(answer.status == 204)
            #expect(server.requests.first?.body == body && server.requests.first?.headers["content-length"] == "7")
        }
    }

    /// The name leads to a public address when it is checked and to this machine a moment later: nobody asks a second time.
    @Test func aNameIsAskedOnce() async throws {
        let names = Names([["127.0.0.1"], ["10.0.0.1"]])
        try await ScriptedServer.with { _ in
            ScriptedServer.answer("200 OK", [], "here")
        } _: { server in
            let answer = try await Self.fetcher(names).fetch(
                ForeignRequest(.get, ForeignAddress("http://portal.test:\(server.port)/")),
                limits: Self.quick()
            )
            #expect(answer.body == Array("here".utf8))
            #expect(names.questions == ["portal.test"])
        }
    }

    @Test(
        "a name with one private address among others is not called",
        arguments: [["93.184.215.14", "127.0.0.1"], ["127.0.0.1"], ["::1"], ["::ffff:10.0.0.1"], ["169.254.169.254"]]
    )
    func oneBadAddress(_ addresses: [String]) async throws {
        let fetcher = try Self.fetcher(Names([addresses]), policy: OutboundPolicy())
        for scheme in ["http", "https"] {
            await #expect(throws: FetchFault.refused(.notPublic)) {
                try await fetcher.fetch(ForeignRequest(.get, ForeignAddress("\(scheme)://portal.example.org/")), limits: Self.quick())
            }
        }
    }

    /// The server stands on 127.0.0.1, which is allowed; where it sends to is not. A name leads to this machine first and elsewhere the second time.
    @Test(
        "every hop of a redirect goes through the gate",
        arguments: [
            ("http://127.0.0.3:9/", FetchFault.refused(.notPublic)), ("http://[::1]/", .refused(.notPublic)),
            ("http://[::ffff:127.0.0.1]/", .refused(.notPublic)), ("http://2130706433/", .refused(.malformedHost)),
            ("//169.254.169.254/latest/meta-data/", .refused(.notPublic)), ("file:///etc/passwd", .refused(.schemeNotHTTP)),
            ("http://u:p@portal.example.org/", .refused(.hasCredentials)), ("http://localhost/", .refused(.nameOfSurroundings)),
            ("http://rebound.example.org/", .refused(.notPublic)), ("http://portal.test:1/", .refused(.nameOfSurroundings)),
        ]
    )
    func redirectsAreChecked(_ target: String, _ fault: FetchFault) async throws {
        try await ScriptedServer.with { _ in
            ScriptedServer.answer("302 Found", ["Location: \(target)"], "")
        } _: { server in
            let fetcher = try Self.fetcher(Names([["127.0.0.1"], ["10.0.0.1"]]))
            let request = ForeignRequest(.get, try ForeignAddress("http://portal.test:\(server.port)/"))
            await #expect(throws: fault) { try await fetcher.fetch(request, limits: Self.quick { $0.redirects = 5 }) }
            #expect(server.requests.count == 1)
        }
    }

    @Test func redirectsAreFollowedOnlyWhereAsked() async throws {
        try await ScriptedServer.with { _ in
            ScriptedServer.answer("307 Temporary Redirect", ["Location: /x"], "")
        } _: { server in
            var request = ForeignRequest(.get, try ForeignAddress("http://portal.test:\(server.port)/"))
            #expect(try await Self.fetcher().fetch(request, limits: Self.quick()).status == 307)
            request.method = .post
            #expect(try await Self.fetcher().fetch(request, limits: Self.quick { $0.redirects = 5 }).status == 307)
            #expect(server.requests.count == 2)
        }
    }

    @Test func redirectsAreFollowedFiveTimesAtMost() async throws {
        try await ScriptedServer.with { request in
            let number = Int(request.target.dropFirst()) ?? 0
            return number < 5 ? ScriptedServer.answer("301 Moved", ["Location: /\(number + 1)"], "no") : ScriptedServer.answer("200 OK", [], "end")
        } _: { server in
            let fetcher = try Self.fetcher()
            func get(_ start: String, _ redirects: Int) async throws -> ForeignAnswer {
                try await fetcher.fetch(
                    ForeignRequest(.get, ForeignAddress("http://portal.test:\(server.port)/\(start)")),
                    limits: Self.quick { $0.redirects = redirects }
                )
            }
            let answer = try await get("0", 99)
            #expect(answer.body == Array("end".utf8) && answer.address.target == "/5")
            await #expect(throws: FetchFault.tooManyRedirects) { try await get("-1", 99) }
            await #expect(throws: FetchFault.tooManyRedirects) { try await get("0", 2) }
        }
    }

    @Test("what was meant for one host is not told to the next")
    func headersDoNotTravel() async throws {
        try await ScriptedServer.with { request in
            request.target == "/a"
                ? ScriptedServer.answer(
                    "302 Found",
                    ["Location: http://other.test:\(request.headers["host"]?.split(separator: ":").last ?? "")/b"],
                    ""
                )
                : ScriptedServer.answer("200 OK", [], "")
        } _: { server in
            let name = try #require(HTTPField.Name("X-Token"))
            let request = ForeignRequest(
                .get,
                try ForeignAddress("http://portal.test:\(server.port)/a"),
                headers: [name: "secret", .accept: "text/css"]
            )
            _ = try await Self.fetcher().fetch(request, limits: Self.quick { $0.redirects = 1 })
            #expect(server.requests.map { $0.headers["x-token"] } == ["secret", nil])
            #expect(server.requests.map { $0.headers["accept"] } == ["text/css", "text/css"])
        }
    }

    static let many = Array(repeating: UInt8(ascii: "x"), count: 65_536)

    @Test func bodiesAreBounded() async throws {
        let small = Self.quick { $0.bodyBytes = 1000 }
        #expect(try await Self.get(small, ScriptedServer.answer("200 OK", [], Array(Self.many.prefix(1000)))).body.count == 1000)
        await #expect(throws: FetchFault.bodyTooLarge(limit: 1000)) {
            try await Self.get(small, ScriptedServer.answer("200 OK", [], Array(Self.many.prefix(1001))))
        }
        // Without a length, without an end: closed, chunked.
        let endless: [[ScriptedServer.Act]] = [
            [.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .endless(Self.many)],
            [.bytes(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)), .endless(Array("1\r\nx\r\n".utf8))],
            [.endless(Array("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".utf8))],
        ]
        for acts in endless {
            await #expect(throws: FetchFault.self) {
                try await Self.get(
                    Self.quick {
                        $0.bodyBytes = 1000; $0.headerBytes = 1000
                    },
                    acts
                )
            }
        }
    }

    @Test func headersAreBounded() async throws {
        let long = "HTTP/1.1 200 OK\r\nX-A: \(String(repeating: "a", count: 20_000))\r\n\r\n"
        await #expect(throws: FetchFault.headersTooLarge) { try await Self.get([.bytes(Array(long.utf8))]) }
        let many = "HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 200) + "\r\n"
        await #expect(throws: FetchFault.self) { try await Self.get([.bytes(Array(many.utf8))]) }
        await #expect(throws: FetchFault.self) {
            try await Self.get([.bytes(Array("HTTP/1.1 200 OK\r\n".utf8)), .endless(Array("X-A: b\r\n".utf8))])
        }
    }

    /// 100 KB of zeros in some hundred bytes of gzip.
    @Test func compressedBodiesAreBoundedAsTheyUnfold() async throws {
        let bomb = Gzip.zeros
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bomb.count)\r\n\r\n"
        let whole = try await Self.get([.bytes(Array(head.utf8) + bomb)])
        #expect(whole.body.count == Gzip.size && whole.body.allSatisfy { $0 == 0 })
        await #expect(throws: FetchFault.bodyTooLarge(limit: 5000)) {
            try await Self.get(Self.quick { $0.bodyBytes = 5000 }, [.bytes(Array(head.utf8) + bomb)])
        }
        let brotli = "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx"
        await #expect(throws: FetchFault.unknownEncoding) { try await Self.get([.bytes(Array(brotli.utf8))]) }
        let broken = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope"
        await #expect(throws: FetchFault.malformedAnswer) { try await Self.get([.bytes(Array(broken.utf8))]) }
    }

    @Test(
        "what is not sound HTTP is no answer",
        arguments: [
            "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/2.0 200 OK\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde", "", "HTTP/1.1 200 OK\r\nX",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        ]
    )
    func malformed(_ text: String) async throws {
        await #expect(throws: FetchFault.malformedAnswer) { try await Self.get([.bytes(Array(text.utf8)), .close]) }
    }

    @Test func timeIsBounded() async throws {
        let silent = Self.quick { $0.firstByte = .milliseconds(150) }
        await #expect(throws: FetchFault.tooSlow(.answering)) { try await Self.get(silent, [.pause(.seconds(600))]) }
        // A byte now and then keeps nobody waiting for ever.
        let slow = Self.quick { $0.total = .milliseconds(300) }
        let drip: [ScriptedServer.Act] =
            [.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8))] + Array(repeating: [.pause(.milliseconds(50)), .bytes([120])], count: 40).flatMap { $0 }
        await #expect(throws: FetchFault.tooSlow(.whole)) { try await Self.get(slow, drip) }
    }

    @Test func aResolverThatHangsIsLeft() async throws {
        struct Hanging: NameResolver {
            func addresses(of name: String) async throws -> [IPAddress] {
                try await Task.sleep(for: .seconds(60))
                return []
            }
        }
        let fetcher = try Fetcher(policy: OutboundPolicy(), resolver: Hanging(), agent: "test")
        await #expect(throws: FetchFault.tooSlow(.resolving)) {
            try await fetcher.fetch(
                ForeignRequest(.get, ForeignAddress("http://portal.example.org/")),
                limits: Self.quick { $0.resolve = .milliseconds(100) }
            )
        }
    }

    @Test func nobodyThereIsSaid() async throws {
        let port = try await ScriptedServer.with { _ in
            []
        } _: {
            $0.port
        }
        await #expect(throws: FetchFault.unreachable) {
            try await Self.fetcher().fetch(ForeignRequest(.get, ForeignAddress("http://portal.test:\(port)/")), limits: Self.quick())
        }
        await #expect(throws: FetchFault.unknownHost) {
            try await Self.fetcher(Names([[]])).fetch(ForeignRequest(.get, ForeignAddress("http://portal.example.org/")), limits: Self.quick())
        }
    }

    @Test func theMachinesOwnResolverFindsThisMachine() async throws {
        let found = try await SystemResolver().addresses(of: "localhost")
        #expect(found.contains { $0.description == "127.0.0.1" || $0.description == "::1" })
        await #expect(throws: FetchFault.unknownHost) { try await SystemResolver().addresses(of: "khong-co.invalid") }
    }

    @Test("faults say nothing of the address", arguments: [FetchFault.refused(.notPublic), .unreachable, .tooSlow(.whole), .bodyTooLarge(limit: 5)])
    func faultsAreDiscreet(_ fault: FetchFault) {
        #expect(!"\(fault)".contains("://") && !"\(fault)".isEmpty)
    }
}

/// A gzip member of zeros, made by `head -c 100000 /dev/zero | gzip -9n`.
enum Gzip {
    static let size = 100_000
    static let zeros: [UInt8] =
        [31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 237, 193, 49, 1, 0, 0, 0, 194, 160, 245, 79, 109, 13, 15, 160]
        + Array(repeating: 0, count: 96) + [128, 87, 3, 125, 149, 17, 212, 160, 134, 1, 0]
}
