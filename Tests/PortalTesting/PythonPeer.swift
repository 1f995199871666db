import Foundation
import Synchronization

/// A real server of somebody else's, written in Python and installed from PyPI (`script/python-tools`), that a test starts and ends. It says its
/// port in a first line of JSON, and each thing worth knowing in a line after that.
public final class PythonPeer: Sendable {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let python =
        ProcessInfo.processInfo.environment["CAUNOI_PYTHON"] ?? root.appendingPathComponent(".build/tools/python/bin/python").path

    /// Whether the Python with the packages is here.
    public static let isHere = FileManager.default.isExecutableFile(atPath: python)

    public enum Fault: Error { case didNotStart(String) }

    public let port: Int
    private let lines: Lines
    private let process: Process
    private let input: Pipe

    private init(port: Int, lines: Lines, process: Process, input: Pipe) {
        self.port = port
        self.lines = lines
        self.process = process
        self.input = input
    }

    /// What it said so far, without its first line.
    public var said: [String] { Array(lines.all.dropFirst()) }

    /// What it said, once there are so many lines of it.
    public func said(atLeast count: Int) async throws -> [String] {
        for _ in 0..<6000 where said.count < count { try await Task.sleep(for: .milliseconds(10)) }
        return said
    }

    /// Says something to it, and hears the next line.
    public func ask(_ line: String) async throws -> String {
        let count = said.count
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
        return try await said(atLeast: count + 1).last ?? ""
    }

    private final class Lines: Sendable {
        private let bytes = Mutex(Data())
        func add(_ data: Data) { bytes.withLock { $0.append(data) } }
        var all: [String] {
            let text = bytes.withLock { String(decoding: $0, as: UTF8.self) }
            return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }
    }

    private struct First: Decodable { let port: Int }

    /// - Parameter script: below `Tests`, for instance `mail/server.py`.
    public static func with<T>(_ script: String, _ arguments: [String] = [], _ body: (PythonPeer) async throws -> T) async throws -> T {
        let (process, input, output, errors) = (Process(), Pipe(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [root.appendingPathComponent("Tests").appendingPathComponent(script).path] + arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        let (lines, complaints) = (Lines(), Lines())
        output.fileHandleForReading.readabilityHandler = { lines.add($0.availableData) }
        errors.fileHandleForReading.readabilityHandler = { complaints.add($0.availableData) }
        try process.run()
        defer {
            output.fileHandleForReading.readabilityHandler = nil
            errors.fileHandleForReading.readabilityHandler = nil
            try? input.fileHandleForWriting.close()
            process.terminate()
        }
        for _ in 0..<6000 where lines.all.isEmpty && process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        guard let line = lines.all.first, let first = try? JSONDecoder().decode(First.self, from: Data(line.utf8)) else {
            throw Fault.didNotStart(complaints.all.joined(separator: "\n"))
        }
        return try await body(PythonPeer(port: first.port, lines: lines, process: process, input: input))
    }
}
