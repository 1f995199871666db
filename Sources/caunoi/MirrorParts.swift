import Logging
import Mirror
import Notary
import PortalNetwork
import Publishing
import ServiceLifecycle
import Store
import Vietnamese
import Web

/// The mirror, put together: how one is written, and how one is served.
enum MirrorParts {
    static func mirror(_ program: Program, _ portal: Portal, _ parts: RecordParts) throws -> PortalMirror {
        let (router, _) = try portal.router(MetricsRegistry(), lines: nil)
        let quiet = Logger(label: "caunoi.mirror") { LogLines(label: $0, level: .error) }
        let origin = parts.notary.origin
        return PortalMirror(
            maker: PageMaker(router, logger: quiet),
            face: portal.face,
            reader: program.reader,
            database: program.database,
            addresses: portal.addresses,
            // The record's name is its host, then where it lies.
            log: origin.firstIndex(of: "/").map { String(origin[$0...].dropFirst()) } ?? "log/1",
            logger: program.logger
        )
    }

    /// Serves a mirror until told to stop.
    static func serve(_ folder: String, _ settings: Settings, _ registry: MetricsRegistry, console: Console) async throws {
        let logger = Program.logger(settings, label: "caunoi")
        let shelf = try await MirrorShelf(opening: folder)
        console.note("The mirror \(folder): \(shelf.count) addresses of \(shelf.portals) portal(s), every file as it was written")
        let texts = try ProgramTexts(features: Features.all())
        let face = Face(
            templates: try LiveTemplates(files: texts.templates, words: texts.words, pages: texts.pages, logger: logger),
            words: texts.words,
            origins: settings.origins,
            clock: .system,
            tree: { SiteTree(version: 0, sites: [], menus: [:], banners: []) }
        )
        let certificates = try settings.tlsFiles.map { try Certificates(certificate: $0.certificate, key: $0.key, logger: logger) }
        var limits = ServerLimits()
        limits.gracefulStop = .seconds(settings.stopSeconds)
        let server = PublicServer(
            face: face,
            router: PublicRouter.plain(metrics: RequestMetrics(registry)) { shelf.answer($0) },
            listen: settings.listen.compactMap { ListenAddress($0) },
            operatorEndpoints: OperatorEndpoints(checks: [], registry: registry),
            operatorAddress: ListenAddress(settings.admin),
            limits: limits,
            clients: settings.clients,
            certificates: certificates,
            logger: logger,
            onListening: { address in console.note("Listening on \(address)") }
        )
        try await server.run(services: certificates.map { [$0] } ?? [])
    }
}
