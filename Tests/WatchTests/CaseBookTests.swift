import PortalNetwork
import PortalTesting
import Store
import Testing
import Vietnamese
import Watch

@Suite("Cases of the watcher")
struct CaseBookTests {
    static let place = PagePlace(host: "anson.test", target: "/tin-tuc/mot-0s9v3k2m7x4qa")
    static let person = PersonID(rawValue: 5)

    static func page(_ findings: [PageFinding]) -> CheckedPage {
        var page = CheckedPage(place)
        page.statuses = [.desktop: 200]
        page.seen = findings.map { .init($0, by: [.desktop]) }
        page.expectedText = "UBND tỉnh"
        page.foundText = "HI88"
        return page
    }

    static func at(_ seconds: Int64) -> Instant { Instant(rawValue: 1_795_000_000_000 + seconds * 1000) }

    static func with(_ backend: Backend, _ body: (CaseBook, any Database) async throws -> Void) async throws {
        try await withDatabase(backend, migrations: WatchMigrations.all) { database in
            try await body(CaseBook(database: database, ids: IdentifierMaker(node: 1, clock: Clock.system)), database)
        }
    }

    @Test("a page has one case however often it is seen, and none when it is right again", arguments: Backend.available)
    func life(_ backend: Backend) async throws {
        try await Self.with(backend) { book, database in
            let spam = Self.page([PageFinding(.editionText, expected: "UBND tỉnh", found: "HI88")])
            #expect(try await book.take(Self.page([]), on: nil, at: Self.at(0)) == .nothing)
            guard case .opened(let id) = try await book.take(spam, on: nil, at: Self.at(1)) else {
                Issue.record("no case was opened")
                return
            }
            #expect(try await book.take(spam, on: nil, at: Self.at(2)) == .seen(id))
            let more = Self.page(spam.seen.map(\.finding) + [PageFinding(.inlineScript, found: "x")])
            #expect(try await book.take(more, on: nil, at: Self.at(3)) == .changed(id))
            #expect(try await book.open() == [Self.place])
            #expect(try await book.take(Self.page([]), on: nil, at: Self.at(4)) == .healed(id))
            #expect(try await book.open() == [])
            let one = try #require(try await database.read { try CaseBook.one(id, $0) })
            #expect(one.status == .healed && one.times == 3 && one.firstSeen == Self.at(1) && one.lastSeen == Self.at(3))
            #expect(one.seen.count == 2 && one.expected == "UBND tỉnh" && one.found == "HI88")
            #expect(try await database.read { try CaseBook.notes(id, $0).map(\.what) } == [.opened, .changed, .healed])
            // What comes back is a new case.
            guard case .opened(let next) = try await book.take(spam, on: nil, at: Self.at(5)) else {
                Issue.record("no case was opened again")
                return
            }
            #expect(next != id)
        }
    }

    @Test("what a person dismissed rings no more, until something else stands there", arguments: Backend.available)
    func dismissal(_ backend: Backend) async throws {
        try await Self.with(backend) { book, database in
            let known = Self.page([PageFinding(.foreignResource, found: "https://doi-tac.example/khung")])
            guard case .opened(let id) = try await book.take(known, on: nil, at: Self.at(1)) else {
                Issue.record("no case was opened")
                return
            }
            #expect(try await database.write { try CaseBook.dismiss(id, reason: "Đối tác đã đăng ký", by: Self.person, at: Self.at(2), $0) })
            #expect(try await database.write { try CaseBook.dismiss(id, reason: "lần nữa", by: Self.person, at: Self.at(3), $0) } == false)
            #expect(try await book.take(known, on: nil, at: Self.at(4)) == .dismissed(id))
            let other = Self.page([PageFinding(.foreignResource, found: "https://hi88.example")])
            guard case .opened = try await book.take(other, on: nil, at: Self.at(5)) else {
                Issue.record("other findings opened no case")
                return
            }
            let one = try #require(try await database.read { try CaseBook.one(id, $0) })
            #expect(one.status == .dismissed && one.closedBy == Self.person && one.reason == "Đối tác đã đăng ký")
        }
    }

    @Test("a case rings once, in its own transaction", arguments: Backend.available)
    func ringing(_ backend: Backend) async throws {
        try await Self.with(backend) { book, database in
            let spam = Self.page([PageFinding(.live, found: "HI88")])
            struct Broken: Error {}
            await #expect(throws: Broken.self) { try await book.take(spam, on: nil, at: Self.at(1)) { _, _ in throw Broken() } }
            #expect(try await book.open() == [])
            guard case .opened = try await book.take(spam, on: nil, at: Self.at(2), ring: { _, _ in }) else {
                Issue.record("no case")
                return
            }
            #expect(try await book.take(spam, on: nil, at: Self.at(3)) { _, _ in throw Broken() } != .nothing)
        }
    }
}
