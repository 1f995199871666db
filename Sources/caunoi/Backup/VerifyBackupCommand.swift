import ArgumentParser
import Backup
import Foundation
import Notary
import PublicRecord
import Publishing
import Store
import StorePostgres

struct VerifyBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-backup",
        abstract: "Try a backup: give it back into a scratch place, open it, and compare everything with what it says of itself.",
        discussion: """
            Signature, sizes and digests; rows of every table; the database's own check; the public record worked out anew from its entries, against its signed head; every file opened with its \
            key; the newest items read. A PostgreSQL set needs an empty database to be tried in (--scratch-database). Best done on another machine than the server, where the secret key is. \
            Status 0: sound; 1: something is wrong, and it says what; 2: could not be tried.
            """
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var source: BackupSource
    @Option(name: .long, help: ArgumentHelp("Folder to try it in; it is emptied. Default: one below TMPDIR.", valueName: "dir")) var scratch: String?
    @Option(name: .long, help: ArgumentHelp("Empty PostgreSQL database to try a PostgreSQL set in; it is emptied again.", valueName: "url"))
    var scratchDatabase: String?
    @Flag(name: .long, help: "Signature, sizes and digests only: needs no secret key, and proves no restore.") var hashesOnly = false

    private struct Answer: Encodable {
        let set: String
        let at: String?
        var engine = ""
        var rows: Int64 = 0
        var files = 0
        var filesWithoutKey = 0
        var itemsWithoutKey = 0
        var itemsRead = 0
        var recordSize: Int64?
        var recordRoot: String?
        var tried = false
        var findings: [String] = []
    }

    func run() async throws {
        let console = global.console
        let settings = try global.settings(source.settings)
        var answer: Answer
        do {
            answer = try await hashesOnly ? Self.hashes(source, settings) : tried(settings)
        } catch let fault as BackupFault where fault.isFinding {
            answer = Answer(set: source.name ?? "", at: nil, findings: ["\(fault)"])
        }
        let text =
            answer.findings.isEmpty
            ? "sound: set \(answer.set), \(answer.rows) rows, \(answer.files) files"
                + (answer.recordSize.map { ", record of \($0) entries, root \(answer.recordRoot ?? "")" } ?? "")
                + (answer.tried ? "; \(answer.itemsRead) items read" : "; digests only, no restore was tried")
                + (answer.itemsWithoutKey + answer.filesWithoutKey > 0
                    ? "; erased since: \(answer.itemsWithoutKey) items, \(answer.filesWithoutKey) files" : "")
            : "NOT sound: " + answer.findings.joined(separator: "\nNOT sound: ")
        try console.result(answer, text: text)
        if !answer.findings.isEmpty { throw FoundWrong() }
    }

    private static func hashes(_ source: BackupSource, _ settings: Settings) throws -> Answer {
        let place = try BackupReading.place(settings)
        let manifest = try BackupReading.manifest(in: place, source)
        for part in manifest.parts { try SealedReader.check(part, in: place.folder(of: manifest.name)) }
        try place.checkObjects(of: manifest.name)
        if let path = settings[.backupKeys] {
            let keys = try BackupPlace.reading(path, kind: .keys)
            let newest = try keys.manifest(signedBy: BackupReading.signers(source))
            for part in newest.parts { try SealedReader.check(part, in: keys.folder(of: newest.name)) }
        }
        return Answer(
            set: manifest.name,
            at: SetName.of(manifest.at),
            engine: manifest.engine,
            rows: manifest.tables.values.reduce(0, +),
            files: manifest.objects?.count ?? 0,
            recordSize: manifest.record?.size,
            recordRoot: manifest.record?.root
        )
    }

    private func tried(_ settings: Settings) async throws -> Answer {
        let reading = try BackupReading(source, settings)
        let folder = scratch ?? FileManager.default.temporaryDirectory.path + "/caunoi-verify-\(ProcessInfo.processInfo.processIdentifier)"
        if let scratch, let inside = try? FileManager.default.contentsOfDirectory(atPath: scratch), !inside.isEmpty {
            throw UsageFault("the folder '\(scratch)' is not empty; a backup is tried in an empty one")
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let room = try await ScratchDatabase(reading, folder: folder, url: scratchDatabase, settings)
        do {
            let mine: [Setting: [String]] = [.data: [folder], .database: [room.database], .keys: [room.keys]]
            let answer = try await trying(reading, try global.settings(source.settings.merging(mine) { $1 }))
            await room.empty()
            return answer
        } catch {
            await room.empty()
            throw error
        }
    }

    private func trying(_ reading: BackupReading, _ target: Settings) async throws -> Answer {
        let console = global.console
        let laying = BackupLaying(reading: reading, target: target, console: console)
        try await laying.checkEmpty()
        let found = try await laying.lay(keepingFiles: false)
        var answer = Answer(
            set: reading.data.name,
            at: reading.moment,
            engine: reading.data.engine,
            rows: reading.data.tables.values.reduce(0, +),
            files: found.objects.files,
            filesWithoutKey: found.objects.erased,
            tried: true,
            findings: found.differences
        )
        try await Program.with(target, creating: true) { program in
            if program.database.engine == .sqlite {
                let said =
                    try await program.database.read { try $0.value("SELECT integrity_check FROM pragma_integrity_check(1)", as: String.self) } ?? ""
                if said != "ok" { answer.findings.append("the database is damaged: \(said)") }
            }
            answer.itemsWithoutKey = try await program.publishing.itemsWithoutKey(limit: 1_000_000).count
            try await Self.record(program, reading.data, console, &answer)
            try await Self.read(program, &answer)
        }
        return answer
    }

    /// The public record, from its entries.
    private static func record(_ program: Program, _ manifest: BackupManifest, _ console: Console, _ answer: inout Answer) async throws {
        let head = try await program.database.read { try RecordHead.read($0) }
        let entries = try await program.database.read { try EventLog.head($0) + 1 }
        guard let said = manifest.record else { return answer.findings.append("the manifest says nothing of the record") }
        (answer.recordSize, answer.recordRoot) = (head.size, head.frontier.root.base64)
        if entries != said.entries { answer.findings.append("the record has \(entries) entries, the manifest says \(said.entries)") }
        if head.size != said.size || head.frontier.root.base64 != said.root {
            answer.findings.append(
                "the record's head is of \(head.size) entries with the root \(head.frontier.root.base64), the manifest says \(said.size) and \(said.root)"
            )
        }
        guard head.note != nil else { return }
        do {
            let source = try LogPlaces.source(nil, program)
            let signed = try HeadTrust(keys: try await RecordComparison.keys(program, head, said.origin)).head(in: try await source.note())
            let progress = ProgressLine(console: console, title: "The public record")
            _ = try await source.reading { read in
                try LogAudit.verify(signed, depth: .chains, read: read) { progress.show(Int($0), of: Int(signed.size)) }
            }
            progress.finish()
        } catch let fault as StoreFault { throw fault } catch { answer.findings.append("the record: \(error)") }
    }

    /// The newest items, opened with their keys as a page would.
    private static func read(_ program: Program, _ answer: inout Answer) async throws {
        let rows = try await program.database.read {
            try $0.rows("SELECT id, site FROM item WHERE presence = \(Presence.live) ORDER BY id DESC LIMIT 100")
        }
        for row in rows {
            let id: ItemID = try row[0]
            do {
                _ = try await program.reader.item(id, on: try row[1])
                answer.itemsRead += 1
            } catch { answer.findings.append("the item \(id) cannot be read: \(error)") }
        }
    }
}

