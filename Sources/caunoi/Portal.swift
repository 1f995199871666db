import Foundation
import Hummingbird
import Library
import Logging
import Machines
import Media
import News
import Newsroom
import Notary
import Outbound
import Pages
import PortalDesk
import PortalNetwork
import Publishing
import ReadAPI
import Record
import SearchPages
import ServiceLifecycle
import Store
import Syndication
import Vietnamese
import Watch
import Web
import WebSub

/// The public face of an opened installation: features, pages, and the work in the background.
struct Portal: Sendable {
    let face: Face
    let features: [any PortalFeature]
    let resolver: ItemResolver
    let cache: PageCache
    let views: ViewCounts
    let feeds: Feeds
    /// Where items stand.
    let addresses: Addresses
    let services: [any Service]
    /// Of these, what follows the tables of the network: sites, sections, looks.
    let network: any Service
    /// Publishes, and tells people of what happened without them.
    let telling: Publisher
    /// The inward arc.
    let cases: CaseworkParts
    /// The back office, where a host was given to it.
    let desk: Desk?
    private let files: FileRoutes
    private let connections: Int
    private let networkChanged = Hook()
    private let report = Hook()
    private let search: SearchParts
    private let worker: WorkerDoor?

    init(_ program: Program, _ parts: RecordParts) async throws {
        let settings = program.settings
        connections = settings.databaseConnections
        let directory = program.directory
        let sections = try await SectionDirectory.load(from: program.database)
        let addresses = Addresses(program.kinds) { sections.index }
        self.addresses = addresses
        views = ViewCounts(database: program.database, clock: program.clock, logger: program.logger)
        let counts = AddressCounts(database: program.database, clock: program.clock, logger: program.logger)
        let cache = PageCache(megabytes: settings.cacheMegabytes, clock: program.clock)
        self.cache = cache
        let head = try await CacheFollower.head(of: program.database)
        try await program.replica?.reads.look()
        let news = NewsPages(reader: program.reader, addresses: addresses) { sections.index }
        let pages = StaticPages(reader: program.reader, addresses: addresses)
        let search = try await SearchParts.open(program)
        self.search = search
        cases = try await CaseworkParts(program, addresses: addresses, index: search.index, find: search.questions)
        let origin = try await Origin.read(program.database) ?? directory.tree.all.lazy.compactMap(\.hosts.first).first ?? "localhost"
        let ids = StableIDs(origin: origin)
        feeds = Feeds(
            reader: program.reader,
            addresses: addresses,
            ids: ids,
            sections: { sections.index },
            hub: { visit in visit.face.hubPath.map { visit.url($0) } }
        )
        let machines = MachinesFeature(
            reader: program.reader,
            addresses: addresses,
            ids: ids,
            settings: MachineSettings(mayBeIndexed: settings.mayBeIndexed, security: settings.securityText),
            sections: { sections.index }
        )
        let log = RecordFiles(database: program.database) { try EventLog.entries(from: $0, limit: $1, $2) }
        resolver = ItemResolver(
            reader: program.reader,
            addresses: addresses,
            views: views,
            front: news,
            pages: [news, pages, cases.answered],
            feeds: feeds,
            proofs: RecordProofs(log)
        )
        let finds = SearchPages(
            index: search.index,
            notes: search.notes,
            reader: program.reader,
            addresses: addresses,
            kinds: program.kinds,
            logger: program.logger,
            feeds: feeds
        ) { sections.index }
        let api = ReadAPI(
            reader: program.reader,
            addresses: addresses,
            kinds: program.kinds,
            search: search.door
        ) { sections.index }
        let worker = settings.workerPlace.map { WorkerDoor($0, logger: program.logger) }
        self.worker = worker
        let workshop = worker.map { door in
            PictureWorkshop(
                door: door,
                store: program.renditions,
                originals: program.files,
                lanes: max(2, ProcessInfo.processInfo.activeProcessorCount),
                logger: program.logger
            )
        }
        let pictures = PictureDesk(store: program.renditions, workshop: workshop)
        files = FileRoutes(reader: program.reader, files: program.files, pictures: pictures) { sections.index.banners.contains($0) }

        let texts = try ProgramTexts(features: Features.all())
        let templates = try LiveTemplates(
            files: texts.templates,
            words: texts.words,
            pages: texts.pages,
            folders: TemplateFolders(looks: settings[.looks], development: settings.list(.templates)),
            logger: program.logger
        )
        let speech = try SpeechParts(program, words: texts.words) { cache.invalidateEverything() }
        let editor = Self.editor(program)
        let lookFiles = LookFiles()
        try await lookFiles.refresh(program.reader, directory.tree)
        let withheld = WithheldFiles(try await program.reader.withheldAssets())
        let isDemo = try await Origin.isDemo(program.database)
        face = Face(
            templates: templates,
            words: texts.words,
            origins: settings.origins,
            clock: program.clock,
            tree: { directory.tree },
            statics: StaticFiles(features: Features.all(), more: editor.map { [$0.file] } ?? []),
            sections: { site in
                sections.index.top(on: site.id).map { section in
                    MenuItem(
                        label: section.name,
                        target: "/\(section.code)/",
                        children: sections.index.children(of: section.id).map { MenuItem(label: $0.name, target: "/\($0.code)/", children: []) }
                    )
                }
            },
            assetAddress: { lookFiles[$0] },
            isDemo: { _ in isDemo },
            hubPath: WebSubFeature.path,
            recordOrigin: parts.notary.origin,
            keepsArticles: settings.keepsArticles,
            addresses: counts,
            player: { speech.player($0) },
            withheld: { withheld.now },
            proxies: settings.clients.proxies
        )
        let deskHost = settings.deskHost(isDemo: isDemo)
        let mail = try MailParts(program, face: face, deskHost: deskHost)
        // Whatever happens without a person rings where something does not happen.
        var alarming = program.publishing
        alarming.notices = mail.notices
        telling = alarming
        let uploads = try LibraryParts(program, workshop: workshop, door: worker, alarming: alarming)
        let deskParts = Features.desk(
            newsroom: NewsroomDesk(
                workroom: Workroom(program.publishing),
                reader: program.reader,
                files: program.files,
                tree: { directory.tree },
                sections: { sections.index },
                pages: [news, pages, cases.answered],
                front: news,
                editor: face.statics.address("editor.js"),
                look: try LinkParts.look(program, agent: Self.agent(program, face))
            ) { [search] words, site in try await search.items(words, on: site) },
            cases: cases.desk,
            calendar: cases.calendar,
            library: uploads.desk,
            portal: .make(
                publishing: program.publishing,
                reader: program.reader,
                addresses: addresses,
                news: news,
                index: search.index,
                sections: sections
            ),
            watch: WatchDesk(database: program.database)
        )
        let providers = try ProviderBook(SignInFile.providers(settings), agent: "CauNoi/\(Version.number)")
        let secrets = try HandOverSecrets.list(settings)
        desk = deskHost.map { [face] host in
            Desk(
                host: host,
                access: program.access,
                face: face,
                proxies: settings.clients.proxies,
                isDemo: isDemo,
                notices: mail.notices,
                providers: providers,
                secrets: secrets,
                parts: deskParts
            )
        }
        let networkChanged = networkChanged
        let report = report
        let hub = try Self.hub(program, face: face, resolver: resolver)
        let follower = HubFollower(hub)
        let chain = LogChain(origin: parts.notary.origin, past: try await log.past())
        let record = RecordFeature(record: log, reader: program.reader, addresses: addresses, chain: chain)
        features = Features.all(
            record: record,
            witness: WitnessFeature(parts.office),
            news: news,
            pages: pages,
            machines: machines,
            hub: hub,
            api: api,
            search: finds,
            listening: speech.listening,
            cases: cases.pages
        )
        // Sites, sections and looks change together: one announcement, one refresh.
        let network = NetworkFollower(program.database, logger: program.logger) {
            try await directory.refresh(from: program.database)
            try await sections.refresh(from: program.database)
            try await lookFiles.refresh(program.reader, directory.tree)
            withheld.set(try await program.reader.withheldAssets())
            // Pages made anew from now on are made from at least what was read here.
            try await program.replica?.reads.look()
            networkChanged.call()
        }
        self.network = network
        services =
            [
                CacheFollower(cache: cache, database: program.database, from: head, logger: program.logger, replica: program.replica?.reads) {
                    report.call()
                },
                network,
                ProjectionFollower(program.publishing, logger: program.logger),
                KeyKeeper(program.publishing, logger: program.logger),
                Background {
                    await program.lease.keep { error in
                        program.logger.warning("The node's lease could not be renewed", metadata: ["error": "\(error)"])
                    }
                },
                ErasureWatch(database: program.database, keyring: program.keyring, logger: program.logger),
                views, counts, CaseworkParts.watch(program, notices: mail.notices),
                search.follower,
                search.notes,
                JobRunner(
                    database: program.database,
                    workers: [
                        PublishDue(program.publishing), WithdrawDue(program.publishing, files: program.files), UrgentOverdue(program.publishing),
                        MakeSites(program.publishing, access: program.access),
                    ],
                    owner: program.lease.ids.node,
                    clock: program.clock,
                    logger: program.logger
                ),
                follower,
                // Runs beside the other jobs: a callback that takes its time must not hold up a publication.
                JobRunner(
                    database: program.database,
                    workers: follower.workers,
                    owner: program.lease.ids.node,
                    clock: program.clock,
                    logger: program.logger,
                    width: 8
                ),
                JobMeter(database: program.database, logger: program.logger),
                speech,
                PictureKeeping(
                    database: program.database,
                    store: program.renditions,
                    ids: program.lease.ids,
                    clock: program.clock,
                    logger: program.logger
                ),
            ] + (try LinkParts.services(program, agent: Self.agent(program, face))) + (workshop.map { [Self.pictureJobs(program, $0)] } ?? [])
            + uploads.services + (try cases.services(program, face, mail, worker, host: deskHost ?? origin))
    }

