import Foundation
import Glibc

/// The records an import would not take, each with the reasons, in a file that can be mended and imported again.
///
/// JSON Lines: a line that is an object keeps all its bytes and gets one more member, `_reject: {file, line, reasons: [{field?, reason}]}`; any
/// other line goes as `{"_raw": text}` or `{"_raw_base64": bytes}` with the same note. A table's rows go as a table with the same columns and
/// `_reject_line`, `_reject_reason`. The file is made with the first rejected record, for its owner only (it may hold personal data), under a
/// name nobody has used. At every moment it holds whole records only. Errors: `ExchangeFault`.
public final class RejectsFile {
    /// Why, and in which field where that is known.
    public struct Reason: Sendable, Equatable {
        public var field: String?
        public var reason: String

        public init(field: String? = nil, _ reason: String) {
            self.field = field
            self.reason = reason
        }
    }

    static let noteKey = "_reject"
    static let rawKey = "_raw"
    static let base64Key = "_raw_base64"
    static let lengthKey = "_raw_length"
    static let lineColumn = "_reject_line"
    static let reasonColumn = "_reject_reason"

    /// Where the file is; nil as long as nothing was rejected.
    public private(set) var path: String?
    /// Records written so far.
    public private(set) var count = 0

    private let source: String
    private let folder: String
    private let call: WriteCall
    private var descriptor: Int32 = -1
    private var length: Int64 = 0
    private var table: (columns: [String], separator: CSVSeparator)?

    /// - Parameters:
    ///   - source: the file imported, as the operator named it; `-` for standard input.
    ///   - folder: an existing folder.
    public convenience init(of source: String, in folder: String) {
        self.init(of: source, in: folder, call: { Glibc.write($0, $1, $2) })
    }

