/// A table with a header line, row by row: RFC 4180, and what spreadsheets really write (`;` or tab, a byte order mark, LF, blank lines).
///
/// Blank lines are passed over. A record that cannot be read is given as a flaw with its line, and reading goes on with the next line.
/// Column names and fields are kept as they stand, but names lose spaces around them. Errors: `ExchangeFault`.
public final class CSVReader {
    /// 1 MiB: what one row may take, so that a quote nobody closes cannot swallow the file.
    public static let defaultMaximum = 1024 * 1024

    /// Names in the order of the header line.
    public var columns: [String] { header.columns }
    public let separator: CSVSeparator
    private let header: CSVHeader
    private let lines: LineReader
    private let maximum: Int
    /// Lines read in search of a closing quote that never came; they are looked at again one by one.
    private var waiting: ArraySlice<Line> = []

    /// - Parameters:
    ///   - separator: nil to recognise it from the header line.
    ///   - maximum: longest record in bytes.
    /// - Throws: `ExchangeFault.header` if there is no usable header line.
    public init(_ source: ByteSource, separator: CSVSeparator? = nil, maximum: Int = CSVReader.defaultMaximum) throws {
        lines = LineReader(source, maximum: maximum)
        self.maximum = maximum
        var first: Line?
        var named: CSVSeparator?
        while true {
            first = try lines.next()
            // Excel's own first line `sep=;` names the separator and is no header.
            if let text = first?.text, text.isEmpty || text.hasPrefix("sep=") && text.utf8.count == 5 {
                named = text.utf8.last.flatMap(CSVSeparator.init(rawValue:))
            } else {
                break
            }
        }
        guard let first else { throw ExchangeFault.header(file: source.name, reason: "the file is empty") }
        guard let text = first.text, first.firstNUL == nil else {
            throw ExchangeFault.header(file: source.name, reason: "it is not UTF-8 text of at most \(maximum) bytes")
        }
        self.separator = separator ?? named ?? CSVSeparator(recognising: text)
        var splitter = CSVSplitter(separator: self.separator)
        guard splitter.add(text) == .complete else { throw ExchangeFault.header(file: source.name, reason: "its quotes do not match") }
        header = try CSVHeader(splitter.fields.map(Self.trimmed), file: source.name)
    }

    /// The next row or flaw; nil after the last.
    public func next() throws -> CSVRecord? {
        while let line = try nextLine() {
            if line.text?.isEmpty == true { continue }
            return try record(from: line)
        }
        return nil
    }

    private func nextLine() throws -> Line? {
        if let line = waiting.popFirst() { return line }
        return try lines.next()
    }

    private func record(from first: Line) throws -> CSVRecord {
        if let kind = Self.unusable(first) { return flaw(kind, [first]) }
        var splitter = CSVSplitter(separator: separator)
        var gathered: [Line] = []
        var size = 0
        var current = first
        while true {
            gathered.append(current)
            guard let text = current.text, Self.unusable(current) == nil else { break }
            size += text.utf8.count + 2
            if size > maximum + 2 { break }
            switch splitter.add(text, ending: current.ending) {
            case .complete:
                return row(splitter.fields, gathered)
            case .afterQuote(let at):
                return flaw(.afterQuote(at: at), gathered)
            case .open:
                guard let next = try nextLine() else { return giveUp(gathered) }
                current = next
            }
        }
        return giveUp(gathered)
    }

    /// Only the first line is at fault; the others get their chance as records of their own.
    private func giveUp(_ gathered: [Line]) -> CSVRecord {
        waiting = gathered.dropFirst() + waiting
        return flaw(.unclosedQuote, [gathered[0]])
    }

    private func row(_ fields: [String], _ gathered: [Line]) -> CSVRecord {
        guard fields.count == header.columns.count else {
            return flaw(.ragged(expected: header.columns.count, found: fields.count), gathered)
        }
        let last = gathered[gathered.count - 1]
        return .row(CSVRow(line: gathered[0].number, lastLine: last.number, fields: fields, header: header))
    }

    private func flaw(_ kind: CSVFlaw.Kind, _ gathered: [Line]) -> CSVRecord {
        var bytes: [UInt8] = []
        for (index, line) in gathered.enumerated() {
            switch line.content {
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .undecodable(let raw, _): bytes.append(contentsOf: raw)
            case .tooLong(let first, _): bytes.append(contentsOf: first)
            }
            if index < gathered.count - 1 { bytes.append(contentsOf: line.ending.bytes) }
        }
        let last = gathered[gathered.count - 1]
        return .flaw(
            CSVFlaw(line: gathered[0].number, lastLine: last.number, kind: kind, bytes: bytes)
        )
    }

    private static func unusable(_ line: Line) -> CSVFlaw.Kind? {
        switch line.content {
        case .undecodable(_, let at): .undecodable(at: at)
        case .tooLong(_, let length): .tooLong(length: length)
        case .text: line.firstNUL.map { .nul(at: $0) }
        }
    }

    private static func trimmed(_ name: String) -> String {
        let spaces: Set<Character> = [" ", "\u{A0}", "\t"]
        let front = name.drop { spaces.contains($0) }
        guard let last = front.lastIndex(where: { !spaces.contains($0) }) else { return "" }
        return String(front[...last])
    }
}

extension Line.Ending {
    /// The bytes that ended the line.
    public var bytes: [UInt8] {
        switch self {
        case .lineFeed: [0x0A]
        case .carriageReturnLineFeed: [0x0D, 0x0A]
        case .none: []
        }
    }
}
