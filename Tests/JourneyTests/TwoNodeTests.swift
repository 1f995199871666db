import Foundation
import PortalTesting
import Store
import StorePostgres
import Subprocess
import SystemPackage
import Testing

/// Two real nodes before one PostgreSQL: what is published through one place is read on both, also on a node whose line for notices is cut.
@Suite(
    "Two nodes of the program",
    .enabled(if: Backend.postgresURL != nil, "CAUNOI_TEST_POSTGRES is not set"),
    .timeLimit(.minutes(15))
)
struct TwoNodeTests {
    private static let adding = ["site", "add", "so-noi-vu", "--name", "Sở Nội vụ", "--parent", "an-son", "--host", "snv.anson.test"]

    /// One signer for both, at a socket.
    private static func signing(_ program: Program, _ body: @Sendable (String) async throws -> Void) async throws {
        let socket = program.folder + "/signer.sock"
        _ = try await Subprocess.run(
            .path(FilePath(Program.path)),
            arguments: Arguments([
                "signer", "--origin", Program.host + "/log/1", "--folder", program.folder + "/signer", "--socket", socket,
            ]),
            environment: .inherit.updating(program.values([:])),
            workingDirectory: FilePath(program.folder),
            input: .none,
            output: .discarded,
            error: .discarded
        ) { execution in
            let fault: (any Error)?
            do {
                for _ in 0..<1_200 where !FileManager.default.fileExists(atPath: socket) { try await Task.sleep(for: .milliseconds(50)) }
                try await body(socket)
                fault = nil
            } catch { fault = error }
            try? execution.send(signal: .terminate)
            if let fault { Issue.record(fault) }
        }
    }

    /// Another node of the same installation: a data folder of its own, and a name by which the server knows its lines.
    private static func second(_ program: Program, named name: String) throws -> Program {
        let folder = program.folder + "/second"
        try FileManager.default.createDirectory(atPath: folder + "/var", withIntermediateDirectories: true)
        var environment = program.environment
        environment["CAUNOI_DATA"] = folder + "/var"
        environment["CAUNOI_DATABASE"] = try #require(environment["CAUNOI_DATABASE"]) + "&application_name=" + name
        return Program(folder: folder, environment: environment)
    }

    /// Ends the lines on which that node hears notices; returns how many there were.
    @discardableResult
    private static func cut(_ name: String, _ database: PostgresDatabase) async throws -> Int {
        try await database.read { db in
            try db.rows(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = \(name) AND query LIKE 'LISTEN%'"
            ).count
        }
    }

    private static func publish(_ number: Int, _ program: Program) async throws {
        let file = try program.write(Program.lines(1, from: number), to: "tin-\(number).jsonl")
        let done = try await program.run(["import", "news", file] + Program.importing)
        #expect(done.status == 0, "\(done.said)")
    }

    /// The bound is for a machine that is busy with other things.
    private static func shows(_ reader: Reader, _ number: Int) async throws -> Bool {
        for _ in 0..<400 {
            if try reader.get("/tin-tuc/").body.contains("Bản tin số \(number)<") { return true }
            try await Task.sleep(for: .milliseconds(25))
        }
        return false
    }

    @Test("what is published is on both, with notices, and when one node's are cut before each and all the time")
    func notices() async throws {
        try await Program.with(.postgres) { program in
            try await program.prepare()
            let name = "cut_" + UUID().uuidString.lowercased().prefix(8)
            let other = try Self.second(program, named: name)
            var address = try PostgresAddress(try #require(Backend.postgresURL))
            address.connections = 1
            let scissors = try await PostgresDatabase.open(address)
            try await Self.signing(program) { socket in
                let options = ["--signer", socket, "--worker", "none"]
                let one = try await program.serve(options) { first in
                    let two = try await other.serve(options) { second in
                        for number in 1...3 {
                            try await Self.publish(number, program)
                            for reader in [first, second] { #expect(try await Self.shows(reader, number), "\(number), heard") }
                        }
                        var ended = 0
                        for number in 11...13 {
                            ended += try await Self.cut(name, scissors)
                            try await Self.publish(number, program)
                            for reader in [first, second] { #expect(try await Self.shows(reader, number), "\(number), cut before") }
                        }
                        #expect(ended > 0, "the second node had a line to cut")
                        try await withThrowingTaskGroup(of: Void.self) { group in
                            group.addTask {
                                while !Task.isCancelled {
                                    try await Self.cut(name, scissors)
                                    try? await Task.sleep(for: .milliseconds(20))
                                }
                            }
                            for number in 21...23 {
                                try await Self.publish(number, program)
                                #expect(try await Self.shows(first, number))
                                #expect(try await Self.shows(second, number), "\(number), cut all the time")
                            }
                            // A portal that was added meanwhile, too.
                            let added = try await program.run(Self.adding)
                            #expect(added.status == 0, "\(added.said)")
                            var isKnown = false
                            for _ in 0..<400 where !isKnown {
                                isKnown = try second.get("/", host: "snv.anson.test").status == 200
                                if !isKnown { try await Task.sleep(for: .milliseconds(25)) }
                            }
                            #expect(isKnown)
                            group.cancelAll()
                        }
                    }
                    #expect(two.status == .exited(0), "\(two.said)")
                }
                #expect(one.status == .exited(0), "\(one.said)")
            }
            await scissors.close()
            let checked = try await program.run("log", "verify")
            #expect(checked.status == 0, "\(checked.output)\(checked.said)")
        }
    }
}
