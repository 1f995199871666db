import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// What is particular to HTTP/2 (rapid reset, packed fields, windows that stay shut), pressed with the library h2 from PyPI while curl reads.
@Suite("Floods over HTTP/2", .enabled(if: MachineReaders.areHere, MachineReaders.missing))
struct StreamFloodTests {
    private static let script = MachineReaders.root + "/Tests/machines/streams.py"
    /// With CAUNOI_TEST_FULL=1 what is held is held until the program has had enough: half a minute, a minute at most.
    private static let isFull = ProcessInfo.processInfo.environment["CAUNOI_TEST_FULL"] == "1"

    /// What one connection came to.
    struct Report: Decodable {
        let sent: Int
        /// Answers by status.
        let answers: [String: Int]
        let resets: Int
        /// The code of a GOAWAY that was read.
        let goodbye: Int?
        let closed: Bool
    }

    private static func press(_ mode: String, port: Int, folder: String, count: Int = 100, seconds: Int = 5) async throws -> Report {
        let said = try await PublicTools.run(
            MachineReaders.python,
            [
                script, mode, "--port", "\(port)", "--host", Program.host, "--ca", folder + "/tls.pem", "--count", "\(count)", "--seconds",
                "\(seconds)",
            ]
        )
        return try JSONDecoder().decode(Report.self, from: Data(said.utf8))
    }

    /// Twenty readers, one after the other, over HTTP/2.
    private static func read(port: Int, folder: String) async throws -> String {
        try await PublicTools.run(
            "curl",
            [
                "-s", "--http2", "--max-time", "60", "-o", "/dev/null", "-w", "%{http_version} %{response_code}\n", "--resolve",
                "\(Program.host):\(port):127.0.0.1", "--cacert", folder + "/tls.pem", "https://\(Program.host):\(port)/?lan=[1-20]",
            ]
        )
    }

    @Test("rapid resets, bombs of fields, floods of pings end the connection; held streams and silence hold nobody up", .timeLimit(.minutes(15)))
    func floods() async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let folder = program.folder
            try await SecureTests.certificate("cu", in: folder)
            let port = try FreePort.find(), admin = try FreePort.find()
            let stopped = try await Subprocess.run(
                .path(FilePath(Program.path)),
                arguments: Arguments(SecureTests.serving(program, port: port, admin: admin)),
                environment: .inherit.updating(program.values([:])),
                workingDirectory: FilePath(folder),
                input: .none,
                output: .discarded,
                error: .string(limit: 1 << 20)
            ) { execution in
                let fault: (any Error)?
                do {
                    try await Self.pressAll(port: port, folder: folder)
                    fault = nil
                } catch { fault = error }
                try execution.send(signal: .terminate)
                if let fault { Issue.record(fault) }
            }
            #expect(stopped.terminationStatus == .exited(0), "\(stopped.standardError)")
        }
    }

    private static func pressAll(port: Int, folder: String) async throws {
        let served = String(repeating: "2 200\n", count: 20)
        var first = ""
        for _ in 0..<2_400 where first != served {
            try await Task.sleep(for: .milliseconds(50))
            first = try await read(port: port, folder: folder)
        }
        try #require(first == served)

        for _ in 0..<5 {
            async let flood = Self.press("reset", port: port, folder: folder, count: 10_000)
            let seen = try await Self.read(port: port, folder: folder)
            let report = try await flood
            // NIO takes 200 in half a minute; how much was on its way before the end was heard of is the sockets' business.
            #expect(report.closed, "\(report)")
            // ENHANCE_YOUR_CALM, where it was read before the connection went.
            #expect(report.goodbye == nil || report.goodbye == 11, "\(report)")
            #expect(seen == served)
        }
        let pings = try await press("pings", port: port, folder: folder, count: 10_000)
        #expect(pings.closed, "\(pings)")
        let bomb = try await press("fields", port: port, folder: folder, count: 1_000)
        #expect(bomb.closed && bomb.answers["200"] == nil, "\(bomb)")

        for mode in ["unread", "unfinished", "silent"] {
            async let holding = Self.press(mode, port: port, folder: folder, seconds: isFull ? 130 : 4)
            try await Task.sleep(for: .seconds(1))
            let seen = try await Self.read(port: port, folder: folder)
            #expect(seen == served, "\(mode)")
            let report = try await holding
            #expect(report.sent == (mode == "silent" ? 0 : 100), "\(mode): \(report)")
            if isFull { #expect(report.closed, "\(mode): \(report)") }
        }
        #expect(try await read(port: port, folder: folder) == served)
    }
}
