/// A value that travels to or from a database column.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// One SQL statement, or a piece of one: literal text apart from the values it binds.
///
/// Literal parts are `StaticString`, so text made at run time cannot become SQL; it can only be bound.
/// Fragments nest: `"SELECT id FROM item WHERE \(filter)"`.
/// The text is written once, in the dialect both engines share (see `docs/decisions`); only placeholders differ (`?1`, `$1`).
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    public enum Part: Sendable {
        case text(StaticString)
        case value(SQLValue)
    }

    public var parts: [Part]

    /// False where the text varies with the data (lists): engines keep such statements prepared only within bounds, or not at all.
    public private(set) var isReusable = true

    public init(stringLiteral value: StaticString) { parts = [.text(value)] }
    public init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
        isReusable = stringInterpolation.isReusable
    }
    public init(parts: [Part] = []) { self.parts = parts }

    public struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []
        var isReusable = true

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 { parts.append(.text(literal)) }
        }
        public mutating func appendInterpolation(_ fragment: SQL) {
            parts.append(contentsOf: fragment.parts)
            isReusable = isReusable && fragment.isReusable
        }
        public mutating func appendInterpolation(_ value: some SQLBindable) { parts.append(.value(value.sqlValue)) }
        public mutating func appendInterpolation(_ value: (some SQLBindable)?) { parts.append(.value(value?.sqlValue ?? .null)) }
        /// A comma-separated list of values, for `IN (\(list: ids))`. An empty list binds one NULL, which matches nothing.
        public mutating func appendInterpolation<V: SQLBindable>(list values: [V]) {
            isReusable = false
            guard !values.isEmpty else { return parts.append(.value(.null)) }
            for (index, value) in values.enumerated() {
                if index > 0 { parts.append(.text(", ")) }
                parts.append(.value(value.sqlValue))
            }
        }
    }

    public static func + (a: SQL, b: SQL) -> SQL {
        var sum = SQL(parts: a.parts + b.parts)
        sum.isReusable = a.isReusable && b.isReusable
        return sum
    }

    /// The fragments with a separator between them; nothing when there are none.
    public static func joined(_ fragments: [SQL], separator: StaticString) -> SQL {
        var parts: [Part] = []
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { parts.append(.text(separator)) }
            parts += fragment.parts
        }
        var joined = SQL(parts: parts)
        // A handful is a form with optional filters; more is as many as there is data.
        joined.isReusable = fragments.count <= 8 && fragments.allSatisfy(\.isReusable)
        return joined
    }

    /// The text with numbered placeholders (`?1` or `$1`) and the values in their order.
    public func rendered(placeholder: Character) -> (text: String, values: [SQLValue]) {
        var bytes: [UInt8] = []
        var values: [SQLValue] = []
        bytes.reserveCapacity(parts.count * 32)
        values.reserveCapacity(parts.count / 2 + 1)
        for part in parts {
            switch part {
            case .text(let literal):
                literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
            case .value(let value):
                values.append(value)
                bytes.append(contentsOf: placeholder.utf8)
                bytes.append(contentsOf: String(values.count).utf8)
            }
        }
        return (String(decoding: bytes, as: UTF8.self), values)
    }
}
