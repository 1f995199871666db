import Foundation
import Glibc
import PortalTesting
import Store
import StoreSQLite
import Subprocess
import Testing

/// What an operator does wrong, and what the program answers: status 2 and one line that says what to do.
@Suite("Commands that cannot be done")
struct RefusalTests {
    private func expect(_ outcome: Program.Outcome, _ words: String..., about name: String = "") {
        #expect(outcome.status == 2, "\(name) \(outcome.said)")
        for word in words { #expect(outcome.said.contains(word), "\(name): no '\(word)' in: \(outcome.said)") }
        #expect(outcome.said.split(separator: "\n").last?.hasPrefix("caunoi: ") == true, "\(outcome.said)")
        #expect(!outcome.said.contains("Fatal") && !outcome.said.contains("StoreFault"), "\(outcome.said)")
    }

    @Test(arguments: [["serve"], ["site", "list"], ["doctor"], ["reindex"], ["user", "list"], ["import", "news", "x", "--site", "x"]])
    func noInstallation(command: [String]) async throws {
        try await Program.with(.sqlite) { program in
            let outcome = try await program.run(command)
            expect(outcome, "no installation", "caunoi init", about: "\(command)")
            #expect(outcome.said.split(separator: "\n").count == 1)
            #expect(!FileManager.default.fileExists(atPath: program.data), "looking makes nothing")
        }
    }

    @Test(arguments: [["bay"], ["site", "bay"], ["serve", "--lisen", "x"], ["site", "add"], ["demo", "--size", "to"], ["import"]])
    func wrongUsage(command: [String]) async throws {
        try await Program.with(.sqlite) { program in
            let outcome = try await program.run(command)
            #expect(outcome.status == 2 || command == ["import"], "\(command): \(outcome.status) \(outcome.said)")
            #expect(!(outcome.said + outcome.output).isEmpty)
        }
    }

    @Test func configurationNamesTheLine() async throws {
        try await Program.with(.sqlite) { program in
            let file = try program.write("data: \(program.data)\n# Cổng\nlisten: 127.0.0.1:8080\nlog-levle: debug\n", to: "caunoi.yaml")
            expect(try await program.run("config", "check", "--config", file), "\(file):4", "log-levle", "did you mean 'log-level'?")
            expect(try await program.run("config", "check", environment: ["CAUNOI_CONFIG": file]), "\(file):4")
            expect(try await program.run("config", "check", "--config", file + "x"), "cannot be read")
            for (text, words) in [
                ("listen: [8080", "not valid YAML"), ("- a\n- b\n", "name: value"), ("https: co\n", "true or false"),
                ("indexing: co\n", "true or false"), ("security-contact: a@b.vn\n", "mailto:, tel: or https:"),
                ("security-contact: mailto:a@b.vn\nsecurity-policy: http://b.vn\n", "mailto:, tel: or https:"),
                ("stop-seconds: som\n", "whole number"),
                ("log-level: to\n", "trace"), ("database: mysql://x\n", "sqlite: or postgres://"), ("listen: ':::80'\n", "an address and a port"),
                ("admin: {a: b}\n", "single value"), ("outbound-allow: 10.0.0.1/8\n", "bits behind the prefix"),
                ("outbound-allow: [10.0.0.0/8, localhost]\n", "'localhost'"),
                ("replica: postgres://h/d\n", "the database is SQLite"), ("database: postgres://h/d\nreplica: sqlite:x\n", "begin with postgres://"),
            ] {
                let wrong = try program.write(text, to: "sai.yaml")
                expect(try await program.run("config", "check", "--config", wrong), words, about: text)
            }
            let right = try program.write("log-level: debug\nlisten:\n  - 127.0.0.1:8081\n  - '[::1]:8081'\n", to: "dung.yaml")
            let lines = try await program.run("config", "check", "--config", right, "--json", environment: ["CAUNOI_LOG_LEVEL": "error"]).list()
            let level = lines.first { $0["name"] as? String == "log-level" }
            #expect(level?["value"] as? String == "error" && level?["source"] as? String == "environment", "the environment goes before the file")
            #expect(lines.first { $0["name"] as? String == "listen" }?["value"] as? String == "127.0.0.1:8081, [::1]:8081")
        }
    }

    /// A password never reaches the terminal.
    @Test func passwordsAreNotShown() async throws {
        try await Program.with(.sqlite) { program in
            let address = "postgres://nguoi:bi-mat-lam@127.0.0.1:1/x"
            for command in [["config", "check"], ["config", "check", "--json"], ["site", "list"], ["migrate"]] {
                let outcome = try await program.run(command, environment: ["CAUNOI_DATABASE": address, "CAUNOI_REPLICA": address])
                #expect(!(outcome.said + outcome.output).contains("bi-mat-lam"), "\(command)")
            }
            FileManager.default.createFile(atPath: program.data, contents: nil)
            try FileManager.default.removeItem(atPath: program.data)
            try FileManager.default.createDirectory(atPath: program.data, withIntermediateDirectories: true)
            expect(try await program.run("site", "list", environment: ["CAUNOI_DATABASE": address]), "cannot be reached")
        }
    }

    @Test(.timeLimit(.minutes(15)))
    func twoServersAndTakenPorts() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let (descriptor, port) = try FreePort.hold()
            defer { close(descriptor) }
            let admin = try FreePort.find()
            let taken = try await program.run("serve", "--listen", "127.0.0.1:\(port)", "--admin", "127.0.0.1:\(admin)")
            expect(taken, "127.0.0.1:\(port) is already in use", "--listen")
            for wrong in ["127.0.0.1:99999", "127.0.0.1", "dau-do", "[::1:80"] {
                expect(try await program.run("serve", "--listen", wrong), "--listen", wrong, "an address and a port", about: wrong)
            }
            let stopped = try await program.serve { reader in
                let (other, itsAdmin) = (try FreePort.find(), try FreePort.find())
                let second = try await program.run("serve", "--listen", "127.0.0.1:\(other)", "--admin", "127.0.0.1:\(itsAdmin)")
                expect(second, "in use by another process", "stop the other one first")
                #expect(try reader.get("/").status == 200, "the first goes on")
                #expect(try await program.run("site", "list").status == 0, "commands may run beside it")
            }
            #expect(stopped.status == .exited(0))
        }
    }

    @Test(.timeLimit(.minutes(15)))
    func databasesThatAreNotAsTheyShouldBe() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            expect(try await program.run("init", "--origin", "khac.test"), "there is an installation", "site list")
            expect(try await program.run("demo", "--size", "small"), "already")
            let file = program.data + "/caunoi.db"
            let sound = try Data(contentsOf: URL(fileURLWithPath: file))

            try Data("This is no database. ".utf8 + [UInt8](repeating: 0x20, count: 4096)).write(to: URL(fileURLWithPath: file))
            for side in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + side) }
            expect(try await program.run("site", "list"), "damaged", "restore a backup")
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)).starts(with: Data("This is no".utf8)), "nothing is overwritten")

            try sound.write(to: URL(fileURLWithPath: file))
            for side in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + side) }
            #expect(try await program.run("site", "list").status == 0)
            try Data().write(to: URL(fileURLWithPath: program.data + "/khong-phai-thu-muc"))
            expect(try await program.run("site", "list", "--data", program.data + "/khong-phai-thu-muc"), "is not a folder", "--data")

            let database = try SQLiteDatabase(path: file)
            try await database.write {
                try $0.execute("UPDATE schema_migration SET number = 9000 WHERE number = (SELECT max(number) FROM schema_migration)")
            }
            await database.close()
            expect(try await program.run("site", "list"), "newer version", "install that version")
            expect(try await program.run("serve"), "newer version")
        }
    }

    static let isRoot = geteuid() == 0

    @Test(.enabled(if: !isRoot, "root may write everywhere"))
    func aFolderThatCannotBeWritten() async throws {
        try await Program.with(.sqlite) { program in
            try FileManager.default.createDirectory(atPath: program.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
            expect(try await program.run("init", "--origin", "x.test"), "permissions")
        }
    }
}
