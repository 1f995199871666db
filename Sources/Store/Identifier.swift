public import Vietnamese

/// The id of a row: 64 bits, ordered by time, unique across the nodes of one installation.
///
/// Its only text form (addresses, JSON, command line) is 13 lower-case Crockford base32 characters; in JSON it is always a string.
/// Each noun has its own type (`SiteID`, `ItemID`), so ids of different nouns cannot be confused.
public protocol Identifier: RawRepresentable, Hashable, Comparable, Sendable, Codable, LosslessStringConvertible, SQLBindable, SQLReadable
where RawValue == Int64 {
    init(rawValue: Int64)
}

extension Identifier {
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    public var description: String { Crockford.encode(rawValue) }

    public init?(_ description: String) {
        guard let value = Crockford.decode(description) else { return nil }
        self.init(rawValue: value)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not an id (13 characters 0-9 a-z without i l o u)")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Crockford's base32, 13 characters for a non-negative 64-bit number, lower case.
public enum Crockford {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    public static func encode(_ value: Int64) -> String {
        var rest = UInt64(bitPattern: value)
        var bytes = [UInt8](repeating: 0, count: 13)
        for index in stride(from: 12, through: 0, by: -1) {
            bytes[index] = alphabet[Int(rest & 31)]
            rest >>= 5
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Strict: exactly 13 of the alphabet's characters, and a value that fits 63 bits.
    public static func decode(_ text: some StringProtocol) -> Int64? {
        let bytes = text.utf8
        guard bytes.count == 13 else { return nil }
        var value: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            guard let digit = alphabet.firstIndex(of: byte) else { return nil }
            if index == 0 && digit > 7 { return nil }
            value = value << 5 | UInt64(digit)
        }
        return Int64(bitPattern: value)
    }
}

/// The time, as a value that tests replace.
public struct Clock: Sendable {
    public let now: @Sendable () -> Instant

    public init(now: @escaping @Sendable () -> Instant) { self.now = now }
}

extension Instant: SQLBindable, SQLReadable {}

extension CivilDate: SQLBindable, SQLReadable {
    public var sqlValue: SQLValue { .text(description) }
    public static func read(_ value: SQLValue) -> CivilDate? { String.read(value).flatMap { CivilDate($0) } }
}
