import ArgumentParser
import Foundation
import Logging
import Notary
import Outbound
import PortalNetwork
import Publishing
import ServiceLifecycle
import Store
import UnixSignals
import Watch
import Web

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Look at the portals' pages without end and compare them with the record.",
        discussion: """
            serve starts such a watcher itself (--watch false starts none). Findings become cases in the desk; own pages are put right at once (docs/watcher.md). \
            With --once everything is looked at once: exit status 1 when something was found.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Where the portals' pages are asked for: http://127.0.0.1:8080. Default: where their names lead.") var via: String?
    @Option(name: .long, help: "Pages a second. Default: 4; with --once as many as go.") var rate: String?
    @Option(name: .long, help: "Seconds between looks at front pages and newest items. Default: 300") var every: String?
    @Option(name: .long, help: "Access log of the proxy before the portal (may be repeated).") var log: [String] = []
    @Option(name: .long, help: "Folder that a web server shows, as DIR=/PATH (may be repeated).") var folder: [String] = []
    @Option(name: .long, help: "Another installation to watch, by the address of a portal: https://tinh.gov.vn (may be repeated).") var other:
        [String] = []
    @Option(name: .long, help: "Key of another installation's record (may be repeated).") var key: [String] = []
    @Option(name: .long, help: "Policy file: whose signature of other installations' records counts.") var policy: String?
    @Option(name: .long, help: "Address range (CIDR) that foreign hosts may lead to beside the public internet (may be repeated; for a test estate).")
    var outboundAllow: [String] = []
    @Option(name: .long, help: "Port readers use when it is not the standard one.") var publicPort: Int?
    @Flag(name: .long, help: "Readers come over HTTPS.") var https = false
    @Flag(name: .long, help: "Do not look with a browser that runs scripts.") var noBrowser = false
    @Flag(name: .long, help: "Look at everything once and end.") var once = false
    @Option(name: .long, help: "With --once: end after so many pages of each installation.") var pages: Int?
    @Flag(name: .long, help: ArgumentHelp("Take the settings from the standard input.", visibility: .private)) var child = false

    func validate() throws {
        guard let pages else { return }
        guard once else { throw ValidationError("--pages counts what --once looks at; give both, or neither") }
        guard pages > 0 else { throw ValidationError("--pages \(pages): give a number from 1 on") }
    }

    private struct Answer: Encodable {
        let pages: Int
        let found: [CheckedPage]
        let seconds: Double
    }

    func run() async throws {
        let settings =
            child
            ? try WatchChild.receive()
            : try global.settings([
                .watchVia: via.map { [$0] } ?? [], .watchRate: rate.map { [$0] } ?? [], .watchEvery: every.map { [$0] } ?? [], .watchLogs: log,
                .watchFolders: folder, .outboundAllow: outboundAllow, .publicPort: publicPort.map { ["\($0)"] } ?? [], .https: https ? ["true"] : [],
            ])
        let console = global.console
        let found = try await Program.with(settings) { program -> Bool in
            let portal = try await Portal(program, try await RecordParts(program))
            do {
                let isClean = try await watch(program, portal, console)
                await portal.close()
                return isClean
            } catch {
                await portal.close()
                throw error
            }
        }
        if !found { throw FoundWrong() }
    }

    /// True when nothing was found.
    private func watch(_ program: Program, _ portal: Portal, _ console: Console) async throws -> Bool {
        let parts = try await WatchParts.own(program, portal, way: try program.settings.watchWay(), browser: !noBrowser)
        var plan = try program.settings.watchPlan()
        if once, rate == nil { plan.rate = 1_000 }
        var watchers = [parts.watcher(of: .own(program, portal, parts), program, portal, plan)]
        for address in other {
            let origin: ForeignAddress
            do { origin = try ForeignAddress(address) } catch { throw UsageFault("--other '\(address)': \(error)") }
            let foreign = try WatchParts.foreign(
                origin.origin,
                host: "\(origin.host)",
                program,
                trust: try LogPlaces.trust(key: key, policy: policy),
                browser: !noBrowser
            )
            watchers.append(foreign.watcher(of: .foreign(origin.origin, host: "\(origin.host)", foreign), program, portal, plan))
        }
        guard once else {
            if !child { console.note("Watching \(program.directory.tree.count) portals") }
            let group = ServiceGroup(
                services: [portal.network, portal.views] + watchers,
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: program.logger
            )
            try await group.run()
            return true
        }
        let clock = ContinuousClock()
        let start = clock.now
        var (looked, found) = (0, [CheckedPage]())
        for watcher in watchers {
            try await watcher.sweep(most: pages ?? .max) { page in
                looked += 1
                if !page.isClean { found.append(page) }
            }
        }
        await portal.views.flush()
        let seconds = Double((clock.now - start).components.seconds) + Double((clock.now - start).components.attoseconds) / 1e18
        let lines = found.map { page in "\(page.place)\n" + page.seen.map { "  - \($0.finding)" }.joined(separator: "\n") }
        let rate = seconds > 0 ? Double(looked) / seconds : 0
        let sum = "\(looked) pages in \(Int(seconds)) s (\((rate * 10).rounded() / 10) a second), \(found.count) not as published"
        try console.result(Answer(pages: looked, found: found, seconds: seconds), text: (lines + [sum]).joined(separator: "\n"))
        return found.isEmpty
    }
}
