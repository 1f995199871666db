import RichText

/// A table as it is read: each row a sentence, each cell with the name of its column where the table names its columns.
struct TableReading {
    /// More than this is not followed by ear.
    static let mostRows = 30
    static let mostColumns = 8

    /// The rows below the headers.
    let rows: [String]
    /// How many there are, also of a table that is not read.
    let count: Int
    let canBeRead: Bool

    init(_ table: Table) {
        let grid = Self.grid(table)
        let headers = min(table.headerRows, grid.count)
        let width = grid.map(\.count).max() ?? 0
        // Headers of several rows are said from the wide to the narrow: "Năm 2026, nam".
        let names = (0..<width).map { column in
            var parts: [String] = []
            for row in grid.prefix(headers) where column < row.count && !row[column].isEmpty && parts.last != row[column] {
                parts.append(row[column])
            }
            return parts.joined(separator: ", ")
        }
        count = grid.count - headers
        canBeRead = grid.count - headers <= Self.mostRows && width <= Self.mostColumns
        rows = grid.dropFirst(headers).map { row in
            row.enumerated().compactMap { column, text -> String? in
                guard !text.isEmpty else { return nil }
                let isRowHeader = column < table.headerColumns
                return isRowHeader || names[column].isEmpty ? text : "\(names[column]): \(text)"
            }.joined(separator: "; ")
        }.filter { !$0.isEmpty }
    }

    /// Every cell in every place it covers.
    private static func grid(_ table: Table) -> [[String]] {
        var grid: [[String]] = []
        var hanging: [Int: (text: String, rows: Int)] = [:]
        for cells in table.rows.prefix(mostRows + table.headerRows + 1) {
            var row: [String] = []
            func hang() {
                while let above = hanging[row.count] {
                    hanging[row.count] = above.rows > 1 ? (above.text, above.rows - 1) : nil
                    row.append(above.text)
                }
            }
            for cell in cells where row.count <= mostColumns {
                hang()
                let text = PlainText.of(cell.text)
                for offset in 0..<min(cell.colspan, mostColumns + 1) {
                    if cell.rowspan > 1 { hanging[row.count] = (text, cell.rowspan - 1) }
                    // A wide cell is said once; as a header it names each of its columns.
                    row.append(offset == 0 || grid.count < table.headerRows ? text : "")
                }
            }
            hang()
            grid.append(row)
        }
        // What was not looked at still counts.
        return grid + Array(repeating: [], count: max(0, table.rows.count - grid.count))
    }
}
