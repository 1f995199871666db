import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// The real program, run as people run it.
struct Program: Sendable {
    /// Where it is: beside the tests, or where `CAUNOI_PROGRAM` says.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["CAUNOI_PROGRAM"] { return named }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var places = [own] + CommandLine.arguments
        places = places.map { URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("caunoi").path }
        return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? places[0]
    }()

    /// What a command came to.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        /// Human text.
        let said: String

        /// The JSON document on standard output.
        func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
        func object() throws -> [String: Any] { try #require(try json() as? [String: Any]) }
        /// What `import --json` says of one file.
        func summary(of file: String) throws -> [String: Any] {
            let object = try object()
            return try #require(object[file] as? [String: Any])
        }

        func list() throws -> [[String: Any]] { try #require(try json() as? [[String: Any]]) }
    }

    /// A folder of its own: the data, and the working folder.
    let folder: String
    /// Settings as the environment gives them.
    let environment: [String: String]

    var data: String { folder + "/var" }

    func run(_ arguments: String..., environment more: [String: String] = [:]) async throws -> Outcome { try await run(arguments, environment: more) }

    func run(_ arguments: [String], environment more: [String: String] = [:]) async throws -> Outcome {
        let result = try await Subprocess.run(
            .path(FilePath(Self.path)),
            arguments: Arguments(arguments),
            environment: .inherit.updating(values(more)),
            workingDirectory: FilePath(folder),
            input: .none,
            output: .string(limit: 1 << 24),
            error: .string(limit: 1 << 24)
        )
        guard case .exited(let status) = result.terminationStatus else {
            Issue.record("\(arguments.joined(separator: " ")) ended by a signal: \(result.terminationStatus)\n\(result.standardError)")
            return Outcome(status: -1, output: result.standardOutput, said: result.standardError)
        }
        return Outcome(status: status, output: result.standardOutput, said: result.standardError)
    }

    /// Runs a command and ends it with SIGKILL as soon as `moment` comes.
    func kill(_ arguments: [String], when moment: @escaping @Sendable () async throws -> Bool) async throws -> TerminationStatus {
        try await Subprocess.run(
            .path(FilePath(Self.path)),
            arguments: Arguments(arguments),
            environment: .inherit.updating(values([:])),
            workingDirectory: FilePath(folder),
            input: .none,
            output: .discarded,
            error: .discarded
        ) { execution in
            for _ in 0..<12_000 {
                if try await moment() { break }
                try await Task.sleep(for: .milliseconds(5))
            }
            try? execution.send(signal: .kill)
        }.terminationStatus
    }

    /// Runs a command that the system kills (SIGKILL) once it has used so many seconds of the processor: the same moment of its work however busy the
    /// machine is.
    func kill(_ arguments: [String], afterProcessorSeconds seconds: Int) async throws -> TerminationStatus {
        try await Subprocess.run(
            .name("bash"),
            arguments: Arguments(["-c", "ulimit -t \(seconds); exec \"$0\" \"$@\"", Self.path] + arguments),
            environment: .inherit.updating(values([:])),
            workingDirectory: FilePath(folder),
            input: .none,
            output: .discarded,
            error: .discarded
        ).terminationStatus
    }

    /// What a server came to after it was told to stop.
    struct Stopped: Sendable {
        let status: TerminationStatus
        let said: String
        let seconds: Double
    }

    /// Serves on a free port while `body` runs, then sends SIGTERM.
    func serve(_ more: [String] = [], ready isReady: Bool = true, _ body: @Sendable (Reader) async throws -> Void) async throws -> Stopped {
        let port = try FreePort.find(), admin = try FreePort.find()
        let clock = ContinuousClock()
        let result = try await Subprocess.run(
            .path(FilePath(Self.path)),
            arguments: Arguments(["serve", "--listen", "127.0.0.1:\(port)", "--admin", "127.0.0.1:\(admin)", "--log-level", "error"] + more),
            environment: .inherit.updating(values([:])),
            workingDirectory: FilePath(folder),
            input: .none,
            output: .discarded,
            error: .string(limit: 1 << 20)
        ) { execution -> ContinuousClock.Instant in
            let reader = Reader(port: port, admin: admin)
            let fault: (any Error)?
            do {
                try await reader.waitUntilServed(isReady)
                try await body(reader)
                fault = nil
            } catch { fault = error }
            try? execution.send(signal: .terminate)
            let asked = clock.now
            if let fault { Issue.record(fault) }
            return asked
        }
        let took = result.closureResult.duration(to: clock.now)
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        return Stopped(status: result.terminationStatus, said: result.standardError, seconds: seconds)
    }

    func values(_ more: [String: String]) -> [Environment.Key: String?] {
        var values: [Environment.Key: String?] = [:]
        for name in ["CAUNOI_CONFIG", "CAUNOI_DATABASE", "CAUNOI_KEYS", "CAUNOI_LISTEN", "CAUNOI_ADMIN"] {
            values[.init(stringLiteral: name)] = .some(nil)
        }
        // The watcher has tests of its own.
        values["CAUNOI_WATCH"] = "false"
        for (name, value) in environment.merging(more, uniquingKeysWith: { $1 }) { values[.init(stringLiteral: name)] = value }
        return values
    }

    /// An empty place: a folder, and with PostgreSQL two schemas of its own. Taken away afterwards.
    static func with(_ backend: Backend, _ body: (Program) async throws -> Void) async throws {
        try #require(FileManager.default.isExecutableFile(atPath: path), "the program is not at \(path)")
        let folder = FileManager.default.temporaryDirectory.path + "/caunoi-journey-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard backend == .postgres else { return try await body(Program(folder: folder, environment: ["CAUNOI_DATA": folder + "/var"])) }
        try await withPlace(.postgres) { contents in
            try await withPlace(.postgres) { keys in
                try await body(
                    Program(
                        folder: folder,
                        environment: ["CAUNOI_DATA": folder + "/var", "CAUNOI_DATABASE": try url(contents), "CAUNOI_KEYS": try url(keys)]
                    )
                )
            }
        }
    }

    /// The test database's address with the schema in its search path.
    private static func url(_ place: BackendPlace) throws -> String {
        let base = try #require(Backend.postgresURL)
        return base + (base.contains("?") ? "&" : "?") + "options=-csearch_path%3D" + place.name
    }
}

