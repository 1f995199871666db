import Foundation
import Testing

/// Programs of other people that verify what we write: Go's x/mod of Debian, pymerkle, and Python's cryptography (`script/bootstrap`).
enum OtherPrograms {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    static let sources = root + "/Tests/machines/record"
    static let python = root + "/.build/record/bin/python"
    private static let modules = "/usr/share/gocode/src/golang.org/x/mod"

    static let hasPython: Bool = {
        let wanted = FileManager.default.contents(atPath: sources + "/requirements.txt")
        return wanted != nil && wanted == FileManager.default.contents(atPath: root + "/.build/record/installed.txt")
    }()
    static let hasGo = ["/usr/bin/go", modules + "/go.mod"].allSatisfy { FileManager.default.fileExists(atPath: $0) }
    static let noPython: Comment = "skipped: pymerkle and cryptography are not installed as they are pinned: run script/bootstrap"
    static let noGo: Comment = "skipped: golang-go and golang-golang-x-mod-dev are not installed: run script/bootstrap"

    struct Outcome { var status: Int32, said: String, complained: String }

    static func run(_ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]) throws -> Outcome {
        try withFolder { place in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
            if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
            process.environment = ["PATH": "/usr/bin:/bin", "HOME": place.path].merging(environment) { $1 }
            let files = ["out", "err"].map { place.appending(path: $0) }
            for file in files { try Data().write(to: file) }
            process.standardOutput = try FileHandle(forWritingTo: files[0])
            process.standardError = try FileHandle(forWritingTo: files[1])
            try process.run()
            process.waitUntilExit()
            let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
            return Outcome(status: process.terminationStatus, said: texts[0], complained: texts[1])
        }
    }

    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// The verifier in Go, built once for a run of the tests, without the network.
    static let verifier: Result<String, any Error> = Result {
        let program = root + "/.build/record-go/verify"
        let settings = [
            "GOFLAGS": "-mod=mod", "GOPROXY": "off", "GOCACHE": root + "/.build/record-go/cache", "GOTOOLCHAIN": "local", "CGO_ENABLED": "0",
        ]
        let built = try run("/usr/bin/go", ["build", "-o", program, "."], in: sources, environment: settings)
        guard built.status == 0 else { throw CocoaError(.executableLoad, userInfo: [NSLocalizedDescriptionKey: built.complained]) }
        return program
    }

    static func go(_ arguments: String...) throws -> Outcome { try run(verifier.get(), arguments) }
}

extension WrittenLog {
    /// As files, the way a web server would give them out.
    func write(to folder: URL) throws {
        for (path, bytes) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }
}
