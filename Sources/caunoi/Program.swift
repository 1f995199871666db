import Backup
import Casework
import FileStore
import Foundation
import Logging
import Media
import Outbound
import PortalNetwork
import Publishing
import Store
import StorePostgres
import StoreSQLite
import Synchronization
import Vietnamese
import Web

/// The opened installation: every command works on one of these.
struct Program: Sendable {
    let settings: Settings
    let database: any Database
    let keys: any Database
    let keyring: Keyring
    let access: Access
    let directory: NetworkDirectory
    let lease: NodeLease
    let kinds: KindRegistry
    var publishing: Publisher
    /// Where pages are read, when a server is named for that.
    let replica: ReplicaParts?
    let reader: Reader
    let files: FilesWithRenditions
    /// Where files are when they are on other machines.
    let objects: ObjectFileStore?
    let renditions: RenditionStore
    let clock: Clock
    let logger: Logger

    /// All migrations of the program's parts.
    static let migrations = NodeLease.migrations + NetworkMigrations.all + PublishingMigrations.all + CaseworkMigrations.all + Features.migrations

    /// Those of the key store, which is a database of its own.
    static let keyMigrations = KeySafe.migrations + Keyring.migrations + CaseworkMigrations.keys + FileKeys.migrations

    /// Opens the installation. Refuses a database that has not been made (`init` or `demo` makes it) or that another version must migrate.
    static func open(_ settings: Settings, as role: SQLiteDatabase.Role = .command, creating: Bool = false, logger: Logger? = nil) async throws
        -> Program
    {
        let logger = logger ?? Self.logger(settings, label: "caunoi")
        try prepareFolder(settings, creating: creating)
        let database = try await connect(settings.databaseAddress, settings, schema: nil, role)
        let keys = try await connect(settings.keysAddress, settings, schema: settings[.keys] == nil ? "caunoi_keys" : nil, role)
        let migrator = Migrator(migrations)
        let keyMigrator = Migrator(keyMigrations)
        if creating {
            _ = try await migrator.run(on: database)
            _ = try await keyMigrator.run(on: keys)
        } else {
            let pending = try await migrator.pending(on: database).count + keyMigrator.pending(on: keys).count
            guard pending == 0 else {
                let isNew = try await migrator.pending(on: database).count == migrations.count
                await database.close()
                await keys.close()
                throw UsageFault(
                    isNew
                        ? "there is no installation in \(settings.databaseAddress.withoutPassword) yet; make one with 'caunoi init' or 'caunoi demo'"
                        : "the database is of an earlier version, \(pending) migration(s) are to run; 'caunoi upgrade' makes a backup and runs them"
                )
            }
        }
        return try await assemble(settings, database, keys, logger, role)
    }

    /// An installation of an earlier version as it stands, to be backed up before its migrations run. It reads nothing but what every released schema has, and
    /// knows no portals.
    static func openUnmigrated(_ settings: Settings) async throws -> Program {
        try prepareFolder(settings, creating: false)
        let database = try await connect(settings.databaseAddress, settings, schema: nil, .command)
        let keys = try await connect(settings.keysAddress, settings, schema: settings[.keys] == nil ? "caunoi_keys" : nil, .command)
        let nobody = NetworkDirectory(SiteTree(version: 0, sites: []))
        return try await assemble(settings, database, keys, Self.logger(settings, label: "caunoi"), .command, nobody)
    }

    /// - Parameter known: the portals; nil: as the database has them.
    private static func assemble(
        _ settings: Settings,
        _ database: any Database,
        _ keys: any Database,
        _ logger: Logger,
        _ role: SQLiteDatabase.Role,
        _ known: NetworkDirectory? = nil
    ) async throws -> Program {
        let clock = Clock.system
        let holder = "\(ProcessInfo.processInfo.hostName), process \(ProcessInfo.processInfo.processIdentifier)"
        let lease = try await NodeLease.take(from: database, holder: holder, clock: clock)
        let keyring = Keyring(database: keys, clock: clock)
        let kinds = Features.kinds
        let access = Access(
            database: database,
            safe: try await KeySafe.open(keys, clock: clock),
            hasher: try PasswordHasher(),
            clock: clock,
            ids: lease.ids
        )
        let directory: NetworkDirectory
        if let known { directory = known } else { directory = try await NetworkDirectory.load(from: database, clock: clock) }
        let publishing = Publisher(database: database, keyring: keyring, kinds: kinds, clock: clock, ids: lease.ids) {
            directory.tree.site(host: $0) != nil
        }
        let (files, objects) = try settings.fileStore(clock)
        let replica = role == .server ? try ReplicaParts.open(settings, beside: database, logger: logger) : nil
        let pages: any Database = if let replica { replica.reads } else { database }
        let renditions = RenditionStore(folder: "\(settings.dataFolder)/derived", megabytes: settings.derivedMegabytes, logger: logger)
        return Program(
            settings: settings,
            database: database,
            keys: keys,
            keyring: keyring,
            access: access,
            directory: directory,
            lease: lease,
            kinds: kinds,
            publishing: publishing,
            replica: replica,
            reader: Reader(database: pages, keyring: keyring, kinds: kinds),
            files: FilesWithRenditions(files, renditions),
            objects: objects,
            renditions: renditions,
            clock: clock,
            logger: logger
        )
    }

    func close() async {
        try? await lease.release()
        await objects?.close()
        await replica?.close()
        await database.close()
        await keys.close()
    }

    /// Opens, runs, closes: what a command does.
    static func with<T: Sendable>(
        _ settings: Settings,
        as role: SQLiteDatabase.Role = .command,
        creating: Bool = false,
        _ body: (Program) async throws -> T
    ) async throws -> T {
        let program = try await open(settings, as: role, creating: creating)
        do {
            let value = try await body(program)
            await program.close()
            return value
        } catch {
            await program.close()
            throw error
        }
    }

    static func connect(_ address: String, _ settings: Settings, schema: String?, _ role: SQLiteDatabase.Role) async throws -> any Database {
        if address.hasPrefix("sqlite:") { return try SQLiteDatabase(path: String(address.dropFirst("sqlite:".count)), role: role) }
        var place = try PostgresAddress(address, password: settings.databasePassword(), schema: schema)
        place.connections = settings.databaseConnections
        let database = PostgresDatabase(place, logger: logger(settings, label: "caunoi.store"))
        if schema != nil { try await database.createSchema() }
        return database
    }

    private static func prepareFolder(_ settings: Settings, creating: Bool) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: settings.dataFolder, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw UsageFault("'\(settings.dataFolder)' is not a folder; choose another with --data") }
            return
        }
        guard creating else {
            throw UsageFault(
                "there is no installation in '\(settings.dataFolder)' yet; make one with 'caunoi init' or 'caunoi demo', or name its folder with --data"
            )
        }
        do {
            try FileManager.default.createDirectory(
                atPath: settings.dataFolder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750]
            )
        } catch {
            throw UsageFault("the folder '\(settings.dataFolder)' cannot be made; check the path and its permissions")
        }
    }

    static func logger(_ settings: Settings, label: String) -> Logger {
        let level = settings.logLevel
        return Logger(label: label) { LogLines(label: $0, level: level) }
    }
}

extension String {
    /// A database address as it may be shown.
    var withoutPassword: String {
        guard let scheme = range(of: "://"), let at = self[scheme.upperBound...].firstIndex(of: "@"),
            let colon = self[scheme.upperBound..<at].firstIndex(of: ":")
        else { return self }
        return self[..<colon] + ":…" + self[at...]
    }
}
