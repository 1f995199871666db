internal import Crypto

/// The SHA-256 (FIPS 180-4) of a file's content, which is its name in a file store. As text 64 lower-case hexadecimal digits.
public struct ContentHash: Sendable, Hashable, Comparable {
    /// Always 32.
    public let bytes: [UInt8]

    /// The hash of content held in memory.
    public init(of content: some Sequence<UInt8>) {
        var hash = SHA256()
        hash.update(data: Array(content))
        bytes = Array(hash.finalize())
    }

    /// - Returns: nil unless there are 32 bytes.
    public init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == SHA256.byteCount else { return nil }
        self.bytes = bytes
    }

    init(finishing hash: SHA256) {
        bytes = Array(hash.finalize())
    }

    public static func < (left: ContentHash, right: ContentHash) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension ContentHash: LosslessStringConvertible {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Strict: exactly 64 lower-case digits, so that a hash has one spelling only.
    public init?(_ description: String) {
        let text = Array(description.utf8)
        guard text.count == 2 * SHA256.byteCount else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: text.count, by: 2) {
            guard let high = Self.digits.firstIndex(of: text[index]), let low = Self.digits.firstIndex(of: text[index + 1]) else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        self.bytes = bytes
    }

    public var description: String {
        String(decoding: bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension ContentHash: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = ContentHash(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 in lower-case hexadecimal digits")
        }
        self = hash
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
