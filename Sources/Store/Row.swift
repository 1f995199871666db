/// One row of a result: values in the order the statement selects them.
public struct Row: Sendable {
    public let values: [SQLValue]

    public init(_ values: [SQLValue]) { self.values = values }

    /// The column at `index`, as the type the context asks for: `let id: Int64 = try row[0]`.
    public subscript<T: SQLReadable>(index: Int) -> T {
        get throws {
            guard values.indices.contains(index), let value = T.read(values[index]) else {
                throw StoreFault.column(index: index, expected: "\(T.self)")
            }
            return value
        }
    }
}
