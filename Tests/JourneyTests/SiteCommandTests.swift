import Foundation
import PortalTesting
import Testing

/// What the command line changes goes through the gate, into the record and into the trail.
@Suite struct SiteCommandTests {
    private static func entries(_ program: Program) async throws -> Int {
        let doctor = try await program.run("doctor", "--json")
        let line = try doctor.list().first { $0["check"] as? String == "record" }
        let detail = try #require(line?["detail"] as? String)
        return try #require(Int(detail.prefix { $0.isNumber }))
    }

    private static func trail(_ program: Program) async throws -> [[String: Any]] {
        try await program.run("audit", "list", "--json").list()
    }

    @Test("portals and sections: an entry and a line for each change, in the name of who did it", arguments: Backend.available)
    func sites(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let made = try await Self.trail(program).compactMap { $0["action"] as? String }
            #expect(made.contains("installation-made") && made.contains("site-added"))
            #expect(try await Self.entries(program) > 0)
            #expect(try await program.run("user", "add", "ky.thuat", "--role", "operator", "--site", "an-son").status == 0)

            for (command, action, outcome) in [
                (
                    ["site", "add", "so-xay-dung", "--parent", "an-son", "--name", "Sở Xây dựng", "--host", "sxd.test"], "site-added",
                    "Added so-xay-dung"
                ),
                (
                    ["site", "add", "benh-vien", "--parent", "an-son", "--name", "Bệnh viện", "--host", "bv.test", "--as", "ky.thuat"], "site-added",
                    "Added benh-vien"
                ),
                (["site", "change", "so-xay-dung", "--host", "soxaydung.test"], "site-changed", "Changed so-xay-dung"),
                (["section", "add", "phong-dich", "--site", "so-xay-dung", "--name", "Phòng dịch"], "sections-changed", "Opened /phong-dich/"),
                (["site", "move", "benh-vien", "--to", "so-xay-dung"], "site-moved", "Moved benh-vien under so-xay-dung"),
                (["site", "merge", "benh-vien", "--into", "so-xay-dung"], "site-turned", "is marked as being merged"),
                (["site", "merge", "benh-vien", "--into", "so-xay-dung", "--done"], "site-turned", "now leads to so-xay-dung"),
                (["site", "reopen", "benh-vien"], "site-turned", "is in service"),
                (["site", "freeze", "benh-vien", "--reason", "Chờ sắp xếp"], "site-turned", "is an archive"),
                (["site", "close", "benh-vien", "--reason", "Giải thể"], "site-turned", "is closed"),
            ] {
                let (before, lines) = (try await Self.entries(program), try await Self.trail(program).count)
                let done = try await program.run(command)
                #expect(done.status == 0 && done.output.contains(outcome), "\(command): \(done.output)\(done.said)")
                #expect(try await Self.entries(program) > before, "\(command) leaves an entry")
                let trail = try await Self.trail(program)
                let line = try #require(trail.first)
                #expect(trail.count == lines + 1 && line["action"] as? String == action, "\(command): \(line)")
                #expect(line["address"] as? String == "command line", "\(line)")
                if command.contains("--as") { #expect("\(line)".contains("ky.thuat"), "\(line)") }
            }
            #expect(try await program.run("site", "show", "so-xay-dung", "--json").output.contains("soxaydung.test"))

            // The gate decides for who is named; a refusal changes nothing and leaves nothing.
            let before = try await Self.entries(program)
            for command in [
                ["site", "add", "khac", "--parent", "an-son", "--name", "Khác", "--as", "bien-tap"],
                ["site", "close", "so-xay-dung", "--reason", "x", "--as", "bien-tap"], ["site", "move", "so-xay-dung", "--as", "bien-tap"],
                ["site", "close", "so-xay-dung", "--reason", "x", "--as", "khong-co"], ["site", "merge", "so-xay-dung", "--done"],
                ["site", "change", "so-xay-dung"], ["site", "move", "an-son", "--to", "so-xay-dung"],
            ] {
                let refused = try await program.run(command)
                #expect(refused.status != 0 && refused.output.isEmpty, "\(command): \(refused.output)")
            }
            #expect(try await Self.entries(program) == before)
        }
    }

