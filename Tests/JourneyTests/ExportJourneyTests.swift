import Foundation
import PortalTesting
import Testing

/// A portal that moves to another installation, by the commands an operator types.
@Suite("Moving a portal")
struct ExportJourneyTests {
    @Test(.timeLimit(.minutes(15)), arguments: Backend.available)
    func fromOneInstallationToAnother(_ backend: Backend) async throws {
        try await Program.with(backend) { old in
            try await old.prepare()
            let news = try old.write(Program.lines(40), to: "tin.jsonl")
            try #require(try await old.run(["import", "news", news] + Program.importing).status == 0)
            let out = old.folder + "/out"
            let written = try await old.run("export", "--site", Program.host, "--subtree", out, "--json")
            #expect(written.status == 0, "\(written.said)")
            let figures = try written.object()
            #expect(figures["items"] as? Int == 40 && figures["sites"] as? Int == 2 && (figures["missing"] as? [Any])?.isEmpty == true)

            // What cannot be done is said in one line, with status 2, and nothing is left.
            for arguments in [
                ["export", "--site", Program.host, out], ["export", "--site", "khong-co", old.folder + "/x"],
                ["export", "--site", Program.host, "--kind", "nothing", old.folder + "/x"],
                ["export", "--site", Program.host, "--since", "yesterday", old.folder + "/x"], ["export", "--site", Program.host, "-"],
                ["export", "--site", Program.host, old.folder + "/none/\u{0}"],
                ["import", "portal", old.folder, "--as", "bien-tap", "--confirmed-by", "x"],
            ].filter({ !$0.joined().contains("\u{0}") }) {
                let refused = try await old.run(arguments)
                #expect(refused.status == 2, "\(arguments): \(refused.status) \(refused.said)")
                #expect(refused.said.hasPrefix("caunoi: "), "\(arguments): \(refused.said)")
            }
            #expect(!FileManager.default.fileExists(atPath: old.folder + "/x"))
            let piped = try await old.run("export", "--site", Program.host, "--kind", "news", "-", "--quiet")
            #expect(piped.status == 0 && piped.output.split(separator: "\n").count == 40)
            #expect(piped.output == (try String(contentsOfFile: out + "/sites/an-son/news.jsonl", encoding: .utf8)))

            try await Program.with(backend) { new in
                try await new.prepare()
                let people = ["--as", "bien-tap", "--confirmed-by", "tong-bien-tap"]
                let one = try await new.run(["import", "portal", out, "--as", "bien-tap", "--confirmed-by", "bien-tap"])
                #expect(one.status == 2, "one person is not two: \(one.said)")
                let taken = try await new.run(["import", "portal", out, "--json"] + people)
                #expect(taken.status == 0, "\(taken.said)")
                #expect((try taken.object()["items"] as? [String: Any])?["imported"] as? Int == 40)
                let again = try await new.run("export", "--site", Program.host, "--subtree", new.folder + "/again", "--quiet")
                #expect(again.status == 0)
                let files = try FileManager.default.subpathsOfDirectory(atPath: out)
                #expect(files.count > 15)
                for file in files where file.hasSuffix(".jsonl") || file.hasSuffix(".json") {
                    let same = FileManager.default.contentsEqual(atPath: out + "/" + file, andPath: new.folder + "/again/" + file)
                    #expect(same, "\(file) is not the same")
                }
                // One file of an export goes in by itself, too; and one that was changed does not go in as a whole.
                let list = out + "/sites/an-son/news.jsonl"
                let alone = try await new.run(["import", "news", list, "--site", Program.host, "--json"] + people)
                #expect(alone.status == 0, "\(alone.said)")
                #expect(try alone.summary(of: list)["skipped"] as? Int == 40)
                let text = try String(contentsOfFile: list, encoding: .utf8)
                try Data(text.replacing("\"title\"", with: "\"titel\"").utf8).write(to: URL(fileURLWithPath: list))
                let changed = try await new.run(["import", "portal", out] + people)
                #expect(changed.status == 2 && changed.said.contains("news.jsonl is not what the manifest says"), "\(changed.said)")
            }
        }
    }
}
