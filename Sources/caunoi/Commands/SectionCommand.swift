import ArgumentParser
import PortalNetwork
import Publishing
import Store

struct SectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "section",
        abstract: "The sections of a portal.",
        subcommands: [SectionList.self, SectionAdd.self, SectionSign.self]
    )
}

private struct SectionLine: Encodable {
    let code: String
    let name: String
    let kind: String
    let parent: String?

    init(_ section: Section, _ index: SectionIndex) {
        code = section.code
        name = section.name
        kind = section.kind.rawValue
        parent = section.parent.flatMap { index[$0]?.code }
    }
}

private struct SectionList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the sections of a portal.")
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Host or code of the portal.") var site: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            let index = try await program.database.read { try SectionIndex.load($0) }
            let lines = index.all(on: site.id).map { SectionLine($0, index) }
            try global.console.result(lines, text: Console.table(lines.map { [$0.code, $0.kind, $0.parent ?? "", $0.name] }))
        }
    }
}

private struct SectionAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Open a section on a portal.")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "Its code, one segment of the address: a-z, 0-9 and hyphens.") var code: String
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Option(name: .long, help: "Its name.") var name: String
    @Option(name: .long, help: "Code of the section it belongs to.") var parent: String?

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(site)
            let index = try await program.database.read { try SectionIndex.load($0) }
            let parent = try parent.map { code in
                guard let found = index.section(code, on: site.id) else { throw PublishingRefusal.unknownSection(code) }
                return found.id
            }
            let section = Section(
                id: program.lease.ids.next(),
                site: site.id,
                code: code,
                parent: parent,
                name: name,
                position: index.all(on: site.id).count
            )
            let actor = try await program.acting(acting, "section add")
            try await program.publishing.addSection(section, by: actor.by) { db in
                try actor.note(.sectionsChanged, on: section.code, site: site.id, db)
            }
            try global.console.result(SectionLine(section, index), text: "Opened /\(code)/ on \(site.code).")
        }
    }
}

private struct SectionSign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Want every approval signed by a passkey, in a section or on a whole portal.",
        discussion: """
            Without --section it holds for the portal and all portals below it. Approving, publishing, withdrawing and approving hosts then need the approvers' passkeys. \
            Wants --as: deputy chief or chief.
            """
    )
    enum Turn: String, ExpressibleByArgument, CaseIterable { case on, off }
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "on or off") var turn: Turn
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Option(name: .long, help: "Code of the section.") var section: String?

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            let index = try await program.database.read { try SectionIndex.load($0) }
            let place = try section.map { code in
                guard let found = index.section(code, on: site.id) else { throw PublishingRefusal.unknownSection(code) }
                return found.id
            }
            let actor = try await program.acting(acting, "section sign")
            let object = section ?? site.code
            let detail = "keys \(turn.rawValue)"
            try await program.publishing.wantKeys(turn == .on, on: site.id, in: place, by: actor.by) { db in
                try actor.note(.sectionsChanged, on: object, site: site.id, detail: detail, db)
            }
            try global.console.result(
                ["site": site.code, "section": section ?? "", "keys": turn.rawValue],
                text: "Approvals in \(section.map { "/\($0)/ of " } ?? "")\(site.code) \(turn == .on ? "are to be signed" : "need no signature")."
            )
        }
    }
}
