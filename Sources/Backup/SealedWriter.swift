import CSodium
import Crypto
import Glibc
import PublicRecord

/// How a file of a backup is closed.
public enum Seal: Sendable, Equatable {
    /// Not at all: who has the file can read it.
    case open
    /// For whoever has the other half of this key.
    case recipient(Recipient)
    /// With 32 bytes that are kept elsewhere.
    case secret([UInt8])

    var magic: [UInt8] {
        switch self {
        case .open: SealKind.open
        case .recipient: SealKind.recipient
        case .secret: SealKind.secret
        }
    }
}

/// The first eight bytes of a file of a backup.
enum SealKind {
    static let open = Array("caunoi-0".utf8)
    static let recipient = Array("caunoi-R".utf8)
    static let secret = Array("caunoi-S".utf8)
}

/// What was written of one part.
public struct WrittenPart: Sendable, Hashable, Codable {
    public var name: String
    /// Bytes of what is in it, and of the file.
    public let plain: Int64
    public let bytes: Int64
    /// SHA-256 of the file, hexadecimal.
    public let sha256: String
}

/// Writes a sealed file from its beginning to its end (docs/operating/backup.md has the format): eight bytes that say how it is sealed; for a recipient a fresh key in a sealed box
/// of libsodium; the head of a secretstream (XChaCha20-Poly1305); pieces of 64 KiB, each with 17 bytes that authenticate it and its place, the last one marked, so that a file that was cut
/// short is never taken for whole.
///
/// Left without `finish()`, nothing of it remains. Not for use from two tasks at once.
public final class SealedWriter {
    static let piece = 64 << 10
    /// What a piece grows by.
    static let growth = crypto_secretstream_xchacha20poly1305_abytes()

    private let path: String
    private let descriptor: Int32
    private let isSealed: Bool
    private var state = crypto_secretstream_xchacha20poly1305_state()
    private var hash = SHA256()
    private var pending: [UInt8] = []
    private var plain: Int64 = 0
    private var bytes: Int64 = 0
    private var isOpen = true

    /// - Throws: `BackupFault`; where a file of that name is, too.
    public init(_ path: String, seal: Seal) throws {
        try startSodium()
        self.path = path
        isSealed = seal != .open
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            let code = errno
            // What is there under that name is not ours.
            isOpen = false
            throw ByteFile.fault(path, code)
        }
        pending.reserveCapacity(2 * Self.piece)
        var head = seal.magic
        var key: [UInt8]
        switch seal {
        case .open: key = []
        case .secret(let secret): key = secret
        case .recipient(let recipient):
            key = [UInt8](repeating: 0, count: crypto_secretstream_xchacha20poly1305_keybytes())
            crypto_secretstream_xchacha20poly1305_keygen(&key)
            var box = [UInt8](repeating: 0, count: key.count + crypto_box_sealbytes())
            guard crypto_box_seal(&box, key, UInt64(key.count), recipient.bytes) == 0 else {
                throw BackupFault.notARecipient("\(recipient)")
            }
            head += box
        }
        if isSealed {
            var start = [UInt8](repeating: 0, count: crypto_secretstream_xchacha20poly1305_headerbytes())
            guard key.count == crypto_secretstream_xchacha20poly1305_keybytes(),
                crypto_secretstream_xchacha20poly1305_init_push(&state, &start, key) == 0
            else { throw BackupFault.toolFailed("libsodium", why: "the key is not of 32 bytes") }
            head += start
        }
        try put(head)
    }

    deinit { discard() }

    public func write(_ content: some Collection<UInt8>) throws {
        plain += Int64(content.count)
        pending += content
        var from = 0
        while pending.count - from >= Self.piece {
            try push(pending[from..<from + Self.piece], isLast: false)
            from += Self.piece
        }
        pending.removeFirst(from)
    }

    /// Writes the end and makes it durable.
    public func finish() throws -> WrittenPart {
        try push(pending[...], isLast: true)
        guard fsync(descriptor) == 0 else { throw ByteFile.fault(path, errno) }
        isOpen = false
        close(descriptor)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return WrittenPart(name: name, plain: plain, bytes: bytes, sha256: Hex.encode(hash.finalize()))
    }

    public func discard() {
        guard isOpen else { return }
        isOpen = false
        close(descriptor)
        unlink(path)
    }

    /// How long a sealed file is whose content has so many bytes (with a secret).
    static func sealedSize(_ plain: Int64) -> Int64 {
        8 + Int64(crypto_secretstream_xchacha20poly1305_headerbytes()) + plain + Int64(growth) * (plain / Int64(piece) + 1)
    }

    private func push(_ content: ArraySlice<UInt8>, isLast: Bool) throws {
        guard isSealed else { return try put(content) }
        let tag = isLast ? crypto_secretstream_xchacha20poly1305_tag_final() : crypto_secretstream_xchacha20poly1305_tag_message()
        var output = [UInt8](repeating: 0, count: content.count + Self.growth)
        let done = content.withUnsafeBufferPointer {
            crypto_secretstream_xchacha20poly1305_push(&state, &output, nil, $0.baseAddress, UInt64($0.count), nil, 0, tag)
        }
        guard done == 0 else { throw BackupFault.toolFailed("libsodium", why: "a piece was not sealed") }
        try put(output)
    }

    private func put(_ content: some Collection<UInt8>) throws {
        let content = Array(content)
        do { try ByteFile.write(descriptor, content, path) } catch {
            // A full disk is given its space back at once.
            discard()
            throw error
        }
        hash.update(data: content)
        bytes += Int64(content.count)
    }
}
