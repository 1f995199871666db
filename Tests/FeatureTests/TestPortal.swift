import Casework
import FileStore
import Foundation
import Hummingbird
import Logging
import Media
import News
import Newsroom
import Pages
import PortalDesk
import PortalNetwork
import PortalTesting
import Publishing
import Questions
import ReadAPI
import RichText
import Search
import Store
import Synchronization
import Vietnamese
import Web

/// A clock that tests turn.
final class TestClock: Sendable {
    private let moment: Mutex<Instant>
    init(_ start: Instant) { moment = Mutex(start) }
    func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
    var clock: Clock { Clock { self.moment.withLock { $0 } } }
    var now: Instant { moment.withLock { $0 } }
}

/// A small province on a database of its own, behind the real router: the main portal, an English one, a department, one with nothing in it yet.
struct TestPortal: Sendable {
    static let host = "anson.test"
    static let englishHost = "en.anson.test"
    static let departmentHost = "soyte.anson.test"
    static let emptyHost = "trong.anson.test"

    /// Fails on purpose where a test says so; everything goes through it.
    let faults: FaultyDatabase
    let database: CountingDatabase
    let keys: CountingDatabase
    let keyring: Keyring
    let publishing: Publisher
    let reader: Reader
    let views: ViewCounts
    let files: FilesWithRenditions
    /// Where files lie; their smaller versions beside it (`-derived`).
    let folder: String
    let renditions: RenditionStore
    let workshop: PictureWorkshop
    let directory: NetworkDirectory
    let sectionDirectory: SectionDirectory
    let clock: TestClock
    let casework: Casework
    let houseRules: HouseRules
    let people: [String: PersonID]
    let face: Face
    let browser: Browser
    let responder: RouterResponder<WebContext>
    let table: RouteTable
    let features: [any PortalFeature]
    let index: SearchIndex
    let portalDesk: PortalDesk
    let counts: AddressCounts
    let notes: SearchNotes

    let province: Site
    let english: Site
    let department: Site
    let news: Section
    let economy: Section
    let topic: Section
    let ward: Section
    let englishNews: Section

    static let kinds = KindRegistry([AnyKind(Article.self), AnyKind(StaticPage.self), AnyKind(AnsweredQuestion.self)])
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    static let start = Instant(seconds: 1_795_219_200)

    var tree: SiteTree { directory.tree }

    /// The newsroom's rooms of a desk of this portal.
    var newsroom: NewsroomDesk {
        NewsroomDesk(
            workroom: Workroom(publishing),
            reader: reader,
            files: files,
            tree: { [directory] in directory.tree },
            sections: { [sectionDirectory] in sectionDirectory.index },
            pages: [
                NewsPages(reader: reader, addresses: Addresses(Self.kinds) { [sectionDirectory] in sectionDirectory.index }) { [sectionDirectory] in
                    sectionDirectory.index
                },
                StaticPages(reader: reader, addresses: Addresses(Self.kinds) { [sectionDirectory] in sectionDirectory.index }),
            ],
            front: NewsPages(reader: reader, addresses: Addresses(Self.kinds) { [sectionDirectory] in sectionDirectory.index }) {
                [sectionDirectory] in sectionDirectory.index
            }
        )
    }

    func by(_ handle: String) async throws -> Publisher.By {
        let now = clock.now
        guard let person = people[handle], let actor = try await database.read({ try People.actor(for: person, at: now, in: $0) }) else {
            throw PeopleRefusal.unknown(handle)
        }
        return Publisher.By(actor, in: tree)
    }

    /// Written by the reporter, approved and published by the chief.
    @discardableResult
    func publish(_ details: some ContentKind, in section: Section, on date: Instant? = nil) async throws -> Published {
        try await publish(details, in: Place(site: section.site, section: section.id, language: tree[section.site]?.language ?? .vi), on: date)
    }

