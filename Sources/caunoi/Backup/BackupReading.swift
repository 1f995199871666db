import ArgumentParser
import Backup
import FileStore
import Foundation
import Outbound
import PublicRecord
import Store
import StorePostgres
import StoreSQLite
import Vietnamese

/// What both trying and giving back a backup must be told.
struct BackupSource: ParsableArguments {
    @Argument(help: ArgumentHelp("Folder of the backups. Environment: CAUNOI_BACKUP.", valueName: "dir")) var dir: String?
    @Option(name: .long, help: ArgumentHelp("Folder of the item keys' backups. Environment: CAUNOI_BACKUP_KEYS.", valueName: "dir"))
    var backupKeys: String?
    @Option(name: .long, help: ArgumentHelp("File of the secret key that 'caunoi backup keygen' made.", valueName: "file")) var identity: String?
    @Option(name: .customLong("set"), help: ArgumentHelp("The set, by its name ('caunoi backup list DIR'). Default: the newest.", valueName: "name"))
    var name: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Only what this key signed, as 'caunoi backup' says it (may be repeated). Default: the key the set names.",
            valueName: "key"
        )
    )
    var signedBy: [String] = []

    var settings: [Setting: [String]] { [.backup: dir.map { [$0] } ?? [], .backupKeys: backupKeys.map { [$0] } ?? []] }
}

/// A set and the item keys that go with it, found and checked.
struct BackupReading {
    let place: BackupPlace
    let data: BackupManifest
    let keysPlace: BackupPlace
    let keys: BackupManifest
    let opener: Opener

    init(_ source: BackupSource, _ settings: Settings) throws {
        let place = try Self.place(settings)
        guard let keysPath = settings[.backupKeys] else {
            throw UsageFault("name the folder of the item keys: --backup-keys DIR; without them no text of a backup can be read")
        }
        let data = try Self.manifest(in: place, source)
        let keysPlace = try BackupPlace.reading(keysPath, kind: .keys)
        let keys = try keysPlace.manifest(signedBy: Self.signers(source))
        for (manifest, known) in [(data, Program.migrations), (keys, Program.keyMigrations)] {
            let newest = known.map(\.number).max() ?? 0
            guard manifest.schema <= newest else { throw BackupFault.newer(set: manifest.name, found: manifest.schema, known: newest) }
        }
        // A text that is younger than the keys would look as if it had been erased.
        guard keys.at >= data.at else {
            throw UsageFault(
                "the newest item keys in '\(keysPath)' are of \(keys.name), older than the set \(data.name): name an older set with --set"
            )
        }
        opener = try Self.opener(source, place, data)
        if case .identity(let identity) = opener, let wanted = keys.recipient, wanted != "\(identity.recipient)" {
            throw BackupFault.wrongKey(path: keysPlace.folder(of: keys.name))
        }
        (self.place, self.data, self.keysPlace, self.keys) = (place, data, keysPlace, keys)
    }

    static func place(_ settings: Settings) throws -> BackupPlace {
        guard let path = settings[.backup] else { throw UsageFault("name the folder of the backups") }
        return try BackupPlace.reading(path, kind: .data)
    }

    static func manifest(in place: BackupPlace, _ source: BackupSource) throws -> BackupManifest {
        try place.manifest(source.name, signedBy: signers(source))
    }

    static func signers(_ source: BackupSource) throws -> [VerifierKey] {
        do { return try source.signedBy.map { try VerifierKey($0) } } catch { throw UsageFault("--signed-by: \(error)") }
    }

    private static func opener(_ source: BackupSource, _ place: BackupPlace, _ manifest: BackupManifest) throws -> Opener {
        guard let wanted = manifest.recipient else { return .none }
        guard let file = source.identity else {
            throw UsageFault("the set is sealed for \(wanted): give --identity FILE, the file that 'caunoi backup keygen' wrote")
        }
        let identity: BackupIdentity
        do { identity = try BackupIdentity(file: file) } catch BackupFault.missing {
            throw UsageFault("there is no file '\(file)'; --identity names the secret key of backups")
        }
        guard "\(identity.recipient)" == wanted else { throw BackupFault.wrongKey(path: place.folder(of: manifest.name)) }
        return .identity(identity)
    }

    /// The set's own folders.
    var dataFolder: String { place.folder(of: data.name) }
    var keysFolder: String { keysPlace.folder(of: keys.name) }
    var moment: String { Date(timeIntervalSince1970: Double(data.at) / 1000).formatted(.iso8601) }
}

/// Puts a set where an installation will be. Database and keys get their names last, so a run that was killed left no installation behind, and is run again.
struct BackupLaying {
    let reading: BackupReading
    let target: Settings
    let console: Console

    /// What was found on the way that is not as the manifest says; empty where all is.
    struct Found {
        var objects = ObjectsFound()
        var differences: [String] = []
    }

