import Foundation

/// A real clamd with two signatures of our own and nothing else: the harmless EICAR file, and a mark of these tests. Nothing is fetched, nothing is shared.
public final class ClamDaemon: Sendable {
    /// The file every scanner reports and nobody is harmed by. Spelt in two parts, so that a scanner does not find this source.
    public static let eicar = Array((#"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-"# + "ANTIVIRUS-TEST-FILE!$H+H*").utf8)
    public static let mark = Array(("CAU-NOI-TEST" + "-SIGNATURE").utf8)

    public let socket: String
    private let folder: String
    private let process: Process

    /// Whether Debian's package is there.
    public static var isInstalled: Bool { program != nil }
    private static var program: String? { ["/usr/sbin/clamd", "/usr/bin/clamd"].first { FileManager.default.isExecutableFile(atPath: $0) } }

    /// Starts one and waits until it listens.
    /// - Parameter limit: what it takes of one file, its `StreamMaxLength`.
    public init(limit: String = "4M") async throws {
        guard let program = Self.program else { throw CocoaError(.fileNoSuchFile) }
        folder = "/tmp/caunoi-clam-\(UUID().uuidString.prefix(8))"
        socket = folder + "/s"
        try FileManager.default.createDirectory(atPath: folder + "/db", withIntermediateDirectories: true)
        try "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n".write(toFile: folder + "/db/t.hdb", atomically: true, encoding: .utf8)
        let hex = Self.mark.map { String($0, radix: 16) }.joined()
        try "Caunoi.Test.Mark:0:*:\(hex)\n".write(toFile: folder + "/db/t.ndb", atomically: true, encoding: .utf8)
        let settings = """
            LocalSocket \(socket)
            DatabaseDirectory \(folder)/db
            Foreground yes
            StreamMaxLength \(limit)

            """
        try settings.write(toFile: folder + "/clamd.conf", atomically: true, encoding: .utf8)
        process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-c", folder + "/clamd.conf"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        while !FileManager.default.fileExists(atPath: socket), process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
    }

    public func stop() {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }

    public static func with<T>(limit: String = "4M", _ body: (ClamDaemon) async throws -> T) async throws -> T {
        let daemon = try await ClamDaemon(limit: limit)
        defer { daemon.stop() }
        return try await body(daemon)
    }
}
