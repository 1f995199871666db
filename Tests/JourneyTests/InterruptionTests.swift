import Foundation
import PortalTesting
import Store
import StorePostgres
import StoreSQLite
import Subprocess
import Testing

@Suite("Programs that are killed")
struct InterruptionTests {
    /// `kill -9` in the middle of an import; the next run ends with every line once, and nothing is damaged.
    @Test(.timeLimit(.minutes(15)), arguments: Backend.available)
    func importGoesOn(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let count = 20_000
            let news = try program.write(Program.lines(count), to: "tin.jsonl")
            let place = Watch(program, backend)
            var kills = 0
            for seconds in [1, 2] {
                let status = try await program.kill(["import", "news", news, "--quiet"] + Program.importing, afterProcessorSeconds: seconds)
                if case .signaled = status { kills += 1 }
            }
            try #require(kills > 0, "the import was faster than the hand that kills it")
            let between = try await place.listed()
            #expect(between > 0 && between < count, "\(between)")
            let outcome = try await program.run(["import", "news", news, "--json"] + Program.importing)
            #expect(outcome.status == 0, "\(outcome.said)")
            let summary = try outcome.summary(of: news)
            #expect(summary["imported"] as? Int == count - between)
            #expect(summary["resumedAtLine"] as? Int == between)
            #expect(try await place.listed() == count)
            #expect(try await place.items() == count, "nothing twice")
            #expect(try await place.acts() == 1, "one act for all of it")
            let doctor = try await program.run("doctor", "--json")
            #expect(doctor.status == 0, "\(doctor.output)")
        }
    }

    /// A server that is killed leaves nothing behind that the next one stumbles over.
    @Test(.timeLimit(.minutes(15)), arguments: Backend.available)
    func serverStartsAgain(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let port = try FreePort.find(), admin = try FreePort.find()
            let reader = Reader(port: port, admin: admin)
            let arguments = ["serve", "--listen", "127.0.0.1:\(port)", "--admin", "127.0.0.1:\(admin)", "--log-level", "error"]
            _ = try await program.kill(arguments) { (try? reader.get("/"))?.status == 200 }
            let stopped = try await program.serve { reader in
                let status = try reader.get("/").status
                #expect(status == 200)
            }
            #expect(stopped.status == .exited(0), "\(stopped.said)")
        }
    }
}

/// Looks into an installation's database from beside.
private struct Watch: Sendable {
    let program: Program
    let backend: Backend

    init(_ program: Program, _ backend: Backend) { (self.program, self.backend) = (program, backend) }

    func listed() async throws -> Int { try await count("SELECT COALESCE(max(n), 0) FROM listing_count WHERE list = 'all'") }
    func items() async throws -> Int { try await count("SELECT count(*) FROM item WHERE kind = 'news'") }
    func acts() async throws -> Int { try await count("SELECT count(*) FROM act WHERE kind = 'import'") }

    private func count(_ sql: SQL) async throws -> Int {
        let database = try await open()
        do {
            let value = try await database.read { try $0.value(sql, as: Int.self) ?? 0 }
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }

    private func open() async throws -> any Database {
        guard let url = program.environment["CAUNOI_DATABASE"] else { return try SQLiteDatabase(path: program.data + "/caunoi.db") }
        return try await PostgresDatabase.open(try PostgresAddress(url))
    }
}
