import Foundation
import PortalTesting
import Testing

/// Who is competent, from the command line.
@Suite("The table of competence on the command line") struct CompetenceCommandTests {
    @Test("in, again, changed, out", arguments: Backend.available)
    func table(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try await program.prepare()
            let file = program.folder + "/tham-quyen.csv"
            func write(_ lines: String) throws {
                let text = "field,territory,track,agency,basis,from,until,priority\n" + lines
                try text.write(toFile: file, atomically: true, encoding: .utf8)
            }
            try write("land,,,so-xay-dung,Quyết định 1,2026-01-01,,\nkhong-co,,,so-xay-dung,x,2026-01-01,,\n*,,site-report,la-lam,,2026-01-01,,\n")
            let trial = try await program.run("competence", "import", file, "--site", "an-son", "--dry-run")
            #expect(
                trial.status == 1 && trial.output.contains("Would add 2") && trial.output.contains("line 3: There is no field"),
                "\(trial.output)"
            )
            #expect(trial.output.contains("look at:") && trial.output.contains("la-lam"), "\(trial.output)")
            #expect(try await program.run("competence", "list", "--site", "an-son", "--json").list().isEmpty)
            #expect(try await program.run("competence", "import", file, "--site", "an-son").status == 1)
            let again = try await program.run("competence", "import", file, "--site", "an-son", "--json").object()
            #expect(again["known"] as? Int == 2 && again["added"] as? Int == 0 && (again["rejected"] as? [Any])?.count == 1)
            try write("land,,,so-xay-dung,Quyết định 2,2026-01-01,2030-12-31,\n")
            let replaced = try await program.run("competence", "import", file, "--site", "an-son", "--replace", "--json")
            let answer = try replaced.object()
            #expect(replaced.status == 0 && answer["changed"] as? Int == 1 && answer["removed"] as? Int == 1, "\(replaced.output)")
            let below = try await program.run("competence", "list", "--site", "so-y-te", "--json").list()
            #expect(below.count == 1 && below.first?["basis"] as? String == "Quyết định 2" && below.first?["site"] as? String == "an-son")
            #expect(try await program.run("competence", "export", program.folder + "/ra.csv", "--site", "an-son").status == 0)
            let out = try String(contentsOfFile: program.folder + "/ra.csv", encoding: .utf8)
            #expect(out.contains("land,vn,*,so-xay-dung,Quyết định 2,2026-01-01,2030-12-31,"))
            let back = try await program.run("competence", "import", program.folder + "/ra.csv", "--site", "an-son", "--json").object()
            #expect(back["known"] as? Int == 1 && back["changed"] as? Int == 0)
            #expect(try await program.run("audit", "list", "--action", "competence-changed", "--json").list().count == 2)
            for command in [
                ["competence", "import", program.folder + "/khong-co.csv", "--site", "an-son"], ["competence", "import", file, "--site", "khong-co"],
            ] {
                let refused = try await program.run(command)
                #expect(refused.status == 2 && refused.output.isEmpty, "\(command): \(refused.output)")
            }
        }
    }
}
