import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// What the portal writes for programs, read by programs of other people: feedparser, jing with the grammar of Atom, extruct, sickle, the Nu checker.
@Suite("Read by other people's programs", .enabled(if: MachineReaders.areHere, MachineReaders.missing))
struct MachineReadersTests {
    /// The demo with every kind of page, and a portal with a long past: pages, feeds, sitemaps, harvests.
    @Test(.timeLimit(.minutes(15)))
    func everythingIsSound() async throws {
        try await Program.with(.sqlite) { program in
            let news = try program.write(Program.lines(230), to: "tin.jsonl")
            for step in [
                ["demo", "--size", "small"],
                ["site", "add", "kiem-thu", "--name", "Cổng kiểm thử", "--parent", "anson", "--host", "kiemthu.localhost"],
                ["user", "add", "mot", "--name", "Nguyễn Một", "--role", "editorInChief", "--site", "kiem-thu"],
                ["user", "add", "hai", "--name", "Trần Hai", "--role", "editorInChief", "--site", "kiem-thu"],
                ["import", "news", news, "--site", "kiemthu.localhost", "--section", "tin-tuc", "--as", "mot", "--confirmed-by", "hai"],
            ] {
                let outcome = try await program.run(step)
                try #require(outcome.status == 0, "\(step.joined(separator: " ")): \(outcome.said)")
            }
            let stopped = try await program.serve(["--security-contact", "mailto:anninh@anson.localhost"]) { reader in
                let bases = ["anson.localhost", "en.anson.localhost", "kiemthu.localhost"].map { "http://\($0):\(reader.port)" }
                for arguments in [["pages"] + bases, ["lists", bases[0], bases[2]]] {
                    let read = try await Subprocess.run(
                        .path(FilePath(MachineReaders.python)),
                        arguments: Arguments([MachineReaders.script] + arguments),
                        input: .none,
                        output: .string(limit: 1 << 20),
                        error: .string(limit: 1 << 20)
                    )
                    #expect(read.terminationStatus.isSuccess, "\(read.standardError)\n\(read.standardOutput)")
                    print("\(arguments[0]): \(read.standardOutput)")
                }
            }
            #expect(stopped.status.isSuccess, "\(stopped.said)")
        }
    }
}

enum MachineReaders {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    static let python = root + "/.build/machines/bin/python"
    static let script = root + "/Tests/machines/check.py"

    /// Installed as they are pinned (the list is copied when all of it is there).
    static let areHere: Bool = {
        let wanted = try? Data(contentsOf: URL(fileURLWithPath: root + "/Tests/machines/requirements.txt"))
        let installed = try? Data(contentsOf: URL(fileURLWithPath: root + "/.build/machines/installed.txt"))
        return wanted != nil && wanted == installed
    }()

    static let missing: Comment = "feedparser, extruct, sickle, the Nu checker and h2 are not installed: run script/bootstrap"
}
