import Glibc
import Subprocess

/// Why a program of the system did not do what was asked.
public enum ProgramFault: Error, Sendable, Hashable, CustomStringConvertible {
    case missing(program: String, package: String)
    case failed(program: String, reason: String)
    case tooSlow(program: String)

    public var description: String {
        switch self {
        case .missing(let program, let package): "the program '\(program)' is not there; install the package \(package)"
        case .failed(let program, let reason): "\(program) failed: \(reason)"
        case .tooSlow(let program): "\(program) took too long and was ended"
        }
    }
}

/// A program of Debian that reads what strangers made: it gets the file on its standard input, an empty environment, no new privileges, and bounds of processor,
/// memory, time and what it may write; what it answers is cut off at `most` bytes.
struct BoundedProgram: Sendable {
    let name: String
    let arguments: [String]
    /// The package of Debian it comes with.
    var package = "poppler-utils"
    /// Bytes it may write into a file.
    var mostWritten: Int64 = 0
    var seconds = 60
    var megabytes = 1024

    func run(on input: FileBytes, most: Int) async throws -> [UInt8] {
        signal(SIGPIPE, SIG_IGN)
        let program = name
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await start(input, most) }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw ProgramFault.tooSlow(program: program)
            }
            defer { group.cancelAll() }
            guard let output = try await group.next() else { throw ProgramFault.tooSlow(program: program) }
            return output
        }
    }

    private func start(_ input: FileBytes, _ most: Int) async throws -> [UInt8] {
        let result: Outcome
        do {
            result = try await execute(input, most)
        } catch let error as SubprocessError where error.code == .executableNotFound || error.code == .spawnFailed {
            throw ProgramFault.missing(program: name, package: package)
        }
        // What was cut off ended the program, which is no fault of the file.
        guard result.isCut || result.status.isSuccess else {
            if case .exited(127) = result.status { throw ProgramFault.missing(program: name, package: package) }
            let line = result.error.split(separator: "\n").last.map { String($0.prefix(200)) } ?? ""
            throw ProgramFault.failed(program: name, reason: "\(result.status) \(line)")
        }
        return result.output
    }

    private struct Outcome: Sendable {
        let output: [UInt8]
        let isCut: Bool
        let status: TerminationStatus
        let error: String
    }

    private func execute(_ input: FileBytes, _ most: Int) async throws -> Outcome {
        let outcome = try await Subprocess.run(
            configuration,
            input: .inputWriter,
            output: .sequence,
            error: .string(limit: 64 * 1024)
        ) { process in
            try await withThrowingTaskGroup(of: Void.self) { group in
                let writer = process.standardInputWriter
                group.addTask {
                    // Who has seen enough closes its input; that is told by its status, not by the broken pipe.
                    do {
                        var offset: Int64 = 0
                        while offset < input.size {
                            let bytes = try await input.read(at: offset, count: 1 << 18)
                            if bytes.isEmpty { break }
                            _ = try await writer.write(bytes)
                            offset += Int64(bytes.count)
                        }
                    } catch is SubprocessError {}
                    try? await writer.finish()
                }
                var output: [UInt8] = []
                var isCut = false
                for try await piece in process.standardOutput where !isCut {
                    output += piece.withUnsafeBytes { Array($0) }
                    if output.count >= most {
                        output = Array(output.prefix(most))
                        isCut = true
                    }
                }
                try await group.waitForAll()
                return (output: output, isCut: isCut)
            }
        }
        return Outcome(
            output: outcome.closureResult.output,
            isCut: outcome.closureResult.isCut,
            status: outcome.terminationStatus,
            error: outcome.standardError
        )
    }

    private var configuration: Configuration {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))]
        return Configuration(
            executable: .name("prlimit"),
            arguments: Arguments(
                [
                    "--cpu=\(seconds)", "--as=\(megabytes << 20)", "--core=0", "--nofile=64", "--fsize=\(mostWritten)", "--", "setpriv",
                    "--no-new-privs", "--",
                    "nice",
                    "-n", "10", name,
                ] + arguments
            ),
            environment: .custom(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"]),
            platformOptions: options
        )
    }
}
