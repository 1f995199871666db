import Foundation

/// The real material beside the project; tests that need it are skipped, and say so, where it is absent.
enum SharedData {
    static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment["CAUNOI_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../../shared/data").standardizedFileURL
        // A path that is given is the only one looked at.
        let candidate = environment ?? beside
        return FileManager.default.fileExists(atPath: candidate.appendingPathComponent("MANIFEST.csv").path) ? candidate : nil
    }()

    static var isPresent: Bool { folder != nil }
    static let absence = "needs the shared data set (CAUNOI_SHARED_DATA)"

    /// All of a set instead of a sample: set for the full proof.
    static let isFull = ProcessInfo.processInfo.environment["CAUNOI_FULL"] != nil

    /// Every n-th line of a compressed JSON Lines file.
    static func lines(_ path: String, every step: Int = 1) throws -> [[String: Any]] {
        guard let folder else { return [] }
        let file = folder.appendingPathComponent(path).path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let tool = path.hasSuffix(".gz") ? "gzip -dc" : "zstd -dcq"
        process.arguments = ["-c", "\(tool) \"$1\" | awk 'NR % \(step) == 1 || \(step) == 1'", "sh", file]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try data.split(separator: 0x0A).map { try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:] }
    }
}
