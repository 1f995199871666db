public import ArgumentParser
import Exchange
import Foundation
import PortalNetwork
import Publishing
import Store
import StoreSQLite
import Vietnamese

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write out what is public, in the formats that 'import' reads.",
        subcommands: [ExportPortal.self, ExportUnits.self, ExportStatic.self],
        defaultSubcommand: ExportPortal.self
    )
}

private struct ExportPortal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portal",
        abstract: "Write a portal out: settings, sections, items, files, old addresses, what is gone.",
        discussion: """
            Everything everyone may see, and nothing else: drafts, earlier versions and withdrawn texts are the matter of a backup. The folder appears
            whole or not at all. 'caunoi import portal DIR' takes it in again, there or elsewhere, and loses nothing. With - the lines of one kind go
            to standard output. Exit status 1 means that the store lacks files that items show; they are named.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "A new folder, or - for standard output (with one --kind).") var target: String
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Flag(name: .long, help: "Also every portal below it.") var subtree = false
    @Option(name: .long, help: "Only items published or changed from this date on (2026-11-20, RFC 3339 …).") var since: String?
    @Option(name: .long, help: "Only this kind of item: news, page (may be repeated).") var kind: [String] = []
    @Flag(name: .long, help: "Pack the lists of items with gzip.") var gzip = false

    func run() async throws {
        let console = global.console
        let kinds = try kinds()
        let since = try since.map { text in
            do { return try readDate(text).instant } catch { throw UsageFault("--since '\(text)' is no date we can read; give it as 2026-11-20") }
        }
        let quiet = global.quiet
        try await Program.with(global.settings()) { program in
            let tree = program.directory.tree
            let first = try tree.named(site)
            let sites = subtree ? tree.subtree(of: first.id).compactMap { tree[$0] } : [first]
            let export = PortalExport(
                reader: program.reader,
                files: program.files,
                forms: Features.exchange,
                tree: tree,
                sections: try await program.database.read { try SectionIndex.load($0) }
            )
            if target == "-" { return try await pipe(export, sites, kinds, since) }
            var meter = ProgressMeter.onStandardError("Exporting", unit: "items", total: nil, quiet: quiet)
            let summary = try await export.run(sites, to: target, PortalExport.Options(since: since, kinds: kinds, isPacked: gzip)) {
                meter.update(items: $0, bytes: 0)
            }
            meter.finish()
            try console.result(
                summary,
                text:
                    "Exported \(summary.items) items and \(summary.files) files of \(summary.sites) portal(s) to \(target); \(summary.gone) are gone."
            )
            for file in summary.missing { console.warn("caunoi: file \(file) is missing in the store or damaged there") }
            if !summary.missing.isEmpty { throw FoundWrong() }
        }
    }

    private func kinds() throws -> Set<KindName>? {
        guard !kind.isEmpty else { return nil }
        let all = Features.exchange.map(\.kind.rawValue)
        for name in kind where !all.contains(name) { throw UsageFault("there is no kind '\(name)'; there are: \(all.joined(separator: ", "))") }
        return Set(kind.map { KindName(rawValue: $0) })
    }

    private func pipe(_ export: PortalExport, _ sites: [Site], _ kinds: Set<KindName>?, _ since: Instant?) async throws {
        guard let kinds, kinds.count == 1, let form = Features.exchange.first(where: { kinds.contains($0.kind) }), !gzip else {
            throw UsageFault("to standard output goes one kind: name it with --kind (and pack it there, not with --gzip)")
        }
        for site in sites {
            _ = try await export.lines(of: form, on: site, since: since) { line in
                try FileHandle.standardOutput.write(contentsOf: Data(line + [0x0A]))
            }
        }
    }
}

private struct ExportUnits: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Write a list of administrative units as CSV, as 'import units' reads it."
    )
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file; packed if its name ends in .gz.") var target: String
    @Option(name: .long, help: "provinces, districts or wards.") var kind: UnitListKind
    @Option(name: .long, help: "The day whose order is wanted (default: today).") var on: String?

    private struct Answer: Encodable {
        let file: String
        let units: Int
    }

    func run() async throws {
        let day = try on.map { text in
            guard let day = CivilDate(text) else { throw UsageFault("--on '\(text)' is not a date like 2025-07-01") }
            return day
        }
        guard kind != .mapping else { throw UsageFault("a mapping is not written: its lists say what holds on either side of the day") }
        try await Program.with(global.settings()) { program in
            let day = day ?? program.clock.now().civilDate
            let kind = kind
            let records = try await program.database.read { try UnitExport.records(kind, on: day, in: $0) }
            let writer = try CSVWriter(path: target, columns: UnitExport.columns(kind))
            for record in records { try writer.write(record) }
            try writer.finish()
            try global.console.result(
                Answer(file: target, units: records.count),
                text: "Wrote \(records.count) units that hold on \(day) to \(target)."
            )
        }
    }
}
