public import ArgumentParser
import Exchange
import Foundation
import News
public import PortalNetwork
import Publishing
import Store
import StoreSQLite
import Vietnamese

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring foreign files in.",
        subcommands: [ImportNews.self, ImportQuestions.self, ImportPages.self, ImportPortal.self, ImportUnits.self]
    )
}

private struct ImportNews: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "news",
        abstract: "Bring news articles into a portal (JSON Lines; .gz and .zst are read as they are).",
        discussion: """
            One recorded act of two people: --as does it, --confirmed-by confirms it. A second run changes nothing; an interrupted run goes on
            where it stopped. A bad line never stops an import: it is written with its reason into a rejects file, which can be mended and
            imported again. Exit status 1 means that some lines were rejected.
            """
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var given: ImportOptions
    @Option(name: .long, help: "Code of the section for items whose category names no section of the portal.") var section: String?
    @Option(name: .long, help: "Date of items that carry none (2026-11-20, 20/11/2026, RFC 3339 …).") var date: String?
    @Option(name: .long, help: "Why, for the record.") var reason = "Nhập tin bài từ hệ thống cũ"

    func run() async throws {
        let console = global.console
        let quiet = global.quiet
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let site = try tree.named(given.site)
            let index = try await program.database.read { try SectionIndex.load($0) }
            let section = try ImportOptions.section(section, on: site, index)
            let moment = try date.map { text in
                do { return try readDate(text).instant } catch { throw UsageFault("--date '\(text)' is no date we can read; give it as 2026-11-20") }
            }
            let (by, second) = try await program.twoPeople(given.actor, given.confirmedBy, isDryRun: given.dryRun)
            let options = NewsImport.Options(
                site: site.id,
                language: given.language ?? site.language,
                section: section,
                date: moment,
                namespace: given.namespace,
                isDryRun: given.dryRun,
                reason: reason,
                folder: given.rejects
            )
            var summaries: [String: NewsImport.Summary] = [:]
            for file in given.files {
                var meter: ProgressMeter?
                let summary = try await NewsImport(publishing: program.publishing, tree: tree, sections: index).run(
                    file,
                    options,
                    by: by,
                    confirmedBy: second
                ) { summary, source in
                    if meter == nil {
                        meter = .onStandardError("\(file)", unit: "items", total: source.storedSize, quiet: quiet)
                    }
                    meter?.update(items: summary.read, bytes: source.storedRead)
                }
                meter?.finish()
                summaries[file] = summary
                console.note(Self.text(file, summary))
            }
            if console.json { try console.result(summaries, text: "") }
            if summaries.values.contains(where: { $0.failed > 0 }) { throw FoundWrong() }
        }
    }

    private static func text(_ file: String, _ summary: NewsImport.Summary) -> String {
        var text =
            "\(file): \(summary.dryRun ? "would import" : "imported") \(summary.imported), already there \(summary.skipped), rejected \(summary.failed)"
        if let line = summary.resumedAtLine { text += ", went on after line \(line)" }
        if summary.cleaned > 0 { text += "; harmful or hidden markup left out of \(summary.cleaned)" }
        if summary.decoded > 0 { text += "; \(summary.decoded) decoded from a legacy encoding" }
        if summary.doubtful > 0 { text += "; \(summary.doubtful) perhaps in a legacy encoding, kept as they came" }
        if let rejects = summary.rejects { text += "\nRejected lines with their reasons: \(rejects)" }
        return text
    }
}

extension Program {
    /// A person by sign-in name, as someone who asks.
    func by(_ handle: String) async throws -> Publisher.By {
        let now = clock.now()
        let actor = try await database.read { db -> Actor? in
            guard let person = try People.find(handle: handle, in: db) else { throw PeopleRefusal.unknown(handle) }
            return try People.actor(for: person.id, at: now, in: db)
        }
        guard let actor else { throw PeopleRefusal.inactive(handle) }
        return Publisher.By(actor, in: directory.tree)
    }
}

private struct ImportUnits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Bring lists of administrative units in (CSV; .gz and .zst are read as they are).",
        discussion: "Provinces first, then districts, wards, and the mapping from old to new wards. A second run changes nothing."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "Files, in this order.") var files: [String]
    @Option(name: .long, help: "provinces, districts, wards or mapping.") var kind: UnitListKind
    @Option(name: .long, help: "First day on which the list holds (2025-07-01).") var validFrom: String
    @Option(name: .long, help: "Last day on which it holds.") var validTo: String?
    @Option(name: .long, help: "Folder for rejects files (default: the working folder).") var rejects = "."

    private struct Answer: Encodable {
        let file: String
        let read: Int
        let added: Int
        let changed: Int
        let unchanged: Int
        let rejected: Int
        let rejects: String?
        let notes: [String]
    }

    func run() async throws {
        let console = global.console
        let from = try day(validFrom, "--valid-from")
        let to = try validTo.map { try day($0, "--valid-to") }
        try await Program.with(global.settings()) { program in
            var answers: [Answer] = []
            for file in files {
                let table = try UnitTable.read(path: file)
                let bar = ProgressLine(console: console, title: file)
                let total = table.records.count
                let report = try await UnitImporter(into: program.database, ids: program.lease.ids) { bar.show($0, of: total) }
                    .run(table, as: kind, validFrom: from, validTo: to)
                bar.finish()
                let path = try report.writeRejects(of: table, in: rejects)
                answers.append(
                    Answer(
                        file: file,
                        read: report.read,
                        added: report.added,
                        changed: report.changed,
                        unchanged: report.unchanged,
                        rejected: report.rejects.count,
                        rejects: path,
                        notes: report.notes.map { "line \($0.line): \($0.text)" }
                    )
                )
                console.note(
                    "\(file): added \(report.added), changed \(report.changed), unchanged \(report.unchanged), rejected \(report.rejects.count)"
                        + (path.map { "\nRejected rows with their reasons: \($0)" } ?? "")
                )
            }
            if console.json { try console.result(answers, text: "") }
            if answers.contains(where: { $0.rejected > 0 }) { throw FoundWrong() }
        }
    }

    private func day(_ text: String, _ flag: String) throws -> CivilDate {
        guard let day = CivilDate(text) else { throw UsageFault("\(flag) '\(text)' is not a date like 2025-07-01") }
        return day
    }
}

extension UnitListKind: ExpressibleByArgument {}
