import ArgumentParser
import Backup
import Foundation

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Back up the installation while it serves, sealed for a key the server does not have.",
        discussion: """
            'caunoi backup DIR --backup-keys DIR --recipient KEY' copies the database and the files into the first folder and the item keys into the second one, on another \
            disk or machine; 'caunoi help backup make' has the options, docs/operating/backup.md the whole of it. 'caunoi verify-backup' tries it, 'caunoi restore' gives it back.
            """,
        subcommands: [Make.self, Keygen.self, List.self],
        defaultSubcommand: Make.self
    )

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make one backup: a set of database and files, and a generation of the item keys.",
            discussion: """
                Readers and editors go on meanwhile. Files that the folder has already are not copied again. The folder is a whole backup at every moment: what was interrupted is not taken \
                for a set, and the next run goes on with the files that were copied. The search index, smaller pictures and recordings are not in it, for they are made anew.
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: ArgumentHelp("Folder of the backups; it is made. Environment: CAUNOI_BACKUP.", valueName: "dir")) var dir: String?
        @Option(
            name: .long,
            help: ArgumentHelp("Folder of the item keys' backups, apart, never under lock. Environment: CAUNOI_BACKUP_KEYS.", valueName: "dir")
        ) var backupKeys: String?
        @Option(
            name: [.customLong("recipient"), .customLong("backup-recipient")],
            help: ArgumentHelp("Public key to seal for (caunoi-pub-…). Environment: CAUNOI_BACKUP_RECIPIENT.", valueName: "key")
        ) var recipient: String?
        @Flag(name: .long, help: "Seal nothing: whoever has the folders can read all of it.") var unencrypted = false
        @Option(
            name: .long,
            help: ArgumentHelp("Keep so many sets and take older ones away, with the files that no set names. Default: all.", valueName: "n")
        )
        var keep: Int?
        @Flag(name: .long, help: "Only a new generation of the item keys: after an erasure, for instance.") var onlyKeys = false

        func run() async throws {
            let settings = try global.settings([
                .backup: dir.map { [$0] } ?? [], .backupKeys: backupKeys.map { [$0] } ?? [], .backupRecipient: recipient.map { [$0] } ?? [],
            ])
            if let keep, keep < 1 { throw UsageFault("--keep is \(keep); give how many sets to keep, at least 1") }
            let plan = try BackupPlan(settings, onlyKeys: onlyKeys, isOpen: unencrypted, namesRecipient: recipient != nil)
            let answer = try await Program.with(settings) { program in
                let work = try await BackupWork(program, seal: plan.seal, console: global.console)
                return try await work.run(place: plan.place, keys: plan.keys, keep: keep)
            }
            try global.console.result(answer, text: answer.text)
            if answer.fault != nil { throw FoundWrong() }
        }
    }

    struct Keygen: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key for backups: the secret half goes into FILE, the public half is printed.",
            discussion: "Do this on another machine than the server, and keep FILE twice, in two places. Without it no backup can be read, by nobody."
        )
        @Argument(help: ArgumentHelp("File for the secret half; it must not exist.", valueName: "file")) var file: String

        func run() throws {
            guard !FileManager.default.fileExists(atPath: file) else {
                throw UsageFault("there is a file '\(file)' already; a key is never written over, name another file")
            }
            let identity = try BackupIdentity.make()
            try identity.write(to: file)
            print("\(identity.recipient)")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say which sets a folder of backups has.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: ArgumentHelp("Folder of the backups. Environment: CAUNOI_BACKUP.", valueName: "dir")) var dir: String?

        private struct Line: Encodable {
            let set: String
            let program: String
            let entries: Int64
            let files: Int
            let bytes: Int64
            let recipient: String?
        }

        func run() async throws {
            let settings = try global.settings([.backup: dir.map { [$0] } ?? []])
            guard let path = settings[.backup] else { throw UsageFault("say where: 'caunoi backup list DIR'") }
            let place = try BackupPlace.reading(path, kind: .data)
            let lines = try place.sets().map { name in
                let manifest = try place.manifest(name)
                return Line(
                    set: name,
                    program: manifest.program,
                    entries: manifest.record?.entries ?? 0,
                    files: manifest.objects?.count ?? 0,
                    bytes: manifest.parts.reduce(0) { $0 + $1.bytes },
                    recipient: manifest.recipient
                )
            }
            try global.console.result(
                lines,
                text: Console.table(
                    lines.map {
                        [
                            $0.set, "\($0.entries) entries", "\($0.files) files", BackupFolders.size($0.bytes),
                            $0.recipient == nil ? "not sealed" : "sealed",
                        ]
                    }
                )
            )
        }
    }
}

enum BackupFolders {
    /// Whether one folder is the other or lies in it.
    static func overlap(_ one: String, _ other: String) -> Bool {
        func whole(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path + "/" }
        let (one, other) = (whole(one), whole(other))
        return one.hasPrefix(other) || other.hasPrefix(one)
    }

    static func size(_ bytes: Int64) -> String {
        bytes < 10_000_000 ? "\(bytes / 1000) kB" : bytes < 10_000_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1_000_000_000) GB"
    }
}