    package init(of source: String, in folder: String, call: @escaping WriteCall) {
        self.source = source
        self.folder = folder
        self.call = call
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Writes one line of a JSON Lines file with the reasons.
    public func add(_ line: Line, _ reasons: [Reason]) throws {
        let note = note(line.number, reasons)
        let record: [UInt8]
        switch line.content {
        case .text(let text) where JSONText.isObject(text):
            let bytes = Array(text.utf8)
            record = JSONText.adding(Self.noteKey, note, to: JSONText.removing(Self.noteKey, from: bytes) ?? bytes)
        case .text(let text):
            record = packed(Self.rawKey, JSONText.string(text), note)
        case .undecodable(let bytes, _):
            record = packed(Self.base64Key, JSONText.string(Data(bytes).base64EncodedString()), note)
        case .tooLong(let bytes, let length):
            let key = String(validating: bytes, as: UTF8.self) == nil ? Self.base64Key : Self.rawKey
            let text = String(validating: bytes, as: UTF8.self) ?? Data(bytes).base64EncodedString()
            let beginning = packed(key, JSONText.string(text), note)
            record = JSONText.adding(Self.lengthKey, Array(String(length).utf8), to: beginning)
        }
        try append(record + [0x0A], ending: "jsonl")
    }

    /// Writes one row of a table with the reasons. A rejects file is of one kind: all lines or all rows.
    public func add(_ row: CSVRow, separator: CSVSeparator = .comma, _ reasons: [Reason]) throws {
        let columns = row.header.columns.filter { $0 != Self.lineColumn && $0 != Self.reasonColumn }
        try beginTable(columns, separator)
        try appendRow(columns.map { row[$0] ?? "" }, line: row.line, reasons)
    }

    /// Writes a record of a table that could not be read: its text stands whole in the first column.
    public func add(_ flaw: CSVFlaw, columns: [String], separator: CSVSeparator = .comma, _ reasons: [Reason]) throws {
        let columns = columns.filter { $0 != Self.lineColumn && $0 != Self.reasonColumn }
        try beginTable(columns, separator)
        let text = String(validating: flaw.bytes, as: UTF8.self) ?? "base64:" + Data(flaw.bytes).base64EncodedString()
        try appendRow([text] + Array(repeating: "", count: max(0, columns.count - 1)), line: flaw.line, reasons)
    }

    /// Makes everything written so far durable: call it before the batch that rejected these records is committed.
    public func flush() throws {
        guard descriptor >= 0, let path else { return }
        guard fsync(descriptor) == 0 else { throw writeFault(path, errno) }
    }

    private func beginTable(_ columns: [String], _ separator: CSVSeparator) throws {
        guard table == nil else { return }
        table = (columns, separator)
        do {
            try append(CSVWriter.line(columns + [Self.lineColumn, Self.reasonColumn], separator: separator), ending: "csv", counts: false)
        } catch {
            table = nil
            throw error
        }
    }

    private func appendRow(_ fields: [String], line: Int, _ reasons: [Reason]) throws {
        let text = reasons.map { reason in reason.field.map { "\($0): \(reason.reason)" } ?? reason.reason }.joined(separator: "; ")
        try append(CSVWriter.line(fields + [String(line), text], separator: table?.separator ?? .comma), ending: "csv")
    }

    private func packed(_ key: String, _ value: [UInt8], _ note: [UInt8]) -> [UInt8] {
        JSONText.adding(Self.noteKey, note, to: JSONText.adding(key, value, to: Array("{}".utf8)))
    }

    private func note(_ line: Int, _ reasons: [Reason]) -> [UInt8] {
        var list: [UInt8] = []
        for reason in reasons {
            if !list.isEmpty { list.append(UInt8(ascii: ",")) }
            var entry = Array("{}".utf8)
            if let field = reason.field { entry = JSONText.adding("field", JSONText.string(field), to: entry) }
            list.append(contentsOf: JSONText.adding("reason", JSONText.string(reason.reason), to: entry))
        }
        var note = JSONText.adding("file", JSONText.string(source), to: Array("{}".utf8))
        note = JSONText.adding("line", Array(String(line).utf8), to: note)
        return JSONText.adding("reasons", [UInt8(ascii: "[")] + list + [UInt8(ascii: "]")], to: note)
    }

    private func append(_ record: [UInt8], ending: String, counts: Bool = true) throws {
        if descriptor < 0 { try create(ending) }
        guard let path else { return }
        do {
            try record.withUnsafeBytes { try writeAll($0, to: descriptor, path: path, call: call) }
        } catch {
            // Half a record would make the file one that cannot be imported.
            ftruncate(descriptor, off_t(length))
            lseek(descriptor, 0, SEEK_END)
            throw error
        }
        length += Int64(record.count)
        if counts { count += 1 }
    }

    /// Takes the first name that is free; the system decides, so two imports at once cannot take the same.
    private func create(_ ending: String) throws {
        for number in 1...9999 {
            let candidate = folder + "/" + Self.stem(of: source) + ".rejects" + (number == 1 ? "" : "-\(number)") + "." + ending
            let opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if opened >= 0 {
                descriptor = opened
                path = candidate
                try syncFolder(of: candidate)
                return
            }
            guard errno == EEXIST else { throw writeFault(candidate, errno) }
        }
        throw ExchangeFault.cannotWrite(file: folder, reason: "it holds 9999 rejects files of \(source) already; remove old ones")
    }

    /// `tin.jsonl.zst` and its own rejects file `tin.rejects-2.jsonl` are both of `tin`.
    private static func stem(of source: String) -> String {
        var name = source == "-" ? "stdin" : String(source.split(separator: "/").last ?? "import")
        for ending in [".gz", ".zst", ".jsonl", ".json", ".csv", ".tsv", ".txt"] where name.hasSuffix(ending) && name.utf8.count > ending.utf8.count {
            name.removeLast(ending.count)
        }
        if let mark = name.range(of: #"\.rejects(-[0-9]+)?$"#, options: .regularExpression), mark.lowerBound > name.startIndex {
            name.removeSubrange(mark)
        }
        // Room for the rest of the name within the file system's 255 bytes.
        while name.utf8.count > 200 { name.removeLast() }
        return name
    }
}
