import ArgumentParser
import Foundation
import Logging
import Metrics
import News
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

    @Option(name: .long, help: "How long a stop waits for requests under way, in seconds. Default: 10") var stopSeconds: Int?

    func run() async throws {
        let settings = try global.settings([
            .listen: listen, .admin: admin.map { [$0] } ?? [], .looks: looks.map { [$0] } ?? [], .templates: templates,
            .https: https ? ["true"] : [], .publicPort: publicPort.map { ["\($0)"] } ?? [], .logLevel: logLevel.map { [$0] } ?? [],
            .stopSeconds: stopSeconds.map { ["\($0)"] } ?? [],
        ])
        let level = settings.logLevel
        LoggingSystem.bootstrap { LogLines(label: $0, level: level) }
        let registry = MetricsRegistry()
        MetricsSystem.bootstrap(registry)
        let program = try await Program.open(settings, as: .server)
        do {
            try await serve(program, registry)
            await program.close()
        } catch {
            await program.close()
            throw error
        }
    }

    private func serve(_ program: Program, _ registry: MetricsRegistry) async throws {
        let settings = program.settings
        let portal = try await Portal(program)
        let checks = [
            HealthCheck("database") { _ = try await program.database.read { try EventLog.head($0) } },
            HealthCheck("keys") { _ = try await program.keys.read { try $0.value("SELECT 1", as: Int.self) } },
        ]
        let addresses = settings.listen.compactMap { ListenAddress($0) }
        var limits = ServerLimits()
        limits.gracefulStop = .seconds(settings.stopSeconds)
        let console = global.console
        let server = PublicServer(
            face: portal.face,
            router: try portal.router(registry),
            listen: addresses,
            operatorEndpoints: OperatorEndpoints(checks: checks, registry: registry),
            operatorAddress: ListenAddress(settings.admin),
            limits: limits,
            logger: program.logger,
            onListening: { address in console.note("Listening on \(address)") }
        )
        do { try await server.run(services: portal.services) } catch {
            await portal.close()
            throw error
        }
        await portal.close()
    }
}
