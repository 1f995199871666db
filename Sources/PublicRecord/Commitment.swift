import Crypto
public import Foundation

/// A salted commitment of the public record:
/// `SHA-256("portal-commit/v1 " || tag || 0x0A || salt[32] || bytes)`.
///
/// It binds the publisher to the bytes, and says nothing about them once the salt is destroyed (a plain hash of a short text can be
/// guessed). Its text form is 64 lower-case hex digits.
public struct Commitment: Sendable, Hashable {
    /// What is committed to; part of the hash, so a commitment to a text can never pass as one to a file.
    public enum Tag: String, Sendable, CaseIterable {
        /// The canonical JSON of an edition.
        case content
        /// Its canonical text (`ct-1`).
        case text
        /// A file.
        case asset
        /// A bundle of approval assertions.
        case att
        /// Header, navigation and footer of a site in one language.
        case chrome
    }

    public static let size = 32
    public let bytes: [UInt8]

    public init(_ tag: Tag, salt: Salt, _ bytes: some DataProtocol) {
        var hasher = CommitmentHasher(tag, salt: salt)
        hasher.update(bytes)
        self = hasher.finish()
    }

    fileprivate init(digest: SHA256.Digest) { bytes = Array(digest) }

    /// Nil unless 64 lower-case hex digits.
    public init?(hex: some StringProtocol) {
        guard let bytes = Hex.decode(hex), bytes.count == Self.size else { return nil }
        self.bytes = bytes
    }

    public var hex: String { Hex.encode(bytes) }
}

/// The same commitment over bytes that come in pieces (a large file).
public struct CommitmentHasher: Sendable {
    private var hash = SHA256()

    public init(_ tag: Commitment.Tag, salt: Salt) {
        hash.update(data: Array("portal-commit/v1 \(tag.rawValue)\n".utf8))
        hash.update(data: salt.bytes)
    }

    public mutating func update(_ bytes: some DataProtocol) { hash.update(data: bytes) }

    public func finish() -> Commitment { Commitment(digest: hash.finalize()) }
}

extension Commitment: CustomStringConvertible, Codable {
    public var description: String { hex }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let commitment = Commitment(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a commitment is 64 lower-case hex digits")
        }
        self = commitment
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
