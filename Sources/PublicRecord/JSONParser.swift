/// Why bytes are not JSON of the record, and where (byte offset from the start).
public struct JSONFault: Error, Hashable, CustomStringConvertible {
    public enum Reason: String, Sendable {
        case tooLarge = "more bytes than allowed"
        case tooDeep = "nested deeper than allowed"
        case truncated = "ends too early"
        case unexpected = "unexpected byte"
        case trailing = "something follows the value"
        case duplicateKey = "a key stands twice in one object"
        case invalidText = "not UTF-8"
        case invalidEscape = "not an escape of JSON"
        case loneSurrogate = "half of a surrogate pair"
        case controlCharacter = "a control character that is not escaped"
        case notAnInteger = "a number with fraction, exponent, leading zero or minus zero"
        case integerRange = "an integer outside ±(2^53 − 1)"
        case notCanonical = "not in canonical form (RFC 8785)"
        case null = "null inside an array"
        case notRepresentable = "a value the record cannot hold"
    }

    public var reason: Reason
    public var offset: Int
    public var detail: String

    public init(_ reason: Reason, at offset: Int = 0, detail: String = "") {
        self.reason = reason
        self.offset = offset
        self.detail = detail
    }

    public var description: String { "\(reason.rawValue) at byte \(offset)" + (detail.isEmpty ? "" : ": \(detail)") }
}

/// Reads JSON strictly: RFC 8259 with the record's limits; no duplicate keys, no floats, no lone surrogates, nothing after the value.
public struct JSONParser: Sendable {
    /// Greatest size in bytes.
    public var maximumSize: Int
    /// Greatest nesting of arrays and objects.
    public var maximumDepth: Int

    public init(maximumSize: Int = 16 << 20, maximumDepth: Int = 64) {
        self.maximumSize = maximumSize
        self.maximumDepth = min(maximumDepth, 512)
    }

    public func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        guard bytes.count <= maximumSize else { throw JSONFault(.tooLarge, at: maximumSize) }
        var reading = Reading(bytes: bytes, maximumDepth: maximumDepth)
        let value = try reading.value(depth: 0)
        reading.skipSpace()
        guard reading.position == bytes.count else { throw JSONFault(.trailing, at: reading.position) }
        return value
    }
}

private struct Reading {
    let bytes: [UInt8]
    let maximumDepth: Int
    var position = 0

    init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    func peek() throws(JSONFault) -> UInt8 {
        guard position < bytes.count else { throw JSONFault(.truncated, at: position) }
        return bytes[position]
    }

    mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .int(try integer())
        default: throw JSONFault(.unexpected, at: position)
        }
    }

    mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard try peek() == word.utf8Start[index] else { throw JSONFault(.unexpected, at: position) }
            position += 1
        }
        return value
    }

    mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth <= maximumDepth else { throw JSONFault(.tooDeep, at: position) }
        position += 1
        var members: [String: JSONValue] = [:]
        skipSpace()
        if try peek() == UInt8(ascii: "}") {
            position += 1
            return .object(members)
        }
        while true {
            skipSpace()
            let start = position
            guard try peek() == UInt8(ascii: "\"") else { throw JSONFault(.unexpected, at: position) }
            let key = try string()
            guard members[key] == nil else { throw JSONFault(.duplicateKey, at: start) }
            skipSpace()
            guard try peek() == UInt8(ascii: ":") else { throw JSONFault(.unexpected, at: position) }
            position += 1
            members[key] = try value(depth: depth)
            if try closes(with: UInt8(ascii: "}")) { return .object(members) }
        }
    }

    mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth <= maximumDepth else { throw JSONFault(.tooDeep, at: position) }
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if try peek() == UInt8(ascii: "]") {
            position += 1
            return .array(elements)
        }
        while true {
            elements.append(try value(depth: depth))
            if try closes(with: UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func closes(with end: UInt8) throws(JSONFault) -> Bool {
        skipSpace()
        let byte = try peek()
        guard byte == end || byte == UInt8(ascii: ",") else { throw JSONFault(.unexpected, at: position) }
        position += 1
        return byte == end
    }

    private mutating func integer() throws(JSONFault) -> Int64 {
        let start = position
        let negative = bytes[position] == UInt8(ascii: "-")
        if negative { position += 1 }
        let first = position
        var value: Int64 = 0
        while position < bytes.count, case let digit = bytes[position], (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
            value = value * 10 + Int64(digit - UInt8(ascii: "0"))
            guard value <= JSONValue.integers.upperBound else { throw JSONFault(.integerRange, at: start) }
            position += 1
        }
        guard position > first else { throw JSONFault(position < bytes.count ? .unexpected : .truncated, at: position) }
        let leadingZero = bytes[first] == UInt8(ascii: "0") && (position - first > 1 || negative)
        let fraction = position < bytes.count && [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[position])
        guard !leadingZero, !fraction else { throw JSONFault(.notAnInteger, at: start) }
        return negative ? -value : value
    }

    private mutating func string() throws(JSONFault) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        while true {
            let runStart = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\"), bytes[position] >= 0x20 {
                position += 1
            }
            text.append(contentsOf: bytes[runStart..<position])
            switch try peek() {
            case UInt8(ascii: "\""):
                position += 1
                guard let string = String(validating: text, as: UTF8.self) else { throw JSONFault(.invalidText, at: start) }
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            default: throw JSONFault(.controlCharacter, at: position)
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        let start = position
        position += 1
        let letter = try peek()
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var code = try fourHexDigits()
            if (0xD800..<0xDC00).contains(code) {
                guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u") else {
                    throw JSONFault(.loneSurrogate, at: start)
                }
                position += 2
                let low = try fourHexDigits()
                guard (0xDC00..<0xE000).contains(low) else { throw JSONFault(.loneSurrogate, at: start) }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw JSONFault(.loneSurrogate, at: start) }
            text.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        default: throw JSONFault(.invalidEscape, at: start)
        }
    }

    private mutating func fourHexDigits() throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Hex.value(of: try peek()) else { throw JSONFault(.invalidEscape, at: position) }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }
}
