import Foundation
import Glibc
import Subprocess

/// A browser of the machine, as a process of its own: the document after its scripts have run, and what it looks like. It gets an address and nothing else;
/// its profile is a folder that goes with it.
public struct Chromium: Sendable {
    public enum Fault: Error, Sendable, CustomStringConvertible {
        case failed(String)

        public var description: String {
            switch self {
            case .failed(let why): "the browser did not show the page: \(why)"
            }
        }
    }

    static let names = ["chromium", "chromium-browser", "google-chrome", "chrome"]
    /// Milliseconds of the page's own clock in which its scripts may finish.
    private static let scriptTime = 4_000
    private static let seconds = 40

    public let program: String
    /// Host and port that every name leads to; nil: where names lead.
    private let way: String?

    /// - Returns: nil where the machine has none.
    public init?(way: String? = nil) {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let places = path.split(separator: ":").flatMap { folder in Self.names.map { "\(folder)/\($0)" } }
        guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
        self.program = program
        self.way = way
    }

    /// The document as HTML after its scripts have run.
    public func document(of address: String) async throws -> String {
        let out = try await show(address, ["--dump-dom", "--virtual-time-budget=\(Self.scriptTime)"])
        guard out.contains("<html") else { throw Fault.failed("it gave no document") }
        return out
    }

    /// A picture (PNG) of the first screens.
    public func picture(of address: String, to file: String) async throws {
        _ = try await show(
            address,
            ["--screenshot=\(file)", "--window-size=1280,2400", "--hide-scrollbars", "--virtual-time-budget=\(Self.scriptTime)"]
        )
        guard FileManager.default.fileExists(atPath: file) else { throw Fault.failed("it made no picture") }
    }

    private func show(_ address: String, _ what: [String]) async throws -> String {
        guard address.hasPrefix("http://") || address.hasPrefix("https://") else { throw Fault.failed("'\(address)' is no address of a page") }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-watch-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var arguments = [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
            "--disable-sync", "--user-data-dir=\(folder)", "--user-agent=\(Profile.scripts.agent)", "--lang=vi",
        ]
        // Its sandbox needs a user; the service has one.
        if geteuid() == 0 { arguments.append("--no-sandbox") }
        if let way { arguments.append("--host-resolver-rules=MAP * \(way)") }
        let result = try await run(
            .name("timeout"),
            arguments: Arguments(["-k", "5", "\(Self.seconds)", program] + arguments + what + [address]),
            environment: .custom(["PATH": "/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8"]),
            output: .string(limit: Visitor.mostBytes),
            error: .string(limit: 64 * 1024)
        )
        guard case .exited(0) = result.terminationStatus else {
            throw Fault.failed("\(result.terminationStatus) \(result.standardError.suffix(200))")
        }
        return result.standardOutput
    }
}
