import HTTPTypes
import Outbound
import PortalTesting
import Publishing
import Store
import Synchronization
import Testing
import WebSub

/// What strangers may try with a hub: send it against others, against ourselves, or simply too much.
@Suite("The WebSub hub and the hostile")
struct HubHostileTests {
    @Test("callbacks that lead inside are refused before anything is remembered", arguments: Backend.available)
    func privateCallbacks(_ backend: Backend) async throws {
        try await HubPlace.with(backend, allow: []) { place in
            for callback in [
                "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/", "http://10.0.0.1/", "http://localhost/", "http://db.internal/", "http://portal/",
                "http://u:p@example.org/", "http://example.org:22/", "ftp://example.org/", "http://example.org/#x", "http://example.org/\r\nX: y",
                "javascript:alert(1)", "", "http://anson.test/feed.atom", "http://soyte.anson.test/", "http://ví.vn/",
            ] {
                let answer = try await place.subscribe(callback)
                #expect(answer.status == 400, "\(callback): \(answer.status) \(answer.body)")
                #expect(answer.body.hasPrefix("hub.callback"), "\(callback)")
            }
            #expect(try await place.counts(.topics, .requests, .jobs) == [0, 0, 0])
        }
    }

    @Test("a name that leads inside is refused when it is resolved, and nobody is called")
    func privateNames() async throws {
        try await ScriptedServer.with(answer: HubPlace.willing) { server in
            try await HubPlace.with(.sqlite, names: [["127.0.0.1"]], allow: []) { place in
                let answer = try await place.subscribe("http://inside.example.org/")
                #expect(answer.status == 202)
                try await place.settle()
                #expect(try await place.counts(.requests, .subscriptions, .dead) == [0, 0, 0])
            }
            #expect(server.requests.isEmpty)
        }
    }

    /// The name is good while it subscribes, and leads into the private network when it is told of something.
    @Test(arguments: Backend.available)
    func reboundNamesAreDropped(_ backend: Backend) async throws {
        try await ScriptedServer.with(answer: HubPlace.willing) { server in
            try await HubPlace.with(backend, names: [["127.0.0.1"], ["10.0.0.1"]]) { place in
                _ = try await place.subscribe("http://rebound.example.org:\(server.port)/")
                try await place.settle()
                #expect(try await place.counts(.subscriptions) == [1])
                try await place.portal.publish(FullArticle.short("Tin"), in: place.portal.news)
                try await place.settle()
                #expect(try await place.counts(.subscriptions, .dead) == [0, 0])
                #expect(server.requests.filter { $0.method == "POST" }.isEmpty)
            }
        }
    }

    @Test(
        "a callback that does not give the challenge back is not subscribed",
        arguments: [
            "wrong", "empty", "404", "more", "500", "redirect inside", "redirect to itself", "endless", "silent", "no HTTP",
        ]
    )
    func unwilling(_ manner: String) async throws {
        try await HubPlace.with(
            .sqlite,
            limits: {
                $0.verifications = 1
                if manner == "silent" { $0.fetch.firstByte = .milliseconds(500) }
            }
        ) { place in
            try await ScriptedServer.with { request in
                switch manner {
                case "wrong": ScriptedServer.answer("200 OK", [], "x" + HubPlace.challenge(request).dropFirst())
                case "empty": ScriptedServer.answer("200 OK", [], "")
                case "404": ScriptedServer.answer("404 Not Found", [], HubPlace.challenge(request))
                case "more": ScriptedServer.answer("200 OK", [], HubPlace.challenge(request) + "\n")
                case "500": ScriptedServer.answer("500 Oops", [], HubPlace.challenge(request))
                case "redirect inside": ScriptedServer.answer("302 Found", ["Location: http://127.0.0.1:1/"], HubPlace.challenge(request))
                case "redirect to itself": ScriptedServer.answer("307 Again", ["Location: \(request.target)"], HubPlace.challenge(request))
                case "endless": [.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .endless(Array(repeating: 120, count: 4096))]
                case "silent": [.pause(.seconds(600))]
                default: [.bytes(Array("220 smtp ready\r\n".utf8)), .close]
                }
            } _: { server in
                let answer = try await place.subscribe("http://doc.anson.test:\(server.port)/")
                #expect(answer.status == 202)
                try await place.settle()
                #expect(server.requests.count == 1 || manner == "silent")
                #expect(try await place.counts(.subscriptions, .requests, .dead) == [0, 0, 0])
            }
        }
    }

