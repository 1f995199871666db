import ArgumentParser
import Casework
import Exchange
import Foundation
import PortalNetwork
import Publishing
import Store
import Triage
import Vietnamese
import Web

struct CompetenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "competence",
        abstract: "The table of who is competent for what, by which letters of the public are led.",
        discussion: "A row holds on its portal and every portal below it. The desk keeps the same table (Bảng thẩm quyền).",
        subcommands: [CompetenceList.self, CompetenceImport.self, CompetenceExport.self]
    )
}

private struct CompetenceList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what holds on a portal: its rows and those of the portals above."
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Host or code of the portal.") var site: String

    private struct Line: Encodable {
        let field: String
        let territory: String
        let track: String
        let agency: String
        let basis: String
        let from: String
        let until: String
        let site: String
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(site)
            let lines = try await program.database.read { try CompetenceBook.holding(on: site.id, in: tree, $0) }.map { entry in
                let cells = entry.row.cells
                return Line(
                    field: cells[0],
                    territory: cells[1],
                    track: cells[2],
                    agency: cells[3],
                    basis: cells[4],
                    from: cells[5],
                    until: cells[6],
                    site: tree[entry.site]?.code ?? ""
                )
            }
            try global.console.result(
                lines,
                text: Console.table(lines.map { [$0.field, $0.territory, $0.track, $0.agency, $0.from, $0.until, $0.site, $0.basis] })
            )
        }
    }
}

private struct CompetenceExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: "Write the rows of a portal as a table (CSV).")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file to write.") var file: String
    @Option(name: .long, help: "Host or code of the portal.") var site: String

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let site = try program.directory.tree.named(site)
            let entries = try await program.database.read { try CompetenceBook.entries(of: site.id, in: $0) }
            let table = try CSVWriter(path: file, columns: CompetenceTable.columns)
            for entry in entries { try table.write(entry.row.cells) }
            try table.finish()
            try global.console.result(["written": entries.count], text: "Wrote \(entries.count) rows of \(site.code) to \(file).")
        }
    }
}

private struct CompetenceImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take rows from a table (CSV, UTF-8).",
        discussion: """
            Columns: field, territory, track, agency, basis, from, until, priority; days as 2026-11-20. A row is known by field, territory, track, agency and
            first day: what is there already stays, or gets the basis, last day and priority of the table. A second run changes nothing. Bad lines are named and
            left out; exit status 1 then.
            """
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var acting: ActingOptions
    @Argument(help: "The table.") var file: String
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Flag(name: .long, help: "Take out rows of the portal that the table has not; nothing is taken out while a line is bad.") var replace = false
    @Flag(name: .long, help: "Read and check everything, write nothing.") var dryRun = false

    private struct Answer: Encodable {
        var added = 0
        var changed = 0
        var known = 0
        var removed = 0
        var rejected: [RefusedLine] = []
        /// What to look at in the table that holds now.
        var remarks: [String] = []
        let dryRun: Bool
    }

    /// A table of more lines than may be kept is not read to its end.
    private static let mostBytes = 64 << 20

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else { throw UsageFault("'\(file)' cannot be read") }
        guard data.count <= Self.mostBytes, let text = String(validating: data, as: UTF8.self) else {
            throw UsageFault("'\(file)' cannot be taken; it must be UTF-8 with the columns \(CompetenceTable.columns.joined(separator: ", "))")
        }
        let table = CompetenceFile(text)
        let words = try ProgramTexts(features: Features.all()).words
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(site)
            let actor = try await program.acting(acting, "competence import")
            let book = CompetenceBook(database: program.database, clock: program.clock, ids: program.lease.ids)
            let by = actor.ofRegister
            let replaces = replace && table.problems.isEmpty
            let outcome = try await book.load(table.rows, into: site.id, replaces: replaces, isTrial: dryRun, by: by)
            let today = program.clock.now().civilDate
            let findings = try await program.database.read { [dryRun] db in
                let held = try CompetenceBook.holding(on: site.id, in: tree, db).map(\.row)
                let known = Set(held)
                let rows = held + (dryRun ? table.rows.filter { !known.contains($0) } : [])
                return try CompetenceBook.findings(on: site.id, of: rows, in: tree, today: today, db)
            }
            let answer = Answer(
                added: outcome.count(.added),
                changed: outcome.count(.changed),
                known: outcome.count(.known),
                removed: outcome.removed,
                rejected: table.problems.map { .init(line: $0.line, reason: words.text($0.key, .en, $0.values)) },
                remarks: findings.map { finding in Self.text(finding, words) },
                dryRun: dryRun
            )
            let remarks = answer.remarks.prefix(20).map { "\nlook at: \($0)" }.joined()
            try global.console.result(
                answer,
                text: "\(dryRun ? "Would add" : "Added") \(answer.added), changed \(answer.changed), already there \(answer.known), "
                    + "taken out \(answer.removed), rejected \(answer.rejected.count)." + RefusedLine.text(answer.rejected) + remarks
            )
            if !answer.rejected.isEmpty { throw FoundWrong() }
        }
    }

    private static func text(_ finding: CompetenceFinding, _ words: Words) -> String {
        words.text(
            finding.key,
            .en,
            finding.values.mapValues { value in
                switch value {
                case .text(let text): text
                case .word(let key): words.text(key, .en, [:])
                }
            }
        )
    }
}

extension Program {
    /// The tables of the demo, kept by who runs its settings.
    func makeDemoCompetence(_ tables: [(site: String, csv: String)]) async throws {
        let actor = try await acting(nil, "demo")
        let book = CompetenceBook(database: database, clock: clock, ids: lease.ids)
        let by = actor.ofRegister
        for table in tables {
            guard let site = directory.tree.site(code: table.site) else { continue }
            _ = try await book.load(CompetenceFile(table.csv).rows, into: site.id, by: by)
        }
    }
}
