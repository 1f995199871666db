import Casework
import FileStore
import Foundation
import Hummingbird
import Library
import Machines
import Media
import Mirror
import News
import Newsroom
import Notary
import Pages
import PortalDesk
import PortalNetwork
import PortalTesting
import Publishing
import Questions
import ReadAPI
import Record
import Rules
import Search
import SearchPages
import Store
import Syndication
import Vietnamese
import Watch
import Web
import WebSub

extension TestPortal {
    /// The real program beside the tests, started when a picture is asked for.
    static let worker: WorkerPlace = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let places = ([own] + CommandLine.arguments).map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("caunoi").path
        }
        return .child(program: places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? places[0], arguments: ["worker", "--channel"])
    }()

    static func make(
        _ faults: FaultyDatabase,
        _ keys: CountingDatabase,
        _ notesDatabase: any Database,
        _ index: SearchIndex,
        folder: String,
        looks: String?,
        search: SearchDoor = .none,
        worker: WorkerPlace = TestPortal.worker
    ) async throws -> TestPortal {
        let database = CountingDatabase(faults)
        let migrations =
            NodeLease.migrations + NetworkMigrations.all + PublishingMigrations.all + CaseworkMigrations.all
            + HubMigrations.all + WatchMigrations.all
        try await Migrator(migrations).run(on: database)
        let clock = TestClock(start)
        let ids = IdentifierMaker(node: 1, clock: clock.clock)
        let keyring = Keyring(database: keys, clock: clock.clock)
        let directory = NetworkDirectory(SiteTree(version: 0, sites: [], menus: [:], banners: []), clock: clock.clock)
        let publishing = Publisher(database: database, keyring: keyring, kinds: kinds, clock: clock.clock, ids: ids) {
            directory.tree.site(host: $0) != nil
        }

        func add(_ code: String, _ kind: SiteKind, _ name: String, _ host: String, below parent: SiteID?, _ language: Language = .vi) async throws
            -> Site
        {
            let contact = Contact(
                address: "Số 1 đường Trần Phú, phường Lê Lợi",
                phone: "(0255) 3 822 222",
                email: "congttdt@anson.test",
                responsible: "Chánh Văn phòng Ủy ban nhân dân tỉnh"
            )
            return try await Sites.add(
                SiteDraft(
                    code: code,
                    parent: parent,
                    kind: kind,
                    settings: SiteSettings(name: name, shortName: name, language: language, hosts: [host], contact: contact)
                ),
                to: database,
                ids: ids,
                clock: clock.clock
            )
        }
        let province = try await add("an-son", .portal, "Cổng thông tin điện tử tỉnh An Sơn", host, below: nil)
        let english = try await add("an-son-en", .language, "An Son Province Portal", englishHost, below: province.id, .en)
        let department = try await add("so-y-te", .unit, "Sở Y tế", departmentHost, below: province.id)
        _ = try await add("trong", .unit, "Xã Trống", emptyHost, below: province.id)
        try await directory.refresh(from: database)

        var people: [String: PersonID] = [:]
        for (handle, role) in [("reporter", Role.editor), ("chief", .editorInChief), ("second", .editorInChief), ("writer", .reporter)] {
            let person = try await People.add(PersonDraft(handle: handle, name: "Người \(handle)"), to: database, ids: ids, clock: clock.clock)
            people[handle] = person.id
            try await database.write { try People.grant(role, to: person.id, on: province.id, from: clock.now, in: $0) }
        }
        guard let chief = people["chief"], let actor = try await People.actor(for: chief, at: clock.now, from: database) else {
            throw PeopleRefusal.unknown("chief")
        }
        let news = Section(id: ids.next(), site: province.id, code: "tin-tuc", name: "Tin tức", summary: "Tin trong tỉnh.")
        let economy = Section(id: ids.next(), site: province.id, code: "kinh-te", parent: news.id, name: "Kinh tế")
        let topic = Section(
            id: ids.next(),
            site: province.id,
            code: "phong-chong-thien-tai",
            kind: .topic,
            name: "Phòng chống thiên tai",
            opensOn: CivilDate(year: 2026, month: 1, day: 1),
            closesOn: CivilDate(year: 2026, month: 12, day: 31)
        )
        let ward = Section(id: ids.next(), site: department.id, code: "tin-nganh", name: "Tin ngành")
        let englishNews = Section(id: ids.next(), site: english.id, code: "news", name: "News")
        try await publishing.addSections([news, economy, topic, ward, englishNews], by: Publisher.By(actor, in: directory.tree))
        let sections = try await SectionDirectory.load(from: database)

        let reader = Reader(database: database, keyring: keyring, kinds: kinds)
        let views = ViewCounts(database: database, clock: clock.clock, logger: logger)
        let counts = AddressCounts(database: database, clock: clock.clock, logger: logger)
        let renditions = RenditionStore(folder: folder + "-derived", megabytes: 100, logger: logger)
        let files = FilesWithRenditions(try DiskFileStore(root: folder), renditions)
        let workshop = PictureWorkshop(
            door: WorkerDoor(worker, patience: .seconds(60), logger: logger),
            store: renditions,
            originals: files,
            logger: logger
        )
        let addresses = Addresses(kinds) { sections.index }
        let newsPages = NewsPages(reader: reader, addresses: addresses) { sections.index }
        let staticPages = StaticPages(reader: reader, addresses: addresses)
        let stable = StableIDs(origin: "anson.test")
        let feeds = Feeds(reader: reader, addresses: addresses, ids: stable, sections: { sections.index }) { $0.url("/websub") }
        let notes = SearchNotes(database: notesDatabase, clock: clock.clock, logger: logger)
        let searchPages = SearchPages(index: index, notes: notes, reader: reader, addresses: addresses, kinds: kinds, logger: logger, feeds: feeds) {
            sections.index
        }
        let api = ReadAPI(reader: reader, addresses: addresses, kinds: kinds, search: search) { sections.index }
        let machines = MachinesFeature(
            reader: reader,
            addresses: addresses,
            ids: stable,
            settings: MachineSettings(security: SecurityText(contacts: ["mailto:anninh@anson.test"])),
            sections: { sections.index }
        )
        let houseRules = try await HouseRules(database: database, clock: clock.clock, ids: ids)
        let casework = Casework(
            database: database,
            keyring: keyring,
            clock: clock.clock,
            ids: ids,
            tracks: try TrackTable.standard(),
            times: CaseTimes { houseRules.legal },
            termKey: Array(repeating: 7, count: 32)
        )
        let answered = AnsweredPages(reader: reader, addresses: addresses)
        let offers = QuestionOffers(reader: reader, addresses: addresses) { words, site, language, limit in
            try await index.resembling(
                SearchRequest(words, scope: .subtree(site), kind: AnsweredQuestion.name, language: language),
                limit: limit
            )
        }
        let log = RecordFiles(database: database) { try EventLog.entries(from: $0, limit: $1, $2) }
        let features: [any PortalFeature] = [
            NewsFeature(newsPages), PagesFeature(staticPages), machines, ReadAPIFeature(api), SearchFeature(searchPages), NewsroomFeature(),
            QuestionsFeature(CasePages(casework: casework, answered: answered, offers: offers)), LibraryFeature(), PortalDeskFeature(),
            WatchFeature(), MirrorFeature(),
            RecordFeature(record: log, reader: reader, addresses: addresses, chain: LogChain(origin: "anson.test/log/1")),
        ]
        let resolver = ItemResolver(
            reader: reader,
            addresses: addresses,
            views: views,
            front: newsPages,
            pages: [newsPages, staticPages, answered],
            feeds: feeds,
            proofs: RecordProofs(log)
        )
        let texts = try ProgramTexts(features: features)
        let face = Face(
            templates: try LiveTemplates(
                files: texts.templates,
                words: texts.words,
                pages: texts.pages,
                folders: TemplateFolders(looks: looks),
                logger: logger
            ),
            words: texts.words,
            origins: Origins(scheme: .https),
            clock: clock.clock,
            tree: { directory.tree },
            statics: StaticFiles(features: features),
            sections: { site in sections.index.top(on: site.id).map { MenuItem(label: $0.name, target: "/\($0.code)/") } },
            addresses: counts
        )
        let all: [any PortalFeature] =
            features + [
                CoreRoutes(
                    fileRoutes: FileRoutes(
                        reader: reader,
                        files: files,
                        pictures: PictureDesk(store: renditions, workshop: workshop, patience: .seconds(120))
                    ),
                    links: ItemLinks(resolver)
                )
            ]
        let (router, table) = try PublicRouter.buildWithTable(
            face: face,
            features: all,
            resolver: resolver,
            metrics: RequestMetrics(MetricsRegistry())
        )
        return TestPortal(
            faults: faults,
            database: database,
            keys: keys,
            keyring: keyring,
            publishing: publishing,
            reader: reader,
            views: views,
            files: files,
            folder: folder,
            renditions: renditions,
            workshop: workshop,
            directory: directory,
            sectionDirectory: sections,
            clock: clock,
            casework: casework,
            houseRules: houseRules,
            people: people,
            face: face,
            browser: Browser(responder: router.buildResponder()),
            responder: router.buildResponder(),
            table: table,
            features: all,
            index: index,
            portalDesk: PortalDesk(
                publishing: publishing,
                reader: reader,
                addresses: addresses,
                front: newsPages,
                blocks: FrontBlocks(plain: NewsPages.plainBlocks, ofSections: NewsPages.sectionBlocks) { NewsPages.standardBlocks($0, $1, $2) },
                standing: [StaticPage.name],
                sections: { sections.index }
            ) { try await index.titles(with: $0, on: $1, andBelow: $2, goesOn: $2, limit: $3) },
            counts: counts,
            notes: notes,
            province: province,
            english: english,
            department: department,
            news: news,
            economy: economy,
            topic: topic,
            ward: ward,
            englishNews: englishNews
        )
    }
}

/// The addresses that belong to no feature, as the program adds them.
private struct CoreRoutes: PortalFeature {
    let name = "core-routes"
    let files: [(path: String, text: StaticString)] = []
    let queryParameters = FileRoutes.queryParameters
    let fileRoutes: FileRoutes
    let links: ItemLinks

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        fileRoutes.addRoutes(to: routes)
        links.addRoutes(to: routes)
    }
}
