import ArgumentParser
import Foundation
import Logging
import Metrics
import Mirror
import News
import Notary
import Outbound
import Pages
import PortalNetwork
import Publishing
import ServiceLifecycle
import Store
import StoreSQLite
import Vietnamese
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the portals until told to stop (SIGTERM, SIGINT).",
        discussion: "Public pages on --listen, health and metrics for the operator on --admin."
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Address and port of the public pages (may be repeated). Environment: CAUNOI_LISTEN. Default: [::]:8080") var listen:
        [String] = []
    @Option(name: .long, help: "Address and port of the operator's endpoints. Environment: CAUNOI_ADMIN. Default: 127.0.0.1:9090") var admin: String?
    @Option(name: .long, help: "Folder of themes: <theme>/Templates/*.mustache.") var looks: String?
    @Option(name: .long, help: "Read templates from these folders and reload them when they change (development; may be repeated).") var templates:
        [String] = []
    @Flag(name: .long, help: "Readers come over HTTPS, through a TLS proxy before this program.") var https = false
    @Option(name: .long, help: "Port readers use when it is not the standard one.") var publicPort: Int?
    @Option(name: .long, help: "trace, debug, info, notice, warning or error.") var logLevel: String?

    @Option(name: .long, help: "PEM file of the certificate and its chain: serves HTTPS and HTTP/2 directly, read anew when it changes.") var tlsCert:
        String?
    @Option(name: .long, help: "PEM file of the certificate's private key.") var tlsKey: String?
    @Option(name: .long, help: "Megabytes of memory for finished pages; 0 keeps none. Default: 512") var cacheSize: Int?
    @Option(name: .long, help: "What one client may ask for a second, in pages that are ready; 0 sets no bound. Default: 500") var clientRate: Int?
    @Option(name: .long, help: "Letters to one portal in five minutes from which its forms ask for a proof of work; 0: never. Default: 300")
    var floodPortal: Int?
    @Option(name: .long, help: "The same, from one range of addresses (IPv4 /24, IPv6 /48). Default: 60") var floodRange: Int?
    @Option(name: .long, help: "The same, to all portals on this node. Default: 1500") var floodNode: Int?
    @Option(name: .long, help: "How much work that proof is, 1 to 24; each step doubles it. Default: 12") var proofBits: Int?
    @Option(name: .long, help: "Address or range of a proxy whose X-Forwarded-For counts (may be repeated). Default: this machine")
    var trustedProxies: [String] = []
    @Option(
        name: .long,
        help: "Address range (CIDR) that callbacks of other people may lead to beside the public internet (may be repeated; for a test estate)."
    ) var outboundAllow: [String] = []

    @Option(name: .long, help: "Socket of a 'caunoi worker --socket', or none. Default: serve starts its own media worker.") var worker: String?
    @Option(name: .long, help: "Socket of a 'caunoi signer --socket'. Default: serve starts its own signer, with its key in <data>/signer.")
    var signer: String?
    @Option(name: .long, help: "Policy file of the witnesses that cosign this record (docs/operating/record.md). Default: none.")
    var witnessPolicy: String?
    @Option(name: .long, help: "Megabytes of disk for smaller pictures. Default: 10240") var derivedSize: Int?
    @Option(name: .long, help: "Where ClamAV's daemon listens: a socket's path or host:port. Default: uploads are not scanned.") var scanner: String?
    @Option(name: .long, help: "Megabytes the scanner takes, its StreamMaxLength. Default: 25") var scannerLimit: Int?

    @Option(name: .long, help: "false reads no article aloud. Default: true") var speech: String?
    @Option(
        name: .long,
        help: "Command of another voice: text on its input, WAV on its output, the language in CAUNOI_SPEECH_LANGUAGE. Default: espeak-ng"
    ) var speechCommand: String?

    @Option(name: .long, help: "How long a stop waits for requests under way, in seconds. Default: 10") var stopSeconds: Int?

    @Option(name: .long, help: "Where weaknesses are reported, for security.txt: a mailto:, https: or tel: address (may be repeated).")
    var securityContact: [String] = []
    @Option(name: .long, help: "https: address of the policy for those who report weaknesses.") var securityPolicy: String?
    @Option(name: .long, help: "https: address of the key to encrypt reports with.") var securityKey: String?
    @Option(name: .long, help: "false keeps search engines out (test estates; the demo always does). Default: true") var indexing: String?

    @Option(name: .long, help: "false keeps readers' browsers from keeping articles, and empties what they kept. Default: true") var offline: String?

    @Option(name: .long, help: "false starts no watcher with the portal (docs/watcher.md). Default: true") var watch: String?
    @Option(name: .long, help: "Where the watcher asks for pages: http://127.0.0.1:8080. Default: where the portals' names lead.") var watchVia:
        String?

    @Option(name: .customLong("static"), help: "Folder in which a mirror is kept, written after each publication (docs/operating/mirror.md).")
    var staticFolder: String?
    @Option(name: .long, help: "Serve this mirror instead of an installation: read only, without a database.") var mirror: String?

    func run() async throws {
        let settings = try global.settings([
            .staticFolder: staticFolder.map { [$0] } ?? [], .mirror: mirror.map { [$0] } ?? [],
            .watch: watch.map { [$0] } ?? [], .watchVia: watchVia.map { [$0] } ?? [],
            .listen: listen, .admin: admin.map { [$0] } ?? [], .looks: looks.map { [$0] } ?? [], .templates: templates,
            .https: https ? ["true"] : [], .publicPort: publicPort.map { ["\($0)"] } ?? [], .logLevel: logLevel.map { [$0] } ?? [],
            .stopSeconds: stopSeconds.map { ["\($0)"] } ?? [], .cacheSize: cacheSize.map { ["\($0)"] } ?? [],
            .tlsCert: tlsCert.map { [$0] } ?? [], .tlsKey: tlsKey.map { [$0] } ?? [],
            .floodPortal: floodPortal.map { ["\($0)"] } ?? [], .floodRange: floodRange.map { ["\($0)"] } ?? [],
            .floodNode: floodNode.map { ["\($0)"] } ?? [], .proofBits: proofBits.map { ["\($0)"] } ?? [],
            .clientRate: clientRate.map { ["\($0)"] } ?? [], .trustedProxies: trustedProxies,
            .speech: speech.map { [$0] } ?? [], .speechCommand: speechCommand.map { [$0] } ?? [],
            .worker: worker.map { [$0] } ?? [], .signer: signer.map { [$0] } ?? [], .witnessPolicy: witnessPolicy.map { [$0] } ?? [],
            .derivedSize: derivedSize.map { ["\($0)"] } ?? [],
            .scanner: scanner.map { [$0] } ?? [], .scannerLimit: scannerLimit.map { ["\($0)"] } ?? [],
            .outboundAllow: outboundAllow, .securityContact: securityContact,
            .securityPolicy: securityPolicy.map { [$0] } ?? [], .securityKey: securityKey.map { [$0] } ?? [], .indexing: indexing.map { [$0] } ?? [],
            .offline: offline.map { [$0] } ?? [],
        ])
        let level = settings.logLevel
        LoggingSystem.bootstrap { LogLines(label: $0, level: level) }
        let registry = MetricsRegistry()
        MetricsSystem.bootstrap(registry)
        if let folder = settings[.mirror] { return try await MirrorParts.serve(folder, settings, registry, console: global.console) }
        var program = try await Program.open(settings, as: .server)
        let record = try await RecordParts(program)
        program.publishing.record = record.notary
        do {
            try await serve(program, record, registry)
            await program.close()
        } catch {
            await program.close()
            throw error
        }
    }

    private func serve(_ program: Program, _ record: RecordParts, _ registry: MetricsRegistry) async throws {
        let settings = program.settings
        raiseFileLimit()
        // Certificates are read anew by themselves, and settings at a start: a service that is told to reload has nothing to do, and goes on.
        if isatty(STDIN_FILENO) == 0 { signal(SIGHUP, SIG_IGN) }
        try await People.foldNames(program.database)
        let portal = try await Portal(program, record)
        let release = try ReleaseWatch(settings, publishing: portal.telling, signer: record.signer, logger: program.logger)
        let checks = [
            HealthCheck("database") { _ = try await program.database.read { try EventLog.head($0) } },
            HealthCheck("record") { try record.notary.check() },
            HealthCheck("release") { try release.check() },
            HealthCheck("keys") { _ = try await program.keys.read { try $0.value("SELECT 1", as: Int.self) } },
        ]
        let addresses = settings.listen.compactMap { ListenAddress($0) }
        var limits = ServerLimits()
        limits.gracefulStop = .seconds(settings.stopSeconds)
        limits.uploads = portal.desk.map { UploadLimits(host: $0.host) }
        limits.forms = portal.cases.bodies
        let console = global.console
        let clock = program.clock
        let certificates = try settings.tlsFiles.map { try Certificates(certificate: $0.certificate, key: $0.key, logger: program.logger) }
        let lines = settings.logLevel <= .info ? AccessLines(clock: { clock.now().rawValue }) : nil
        // Before the router that readers get: the last one made hears of the network's changes.
        let follower = try settings[.staticFolder].map { folder in
            MirrorFollower(try MirrorParts.mirror(program, portal, record), folder: folder, logger: program.logger)
        }
        let (router, desk) = try portal.router(registry, lines: lines)
        defer { lines?.flush() }
        let allowed = settings.outbound.allow
        if !allowed.isEmpty {
            console.warn(
                "Addresses of other people may lead to \(allowed.map(\.description).joined(separator: ", ")) (\(Setting.outboundAllow.name))"
            )
        }
        let server = PublicServer(
            face: portal.face,
            router: router,
            listen: addresses,
            operatorEndpoints: OperatorEndpoints(checks: checks, registry: registry),
            operatorAddress: ListenAddress(settings.admin),
            limits: limits,
            clients: settings.clients,
            desk: desk,
            certificates: certificates,
            logger: program.logger,
            onListening: { address in console.note("Listening on \(address)") }
        )
        // What the watcher is told must be right before it is told.
        _ = (try settings.watchPlan(), try settings.watchWay())
        var watcher: [any Service] = [WatchMeter(database: program.database, clock: program.clock, logger: program.logger)]
        watcher.append(StateMeter(database: program.database, notary: record.notary, clock: program.clock, logger: program.logger))
        if let follower { watcher.append(follower) }
        if let replica = program.replica { watcher.append(replica) }
        if settings.startsWatcher { watcher.append(WatchChild(settings: settings, logger: program.logger)) }
        do {
            try await server.run(services: portal.services + record.services + watcher + [release] + (certificates.map { [$0] } ?? []))
        } catch {
            await portal.close()
            throw error
        }
        await portal.close()
    }

    /// Each connection is an open file: as many as the system lets this program have.
    private func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
