import Foundation
public import Store
public import StorePostgres
import StoreSQLite

/// A place where databases can be opened, several times over: two nodes, a restart.
public struct BackendPlace: Sendable {
    public let backend: Backend
    /// SQLite: the file. PostgreSQL: the schema.
    public let name: String

    /// Opens it as one more node. The caller closes it.
    public func open() async throws -> any Database {
        switch backend {
        case .sqlite: return try SQLiteDatabase(path: name)
        case .postgres:
            // Hundreds of tests run at once, each with several databases: the server's connections must go round.
            var address = try address()
            address.connections = 4
            return try await PostgresDatabase.open(address)
        }
    }

    /// PostgreSQL's address of this place.
    public func address() throws -> PostgresAddress {
        guard let url = Backend.postgresURL else { throw StoreFault.unreachable("CAUNOI_TEST_POSTGRES is not set") }
        return try PostgresAddress(url, schema: name)
    }

    /// The same place on the server that follows. The caller closes it.
    public func replica() throws -> any Database {
        guard let url = Backend.replicaURL else { throw StoreFault.unreachable("CAUNOI_TEST_REPLICA is not set") }
        var address = try PostgresAddress(url, schema: name)
        address.isReplica = true
        address.connections = 2
        return PostgresDatabase(address)
    }
}

/// Gives `body` an empty place and takes it away afterwards.
public func withPlace<T>(_ backend: Backend, _ body: (BackendPlace) async throws -> T) async throws -> T {
    switch backend {
    case .sqlite:
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(BackendPlace(backend: backend, name: folder.appendingPathComponent("caunoi.db").path))
    case .postgres:
        let place = BackendPlace(backend: .postgres, name: "test_\(UUID().uuidString.lowercased().prefix(13).replacing("-", with: ""))")
        var address = try place.address()
        address.connections = 1
        let keeper = try await PostgresDatabase.open(address)
        try await keeper.createSchema()
        let outcome: Result<T, any Error>
        do { outcome = .success(try await body(place)) } catch { outcome = .failure(error) }
        try await keeper.dropSchema()
        await keeper.close()
        return try outcome.get()
    }
}

/// Gives `body` a database of its own with `migrations` run, and takes it away afterwards.
public func withDatabase<T>(
    _ backend: Backend,
    migrations: [Migration] = [],
    _ body: (any Database) async throws -> T
) async throws -> T {
    try await withPlace(backend) { place in
        let database = try await place.open()
        do {
            if !migrations.isEmpty { try await Migrator(migrations).run(on: database) }
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}