    @discardableResult
    func publish(_ details: some ContentKind, in place: Place, on date: Instant? = nil) async throws -> Published {
        let saved = try await publishing.save(details, in: place, by: by("reporter"))
        try await publishing.submit(saved.item, by: by("reporter"))
        try await publishing.approve(saved.item, by: by("chief"))
        return try await publishing.publish(saved.item, on: date, by: by("chief"))
    }

    /// A further edition of an item: an update, or a correction that says what was wrong.
    @discardableResult
    func publishAgain(_ id: ItemID, _ details: some ContentKind, in section: Section, as operation: Publishing.Operation, note: String?) async throws
        -> Published
    {
        try await publishing.save(details, as: id, in: Place(site: section.site, section: section.id), by: by("reporter"))
        try await publishing.submit(id, by: by("reporter"))
        try await publishing.approve(id, by: by("chief"))
        return try await publishing.publish(id, as: operation, note: note, by: by("chief"))
    }

    /// Many short articles at once, through the import's door.
    func fill(_ count: Int, _ section: Section, titled title: String = "Tin số", tags: [String] = []) async throws {
        let act = try await publishing.openAct("import", on: section.site, reason: "Nạp thử", by: by("reporter"), confirmedBy: by("chief"))
        var items: [ImportedItem] = []
        for number in 0..<count {
            let article = Article(title: "\(title) \(number)", body: RichText([.paragraph([.text("Nội dung \(number).")])]), tags: tags)
            items.append(
                ImportedItem(
                    sourceKey: "\(title)\(number)",
                    details: article,
                    publishedAt: clock.now.adding(seconds: Int64(-60 * number)),
                    section: section.id
                )
            )
        }
        _ = try await publishing.importItems(items, on: section.site, under: act, tree: tree)
    }

    func shown(_ id: ItemID, on site: SiteID? = nil) async throws -> RevealedItem? {
        if case .shown(let item, _, _, _) = try await reader.item(id, on: site ?? province.id) { return item }
        return nil
    }

    func path(_ id: ItemID, on site: SiteID? = nil) async throws -> String {
        guard let item = try await shown(id, on: site) else { throw PublishingRefusal.unknownItem(id) }
        return Addresses(Self.kinds) { sectionDirectory.index }.path(of: item.card)
    }

    /// What the running program does when it hears of a publication.
    func followSearch() async throws {
        try await SearchFollower(index, database: database, reader: reader, clock: clock.clock, logger: Self.logger).catchUp()
    }

    /// What the running program does when it hears of a change of the network.
    func refresh() async throws {
        try await directory.refresh(from: database)
        try await sectionDirectory.refresh(from: database)
    }

    static func with<T>(
        _ backend: Backend,
        looks: String? = nil,
        search: SearchDoor = .none,
        worker: WorkerPlace = TestPortal.worker,
        _ body: (TestPortal) async throws -> T
    )
        async throws -> T
    {
        try await withPlace(backend) { place in
            try await withDatabase(backend, migrations: Keyring.migrations) { keys in
                try await withDatabase(backend, migrations: SearchNotes.migrations) { notes in
                    try await withIndex { index in
                        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-files-\(UUID().uuidString)").path
                        defer { for name in [folder, folder + "-derived"] { try? FileManager.default.removeItem(atPath: name) } }
                        let opened = try await place.open()
                        do {
                            let portal = try await make(
                                FaultyDatabase(opened),
                                CountingDatabase(keys),
                                notes,
                                index,
                                folder: folder,
                                looks: looks,
                                search: search,
                                worker: worker
                            )
                            let value = try await body(portal)
                            await opened.close()
                            return value
                        } catch {
                            await opened.close()
                            throw error
                        }
                    }
                }
            }
        }
    }
}

/// Sends requests through the whole public face without a socket, with any host and target.
extension TestPortal {
    func get(
        _ target: String,
        host: String = TestPortal.host,
        method: HTTPRequest.Method = .get,
        headers: HTTPFields = [:]
    ) async throws -> Browser.Answer {
        try await browser.send(target, method: method, host: host, headers: headers)
    }
}
