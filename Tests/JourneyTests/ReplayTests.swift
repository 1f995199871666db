import Foundation
import Subprocess
import SystemPackage
import Testing

/// The attack on a portal, replayed against the real program behind a real nginx: the watcher sees each, and the page is right again.
@Suite("The attack, replayed", .enabled(if: Replay.isPossible, "no nginx or python3 here: script/bootstrap --for test"))
struct ReplayTests {
    @Test("a rewriting proxy, a cloaking proxy, an uploaded page", .timeLimit(.minutes(10)))
    func short() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/caunoi-replay-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let result = try await Subprocess.run(
            .path(FilePath(Replay.script)),
            arguments: ["--short", "--json", folder + "/results.json"],
            environment: .inherit.updating([
                "CAUNOI_PROGRAM": Program.path, "CAUNOI_REPLAY_PORT": "\(try FreePort.find())", "TMPDIR": folder,
            ]),
            input: .none,
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        try #require(result.terminationStatus == .exited(0), "\(result.standardError)")
        struct Line: Decodable {
            let attack: String
            let kinds: [String]
        }
        let lines = try JSONDecoder().decode([Line].self, from: Data(contentsOf: URL(fileURLWithPath: folder + "/results.json")))
        #expect(lines.count == 3)
        #expect(lines.first.map { $0.kinds.contains("editionText") || $0.kinds.contains("cardText") } == true, "\(lines)")
        #expect(lines.dropFirst().first?.kinds.contains("cloaked") == true, "\(lines)")
        #expect(lines.last?.kinds == ["rogueAddress"], "\(lines)")
    }
}

enum Replay {
    static let isPossible = ["nginx", "python3"].allSatisfy { program in
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }
    static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("script/replay-attack").path
}
