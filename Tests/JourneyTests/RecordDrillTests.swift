import Foundation
import PortalTesting
import PublicRecord
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

    @Test(
        "the key is changed: both sign, the entries say so, the new one leads, and older proofs stay true",
        .timeLimit(.minutes(10)),
        arguments: Backend.available
    )
    func rotated(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            func publish(_ number: Int) async throws {
                let news = try program.write(Program.lines(1, from: number), to: "tin-\(number).jsonl")
                #expect(try await program.run(["import", "news", news] + Program.importing).status == 0)
                _ = try await program.serve { reader in
                    // The entry of a key comes when the program has begun to serve.
                    for _ in 0..<100 where try reader.get("/log/1/checkpoint").status != 200 { try await Task.sleep(for: .milliseconds(50)) }
                    try await Task.sleep(for: .milliseconds(500))
                }
            }
            let signer = ["signer", "--origin", Program.host + "/log/1", "--folder", program.data + "/signer"]
            func keys() async throws -> [String] {
                try await program.run(signer + ["--show"]).output.split(separator: "\n").map(String.init).filter { $0.contains("/log/1+") }
            }
            try await publish(1)
            let first = try #require(try await keys().first)
            let proof = try program.write(try await program.run("log", "prove", "0").output, to: "cu.tlog-proof")
            #expect(try await program.run(signer + ["--retire"]).status == 2, "there is no second key")
            let added = try await program.run(signer + ["--rotate"])
            let second = try #require(added.output.split(separator: "\n").first.map(String.init))
            #expect(added.status == 0 && second != first)
            #expect(try await program.run(signer + ["--rotate"]).status == 2, "one after the other")
            #expect(try await program.run(signer + ["--retire", "--early"]).status == 2, "no head has its signature yet")
            try await publish(2)
            for key in [first, second] { #expect(try await program.run("log", "verify", "--json").status == 0, "\(key)") }
            let mirror = program.folder + "/guong"
            #expect(try await program.run("log", "mirror", mirror).status == 0)
            for key in [first, second] {
                let verified = try await program.run("log", "verify", mirror, "--key", key)
                #expect(verified.status == 0, "\(verified.output)\(verified.said)")
            }
            #expect(try await Self.keyEntries(mirror).map { [$0["part"] as? String, $0["key"] as? String] } == [["added", second]])
            #expect(try await program.run(signer + ["--retire"]).said.contains("30 days"))
            let retired = try await program.run(signer + ["--retire", "--early"])
            #expect(retired.status == 0, "\(retired.said)")
            #expect(try await keys() == [second])
            try await publish(3)
            let whole = try await program.run("log", "verify", "--json")
            #expect(whole.status == 0, "\(whole.said)")
            #expect(try await program.run("log", "mirror", mirror, "--key", second).status == 0)
            #expect(try await program.run("log", "verify", mirror, "--key", first).status == 1, "the old key signs no longer")
            #expect(try await Self.keyEntries(mirror).map { $0["part"] as? String } == ["added", "retired"])
            // What was proven under the old key stays proven.
            let old = try ProofFile(parsing: Array(try Data(contentsOf: URL(fileURLWithPath: proof))))
            #expect(try PageProof.verify(old, policy: WitnessPolicy(log: VerifierKey(first))).index == 0)
            _ = try await Self.adopt(program, expecting: 0)
        }
    }

    /// What a copy's entries say of keys.
    private static func keyEntries(_ mirror: String) async throws -> [[String: Any]] {
        let head = try Checkpoint(SignedNote(parsing: Array(try Data(contentsOf: URL(fileURLWithPath: mirror + "/checkpoint")))).text)
        var found: [[String: Any]] = []
        for number in 0...(head.size - 1) >> 8 {
            let bundle = try #require(TileID.at(size: head.size, level: nil, index: number))
            for entry in try EntryBundle.decode(Array(try Data(contentsOf: URL(fileURLWithPath: "\(mirror)/\(bundle.path)"))), count: bundle.width) {
                let object = try JSONSerialization.jsonObject(with: Data(entry)) as? [String: Any]
                if object?["op"] as? String == "key", let object { found.append(object) }
            }
        }
        return found
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
