import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// The short version of `script/chaos record`: a few kills, nothing lost, nothing forked.
@Suite("Chaos")
struct ChaosTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    @Test("portal and signer are killed while they publish", .timeLimit(.minutes(10)), arguments: Backend.available)
    func record(_ backend: Backend) async throws {
        try await Program.with(backend) { program in
            let result = try await Subprocess.run(
                .path(FilePath("\(Self.root)/script/chaos")),
                arguments: ["record", "--rounds", "6", "--seed", "7", "--engine", backend == .postgres ? "postgres" : "sqlite"],
                environment: .inherit.updating(program.values(["CAUNOI_CHAOS_PROGRAM": Program.path, "CHAOS_DIR": program.folder + "/chaos"])),
                output: .string(limit: 1 << 16),
                error: .string(limit: 1 << 20)
            )
            #expect(result.terminationStatus == .exited(0), "\(result.standardOutput)\n\(result.standardError.suffix(2000))")
            #expect(result.standardOutput.contains(" 0 lost; 0 forks"), "\(result.standardOutput)")
        }
    }
}