    /// Beside the other jobs, and few at once: each takes seconds of a processor.
    private static func pictureJobs(_ program: Program, _ workshop: PictureWorkshop) -> JobRunner {
        JobRunner(
            database: program.database,
            workers: [MakePictures(database: program.database, files: program.files, workshop: workshop)],
            owner: program.lease.ids.node,
            clock: program.clock,
            logger: program.logger,
            width: 2
        )
    }

    /// Without the editor's bundle the desk works, with plain fields: an operator must know why.
    private static func editor(_ program: Program) -> EditorBundle? {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        do { return try EditorBundle(at: EditorBundle.places(beside: own)) } catch {
            program.logger.warning("Bodies are edited as plain HTML", metadata: ["reason": "\(error)"])
            return nil
        }
    }

    /// Closes what the portal itself opened.
    func close() async {
        worker?.close()
        await search.close()
    }

    /// What other hosts are told of who calls.
    private static func agent(_ program: Program, _ face: Face) -> String {
        let origin = program.directory.tree.all.first { $0.parent == nil && $0.kind == .portal }.flatMap { face.origins.url($0) } ?? ""
        return "CauNoi/\(Version.number)" + (origin.isEmpty ? "" : " (+\(origin))")
    }

    /// The hub makes feeds as a reader's request would.
    private static func hub(_ program: Program, face: Face, resolver: ItemResolver) throws -> Hub {
        Hub(
            database: program.database,
            ids: program.lease.ids,
            clock: program.clock,
            fetcher: try Fetcher(policy: program.settings.outbound, agent: agent(program, face)),
            origins: face.origins,
            tree: face.tree,
            logger: program.logger
        ) { site, path in
            let visit = Visit(face: face, site: site, tree: face.tree(), now: face.clock.now(), requestID: "websub", isRobot: true)
            guard case .address(let address) = PublicAddress.read(path: path, query: nil), case .feed = address,
                case .bytes(let feed) = try await resolver.answer(to: address, for: visit)
            else { return nil }
            return feed
        }
    }

