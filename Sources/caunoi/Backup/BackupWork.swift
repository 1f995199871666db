import Backup
import FileStore
import Foundation
import Notary
import PublicRecord
import Publishing
import Store
import StorePostgres
import StoreSQLite
import Vietnamese

/// One backup. The order is what makes it whole: first the moment of the database, then the files it names, then the record's copy, and the item keys last, so that every text of
/// the set has its key in the generation that follows it.
struct BackupWork {
    private let program: Program
    private let seal: Seal
    private let console: Console
    private let signer: BackupSigner
    private let origin: String

    struct Answer: Encodable {
        var set: String?
        var bytes: Int64 = 0
        var files = 0
        var filesCopied = 0
        /// Rows of all tables.
        var rows: Int64 = 0
        /// Entries under the signed head.
        var recordSize: Int64?
        var keys = ""
        /// Keys of files that are there no more, destroyed before the keys were copied.
        var fileKeysForgotten = 0
        var setsRemoved = 0
        var filesRemoved = 0
        var generationsRemoved = 0
        var signer = ""
        var seconds = 0.0
        /// What the record's copy beside the sets says against the record.
        var fault: String?

        var text: String {
            let data = set.map { set in
                "set \(set): database \(BackupFolders.size(bytes)), \(rows) rows, \(files) files (\(filesCopied) copied)"
                    + (recordSize.map { ", record of \($0) entries" } ?? "") + "\n"
            }
            let gone =
                setsRemoved + filesRemoved + generationsRemoved > 0
                ? "\ntaken away: \(setsRemoved) sets, \(filesRemoved) files, \(generationsRemoved) generations of keys" : ""
            return (data ?? "") + "item keys \(keys)\(gone)\nsigned by \(signer)" + (fault.map { "\nWRONG: \($0)" } ?? "")
        }
    }

    init(_ program: Program, seal: Seal, console: Console) async throws {
        self.program = program
        self.seal = seal
        self.console = console
        origin = try await RecordParts.origin(program)
        signer = try BackupSigner(folder: "\(program.settings.dataFolder)/backup", host: String(origin.prefix { $0 != "/" }))
    }

    /// - Parameter place: nil for the item keys alone.
    func run(place path: String?, keys keysPath: String, keep: Int?) async throws -> Answer {
        let began = Date()
        var answer = Answer(signer: signer.key.text)
        let keysPlace = try BackupPlace.writing(keysPath, kind: .keys)
        let fileKeys = FileKeys(program.keys)
        if let path {
            let place = try BackupPlace.writing(path, kind: .data)
            let manifest = try await data(into: place, fileKeys, &answer)
            (answer.set, answer.rows) = (manifest.name, manifest.tables.values.reduce(0, +))
            (answer.bytes, answer.files) = (manifest.parts[0].bytes, manifest.objects?.count ?? 0)
            answer.recordSize = manifest.record?.size
            if let keep { (answer.setsRemoved, answer.filesRemoved) = try place.prune(keeping: keep) }
        }
        answer.fileKeysForgotten = try await fileKeys.forget(absentFrom: program.files)
        answer.keys = try await keys(into: keysPlace).name
        answer.generationsRemoved = try keysPlace.forget(olderThan: program.settings.backupKeysDays, at: program.clock.now().rawValue)
        answer.seconds = Date().timeIntervalSince(began)
        return answer
    }

    private func data(into place: BackupPlace, _ fileKeys: FileKeys, _ answer: inout Answer) async throws -> BackupManifest {
        let (name, folder) = try place.begin(at: program.clock.now().rawValue)
        let origin = origin
        let clock = program.clock
        let made = try await dump(program.database, as: "database", to: folder, title: "Copying the database") { db in
            let head = try RecordHead.read(db)
            let record = BackupManifest.Record(entries: try EventLog.head(db) + 1, size: head.size, root: head.frontier.root.base64, origin: origin)
            // After the snapshot was taken: keys that are copied later than this know every text in it.
            return (at: clock.now().rawValue, record: record, schema: try Migrator.schema(of: db))
        }
        var manifest = describe(.data, name, at: made.value.at, made.value.schema, program.database, made.tables, made.schema)
        manifest.parts = [made.part]
        manifest.record = made.value.record
        let progress = ProgressLine(console: console, title: "Copying files")
        let (list, objects, copied) = try await place.copy(program.files, keys: fileKeys, into: folder, at: clock.now().rawValue) { seen, copied in
            if seen.isMultiple(of: 50) { progress.show("\(seen) looked at, \(copied) copied", 0.5) }
        }
        progress.finish()
        manifest.parts.append(list)
        manifest.objects = objects
        answer.filesCopied = copied
        try place.commit(manifest, by: signer)
        do { try await copyRecord(beside: place) } catch let fault as CopyFault { answer.fault = "\(fault)" }
        return manifest
    }

