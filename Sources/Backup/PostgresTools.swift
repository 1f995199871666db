import Foundation
import Subprocess

/// PostgreSQL's own programs for copies of a schema, as processes. What they are told of the database stands in their arguments but the password, which is in their environment.
public struct PostgresTools: Sendable {
    private let connection: String
    private let password: String?

    /// - Parameter connection: libpq's keywords and values, without the password.
    public init(connection: String, password: String?) {
        self.connection = connection
        self.password = password
    }

    /// Writes a schema into a part, in pg_dump's own format. `snapshot`: of an open transaction that exported it.
    public func dump(schema: String, snapshot: String, to path: String, seal: Seal, progress: @escaping @Sendable (Int64) -> Void) async throws
        -> WrittenPart
    {
        let arguments = [
            "--format=custom", "--compress=1", "--no-owner", "--no-privileges", "--no-password", "--schema=\"\(schema)\"", "--snapshot=\(snapshot)",
            "--dbname=\(connection)",
        ]
        let outcome = try await started("pg_dump") {
            try await Subprocess.run(configuration("pg_dump", arguments), input: .inputWriter, output: .sequence, error: .string(limit: 1 << 16)) {
                process in
                try? await process.standardInputWriter.finish()
                let writer = try SealedWriter(path, seal: seal)
                defer { writer.discard() }
                var bytes: Int64 = 0
                for try await piece in process.standardOutput {
                    let content = piece.withUnsafeBytes { Array($0) }
                    try writer.write(content)
                    bytes += Int64(content.count)
                    progress(bytes)
                }
                return try writer.finish()
            }
        }
        guard outcome.terminationStatus.isSuccess else {
            unlink(path)
            throw failure("pg_dump", outcome.terminationStatus, outcome.standardError)
        }
        return outcome.closureResult
    }

    /// Gives a dump back, in one transaction, all or nothing. The caller has compared the part with its manifest. The schema must be there, and empty. `scratch`: a folder for a list.
    public func restore(_ part: WrittenPart, in folder: String, with opener: Opener, scratch: String, progress: @escaping @Sendable (Int64) -> Void)
        async throws
    {
        // The schema itself is there already; what else is in the dump is given back in its order.
        let list = try await contents(part, in: folder, with: opener).split(separator: "\n").filter {
            !$0.contains(" SCHEMA - ") && !$0.contains(" COMMENT - SCHEMA ")
        }
        let path = "\(scratch)/list"
        try ByteFile.remove(path)
        try ByteFile.create(path, Array((list.joined(separator: "\n") + "\n").utf8))
        defer { unlink(path) }
        let arguments = [
            "--no-owner", "--no-privileges", "--no-password", "--single-transaction", "--exit-on-error", "--use-list=\(path)",
            "--dbname=\(connection)",
        ]
        let outcome = try await run("pg_restore", arguments, feeding: part, in: folder, with: opener, progress)
        guard outcome.isSuccess else { throw failure("pg_restore", outcome.status, outcome.error) }
    }

    /// What a dump holds, as `pg_restore --list` says it.
    private func contents(_ part: WrittenPart, in folder: String, with opener: Opener) async throws -> String {
        let outcome = try await run("pg_restore", ["--list"], feeding: part, in: folder, with: opener) { _ in }
        guard outcome.isSuccess else { throw failure("pg_restore", outcome.status, outcome.error) }
        return outcome.output
    }

    private struct Outcome: Sendable {
        let output: String
        let error: String
        let status: TerminationStatus
        var isSuccess: Bool { status.isSuccess }
    }

    private func run(
        _ program: String,
        _ arguments: [String],
        feeding part: WrittenPart,
        in folder: String,
        with opener: Opener,
        _ progress: @escaping @Sendable (Int64) -> Void
    ) async throws -> Outcome {
        let outcome = try await started(program) {
            try await Subprocess.run(configuration(program, arguments), input: .inputWriter, output: .sequence, error: .string(limit: 1 << 16)) {
                process in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    let writer = process.standardInputWriter
                    group.addTask {
                        let reader = try SealedReader("\(folder)/\(part.name)", with: opener)
                        var bytes: Int64 = 0
                        // Who has seen enough, or fails, closes its input: its status says which.
                        do {
                            while let piece = try reader.next() {
                                _ = try await writer.write(piece)
                                bytes += Int64(piece.count)
                                progress(bytes)
                            }
                        } catch is SubprocessError {
                            return
                        } catch {
                            // What ends early is refused by the program, and nothing of it is kept.
                            try? await writer.finish()
                            throw error
                        }
                        try? await writer.finish()
                    }
                    var output: [UInt8] = []
                    for try await piece in process.standardOutput { output += piece.withUnsafeBytes { Array($0) } }
                    try await group.waitForAll()
                    return String(decoding: output, as: UTF8.self)
                }
            }
        }
        return Outcome(output: outcome.closureResult, error: outcome.standardError, status: outcome.terminationStatus)
    }

    private func started<T>(_ program: String, _ work: () async throws -> T) async throws -> T {
        signal(SIGPIPE, SIG_IGN)
        do { return try await work() } catch let error as SubprocessError where error.code == .executableNotFound || error.code == .spawnFailed {
            throw BackupFault.toolMissing(program)
        }
    }

    private func configuration(_ program: String, _ arguments: [String]) -> Configuration {
        var more: [Environment.Key: String?] = ["LC_ALL": "C"]
        if let password { more["PGPASSWORD"] = password }
        return Configuration(executable: .name(program), arguments: Arguments(arguments), environment: .inherit.updating(more))
    }

    private func failure(_ program: String, _ status: TerminationStatus, _ error: String) -> BackupFault {
        let lines = error.split(separator: "\n")
        let line = lines.first { $0.contains("error:") } ?? lines.last
        let text = line.map { String($0.replacing("\(program): error: ", with: "").prefix(300)) } ?? "\(status)"
        return .toolFailed(program, why: text)
    }
}