/// Where a set is tried: files in a folder, or an empty PostgreSQL database in which the set's schemas are made and taken away again.
private struct ScratchDatabase {
    let database: String
    let keys: String
    private var schemas: [PostgresAddress] = []

    init(_ reading: BackupReading, folder: String, url: String?, _ settings: Settings) async throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw UsageFault("the folder '\(folder)' cannot be made; name another with --scratch") }
        guard reading.data.engine == Engine.postgres.rawValue || reading.keys.engine == Engine.postgres.rawValue else {
            (database, keys) = ("sqlite:\(folder)/caunoi.db", "sqlite:\(folder)/keys.db")
            return
        }
        guard let url else {
            throw UsageFault("the set holds a PostgreSQL schema: give --scratch-database postgres://… of an empty database to try it in")
        }
        func place(_ manifest: BackupManifest, _ file: String) -> String {
            guard manifest.engine == Engine.postgres.rawValue, let schema = manifest.namespace else { return "sqlite:\(folder)/\(file).db" }
            return url + (url.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)"
        }
        (database, keys) = (place(reading.data, "caunoi"), place(reading.keys, "keys"))
        for manifest in [reading.data, reading.keys] {
            guard manifest.engine == Engine.postgres.rawValue, let schema = manifest.namespace else { continue }
            let address = try PostgresAddress(url, password: settings.databasePassword(), schema: schema)
            let opened = PostgresDatabase(address)
            do {
                try await opened.createSchema()
                let (_, tables) = try await BackupLaying.tables(opened)
                guard tables.isEmpty else {
                    throw UsageFault(
                        "\(address) is not empty (\(tables.count) tables); a backup is tried in an empty database, for it is emptied afterwards"
                    )
                }
            } catch {
                await opened.close()
                throw error
            }
            await opened.close()
            schemas.append(address)
        }
    }

    /// Takes away what was tried there.
    func empty() async {
        for address in schemas {
            let opened = PostgresDatabase(address)
            try? await opened.dropSchema()
            try? await opened.createSchema()
            await opened.close()
        }
    }
}
