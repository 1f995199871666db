/// The part of CBOR (RFC 8949) that authenticators speak (CTAP2's canonical form): definite lengths, no tags, no floating point, little nesting.
package indirect enum CBOR: Hashable, Sendable {
    case integer(Int64)
    case bytes([UInt8])
    case text(String)
    case array([CBOR])
    case map([CBOR: CBOR])
    case bool(Bool)
    case null

    package struct Malformed: Error {}

    private static let deepest = 6
    private static let mostEntries = 64

    /// One value and nothing behind it.
    package static func read(_ bytes: [UInt8]) throws(Malformed) -> CBOR {
        var rest = bytes[...]
        let value = try read(from: &rest)
        guard rest.isEmpty else { throw Malformed() }
        return value
    }

    /// The next value; what stands behind it stays.
    package static func read(from rest: inout ArraySlice<UInt8>, depth: Int = 0) throws(Malformed) -> CBOR {
        guard depth <= deepest, let first = rest.popFirst() else { throw Malformed() }
        let minor = first & 0x1F
        if first >> 5 == 7 {
            switch minor {
            case 20: return .bool(false)
            case 21: return .bool(true)
            case 22: return .null
            default: throw Malformed()
            }
        }
        let argument = try argument(minor, &rest)
        switch first >> 5 {
        case 0: return .integer(argument)
        case 1: return .integer(-1 - argument)
        case 2: return .bytes(try take(argument, &rest))
        case 3:
            guard let text = String(validating: try take(argument, &rest), as: UTF8.self) else { throw Malformed() }
            return .text(text)
        case 4:
            guard argument <= mostEntries else { throw Malformed() }
            var array: [CBOR] = []
            for _ in 0..<argument { array.append(try read(from: &rest, depth: depth + 1)) }
            return .array(array)
        case 5:
            guard argument <= mostEntries else { throw Malformed() }
            var map: [CBOR: CBOR] = [:]
            for _ in 0..<argument {
                let key = try read(from: &rest, depth: depth + 1)
                // One key twice would be read one way here and another way elsewhere.
                guard map.updateValue(try read(from: &rest, depth: depth + 1), forKey: key) == nil else { throw Malformed() }
            }
            return .map(map)
        default: throw Malformed()
        }
    }

    private static func argument(_ minor: UInt8, _ rest: inout ArraySlice<UInt8>) throws(Malformed) -> Int64 {
        if minor < 24 { return Int64(minor) }
        guard minor <= 27 else { throw Malformed() }
        var number: UInt64 = 0
        for byte in try take(Int64(1) << Int64(minor - 24), &rest) { number = number << 8 | UInt64(byte) }
        guard let argument = Int64(exactly: number) else { throw Malformed() }
        return argument
    }

    private static func take(_ count: Int64, _ rest: inout ArraySlice<UInt8>) throws(Malformed) -> [UInt8] {
        guard count <= rest.count else { throw Malformed() }
        let taken = Array(rest.prefix(Int(count)))
        rest = rest.dropFirst(Int(count))
        return taken
    }

    package subscript(_ key: Int64) -> CBOR? { if case .map(let map) = self { map[.integer(key)] } else { nil } }
    package subscript(_ key: String) -> CBOR? { if case .map(let map) = self { map[.text(key)] } else { nil } }
    package var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
    package var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
    package var text: String? { if case .text(let text) = self { text } else { nil } }
}
