/// A row of a table with a header: its fields by the names of their columns.
public struct CSVRow: Sendable, Equatable {
    /// Number of the row's first line in the file; a row may span several.
    public let line: Int
    /// Number of the row's last line.
    public let lastLine: Int
    /// In the order of the header, as many as it has columns.
    public let fields: [String]
    let header: CSVHeader

    /// The field of a column, nil if the table has no such column.
    public subscript(column: String) -> String? {
        header.positions[column].map { fields[$0] }
    }

    /// Column names and fields in the order of the header.
    public var pairs: [(column: String, field: String)] {
        zip(header.columns, fields).map { (column: $0, field: $1) }
    }

    public static func == (left: CSVRow, right: CSVRow) -> Bool {
        left.line == right.line && left.fields == right.fields && left.header.columns == right.header.columns
    }
}

/// What is wrong with one record of a table. Reading goes on after it.
public struct CSVFlaw: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// Another number of fields than the header has columns.
        case ragged(expected: Int, found: Int)
        /// A quoted field that nothing closes.
        case unclosedQuote
        /// Something other than a separator after a closing quote; the offset counts bytes in its line.
        case afterQuote(at: Int)
        /// Not UTF-8; the offset counts bytes in its line.
        case undecodable(at: Int)
        case tooLong(length: Int64)
        case nul(at: Int)
    }

    public let line: Int
    public let lastLine: Int
    public let kind: Kind
    /// The lines as they stand in the file, without the last line end (of an over-long line its first bytes).
    public let bytes: [UInt8]
}

/// What a table gives, record by record.
public enum CSVRecord: Sendable, Equatable {
    case row(CSVRow)
    case flaw(CSVFlaw)
}

/// The columns of a table, shared by its rows.
final class CSVHeader: Sendable {
    let columns: [String]
    let positions: [String: Int]

    /// - Throws: `ExchangeFault.header` for a name that is empty or stands there twice.
    init(_ columns: [String], file: String) throws {
        var positions: [String: Int] = [:]
        for (index, column) in columns.enumerated() {
            if column.isEmpty { throw ExchangeFault.header(file: file, reason: "column \(index + 1) has no name") }
            if positions.updateValue(index, forKey: column) != nil {
                throw ExchangeFault.header(file: file, reason: "column \"\(column)\" stands there twice")
            }
        }
        self.columns = columns
        self.positions = positions
    }
}
