import ArgumentParser
import Backup
import Casework
import Foundation
import Notary
import Publishing
import Store
import StoreSQLite

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Give a backup back into an empty place.",
        discussion: """
            Into an empty --data folder (and an empty database) only. What was erased after the backup stays erased, for its keys are there no more. The public record forks in no case: what is \
            here is held against the signer's guard, the record's copies and the witnesses, and where they know more, the record is frozen: pages are served at once, nothing is published before \
            'caunoi log recover' brought the missing entries back. Nobody stays signed in.
            """
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var source: BackupSource
    @Option(name: .long, help: "Socket of a 'caunoi signer --socket'. Default: the signer in <data>/signer.") var signer: String?
    @Option(name: .long, help: "Policy file of the witnesses that cosign this record, which are asked for its head.") var witnessPolicy: String?

    private struct Answer: Encodable {
        let set: String
        let at: String
        let rows: Int64
        let files: Int
        let filesErased: Int
        let itemsErased: Int
        let casesErased: Int
        let migrated: [String]
        let recordSize: Int64
        /// Why nothing is published; nil: publishing may go on.
        let frozen: String?
        let next: [String]
    }

    func run() async throws {
        let console = global.console
        let settings = try global.settings(
            source.settings.merging([.signer: signer.map { [$0] } ?? [], .witnessPolicy: witnessPolicy.map { [$0] } ?? []]) { $1 }
        )
        let reading = try BackupReading(source, settings)
        let laying = BackupLaying(reading: reading, target: settings, console: console)
        try await laying.checkEmpty()
        let found = try await laying.lay(keepingFiles: true)
        for difference in found.differences { console.warn("caunoi: \(difference)") }
        let migrated = try await Self.migrate(settings)
        let answer = try await Program.with(settings) { program in
            let progress = ProgressLine(console: console, title: "Clearing what was erased since")
            let items = try await program.publishing.eraseItemsWithoutKey(from: program.files) { progress.show(Int($0), of: Int($1)) }
            let cases = try await Casework.eraseCasesWithoutKey(program.database, program.keyring)
            progress.finish()
            // A session that was ended since the backup must not be one again.
            try await program.database.write { _ = try $0.execute("DELETE FROM access_session") }
            let finding = try await RecordComparison.look(program, copies: reading.place.record)
            if let why = finding.why { try await program.database.write { try RecordHead.freeze(why, $0) } }
            if let sqlite = program.database as? SQLiteDatabase { try await sqlite.checkpoint() }
            return Answer(
                set: reading.data.name,
                at: reading.moment,
                rows: reading.data.tables.values.reduce(0, +),
                files: found.objects.files,
                filesErased: found.objects.erased,
                itemsErased: items,
                casesErased: cases,
                migrated: migrated,
                recordSize: try await program.database.read { try RecordHead.read($0).size },
                frozen: finding.why,
                next: Self.next(finding)
            )
        }
        let erased =
            answer.itemsErased + answer.casesErased + answer.filesErased > 0
            ? "\nerased since, and not given back: \(answer.itemsErased) items, \(answer.casesErased) cases, \(answer.filesErased) files" : ""
        try console.result(
            answer,
            text: "the set \(answer.set) is back: \(answer.rows) rows, \(answer.files) files, record of \(answer.recordSize) entries\(erased)"
                + (answer.frozen.map { "\nthe record is frozen: \($0)" } ?? "") + answer.next.map { "\nnext: \($0)" }.joined()
        )
        if !found.differences.isEmpty { throw FoundWrong() }
    }

    private static func migrate(_ settings: Settings) async throws -> [String] {
        let database = try await BackupLaying.connect(settings.databaseAddress, settings, false)
        let keys = try await BackupLaying.connect(settings.keysAddress, settings, true)
        do {
            let ran = try await Migrator(Program.migrations).run(on: database) + Migrator(Program.keyMigrations).run(on: keys)
            await database.close()
            await keys.close()
            return ran.map { "\($0.number) \($0.name)" }
        } catch {
            await database.close()
            await keys.close()
            throw error
        }
    }

    private static func next(_ finding: RecordComparison.Finding) -> [String] {
        var steps: [String] = []
        if finding.missing > 0 {
            steps.append(
                finding.copy.map { "'caunoi log recover --from \($0)' brings the \(finding.missing) missing entries back" }
                    ?? "find a copy of the record that has the \(finding.missing) missing entries (a mirror, another house) and run 'caunoi log recover --from' it"
            )
        } else if finding.why != nil {
            steps.append("do not publish: look for the backup that belongs to this record, see docs/operating/record.md")
        }
        return steps + ["'caunoi serve'; the search index is made anew by itself"]
    }
}
