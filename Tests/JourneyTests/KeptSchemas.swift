import Foundation
import PortalTesting
import Store
import StorePostgres
import StoreSQLite
import Subprocess
import Testing

/// A small database of a version that was released, as `script/keep-schema` wrote it.
struct KeptSchema: Sendable, CustomTestStringConvertible {
    let version: String
    let backend: Backend

    var testDescription: String { "\(version), \(backend)" }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/schemas")

    /// Each on every engine there is.
    static let all: [KeptSchema] = {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return versions.filter { !$0.hasPrefix(".") }.sorted().flatMap { version in
            Backend.available.map { KeptSchema(version: version, backend: $0) }
        }
    }()

    /// Lays it into an empty place.
    func lay(into program: Program) async throws {
        try FileManager.default.createDirectory(atPath: program.data, withIntermediateDirectories: true)
        for (kind, setting, file) in [("", "CAUNOI_DATABASE", "caunoi.db"), ("-keys", "CAUNOI_KEYS", "keys.db")] {
            let text = Self.folder.appendingPathComponent("\(version)/\(backend)\(kind).sql").path
            switch backend {
            case .sqlite:
                let reading = "import sqlite3, sys; sqlite3.connect(sys.argv[2]).executescript(open(sys.argv[1], encoding='utf-8').read())"
                try await Self.run("python3", ["-c", reading, text, program.data + "/" + file])
            case .postgres:
                let url = try #require(program.environment[setting])
                try await Self.run("psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", "--file", text, url])
            }
        }
    }

    private static func run(_ name: String, _ arguments: [String]) async throws {
        let done = try await Subprocess.run(
            .name(name),
            arguments: Arguments(arguments),
            output: .discarded,
            error: .string(limit: 1 << 16)
        )
        try #require(done.terminationStatus.isSuccess, "\(name): \(done.standardError)")
    }
}

extension Program {
    /// Opens the database of its content beside it. The caller closes it.
    func content() async throws -> any Database {
        guard let url = environment["CAUNOI_DATABASE"] else { return try SQLiteDatabase(path: data + "/caunoi.db") }
        var address = try PostgresAddress(url)
        address.connections = 1
        return try await PostgresDatabase.open(address)
    }

    /// Changes it as somebody with the password can.
    func change(_ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
        let database = try await content()
        do { try await database.write(body) } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    /// As it was before its last migration: that of the hub, which only made tables of its own.
    func takeBackAStep() async throws {
        try await change { db in
            for statement: SQL in [
                "DROP TABLE hub_subscription", "DROP TABLE hub_request", "DROP TABLE hub_topic", "DROP TABLE hub_cursor",
                "DELETE FROM schema_migration WHERE number = 1230",
            ] { try db.execute(statement) }
        }
    }
}
