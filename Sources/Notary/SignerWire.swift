import Foundation
import PublicRecord

/// What goes over the signer's socket, both ways: four bytes of length (big-endian) and as many bytes of text.
///
/// Asked: `state`, or `sign` and below it what C2SP tlog-witness sends to a witness (`old N`, the proof, an empty line) with the head's text. As a witness of others:
/// `witness` (its key), `cosign` with the keys of the log, an empty line and the request as it came, `witnessed` with an origin.
/// Answered: a status as HTTP has it, and below it the note, the size that is guarded, or why not.
enum SignerWire {
    static let greatest = 256 << 10

    enum Question: Sendable {
        case state
        case sign(old: Int64, proof: [RecordHash], head: Checkpoint)
        case witness
        case cosign(keys: [VerifierKey], request: AddCheckpointRequest)
        case witnessed(origin: String)

        var bytes: [UInt8] {
            switch self {
            case .state: Array("state\n".utf8)
            case .witness: Array("witness\n".utf8)
            case .witnessed(let origin): Array("witnessed\n\(origin)\n".utf8)
            case .cosign(let keys, let request): Array("cosign\n\(keys.map { $0.text + "\n" }.joined())\n".utf8) + request.bytes
            case .sign(let old, let proof, let head): Array("sign\nold \(old)\n\(proof.map { $0.base64 + "\n" }.joined())\n\(head.text)".utf8)
            }
        }

        init(_ bytes: [UInt8]) throws(RecordFault) {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .nonsense("it is no text") }
            if text == "state\n" {
                self = .state
                return
            }
            if text == "witness\n" {
                self = .witness
                return
            }
            if text.hasPrefix("witnessed\n") {
                let origin = String(text.dropFirst("witnessed\n".count).dropLast())
                guard Checkpoint.isOrigin(origin) else { throw .nonsense("'witnessed' names no log") }
                self = .witnessed(origin: origin)
                return
            }
            if text.hasPrefix("cosign\n") {
                self = try SignerWire.cosigning(text.dropFirst("cosign\n".count))
                return
            }
            let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
            guard parts.count >= 4, parts[0] == "sign", parts[1].hasPrefix("old "), let old = Int64(parts[1].dropFirst(4)), old >= 0,
                let gap = parts.firstIndex(of: ""), gap >= 2, gap - 2 <= AddCheckpointRequest.greatestProof
            else { throw .nonsense("it is neither 'state' nor 'sign'") }
            let proof = parts[2..<gap].compactMap { RecordHash(base64: $0) }
            guard proof.count == gap - 2 else { throw .nonsense("a line of the proof is not a hash") }
            do { self = .sign(old: old, proof: proof, head: try Checkpoint(parts[(gap + 1)...].joined(separator: "\n"))) } catch {
                throw .nonsense("\(error)")
            }
        }
    }

    private static func cosigning(_ text: Substring) throws(RecordFault) -> Question {
        guard let gap = text.firstRange(of: "\n\n") else { throw .nonsense("'cosign' has no request") }
        do {
            let keys = try text[..<gap.lowerBound].split(separator: "\n").map { try VerifierKey(String($0)) }
            return .cosign(keys: keys, request: try AddCheckpointRequest(parsing: Array(text[gap.upperBound...].utf8)))
        } catch { throw .nonsense("\(error)") }
    }

    struct Answer: Sendable {
        let status: Int
        let text: String

        var bytes: [UInt8] { Array("\(status)\n\(text)".utf8) }

        init(_ status: Int, _ text: String) {
            self.status = status
            self.text = text
        }

        init(_ bytes: [UInt8]) throws(RecordFault) {
            guard let all = String(validating: bytes, as: UTF8.self), let end = all.firstIndex(of: "\n"), let status = Int(all[..<end]) else {
                throw .nonsense("there is no status")
            }
            self.init(status, String(all[all.index(after: end)...]))
        }
    }

    /// Reads one message. Nil when the other side has gone before its first byte.
    static func read(_ descriptor: Int32) throws(RecordFault) -> [UInt8]? {
        guard let head = try exactly(4, descriptor, mayEnd: true) else { return nil }
        let length = head.reduce(0) { $0 << 8 | Int($1) }
        guard 1...greatest ~= length else { throw .nonsense("a message of \(length) bytes") }
        return try exactly(length, descriptor, mayEnd: false)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(RecordFault) {
        let whole = withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { Array($0) } + bytes
        var sent = 0
        while sent < whole.count {
            let rest = Array(whole[sent...])
            let count = send(descriptor, rest, rest.count, Int32(MSG_NOSIGNAL))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .noSigner(String(cString: strerror(errno))) }
            sent += count
        }
    }

    private static func exactly(_ count: Int, _ descriptor: Int32, mayEnd: Bool) throws(RecordFault) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var piece = [UInt8](repeating: 0, count: count - bytes.count)
            let read = recv(descriptor, &piece, piece.count, 0)
            if read < 0, errno == EINTR { continue }
            if read == 0, bytes.isEmpty, mayEnd { return nil }
            guard read > 0 else { throw .noSigner(read == 0 ? "it hung up" : String(cString: strerror(errno))) }
            bytes += piece.prefix(read)
        }
        return bytes
    }
}

/// A path as the address of a Unix socket.
enum SocketPath {
    /// Nil for a path that is too long for one.
    static func with(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { place in
            guard path.utf8.count < place.count else { return false }
            place.copyBytes(from: path.utf8)
            return true
        }
        guard fits else { return nil }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}
