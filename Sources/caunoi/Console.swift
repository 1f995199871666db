import Foundation

/// Human text on standard error, results for machines on standard output.
struct Console: Sendable {
    let json: Bool
    let quiet: Bool

    /// Advice and progress for a person.
    func note(_ text: String) {
        if !quiet { write(text, to: .standardError) }
    }

    /// What must be said even with `--quiet`.
    func warn(_ text: String) { write(text, to: .standardError) }

    /// The command's result: `value` as one JSON document with `--json`, else `text`.
    func result(_ value: some Encodable, text: @autoclosure () -> String) throws {
        guard json else { return write(text(), to: .standardOutput) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        write(String(decoding: try encoder.encode(value), as: UTF8.self), to: .standardOutput)
    }

    private func write(_ text: String, to handle: FileHandle) { handle.write(Data((text + "\n").utf8)) }

    /// Columns padded to the widest cell of each.
    static func table(_ rows: [[String]]) -> String {
        guard let columns = rows.map(\.count).max() else { return "" }
        let widths = (0..<columns).map { column in rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[index] - cell.count + 2)
            }.joined()
        }.joined(separator: "\n")
    }
}

/// A line of a file that was not taken, and why.
struct RefusedLine: Encodable {
    /// Counted from 1.
    let line: Int
    let reason: String

    static func text(_ lines: [RefusedLine]) -> String { lines.map { "\nline \($0.line): \($0.reason)" }.joined() }
}
