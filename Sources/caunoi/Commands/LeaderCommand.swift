import ArgumentParser
import Exchange
import Foundation
import PortalNetwork
import Publishing
import Store

struct LeaderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leaders",
        abstract: "The register of leaders and their titles, against which texts are checked.",
        discussion: "An entry holds on its portal and every portal below it. The desk keeps the same list (Quản trị cổng, Lãnh đạo).",
        subcommands: [LeaderList.self, LeaderImport.self, LeaderExport.self]
    )
}

private struct LeaderLine: Encodable {
    let name: String
    let title: String
    let agency: String
    let from: String?
    let until: String?
    let site: String

    init(_ leader: Leader, _ tree: SiteTree) {
        (name, title, agency) = (leader.about.name, leader.about.title, leader.about.agency)
        from = leader.about.from.map { "\($0)" }
        until = leader.about.until.map { "\($0)" }
        site = tree[leader.site]?.code ?? ""
    }
}

private struct LeaderList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what holds on a portal: its entries and those of the portals above."
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Host or code of the portal.") var site: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(site)
            let lines = try await program.database.read { try LeaderBook.holding(on: site.id, in: tree, $0) }.map { LeaderLine($0, tree) }
            try global.console.result(
                lines,
                text: Console.table(lines.map { [$0.name, $0.title, $0.agency, $0.from ?? "", $0.until ?? "", $0.site] })
            )
        }
    }
}

private struct LeaderExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: "Write the entries of a portal as a table (CSV).")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file to write.") var file: String
    @Option(name: .long, help: "Host or code of the portal.") var site: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            let entries = try await program.database.read { try LeaderBook.entries(of: site.id, in: $0) }
            let table = try CSVWriter(path: file, columns: LeaderTable.columns)
            for entry in entries { try table.write(LeaderTable.row(entry.about)) }
            try table.finish()
            try global.console.result(["written": entries.count], text: "Wrote \(entries.count) entries of \(site.code) to \(file).")
        }
    }
}

private struct LeaderImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take entries from a table (CSV, UTF-8).",
        discussion: """
            Columns: ho-ten, chuc-vu, co-quan, tu-ngay, den-ngay (or name, title, agency, from, until); days as 2026-03-01 or 1/3/2026. What is there already
            stays; where only the last day differs, it is changed. A second run changes nothing. Bad lines are named and left out; exit status 1 then.
            """
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "The table.") var file: String
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Flag(name: .long, help: "Read and check everything, write nothing.") var dryRun = false

    private struct Answer: Encodable {
        var added = 0
        var ended = 0
        var known = 0
        var rejected: [RefusedLine] = []
        let dryRun: Bool
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            let table: LeaderTable
            do { table = try LeaderTable(try ByteSource(path: file)) } catch let fault as LeaderTable.Fault {
                throw UsageFault(
                    "'\(file)' cannot be taken (\(fault)); it must be UTF-8 with the columns \(LeaderTable.columns.joined(separator: ", "))"
                )
            }
            var answer = Answer(dryRun: dryRun)
            var drafts: [LeaderDraft] = []
            for line in table.lines {
                switch line.draft {
                case .success(let draft): drafts.append(draft)
                case .failure(let refusal): answer.rejected.append(.init(line: line.number, reason: Caunoi.english(refusal)))
                case nil: answer.rejected.append(.init(line: line.number, reason: "not a row of the table"))
                }
            }
            let actor = try await program.acting(acting, "leaders import")
            let book = LeaderBook(database: program.database, clock: program.clock, ids: program.lease.ids)
            for outcome in try await book.load(drafts, into: site.id, isTrial: dryRun, by: actor.ofRegister) {
                switch outcome {
                case .added: answer.added += 1
                case .ended: answer.ended += 1
                case .known: answer.known += 1
                }
            }
            try global.console.result(
                answer,
                text: "\(dryRun ? "Would add" : "Added") \(answer.added), changed the last day of \(answer.ended), already there \(answer.known), "
                    + "rejected \(answer.rejected.count)." + RefusedLine.text(answer.rejected)
            )
            if !answer.rejected.isEmpty { throw FoundWrong() }
        }
    }
}
