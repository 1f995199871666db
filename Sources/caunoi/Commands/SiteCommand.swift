public import ArgumentParser
public import PortalNetwork
import Publishing
import Store
import StoreSQLite

struct SiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "The tree of portals.",
        subcommands: [SiteList.self, SiteAdd.self, SiteShow.self, SiteMove.self]
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

private struct SiteAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a portal.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Its code: a-z, 0-9 and hyphens.") var code: String
    @Option(name: .long, help: "Code of the portal above it.") var parent: String?
    @Option(name: .long, help: "portal, language, thematic, unit, commune or linked.") var kind: SiteKind = .unit
    @Option(name: .long, help: "Official name.") var name: String
    @Option(name: .long, help: "Short name for menus (default: the name).") var shortName: String?
    @Option(name: .long, help: "Host name; the first is the canonical one (may be repeated).") var host: [String] = []
    @Option(name: .long, help: "vi, en or zh.") var language: Language = .vi
    @Option(name: .long, help: "Address of an outside portal (kind linked).") var url: String?

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let parent = try parent.map { try tree.named($0).id }
            let settings = SiteSettings(name: name, shortName: shortName ?? name, language: language, hosts: host, url: url)
            let site = try await Sites.add(
                SiteDraft(code: code, parent: parent, kind: kind, settings: settings),
                to: program.database,
                ids: program.lease.ids,
                clock: program.clock
            )
            if site.kind != .linked { try await program.openStandardSections(of: site) }
            try await program.directory.refresh(from: program.database)
            try global.console.result(
                SiteLine(site, program.directory.tree),
                text: "Added \(site.code)\(site.hosts.first.map { " on \($0)" } ?? "")."
            )
        }
    }
}

private struct SiteMove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Put a portal, with everything below it, under another.",
        discussion: "Addresses do not change: a portal is found by its hosts. Tiers, inherited looks and banners follow the new place."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Code of the portal to move.") var site: String
    @Option(name: .long, help: "Code of the portal it goes under; without it, it becomes a root.") var to: String?

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(site)
            let parent = try to.map { try tree.named($0).id }
            _ = try await Sites.move(site.id, below: parent, version: site.version, in: program.database)
            try await program.directory.refresh(from: program.database)
            let moved = program.directory.tree[site.id] ?? site
            try global.console.result(
                SiteLine(moved, program.directory.tree),
                text: "Moved \(site.code) \(to.map { "under \($0)" } ?? "to the top")."
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
