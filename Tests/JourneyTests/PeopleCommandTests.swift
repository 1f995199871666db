import Foundation
import PortalTesting
import Testing

extension Program {
    /// An installation with two people who may publish.
    fileprivate static func prepared(_ backend: Backend, _ body: (Program) async throws -> Void) async throws {
        try await with(backend) { program in
            try await program.prepare()
            try await body(program)
        }
    }
}

/// People and the trail of what they do, from the command line.
@Suite struct PeopleCommandTests {
    @Test("people come, get roles, go, and the trail tells of it", arguments: Backend.available)
    func people(_ backend: Backend) async throws {
        try await Program.prepared(backend) { program in
            let first = try await program.run("user", "list", "--json").list()
            #expect(first.allSatisfy { $0["hasPassword"] as? Bool == false })

            let added = try await program.run(
                "user",
                "add",
                "lan.ngoc",
                "--name",
                "Trần Ngọc Lan",
                "--role",
                "reporter",
                "--site",
                "an-son",
                "--desk-host",
                "desk.anson.test",
                "--json"
            ).object()
            let link = try #require(added["invitation"] as? String)
            #expect(link.hasPrefix("http://desk.anson.test:8080/desk/loi-moi?ma="), "\(link)")
            #expect(try await program.run("user", "roles", "lan.ngoc", "--grant", "editor", "--site", "an-son").status == 0)
            #expect(try await program.run("user", "roles", "lan.ngoc", "--revoke", "reporter", "--site", "an-son").status == 0)
            let roles = try await program.run("user", "roles", "lan.ngoc", "--json").list()
            #expect(roles.filter { $0["holds"] as? Bool == true }.compactMap { $0["role"] as? String } == ["editor"])

            for (command, said) in [
                (["user", "disable", "lan.ngoc"], "is disabled"), (["user", "enable", "lan.ngoc"], "is enabled"),
                (["user", "reset-password", "lan.ngoc"], "/desk/loi-moi?ma="), (["user", "reset-2fa", "lan.ngoc"], "sets up a second factor"),
                (["user", "sessions", "lan.ngoc"], "is not signed in"), (["user", "revoke", "lan.ngoc"], "0 sessions"),
            ] {
                let outcome = try await program.run(command)
                #expect(outcome.status == 0 && outcome.output.contains(said), "\(command): \(outcome.output)\(outcome.said)")
            }

            let trail = try await program.run("audit", "list", "--who", "lan.ngoc", "--json").list()
            let words = trail.compactMap { $0["action"] as? String }.reversed()
            #expect(
                Array(words) == [
                    "person-added", "role-granted", "person-invited", "role-granted", "role-revoked", "person-disabled", "person-enabled",
                    "password-reset", "factor-reset", "sessions-revoked",
                ]
            )
            #expect(trail.allSatisfy { $0["address"] as? String == "command line" })
            #expect(
                try await program.run("audit", "list", "--who", "lan.ngoc", "--action", "role-granted", "--site", "an-son", "--json").list().count
                    == 2
            )
            let table = program.folder + "/trail.csv"
            #expect(try await program.run("audit", "export", table).status == 0)
            let text = try String(contentsOfFile: table, encoding: .utf8)
            #expect(text.contains("lan.ngoc,command line") || text.contains(",lan.ngoc,"), "\(text.prefix(400))")
            #expect(try await program.run("audit", "export", program.folder + "/trail.jsonl").status == 0)
        }
    }

    @Test(
        "what cannot be done says so in one line",
        arguments: [
            ["user", "code", "bien-tap"], ["user", "disable", "khong-co"], ["user", "revoke", "bien-tap", "--session", "x"],
            ["user", "roles", "bien-tap", "--grant", "editor"], ["user", "roles", "bien-tap", "--revoke", "accountant", "--site", "an-son"],
            ["user", "reset-2fa", "khong-co"], ["audit", "list", "--from", "hôm qua"], ["audit", "list", "--site", "khong-co"],
            ["user", "list", "--desk-host", "https://desk"],
        ]
    )
    func refused(_ command: [String]) async throws {
        try await Program.prepared(.sqlite) { program in
            let outcome = try await program.run(command)
            #expect(outcome.status == 2, "\(outcome.output)")
            #expect(outcome.said.hasPrefix("caunoi: ") && outcome.output.isEmpty, "\(outcome.said)")
        }
    }
}
