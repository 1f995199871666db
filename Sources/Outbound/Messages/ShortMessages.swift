import Foundation
import HTTPTypes
import Subprocess

/// A short message to a telephone. Number and text are somebody's: neither stands in a log, an address or an argument of a program.
public struct ShortMessage: Sendable, Hashable {
    /// `+84912345678`.
    public let to: String
    public let text: String
    /// The same when it is tried again.
    public let id: String

    public init(to: String, text: String, id: String) {
        self.to = to
        self.text = text
        self.id = id
    }
}

/// Why a message was not taken. The sentences hold nothing of it.
public enum ShortMessageFault: Error, Hashable, Sendable, CustomStringConvertible {
    case unreachable
    case refused(status: Int)
    case failed(status: String)
    case tooSlow

    /// Trying again would come to the same.
    public var isFinal: Bool { if case .refused(let status) = self { (400...499).contains(status) && status != 408 && status != 429 } else { false } }

    public var description: String {
        switch self {
        case .unreachable: "the message service cannot be reached"
        case .refused(let status): "the message service answered \(status)"
        case .failed(let status): "the message command ended with \(status)"
        case .tooSlow: "the message service took too long"
        }
    }
}

/// Whatever an operator named for short messages.
public protocol ShortMessageDoor: Sendable {
    func send(_ message: ShortMessage) async throws
}

/// An endpoint of the configuration: `POST` of JSON `{"id", "text", "to"}`, with a token as `Authorization: Bearer` where one was given; any 2xx is taken.
public struct ShortMessageEndpoint: ShortMessageDoor {
    private let address: ForeignAddress
    private let token: String?
    private let caller: EndpointCaller

    /// Nil where the address is neither HTTPS nor on this machine: a number would travel in the clear.
    public init?(_ address: ForeignAddress, token: String?, caller: EndpointCaller) {
        let isHere = ["localhost", "127.0.0.1", "[::1]", "::1"].contains("\(address.host)")
        guard address.scheme == .https || isHere else { return nil }
        self.address = address
        self.token = token
        self.caller = caller
    }

    public func send(_ message: ShortMessage) async throws {
        let headers: HTTPFields = [.contentType: "application/json", .accept: "application/json"]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(["id": message.id, "text": message.text, "to": message.to])
        let answer: ForeignAnswer
        do {
            answer = try await caller.send(ForeignRequest(.post, address, headers: headers, body: [UInt8](body)), bearer: token)
        } catch is CancellationError { throw CancellationError() } catch FetchFault.tooSlow { throw ShortMessageFault.tooSlow } catch {
            throw ShortMessageFault.unreachable
        }
        guard (200...299).contains(answer.status) else { throw ShortMessageFault.refused(status: answer.status) }
    }
}

/// A command of the operator, run by the shell: the number is the first line of its input, the text what follows; 0 means taken. The message's id is in
/// `CAUNOI_MESSAGE_ID`, so that a command can see that it is tried again.
public struct ShortMessageCommand: ShortMessageDoor {
    private let line: String
    private let patience: Duration

    public init(_ line: String, patience: Duration = .seconds(20)) {
        self.line = line
        self.patience = patience
    }

    public func send(_ message: ShortMessage) async throws {
        let (line, patience) = (line, patience)
        let status = try await withThrowingTaskGroup(of: TerminationStatus.self) { group in
            group.addTask { try await Self.run(line, message) }
            group.addTask {
                try await Task.sleep(for: patience)
                throw ShortMessageFault.tooSlow
            }
            defer { group.cancelAll() }
            guard let status = try await group.next() else { throw ShortMessageFault.tooSlow }
            return status
        }
        guard status.isSuccess else { throw ShortMessageFault.failed(status: "\(status)") }
    }

    private static func run(_ line: String, _ message: ShortMessage) async throws -> TerminationStatus {
        let environment: [Environment.Key: String] = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent", "CAUNOI_MESSAGE_ID": message.id,
        ]
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))]
        let configuration = Configuration(
            executable: .name("sh"),
            // What the command says is not kept: it may repeat the number.
            arguments: Arguments(["-c", "exec >/dev/null 2>&1\n" + line]),
            environment: .custom(environment),
            platformOptions: options
        )
        let bytes = Array((message.to + "\n" + message.text + "\n").utf8)
        do {
            let outcome = try await Subprocess.run(configuration, input: .inputWriter, output: .sequence, error: .string(limit: 4096)) { process in
                let writer = process.standardInputWriter
                // Who does not read closes its input; what became of the message its status says, not the broken pipe.
                do { _ = try await writer.write(bytes) } catch is SubprocessError {}
                try? await writer.finish()
                for try await _ in process.standardOutput {}
            }
            return outcome.terminationStatus
        } catch is SubprocessError { throw ShortMessageFault.unreachable }
    }
}
