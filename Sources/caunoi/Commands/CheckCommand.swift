import ArgumentParser
import Foundation
import Notary
import Outbound
import PortalNetwork
import Publishing
import Store
import Watch

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Fetch a page as several kinds of visitor and compare it with the record.",
        discussion: """
            As a desktop, a telephone, a search engine and a reader who comes from one, without scripts; and with scripts in Chromium, where the machine has it. \
            Pages of this installation are compared with the same page made anew; those of another installation with its record, whose key must be given \
            (--key or --policy). Exit status: 0 nothing found, 1 something stands there that was not published, 2 it could not be looked at.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The page's address: https://tinh.gov.vn/tin-tuc/…") var url: String
    @Option(name: .long, help: "Where the installation's own hosts are asked: http://127.0.0.1:8080. Default: where their names lead.") var via:
        String?
    @Flag(name: .long, help: "Do not look with a browser that runs scripts.") var noBrowser = false
    @Option(name: .long, help: "Key of another installation's record (may be repeated).") var key: [String] = []
    @Option(name: .long, help: "Policy file: whose signature of another installation's record counts.") var policy: String?
    @Option(name: .long, help: "Address range (CIDR) that foreign hosts may lead to beside the public internet (may be repeated; for a test estate).")
    var outboundAllow: [String] = []

    private struct Answer: Encodable {
        let url: String
        let clean: Bool
        let entries: Int64
        let page: CheckedPage
    }

    func run() async throws {
        let console = global.console
        let address: ForeignAddress
        do { address = try ForeignAddress(url) } catch { throw UsageFault("'\(url)' is no address of a page: \(error)") }
        var settings = try global.settings([.outboundAllow: outboundAllow])
        if settings[.publicPort] == nil, settings[.https] == nil {
            // Readers come as the address says.
            let isHTTPS = address.scheme == .https
            settings = try global.settings([.outboundAllow: outboundAllow, .publicPort: ["\(address.port)"], .https: ["\(isHTTPS)"]])
        }
        let host = "\(address.host)"
        let found = try await Program.with(settings) { program -> Bool in
            let place = PagePlace(host: host, target: address.target)
            let isOwn = program.directory.tree.site(host: host) != nil
            guard isOwn else {
                let trust = try LogPlaces.trust(key: key, policy: policy)
                let parts = try WatchParts.foreign(address.origin, host: host, program, trust: trust, browser: !noBrowser)
                return try await report(parts, place, console)
            }
            let portal = try await Portal(program, try await RecordParts(program))
            do {
                // The address itself says the port, whatever the installation's usual one is.
                let parts = try await WatchParts.own(program, portal, way: try via.map { try WatchParts.Way($0) }, browser: !noBrowser)
                    .asking(via == nil ? address.origin : nil, for: host)
                let isClean = try await report(parts, place, console)
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
    private func report(_ parts: WatchParts, _ place: PagePlace, _ console: Console) async throws -> Bool {
        do { try await parts.ground.record.refresh() } catch { throw UsageFault("the record cannot be read: \(error)") }
        let page = await parts.check.check(place)
        guard page.wasSeen else {
            throw UsageFault(
                "the page could not be looked at: \(page.failed.sorted { $0.key.rawValue < $1.key.rawValue }.first?.value ?? "nobody got an answer")"
            )
        }
        let answer = Answer(url: url, clean: page.isClean, entries: await parts.ground.record.size, page: page)
        try console.result(answer, text: Self.text(page))
        return page.isClean
    }

    private static func text(_ page: CheckedPage) -> String {
        var lines = [page.place.description]
        for profile in Profile.allCases {
            if let status = page.statuses[profile] { lines.append("  \(profile.rawValue): \(status)") }
            if let why = page.failed[profile] { lines.append("  \(profile.rawValue): could not look: \(why)") }
        }
        if !page.unchecked.isEmpty { lines.append("  not compared: \(page.unchecked.joined(separator: ", "))") }
        if page.isClean { lines.append("Nothing stands there that was not published.") }
        for seen in page.seen { lines.append("- \(seen.finding) [\(seen.profiles.map(\.rawValue).joined(separator: ", "))]") }
        return lines.joined(separator: "\n")
    }
}

extension WatchParts {
    /// The same, asking at an origin for the pages of one host.
    func asking(_ origin: String?, for host: String) -> WatchParts {
        guard let origin else { return self }
        let usual = address
        return WatchParts(
            ground: ground,
            visitor: visitor,
            chromium: chromium,
            address: { place in place.host == host ? origin + place.target : usual(place) },
            page: page
        )
    }
}
