import Foundation
import PortalTesting
import Subprocess
import SystemPackage
import Testing

/// Programs of other people that press a server: slowhttptest, hey, wrk, ffuf, curl. Only ever against the program under test, on this machine.
enum PublicTools {
    static func areHere(_ names: String...) -> Bool {
        let places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return names.allSatisfy { name in places.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") } }
    }

    static func missing(_ names: String...) -> Comment {
        "not all of \(names.joined(separator: ", ")) are here: script/bootstrap --for test"
    }

    /// What a tool wrote, whatever its exit status: each judges in its own way whether it has been successful.
    static func run(_ name: String, _ arguments: [String]) async throws -> String {
        let result = try await Subprocess.run(
            name.contains("/") ? .path(FilePath(name)) : .name(name),
            arguments: Arguments(arguments),
            input: .none,
            output: .string(limit: 1 << 24),
            error: .string(limit: 1 << 20)
        )
        return result.standardOutput
    }
}

/// What hey says of the answers it got.
struct HeyReport: CustomStringConvertible {
    /// Answers by status.
    private(set) var answers: [Int: Int] = [:]
    let description: String

    /// `[200]	400 responses`
    init(_ text: String) {
        description = text
        for line in text.split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == "\t" }
            guard words.count == 3, words[2] == "responses", words[0].hasPrefix("["), words[0].hasSuffix("]"),
                let status = Int(words[0].dropFirst().dropLast()), let count = Int(words[1])
            else { continue }
            answers[status] = count
        }
    }

    /// - Parameter more: hey's options, the number of requests among them.
    static func of(_ url: String, _ more: [String]) async throws -> HeyReport {
        let reader = ["-host", Program.host, "-t", "60", "-H", "User-Agent: Mozilla/5.0 (X11; Linux) Gecko Firefox/140"]
        return HeyReport(try await PublicTools.run("hey", reader + more + [url]))
    }
}

/// What slowhttptest says in its table: a line for each second.
struct SlowReport {
    /// The most connections it held at one time.
    private(set) var held = 0
    /// In each second: whether its own reader got an answer.
    private(set) var available: [Bool] = []

    /// `Seconds,Closed,Pending,Connected,Service Available`
    init(_ table: String) {
        for line in table.split(whereSeparator: \.isNewline).dropFirst() {
            let figures = line.split(separator: ",").compactMap { Int($0) }
            guard figures.count == 5 else { continue }
            held = max(held, figures[3])
            available.append(figures[4] > 0)
        }
    }
}

/// What ffuf found behind each word.
struct FuzzReport: Decodable {
    struct Result: Decodable {
        let url: String
        let status: Int
        let length: Int
    }

    let results: [Result]

    /// - Parameter url: with FUZZ where the words go.
    static func of(_ url: String, _ words: [String], in program: Program) async throws -> FuzzReport {
        let list = try program.write(words.joined(separator: "\n") + "\n", to: "tu-\(UUID().uuidString).txt")
        let report = list + ".json"
        _ = try await PublicTools.run(
            "ffuf",
            [
                "-w", list, "-u", url, "-H", "Host: \(Program.host)", "-H", "User-Agent: Mozilla/5.0 (X11; Linux) Gecko Firefox/140", "-mc", "all",
                "-t", "8", "-timeout", "60", "-s", "-of", "json", "-o", report,
            ]
        )
        return try JSONDecoder().decode(FuzzReport.self, from: Data(contentsOf: URL(fileURLWithPath: report)))
    }
}

/// A portal with some news that the real program serves, once for all tests of a suite.
struct ServedPortal: SuiteTrait, TestScoping {
    struct Served: Sendable {
        let program: Program
        let reader: Reader
        /// For programs that cannot name a host that is not in the register of names: they name it in a field of their own.
        var address: String { "http://127.0.0.1:\(reader.port)" }
    }

    @TaskLocal static var current: Served?

    static var here: Served { get throws { try #require(current) } }

    let options: [String]

    func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
        try await Program.with(.sqlite) { program in
            try await program.prepare()
            let news = try program.write(Program.lines(30), to: "tin.jsonl")
            try #require(try await program.run(["import", "news", news] + Program.importing).status == 0)
            let stopped = try await program.serve(options) { reader in
                try await Self.$current.withValue(Served(program: program, reader: reader)) { try await function() }
            }
            #expect(stopped.status == .exited(0), "\(stopped.said)")
        }
    }
}

extension Trait where Self == ServedPortal {
    static func servedPortal(_ options: String...) -> Self { ServedPortal(options: options) }
}

extension ServedPortal.Served {
    /// A figure of the operator's; the sum where the name stands with several labels.
    func figure(_ name: String, where label: String = "") throws -> Int {
        try reader.getAdmin("/metrics").body.split(separator: "\n").filter { $0.hasPrefix(name + "{") && $0.contains(label) }
            .reduce(0) { sum, line in sum + (line.split(separator: " ").last.flatMap { Double($0) }.map { Int($0) } ?? 0) }
    }

    /// Pages of a route that were made, not taken from the cache.
    func made(_ route: String) throws -> Int {
        try figure("http_requests_total", where: "route=\"\(route)\"") - figure("page_cache_hits_total", where: "route=\"\(route)\"")
    }

    /// What the program has in memory, in MB.
    func megabytes() throws -> Int {
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") where Int(name) != nil {
            guard let command = FileManager.default.contents(atPath: "/proc/\(name)/cmdline"),
                command.split(separator: 0).contains(where: { $0.elementsEqual("127.0.0.1:\(reader.port)".utf8) }),
                let status = FileManager.default.contents(atPath: "/proc/\(name)/status"),
                let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
                let kilobytes = line.split(separator: " ").compactMap({ Int($0) }).first
            else { continue }
            return kilobytes / 1024
        }
        throw Reader.NoAnswer(description: "no process serves port \(reader.port)")
    }
}
