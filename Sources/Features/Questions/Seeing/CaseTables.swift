public import Casework
public import Exchange
import PortalNetwork
import Store
import Vietnamese
import Web

/// Figures and lists as tables for files: CSV and workbooks hold the same cells.
public struct CaseTables: Sendable {
    public let names: CaseNames

    public init(_ names: CaseNames) { self.names = names }

    private var figureColumns: [String] {
        ["opening", "received", "in-time", "late", "share", "median", "rejected", "routed-out", "withdrawn", "merged", "open", "overdue"]
            .map { names.word("seeing.column." + $0) }
    }

    private func cells(_ figures: CaseFigures) -> [Workbook.Cell] {
        [
            figures.opening.map { .number($0) } ?? .empty, .number(figures.received), .number(figures.inTime), .number(figures.late),
            .text(names.share(figures.inTimeShare)), .text(names.median(figures.pace)), .number(figures.rejected), .number(figures.routedOut),
            .number(figures.withdrawn), .number(figures.merged), .number(figures.open), .number(figures.overdue),
        ]
    }

    /// The board: all cases, then the same by portal, agency, field, track and channel, a sheet each.
    public func board(_ board: CaseBoard) -> Workbook {
        let period = names.name(board.period)
        func sheet(_ key: String, _ first: String, _ rows: [(String, CaseFigures)]) -> Workbook.Sheet {
            let name = names.word("seeing.sheet." + key)
            return Workbook.Sheet(
                name: name,
                title: name + " – " + period,
                columns: [names.word("seeing.column." + first)] + figureColumns,
                rows: rows.map { [.text($0.0)] + cells($0.1) }
            )
        }
        var sheets = [
            sheet("total", "unit", [(names.word("seeing.total"), board.total.now)]),
            sheet("units", "unit", board.units.map { (names.name($0.desk), $0.figures.now) }),
        ]
        for cut in CaseCut.allCases {
            sheets.append(sheet(cut.rawValue, cut.rawValue, (board.cuts[cut] ?? []).map { (names.name(cut, $0.value), $0.figures.now) }))
        }
        return Workbook(sheets)
    }

    /// The same as one table for CSV: the sheet's name stands first in each row.
    public func flat(_ book: Workbook) -> (columns: [String], rows: [[String]]) {
        let columns = [names.word("seeing.column.by"), names.word("seeing.column.name")] + (book.sheets.first?.columns.dropFirst() ?? [])
        return (columns, book.sheets.flatMap { sheet in sheet.rows.map { [sheet.name] + $0.map(Self.text) } })
    }

    public static func text(_ cell: Workbook.Cell) -> String {
        switch cell {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .empty: ""
        }
    }

    /// A list of cases without a word of who wrote.
    func list(_ files: [CaseFile]) -> Workbook.Sheet {
        let columns = ["code", "track", "field", "channel", "state", "agency", "unit", "received-at", "due-at", "ended-at", "lateness"]
        let name = names.word("seeing.sheet.list")
        func time(_ instant: Instant?) -> Workbook.Cell {
            instant.map { .text($0.text(.numeric, language: names.language.ofDates)) } ?? .empty
        }
        return Workbook.Sheet(
            name: name,
            columns: columns.map { names.word("seeing.column." + $0) },
            rows: files.map { file in
                [
                    .text("\(file.code)"), .text(names.name(.track, file.track)), .text(file.field.map { names.field($0) } ?? ""),
                    .text(names.name(.channel, file.channel.rawValue)), .text(names.word("casework.state." + file.state.rawValue)),
                    .text(file.agency.map { names.name(.agency, "\($0)") } ?? ""), .text(names.name(file.desk)), time(file.receivedAt),
                    time(file.dueAt), time(file.endedAt), .text(file.wasLate ? names.word("seeing.late") : ""),
                ]
            }
        )
    }

    /// The report on petitions about administrative rules, a row for each field.
    public func petitions(_ report: PetitionReport) -> Workbook {
        let columns = [
            "field", "petition-total", "opening", "petition-new", "petition-done", "in-time", "late", "rejected", "routed-out", "otherwise",
            "petition-open", "petition-open-in-time", "petition-open-late", "petition-published",
        ]
        func cells(_ name: String, _ row: PetitionReport.Row) -> [Workbook.Cell] {
            [
                .text(name), .number(row.total), .number(row.carriedOver), .number(row.received), .number(row.answeredInTime + row.answeredLate),
                .number(row.answeredInTime), .number(row.answeredLate), .number(row.rejected), .number(row.routedOut), .number(row.otherwise),
                .number(row.openInTime + row.openLate), .number(row.openInTime), .number(row.openLate), .number(row.published),
            ]
        }
        let language = names.language.ofDates
        let days = ["from": report.from.text(.numeric, language: language), "until": report.until.text(.numeric, language: language)]
        let sheet = Workbook.Sheet(
            name: names.word("seeing.petitions.short"),
            title: names.word("seeing.petitions", days),
            columns: columns.map { names.word("seeing.column." + $0) },
            rows: [cells(names.word("seeing.total"), report.total)] + report.rows.map { cells(names.field($0.field), $0) }
        )
        return Workbook([sheet])
    }
}
