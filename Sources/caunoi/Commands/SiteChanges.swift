import ArgumentParser
import PortalNetwork
import Publishing
import Store
import StoreSQLite

struct SiteAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a portal.")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
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
            let parent = try parent.map { try program.directory.tree.named($0).id }
            let settings = SiteSettings(name: name, shortName: shortName ?? name, language: language, hosts: host, url: url)
            let actor = try await program.acting(acting, "site add")
            let site = try await program.publishing.addSite(
                SiteDraft(code: code, parent: parent, kind: kind, settings: settings),
                sections: kind == .linked ? [] : Program.standardSections(language),
                by: actor.by
            ) { site, db in try actor.note(.siteAdded, on: site.code, site: site.parent ?? site.id, db) }
            try await program.directory.refresh(from: program.database)
            try global.console.result(
                SiteLine(site, program.directory.tree),
                text: "Added \(site.code)\(site.hosts.first.map { " on \($0)" } ?? "")."
            )
        }
    }
}

struct SiteChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "change", abstract: "Give a portal another name or other hosts.")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "Its code or one of its hosts.") var site: String
    @Option(name: .long, help: "Official name.") var name: String?
    @Option(name: .long, help: "Short name for menus.") var shortName: String?
    @Option(name: .long, help: "Host name, in place of all it has; the first is the canonical one (may be repeated).") var host: [String] = []

    func validate() throws {
        if name == nil, shortName == nil, host.isEmpty { throw ValidationError("nothing to change: give --name, --short-name or --host") }
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            var settings = SiteSettings(site)
            if let name { settings.name = name }
            if let shortName { settings.shortName = shortName }
            if !host.isEmpty { settings.hosts = host }
            let actor = try await program.acting(acting, "site change")
            try await program.publishing.changeSite(site.id, to: settings, version: site.version, by: actor.by) { db in
                try actor.note(.siteChanged, on: site.code, site: site.id, db)
            }
            try await program.answer(site, "Changed \(site.code).", global)
        }
    }
}

struct SiteMove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Put a portal, with everything below it, under another.",
        discussion: "Addresses do not change: a portal is found by its hosts. Tiers, inherited looks and banners follow the new place."
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "Code of the portal to move.") var site: String
    @Option(name: .long, help: "Code of the portal it goes under; without it, it becomes a root.") var to: String?

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(site)
            let parent = try to.map { try tree.named($0) }
            let actor = try await program.acting(acting, "site move")
            let way = "\(site.parent.flatMap { tree[$0]?.code } ?? "-") -> \(parent?.code ?? "-")"
            try await program.publishing.moveSite(site.id, below: parent?.id, version: site.version, by: actor.by) { db in
                try actor.note(.siteMoved, on: site.code, site: site.id, detail: way, db)
            }
            try await program.answer(site, "Moved \(site.code) \(parent.map { "under \($0.code)" } ?? "to the top").", global)
        }
    }
}

struct SiteMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge a portal into another: first it is marked, later (--done) every address of it leads there.",
        discussion: """
            Without --done the portal stays readable and says that its agency is being merged. Its articles are brought over by 'caunoi export' and
            'caunoi import portal', which keep ids and addresses. With --done every address of it answers with a redirect; portals below it keep their own status.
            """
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "Code of the portal that goes.") var site: String
    @Option(name: .long, help: "Code of the portal it goes into.") var into: String?
    @Option(name: .long, help: "Why, for readers (with --done).") var reason: String?
    @Flag(name: .long, help: "The merger is carried out: from now on its addresses lead to the other portal.") var done = false

    func validate() throws {
        if done && into == nil { throw ValidationError("--into is missing: where do its addresses lead?") }
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let target = try into.map { try program.directory.tree.named($0) }
            if done, let target {
                try await program.turn(site, .redirect(to: target.id, reason: reason), "site merge", acting, "now leads to \(target.code)", global)
            } else {
                try await program.turn(site, .beginMerging, "site merge", acting, "is marked as being merged", global)
            }
        }
    }
}

struct SiteFreeze: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "freeze", abstract: "Make a portal a read-only archive.")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "Its code.") var site: String
    @Option(name: .long, help: "Why, for its readers.") var reason: String

    func run() async throws {
        try await Program.with(global.settings()) { try await $0.turn(site, .freeze(reason: reason), "site freeze", acting, "is an archive", global) }
    }
}

struct SiteClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a portal: every address of it answers 410 with the reason.",
        discussion: "Portals below it keep their own status. 'caunoi site reopen' takes it into service again."
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "Its code.") var site: String
    @Option(name: .long, help: "Why, for its readers.") var reason: String

    func run() async throws {
        try await Program.with(global.settings()) { try await $0.turn(site, .close(reason: reason), "site close", acting, "is closed", global) }
    }
}

struct SiteReopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Take a portal that is merging, frozen, redirected or closed into service again."
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "Its code.") var site: String

    func run() async throws {
        try await Program.with(global.settings()) { try await $0.turn(site, .activate, "site reopen", acting, "is in service", global) }
    }
}

extension Program {
    fileprivate func turn(_ code: String, _ turn: SiteTurn, _ command: String, _ acting: ActingOptions, _ said: String, _ global: GlobalOptions)
        async throws
    {
        let site = try directory.tree.named(code)
        let actor = try await self.acting(acting, command)
        try await publishing.turnSite(site.id, turn, version: site.version, by: actor.by) { db in
            try actor.note(.siteTurned, on: site.code, site: site.id, detail: turn.status.rawValue, db)
        }
        try await answer(site, "\(site.code) \(said).", global)
    }

    /// The portal as it is after a change.
    fileprivate func answer(_ site: Site, _ text: String, _ global: GlobalOptions) async throws {
        try await directory.refresh(from: database)
        try global.console.result(SiteLine(directory.tree[site.id] ?? site, directory.tree), text: text)
    }
}
