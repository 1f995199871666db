import ArgumentParser
import Backup
import Foundation
import Store
import StoreSQLite

struct UpgradeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: "Bring the database of an earlier version to this program: a backup first, then its migrations, and how to go back.",
        discussion: """
            Run it with the new program after every node was stopped. It makes a backup where one is configured ('backup', 'backup-keys', 'backup-recipient') or where \
            --backup and --backup-keys say, and does nothing without one unless --without-backup is said. Migrations that older programs can live with may run while \
            nodes of the version before serve. Safe to run twice, and from two machines at once: the second waits and finds the work done. What failed in the middle \
            leaves whole steps, and goes on when it is run again.

            Exit status: 0 done, or nothing to do; 1 with --check: there is something to do; 2 could not be done, and the database is as it was.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Flag(name: .long, help: "Only say what would run.") var check = false
    @Option(name: .long, help: ArgumentHelp("Folder of the backup to make first. Environment: CAUNOI_BACKUP.", valueName: "dir")) var backup: String?
    @Option(name: .long, help: ArgumentHelp("Folder of the item keys' backup, apart. Environment: CAUNOI_BACKUP_KEYS.", valueName: "dir"))
    var backupKeys: String?
    @Option(
        name: [.customLong("recipient"), .customLong("backup-recipient")],
        help: ArgumentHelp("Public key to seal the backup for. Environment: CAUNOI_BACKUP_RECIPIENT.", valueName: "key")
    ) var recipient: String?
    @Flag(name: .long, help: "Seal nothing: whoever has the folders can read all of it.") var unencrypted = false
    @Flag(name: .long, help: "Make no backup: there is no way back then.") var withoutBackup = false

    func validate() throws {
        if withoutBackup, backup != nil { throw ValidationError("--backup and --without-backup contradict each other; give one of them") }
    }

    func run() async throws {
        let settings = try global.settings([
            .backup: backup.map { [$0] } ?? [], .backupKeys: backupKeys.map { [$0] } ?? [], .backupRecipient: recipient.map { [$0] } ?? [],
        ])
        let before = try await Stores.with(settings) { try await $0.standing() }
        guard !before.isNew else {
            throw UsageFault(
                "there is no installation in \(settings.databaseAddress.withoutPassword) yet; make one with 'caunoi init' or 'caunoi demo'"
            )
        }
        guard !before.steps.isEmpty else { return try say(UpgradeAnswer(before)) }
        if check {
            try say(UpgradeAnswer(before))
            throw FoundWrong()
        }
        if !before.isExpansion, let holder = before.holders.first {
            let others = before.holders.count > 1 ? " and \(before.holders.count - 1) more" : ""
            throw UsageFault(
                "'\(holder)'\(others) works on this database; stop every node first (one that was killed is forgotten after a minute)"
            )
        }
        var answer = UpgradeAnswer(before)
        if !withoutBackup {
            answer.take(try await copy(settings), settings)
        }
        answer.ran = try await Stores.with(settings) { try await $0.run(global.console) }
        answer.isDone = true
        try say(answer)
    }

    /// The backup, whole, or nothing goes on.
    private func copy(_ settings: Settings) async throws -> BackupWork.Answer {
        guard settings[.backup] != nil else {
            throw UsageFault(
                "no backup is configured; give --backup DIR and --backup-keys DIR, or say --without-backup. The database was not touched"
            )
        }
        let plan = try BackupPlan(settings, isOpen: unencrypted, namesRecipient: recipient != nil)
        global.console.note("A backup first, into \(plan.place ?? "")")
        let program = try await Program.openUnmigrated(settings)
        let made: Result<BackupWork.Answer, any Error>
        do {
            let work = try await BackupWork(program, seal: plan.seal, console: global.console)
            made = .success(try await work.run(place: plan.place, keys: plan.keys, keep: nil))
        } catch { made = .failure(error) }
        await program.close()
        let answer = try made.get()
        if let fault = answer.fault { throw UsageFault("the backup is not sound, and the database was not touched: \(fault)") }
        return answer
    }

    private func say(_ answer: UpgradeAnswer) throws { try global.console.result(answer, text: answer.text) }
}

/// The two databases of an installation, before a program is opened on them.
private struct Stores: Sendable {
    let content: any Database
    let keys: any Database

    static func with<T>(_ settings: Settings, _ body: (Stores) async throws -> T) async throws -> T {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: settings.dataFolder, isDirectory: &isFolder), isFolder.boolValue else {
            throw UsageFault("there is no installation in '\(settings.dataFolder)'; name its folder with --data")
        }
        let content = try await Program.connect(settings.databaseAddress, settings, schema: nil, .command)
        let keys = try await Program.connect(settings.keysAddress, settings, schema: settings[.keys] == nil ? "caunoi_keys" : nil, .command)
        let result: Result<T, any Error>
        do { result = .success(try await body(Stores(content: content, keys: keys))) } catch { result = .failure(error) }
        await content.close()
        await keys.close()
        return try result.get()
    }

    private var parts: [(store: String, migrator: Migrator, database: any Database)] {
        [("database", Migrator(Program.migrations), content), ("keys", Migrator(Program.keyMigrations), keys)]
    }

    func standing() async throws -> UpgradeStanding {
        var steps: [UpgradeStep] = []
        var isNew = false
        for (store, migrator, database) in parts {
            let standing = try await migrator.standing(of: database)
            if store == "database" { isNew = standing.isEmpty }
            steps += standing.pending.map { UpgradeStep($0, in: store) }
        }
        // Of a database without tables nobody holds anything.
        let hasTables = !isNew
        let (schema, holders) = try await content.read { db in
            let holders: [String] = try hasTables ? NodeLease.holders(at: Clock.system.now(), in: db) : []
            return (try Migrator.schema(of: db), holders)
        }
        return UpgradeStanding(isNew: isNew, schema: schema, steps: steps, holders: holders)
    }

    /// Everything that has not run, a step after the other. What another machine ran meanwhile is left out.
    func run(_ console: Console) async throws -> [UpgradeStep] {
        var ran: [UpgradeStep] = []
        for (store, migrator, database) in parts {
            let done = try await migrator.run(on: database) { step in
                console.note("\(store) \(step.position)/\(step.count)  \(step.migration.number) \(step.migration.name)")
            }
            ran += done.map { UpgradeStep($0, in: store) }
        }
        return ran
    }
}
