import Logging
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Synchronization
import Testing
import Vietnamese

@testable import Web
@testable import caunoi

/// A node learns of a publication by a call; one that hears nothing finds it by its own look, once a second.
@Suite("Notices that are lost")
struct LostNoticeTests {
    private static func article(_ title: String) -> Article {
        Article(title: title, body: RichText([.paragraph([.text("Nội dung của \(title).")])]))
    }

    private static func walk(_ portal: TestPortal, _ nodes: [CachedNode]) async throws {
        let item = try await portal.publish(article("Bão số một"), in: portal.news).item
        let path = try await portal.path(item)
        for node in nodes {
            #expect(try await node.shows(path) { $0.body.contains("Bão số một") })
            #expect(try await node.shows("/tin-tuc/") { $0.body.contains("Bão số một") })
        }
        try await portal.publishAgain(item, article("Bão số một đổi hướng"), in: portal.news, as: .update, note: nil)
        let newer = try await portal.path(item)
        for node in nodes {
            #expect(try await node.shows(newer) { $0.status == 200 && $0.body.contains("đổi hướng") })
            #expect(try await node.shows("/tin-tuc/") { $0.body.contains("đổi hướng") })
        }
        try await portal.publishing.withdraw(item, because: .error, note: "Sai.", by: portal.by("chief"))
        for node in nodes {
            #expect(try await node.shows(newer) { $0.status == 410 })
            #expect(try await node.shows("/tin-tuc/") { !$0.body.contains("đổi hướng") })
        }
    }

    @Test("two nodes, one of them deaf: both show what is published, changed and withdrawn", .timeLimit(.minutes(5)), arguments: Backend.available)
    func deafNode(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let nodes = [try await CachedNode(portal), try await CachedNode(portal, hearing: DeafDatabase(portal.database))]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for follower in nodes.map(\.follower) { group.addTask { try await follower.run() } }
                try await Self.walk(portal, nodes)
                group.cancelAll()
            }
        }
    }

    @Test("without its own look a deaf node would show what was: the test tells the two apart", arguments: Backend.available)
    func withoutLook(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let node = try await CachedNode(portal, hearing: DeafDatabase(portal.database))
            let head = try await CacheFollower.head(of: portal.database)
            let idle = CacheFollower(
                cache: node.cache,
                database: DeafDatabase(portal.database),
                from: head,
                logger: TestPortal.logger,
                pause: .seconds(3600)
            )
            let item = try await portal.publish(Self.article("Giá lúa"), in: portal.news).item
            let path = try await portal.path(item)
            #expect(try await node.get(path).body.contains("Giá lúa"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await idle.run() }
                try await portal.publishing.withdraw(item, because: .error, note: "Sai.", by: portal.by("chief"))
                try await Task.sleep(for: .seconds(2))
                #expect(try await node.get(path).status == 200)
                group.cancelAll()
            }
        }
    }

    @Test("what could not be read is read again at the next look, and what was read is not", arguments: Backend.available)
    func again(_ backend: Backend) async throws {
        struct Away: Error {}
        try await TestPortal.with(backend) { portal in
            let times = Mutex(0)
            let follower = NetworkFollower(DeafDatabase(portal.database), logger: TestPortal.logger, pause: .milliseconds(20)) {
                let time = times.withLock { times -> Int in
                    times += 1
                    return times
                }
                if time < 3 { throw Away() }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await follower.run() }
                for _ in 0..<600 where times.withLock({ $0 }) < 3 { try await Task.sleep(for: .milliseconds(25)) }
                try await Task.sleep(for: .milliseconds(300))
                let count = times.withLock { $0 }
                #expect(count == 3)
                group.cancelAll()
            }
        }
    }

    @Test("a new portal is known to a deaf node", .timeLimit(.minutes(5)), arguments: Backend.available)
    func network(_ backend: Backend) async throws {
        try await TestPortal.with(backend) { portal in
            let directory = portal.directory
            let follower = NetworkFollower(DeafDatabase(portal.database), logger: TestPortal.logger) { try await portal.refresh() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await follower.run() }
                let draft = SiteDraft(
                    code: "so-noi-vu",
                    parent: portal.province.id,
                    kind: .unit,
                    settings: SiteSettings(name: "Sở Nội vụ", shortName: "SNV", language: .vi, hosts: ["snv.anson.test"])
                )
                _ = try await Sites.add(draft, to: portal.database, ids: portal.publishing.ids, clock: portal.clock.clock)
                var isKnown = false
                for _ in 0..<600 where !isKnown {
                    isKnown = directory.tree.site(host: "snv.anson.test") != nil
                    if !isKnown { try await Task.sleep(for: .milliseconds(25)) }
                }
                #expect(isKnown)
                group.cancelAll()
            }
        }
    }
}
