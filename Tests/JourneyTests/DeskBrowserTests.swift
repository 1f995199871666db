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
    @Test("people, sign-in, trail", .timeLimit(DeskWalk.limit), arguments: DeskWalk.cells)
    func people(_ backend: Backend, _ width: String) async throws {
        try await PythonPeer.with("mail/server.py") { peer in
            let mail = "mail: smtp://127.0.0.1:\(peer.port)\nmail-from: Bàn làm việc <desk@anson.test>\n"
            try await DeskWalk.walk(backend, "desk", looks: 29, serving: ["--worker", "none"], configuration: mail, width: width)
            // The invitation went out by mail, and what else concerned that person.
            let letters = try await peer.said(atLeast: 1)
            #expect(letters.contains { $0.contains("thu-\(width)@anson.test") }, "\(letters)")
        }
    }

    @Test("running a portal", .timeLimit(DeskWalk.limit), arguments: DeskWalk.cells)
    func portal(_ backend: Backend, _ width: String) async throws {
        try await DeskWalk.walk(backend, "portal", looks: 20, serving: ["--worker", "none"], width: width)
    }
}

/// An article from its first line to its withdrawal in a real browser: written, lost and found, fought over, sent back, approved, published, corrected.
@Suite("The newsroom in a browser", .enabled(if: DeskWalk.isHere, "no playwright here: script/bootstrap installs it"))
struct NewsroomBrowserTests {
    @Test(.timeLimit(DeskWalk.limit), arguments: DeskWalk.cells)
    func walk(_ backend: Backend, _ width: String) async throws {
        try await DeskWalk.walk(backend, "newsroom", looks: 35, serving: ["--worker", "none"], width: width)
    }
}

enum DeskWalk {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let python = ProcessInfo.processInfo.environment["CAUNOI_BROWSER_PYTHON"] ?? root.appendingPathComponent(".build/browser/bin/python").path
    static let isHere = FileManager.default.isExecutableFile(atPath: python) && Browser.isHere

    /// A walk waits until fewer than `Turns.most` others are on their way, and a test's time counts from its start.
    static let limit = TimeLimitTrait.Duration.minutes(40)
    private static let turns = Turns()

    /// A browser, a server and a database are more than a busy machine does a dozen times at once without one of them running out of time.
    private actor Turns {
        static let most = 2
        private var taken = 0

        func take() async throws {
            while taken >= Self.most { try await Task.sleep(for: .milliseconds(200)) }
            taken += 1
        }

        func giveBack() { taken -= 1 }
    }

    /// Each engine and each width once; all four in the long run.
    static let cells: [(Backend, String)] = {
        let widths = ["desktop", "phone"]
        let all = Backend.available.enumerated().flatMap { index, backend in
            widths.enumerated().map { (backend, $0.element, isShort: Backend.available.count == 1 || $0.offset == index % 2) }
        }
        let isFull = ProcessInfo.processInfo.environment["CAUNOI_TEST_FULL"] == "1"
        return all.filter { isFull || $0.isShort }.map { ($0.0, $0.1) }
    }()

    /// Serves a small demo and has `Tests/browser/SCRIPT.py` walk through it; it must end well and have looked at so many screens.
    static func walk(
        _ backend: Backend,
        _ script: String,
        looks: Int,
        serving: [String] = [],
        configuration: String? = nil,
        width: String? = nil
    ) async throws {
        try await turns.take()
        do { try await serve(backend, script, looks, serving, configuration, width) } catch {
            await turns.giveBack()
            throw error
        }
        await turns.giveBack()
    }

    private static func serve(
        _ backend: Backend,
        _ script: String,
        _ looks: Int,
        _ serving: [String],
        _ configuration: String?,
        _ width: String?
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
                        ] + (width.map { ["--width", $0] } ?? [])
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
