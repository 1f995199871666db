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

    public init(stringLiteral value: StaticString) { parts = [.text(value)] }
    public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }
    public init(parts: [Part] = []) { self.parts = parts }

    public struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 { parts.append(.text(literal)) }
        }
        public mutating func appendInterpolation(_ fragment: SQL) { parts.append(contentsOf: fragment.parts) }
        public mutating func appendInterpolation(_ value: some SQLBindable) { parts.append(.value(value.sqlValue)) }
        /// A comma-separated list of values, for `IN (\(list: ids))`. An empty list binds one NULL, which matches nothing.
        public mutating func appendInterpolation<V: SQLBindable>(list values: [V]) {
            guard !values.isEmpty else { return parts.append(.value(.null)) }
            for (index, value) in values.enumerated() {
                if index > 0 { parts.append(.text(", ")) }
                parts.append(.value(value.sqlValue))
            }
        }
    }

    public static func + (a: SQL, b: SQL) -> SQL { SQL(parts: a.parts + b.parts) }

    /// The fragments with a separator between them; nothing when there are none.
    public static func joined(_ fragments: [SQL], separator: StaticString) -> SQL {
        var parts: [Part] = []
        for (index, fragment) in fragments.enumerated() {
            if index > 0 { parts.append(.text(separator)) }
            parts += fragment.parts
        }
        return SQL(parts: parts)
    }

    /// The text with numbered placeholders (`?1` or `$1`) and the values in their order.
    public func rendered(placeholder: Character) -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for part in parts {
            switch part {
            case .text(let literal):
                literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
            case .value(let value):
                values.append(value)
                text.append(placeholder)
                text += String(values.count)
            }
        }
        return (text, values)
    }
}
