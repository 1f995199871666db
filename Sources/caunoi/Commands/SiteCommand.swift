public import ArgumentParser
public import PortalNetwork
import Publishing
import Store
import StoreSQLite

struct SiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "The tree of portals.",
        discussion: """
            Every change asks the same gate as the desk, leaves its entry in the public record and its line in the audit trail: of the person named by --as, whose
            roles then decide, else of whoever may run commands on this server.
            """,
        subcommands: [
            SiteList.self, SiteShow.self, SiteAdd.self, SiteChange.self, SiteMove.self, SiteMerge.self, SiteFreeze.self, SiteClose.self,
            SiteReopen.self,
        ]
    )
}

/// A portal as the command line shows it.
struct SiteLine: Encodable {
    let code: String
    let name: String
    let shortName: String
    let kind: String
    let status: String
    let language: String
    let tier: Int?
    let parent: String?
    let hosts: [String]
    let url: String?

    init(_ site: Site, _ tree: SiteTree) {
        code = site.code
        name = site.name
        shortName = site.shortName
        kind = site.kind.rawValue
        status = site.status.rawValue
        language = site.language.rawValue
        tier = tree.tier(of: site.id)
        parent = site.parent.flatMap { tree[$0]?.code }
        hosts = site.hosts
        url = site.url
    }
}

private struct SiteList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all portals, parents before children.")
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Only this portal and what lies below it.") var below: String?

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let sites = try below.map { code in try tree.subtree(of: tree.named(code).id).compactMap { tree[$0] } } ?? tree.all
            try global.console.result(
                sites.map { SiteLine($0, tree) },
                text: Console.table(
                    sites.map { site in
                        let depth = tree.ancestors(of: site.id).count
                        return [
                            String(repeating: "  ", count: depth) + site.code, tree.tier(of: site.id).map { "tier \($0)" } ?? "linked",
                            site.status.rawValue, site.language.rawValue, site.hosts.first ?? site.url ?? "", site.shortName,
                        ]
                    }
                )
            )
        }
    }
}

private struct SiteShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one portal.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Its code or one of its hosts.") var site: String

    private struct Answer: Encodable {
        let site: SiteLine
        let contact: Contact
        let look: Look
        let sections: [String]
        let children: [String]
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(site)
            let index = try await program.database.read { try SectionIndex.load($0) }
            let line = SiteLine(site, tree)
            let answer = Answer(
                site: line,
                contact: site.contact,
                look: tree.look(of: site.id),
                sections: index.all(on: site.id).map(\.code),
                children: tree.children(of: site.id).map(\.code)
            )
            try global.console.result(
                answer,
                text: Console.table(
                    [
                        ["code", line.code], ["name", line.name], ["kind", line.kind], ["tier", line.tier.map(String.init) ?? "-"],
                        ["status", line.status], ["language", line.language], ["parent", line.parent ?? "-"],
                        ["hosts", line.hosts.joined(separator: ", ")],
                        ["sections", answer.sections.joined(separator: ", ")], ["children", "\(answer.children.count)"],
                    ])
            )
        }
    }
}

extension SiteTree {
    /// A portal by its code or one of its hosts.
    func named(_ text: String) throws -> Site {
        guard let site = site(code: text) ?? site(host: text.lowercased()) else { throw PublishingRefusal.unknownSite(text) }
        return site
    }
}

extension SiteKind: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