    /// Nobody is there: tried again after a pause, and given up without a dead letter.
    @Test func verificationIsTriedAgain() async throws {
        let port = try await ScriptedServer.with { _ in
            []
        } _: {
            $0.port
        }
        try await HubPlace.with(.sqlite) { place in
            _ = try await place.subscribe("http://doc.anson.test:\(port)/")
            for attempt in 1...3 {
                #expect(try await place.count(.requests) == 1, "before attempt \(attempt)")
                try await place.settle()
                place.portal.clock.advance(seconds: 60)
            }
            #expect(try await place.counts(.requests, .dead) == [0, 0])
        }
    }

    @Test(
        "requests that are none are refused with a reason",
        arguments: [
            ("hub.mode=subscribe&hub.topic=https%3A%2F%2Fanson.test%2Ffeed.atom", 400), ("", 400), ("hub.mode=publish", 400),
            ("hub.mode=subscribe&hub.mode=unsubscribe&hub.topic=T&hub.callback=C", 400), ("hub.mode=subscribe&hub.topic=T&hub.callback=C", 202),
            ("hub.mode=%zz", 400), ("hub.mode=%ff%fe", 400), ("hub.mode=subscribe%00&hub.topic=T&hub.callback=C", 400),
            ("hub.mode=subscribe&hub.topic=T&hub.callback=C&hub.lease_seconds=abc", 400),
            ("hub.mode=subscribe&hub.topic=T&hub.callback=C&hub.lease_seconds=-5", 400),
            ("hub.mode=subscribe&hub.topic=T&hub.callback=C&hub.lease_seconds=0", 400),
            ("hub.mode=subscribe&hub.topic=T&hub.callback=C&hub.lease_seconds=99999999999", 202),
            ("hub.mode=subscribe&hub.topic=T&hub.callback=C&hub.secret=" + String(repeating: "a", count: 199), 202),
            ("hub.mode=subscribe&hub.topic=T&hub.callback=C&hub.secret=" + String(repeating: "a", count: 200), 400),
            ("hub.mode=unsubscribe&hub.topic=T&hub.callback=C", 202), ("x=" + String(repeating: "a", count: 17_000), 413),
        ]
    )
    func forms(_ form: String, _ status: Int) async throws {
        try await HubPlace.with(.sqlite) { place in
            let filled = form.replacing("hub.topic=T", with: "hub.topic=https%3A%2F%2Fanson.test%2Ffeed.atom").replacing(
                "=C",
                with: "=http://doc.anson.test/"
            )
            let answer = try await place.send(filled)
            #expect(answer.status == status, "\(answer.body)")
            #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
            // An end that nothing began makes the hub call nobody.
            if form.contains("=unsubscribe&") || status != 202 { #expect(try await place.count(.jobs) == 0) }
        }
    }

    @Test func otherTypesAndMethodsAreRefused() async throws {
        try await HubPlace.with(.sqlite) { place in
            for type in ["application/json", "multipart/form-data", "text/plain", ""] {
                let answer = try await place.send("hub.mode=subscribe", type: type)
                #expect(answer.status == 415, "\(type)")
            }
            let answer = try await place.browser.send("/websub", method: .get, host: TestPortal.host, headers: [:])
            #expect(answer.status == 405)
        }
    }

    @Test(
        "topics that are no feed of this portal are refused",
        arguments: [
            "https://anson.test/", "https://anson.test/tin-tuc/", "https://soyte.anson.test/feed.atom", "http://anson.test/feed.atom",
            "https://anson.test:444/feed.atom", "https://anson.test/feed.atom?x", "https://anson.test/feed.atom#x", "https://anson.test//feed.atom",
            "https://anson.test/khong-co/feed.atom", "https://anson.test/../feed.atom", "https://anson.test/feed.atom/", "/feed.atom", "",
            "https://anson.test/a/b/feed.atom", "https://anson.test.evil.vn/feed.atom", "https://anson.test/tu-khoa/a%2fb/feed.atom",
            "https://anson.test/feed.xml",
        ]
    )
    func topics(_ topic: String) async throws {
        try await HubPlace.with(.sqlite) { place in
            let answer = try await place.subscribe("http://doc.anson.test/", topic: topic)
            #expect(answer.status == 404, "\(answer.status) \(answer.body)")
            #expect(try await place.counts(.topics) == [0])
        }
    }

    @Test(arguments: Backend.available)
    func thereIsAnEndToEverything(_ backend: Backend) async throws {
        try await HubPlace.with(
            backend,
            limits: {
                $0.perHost = 2; $0.requestsPerHost = 3
            }
        ) { place in
            try await ScriptedServer.with(answer: HubPlace.willing) { server in
                let base = "http://doc.anson.test:\(server.port)"
                for number in 1...3 {
                    let answer = try await place.subscribe("\(base)/\(number)")
                    #expect(answer.status == 202)
                }
                let many = try await place.subscribe("\(base)/4")
                #expect(many.status == 503 && many.headers[.retryAfter] == "600")
                // The same request again is no further one.
                #expect(try await place.subscribe("\(base)/1").status == 202)
                #expect(try await place.counts(.requests) == [3])
                try await place.settle()
                #expect(try await place.subscribe("\(base)/5").status == 503)
                #expect(try await place.subscribe("http://other.anson.test:\(server.port)/5").status == 202, "that is another host")
            }
        }
    }

    /// A subscriber that fails is tried eight times with growing pauses, then the delivery is dead, and after some of these the subscription over.
    @Test(arguments: Backend.available)
    func failuresAreTriedAgainAndThenDead(_ backend: Backend) async throws {
        try await HubPlace.with(backend, limits: { $0.failures = 2 }) { place in
            try await ScriptedServer.with { request in
                request.method == "GET" ? HubPlace.willing(request) : ScriptedServer.answer("500 Oops", [], "")
            } _: { server in
                _ = try await place.subscribe("http://doc.anson.test:\(server.port)/token")
                try await place.settle()
                for round in 1...2 {
                    try await place.portal.publish(FullArticle.short("Tin \(round)"), in: place.portal.news)
                    for attempt in 1...8 {
                        try await place.settle()
                        #expect(server.requests.filter { $0.method == "POST" }.count == (round - 1) * 8 + attempt)
                        place.portal.clock.advance(seconds: 1300)
                    }
                    #expect(try await place.count(.dead) == round)
                    #expect(try await place.count(.subscriptions) == 2 - round)
                }
                let dead = try await place.portal.database.read { try JobQueue.dead($0) }
                #expect(dead.map(\.name) == ["websub-deliver"] && dead.map(\.count) == [2])
                let errors = try await place.portal.database.read { db in
                    try db.column("SELECT last_error FROM job WHERE last_error IS NOT NULL", as: String.self)
                }
                #expect(errors == ["the callback answered 500", "the callback answered 500"])
            }
        }
    }

    /// Changes that pile up while a subscriber is away are one delivery when it is back: the feed as it is then.
    @Test(arguments: Backend.available)
    func latecomersGetTheNewestOnce(_ backend: Backend) async throws {
        let isAway = Switch()
        try await HubPlace.with(backend) { place in
            try await ScriptedServer.with { request in
                request.method == "POST" && isAway.isOn ? ScriptedServer.answer("503 Later", [], "") : HubPlace.willing(request)
            } _: { server in
                _ = try await place.subscribe("http://doc.anson.test:\(server.port)/")
                try await place.settle()
                isAway.isOn = true
                for title in ["Tin một", "Tin hai"] {
                    try await place.portal.publish(FullArticle.short(title), in: place.portal.news)
                    try await place.settle()
                }
                isAway.isOn = false
                let until = server.requests.count
                place.portal.clock.advance(seconds: 60)
                while try await place.runner().runDue(limit: 1) > 0 {}
                #expect(server.requests.count == until + 1)
                #expect(server.requests.last.map { String(decoding: $0.body, as: UTF8.self) }?.contains("Tin hai") == true)
            }
        }
    }

    @Test(arguments: Backend.available)
    func goneEndsASubscription(_ backend: Backend) async throws {
        try await HubPlace.with(backend) { place in
            try await ScriptedServer.with { request in
                request.method == "GET" ? HubPlace.willing(request) : ScriptedServer.answer("410 Gone", [], "")
            } _: { server in
                _ = try await place.subscribe("http://doc.anson.test:\(server.port)/")
                try await place.settle()
                try await place.portal.publish(FullArticle.short("Tin"), in: place.portal.news)
                try await place.settle()
                #expect(server.requests.count == 2)
                #expect(try await place.counts(.subscriptions, .dead) == [0, 0])
            }
        }
    }
}

/// Something a test turns on and off while a server looks at it.
final class Switch: Sendable {
    private let state = Mutex(false)
    var isOn: Bool {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}
