import ArgumentParser
import Casework
import Exchange
import Foundation
import PortalNetwork
import Publishing
import Questions
import Store
import Vietnamese
import Web

/// Figures of a portal's cases, for scripts and for those who write reports.
struct CasesReport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Figures of a portal and all below it for a month, quarter or year; or the report on petitions about administrative rules.",
        discussion: """
            --month 2026-11, or --period 2026-Q4 or 2026. Without a file the figures are printed. With --petitions the days are those of Nghị định \
            09/2019/NĐ-CP, Điều 12 (from the 15th to the 14th), or --from and --until.
            """
    )
    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Host or code of the portal.") var site: String
    @Option(name: .long, help: "YYYY-MM.") var month: String?
    @Option(name: .long, help: "YYYY-MM, YYYY-Qn or YYYY.") var period: String?
    @Flag(name: .long, help: "The report on petitions about administrative rules.") var petitions = false
    @Option(name: .long, help: "With --petitions: the first day, YYYY-MM-DD.") var from: String?
    @Option(name: .long, help: "With --petitions: the last day, YYYY-MM-DD.") var until: String?
    @Option(name: .long, help: "Write a table for spreadsheets (CSV) here.") var csv: String?
    @Option(name: .long, help: "Write a workbook (XLSX) here.") var xlsx: String?

    private struct Line: Encodable {
        let by: String
        let value: String
        let name: String
        let opening: Int
        let received: Int
        let answeredInTime: Int
        let answeredLate: Int
        let endedOtherwise: Int
        let open: Int
        let overdue: Int
        let median: String

        init(_ by: String, _ value: String, _ name: String, _ figures: CaseFigures) {
            (self.by, self.value, self.name) = (by, value, name)
            opening = figures.opening ?? 0
            (received, answeredInTime, answeredLate) = (figures.received, figures.inTime, figures.late)
            (endedOtherwise, open, overdue) = (figures.endedOtherwise, figures.open, figures.overdue)
            median =
                switch figures.pace.median {
                case nil: ""
                case .within(let days)?: "\(days)"
                case .beyond(let days)?: ">\(days)"
                }
        }

        var cells: [String] {
            [by, name, "\(opening)", "\(received)", "\(answeredInTime)", "\(answeredLate)", "\(endedOtherwise)", "\(open)", "\(overdue)", median]
        }
        static let heads = ["by", "name", "carried over", "received", "in time", "late", "otherwise", "open", "overdue", "median working days"]
    }

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let casework = try await CaseworkParts(program, addresses: Addresses(program.kinds) { SectionIndex() }).casework
            let tree = program.directory.tree
            let site = try tree.named(site)
            let period = try chosenPeriod(at: program.clock.now())
            let words = try ProgramTexts(features: Features.all()).words
            func made(_ agencies: [String: String]) -> CaseTables {
                CaseTables(CaseNames(words: words, language: site.language, tree: tree, agencies: agencies))
            }
            if petitions {
                let (from, until) = try days(period)
                let report = try await casework.petitions(from: from, until: until, of: site.id, in: tree)
                let tables = made([:])
                let book = tables.petitions(report)
                try write(book, tables)
                try global.console.result(
                    report,
                    text: Console.table([book.sheets[0].columns] + book.sheets[0].rows.map { $0.map(CaseTables.text) })
                )
                return
            }
            let board = try await casework.board(period, .atTheEnd, tree.subtree(of: site.id), in: tree)
            let agencies = try await casework.agencyNames(byText: (board.cuts[.agency] ?? []).map(\.value))
            let tables = made(agencies)
            try write(tables.board(board), tables)
            var lines = [Line("all", "", period.text, board.total.now)]
            lines += board.units.map { Line("portal", tree[$0.desk]?.code ?? "", tree[$0.desk]?.shortName ?? "", $0.figures.now) }
            for cut in CaseCut.allCases {
                lines += (board.cuts[cut] ?? []).map {
                    Line(cut.rawValue, $0.value, cut == .agency ? agencies[$0.value] ?? "" : $0.value, $0.figures.now)
                }
            }
            try global.console.result(lines, text: Console.table([Line.heads] + lines.map(\.cells)))
        }
    }

    private func chosenPeriod(at now: Instant) throws -> CasePeriod {
        if let month {
            guard period == nil, let chosen = CasePeriod(month), chosen.length == .month else { throw UsageFault("--month is YYYY-MM, and alone") }
            return chosen
        }
        guard let period else { return CasePeriod(.month, of: now.civilDate) }
        guard let chosen = CasePeriod(period) else { throw UsageFault("--period is YYYY-MM, YYYY-Q1 to YYYY-Q4, or YYYY") }
        return chosen
    }

    private func days(_ period: CasePeriod) throws -> (CivilDate, CivilDate) {
        let usual = PetitionReport.days(of: period)
        guard from != nil || until != nil else { return usual }
        guard let first = from.flatMap({ CivilDate($0) }), let last = until.flatMap({ CivilDate($0) }), first <= last else {
            throw UsageFault("--from and --until are both needed, as YYYY-MM-DD, the first day first")
        }
        return (first, last)
    }

    private func write(_ book: Workbook, _ tables: CaseTables) throws {
        if let xlsx { try Data(try book.bytes()).write(to: URL(fileURLWithPath: xlsx), options: .atomic) }
        guard let csv else { return }
        let isOne = book.sheets.count == 1
        let table: (columns: [String], rows: [[String]]) =
            isOne ? (book.sheets[0].columns, book.sheets[0].rows.map { $0.map(CaseTables.text) }) : tables.flat(book)
        let writer = try CSVWriter(path: csv, columns: table.columns, audience: .spreadsheets)
        for row in table.rows { try writer.write(row) }
        try writer.finish()
    }
}

/// Counts all cases anew.
struct CasesRecount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recount",
        abstract: "Count all cases anew, beside the figures that are shown; may be cut off and started again, and while portals serve."
    )
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await Program.with(global.settings()) { program in
            let casework = try await CaseworkParts(program, addresses: Addresses(program.kinds) { SectionIndex() }).casework
            let console = global.console
            var counted = 0
            try await casework.recount { done in
                counted = done
                if done.isMultiple(of: 50_000) { console.note("\(done) cases") }
            }
            try console.result(["counted": counted], text: "Counted \(counted) cases anew.")
        }
    }
}
