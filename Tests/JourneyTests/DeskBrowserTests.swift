import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// The desk of a demo in a real browser: password, second factor, every screen, an invitation taken up, a session ended from afar.
@Suite(
    "The desk in a browser",
    .enabled(if: DeskWalk.isHere && PythonPeer.isHere, "no playwright or aiosmtpd here: script/bootstrap and script/python-tools install them")
)
struct DeskBrowserTests {
    @Test("people, sign-in, trail", .timeLimit(.minutes(15)), arguments: Backend.available)
    func people(_ backend: Backend) async throws {
        try await PythonPeer.with("mail/server.py") { peer in
            let mail = "mail: smtp://127.0.0.1:\(peer.port)\nmail-from: Bàn làm việc <desk@anson.test>\n"
            try await DeskWalk.walk(backend, "desk", looks: 58, serving: ["--worker", "none"], configuration: mail)
            // Two invitations (one at each width) went out by mail, and what else concerned those two.
            let letters = try await peer.said(atLeast: 2)
            for width in ["phone", "desktop"] { #expect(letters.contains { $0.contains("thu-\(width)@anson.test") }, "\(letters)") }
        }
    }

    @Test("running a portal", .timeLimit(.minutes(15)), arguments: Backend.available)
    func portal(_ backend: Backend) async throws { try await DeskWalk.walk(backend, "portal", looks: 40, serving: ["--worker", "none"]) }
}

/// An article from its first line to its withdrawal in a real browser: written, lost and found, fought over, sent back, approved, published, corrected.
@Suite("The newsroom in a browser", .enabled(if: DeskWalk.isHere, "no playwright here: script/bootstrap installs it"))
struct NewsroomBrowserTests {
    /// Each engine and each width once; all four in the long run.
    static let cells: [(Backend, String)] = {
        let widths = ["desktop", "phone"]
        let all = Backend.available.enumerated().flatMap { index, backend in
            widths.enumerated().map { (backend, $0.element, isShort: Backend.available.count == 1 || $0.offset == index % 2) }
        }
        let isFull = ProcessInfo.processInfo.environment["CAUNOI_TEST_FULL"] == "1"
        return all.filter { isFull || $0.isShort }.map { ($0.0, $0.1) }
    }()

    @Test(.timeLimit(.minutes(15)), arguments: cells)
    func walk(_ backend: Backend, _ width: String) async throws {
        try await DeskWalk.walk(backend, "newsroom", looks: 35, serving: ["--worker", "none"], options: ["--width", width])
    }
}

enum DeskWalk {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let python = ProcessInfo.processInfo.environment["CAUNOI_BROWSER_PYTHON"] ?? root.appendingPathComponent(".build/browser/bin/python").path
    static let isHere = FileManager.default.isExecutableFile(atPath: python) && Browser.isHere

    /// Serves a small demo and has `Tests/browser/SCRIPT.py` walk through it; it must end well and have looked at so many screens.
    static func walk(
        _ backend: Backend,
        _ script: String,
        looks: Int,
        serving: [String] = [],
        configuration: String? = nil,
        options: [String] = []
    ) async throws {
        try await Program.with(backend) { program in
            try #require(try await program.run("demo", "--size", "small").status == 0)
            var serving = serving + ["--speech", "false"]
            if let configuration {
                let file = program.folder + "/walk.yaml"
                try configuration.write(toFile: file, atomically: true, encoding: .utf8)
                serving += ["--config", file]
            }
            let stopped = try await program.serve(serving) { reader in
                let looked = try await Subprocess.run(
                    .path(FilePath(python)),
                    arguments: Arguments(
                        [
                            root.appendingPathComponent("Tests/browser/\(script).py").path, "--port", "\(reader.port)", "--data", program.data,
                            "--program", Program.path, "--out",
                            ProcessInfo.processInfo.environment["CAUNOI_SCREENSHOTS"] ?? program.folder + "/" + script,
                        ] + options
                    ),
                    environment: .inherit.updating(program.values([:])),
                    input: .none,
                    output: .string(limit: 1 << 20),
                    error: .string(limit: 1 << 20)
                )
                #expect(looked.terminationStatus == .exited(0), "\(looked.standardError)\n\(looked.standardOutput)")
                #expect(looked.standardOutput.contains("\"looked\": \(looks)"), "\(looked.standardOutput)")
            }
            #expect(stopped.status == .exited(0))
        }
    }
}
