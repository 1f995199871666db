import Foundation
import PortalTesting
import Store
import StoreSQLite
import Testing

/// One installation of the test network: its folder, its port, its process.
private final class Station {
    let program: Program
    let number: Int
    let port: Int
    private var process: Process?
    var log = ""
    var witness = ""

    init(_ program: Program, _ number: Int, port: Int) {
        self.program = program
        self.number = number
        self.port = port
    }

    var origin: String { "cong-\(number).test/log/1" }
    var prefix: String { "http://localhost:\(port)" }
    var reader: Reader { Reader(port: port, admin: port + 10) }

    func prepare() async throws {
        for step in [
            [
                "init", "--origin", "cong-\(number).test", "--name", "Cổng thông tin điện tử số \(number)", "--short-name", "Cổng \(number)",
                "--code",
                "cong-\(number)", "--host", "localhost",
            ],
            ["user", "add", "bien-tap", "--name", "Nguyễn Biên Tập", "--role", "editorInChief", "--site", "cong-\(number)"],
            ["user", "add", "tong-bien-tap", "--name", "Trần Tổng", "--role", "editorInChief", "--site", "cong-\(number)"],
        ] {
            let outcome = try await program.run(step)
            try #require(outcome.status == 0, "\(step.joined(separator: " ")): \(outcome.said)")
        }
        let shown = try await program.run("signer", "--origin", origin, "--folder", program.data + "/signer", "--show")
        let lines = shown.output.split(separator: "\n").map(String.init)
        try #require(shown.status == 0 && lines.count == 2, "\(shown)")
        (log, witness) = (lines[0], lines[1])
    }

    /// Three of the four others are enough.
    func name(_ others: [Station]) async throws {
        let lines = others.map { "witness cong-\($0.number) \($0.witness) \($0.prefix)/witness" }
        let names = others.map { "cong-\($0.number)" }.joined(separator: " ")
        _ = try program.write("log \(log) \(prefix)/log/1\n\(lines.joined(separator: "\n"))\ngroup mang 3 \(names)\nquorum mang\n", to: "policy")
        for other in others { #expect(try await program.run("log", "witness", "add", other.log).status == 0) }
    }

    func start() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = [
            "serve", "--listen", "127.0.0.1:\(port)", "--admin", "127.0.0.1:\(port + 10)", "--log-level", "critical", "--worker", "none",
            "--witness-policy", program.folder + "/policy",
        ]
        var environment = ProcessInfo.processInfo.environment.merging(program.environment) { $1 }
        for name in ["CAUNOI_CONFIG", "CAUNOI_LISTEN", "CAUNOI_ADMIN"] { environment[name] = nil }
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: program.folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = process
    }

    func stop(hard: Bool = false) {
        guard let process, process.isRunning else { return }
        if hard { kill(process.processIdentifier, SIGKILL) } else { process.terminate() }
        process.waitUntilExit()
        self.process = nil
    }

    func publish(_ first: Int) async throws {
        let news = try program.write(Program.lines(1, from: first), to: "tin-\(first).jsonl")
        let outcome = try await program.run([
            "import", "news", news, "--site", "cong-\(number)", "--section", "tin-tuc", "--as", "bien-tap", "--confirmed-by", "tong-bien-tap",
        ])
        try #require(outcome.status == 0, "\(outcome.said)")
    }

    /// Verified from outside, with this station's own policy: log and quorum. Returns the size.
    func verified(from other: Station, atLeast size: Int) async throws -> Int {
        var last = ""
        for _ in 0..<240 {
            let outcome = try await other.program.run("log", "verify", prefix + "/log/1", "--policy", program.folder + "/policy", "--json")
            if outcome.status == 0, let found = try outcome.object()["size"] as? Int, found >= size { return found }
            last = outcome.output + outcome.said
            try await Task.sleep(for: .milliseconds(500))
        }
        Issue.record("\(origin) is not verified: \(last)")
        return 0
    }
}

@Suite("Five installations that witness each other", .serialized)
struct WitnessNetworkTests {
    private static func with(_ backends: [Backend], from number: Int = 0, _ made: [Station] = [], _ body: ([Station]) async throws -> Void)
        async throws
    {
        guard number < backends.count else { return try await body(made) }
        try await Program.with(backends[number]) { program in
            try await with(backends, from: number + 1, made + [Station(program, number, port: 8150 + number)], body)
        }
    }

    @Test("one dies, the others suffice; one forks, the others refuse it and keep the proof", .timeLimit(.minutes(15)))
    func network() async throws {
        let last = Backend.available.last ?? .sqlite
        try await Self.with([.sqlite, .sqlite, .sqlite, .sqlite, last]) { stations in
            for station in stations { try await station.prepare() }
            for station in stations { try await station.name(stations.filter { $0.number != station.number }) }
            defer { for station in stations { station.stop() } }
            for station in stations { try station.start() }
            for station in stations { try await station.reader.waitUntilServed() }
            let (first, second, fifth) = (stations[0], stations[1], stations[4])
            try await first.publish(1)
            try await fifth.publish(2)
            let size = try await first.verified(from: second, atLeast: 1)
            _ = try await fifth.verified(from: first, atLeast: 1)
            #expect(size > 0)

            // One is killed: three of four are still there.
            second.stop(hard: true)
            try await first.publish(3)
            let more = try await first.verified(from: fifth, atLeast: size + 1)
            let status = try await first.program.run("log", "witness", "--json").object()
            #expect(status["cosigned"] as? Int == more)

            // The first forks on purpose: an entry is changed, and everything that remembers what was signed is taken away.
            first.stop()
            let honest = try await first.program.run("log", "checkpoint")
            let database = try SQLiteDatabase(path: first.program.data + "/caunoi.db")
            try await database.write { db in
                try db.execute("UPDATE event SET entry = REPLACE(entry, '\"lang\":\"vi\"', '\"lang\":\"en\"')")
                try db.execute("DELETE FROM record_tile")
                try db.execute("UPDATE record_head SET size = 0, edge = NULL, note = NULL")
                try db.execute("DELETE FROM record_witness")
            }
            await database.close()
            try FileManager.default.removeItem(atPath: first.program.data + "/signer/guard")
            try FileManager.default.removeItem(atPath: first.program.data + "/record")
            #expect(try await first.program.run("log", "adopt").status == 0, "the signer has forgotten, and signs")
            let fork = try await first.program.run("log", "checkpoint")
            #expect(fork.output != honest.output)
            let root = { (note: String) in note.split(separator: "\n")[2] }
            #expect(root(fork.output) != root(honest.output))
            // What it would send: the same size, another root.
            let body = "old \(more)\n\n" + fork.output.dropLast()
            for station in [stations[2], stations[3], fifth] {
                let answer = try station.reader.post("/witness/add-checkpoint", form: body, host: "localhost")
                #expect(answer.status == 422, "\(answer.status) \(answer.body)")
                let evidence = try await station.program.run("log", "evidence", "--json")
                #expect(evidence.status == 1)
                let kept = try #require(try evidence.list().first)
                #expect(kept["kind"] as? String == "heads" && kept["origin"] as? String == first.origin)
            }
            // And where it asks its witnesses, as everybody does at the start, it stops itself.
            try first.start()
            var said = ""
            for _ in 0..<240 where !said.contains("two pasts") {
                said = try await first.program.run("log", "checkpoint", "--json").output
                try await Task.sleep(for: .milliseconds(250))
            }
            #expect(said.contains("two pasts"), "\(said)")
        }
    }
}
