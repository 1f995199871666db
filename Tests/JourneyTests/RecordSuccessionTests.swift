import Foundation
import PortalTesting
import PublicRecord
import Store
import StorePostgres
import StoreSQLite
import Testing

/// A log that nothing helps ends, and the next one begins (docs/operating/record.md), done with the real program.
@Suite("A new log, when nothing else helps")
struct RecordSuccessionTests {
    static let succeed = [
        "log", "succeed", "--reason", "Ổ đĩa hỏng, bản sao lưu cũ hơn sổ.", "--as", "bien-tap", "--confirmed-by", "tong-bien-tap",
    ]

    private static func publish(_ program: Program, _ first: Int, _ count: Int) async throws {
        let news = try program.write(Program.lines(count, from: first), to: "tin-\(first).jsonl")
        let outcome = try await program.run(["import", "news", news] + Program.importing)
        #expect(outcome.status == 0, "\(outcome.said)")
    }

    private static func adopt(_ program: Program, expecting status: Int32 = 0, line: Int = #line) async throws -> Program.Outcome {
        let outcome = try await program.run("log", "adopt")
        #expect(outcome.status == status, "line \(line): \(outcome.said)")
        return outcome
    }

    /// The keys of a log, as its signer says them.
    private static func key(_ program: Program, _ log: Int) async throws -> VerifierKey {
        let shown = try await program.run("signer", "--origin", "\(Program.host)/log/\(log)", "--folder", program.data + "/signer", "--show")
        #expect(shown.status == 0, "\(shown.said)")
        return try VerifierKey(String(try #require(shown.output.split(separator: "\n").first)))
    }

    private static func proof(_ program: Program, _ index: Int) async throws -> ProofFile {
        let outcome = try await program.run("log", "prove", "\(index)")
        #expect(outcome.status == 0, "\(outcome.said)")
        return try ProofFile(parsing: Array(outcome.output.utf8))
    }

    private static func verified(_ program: Program, _ more: String..., expecting status: Int32 = 0, line: Int = #line) async throws -> [String: Any]
    {
        let outcome = try await program.run(["log", "verify", "--json"] + more)
        #expect(outcome.status == status, "line \(line): \(outcome.output)\(outcome.said)")
        return try outcome.object()
    }

    @Test(
        "entries are lost for good: the old log stays and its proofs hold, the new one has what is left and goes on",
        .timeLimit(.minutes(10)),
        arguments: Backend.available
    )
    func lost(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            try await Self.publish(program, 1, 3)
            _ = try await Self.adopt(program)
            let yesterday = try Yesterday(program)
            try await yesterday.keep()
            let held = try #require(try await Self.verified(program)["size"] as? Int)
            try await Self.publish(program, 101, 2)
            _ = try await Self.adopt(program)
            let size = try #require(try await Self.verified(program)["size"] as? Int)
            let (first, lost) = (try await Self.proof(program, held - 1), try await Self.proof(program, size - 1))
            let old = try await Self.key(program, 1)
            let notFrozen = try await program.run(Self.succeed + ["--yes"])
            #expect(notFrozen.status == 2 && notFrozen.said.contains("is not frozen"), "\(notFrozen.said)")

            try await yesterday.restore()
            #expect(try await Self.adopt(program, expecting: 2).said.contains("older than the record"))
            #expect(try await program.run("log", "succeed", "--reason", "x", "--yes").said.contains("two people"))
            #expect(try await program.run(Self.succeed.dropLast() + ["bien-tap", "--yes"]).status == 2, "one person is not two")
            let planned = try await program.run(Self.succeed)
            #expect(planned.status == 2 && planned.said.contains("nothing was done") && planned.said.contains("(\(size - held))"), "\(planned.said)")
            #expect(try await Self.adopt(program, expecting: 2).said.contains("older than the record"))

            let done = try await program.run(Self.succeed + ["--yes", "--json"])
            #expect(done.status == 0, "\(done.said)")
            let answer = try done.object()
            #expect(
                answer["size"] as? Int == size && answer["held"] as? Int == held && answer["origin"] as? String == Program.host + "/log/2",
                "\(answer)"
            )
            #expect(answer["entries"] as? Int == held + 1, "\(answer)")
            #expect(try await program.run(Self.succeed + ["--yes"]).said.contains("nothing of it is signed yet"))
            _ = try await Self.adopt(program)
            #expect(try await program.run(Self.succeed + ["--yes"]).said.contains("is not frozen"))
            #expect(
                try await program.run("signer", "--origin", "\(Program.host)/log/1", "--folder", program.data + "/signer", "--show").said.contains(
                    "ended"
                )
            )

            // The new log: its first entry names the old one's last head, and what is left stands behind it.
            let new = try await Self.key(program, 2)
            #expect(new.key != old.key)
            let begin = try await Self.proof(program, 0)
            #expect(try PageProof.verify(begin, policy: WitnessPolicy(log: new)).index == 0)
            guard case .entry(let notice) = try RecordEntry.read(try #require(begin.extra)) else { throw EntryFault.notAnObject }
            let head = try Checkpoint(lost.note.text)
            #expect(
                notice.op == .notice && notice.origin == old.name && notice.index == Int64(size) && notice.root == head.root
                    && notice.why == "entries-lost"
            )
            #expect(try await Self.proof(program, held).extra == first.extra, "an entry of an item that has no other before it is the same")
            #expect(try await Self.verified(program)["size"] as? Int == held + 1)
            try await Self.publish(program, 201, 2)
            _ = try await Self.adopt(program)
            let now = try #require(try await Self.verified(program)["size"] as? Int)
            #expect(now > held + 2)
            #expect(try PageProof.verify(try await Self.proof(program, now - 1), policy: WitnessPolicy(log: new)).index == Int64(now - 1))

            // The old log: proofs made before hold, what is left verifies, what was lost is said.
            #expect(try PageProof.verify(first, policy: WitnessPolicy(log: old)).index == Int64(held - 1))
            #expect(try PageProof.verify(lost, policy: WitnessPolicy(log: old)).index == Int64(size - 1))
            let left = try await Self.verified(program, "--log", "1", expecting: 1)
            #expect(left["size"] as? Int == held && (left["fault"] as? String)?.contains("were lost") == true, "\(left)")
            let copy = try await program.run("log", "mirror", program.folder + "/guong-cu", "--log", "1")
            #expect(copy.status == 1 && copy.said.contains("ended on") && copy.said.contains(new.text), "\(copy.said)")
            let other = try await program.run("log", "mirror", program.folder + "/guong-moi")
            #expect(other.status == 0, "\(other.said)")

            guard case .entry(let item) = try RecordEntry.read(try #require(first.extra)), let id = item.id else { throw EntryFault.notAnObject }
            _ = try await program.serve { reader in
                for _ in 0..<100 where try reader.get("/log/2/checkpoint").status != 200 { try await Task.sleep(for: .milliseconds(50)) }
                #expect(try reader.get("/log/2/checkpoint").body.hasPrefix(new.name + "\n"))
                #expect(try reader.get("/log/1/checkpoint").body == String(decoding: lost.note.bytes, as: UTF8.self))
                let end = try reader.get("/log/1/end")
                #expect(LogEndingText(end.body).next == new.name, "\(end.body)")
                #expect(try reader.get("/log/1/tile/entries/000.p/\(held)").status == 200)
                #expect(try reader.get("/log/1/tile/0/000.p/\(held)").status == 200)
                let gone = try reader.get("/log/1/tile/entries/000.p/\(size)")
                #expect(gone.status == 404 && gone.body.contains("were lost"), "\(gone.body)")
                #expect(try reader.get("/log/1/o/\(item.commit?.hex ?? "")").status == 200)
                #expect(try reader.get("/log/2/o/\(item.commit?.hex ?? "")").status == 200)
                #expect(try reader.get("/log/3/checkpoint").status == 404)
                let ask = try reader.get("/kiem-chung")
                #expect(ask.body.contains("tiếp nối") && ask.body.contains("Ổ đĩa hỏng") && ask.body.contains("/log/1/checkpoint"), "\(ask.body)")
                let page = try reader.get("/kiem-chung/\(id)")
                #expect(page.body.contains("/log/2/checkpoint") && page.body.contains("tiếp nối"))
                // On paper from before: the index is the old log's.
                #expect(try reader.get("/kiem-chung/\(id)?ix=\(held - 1)&log=\(old.name)").body.contains("bản mới nhất"))
                #expect(try reader.get("/kiem-chung/\(id)?ix=\(held)&log=\(new.name)").body.contains("bản mới nhất"))
                #expect(try reader.get("/kiem-chung/\(id)?ix=\(held)&log=\(old.name)").body.contains("phần sổ đã mất"))
                #expect(try reader.get("/kiem-chung/\(id)?ix=0&log=\(new.name)").body.contains("có thể đã bị sửa"))
                let article = try reader.get(try #require(reader.get("/tin/\(id)").field("location")))
                #expect(article.status == 200 && article.body.contains("data-ix=\"\(held)\""))
                #expect(try reader.getAdmin("/healthz/ready").status == 200)
            }
        }
    }

    @Test(
        "nothing is lost: killed in the middle it is the old log or the new one; then the key is lost, and a third begins",
        .timeLimit(.minutes(10)),
        arguments: Backend.available
    )
    func killed(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            try await Self.publish(program, 1, 4)
            _ = try await Self.adopt(program)
            let size = try #require(try await Self.verified(program)["size"] as? Int)
            #expect(try await program.run("log", "freeze", "Kiểm tra").status == 0)
            let ended = program.data + "/signer/ended"
            // Between the signer's files and the database.
            _ = try await program.kill(Self.succeed + ["--yes"]) { FileManager.default.fileExists(atPath: ended) }
            let again = try await program.run(Self.succeed + ["--yes"])
            #expect(again.status == 0 || again.said.contains("nothing of it is signed yet"), "\(again.said)")
            _ = try await Self.adopt(program)
            #expect(try await Self.verified(program)["size"] as? Int == size + 1)
            let old = try await Self.verified(program, "--log", "1")
            #expect(old["size"] as? Int == size && old["fault"] == nil)
            #expect(try await program.run("log", "mirror", program.folder + "/guong", "--log", "1").status == 0)
            #expect(try await program.run("log", "verify", program.folder + "/guong").status == 0)

            // What is left when its files were being put away.
            #expect(try await program.run("log", "freeze", "Kiểm tra").status == 0)
            let before = try Data(contentsOf: URL(fileURLWithPath: ended))
            try (before + Data("ending \(Program.host)/log/2\n".utf8)).write(to: URL(fileURLWithPath: ended))
            try FileManager.default.moveItem(atPath: program.data + "/signer/key", toPath: program.data + "/signer/key.log-2")
            let waiting = try await program.run("signer", "--origin", "\(Program.host)/log/3", "--folder", program.data + "/signer", "--show")
            #expect(waiting.status == 2 && waiting.said.contains("log succeed"), "\(waiting.said)")
            #expect(try await program.run("log", "thaw").status == 0)
            #expect(try await Self.adopt(program, expecting: 2).said.contains("ended here"))
            // The key is lost with its folder.
            try FileManager.default.removeItem(atPath: program.data + "/signer")
            let third = try await program.run(Self.succeed + ["--key-lost", "--yes", "--json"])
            #expect(try third.status == 0 && third.object()["origin"] as? String == Program.host + "/log/3", "\(third.said)")
            _ = try await Self.adopt(program)
            try await Self.publish(program, 301, 1)
            _ = try await Self.adopt(program)
            #expect(try #require(try await Self.verified(program)["size"] as? Int) > size + 2)
            #expect(try await Self.verified(program, "--log", "2")["size"] as? Int == size + 1)
            #expect(try await program.run("log", "verify", "--log", "3").said.contains("no log 3"))
        }
    }
}

/// The little of `end` that the test looks at.
private struct LogEndingText {
    let next: String

