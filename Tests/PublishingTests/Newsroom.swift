import Foundation
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Synchronization
import Vietnamese

/// A kind for these tests alone: what a feature would write.
struct Notice: ContentKind {
    static let name: KindName = "notice"
    static let title = "Thông báo"
    var title: String
    var body: RichText
    var tags: [String] = []
    var related: [ItemID] = []

    static func blank(titled title: String) -> Notice { Notice(title: title, body: RichText()) }

    static let fields = Fields<Notice> {
        Field("title", \.title, "Tiêu đề", .required, .atMost(100))
        Field("body", \.body, "Nội dung", .required)
        Field("tags", \.tags, "Từ khóa", .facet)
    }

    var card: CardContent { CardContent(title: title, summary: PlainText.excerpt(of: body, words: 20)) }
    var publicBlocks: [Block] { [.heading(Heading(level: 2, text: [.text(title)]))] + body.blocks }
    var lists: [ListEntry] { tags.map { ListEntry(.tag(slug($0)), name: $0) } }
    var links: [LinkDraft] { related.map { LinkDraft(.related, $0) } }
    var assets: [String] { body.assets }

    static func about(_ title: String, _ text: String = "Mời bà con đến dự.", tags: [String] = []) -> Notice {
        Notice(title: title, body: RichText([.paragraph([.text(text)])]), tags: tags)
    }
}

/// A clock that tests turn.
final class TestClock: Sendable {
    private let moment: Mutex<Instant>
    init(_ start: Instant) { moment = Mutex(start) }
    func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
    var clock: Clock { Clock { self.moment.withLock { $0 } } }
    var now: Instant { moment.withLock { $0 } }
}

/// A small newsroom on a database of its own: a province, a department below it, people with roles.
struct Newsroom: Sendable {
    let place: BackendPlace
    let database: any Database
    let keys: any Database
    let keyring: Keyring
    let publishing: Publisher
    let reader: Reader
    let tree: SiteTree
    let province: SiteID
    let department: SiteID
    let news: SectionID
    let inner: SectionID
    let clock: TestClock
    let people: [String: PersonID]

    func by(_ handle: String) async throws -> Publisher.By {
        guard let person = people[handle] else { throw PeopleRefusal.unknown(handle) }
        let now = clock.now
        guard let actor = try await database.read({ try People.actor(for: person, at: now, in: $0) }) else { throw PeopleRefusal.unknown(handle) }
        return Publisher.By(actor, in: tree)
    }

    /// Written by the reporter, approved by the editor, published by the chief.
    @discardableResult
    func publish(_ notice: Notice, in section: SectionID? = nil) async throws -> Published {
        let saved = try await publishing.save(notice, in: Place(site: province, section: section ?? news), by: by("reporter"))
        try await publishing.submit(saved.item, by: by("reporter"))
        try await publishing.approve(saved.item, by: by("chief"))
        return try await publishing.publish(saved.item, by: by("chief"))
    }

    func shown(_ id: ItemID) async throws -> RevealedItem? {
        if case .shown(let item, _, _, _) = try await reader.item(id, on: province) { return item }
        return nil
    }

    static func with<T>(_ backend: Backend, wrap: (any Database) -> any Database = { $0 }, _ body: (Newsroom) async throws -> T) async throws -> T {
        try await withPlace(backend) { place in
            try await withDatabase(backend, migrations: Keyring.migrations) { keys in
                let opened = try await place.open()
                let database = wrap(opened)
                do {
                    let room = try await make(place, database, keys)
                    let value = try await body(room)
                    await database.close()
                    return value
                } catch {
                    await database.close()
                    throw error
                }
            }
        }
    }

    private static func make(_ place: BackendPlace, _ database: any Database, _ keys: any Database) async throws -> Newsroom {
        try await Migrator(NodeLease.migrations + NetworkMigrations.all + PublishingMigrations.all).run(on: database)
        let clock = TestClock(Instant(seconds: 1_795_219_200))
        let ids = IdentifierMaker(node: 1, clock: clock.clock)
        let keyring = Keyring(database: keys, clock: clock.clock)
        let kinds = KindRegistry([AnyKind(Notice.self)])
        let publishing = Publisher(database: database, keyring: keyring, kinds: kinds, clock: clock.clock, ids: ids)
        let province = try await Sites.add(
            SiteDraft(
                code: "tinh",
                parent: nil,
                kind: .portal,
                settings: SiteSettings(name: "Cổng tỉnh", shortName: "Tỉnh", hosts: ["tinh.localhost"])
            ),
            to: database,
            ids: ids,
            clock: clock.clock
        )
        let department = try await Sites.add(
            SiteDraft(
                code: "so-y-te",
                parent: province.id,
                kind: .unit,
                settings: SiteSettings(name: "Sở Y tế", shortName: "Sở Y tế", hosts: ["so-y-te.tinh.localhost"])
            ),
            to: database,
            ids: ids,
            clock: clock.clock
        )
        var people: [String: PersonID] = [:]
        for (handle, role) in [
            ("reporter", Role.reporter), ("editor", .editor), ("chief", .editorInChief), ("second", .editorInChief), ("operator", .operator),
        ] {
            let person = try await People.add(PersonDraft(handle: handle, name: "Người \(handle)"), to: database, ids: ids, clock: clock.clock)
            people[handle] = person.id
            try await database.write { try People.grant(role, to: person.id, on: province.id, from: clock.now, in: $0) }
        }
        let tree = try await NetworkDirectory.load(from: database, clock: clock.clock).tree
        guard let chief = people["chief"], let actor = try await People.actor(for: chief, at: clock.now, from: database) else {
            throw PeopleRefusal.unknown("chief")
        }
        let news = Section(id: ids.next(), site: province.id, code: "tin-tuc", name: "Tin tức")
        let inner = Section(id: ids.next(), site: province.id, code: "kinh-te", parent: news.id, name: "Kinh tế")
        let other = Section(id: ids.next(), site: department.id, code: "tin-nganh", name: "Tin ngành")
        try await publishing.addSections([news, inner, other], by: Publisher.By(actor, in: tree))
        return Newsroom(
            place: place,
            database: database,
            keys: keys,
            keyring: keyring,
            publishing: publishing,
            reader: Reader(database: database, keyring: keyring, kinds: kinds),
            tree: tree,
            province: province.id,
            department: department.id,
            news: news.id,
            inner: inner.id,
            clock: clock,
            people: people
        )
    }
}
