import ArgumentParser
import PortalNetwork
import Publishing
import Store

struct SectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "section",
        abstract: "The sections of a portal.",
        subcommands: [SectionList.self, SectionAdd.self]
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
            try await program.publishing.addSection(section, by: program.operatorAtTheShell)
            try global.console.result(SectionLine(section, index), text: "Opened /\(code)/ on \(site.code).")
        }
    }
}

extension Program {
    /// Whoever may run commands on the server runs its settings; that is no right to publish.
    var operatorAtTheShell: Publisher.By {
        let tree = directory.tree
        return Publisher.By(Actor(person: PersonID(rawValue: 0), grants: tree.roots.map { Actor.Grant(role: .administrator, site: $0) }), in: tree)
    }

    /// The sections every new portal begins with, so that news can be filed from the first day.
    func openStandardSections(of site: Site) async throws {
        try await directory.refresh(from: database)
        let names: [(code: String, name: String)] =
            switch site.language {
            case .vi: [("tin-tuc", "Tin tức - Sự kiện"), ("thong-bao", "Thông báo"), ("chi-dao-dieu-hanh", "Chỉ đạo, điều hành")]
            case .en: [("news", "News"), ("notices", "Notices")]
            case .zh: [("xinwen", "新闻"), ("tongzhi", "通知公告")]
            }
        let sections = names.enumerated().map { position, one in
            Section(id: lease.ids.next(), site: site.id, code: one.code, name: one.name, position: position)
        }
        try await publishing.addSections(sections, by: operatorAtTheShell)
    }
}