    @Test("the register of leaders: in, again, out", arguments: Backend.available)
    func leaders(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let table = program.folder + "/lanh-dao.csv"
            try "ho-ten,chuc-vu,co-quan,tu-ngay,den-ngay\nHà Sơn Lâm,Chủ tịch,Ủy ban nhân dân tỉnh,1/7/2025,\nLan,Giám đốc,,,\n"
                .write(toFile: table, atomically: true, encoding: .utf8)
            let trial = try await program.run("leaders", "import", table, "--site", "an-son", "--dry-run")
            #expect(
                trial.status == 1 && trial.output.contains("Would add 1") && trial.output.contains("line 3: “Lan” is no full name"),
                "\(trial.output)"
            )
            #expect(try await program.run("leaders", "list", "--site", "an-son", "--json").list().isEmpty)
            #expect(try await program.run("leaders", "import", table, "--site", "an-son").status == 1)
            let again = try await program.run("leaders", "import", table, "--site", "an-son", "--json").object()
            #expect(again["known"] as? Int == 1 && again["added"] as? Int == 0)
            let list = try await program.run("leaders", "list", "--site", "an-son", "--json").list()
            #expect(list.first?["name"] as? String == "Hà Sơn Lâm" && list.first?["from"] as? String == "2025-07-01")
            #expect(try await program.run("leaders", "export", program.folder + "/ra.csv", "--site", "an-son").status == 0)
            let out = try String(contentsOfFile: program.folder + "/ra.csv", encoding: .utf8)
            #expect(out.contains("Hà Sơn Lâm,Chủ tịch,Ủy ban nhân dân tỉnh,2025-07-01,"))
            #expect(try await program.run("audit", "list", "--action", "leader-added", "--json").list().count == 1)
            #expect(try await program.run("leaders", "import", program.folder + "/khong-co.csv", "--site", "an-son").status == 2)
        }
    }

    @Test("links to choose a password go by mail where mail is set up, sealed; else to the screen", arguments: Backend.available)
    func letters(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let mail = ["CAUNOI_MAIL": "smtp://localhost:8120", "CAUNOI_MAIL_FROM": "ban@b.test", "CAUNOI_DESK_HOST": "desk.anson.test"]
            let add = ["user", "add", "lan.ngoc", "--name", "Lan Ngọc", "--email", "lan@a.test", "--role", "reporter", "--site", "an-son", "--json"]
            let added = try await program.run(add, environment: mail)
            let line = try added.object()
            #expect(line["letterTo"] as? String == "lan@a.test" && line["invitation"] == nil && !added.output.contains("ma="), "\(added.output)")
            let doctor = try await program.run(["doctor"], environment: mail)
            #expect(doctor.output.contains("1 letters waiting"), "\(doctor.output)")
            let reset = try await program.run(["user", "reset-password", "lan.ngoc"], environment: mail)
            #expect(reset.status == 0 && reset.output.contains("goes to lan@a.test") && !reset.output.contains("ma="), "\(reset.output)")
            #expect(try await program.run(["doctor"], environment: mail).output.contains("1 letters waiting"), "the older link's letter is dropped")
            // Printed: where it is asked for, where there is no address, where there is no mail.
            let shown = try await program.run(["user", "reset-password", "lan.ngoc", "--no-mail"], environment: mail)
            #expect(shown.output.contains("/desk/loi-moi?ma="))
            let nowhere = try await program.run(
                ["user", "add", "khong.thu", "--role", "reporter", "--site", "an-son", "--json"],
                environment: mail
            ).object()
            #expect((nowhere["invitation"] as? String)?.contains("/desk/loi-moi?ma=") == true && nowhere["letterTo"] == nil)
            let plain = try await program.run("user", "reset-password", "lan.ngoc")
            #expect(plain.output.contains("/desk/loi-moi?ma="))
        }
    }
}
