import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// The short versions of `script/chaos`: a few kills, nothing lost, nothing forked, nothing there twice.
@Suite("Chaos")
struct ChaosTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    @Test("portal and signer are killed while they publish", .timeLimit(.minutes(10)), arguments: Backend.available)
    func record(_ backend: Backend) async throws {
        try await chaos("record", rounds: 6, backend) { #expect($0.contains(" 0 lost; 0 forks"), "\($0)") }
    }

    @Test(
        "the portal is killed while letters come in: every receipt that was shown opens its case",
        .timeLimit(.minutes(10)),
        arguments: Backend.available
    )
    func cases(_ backend: Backend) async throws {
        try await chaos("cases", rounds: 3, backend, ["CAUNOI_CHAOS_CLIENTS": "60"]) {
            #expect($0.contains("180 letters"), "\($0)")
            #expect($0.contains("0 receipts lost, 0 answered wrongly, 0 given twice; 180 cases"), "\($0)")
            #expect(!$0.contains(" 0 sent again"), "nobody was interrupted: \($0)")
        }
    }

    private func chaos(_ what: String, rounds: Int, _ backend: Backend, _ more: [String: String] = [:], _ check: (String) -> Void) async throws {
        try await Program.with(backend) { program in
            let given = more.merging(["CAUNOI_CHAOS_PROGRAM": Program.path, "CHAOS_DIR": program.folder + "/chaos"]) { $1 }
            let result = try await Subprocess.run(
                .path(FilePath("\(Self.root)/script/chaos")),
                arguments: [what, "--rounds", "\(rounds)", "--seed", "7", "--engine", backend == .postgres ? "postgres" : "sqlite"],
                environment: .inherit.updating(program.values(given)),
                output: .string(limit: 1 << 16),
                error: .string(limit: 1 << 20)
            )
            #expect(result.terminationStatus == .exited(0), "\(result.standardOutput)\n\(result.standardError.suffix(2000))")
            check(result.standardOutput ?? "")
        }
    }
}
