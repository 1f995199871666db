import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// The read API as strangers' programs see it: its document is valid OpenAPI, and it answers whatever is made of that document as promised.
@Suite("Read API under strangers", .enabled(if: PythonTools.isHere, "the Python programs are not here: script/python-tools"))
struct APIJourneyTests {
    @Test(.timeLimit(.minutes(15)))
    func answersAsItsDocumentSays() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let news = try program.write(Program.lines(30), to: "tin.jsonl")
            try #require(try await program.run(["import", "news", news] + Program.importing).status == 0)
            let stopped = try await program.serve { reader in
                let checked = try await Subprocess.run(
                    .path(FilePath(PythonTools.python)),
                    arguments: [PythonTools.script, "--port", "\(reader.port)", "--host", Program.host],
                    input: .none,
                    output: .string(limit: 1 << 20),
                    error: .string(limit: 1 << 20)
                )
                #expect(checked.terminationStatus == .exited(0), "\(checked.standardError)\n\(checked.standardOutput)")
                #expect(checked.standardOutput.contains("valid OpenAPI 3.1.0 with 9 paths"))
                #expect(checked.standardOutput.contains("Tested: 9"), "\(checked.standardOutput)")
            }
            #expect(stopped.status == .exited(0))
        }
    }
}

enum PythonTools {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    static let script = tests.appendingPathComponent("api/check.py").path
    /// Where `script/python-tools` put them, or where `CAUNOI_TEST_PYTHON` says.
    static let python =
        ProcessInfo.processInfo.environment["CAUNOI_TEST_PYTHON"]
        ?? tests.deletingLastPathComponent().appendingPathComponent(".build/tools/python/bin/python").path

    static let isHere =
        FileManager.default.isExecutableFile(atPath: python)
        && FileManager.default.isExecutableFile(
            atPath: URL(fileURLWithPath: python).deletingLastPathComponent().appendingPathComponent("schemathesis").path
        )
}
