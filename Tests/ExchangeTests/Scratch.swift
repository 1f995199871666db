import Exchange
import Foundation
import Testing

/// A folder for one test, gone with it.
final class Scratch: Sendable {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/exchange-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func path(_ name: String) -> String { folder + "/" + name }

    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, to name: String = "file") throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    }

    /// What a program of the system makes of a file: `gzip`, `zstd`.
    func packed(_ bytes: some Sequence<UInt8>, by program: String) throws -> [UInt8] {
        let source = try write(bytes, to: "unpacked-" + UUID().uuidString)
        let target = source + ".packed"
        try write([], to: String(target.dropFirst(folder.count + 1)))
        let output: FileHandle? = FileHandle(forWritingAtPath: target)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, "-c", source]
        process.standardOutput = try #require(output)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        defer {
            try? FileManager.default.removeItem(atPath: source)
            try? FileManager.default.removeItem(atPath: target)
        }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: target)))
    }
}

/// A small generator whose seed is printed with the failure it leads to (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension LineReader {
    func all() throws -> [Line] {
        var lines: [Line] = []
        while let line = try next() { lines.append(line) }
        return lines
    }
}

extension CSVReader {
    func all() throws -> [CSVRecord] {
        var records: [CSVRecord] = []
        while let record = try next() { records.append(record) }
        return records
    }
}
