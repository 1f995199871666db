import Foundation
import PortalTesting
import Store
import Testing

@Suite("From any earlier version's database to this one", .timeLimit(.minutes(15)))
struct UpgradeTests {
    private static func backup(_ program: Program) -> [String] {
        ["--backup", program.folder + "/backup", "--backup-keys", program.folder + "/backup-keys", "--unencrypted"]
    }

    @Test("a version that was released is kept")
    func isKept() { #expect(!KeptSchema.all.isEmpty) }

    @Test("its database is brought up to date by one command, is sound, and says what it said", arguments: KeptSchema.all)
    func kept(_ schema: KeptSchema) async throws {
        try await Program.with(schema.backend) { program in
            try await schema.lay(into: program)
            let look = try await program.run("upgrade", "--check", "--json")
            let waiting = try look.object()["pending"] as? [Any] ?? []
            #expect(look.status == (waiting.isEmpty ? 0 : 1), "\(look.said)")
            let done = try await program.run(["upgrade", "--json"] + Self.backup(program))
            #expect(done.status == 0, "\(done.said)")
            #expect(try done.object()["isDone"] as? Bool == true, "\(done.output)")
            #expect(try (done.object()["ran"] as? [Any])?.count == waiting.count)
            #expect(try await program.run("upgrade", "--check").status == 0, "twice is as good as once")

            let doctor = try await program.run("doctor")
            #expect(doctor.status == 0, "\(doctor.output)\(doctor.said)")
            let record = try await program.run("log", "verify")
            #expect(record.status == 0 && record.output.contains("sound"), "\(record.output)\(record.said)")
            let out = program.folder + "/out"
            #expect(try await program.run("export", out, "--site", "an-son").status == 0)
            let files = FileManager.default.enumerator(atPath: out)?.compactMap { $0 as? String } ?? []
            let text = files.compactMap { try? String(contentsOfFile: out + "/" + $0, encoding: .utf8) }.joined()
            for title in ["Bản tin giữ lại số 1", "Bản tin giữ lại số 2", "Bản tin giữ lại số 3", "Thủ tục cấp đổi giấy phép thế nào?"] {
                #expect(text.contains(title), "\(title)")
            }
            // It goes on: what is published now stands beside what was.
            let news = try program.write(Program.lines(1, from: 700), to: "moi.jsonl")
            let people = ["--as", "bien-tap", "--confirmed-by", "tong-bien-tap"]
            let imported = try await program.run(["import", "news", news, "--site", "an-son", "--section", "tin-tuc"] + people)
            #expect(imported.status == 0, "\(imported.said)")
            #expect(try await program.run("doctor").status == 0)
        }
    }

    @Test("a backup first, then what is missing, then how to go back; the set that was made is given back", arguments: Backend.available)
    func walk(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            #expect(try await program.run("upgrade").output.contains("up to date"), "nothing to do needs no backup")
            try await program.takeBackAStep()
            for command in [["site", "list"], ["serve"]] {
                let refused = try await program.run(command)
                #expect(refused.status == 2 && refused.said.contains("caunoi upgrade"), "\(command): \(refused.said)")
            }
            let check = try await program.run("upgrade", "--check", "--json")
            let said = try check.object()
            #expect(check.status == 1 && said["isDone"] as? Bool == false && said["olderProgramsGoOn"] as? Bool == false, "\(check.output)")
            let step = try #require((said["pending"] as? [[String: Any]])?.first)
            #expect(step["number"] as? Int == 1230 && step["store"] as? String == "database")

            let without = try await program.run("upgrade")
            #expect(without.status == 2 && without.output.isEmpty && without.said.contains("--without-backup"), "\(without.said)")
            let half = try await program.run("upgrade", "--backup", program.folder + "/backup")
            #expect(half.status == 2 && half.said.contains("--backup-keys"), "\(half.said)")
            #expect(try await program.run("upgrade", "--backup", "b", "--without-backup").status == 2)
            #expect(try await program.run("upgrade", "--check").status == 1, "nothing ran")

            let done = try await program.run(["upgrade"] + Self.backup(program))
            #expect(done.status == 0 && done.output.contains("ran database 1230"), "\(done.output)\(done.said)")
            #expect(done.output.contains("To go back:") && done.output.contains("caunoi restore"), "\(done.output)")
            #expect(done.said.contains("database 1/1  1230"), "\(done.said)")
            #expect(try await program.run("upgrade", "--check").status == 0)
            #expect(try await program.run("doctor").status == 0)

            let sets = try await program.run("backup", "list", program.folder + "/backup", "--json").list()
            let set = try #require(sets.first?["set"] as? String)
            #expect(sets.count == 1 && done.output.contains(set))
            // The set is of the schema before, so that the program of before takes it; this one brings it up to date again.
            try await Program.with(backend) { empty in
                let places = [program.folder + "/backup", "--backup-keys", program.folder + "/backup-keys"]
                let back = try await empty.run(["restore"] + places + ["--set", set, "--json"])
                if backend == .postgres {
                    // A set goes back into the schema of its name, which is taken here.
                    #expect(back.status == 2, "\(back.said)")
                    return
                }
                #expect(back.status == 0, "\(back.said)")
                #expect(try (back.object()["migrated"] as? [String])?.contains { $0.hasPrefix("1230 ") } == true, "\(back.output)")
                #expect(try await empty.run("site", "list", "--json").list().count == 2)
            }
        }
    }

