import Vietnamese

extension CompetenceTable {
    /// A line of a file that cannot be read, from 1.
    public struct LineError: Error, Hashable, Sendable, CustomStringConvertible {
        public enum Problem: String, Sendable, CaseIterable {
            case header, columns, field, territory, track, agency, from, until, priority, quote, tooMany
        }

        public let line: Int
        public let problem: Problem
        /// What stood there, at most 60 characters.
        public let value: String

        public var description: String { "line \(line): \(problem.rawValue) '\(value)'" }
        /// The key of its sentence in the catalogue of wording; it takes `line` and `value`.
        public var key: String { "triage.csv." + problem.rawValue }
    }

    /// The columns, in any order; the last three may be missing.
    public static let columns = ["field", "territory", "track", "agency", "basis", "from", "until", "priority"]
    /// More lines are refused.
    static let mostLines = 100_000

    /// Reads a table (RFC 4180; comma or semicolon, whichever the header has). `*` or nothing in `field` and `track` is any; nothing in `territory`
    /// is the nation; days are like 2026-11-20. Whether codes are known is for `findings` to say: a table may be older than this program.
    ///
    /// - Returns: the rows that could be read, their lines, and an error for each that could not. An officer mends the file; nothing is guessed.
    public static func read(csv text: String) -> (rows: [CompetenceRow], lines: [Int], errors: [LineError]) {
        var records = CSVRecords(text)
        guard let header = records.next() else { return ([], [], [LineError(line: 1, problem: .header, value: "")]) }
        let names = header.cells.map { WordFile.trimmed($0).lowercased() }
        let missing = columns.prefix(6).filter { !names.contains($0) }
        guard missing.isEmpty, Set(names).count == names.count, !header.isBroken else {
            return ([], [], [LineError(line: 1, problem: .header, value: missing.joined(separator: ", "))])
        }
        var rows: [CompetenceRow] = []
        var lines: [Int] = []
        var errors: [LineError] = []
        while let record = records.next() {
            if record.cells.count == 1, record.cells[0].allSatisfy(\.isWhitespace) { continue }
            guard rows.count + errors.count < mostLines else {
                errors.append(LineError(line: record.line, problem: .tooMany, value: String(mostLines)))
                break
            }
            do throws(LineError) {
                rows.append(try row(record, names))
                lines.append(record.line)
            } catch {
                errors.append(error)
            }
        }
        return (rows, lines, errors)
    }

    private static func row(_ record: CSVRecords.Record, _ names: [String]) throws(LineError) -> CompetenceRow {
        func wrong(_ problem: LineError.Problem, _ value: String) -> LineError {
            LineError(line: record.line, problem: problem, value: String(value.prefix(60)))
        }
        guard !record.isBroken else { throw wrong(.quote, record.cells.last ?? "") }
        guard record.cells.count == names.count else { throw wrong(.columns, "\(record.cells.count)/\(names.count)") }
        func cell(_ name: String) -> String { names.firstIndex(of: name).map { WordFile.trimmed(record.cells[$0]) } ?? "" }
        func code(_ name: String, _ problem: LineError.Problem) throws(LineError) -> String? {
            let value = cell(name)
            if value.isEmpty || value == "*" { return nil }
            guard isCode(value) else { throw wrong(problem, value) }
            return value
        }
        func day(_ name: String, _ problem: LineError.Problem) throws(LineError) -> CivilDate? {
            let value = cell(name)
            guard !value.isEmpty else { return nil }
            guard let date = CivilDate(value) else { throw wrong(problem, value) }
            return date
        }
        guard let agency = try code("agency", .agency) else { throw wrong(.agency, cell("agency")) }
        guard let from = try day("from", .from) else { throw wrong(.from, "") }
        let priority = cell("priority")
        guard let number = priority.isEmpty ? 0 : Int(priority), (-1000...1000).contains(number) else { throw wrong(.priority, priority) }
        return CompetenceRow(
            field: try code("field", .field).map { FieldCode(rawValue: $0) },
            territory: try code("territory", .territory) ?? Territory.nation,
            track: try code("track", .track),
            agency: agency,
            basis: cell("basis"),
            from: from,
            until: try day("until", .until),
            priority: number
        )
    }

    /// Whether a text can be a code of a table: 1 to 64 letters, digits, `-`, `.`, `_` and holes.
    public static func isCode(_ text: String) -> Bool { !text.isEmpty && text.utf8.count <= 64 && text.utf8.allSatisfy(isCode) }

    private static func isCode(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: false
        }
    }
}

/// Records of a CSV text with the line each begins on. Bytes, one pass.
struct CSVRecords {
    struct Record {
        let line: Int
        let cells: [String]
        /// A quote that does not close, or something right behind a closing one.
        let isBroken: Bool
    }

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private let separator: UInt8

    init(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        self.bytes = bytes
        let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
        separator = header.contains(UInt8(ascii: ";")) && !header.contains(UInt8(ascii: ",")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    mutating func next() -> Record? {
        guard place < bytes.count else { return nil }
        let start = line
        var cells: [String] = []
        var cell: [UInt8] = []
        var isBroken = false
        var isQuoted = false
        var wasQuoted = false
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if isQuoted {
                if byte == UInt8(ascii: "\n") { line += 1 }
                if byte != UInt8(ascii: "\"") {
                    cell.append(byte)
                } else if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
                    cell.append(byte)
                    place += 1
                } else {
                    (isQuoted, wasQuoted) = (false, true)
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): if cell.isEmpty && !wasQuoted { isQuoted = true } else { isBroken = true }
            case separator:
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
                wasQuoted = false
            case UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"):
                line += 1
                cells.append(String(decoding: cell, as: UTF8.self))
                return Record(line: start, cells: cells, isBroken: isBroken)
            default:
                if wasQuoted, byte != UInt8(ascii: " ") { isBroken = true }
                cell.append(byte)
            }
        }
        cells.append(String(decoding: cell, as: UTF8.self))
        return Record(line: start, cells: cells, isBroken: isBroken || isQuoted)
    }
}
