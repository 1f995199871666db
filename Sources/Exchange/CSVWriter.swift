import Glibc

/// Writes a table: RFC 4180 (CRLF, quotes only where needed, UTF-8), packed if the name ends in `.gz`.
/// The file appears with `finish()`, whole, in place of an older one. Errors: `ExchangeFault`.
public final class CSVWriter {
    /// Whom the table is for.
    public enum Audience: Sendable, Equatable {
        /// Every field exactly as it is, so that it can be read back.
        case programs
        /// With a byte order mark, without which Excel takes UTF-8 for a legacy encoding, and with `'` before fields that a spreadsheet would
        /// run as a formula: tables hold what strangers typed into forms (OWASP, CSV Injection).
        case spreadsheets
    }

    private let file: OutputFile
    private let separator: CSVSeparator
    private let audience: Audience
    private let width: Int

    /// - Throws: `ExchangeFault.header` if a column has no name or a name stands twice.
    public convenience init(path: String, columns: [String], separator: CSVSeparator = .comma, audience: Audience = .programs) throws {
        try self.init(path: path, columns: columns, separator: separator, audience: audience, call: { Glibc.write($0, $1, $2) })
    }

    package init(path: String, columns: [String], separator: CSVSeparator, audience: Audience, call: @escaping WriteCall) throws {
        _ = try CSVHeader(columns, file: path)
        file = try OutputFile(path: path, permissions: 0o640, call: call)
        self.separator = separator
        self.audience = audience
        width = columns.count
        if audience == .spreadsheets { try file.write([0xEF, 0xBB, 0xBF]) }
        try write(columns)
    }

    /// One row; shorter ones are filled up with empty fields, longer ones refused.
    public func write(_ fields: [String]) throws {
        guard fields.count <= width else {
            throw ExchangeFault.cannotWrite(file: file.path, reason: "a row of \(fields.count) fields in a table of \(width) columns")
        }
        try file.write(Self.line(fields + Array(repeating: "", count: width - fields.count), separator: separator, audience: audience))
    }

    /// Gives the file its name. Without it nothing remains.
    public func finish() throws {
        try file.finish()
    }

    /// A whole table as bytes, for a download.
    public static func table(_ columns: [String], _ rows: [[String]], audience: Audience = .spreadsheets) -> [UInt8] {
        let mark: [UInt8] = audience == .spreadsheets ? [0xEF, 0xBB, 0xBF] : []
        return rows.reduce(into: mark + line(columns, separator: .comma, audience: audience)) {
            $0 += line($1, separator: .comma, audience: audience)
        }
    }

    /// A row as bytes, with its line end.
    static func line(_ fields: [String], separator: CSVSeparator, audience: Audience = .programs) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        var line: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { line.append(separator.rawValue) }
            var text = field
            if audience == .spreadsheets, let first = field.utf8.first, "=+-@\t\r".utf8.contains(first) { text = "'" + field }
            // A row of one empty field would be a blank line, which readers pass over.
            let needsQuotes =
                text.utf8.contains { $0 == quote || $0 == separator.rawValue || $0 == 0x0A || $0 == 0x0D } || (fields.count == 1 && text.isEmpty)
            guard needsQuotes else {
                line.append(contentsOf: text.utf8)
                continue
            }
            line.append(quote)
            for byte in text.utf8 {
                if byte == quote { line.append(quote) }
                line.append(byte)
            }
            line.append(quote)
        }
        line.append(contentsOf: [0x0D, 0x0A])
        return line
    }
}