    /// Refuses a place where something is.
    func checkEmpty() async throws {
        for (address, manifest, keys) in [(target.databaseAddress, reading.data, false), (target.keysAddress, reading.keys, true)] {
            guard address.hasPrefix("sqlite:") == (manifest.engine == Engine.sqlite.rawValue) else {
                throw UsageFault(
                    manifest.engine == Engine.sqlite.rawValue
                        ? "the set holds a SQLite database, and '\(address.withoutPassword)' is none; give --database sqlite:FILE"
                        : "the set holds a PostgreSQL schema; give --database postgres://… of an empty database"
                )
            }
            let place = keys ? "the item keys' place" : "a database"
            if address.hasPrefix("sqlite:") {
                guard !FileManager.default.fileExists(atPath: String(address.dropFirst("sqlite:".count))) else {
                    throw UsageFault("there is \(place) in \(address) already; a backup is given back into an empty place only (--data DIR)")
                }
            } else {
                let database = try await Self.connect(address, target, keys)
                let (schema, tables) = try await Self.tables(database)
                await database.close()
                guard tables.isEmpty else {
                    throw UsageFault(
                        "there is \(place) in \(address.withoutPassword) already (schema \(schema), \(tables.count) tables); a backup is given back into an empty one only"
                    )
                }
                guard schema == manifest.namespace else {
                    throw UsageFault(
                        "the set's tables are in the schema \(manifest.namespace ?? ""), and \(address.withoutPassword) leads to \(schema); make that schema and lead to it"
                    )
                }
            }
        }
        // Storage of their own may have survived: what is put there again is the same.
        guard case .folder(let files) = try target.filePlace(), FileManager.default.fileExists(atPath: files) else { return }
        guard try await DiskFileStore(root: files).hashes(after: nil, limit: 1).isEmpty else {
            throw UsageFault("there are files in '\(files)' already; a backup is given back into an empty place only (--data DIR)")
        }
    }

    /// - Parameter keepingFiles: false only tries to open them.
    func lay(keepingFiles: Bool) async throws -> Found {
        let work = "\(target.dataFolder)/restoring"
        try? FileManager.default.removeItem(atPath: work)
        do {
            try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
        } catch { throw UsageFault("the folder '\(work)' cannot be made; check the path and its permissions") }
        defer { try? FileManager.default.removeItem(atPath: work) }
        let list = try reading.data.part("objects")
        try SealedReader.check(list, in: reading.dataFolder)
        var found = Found()
        let keys = try await give(reading.keys, "keys", from: reading.keysFolder, address: target.keysAddress, work, isKeys: true, &found)
        do {
            let progress = ProgressLine(console: console, title: keepingFiles ? "Giving files back" : "Trying files")
            let store = keepingFiles ? try target.fileStore(.system) : nil
            found.objects = try await reading.place.restore(reading.data.name, keys: FileKeys(keys), to: store?.files) { progress.show($0, of: $1) }
            await store?.objects?.close()
            progress.finish()
            await keys.close()
        } catch {
            await keys.close()
            throw error
        }
        let database = try await give(
            reading.data,
            "database",
            from: reading.dataFolder,
            address: target.databaseAddress,
            work,
            isKeys: false,
            &found
        )
        await database.close()
        for (name, address) in [("keys", target.keysAddress), ("database", target.databaseAddress)] where address.hasPrefix("sqlite:") {
            let path = String(address.dropFirst("sqlite:".count))
            guard rename("\(work)/\(name).db", path) == 0 else {
                throw UsageFault(
                    "\(path) cannot be written (\(String(cString: strerror(errno)))); it must be on the same disk as '\(target.dataFolder)'"
                )
            }
        }
        return found
    }

    /// One database in its place, or on its way there, open.
    private func give(
        _ manifest: BackupManifest,
        _ name: String,
        from folder: String,
        address: String,
        _ work: String,
        isKeys: Bool,
        _ found: inout Found
    ) async throws -> any Database {
        let part = try manifest.part(name)
        let progress = ProgressLine(console: console, title: isKeys ? "Item keys" : "Database")
        let opener = reading.opener
        let database: any Database
        if address.hasPrefix("sqlite:") {
            let path = "\(work)/\(name).db"
            try await BlockingQueue("caunoi.restore", lanes: 1).run {
                try SealedReader.restore(part, in: folder, with: opener, to: path) { progress.show(Int($0), of: Int(max(part.plain, 1))) }
            }
            database = try SQLiteDatabase(path: path)
        } else {
            try await BlockingQueue("caunoi.restore", lanes: 1).run { try SealedReader.check(part, in: folder) }
            database = try await Self.connect(address, target, isKeys)
            let place = try (database as? PostgresDatabase)?.address ?? PostgresAddress(address)
            try await PostgresTools(connection: place.toolConnection, password: place.toolPassword).restore(
                part,
                in: folder,
                with: opener,
                scratch: work
            ) {
                progress.show(Int($0), of: Int(max(part.plain, 1)))
            }
        }
        progress.finish()
        let (_, tables) = try await Self.tables(database)
        for table in Set(tables.keys).union(manifest.tables.keys).sorted() where tables[table] != manifest.tables[table] {
            let (has, said) = (tables[table].map { "\($0)" } ?? "no table", manifest.tables[table].map { "\($0)" } ?? "none")
            found.differences.append("\(name).\(table) has \(has) rows, the manifest says \(said)")
        }
        return database
    }

    static func connect(_ address: String, _ settings: Settings, _ isKeys: Bool) async throws -> any Database {
        try await Program.connect(address, settings, schema: isKeys && settings[.keys] == nil ? "caunoi_keys" : nil, .command)
    }

    static func tables(_ database: any Database) async throws -> (schema: String, counts: [String: Int64]) {
        switch database {
        case let sqlite as SQLiteDatabase: return ("", try await sqlite.tables())
        case let postgres as PostgresDatabase:
            // Not through the pool: counting may take longer than a page may.
            let snapshot = PostgresSnapshot(postgres.address)
            do {
                _ = try await snapshot.begin()
                let found = try await snapshot.read { try PostgresDatabase.tables($0) }
                await snapshot.end()
                return found
            } catch {
                await snapshot.end()
                throw error
            }
        default: return ("", [:])
        }
    }
}
