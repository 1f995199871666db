import ArgumentParser
import Foundation
import Publishing
import Questions
import Search
import Store
import StoreSQLite

struct VersionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the program's version and the schema it knows.")
    @OptionGroup var global: GlobalOptions

    private struct Answer: Encodable {
        let version: String
        let schema: Int
        let entryFormat: Int
    }

    func run() async throws {
        let answer = Answer(version: Version.number, schema: Program.migrations.map(\.number).max() ?? 0, entryFormat: 1)
        try global.console.result(answer, text: "\(Version.text) (schema \(answer.schema), entry format \(answer.entryFormat))")
    }
}

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database to this program's schema.",
        discussion: "For scripts; 'caunoi upgrade' makes a backup first and says how to go back. Safe to run twice and from two nodes at once."
    )
    @OptionGroup var global: GlobalOptions

    @Flag(name: .long, help: "Only say what would run.")
    var dryRun = false

    private struct Answer: Encodable {
        let ran: [String]
        let dryRun: Bool
    }

    func run() async throws {
        let console = global.console
        let settings = try global.settings()
        let database = try await Program.connect(settings.databaseAddress, settings, schema: nil, .command)
        let keys = try await Program.connect(settings.keysAddress, settings, schema: settings[.keys] == nil ? "caunoi_keys" : nil, .command)
        defer {
            Task { [database, keys] in
                await database.close(); await keys.close()
            }
        }
        var ran: [String] = []
        for (migrator, target) in [(Migrator(Program.migrations), database), (Migrator(Program.keyMigrations), keys)] {
            if dryRun {
                ran += try await migrator.pending(on: target).map { "\($0.number) \($0.name)" }
            } else {
                ran += try await migrator.run(on: target) { console.note("\($0.position)/\($0.count)  \($0.migration.number) \($0.migration.name)") }
                    .map { "\($0.number) \($0.name)" }
            }
        }
        try console.result(
            Answer(ran: ran, dryRun: dryRun),
            text: ran.isEmpty ? "The database is up to date." : ran.map { (dryRun ? "would run " : "ran ") + $0 }.joined(separator: "\n")
        )
    }
}

struct ReindexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex",
        abstract: "Throw every projection away and make it again from the record.",
        discussion: "Publishing may go on meanwhile; lists and the search index of this node fill up again while readers watch."
    )
    @OptionGroup var global: GlobalOptions

    private struct Answer: Encodable {
        let events: Int64
        let seconds: Double
    }

    func run() async throws {
        let console = global.console
        try await Program.with(global.settings()) { program in
            let start = Date()
            let bar = ProgressLine(console: console, title: "Reindexing")
            try await ProjectionRunner(program.publishing).rebuild { done, all in bar.show(Int(done), of: Int(all)) }
            try await SearchParts.with(program) { parts in
                let searchBar = ProgressLine(console: console, title: "Indexing for search")
                try await parts.follower.rebuild { done, all in searchBar.show(Int(done), of: Int(all)) }
                searchBar.finish()
            }
            try await CaseworkParts.watch(program, notices: nil).rebuild { done, all in bar.show(Int(done), of: Int(all)) }
            let events = try await program.database.read { try EventLog.head($0) } + 1
            bar.finish()
            let seconds = Date().timeIntervalSince(start)
            try console.result(
                Answer(events: events, seconds: seconds),
                text: "\(events) entries followed in \(String(format: "%.1f", seconds)) s."
            )
        }
    }
}
