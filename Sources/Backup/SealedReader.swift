import CSodium
import Crypto
import Glibc
import PublicRecord

/// With what a sealed file is opened.
public enum Opener: Sendable {
    /// Only what is not sealed.
    case none
    case identity(BackupIdentity)
    case secret([UInt8])
}

/// Reads what `SealedWriter` wrote, piece by piece. What it gives was authenticated, and when it gives nil it has seen the end that was written.
/// Not for use from two tasks at once.
public final class SealedReader {
    private let path: String
    private let descriptor: Int32
    private let isSealed: Bool
    private var state: crypto_secretstream_xchacha20poly1305_state
    private var hash: SHA256
    private var isOver = false
    /// Bytes of the file read so far.
    public private(set) var bytes: Int64

    /// - Throws: `BackupFault.missing`, `.wrongKey`, `.damaged`.
    public init(_ path: String, with opener: Opener) throws {
        try startSodium()
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? BackupFault.missing(path: path) : BackupFault.cannotRead(path: path, reason: ByteFile.reason(errno))
        }
        let head: Head
        do { head = try Head(descriptor, path, opener) } catch {
            close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
        isSealed = head.isSealed
        state = head.state
        hash = head.hash
        bytes = head.bytes
    }

    /// What stands before the first piece.
    private struct Head {
        var isSealed = false
        var state = crypto_secretstream_xchacha20poly1305_state()
        var hash = SHA256()
        var bytes: Int64 = 0

        init(_ descriptor: Int32, _ path: String, _ opener: Opener) throws {
            let magic = try take(8, descriptor, path)
            let key: [UInt8]
            switch opener {
            case _ where magic == Seal.open.magic: return
            case .identity(let identity) where magic == SealKind.recipient:
                let box = try take(32 + crypto_box_sealbytes(), descriptor, path)
                var opened = [UInt8](repeating: 0, count: 32)
                guard crypto_box_seal_open(&opened, box, UInt64(box.count), identity.recipient.bytes, identity.secret) == 0 else {
                    throw BackupFault.wrongKey(path: path)
                }
                key = opened
            case .secret(let secret) where magic == SealKind.secret: key = secret
            case _ where magic == SealKind.recipient || magic == SealKind.secret: throw BackupFault.wrongKey(path: path)
            default: throw BackupFault.damaged(path: path, what: "it is no file of a backup")
            }
            isSealed = true
            let start = try take(crypto_secretstream_xchacha20poly1305_headerbytes(), descriptor, path)
            guard key.count == 32, crypto_secretstream_xchacha20poly1305_init_pull(&state, start, key) == 0 else {
                throw BackupFault.damaged(path: path, what: "its beginning cannot be read")
            }
        }

        private mutating func take(_ count: Int, _ descriptor: Int32, _ path: String) throws -> [UInt8] {
            let part = try ByteFile.read(descriptor, count, path)
            guard part.count == count else { throw BackupFault.damaged(path: path, what: "it ends before it begins") }
            bytes += Int64(count)
            hash.update(data: part)
            return part
        }
    }

    deinit { close(descriptor) }

    /// The next piece, at most 64 KiB; nil behind the end.
    public func next() throws -> [UInt8]? {
        if isOver { return nil }
        let most = SealedWriter.piece + (isSealed ? SealedWriter.growth : 0)
        let part = try ByteFile.read(descriptor, most, path)
        bytes += Int64(part.count)
        hash.update(data: part)
        guard isSealed else {
            isOver = part.count < most
            return part.isEmpty ? nil : part
        }
        guard part.count >= SealedWriter.growth else { throw BackupFault.damaged(path: path, what: "it ends before its end") }
        var output = [UInt8](repeating: 0, count: part.count - SealedWriter.growth)
        var tag: UInt8 = 0
        guard crypto_secretstream_xchacha20poly1305_pull(&state, &output, nil, &tag, part, UInt64(part.count), nil, 0) == 0 else {
            throw BackupFault.damaged(path: path, what: "what is sealed in it does not open at byte \(bytes - Int64(part.count))")
        }
        if tag == crypto_secretstream_xchacha20poly1305_tag_final() {
            isOver = true
            guard try ByteFile.read(descriptor, 1, path).isEmpty else { throw BackupFault.damaged(path: path, what: "something follows its end") }
        } else if part.count < most {
            throw BackupFault.damaged(path: path, what: "it ends before its end")
        }
        return output.isEmpty ? nil : output
    }

    /// SHA-256 of what was read of the file, hexadecimal.
    public var sha256: String { Hex.encode(hash.finalize()) }

    /// Hands everything to `body` and compares the file with what is written of it.
    public static func read(_ part: WrittenPart, in folder: String, with opener: Opener, _ body: ([UInt8]) throws -> Void) throws {
        let path = "\(folder)/\(part.name)"
        let reader = try SealedReader(path, with: opener)
        var plain: Int64 = 0
        while let piece = try reader.next() {
            plain += Int64(piece.count)
            try body(piece)
        }
        guard plain == part.plain, reader.bytes == part.bytes, reader.sha256 == part.sha256 else {
            throw BackupFault.damaged(path: path, what: "it is another file than its manifest names")
        }
    }

    /// Compares a file with what is written of it, without opening it.
    public static func check(_ part: WrittenPart, in folder: String) throws {
        let path = "\(folder)/\(part.name)"
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BackupFault.missing(path: path) }
        defer { close(descriptor) }
        var hash = SHA256()
        var bytes: Int64 = 0
        while true {
            let piece = try ByteFile.read(descriptor, 1 << 20, path)
            if piece.isEmpty { break }
            hash.update(data: piece)
            bytes += Int64(piece.count)
        }
        guard bytes == part.bytes else { throw BackupFault.damaged(path: path, what: "it has \(bytes) bytes, its manifest says \(part.bytes)") }
        guard Hex.encode(hash.finalize()) == part.sha256 else {
            throw BackupFault.damaged(path: path, what: "its SHA-256 is not the one in its manifest")
        }
    }
}