    init(_ text: String) {
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        next = object?["next"] as? String ?? ""
    }
}

/// The database as it was once, put back later: what a restored backup is.
private struct Yesterday {
    let program: Program
    private var file: String { program.data + "/caunoi.db" }
    private var kept: String { program.folder + "/hom-qua.db" }

    init(_ program: Program) throws { self.program = program }

    func keep() async throws {
        guard program.environment["CAUNOI_DATABASE"] != nil else {
            let database = try SQLiteDatabase(path: file)
            try await database.write { db in _ = try db.execute("UPDATE record_head SET held_until = 0") }
            await database.close()
            for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: file + suffix) {
                try FileManager.default.copyItem(atPath: file + suffix, toPath: kept + suffix)
            }
            return
        }
        try await execute(
            """
            DO $do$ DECLARE one record; BEGIN
                EXECUTE format('CREATE SCHEMA %I', current_schema() || '_kept');
                FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() LOOP
                    EXECUTE format('CREATE TABLE %I.%I AS TABLE %I.%I', current_schema() || '_kept', one.name, current_schema(), one.name);
                END LOOP;
            END $do$
            """
        )
    }

    func restore() async throws {
        guard program.environment["CAUNOI_DATABASE"] != nil else {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + suffix) }
            for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: kept + suffix) {
                try FileManager.default.copyItem(atPath: kept + suffix, toPath: file + suffix)
            }
            return
        }
        try await execute(
            """
            DO $do$ DECLARE one record; BEGIN
                SET LOCAL session_replication_role = replica;
                FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() LOOP
                    EXECUTE format('DELETE FROM %I.%I', current_schema(), one.name);
                    EXECUTE format('INSERT INTO %I.%I SELECT * FROM %I.%I', current_schema(), one.name, current_schema() || '_kept', one.name);
                END LOOP;
                EXECUTE format('DROP SCHEMA %I CASCADE', current_schema() || '_kept');
            END $do$
            """
        )
    }

    private func execute(_ sql: SQL) async throws {
        let url = try #require(program.environment["CAUNOI_DATABASE"])
        let database = try await PostgresDatabase.open(try PostgresAddress(url))
        try await database.write { db in _ = try db.execute(sql) }
        await database.close()
    }
}
