import FileStore
import Foundation
public import PublicRecord
import Synchronization

/// The portal's end of the signer's socket. Calls take turns; a line that broke is opened anew.
public final class SignerDoor: Sendable {
    /// What the signer says of itself.
    public struct State: Sendable {
        public let key: VerifierKey
        /// The key that signs beside it, and will take its place; nil: none.
        public let next: VerifierKey?
        /// What it signed last, verified with its key; nil: nothing yet.
        public let head: Checkpoint?
        public let note: SignedNote?
    }

    /// A line to the signer, and what is to be done when it is cut.
    public struct Line: Sendable {
        public let descriptor: Int32
        public let cut: @Sendable () -> Void

        public init(_ descriptor: Int32, cut: @escaping @Sendable () -> Void = {}) {
            self.descriptor = descriptor
            self.cut = cut
        }
    }

    private let call: @Sendable () throws -> Line
    private let queue = BlockingQueue("caunoi.signer", lanes: 1)
    private let line = Mutex<Line?>(nil)
    /// Seconds an answer may take.
    private let patience: Int

    /// `call`: opens a line, for instance to a child (its standard input).
    public init(patience: Int = 10, call: @escaping @Sendable () throws -> Line) {
        self.patience = patience
        self.call = call
    }

    /// To a `caunoi signer --socket`.
    public convenience init(socket path: String, patience: Int = 10) {
        self.init(patience: patience) { try Self.connected(path) }
    }

    deinit { hangUp() }

    /// Ends the line, and with it a signer that is a child.
    public func close() { hangUp() }

    public func state() async throws -> State {
        let answer = try await ask(.state)
        if answer.status == 503 { throw RecordFault.noSigner(answer.text) }
        guard answer.status == 200, let end = answer.text.firstIndex(of: "\n") else { throw RecordFault.nonsense(answer.text) }
        let key = try VerifierKey(String(answer.text[..<end]))
        var text = answer.text[answer.text.index(after: end)...]
        var next: VerifierKey?
        if text.hasPrefix("next "), let end = text.firstIndex(of: "\n") {
            next = try VerifierKey(String(text[..<end].dropFirst("next ".count)))
            text = text[text.index(after: end)...]
        }
        let rest = Array(text.utf8)
        guard !rest.isEmpty else { return State(key: key, next: next, head: nil, note: nil) }
        let note = try SignedNote(parsing: rest)
        _ = try note.verified(by: [key])
        return State(key: key, next: next, head: try Checkpoint(note.text), note: note)
    }

    /// A signed head. Throws `RecordFault.refused` when it does not follow from what was signed before, `.noSigner` when nobody answers.
    public func sign(_ head: Checkpoint, old: Int64, proof: [RecordHash], key: VerifierKey) async throws -> SignedNote {
        let answer = try await ask(.sign(old: old, proof: proof, head: head))
        switch answer.status {
        case 200:
            let note = try SignedNote(parsing: Array(answer.text.utf8))
            guard note.text == head.text else { throw RecordFault.nonsense("another head was signed") }
            _ = try note.verified(by: [key])
            return note
        case 503: throw RecordFault.noSigner(answer.text)
        default: throw RecordFault.refused(status: answer.status, answer.text)
        }
    }

    /// The key heads of other logs are cosigned with.
    public func witnessKey() async throws -> VerifierKey {
        let answer = try await ask(.witness)
        guard answer.status == 200 else { throw RecordFault.noSigner(answer.text) }
        return try VerifierKey(answer.text)
    }

    /// What the witness answers to a log: a status of C2SP tlog-witness, and with 200 the cosignature's line, with 409 the size it holds.
    public func cosign(_ request: AddCheckpointRequest, keys: [VerifierKey]) async throws -> (status: Int, text: String) {
        let answer = try await ask(.cosign(keys: keys, request: request))
        if answer.status == 503 { throw RecordFault.noSigner(answer.text) }
        return (answer.status, answer.text)
    }

    /// The head of another log that was cosigned last; nil: none.
    public func witnessed(_ origin: String) async throws -> SignedNote? {
        let answer = try await ask(.witnessed(origin: origin))
        switch answer.status {
        case 200: return try SignedNote(parsing: Array(answer.text.utf8))
        case 404: return nil
        default: throw RecordFault.noSigner(answer.text)
        }
    }

    private func ask(_ question: SignerWire.Question) async throws -> SignerWire.Answer {
        try await queue.run { [self] in
            let isOld = line.withLock { $0 != nil }
            do { return try exchange(question) } catch RecordFault.noSigner(let why) {
                hangUp()
                // A signer that was restarted meanwhile is asked once more; a question asked twice is answered the same.
                guard isOld else { throw RecordFault.noSigner(why) }
                return try exchange(question)
            }
        }
    }

    private func exchange(_ question: SignerWire.Question) throws -> SignerWire.Answer {
        let descriptor = try opened()
        try SignerWire.write(question.bytes, to: descriptor)
        guard let bytes = try SignerWire.read(descriptor) else { throw RecordFault.noSigner("it hung up") }
        return try SignerWire.Answer(bytes)
    }

    private func opened() throws -> Int32 {
        if let known = line.withLock({ $0 }) { return known.descriptor }
        let new = try call()
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(new.descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(new.descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        line.withLock { $0 = new }
        return new.descriptor
    }

    private static func connected(_ path: String) throws(RecordFault) -> Line {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .noSigner(String(cString: strerror(errno))) }
        let called = SocketPath.with(path) { connect(descriptor, $0, $1) }
        guard called == 0 else {
            let why = called == nil ? "the path is too long for a socket" : String(cString: strerror(errno))
            Glibc.close(descriptor)
            throw .noSigner("\(path): \(why)")
        }
        return Line(descriptor)
    }

    private func hangUp() {
        let old = line.withLock { line in
            defer { line = nil }
            return line
        }
        guard let old else { return }
        Glibc.close(old.descriptor)
        old.cut()
    }
}
