import Foundation
import PortalTesting
import Subprocess
import Testing

@Suite("From nothing to a portal with news")
struct FirstDayTests {
    @Test(.timeLimit(.minutes(15)), arguments: Backend.available)
    func firstDay(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let news = try program.write(Program.lines(30) + "{\"title\":\"Hỏng\n", to: "tin.jsonl")
            let imported = try await program.run(["import", "news", news, "--json"] + Program.importing)
            #expect(imported.status == 1, "a rejected line is something found wrong: \(imported.said)")
            let summary = try imported.summary(of: news)
            #expect(summary["imported"] as? Int == 30 && summary["failed"] as? Int == 1)
            let rejects = try #require(summary["rejects"] as? String)
            #expect(
                try String(contentsOfFile: rejects.hasPrefix("/") ? rejects : program.folder + "/" + rejects, encoding: .utf8).contains("_reject")
            )

            let stopped = try await program.serve { reader in
                let home = try reader.get("/")
                #expect(home.status == 200)
                #expect(home.body.contains("Cổng thông tin điện tử tỉnh An Sơn") && home.body.contains("Bản tin số"))
                #expect(home.field("content-security-policy")?.contains("default-src 'none'") == true)
                #expect(home.field("x-request-id")?.count == 16)
                let section = try reader.get("/tin-tuc/?trang=2")
                #expect(section.status == 200)
                let path = try #require(
                    section.body.components(separatedBy: "href=\"").first { $0.hasPrefix("/tin-tuc/ban-tin-so-") }?.prefix { $0 != "\"" }
                )
                let article = try reader.get(String(path))
                #expect(article.status == 200 && article.body.contains("Nội dung của bản tin số"))
                #expect(try reader.get("/", host: "soyte.anson.test").body.contains("Sở Y tế"))
                #expect(try reader.get("/", host: "khac.test").status == 421)
                #expect(try reader.get("/khong-co/").status == 404)
                for asset in ["href=\"/_/site", "src=\"/_/portal"] {
                    let address = try #require(home.body.components(separatedBy: asset).dropFirst().first?.prefix { $0 != "\"" })
                    #expect(try reader.get(String(asset.drop { $0 != "/" }) + String(address)).status == 200)
                }
                #expect(try reader.getAdmin("/metrics").body.contains("http_requests_total"))
                #expect(try reader.getAdmin("/healthz/live").status == 200)
                #expect(
                    try reader.get("/metrics/").status == 404 && !reader.get("/metrics").body.contains("http_requests"),
                    "figures are for the operator"
                )

                // What another command publishes while the server runs is there without a restart.
                let more = try program.write(Program.lines(1, from: 500), to: "them.jsonl")
                #expect(try await program.run(["import", "news", more] + Program.importing).status == 0)
                #expect(try reader.get("/tin-tuc/").status == 200)
                #expect(
                    try await program.run("site", "add", "so-noi-vu", "--name", "Sở Nội vụ", "--parent", "an-son", "--host", "snv.anson.test").status
                        == 0
                )
                var known = false
                for _ in 0..<200 where !known {
                    known = try reader.get("/", host: "snv.anson.test").status == 200
                    if !known { try await Task.sleep(for: .milliseconds(50)) }
                }
                #expect(known, "a new portal is served within ten seconds")
            }
            #expect(stopped.status == .exited(0), "\(stopped.said)")
            #expect(stopped.seconds < 20)
            #expect(stopped.said.contains("Listening on"))

            // Everything it says for machines is one JSON document.
            for command in [
                ["site", "list"], ["site", "show", "an-son"], ["user", "list"], ["section", "list", "--site", "an-son"], ["doctor"], ["version"],
                ["config", "check"], ["migrate"], ["migrate", "--dry-run"], ["upgrade"], ["upgrade", "--check"], ["notice", "list"], ["reindex"],
            ] {
                let outcome = try await program.run(command + ["--json"])
                #expect(outcome.status == 0, "\(command): \(outcome.said) \(outcome.output)")
                #expect(throws: Never.self, "\(command)") { try outcome.json() }
                #expect(try await program.run(command + ["--quiet"]).said.isEmpty, "\(command) is not quiet")
            }
            #expect(try await program.run("site", "list", "--json").list().count == 3)
            let moved = try await program.run("site", "move", "so-noi-vu", "--to", "so-y-te", "--json")
            #expect(try moved.object()["parent"] as? String == "so-y-te")
            #expect(try await program.run("site", "move", "an-son", "--to", "so-noi-vu").status == 2, "a tree has no circles")
        }
    }

    /// A second import of the same file changes nothing; a trial writes nothing; without two people nothing is imported.
    @Test(.timeLimit(.minutes(15)))
    func importsAsTheOperatorSeesThem() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let news = try program.write(Program.lines(20), to: "tin.jsonl")
            func count(_ flags: [String]) async throws -> (imported: Int?, skipped: Int?, status: Int32) {
                let outcome = try await program.run(["import", "news", news, "--json"] + flags)
                let summary = try? outcome.summary(of: news)
                return (summary?["imported"] as? Int, summary?["skipped"] as? Int, outcome.status)
            }
            #expect(try await count(["--site", "an-son", "--section", "tin-tuc", "--dry-run"]) == (20, 0, 0))
            #expect(try await count(Program.importing) == (20, 0, 0))
            #expect(try await count(Program.importing) == (0, 20, 0))
            for (flags, word) in [
                (["--site", "an-son", "--section", "tin-tuc"], "two people"),
                (["--site", "an-son", "--section", "tin-tuc", "--as", "bien-tap", "--confirmed-by", "bien-tap"], "two different people"),
                (["--site", "an-son", "--section", "khong-co", "--as", "bien-tap", "--confirmed-by", "tong-bien-tap"], "has no section 'khong-co'"),
                (["--site", "khong-co", "--as", "bien-tap", "--confirmed-by", "tong-bien-tap"], "khong-co"),
                (["--site", "an-son", "--section", "tin-tuc", "--as", "ai-do", "--confirmed-by", "tong-bien-tap"], "ai-do"),
                (["--site", "an-son", "--section", "tin-tuc", "--date", "hôm qua", "--as", "bien-tap", "--confirmed-by", "tong-bien-tap"], "--date"),
            ] {
                let outcome = try await program.run(["import", "news", news] + flags)
                #expect(outcome.status == 2, "\(flags)")
                #expect(outcome.said.contains(word), "\(flags): \(outcome.said)")
                #expect(outcome.said.split(separator: "\n").count == 1, "one line: \(outcome.said)")
            }
            let missing = try await program.run(["import", "news", program.folder + "/khong-co.jsonl"] + Program.importing)
            #expect(missing.status == 2 && missing.said.contains("khong-co.jsonl"), "\(missing.said)")
        }
    }
}
