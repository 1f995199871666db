import Foundation
import Hummingbird
import Logging
import News
import Pages
import PortalNetwork
import Publishing
import SearchPages
import ServiceLifecycle
import Store
import Synchronization
import Vietnamese
import Web

/// The public face of an opened installation: features, pages, and the work in the background.
struct Portal: Sendable {
    let face: Face
    let features: [any PortalFeature]
    let resolver: ItemResolver
    let services: [any Service]
    private let files: FileRoutes
    private let search: SearchParts

    init(_ program: Program) async throws {
        let settings = program.settings
        let directory = program.directory
        let sections = try await SectionDirectory.load(from: program.database)
        let addresses = Addresses(program.kinds) { sections.index }
        let views = ViewCounts(database: program.database, logger: program.logger)
        let news = NewsPages(reader: program.reader, addresses: addresses) { sections.index }
        let pages = StaticPages(reader: program.reader, addresses: addresses)
        let search = try await SearchParts.open(program)
        self.search = search
        let finds = SearchPages(
            index: search.index,
            notes: search.notes,
            reader: program.reader,
            addresses: addresses,
            kinds: program.kinds,
            logger: program.logger
        ) { sections.index }
        features = Features.all(news: news, pages: pages, search: finds)
        resolver = ItemResolver(reader: program.reader, addresses: addresses, views: views, front: news, pages: [news, pages])
        files = FileRoutes(reader: program.reader, files: program.files) { sections.index.banners.contains($0) }

        let texts = try ProgramTexts(features: features)
        let templates = try LiveTemplates(
            files: texts.templates,
            words: texts.words,
            pages: texts.pages,
            folders: TemplateFolders(looks: settings[.looks], development: settings.list(.templates)),
            logger: program.logger
        )
        let listenPort = settings.listen.first.flatMap { Int($0.split(separator: ":").last ?? "") }
        let port = settings.publicPort ?? (settings.isHTTPS ? nil : listenPort)
        let lookFiles = LookFiles()
        try await lookFiles.refresh(program.reader, directory.tree)
        let isDemo = try await Origin.isDemo(program.database)
        face = Face(
            templates: templates,
            words: texts.words,
            origins: Origins(scheme: settings.isHTTPS ? .https : .http, port: port),
            clock: program.clock,
            tree: { directory.tree },
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
            isDemo: { _ in isDemo }
        )
        services = [
            Background {
                // Sites, sections and looks change together: one announcement, one refresh.
                for await _ in program.database.announcements(.network) {
                    do {
                        try await directory.refresh(from: program.database)
                        try await sections.refresh(from: program.database)
                        try await lookFiles.refresh(program.reader, directory.tree)
                    } catch {
                        program.logger.error("The network could not be refreshed", metadata: ["error": "\(error)"])
                    }
                }
            },
            ProjectionFollower(program.publishing, logger: program.logger),
            Background {
                await program.lease.keep { error in program.logger.warning("The node's lease could not be renewed", metadata: ["error": "\(error)"]) }
            },
            ErasureWatch(database: program.database, keyring: program.keyring, logger: program.logger),
            views,
            search.follower,
            search.notes,
            JobRunner(
                database: program.database,
                workers: [PublishDue(program.publishing)],
                owner: program.lease.ids.node,
                clock: program.clock,
                logger: program.logger
            ),
        ]
    }

    /// Closes what the portal itself opened.
    func close() async { await search.close() }

    func router(_ registry: MetricsRegistry) throws -> Router<WebContext> {
        try PublicRouter.build(
            face: face,
            features: features + [CoreRoutes(files: files, links: ItemLinks(resolver))],
            resolver: resolver,
            metrics: RequestMetrics(registry)
        )
    }
}

/// The addresses that belong to no feature: files, and items by their id alone.
private struct CoreRoutes: PortalFeature {
    let name = "core-routes"
    let files: [(path: String, text: StaticString)] = []
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

/// The paths of the files that looks show, as the network is now.
private final class LookFiles: Sendable {
    private let paths = Mutex<[String: String]>([:])

    subscript(asset: String) -> String? { paths.withLock { $0[asset] } }

    func refresh(_ reader: Reader, _ tree: SiteTree) async throws {
        let found = try await reader.lookAssets(of: tree)
        paths.withLock { $0 = found }
    }
}

/// Work that goes on until the program stops.
private struct Background: Service {
    let work: @Sendable () async -> Void
    init(_ work: @escaping @Sendable () async -> Void) { self.work = work }
    func run() async throws { await cancelWhenGracefulShutdown { await work() } }
}
