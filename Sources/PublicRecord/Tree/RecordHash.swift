import Crypto

/// A hash of the record's tree: SHA-256 as RFC 6962 section 2.1 uses it, 32 bytes kept inline.
///
/// The first byte hashed says what is hashed (0x00 an entry, 0x01 two nodes), so an entry can never pass as an inner node.
public struct RecordHash: Sendable, Hashable {
    public static let size = 32

    private var first: UInt64
    private var second: UInt64
    private var third: UInt64
    private var fourth: UInt64

    /// The root of a log without entries: SHA-256 of nothing.
    public static let empty = RecordHash(digest: SHA256().finalize())

    /// Nil unless exactly 32 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        let whole = bytes.withContiguousStorageIfAvailable { RecordHash(raw: UnsafeRawBufferPointer($0)) }
        self = whole ?? Array(bytes).withUnsafeBytes { RecordHash(raw: $0) }
    }

    /// Nil unless 64 lower-case hex digits.
    public init?(hex: some StringProtocol) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes)
    }

    /// Nil unless the standard base64 of 32 bytes, padded, in its one canonical form.
    public init?(base64: some StringProtocol) {
        guard base64.utf8.count == 44, let bytes = Base64.decode(base64) else { return nil }
        self.init(bytes)
    }

    /// The caller vouches for 32 bytes.
    init(raw: UnsafeRawBufferPointer) {
        first = raw.loadUnaligned(as: UInt64.self)
        second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        third = raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        fourth = raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    }

    private init(digest: SHA256.Digest) { self = digest.withUnsafeBytes { RecordHash(raw: $0) } }

    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
    public var hex: String { withUnsafeBytes { Hex.encode($0) } }
    public var base64: String { withUnsafeBytes { Base64.encode($0) } }

    public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try Swift.withUnsafeBytes(of: self, body)
    }

    /// SHA-256(0x00 || entry).
    public static func leaf(_ entry: some Collection<UInt8>) -> RecordHash {
        let whole = entry.withContiguousStorageIfAvailable { hash(0, UnsafeRawBufferPointer($0)) }
        return whole ?? Array(entry).withUnsafeBytes { hash(0, $0) }
    }

    /// SHA-256(0x01 || left || right).
    public static func node(_ left: RecordHash, _ right: RecordHash) -> RecordHash {
        let pair = (left, right)
        return Swift.withUnsafeBytes(of: pair) { hash(1, $0) }
    }

    private static func hash(_ prefix: UInt8, _ bytes: UnsafeRawBufferPointer) -> RecordHash {
        var hash = SHA256()
        Swift.withUnsafeBytes(of: prefix) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: bytes)
        return RecordHash(digest: hash.finalize())
    }
}

extension RecordHash: CustomStringConvertible {
    public var description: String { hex }
}
