import Foundation

/// The real material beside the project; tests that need it are skipped, and say so, where it is absent.
enum SharedData {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["CAUNOI_SHARED_DATA"].map { URL(filePath: $0) }
        let candidate = named ?? root.appending(path: "../shared/data").standardized
        return FileManager.default.fileExists(atPath: candidate.appending(path: "MANIFEST.csv").path) ? candidate : nil
    }()

    /// The material of training, unpacked into a folder that is removed afterwards.
    static func withMaterial(_ body: (URL) throws -> Void) throws {
        guard let folder else { return }
        let target = FileManager.default.temporaryDirectory.appending(path: "triage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: target) }
        for path in ["procedures/procedures.jsonl.zst", "legal/codified.jsonl.zst"] { try unpack("zstd", folder.appending(path: path), into: target) }
        for name in ["legal_portals", "public_service_questions", "official_answers"] {
            try unpack("gzip", folder.appending(path: "qa/\(name).jsonl.gz"), into: target)
        }
        try body(target)
    }

    private static func unpack(_ tool: String, _ file: URL, into folder: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let target = folder.appending(path: file.deletingPathExtension().lastPathComponent)
        process.arguments = ["-c", "\(tool) -dcq \"$1\" >\"$2\"", "sh", file.path, target.path]
        try process.run()
        process.waitUntilExit()
    }
}

/// Invented letters with what is right for them: those that the list was tuned on, and those that measure.
struct LabelledLetter: Sendable {
    let tracks: [String]
    let field: String
    let text: String

    static func read(_ name: String) throws -> [LabelledLetter] {
        let path = name == "tuned" ? "Plugins/train-triage/Data/letters.txt" : "Tests/TriageTests/Letters/\(name).txt"
        let file = SharedData.root.appending(path: path)
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: "|", maxSplits: 2).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 3 else { return nil }
            return LabelledLetter(tracks: parts[0].split(separator: ",").map(String.init), field: parts[1], text: parts[2])
        }
    }
}
