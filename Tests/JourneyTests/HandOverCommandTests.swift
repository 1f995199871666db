import Foundation
import PortalTesting
import Testing

/// The hand-over from the command line, and what the program says of mail and sign-in settings.
@Suite struct HandOverCommandTests {
    @Test("who leaves loses every way in; keys are rotated; the report is kept", arguments: Backend.available)
    func handOver(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try #require(try await program.run("demo", "--size", "small").status == 0)
            let before = try await program.run("user", "hand-over", "--json").object()
            let accounts = try #require(before["accounts"] as? [[String: Any]])
            #expect(accounts.count >= 10 && accounts.contains { $0["handle"] as? String == "quan-tri" && $0["hasAuthenticator"] as? Bool == true })
            let file = program.folder + "/ban-giao.json"
            let done = try await program.run("user", "hand-over", "--revoke", "bien-tap-1", "--rotate-keys", "--report", file)
            #expect(
                done.status == 0 && done.output.contains("Taken away from: bien-tap-1") && done.output.contains("Sealed anew"),
                "\(done.output)\(done.said)"
            )
            let report = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file))) as? [String: Any])
            let gone = (report["accounts"] as? [[String: Any]])?.first { $0["handle"] as? String == "bien-tap-1" }
            #expect(gone?["isActive"] as? Bool == false && (gone?["roles"] as? [String])?.isEmpty == true && gone?["hasPassword"] as? Bool == false)
            // Second factors of those who stay still open, with another program started anew.
            #expect(try await program.run("user", "code", "quan-tri").status == 0)
            #expect(try await program.run("user", "code", "bien-tap-1").status != 0)
            #expect(try await program.run("user", "hand-over", "--revoke", "khong-co").status == 2)
            let trail = try await program.run("audit", "list", "--json").list().compactMap { $0["action"] as? String }
            #expect(trail.contains("person-expelled") && trail.contains("keys-rotated"))
        }
    }

    @Test("mail and providers are checked at start, and no secret is printed")
    func settings() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let secret = program.folder + "/mail.secret"
            try "bí mật\n".write(toFile: secret, atomically: true, encoding: .utf8)
            let good = ["CAUNOI_MAIL": "smtps://may@mail.test:465", "CAUNOI_MAIL_FROM": "Bàn <a@b.test>", "CAUNOI_MAIL_PASSWORD_FILE": secret]
            let said = try await program.run(["config", "check"], environment: good)
            #expect(said.status == 0 && !said.output.contains("bí mật"))
            let spoken = ["CAUNOI_MAIL": "smtps://may@mail.test", "CAUNOI_MAIL_FROM": "a@b.test", "CAUNOI_MAIL_PASSWORD": "bí mật"]
            let hidden = try await program.run(["config", "check"], environment: spoken)
            #expect(hidden.status == 0 && !(hidden.output + hidden.said).contains("bí mật"))
            for (values, part) in [
                (["CAUNOI_MAIL": "smtps://may:x@mail.test", "CAUNOI_MAIL_FROM": "a@b.test"], "holds a password"),
                (["CAUNOI_MAIL": "mail.test", "CAUNOI_MAIL_FROM": "a@b.test"], "is no mail server"),
                (["CAUNOI_MAIL": "smtp://localhost"], "mail-from is missing"),
                (["CAUNOI_MAIL": "smtp://localhost", "CAUNOI_MAIL_FROM": "a"], "mail-from"),
                (["CAUNOI_MAIL_FROM": "a@b.test"], "no mail server"),
                (["CAUNOI_MAIL": "smtps://a@b.test", "CAUNOI_MAIL_FROM": "a@b.test"], "without a password"),
            ] {
                let outcome = try await program.run(["config", "check"], environment: values)
                #expect(outcome.status == 2 && outcome.said.contains(part) && !outcome.said.contains(":x@"), "\(values): \(outcome.said)")
            }
            let file = program.folder + "/sign-in.yaml"
            for (text, part) in [
                ("providers: [{name: so, label: Sở, issuer: 'https://sso.test', client-id: x}]", nil),
                ("providers: [{name: Sở, label: Sở, issuer: 'https://sso.test', client-id: x}]", "name must be"),
                ("providers: [{name: so, label: Sở, issuer: 'http://sso.test', client-id: x}]", "issuer must be"),
                ("providers: [{name: so, label: Sở, issuer: 'https://sso.test'}]", "'client-id' is missing"),
                ("providers: [{name: so, label: Sở, issuer: 'https://sso.test', client-id: x, sufficient-arc: [a]}]", "unknown key 'sufficient-arc'"),
                ("providers: [", "not valid YAML"),
            ] as [(String, String?)] {
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                let outcome = try await program.run(["user", "hand-over"], environment: ["CAUNOI_SIGN_IN_FILE": file])
                #expect(outcome.status == (part == nil ? 0 : 2) && part.map { outcome.said.contains($0) } ?? true, "\(text): \(outcome.said)")
            }
        }
    }
}