    /// A verified copy of the public record beside the sets: what 'caunoi log recover' needs after a restore.
    private func copyRecord(beside place: BackupPlace) async throws {
        let head = try await program.database.read { try RecordHead.read($0) }
        guard head.note != nil else { return }
        let trust = HeadTrust(keys: try await RecordComparison.keys(program, head, origin))
        let progress = ProgressLine(console: console, title: "Copying the record")
        _ = try await LogMirror(
            from: try LogPlaces.source(nil, program),
            to: LogFolder(RecordComparison.copy(in: place.record, of: origin)),
            trust: trust
        ).run { progress.show(Int($0), of: Int($1)) }
        progress.finish()
    }

    private func keys(into place: BackupPlace) async throws -> BackupManifest {
        let now = program.clock.now().rawValue
        let (name, folder) = try place.begin(at: now)
        let made = try await dump(program.keys, as: "keys", to: folder, title: "Copying the item keys") { try Migrator.schema(of: $0) }
        var manifest = describe(.keys, name, at: now, made.value, program.keys, made.tables, made.schema)
        manifest.parts = [made.part]
        try place.commit(manifest, by: signer)
        return manifest
    }

    private func describe(
        _ kind: BackupManifest.Kind,
        _ name: String,
        at moment: Int64,
        _ newest: Int,
        _ database: any Database,
        _ tables: [String: Int64],
        _ schema: String?
    ) -> BackupManifest {
        var recipient: Recipient?
        if case .recipient(let key) = seal { recipient = key }
        return BackupManifest(
            kind: kind,
            name: name,
            at: moment,
            program: Version.number,
            // Of the database, not of this program: before an upgrade it is an older one.
            schema: newest,
            engine: database.engine.rawValue,
            namespace: schema,
            tables: tables,
            recipient: recipient,
            signer: signer.key
        )
    }

    private struct Dump<T: Sendable>: Sendable {
        let value: T
        let part: WrittenPart
        let tables: [String: Int64]
        /// Of PostgreSQL.
        let schema: String?
    }

    /// One moment of a database into a sealed part, while others write.
    private func dump<T: Sendable>(
        _ database: any Database,
        as name: String,
        to folder: String,
        title: String,
        _ look: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> Dump<T> {
        let progress = ProgressLine(console: console, title: title)
        defer { progress.finish() }
        let path = "\(folder)/\(name)"
        let seal = seal
        switch database {
        case let sqlite as SQLiteDatabase:
            let copy = try NamelessFile(in: "\(program.settings.dataFolder)/backup")
            let (value, tables) = try await sqlite.copy(
                to: copy.path,
                opened: { try copy.unname() },
                progress: { progress.show($0, of: $1) },
                look
            )
            let part = try await BlockingQueue("caunoi.backup", lanes: 1).run {
                try SealedWriter.part(of: copy.descriptor, as: path, seal: seal) { progress.show("sealed \(BackupFolders.size($0))", 1) }
            }
            return Dump(value: value, part: part, tables: tables, schema: nil)
        case let postgres as PostgresDatabase:
            let snapshot = PostgresSnapshot(postgres.address)
            do {
                let identifier = try await snapshot.begin()
                let value = try await snapshot.read(look)
                let (schema, tables) = try await snapshot.read { try PostgresDatabase.tables($0) }
                let tools = PostgresTools(connection: postgres.address.toolConnection, password: postgres.address.toolPassword)
                let part = try await tools.dump(schema: schema, snapshot: identifier, to: path, seal: seal) { bytes in
                    progress.show(BackupFolders.size(bytes), 0.5)
                }
                await snapshot.end()
                return Dump(value: value, part: part, tables: tables, schema: schema)
            } catch {
                await snapshot.end()
                throw error
            }
        default: throw UsageFault("this kind of database cannot be backed up")
        }
    }
}
