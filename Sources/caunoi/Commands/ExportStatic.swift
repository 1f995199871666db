import ArgumentParser
import Exchange
import Mirror
import PortalNetwork
import Synchronization
import Web

struct ExportStatic: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "static",
        abstract: "Write the portals out as files that any web server serves: the mirror for the worst day.",
        discussion: """
            Pages, feeds, maps, files, pictures in the sizes pages name, styles, scripts, lists for searching, the public record and proofs; the same bytes that readers \
            get. Run again it writes what changed and takes away what was withdrawn or erased. 'caunoi serve --mirror DIR' or nginx serves the folder \
            (DIR/_mirror/nginx, docs/operating/mirror.md). Exit status 1 means that some addresses were not ready; they are named.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "A new or empty folder, or that of the mirror to bring up to date.") var folder: String
    @Option(name: .long, help: "Host or code of a portal: it and all below it. Default: all of the installation.") var site: String?
    @Option(name: .long, help: "Port readers use when it is not the standard one.") var publicPort: Int?
    @Flag(name: .long, help: "Readers come over HTTPS.") var https = false

    func run() async throws {
        let console = global.console
        let quiet = global.quiet
        let settings = try global.settings([.publicPort: publicPort.map { ["\($0)"] } ?? [], .https: https ? ["true"] : []])
        try await Program.with(settings) { program in
            let root = try site.map { try program.directory.tree.named($0).id }
            let record = try await RecordParts(program)
            let portal = try await Portal(program, record)
            var report: PortalMirror.Report
            do {
                let mirror = try MirrorParts.mirror(program, portal, record)
                let meter = StaticMeter(quiet: quiet)
                report = try await mirror.export(to: folder, below: root) { meter.update($0) }
                meter.finish()
                await portal.close()
            } catch {
                await portal.close()
                throw error
            }
            let missing = report.missing
            for address in missing.prefix(20) { console.warn("caunoi: \(address) was not ready; run the export again") }
            if missing.count > 20 { console.warn("caunoi: … and \(missing.count - 20) more") }
            try console.result(
                report,
                text:
                    "The mirror of \(report.portals) portal(s) in \(folder): \(report.addresses) addresses, \(report.files) files; \(report.written) written, \(report.removed) taken away."
            )
            if !missing.isEmpty { throw FoundWrong() }
        }
    }
}

/// The progress of an export on a terminal.
private final class StaticMeter: Sendable {
    private let meter: Mutex<ProgressMeter>

    init(quiet: Bool) { meter = Mutex(ProgressMeter.onStandardError("Mirroring", unit: "addresses", total: nil, quiet: quiet)) }
    func update(_ made: Int) { meter.withLock { $0.update(items: made, bytes: 0) } }
    func finish() { meter.withLock { $0.finish() } }
}
