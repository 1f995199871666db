import Foundation
import PortalTesting
import Store
import StorePostgres
import Subprocess
import Testing

@testable import Backup

/// Where a journey keeps its backups, and where it gives them back.
struct BackupPlaces {
    let program: Program
    let identity: String
    let recipient: String

    var data: String { program.folder + "/sao-luu" }
    var keys: String { program.folder + "/sao-luu-khoa" }
    /// Where both halves go, as the flags of a command.
    var places: [String] { [data, "--backup-keys", keys] }
    var making: [String] { ["backup"] + places + ["--recipient", recipient] }
    var reading: [String] { places + ["--identity", identity] }

    init(_ program: Program, key name: String = "khoa") async throws {
        self.program = program
        identity = program.folder + "/" + name
        let made = try await program.run("backup", "keygen", identity)
        try #require(made.status == 0, "\(made.said)")
        recipient = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func backUp(_ more: String...) async throws -> [String: Any] {
        let outcome = try await program.run(making + more + ["--json"])
        try #require(outcome.status == 0, "\(outcome.said)\(outcome.output)")
        return try outcome.object()
    }

    /// An empty place of the same kind: a folder, and with PostgreSQL a database with the same two schemas, empty. Taken away afterwards.
    func withEmptyPlace(_ body: (Program) async throws -> Void) async throws {
        let folder = program.folder + "/noi-khac-" + UUID().uuidString.prefix(8).lowercased()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard let url = program.environment["CAUNOI_DATABASE"], let keysURL = program.environment["CAUNOI_KEYS"] else {
            return try await body(Program(folder: folder, environment: ["CAUNOI_DATA": folder + "/var"]))
        }
        let base = try #require(Backend.postgresURL)
        let name = "thu_" + UUID().uuidString.prefix(8).lowercased()
        let plain = base.prefix { $0 != "?" }
        let empty = plain[...(try #require(plain.lastIndex(of: "/")))] + name + base.dropFirst(plain.count)
        try await Self.tool("createdb", ["--maintenance-db=\(base)", name])
        let outcome: Result<Void, any Error>
        do {
            func place(_ url: String) async throws -> String {
                let schema = try #require(url.components(separatedBy: "search_path%3D").last)
                let opened = PostgresDatabase(try PostgresAddress(String(empty), schema: schema))
                try await opened.createSchema()
                await opened.close()
                return empty + (empty.contains("?") ? "&" : "?") + "options=-csearch_path%3D" + schema
            }
            outcome = .success(
                try await body(
                    Program(
                        folder: folder,
                        environment: ["CAUNOI_DATA": folder + "/var", "CAUNOI_DATABASE": place(url), "CAUNOI_KEYS": place(keysURL)]
                    )
                )
            )
        } catch { outcome = .failure(error) }
        try await Self.tool("dropdb", ["--maintenance-db=\(base)", "--force", name])
        try outcome.get()
    }

    /// Where a set is tried: with PostgreSQL an empty database.
    func withScratch(_ body: ([String]) async throws -> Void) async throws {
        guard program.environment["CAUNOI_DATABASE"] != nil else { return try await body([]) }
        let base = try #require(Backend.postgresURL)
        let name = "thu_" + UUID().uuidString.prefix(8).lowercased()
        let plain = base.prefix { $0 != "?" }
        let empty = plain[...(try #require(plain.lastIndex(of: "/")))] + name + base.dropFirst(plain.count)
        try await Self.tool("createdb", ["--maintenance-db=\(base)", name])
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(["--scratch-database", String(empty)])) } catch { outcome = .failure(error) }
        try await Self.tool("dropdb", ["--maintenance-db=\(base)", "--force", name])
        try outcome.get()
    }

    private static func tool(_ name: String, _ arguments: [String]) async throws {
        let result = try await Subprocess.run(
            .name(name),
            arguments: Arguments(arguments),
            output: .discarded,
            error: .string(limit: 1 << 16)
        )
        try #require(result.terminationStatus.isSuccess, "\(name): \(result.standardError)")
    }

    /// Everything below a folder, names too.
    static func files(_ folder: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for case let name as String in FileManager.default.enumerator(atPath: folder) ?? FileManager.DirectoryEnumerator() {
            bytes += Array(name.utf8) + (FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) } ?? [])
        }
        return bytes
    }
}