/// An installation as `init`, `user add` and `site add` leave it.
extension Program {
    static let host = "anson.test"
    /// Its second host: browsers take `*.localhost` for a safe origin without TLS.
    static let browserHost = "anson.localhost"

    func prepare() async throws {
        let steps = [
            [
                "init", "--origin", Self.host, "--name", "Cổng thông tin điện tử tỉnh An Sơn", "--short-name", "Tỉnh An Sơn", "--code", "an-son",
                "--host", Self.host, "--host", Self.browserHost,
            ],
            ["user", "add", "bien-tap", "--name", "Nguyễn Biên Tập", "--role", "editorInChief", "--site", "an-son"],
            ["user", "add", "tong-bien-tap", "--name", "Trần Tổng", "--role", "editorInChief", "--site", "an-son"],
            ["site", "add", "so-y-te", "--name", "Sở Y tế", "--parent", "an-son", "--host", "soyte.anson.test"],
        ]
        for step in steps {
            let outcome = try await run(step)
            try #require(outcome.status == 0, "\(step.joined(separator: " ")): \(outcome.said)")
        }
    }

    /// The flags every import of these tests has.
    static let importing = ["--site", host, "--section", "tin-tuc", "--as", "bien-tap", "--confirmed-by", "tong-bien-tap"]

    func write(_ text: String, to name: String) throws -> String {
        let path = folder + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    static func lines(_ count: Int, from first: Int = 0) -> String {
        (first..<first + count).map {
            #"{"id":"j\#($0)","title":"Bản tin số \#($0)","summary":"Tóm tắt \#($0).","body":"<p>Nội dung của bản tin số \#($0).</p>","published_at":"2026-11-0\#($0 % 9 + 1)"}"#
                + "\n"
        }.joined()
    }
}