    @Test("from several machines at once it runs once; while a node works it does not run", arguments: Backend.available)
    func atOnce(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            try await program.takeBackAStep()
            let holder = "nut-2, process 7"
            let later = Int64(Date().timeIntervalSince1970 * 1000) + 600_000
            try await program.change { db in
                try db.execute(
                    "INSERT INTO node_lease (node, token, holder, expires_at, high_water) VALUES (900, 1, \(holder), \(later), \(later))"
                )
            }
            let held = try await program.run("upgrade", "--without-backup")
            #expect(held.status == 2 && held.said.contains(holder) && held.said.contains("stop every node"), "\(held.said)")
            try await program.change { try $0.execute("UPDATE node_lease SET expires_at = 0 WHERE node = 900") }

            let ran = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        let done = try await program.run("upgrade", "--without-backup", "--json")
                        #expect(done.status == 0, "\(done.said)")
                        return try (done.object()["ran"] as? [Any])?.count ?? 0
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(ran == 1)
            #expect(try await program.run("doctor").status == 0)
        }
    }

    @Test("a program goes on with a database to which a newer one only added, and refuses any other in one line", arguments: Backend.available)
    func newer(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            try await program.change { db in
                try db.execute("INSERT INTO schema_migration (number, name, digest, applied_at) VALUES (98000, 'later', 'x', 0)")
                try db.execute("INSERT INTO schema_expansion (number) VALUES (98000)")
            }
            #expect(try await program.run("site", "list").status == 0)
            #expect(try await program.run("upgrade", "--check").status == 0)
            try await program.change { try $0.execute("DELETE FROM schema_expansion WHERE number = 98000") }
            for command in [["site", "list"], ["upgrade", "--check"], ["upgrade", "--without-backup"], ["serve"]] {
                let refused = try await program.run(command)
                #expect(refused.status == 2 && refused.said.contains("newer version"), "\(command): \(refused.said)")
                #expect(refused.said.split(separator: "\n").count == 1, "\(command): \(refused.said)")
            }
        }
    }

    @Test("where there is no installation it says so")
    func nowhere() async throws {
        try await Program.with(.sqlite) { program in
            let outcome = try await program.run("upgrade", "--check")
            #expect(outcome.status == 2 && outcome.said.contains("there is no installation"), "\(outcome.said)")
        }
    }
}
