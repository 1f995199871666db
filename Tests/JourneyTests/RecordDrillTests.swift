import Foundation
import PortalTesting
import Store
import StoreSQLite
import Testing

/// What docs/operating/record.md tells an operator to do, done with the real program.
@Suite("Drills of the record")
struct RecordDrillTests {
    private static func adopt(_ program: Program, expecting status: Int32, line: Int = #line) async throws -> Program.Outcome {
        let outcome = try await program.run("log", "adopt")
        #expect(outcome.status == status, "line \(line): \(outcome.said)")
        return outcome
    }

    @Test("yesterday's database: frozen, recovered from a mirror, verified, and it goes on", .timeLimit(.minutes(10)))
    func restored() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            func publish(_ first: Int, _ count: Int) async throws {
                let news = try program.write(Program.lines(count, from: first), to: "tin-\(first).jsonl")
                #expect(try await program.run(["import", "news", news] + Program.importing).status == 0)
            }
            let mirror = program.folder + "/guong"
            let (live, kept) = (program.data + "/caunoi.db", program.folder + "/hom-qua.db")
            try await publish(1, 5)
            _ = try await Self.adopt(program, expecting: 0)
            try await Self.copy(live, to: kept)
            try await publish(101, 4)
            _ = try await Self.adopt(program, expecting: 0)
            #expect(try await program.run("log", "mirror", mirror).status == 0)
            let whole = try await program.run("log", "verify", mirror, "--json")
            #expect(whole.status == 0, "\(whole.said)")
            let size = try #require(try whole.object()["size"] as? Int)

            // The disk is lost; the backup of yesterday comes back. The signer remembers.
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: live + suffix) }
            try FileManager.default.removeItem(atPath: live)
            for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: kept + suffix) {
                try FileManager.default.copyItem(atPath: kept + suffix, toPath: live + suffix)
            }
            let frozen = try await Self.adopt(program, expecting: 2)
            #expect(frozen.said.contains("older than the record"), "\(frozen.said)")
            let news = try program.write(Program.lines(1, from: 900), to: "tin-900.jsonl")
            #expect(try await program.run(["import", "news", news] + Program.importing).status != 0, "nothing is published while it is frozen")
            #expect(try await program.run("log", "recover", "--from", program.folder + "/khong-co").status == 2)
            let recovered = try await program.run("log", "recover", "--from", mirror, "--json")
            #expect(recovered.status == 0, "\(recovered.said)")
            let answer = try recovered.object()
            #expect(answer["size"] as? Int == size && (answer["withoutText"] as? [Any])?.count == 4, "\(answer)")
            _ = try await Self.adopt(program, expecting: 0)
            let verified = try await program.run("log", "verify", "--json")
            #expect(try verified.status == 0 && verified.object()["size"] as? Int == size, "\(verified.said)")
            try await publish(201, 1)
            _ = try await Self.adopt(program, expecting: 0)
            #expect(try await program.run("log", "mirror", mirror).status == 0, "the log that was copied goes on")
            let proof = try await program.run("log", "prove", "\(size)")
            #expect(proof.status == 0 && proof.output.hasPrefix("c2sp.org/tlog-proof@v1\n"))
            #expect(try await program.run("log", "prove", "99999").status == 2)
            // A changed file of the mirror is found.
            let bundle = try #require(
                FileManager.default.enumerator(atPath: mirror + "/tile/entries")?.compactMap { $0 as? String }.first { $0.contains(".p/") }
            )
            var bytes = try Data(contentsOf: URL(fileURLWithPath: mirror + "/tile/entries/" + bundle))
            bytes[40] ^= 1
            try bytes.write(to: URL(fileURLWithPath: mirror + "/tile/entries/" + bundle))
            #expect(try await program.run("log", "verify", mirror).status == 1)
        }
    }

    @Test("a lost guard file: frozen, and adopted from the head that was published", .timeLimit(.minutes(10)), arguments: Backend.available)
    func guardLost(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let news = try program.write(Program.lines(2), to: "tin.jsonl")
            #expect(try await program.run(["import", "news", news] + Program.importing).status == 0)
            _ = try await Self.adopt(program, expecting: 0)
            try FileManager.default.removeItem(atPath: program.data + "/signer/guard")
            #expect(try await Self.adopt(program, expecting: 2).said.contains("guard file"))
            let signer = ["signer", "--origin", Program.host + "/log/1", "--folder", program.data + "/signer", "--adopt-head"]
            let wrong = try program.write("anson.test/log/1\n1\nrubbish\n", to: "sai")
            #expect(try await program.run(signer + [wrong]).status == 2)
            let adopted = try await program.run(signer + [program.data + "/record/checkpoint"])
            #expect(adopted.status == 0, "\(adopted.said)")
            #expect(try await program.run("log", "thaw").status == 0)
            _ = try await Self.adopt(program, expecting: 0)
            // Frozen by a person, and let go on.
            #expect(try await program.run("log", "freeze", "Kiểm tra").status == 0)
            #expect(try await Self.adopt(program, expecting: 2).said.contains("Kiểm tra"))
            #expect(try await program.run("log", "thaw").status == 0)
            _ = try await Self.adopt(program, expecting: 0)
        }
    }

    /// A whole copy of a database that nobody has open.
    private static func copy(_ path: String, to other: String) async throws {
        let database = try SQLiteDatabase(path: path)
        try await database.write { db in _ = try db.execute("UPDATE record_head SET held_until = 0") }
        await database.close()
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: other + suffix)
        }
    }
}
