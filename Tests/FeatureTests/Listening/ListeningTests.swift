import Foundation
import HTTPTypes
import News
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Speech
import Store
import Synchronization
import Testing
import Vietnamese
import Web

@testable import Listening

@Suite("Articles read aloud", .timeLimit(.minutes(15)))
struct ListeningTests {
    static let sentence = "Ủy ban nhân dân tỉnh ban hành Quyết định số 123/QĐ-UBND ngày 05/7/2026 về việc phê duyệt quy hoạch 12,5 ha. "
    static func article(_ title: String = "Quy hoạch mới", _ text: String = String(repeating: sentence, count: 3)) -> Article {
        FullArticle.short(title, text)
    }

    @Test("a page has a player, its recordings are sound, whole and in parts", arguments: Backend.available)
    func played(_ backend: Backend) async throws {
        try await Listener.with(backend) { listener in
            let item = try await listener.portal.publish(Self.article(), in: listener.portal.news).item
            let page = try await listener.get(listener.portal.path(item)).body
            #expect(page.contains("<audio controls preload=\"none\">") && page.contains("Nghe bài viết") && page.contains("listen-"))
            #expect(RegionAudit.findings(in: page).isEmpty)
            // The text that a reader can check against its commitment is the same as without a player.
            let shown = try #require(try await listener.portal.shown(item))
            #expect(try Self.editionText(of: page) == Self.editionText(of: try await listener.portal.get(listener.portal.path(item)).body))
            #expect(try Self.editionText(of: page).contains("123/QĐ-UBND") && shown.edition == 1)
            let sources = listener.sources(on: page)
            #expect(sources.map { String($0.split(separator: ".").last ?? "") } == ["opus", "mp3"])
            for (source, type) in zip(sources, ["audio/ogg", "audio/mpeg"]) {
                let whole = try await listener.get(source)
                #expect(whole.status == 200 && whole.headers[.contentType] == type && whole.headers[.acceptRanges] == "bytes")
                #expect(whole.headers[.cacheControl] == "public, max-age=31536000, immutable")
                let size = try #require(whole.headers[.contentLength].flatMap { Int($0) } ?? listener.files.first.map { _ in 0 })
                let tag = try #require(whole.headers[.eTag])
                let part = try await listener.get(source, headers: [.range: "bytes=100-199"])
                #expect(part.status == 206)
                if size > 0 { #expect(part.headers[.contentRange] == "bytes 100-199/\(size)") }
                #expect(try await listener.get(source, headers: [.range: "bytes=999999999-"]).status == 416)
                #expect(try await listener.get(source, headers: [.ifNoneMatch: tag]).status == 304)
                #expect(try await listener.get(source, headers: [.range: "bytes=0-9", .ifRange: "\"other\""]).status == 200)
            }
            #expect(listener.files.count == 2)
            // The print view and the pages of lists have none.
            #expect(try await !listener.get(listener.portal.path(item) + "?in=1").body.contains("<audio"))
        }
    }

    /// What of a page belongs to the edition.
    static func editionText(of page: String) throws -> String {
        let start = try #require(page.range(of: "<main")).lowerBound
        let end = try #require(page.range(of: "</main>")).upperBound
        return try #require(try CanonicalText(isOwnHost: { _ in true }).text(ofPage: String(page[start..<end])))
    }

    @Test("what is not public is not heard: withdrawn and erased answer 410, unknown 404", arguments: Backend.available)
    func gone(_ backend: Backend) async throws {
        try await Listener.with(backend) { listener in
            let portal = listener.portal
            let item = try await portal.publish(Self.article(), in: portal.news).item
            try await listener.follower.follow()
            let source = try #require(listener.sources(on: try await listener.get(portal.path(item)).body).last)
            #expect(try await listener.get(source).status == 200)
            #expect(listener.files.count == 1)
            // Another portal of the installation does not hand it out.
            #expect(try await listener.get(source, host: TestPortal.departmentHost).status == 404)

            try await portal.publishing.withdraw(item, because: .error, note: nil, by: portal.by("chief"))
            let answer = try await listener.get(source)
            #expect(answer.status == 410 && answer.headers[.cacheControl]?.contains("immutable") != true)
            try await listener.follower.follow()
            #expect(listener.files.isEmpty, "what was withdrawn is still on the shelf")

            try await portal.publishing.restore(item, by: portal.by("chief"))
            #expect(try await listener.get(source).status == 200)
            try await portal.publishing.erase(item, because: .personal, by: portal.by("chief"))
            #expect(try await listener.get(source).status == 410)
            try await listener.follower.follow()
            #expect(listener.files.isEmpty)

            for target in [
                "/nghe/\(item)-1.wav", "/nghe/\(item).mp3", "/nghe/\(item)-0.mp3", "/nghe/0000000000000-1.mp3", "/nghe/..%2f..%2fx-1.mp3",
                "/nghe/\(item)-99999999999.mp3",
            ] { #expect(try await [404, 400].contains(listener.get(target).status), "\(target)") }
        }
    }

    @Test("a publication is recorded in the background, once; an old one when somebody listens")
    func background() async throws {
        try await Listener.with(.sqlite) { listener in
            let portal = listener.portal
            try await listener.follower.follow()
            let new = try await portal.publish(Self.article("Tin mới"), in: portal.news).item
            let old = try await portal.publish(Self.article("Tin cũ"), in: portal.news, on: portal.clock.now.adding(seconds: -30 * 86_400)).item
            let short = try await portal.publish(Self.article("Ngắn", "Rất ngắn."), in: portal.news).item
            try await listener.follower.follow()
            try await listener.follower.follow()
            _ = try await listener.runJobs()
            #expect(try await listener.runJobs() == 0)
            #expect(listener.files.count == 2 && listener.files.allSatisfy { $0.contains("\(new)") })
            #expect(try await !listener.get(portal.path(short)).body.contains("<audio"))
            let source = try #require(listener.sources(on: try await listener.get(portal.path(old)).body).first)
            #expect(try await listener.get(source).status == 200)
            #expect(listener.files.count == 3)

            // A new edition with the same words keeps its recordings under a new address; the old address leads there.
            let before = Set(listener.files)
            var changed = Self.article("Tin mới")
            changed.tags = ["quy hoạch"]
            try await portal.publishAgain(new, changed, in: portal.news, as: .update, note: "Thêm từ khóa")
            try await listener.follower.follow()
            _ = try await listener.runJobs()
            #expect(Set(listener.files) == before)
            let newSource = try #require(listener.sources(on: try await listener.get(portal.path(new)).body).first)
            let moved = try await listener.get(newSource.replacing("\(new)-2", with: "\(new)-1"))
            #expect(moved.status == 302 && moved.location == newSource)
            #expect(try await listener.get("/nghe/\(new)-2.opus").location == newSource)

            // Other words take their place.
            try await portal.publishAgain(new, Self.article("Tin sửa"), in: portal.news, as: .correct, note: "Sửa tít")
            try await listener.follower.follow()
            _ = try await listener.runJobs()
            #expect(listener.files.count == 3 && Set(listener.files) != before)
        }
    }

    @Test("a node that was away throws away what was erased meanwhile; a shelf of another database is emptied")
    func away() async throws {
        try await Listener.with(.sqlite) { listener in
            let portal = listener.portal
            try await listener.follower.follow()
            let item = try await portal.publish(Self.article(), in: portal.news).item
            try await listener.follower.follow()
            _ = try await listener.runJobs()
            #expect(listener.files.count == 2)
            try await portal.publishing.erase(item, because: .personal, by: portal.by("chief"))
            // The cursor outlives the program.
            try await listener.follower.follow()
            #expect(listener.files.isEmpty)
            let other = try await portal.publish(Self.article("Khác"), in: portal.news).item
            _ = try await listener.get("/nghe/\(other)-1.mp3")
            _ = try await listener.get(try #require(listener.sources(on: try await listener.get(portal.path(other)).body).last))
            #expect(listener.files.count == 1)
            try await listener.studio.shelf.setCursor(1_000_000)
            try await listener.follower.follow()
            #expect(listener.files.isEmpty)
        }
    }

    @Test("a voice that fails is a line in the log and no player, never a broken page; it comes back by itself")
    func failing() async throws {
        let switchFile = FileManager.default.temporaryDirectory.appendingPathComponent("voice-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: switchFile) }
        let voice = Voice.command("test -e \(switchFile) || exit 9; espeak-ng -v \"$\(Voice.languageVariable)\" --stdin --stdout")
        try await Listener.with(.sqlite, voice: voice) { listener in
            let portal = listener.portal
            let item = try await portal.publish(Self.article(), in: portal.news).item
            let path = try await portal.path(item)
            let source = try #require(listener.sources(on: try await listener.get(path).body).first)
            let answer = try await listener.get(source)
            #expect(answer.status == 503 && answer.headers[.retryAfter] != nil)
            let changes = Counter()
            let watch = VoiceWatch(listener.listening, logger: TestPortal.logger) { changes.add() }
            await watch.look()
            let page = try await listener.get(path)
            #expect(page.status == 200 && !page.body.contains("<audio") && page.body.contains("Quy hoạch mới"))
            #expect(try await listener.get(source).status == 404)
            await watch.look()
            #expect(changes.count == 1)
            FileManager.default.createFile(atPath: switchFile, contents: nil)
            await watch.look()
            #expect(changes.count == 2)
            #expect(try await listener.get(path).body.contains("<audio"))
            #expect(try await listener.get(source).status == 200)
        }
    }

    @Test("a portal in English or Chinese speaks its language")
    func languages() async throws {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("said-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let voice = Voice.command(
            "echo $\(Voice.languageVariable) >> \(scratch); tee -a \(scratch) | espeak-ng -v \"$\(Voice.languageVariable)\" --stdin --stdout"
        )
        try await Listener.with(.sqlite, voice: voice) { listener in
            let portal = listener.portal
            let text =
                "The province opened a new bridge on 20/11/2026 (phase 2), see https://example.vn/news/1 for the programme. It cost 12.5 million dollars in all, and two years."
            let item = try await portal.publish(FullArticle.short("A new bridge", text), in: portal.englishNews).item
            let page = try await listener.get(portal.path(item, on: portal.english.id), host: TestPortal.englishHost).body
            #expect(page.contains("Listen to this article"))
            let source = try #require(listener.sources(on: page).first)
            #expect(try await listener.get(source, host: TestPortal.englishHost).status == 200)
            let said = try String(contentsOfFile: scratch, encoding: .utf8)
            #expect(said.hasPrefix("en\n") && said.contains("20 November 2026, phase 2, see example.vn for"))
        }
    }
}

/// Counts calls.
private final class Counter: Sendable {
    private let value = Mutex(0)
    func add() { value.withLock { $0 += 1 } }
    var count: Int { value.withLock { $0 } }
}
