import Crypto
import Foundation
import HTTPTypes
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese
import WebSub

/// A subscriber's whole life, on both engines, against a real server on this machine.
@Suite("The WebSub hub")
struct HubJourneyTests {
    @Test(arguments: Backend.available)
    func fromSubscriptionToTheEnd(_ backend: Backend) async throws {
        try await HubPlace.with(backend) { place in
            try await ScriptedServer.with(answer: HubPlace.willing) { server in
                let callback = "http://doc.anson.test:\(server.port)/cb/token?k=v"
                let answer = try await place.subscribe(callback, secret: "mật khẩu", lease: "60")
                #expect(answer.status == 202 && answer.headers[.cacheControl] == "no-store", "\(answer.body)")
                #expect(try await place.count(.subscriptions) == 0, "nothing before the intent is verified")

                // Verification of intent: what was asked, what is given, and what was in the callback's own query.
                try await place.settle()
                let verification = try #require(server.requests.first)
                #expect(verification.method == "GET" && verification.target.hasPrefix("/cb/token?k=v&hub.mode=subscribe&"))
                #expect(HubPlace.parameter("hub.topic", verification) == HubPlace.topic)
                #expect(HubPlace.parameter("hub.lease_seconds", verification) == "3600", "raised to the shortest lease")
                #expect(HubPlace.challenge(verification).count >= 32)
                #expect(try await place.counts(.subscriptions, .requests) == [1, 0])

                // A publication arrives once, signed, with its addresses.
                let article = try await place.portal.publish(FullArticle.short("Khánh thành cầu An Phú"), in: place.portal.news)
                try await place.settle()
                try await place.settle()
                #expect(server.requests.count == 2)
                let delivery = try #require(server.requests.last)
                #expect(delivery.method == "POST" && delivery.target == "/cb/token?k=v")
                #expect(String(decoding: delivery.body, as: UTF8.self) == "<feed><title>Khánh thành cầu An Phú</title></feed>")
                #expect(delivery.headers["content-type"] == "application/atom+xml; charset=utf-8")
                #expect(delivery.headers["link"] == "<https://anson.test/websub>; rel=\"hub\", <https://anson.test/feed.atom>; rel=\"self\"")
                let signature = HMAC<SHA256>.authenticationCode(for: delivery.body, using: SymmetricKey(data: Data("mật khẩu".utf8)))
                #expect(delivery.headers["x-hub-signature"] == "sha256=" + signature.map { String(format: "%02x", $0) }.joined())

                // What readers of the feed would not see is told to nobody; a withdrawal is.
                try await place.portal.publishing.feature([article.item], on: place.portal.province.id, by: place.portal.by("chief"))
                try await place.settle()
                #expect(server.requests.count == 2)
                try await place.portal.publishing.withdraw(article.item, because: .error, note: "Sai.", by: place.portal.by("chief"))
                try await place.settle()
                #expect(server.requests.last.map { String(decoding: $0.body, as: UTF8.self) } == "<feed></feed>")

                // The end is verified too, and then it is over.
                #expect(try await place.subscribe(callback, mode: "unsubscribe").status == 202)
                try await place.settle()
                #expect(server.requests.last.flatMap { HubPlace.parameter("hub.mode", $0) } == "unsubscribe")
                let until = server.requests.count
                try await place.portal.publish(FullArticle.short("Tin sau"), in: place.portal.news)
                try await place.settle()
                #expect(server.requests.count == until)
                #expect(try await place.counts(.subscriptions) == [0])
                // Neither the secret nor the callback's path, which may be one, is in any line.
                for line in place.log.lines { #expect(!line.contains("mật khẩu") && !line.contains("token") && !line.contains("k=v")) }
                #expect(place.log.lines.contains { $0.contains("doc.anson.test") })
            }
        }
    }

    @Test(arguments: Backend.available)
    func leasesEndAndAreRenewed(_ backend: Backend) async throws {
        try await HubPlace.with(backend) { place in
            try await ScriptedServer.with(answer: HubPlace.willing) { server in
                let callback = "http://doc.anson.test:\(server.port)/"
                _ = try await place.subscribe(callback, secret: "cũ", lease: "3600")
                try await place.settle()
                place.portal.clock.advance(seconds: 3000)
                // A renewal takes the place of the old lease and secret.
                _ = try await place.subscribe(callback, secret: "mới", lease: "3600")
                try await place.settle()
                place.portal.clock.advance(seconds: 3000)
                try await place.portal.publish(FullArticle.short("Tin một"), in: place.portal.news)
                try await place.settle()
                let signature = HMAC<SHA256>.authenticationCode(
                    for: try #require(server.requests.last).body,
                    using: SymmetricKey(data: Data("mới".utf8))
                )
                #expect(server.requests.last?.headers["x-hub-signature"] == "sha256=" + signature.map { String(format: "%02x", $0) }.joined())
                #expect(try await place.counts(.subscriptions) == [1])
                // It ran out: nobody is called any more, and the sweep forgets all of it.
                place.portal.clock.advance(seconds: 601)
                let until = server.requests.count
                try await place.portal.publish(FullArticle.short("Tin hai"), in: place.portal.news)
                try await place.settle()
                #expect(server.requests.count == until)
                place.portal.clock.advance(seconds: 90_000)
                try await place.follower.sweep()
                #expect(try await place.counts(.subscriptions, .topics, .jobs) == [0, 0, 0])
            }
        }
    }

    /// Two nodes work at once: each subscriber hears of each change once.
    @Test(arguments: Backend.available)
    func twoNodesDeliverOnce(_ backend: Backend) async throws {
        try await HubPlace.with(backend) { place in
            try await ScriptedServer.with(answer: HubPlace.willing) { server in
                for number in 0..<5 { _ = try await place.subscribe("http://doc.anson.test:\(server.port)/\(number)") }
                try await place.settle()
                #expect(try await place.counts(.subscriptions) == [5])
                for title in ["Tin một", "Tin hai"] {
                    try await place.portal.publish(FullArticle.short(title), in: place.portal.news)
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for node in 1...2 {
                            group.addTask {
                                try await place.follower.follow()
                                for _ in 0..<4 { _ = try await place.runner(node).runDue(limit: 2) }
                            }
                        }
                        try await group.waitForAll()
                    }
                    try await place.settle()
                }
                let deliveries = server.requests.filter { $0.method == "POST" }
                #expect(deliveries.count == 10)
                for number in 0..<5 {
                    let bodies = deliveries.filter { $0.target == "/\(number)" }.map { String(decoding: $0.body, as: UTF8.self) }
                    #expect(bodies == ["<feed><title>Tin một</title></feed>", "<feed><title>Tin hai</title><title>Tin một</title></feed>"])
                }
            }
        }
    }

    /// Only the feeds that changed are told of, and only on their own portal.
    @Test(arguments: Backend.available)
    func topicsAreKeptApart(_ backend: Backend) async throws {
        try await HubPlace.with(backend) { place in
            try await ScriptedServer.with(answer: HubPlace.willing) { server in
                let base = "http://doc.anson.test:\(server.port)"
                _ = try await place.subscribe(base + "/all")
                _ = try await place.subscribe(base + "/section", topic: "https://anson.test/tin-tuc/feed.atom")
                try await place.settle()
                try await place.portal.publish(FullArticle.short("Y tế"), in: place.portal.ward)
                try await place.settle()
                #expect(!server.requests.contains { $0.method == "POST" }, "that was another portal")
                try await place.portal.publish(FullArticle.short("Bão"), in: place.portal.topic)
                try await place.settle()
                #expect(server.requests.filter { $0.method == "POST" }.map(\.target) == ["/all"])
            }
        }
    }
}
