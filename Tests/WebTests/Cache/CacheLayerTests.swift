import HTTPTypes
import Hummingbird
import Publishing
import Synchronization
import Testing
import Vietnamese

@testable import Web

@Suite("The page cache before the router")
struct CacheLayerTests {
    @Test("a page is made once, however many ask at once")
    func singleFlight() async throws {
        let face = try CountingFace()
        face.resolver.set { $0.delay = .milliseconds(100) }
        let layer = face.layer
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<200 { group.addTask { try await face.send("/", through: layer).status.code } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 200))
        #expect(face.resolver.made("/") == 1)
    }

    @Test(
        "parameters nobody reads make no entry of their own",
        arguments: ["/?utm_source=x", "/?a=1", "/?a=2&b", "/?fbclid=1&a=b&c=d", "/?=", "/?&&"]
    )
    func unknownParameters(_ target: String) async throws {
        let face = try CountingFace()
        _ = try await face.send("/")
        #expect(try await face.send(target).status == .ok)
        #expect(face.resolver.made("/") == 1)
        #expect(face.cache.size.answers == 1)
    }

    @Test(
        "parameters that count do",
        arguments: [("/tin-tuc/", 1), ("/tin-tuc/?trang=2", 2), ("/tin-tuc/?trang=2&x=1", 2), ("/tin-tuc/?x=1&trang=2", 2)]
    )
    func knownParameters(_ target: String, _ answers: Int) async throws {
        let face = try CountingFace()
        _ = try await face.send("/tin-tuc/")
        #expect(try await face.send(target).status == .ok)
        #expect(face.cache.size.answers == answers)
    }

    @Test("a replica may answer what is made for whoever asks, and nothing that names a person or a part")
    func passes() async throws {
        let face = try CountingFace()
        _ = try await face.send("/")
        _ = try await face.send("/tin-tuc/", headers: [.authorization: "Bearer x"])
        _ = try await face.send("/tin-tuc/", headers: [.range: "bytes=0-9"])
        #expect(face.resolver.state.withLock { $0.passes } == [true, false, false])
    }

    @Test("what fails with a replica's help is made again without it")
    func replicaAtALoss() async throws {
        let face = try CountingFace()
        face.resolver.set { $0.isDamagedOnReplica = true }
        #expect(try await face.send("/").status == .ok)
        #expect(face.resolver.state.withLock { $0.passes } == [true, false] && face.cache.size.answers == 1)
    }

    @Test("what must not be kept is not", arguments: ["/khong-co/", "/tin-tuc/?trang=1", "/tin-tuc", "/loi/away", "/loi/full", "/cham/1"])
    func notKept(_ target: String) async throws {
        let face = try CountingFace()
        for _ in 0..<2 { _ = try await face.send(target) }
        #expect(face.cache.size.answers == 0)
    }

    @Test("a change makes the page anew; another item's change does not")
    func invalidation() async throws {
        let face = try CountingFace()
        _ = try await face.send("/")
        face.cache.invalidate(changed: [.item(ItemID(rawValue: 2)), .list(.all, on: Network.english)])
        _ = try await face.send("/")
        #expect(face.resolver.made("/") == 1)
        face.resolver.set { $0.text = "Thân bài mới" }
        face.cache.invalidate(changed: [.item(ItemID(rawValue: 1))])
        let response = try await face.send("/")
        #expect(face.resolver.made("/") == 2)
        #expect(response.headers[.eTag] != nil)
    }

    @Test("what was read before a change and is ready after it is not kept")
    func changeWhileMaking() async throws {
        let face = try CountingFace()
        face.resolver.set { $0.delay = .milliseconds(150) }
        let layer = face.layer
        async let first = face.send("/", through: layer)
        try await Task.sleep(for: .milliseconds(50))
        face.cache.invalidate(changed: [.item(ItemID(rawValue: 1))])
        // Who comes after the change does not join the one who came before it.
        async let second = face.send("/", through: layer)
        _ = try await (first, second)
        #expect(face.resolver.made("/") == 2)
        #expect(face.cache.size.answers == 1)
        _ = try await face.send("/", through: layer)
        #expect(face.resolver.made("/") == 2)
    }

    @Test("while the database is away the old page is shown; what was withdrawn is not")
    func stale() async throws {
        let face = try CountingFace()
        _ = try await face.send("/")
        _ = try await face.send("/tin-tuc/")
        face.resolver.set { $0.isAway = true }
        face.cache.invalidateEverything()
        #expect(try await face.send("/").status == .ok)
        #expect(try await face.send("/khac/").status == .serviceUnavailable)
        face.cache.invalidate(changed: [], gone: [.item(ItemID(rawValue: 1))])
        #expect(try await face.send("/").status == .serviceUnavailable)
        #expect(face.cache.size.answers == 0)
        face.resolver.set { $0.isAway = false }
        #expect(try await face.send("/").status == .ok)
    }

    @Test("an old page is shown when the new one takes too long, and no page that went away", .timeLimit(.minutes(15)))
    func patience() async throws {
        let face = try CountingFace(patience: .milliseconds(50))
        _ = try await face.send("/")
        face.resolver.set { $0.isHeld = true }
        face.cache.invalidateEverything()
        // It comes although the new one does not.
        #expect(try await face.send("/").status == .ok)
        face.resolver.set { $0.isHeld = false }
        while !face.isFresh("/") { try await Task.sleep(for: .milliseconds(5)) }
        face.resolver.set {
            $0.isGone = true
        }
        face.cache.invalidateEverything()
        #expect(try await face.send("/").status == .gone)
        #expect(face.cache.size.answers == 0)
    }

    @Test("HEAD, 304 and packings come from one entry, each with its own tag")
    func variants() async throws {
        let face = try CountingFace()
        let plain = try await face.send("/", method: .head)
        #expect(plain.body.contentLength == 0 || plain.headers[.contentLength] != nil)
        let tag = try #require(plain.headers[.eTag])
        var packed = try await face.send("/", headers: [.acceptEncoding: "gzip, br"])
        for _ in 0..<100 where packed.headers[.contentEncoding] == nil {
            try await Task.sleep(for: .milliseconds(10))
            packed = try await face.send("/", headers: [.acceptEncoding: "gzip, br"])
        }
        #expect(packed.headers[.contentEncoding] == "br")
        #expect(packed.headers[.eTag] == tag.dropLast() + "-br\"")
        #expect(packed.headers[.vary] == "Accept-Encoding")
        for known in [tag, "W/" + tag, "\"x\", " + tag, "*", try #require(packed.headers[.eTag])] {
            let answer = try await face.send("/", headers: [.ifNoneMatch: known])
            #expect(answer.status == .notModified, "\(known)")
            #expect(answer.headers[.contentType] == nil && answer.headers[.cacheControl] != nil && answer.headers[.requestID] != nil)
        }
        #expect(try await face.send("/", headers: [.ifNoneMatch: "\"other\""]).status == .ok)
        // The plain body was let go when the packed ones were there, and comes back for those who want it.
        #expect(try await face.send("/").headers[.contentLength] == String(try #require(plain.headers[.contentLength])))
        #expect(face.resolver.made("/") == 1)
    }

    @Test("pages set no cookie, name no reader, and each answer has an id of its own")
    func nothingPersonal() async throws {
        let face = try CountingFace()
        let first = try await face.send("/", headers: [.cookie: "a=b"])
        let second = try await face.send("/", headers: [.cookie: "c=d"])
        #expect(first.headers[.setCookie] == nil && second.headers[.setCookie] == nil)
        #expect(first.headers[.eTag] == second.headers[.eTag])
        let ids = [first, second].compactMap { $0.headers[.requestID] }
        #expect(Set(ids).count == 2 && ids.allSatisfy { $0.utf8.count == 16 })
    }

    @Test("pages are looked at again after ten minutes, and at midnight in Việt Nam")
    func clock() async throws {
        // 23:58:20 in Việt Nam.
        let now = Mutex(Instant(rawValue: 1_794_934_700_000))
        let face = try CountingFace(now: { now.withLock { $0 } })
        _ = try await face.send("/")
        now.withLock { $0 = $0.adding(seconds: 99) }
        _ = try await face.send("/")
        #expect(face.resolver.made("/") == 1)
        now.withLock { $0 = $0.adding(seconds: 2) }
        _ = try await face.send("/")
        #expect(face.resolver.made("/") == 2)
        now.withLock { $0 = $0.adding(seconds: 601) }
        _ = try await face.send("/")
        #expect(face.resolver.made("/") == 3)
    }
}