    /// The routes, and what answers before them from the cache.
    func router(_ registry: MetricsRegistry, lines: AccessLines?) throws -> (router: Router<WebContext>, desk: CacheDesk) {
        let metrics = RequestMetrics(registry)
        let features = features + [CoreRoutes(files: files, links: ItemLinks(resolver))]
        let (router, table) = try PublicRouter.buildWithTable(face: face, features: features, resolver: resolver, metrics: metrics, desk: self.desk)
        let views = views
        let desk = CacheDesk(
            cache: cache,
            targets: CacheTargets(routes: table, features: features),
            // Two connections are left to the desk, to forms and to jobs.
            turns: MakingTurns(width: connections - 2),
            metrics: metrics,
            lines: lines,
            clock: face.clock
        ) { views.count($0) }
        networkChanged.set { desk.networkChanged() }
        report.set { desk.report() }
        return (router, desk)
    }
}

/// The addresses that belong to no feature: files, and items by their id alone.
private struct CoreRoutes: PortalFeature {
    let name = "core-routes"
    let files: [(path: String, text: StaticString)] = []
    let queryParameters = FileRoutes.queryParameters
    let fileRoutes: FileRoutes
    let links: ItemLinks

    init(files: FileRoutes, links: ItemLinks) {
        fileRoutes = files
        self.links = links
    }

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        fileRoutes.addRoutes(to: routes)
        links.addRoutes(to: routes)
    }
}
