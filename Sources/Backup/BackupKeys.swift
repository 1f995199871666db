import CSodium
import Crypto
import Glibc
import PublicRecord

/// The public half of a backup's key (X25519): what is sealed with it only its other half opens, which the server does not have.
public struct Recipient: Sendable, Hashable, LosslessStringConvertible {
    static let prefix = "caunoi-pub-"
    /// Always 32.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Strict: a digit that was typed wrong is found by the check at the end, for nobody could ever open what was sealed with it.
    public init?(_ description: String) {
        guard let bytes = KeyText.read(description, Self.prefix) else { return nil }
        self.bytes = bytes
    }

    public var description: String { KeyText.write(bytes, Self.prefix) }
}

/// Both halves of a backup's key. Kept away from the server: on paper, on a stick in a safe.
public struct BackupIdentity: Sendable {
    static let prefix = "caunoi-key-"
    public let recipient: Recipient
    let secret: [UInt8]

    /// A new one.
    public static func make() throws -> BackupIdentity {
        try startSodium()
        var (open, secret) = ([UInt8](repeating: 0, count: 32), [UInt8](repeating: 0, count: 32))
        guard crypto_box_keypair(&open, &secret) == 0 else { throw BackupFault.toolFailed("libsodium", why: "no key was made") }
        return BackupIdentity(recipient: Recipient(bytes: open), secret: secret)
    }

    init(recipient: Recipient, secret: [UInt8]) {
        self.recipient = recipient
        self.secret = secret
    }

    /// Reads the file that `write` made; other lines in it are passed over.
    public init(file path: String) throws {
        try startSodium()
        let text = String(decoding: try ByteFile.contents(path, limit: 1 << 16), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isWhitespace).compactMap { KeyText.read(String($0), Self.prefix) }
        guard lines.count == 1, let secret = lines.first else { throw BackupFault.noIdentity(path: path) }
        var open = [UInt8](repeating: 0, count: 32)
        guard crypto_scalarmult_base(&open, secret) == 0 else { throw BackupFault.noIdentity(path: path) }
        self.init(recipient: Recipient(bytes: open), secret: secret)
    }

    /// Writes it into a file that only its owner reads; never over another one.
    public func write(to path: String) throws {
        let text =
            "# The secret key of backups. Keep it away from the server; without it no backup can be read.\n# public: \(recipient)\n"
            + KeyText.write(secret, Self.prefix) + "\n"
        try ByteFile.create(path, Array(text.utf8), mode: 0o600)
    }
}

func startSodium() throws {
    guard sodium_init() >= 0 else { throw BackupFault.toolFailed("libsodium", why: "it does not start") }
}

/// 32 bytes in hexadecimal digits, and four of their SHA-256 to find slips.
private enum KeyText {
    static func write(_ bytes: [UInt8], _ prefix: String) -> String { prefix + Hex.encode(bytes + check(bytes, prefix)) }

    static func read(_ text: String, _ prefix: String) -> [UInt8]? {
        guard text.hasPrefix(prefix), let bytes = Hex.decode(text.dropFirst(prefix.count)), bytes.count == 36 else { return nil }
        let key = Array(bytes.prefix(32))
        return bytes.suffix(4).elementsEqual(check(key, prefix)) ? key : nil
    }

    private static func check(_ bytes: [UInt8], _ prefix: String) -> [UInt8] { Array(SHA256.hash(data: Array(prefix.utf8) + bytes).prefix(4)) }
}
