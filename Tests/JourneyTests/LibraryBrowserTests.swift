import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// The library of a demo in a real browser: uploads over a line that breaks, a file described and found again, deleted and had back.
@Suite("The library in a browser", .enabled(if: DeskWalk.isHere, "no playwright here: script/bootstrap installs it"))
struct LibraryBrowserTests {
    @Test(.timeLimit(.minutes(15)), arguments: Backend.available)
    func walk(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            try #require(try await program.run("demo", "--size", "small").status == 0)
            let stopped = try await program.serve(["--speech", "false"]) { reader in
                let looked = try await Subprocess.run(
                    .path(FilePath(DeskWalk.python)),
                    arguments: Arguments([
                        DeskWalk.script.replacing("desk.py", with: "library.py"), "--port", "\(reader.port)", "--data", program.data, "--program",
                        Program.path, "--out", ProcessInfo.processInfo.environment["CAUNOI_SCREENSHOTS"] ?? program.folder + "/library",
                    ]),
                    environment: .inherit.updating(program.values([:])),
                    input: .none,
                    output: .string(limit: 1 << 20),
                    error: .string(limit: 1 << 20)
                )
                #expect(looked.terminationStatus == .exited(0), "\(looked.standardError)\n\(looked.standardOutput)")
                #expect(looked.standardOutput.contains("\"looked\": 18"), "\(looked.standardOutput)")
            }
            #expect(stopped.status == .exited(0))
        }
    }
}
