/// Canonical JSON: RFC 8785 (JCS) with the record's restriction to integers. One value has exactly one byte form.
///
/// Keys in the order of their UTF-16 code units, no white space, shortest escapes. Members whose value is null are not written
/// (an absent optional and an empty one must not differ); null inside an array is a fault.
public enum CanonicalJSON {
    /// Throws `JSONFault` for a float, an integer outside ±(2^53 − 1) or a null inside an array.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        try serialise(try JSONValueEncoder.value(of: value))
    }

    /// The value that `encode` would write.
    public static func value(of value: some Encodable) throws -> JSONValue { try JSONValueEncoder.value(of: value) }

    public static func serialise(_ value: JSONValue) throws(JSONFault) -> [UInt8] {
        var bytes: [UInt8] = []
        try write(value, to: &bytes)
        return bytes
    }

    /// Reads strictly; `canonical`: refuse bytes that are not exactly what `serialise` would write.
    public static func parse(_ bytes: [UInt8], parser: JSONParser = JSONParser(), canonical: Bool = false) throws(JSONFault) -> JSONValue {
        let value = try parser.parse(bytes)
        if canonical, try serialise(value) != bytes { throw JSONFault(.notCanonical) }
        return value
    }

    /// Decodes after the strict reading, so duplicates, floats and over-deep input never reach `T`.
    public static func decode<T: Decodable>(_ type: T.Type = T.self, from bytes: [UInt8], parser: JSONParser = JSONParser()) throws -> T {
        try decode(type, from: try parser.parse(bytes))
    }

    /// The same from a value that was read before.
    public static func decode<T: Decodable>(_ type: T.Type = T.self, from value: JSONValue) throws -> T { try JSONValueDecoder(value).decode(type) }

    private static func write(_ value: JSONValue, to bytes: inout [UInt8]) throws(JSONFault) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value):
            guard JSONValue.integers.contains(value) else { throw JSONFault(.integerRange, at: bytes.count, detail: String(value)) }
            bytes.append(contentsOf: String(value).utf8)
        case .string(let text): write(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                if element == .null { throw JSONFault(.null, at: bytes.count) }
                try write(element, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            var first = true
            for (key, member) in members.sorted(by: { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }) where member != .null {
                if !first { bytes.append(UInt8(ascii: ",")) }
                first = false
                write(key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                try write(member, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { source in
            var start = 0
            for (index, byte) in source.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: source[start..<index])
                start = index + 1
                switch byte {
                case 0x08: bytes.append(contentsOf: "\\b".utf8)
                case 0x09: bytes.append(contentsOf: "\\t".utf8)
                case 0x0A: bytes.append(contentsOf: "\\n".utf8)
                case 0x0C: bytes.append(contentsOf: "\\f".utf8)
                case 0x0D: bytes.append(contentsOf: "\\r".utf8)
                case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
                case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
                default: bytes.append(contentsOf: "\\u00\(Hex.encode([byte]))".utf8)
                }
            }
            bytes.append(contentsOf: source[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
