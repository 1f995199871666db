import ArgumentParser
import Exchange
import Foundation
import Pages
import PortalNetwork
import Publishing
import Store
import StoreSQLite

struct ImportPortal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portal",
        abstract: "Take a whole export in ('caunoi export'): portals, sections, files, items, old addresses, what is gone.",
        discussion: """
            The folder is held against its manifest first. Portals are found by their code and made where they are not there yet; items keep their ids and
            so their addresses, files their names. For each portal one recorded act of two people: --as does it, --confirmed-by confirms it; both need
            their roles on the portal above. A second run changes nothing; an interrupted one is simply run again.
            Exit status 1 means that lines were rejected or files were damaged.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The folder of the export.") var folder: String
    @Option(name: .long, help: "Host or code of the portal under which portals go whose parent is not in the export.") var below: String?
    @Option(name: .customLong("as"), help: "Sign-in name of the person who imports.") var actor: String?
    @Option(name: .long, help: "Sign-in name of the person who confirms.") var confirmedBy: String?
    @Option(name: .long, help: "Why, for the record.") var reason = "Nhập từ bản xuất của Cầu Nối"
    @Option(name: .long, help: "Folder for rejects files (default: the working folder).") var rejects = "."
    @Flag(name: .long, help: "Check everything, write nothing. Of portals that are not there yet only the files are checked.") var dryRun = false

    func run() async throws {
        let console = global.console
        let quiet = global.quiet
        try await Program.with(global.settings()) { program in
            let people = try await program.twoPeople(actor, confirmedBy, isDryRun: dryRun)
            let options = PortalImport.Options(
                below: try below.map { try program.directory.tree.named($0).id },
                isDryRun: dryRun,
                reason: reason,
                rejects: rejects
            )
            let operatorAct = try await program.acting(nil, "import portal")
            var meter = ProgressMeter.onStandardError("Importing", unit: "items", total: nil, quiet: quiet)
            let summary = try await PortalImport(
                publishing: program.publishing,
                files: program.files,
                forms: Features.exchange,
                directory: program.directory
            ).run(
                folder,
                options,
                by: { tree in (people.0.seeing(tree), people.1.seeing(tree)) },
                keeper: { _ in program.operatorAtTheShell },
                note: { try operatorAct.note($0, on: $1, site: $2, $3) }
            ) {
                meter.update(items: $1, bytes: 0)
            }
            meter.finish()
            let items = summary.items
            var text =
                "\(dryRun ? "Would import" : "Imported") \(items.imported) items of \(summary.sites) portal(s), already there \(items.skipped), rejected \(items.failed); "
                + "opened \(summary.sections) sections, brought \(summary.files) files, remembered \(summary.gone) that are gone."
            for path in items.rejects { text += "\nRejected lines with their reasons: \(path)" }
            for file in summary.badFiles { text += "\nThe file \(file) is missing in the export or not what its name says." }
            try console.result(summary, text: text)
            if items.failed > 0 || !summary.badFiles.isEmpty { throw FoundWrong() }
        }
    }
}

struct ImportPages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages",
        abstract: "Bring static pages into a portal, as 'caunoi export' writes them (JSON Lines; .gz and .zst are read as they are).",
        discussion: "One recorded act of two people. A second run changes nothing. A bad line is written with its reason into a rejects file."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Files, or - for standard input.") var files: [String]
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Option(name: .customLong("as"), help: "Sign-in name of the person who imports.") var actor: String?
    @Option(name: .long, help: "Sign-in name of the person who confirms.") var confirmedBy: String?
    @Option(name: .long, help: "Why, for the record.") var reason = "Nhập trang tĩnh"
    @Option(name: .long, help: "Folder for rejects files (default: the working folder).") var rejects = "."
    @Flag(name: .long, help: "Read and check everything, write nothing.") var dryRun = false

    func run() async throws {
        let console = global.console
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(site)
            let (by, second) = try await program.twoPeople(actor, confirmedBy, isDryRun: dryRun)
            let publishing = program.publishing
            if !dryRun { try publishing.allowAct(on: site.id, reason: reason, by: by, confirmedBy: second) }
            let context = ExchangeLine.Context(site: site.id, sections: try await program.database.read { try SectionIndex.load($0) })
            var summary = ExchangeSummary()
            for file in files {
                let acts = ActBook(publishing, reason: reason, by: by, confirmedBy: second)
                summary += try await ExchangeImport(publishing: publishing, tree: tree).run(
                    file,
                    StaticPage.exchange,
                    in: context,
                    under: dryRun ? nil : { try await acts.act(for: site.id) },
                    rejects: rejects
                )
            }
            try console.result(
                summary,
                text: "\(dryRun ? "Would import" : "Imported") \(summary.imported), already there \(summary.skipped), rejected \(summary.failed)"
                    + summary.rejects.map { "\nRejected lines with their reasons: \($0)" }.joined()
            )
            if summary.failed > 0 { throw FoundWrong() }
        }
    }
}

extension Publisher.By {
    /// The same person with the network as it is now.
    func seeing(_ tree: SiteTree) -> Publisher.By { Publisher.By(actor, in: tree) }
}
