import Casework
import Exchange
import HTTPTypes
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// The board: what came in, how it was answered and what is late, for a portal and all below it.
struct BoardDesk: Sendable {
    let casework: Casework

    static func path(_ site: Site) -> String { CasesDesk.path(site) + "/bang" }

    /// Rows of a table at most; the files have all.
    private static let most = 100

    func add(to routes: inout DeskRoutes, of desk: Desk) {
        let path = "/cong/:site/ho-so/bang"
        routes.on(.get, path) { (context: May<ReadCases>) in try await show(context, desk) }
        routes.on(.get, path + "/tai-xuong") { (context: May<ReadCases>) in try await file(context) }
        routes.on(.get, path + "/quy-dinh-hanh-chinh") { (context: May<ReadCases>) in try await petitions(context) }
    }

    /// The period that the address names; the running month where it names none.
    private func period(_ visit: DeskVisit) throws -> CasePeriod {
        guard let text = visit.query.text("ky") else { return CasePeriod(.month, of: visit.now.civilDate) }
        guard let period = CasePeriod(text) else { throw PageError.notFound }
        return period
    }

    private func names(_ board: CaseBoard, _ visit: DeskVisit) async throws -> CaseNames {
        let agencies = try await casework.agencyNames(byText: (board.cuts[.agency] ?? []).map(\.value))
        return CaseNames(words: visit.desk.face.words, language: visit.language, tree: visit.tree, agencies: agencies)
    }

    private func board(_ context: May<ReadCases>, _ standing: CaseBoard.Standing) async throws -> CaseBoard {
        let by = Casework.By(context.session.actor, context.session.person, in: context.visit.tree, from: context.visit.caller)
        return try await casework.board(try period(context.visit), standing: standing, desks: context.sites, by: by)
    }

    private func show(_ context: May<ReadCases>, _ desk: Desk) async throws -> DeskAnswer {
        let (visit, site) = (context.visit, context.site)
        let board = try await board(context, .now)
        let names = try await names(board, visit)
        let (path, list, period) = (Self.path(site), CasesDesk.path(site), board.period)
        func link(_ other: CasePeriod?, _ label: String? = nil) -> DeskLink? {
            other.map { DeskLink(label ?? names.name($0), path + "?ky=\($0.text)") }
        }
        let isRunning = period.contains(visit.now.civilDate)
        let lengths = CasePeriod.Length.allCases.map { length in
            DeskLink(
                visit.word("seeing.length." + length.rawValue),
                path + "?ky=" + CasePeriod(length, of: isRunning ? visit.now.civilDate : period.firstDay).text,
                length == period.length
            )
        }
        let screen = BoardScreen(
            frame: DeskFrame(desk, visit, title: visit.word("seeing.board"), current: "cases"),
            site: site.name,
            back: list,
            period: names.name(period),
            at: visit.word("seeing.at", ["when": visit.time(board.at)]),
            lengths: lengths,
            previous: link(period.previous),
            next: isRunning ? nil : link(period.next),
            figures: figures(board, names, list),
            tables: tables(board, names, context),
            files: ["xlsx", "csv"].map { DeskLink(visit.word("seeing.file." + $0), path + "/tai-xuong?ky=\(period.text)&dang=\($0)") }
                + [DeskLink(visit.word("seeing.petitions.short") + " (XLSX)", path + "/quy-dinh-hanh-chinh?ky=\(period.text)&dang=xlsx")]
        )
        return try .page(.board, screen, visit)
    }

    private func figures(_ board: CaseBoard, _ names: CaseNames, _ list: String) -> [BoardFigure] {
        let (now, before) = (board.total.now, board.total.before)
        let earlier = board.period.previous.map { names.name($0) } ?? ""
        func note(_ value: String) -> String { names.word("seeing.before", ["period": earlier, "value": value]) }
        func figure(_ key: String, _ value: String, _ note: String?, href: String? = nil, isAlarm: Bool = false) -> BoardFigure {
            BoardFigure(label: names.word("seeing.figure." + key), value: value, note: note, href: href, isAlarm: isAlarm)
        }
        return [
            figure("received", names.number(now.received), note(names.number(before.received) + Self.change(now.received, before.received))),
            figure("in-time", names.number(now.inTime), note(names.number(before.inTime))),
            figure("late", names.number(now.late), note(names.number(before.late)), isAlarm: now.late > 0),
            figure("share", names.share(now.inTimeShare), note(names.share(before.inTimeShare))),
            figure("median", names.median(now.pace), note(names.median(before.pace))),
            figure("open", names.number(now.open), names.word("seeing.now"), href: list),
            figure("overdue", names.number(now.overdue), names.word("seeing.now"), href: list + "?xem=overdue", isAlarm: now.overdue > 0),
        ]
    }

    /// ` (+12%)`; nothing where there was nothing before.
    static func change(_ now: Int, _ before: Int) -> String {
        guard before > 0, now != before else { return "" }
        let percent = (now - before) * 100 / before
        return " (" + (percent > 0 ? "+" : percent < 0 ? "−" : "±") + "\(abs(percent))%)"
    }

    private func tables(_ board: CaseBoard, _ names: CaseNames, _ context: May<ReadCases>) -> [BoardTable] {
        let list = CasesDesk.path(context.site)
        func table(_ key: String, _ column: String, _ rows: [BoardRow]) -> BoardTable {
            let more = rows.count - Self.most
            return BoardTable(
                id: key,
                title: names.word("seeing.sheet." + key),
                column: names.word("seeing.column." + column),
                rows: Array(rows.prefix(Self.most)),
                more: more > 0 ? names.word("seeing.more-rows", ["count": names.number(more)]) : nil
            )
        }
        let units = board.units.map { unit in
            let site = context.visit.tree[unit.desk]
            return BoardRow(
                names.name(unit.desk),
                unit.figures.now,
                names,
                href: site.map { Self.path($0) + "?ky=\(board.period.text)" },
                overdueHref: site.map { CasesDesk.path($0) + "?xem=overdue" }
            )
        }
        let filters: [CaseCut: String] = [.agency: "co-quan", .field: "linh-vuc", .track: "luong", .channel: "kenh"]
        var tables = board.units.count > 1 ? [table("units", "unit", units)] : []
        for cut in [CaseCut.agency, .field, .track, .channel] {
            let rows = (board.cuts[cut] ?? []).map { row in
                let isFilter = !row.value.isEmpty
                let address = list + "?\(filters[cut] ?? "")=\(FormCoding.encode(row.value))&xem="
                return BoardRow(
                    names.name(cut, row.value),
                    row.figures.now,
                    names,
                    href: isFilter ? address + "open" : nil,
                    overdueHref: isFilter ? address + "overdue" : nil
                )
            }
            tables.append(table(cut.rawValue, cut.rawValue, rows))
        }
        return tables.filter { !$0.rows.isEmpty }
    }

    /// All of it as a file: what was open when the period began and when it ended, besides.
    private func file(_ context: May<ReadCases>) async throws -> DeskAnswer {
        let board = try await board(context, .atTheEnd)
        let tables = CaseTables(try await names(board, context.visit))
        let book = tables.board(board)
        return try CaseDownload.answer(book, tables, context.visit.query["dang"], name: "ho-so-\(context.site.code)-\(board.period.text)")
    }

    /// The report that the law asks for, for who may see the cases of the portal and all below it.
    private func petitions(_ context: May<ReadCases>) async throws -> DeskAnswer {
        let (visit, period) = (context.visit, try period(context.visit))
        let (from, until) = PetitionReport.days(of: period)
        let report = try await casework.petitions(from: from, until: until, of: context.site.id, in: visit.tree)
        let tables = CaseTables(CaseNames(words: visit.desk.face.words, language: visit.language, tree: visit.tree, agencies: [:]))
        let name = "pakn-quy-dinh-hanh-chinh-\(context.site.code)-\(period.text)"
        return try CaseDownload.answer(tables.petitions(report), tables, visit.query["dang"], name: name)
    }
}

/// Tables as files of the two kinds that people ask for.
enum CaseDownload {
    /// - Throws: `PageError.notFound` for a kind there is not.
    static func answer(_ book: Workbook, _ tables: CaseTables, _ kind: String, name: String) throws -> DeskAnswer {
        switch kind {
        case "xlsx": return .download(ByteBuffer(bytes: try book.bytes()), type: Workbook.type, name: name + ".xlsx")
        case "csv":
            let isOne = book.sheets.count == 1
            let table: (columns: [String], rows: [[String]]) =
                isOne ? (book.sheets[0].columns, book.sheets[0].rows.map { $0.map(CaseTables.text) }) : tables.flat(book)
            return .download(ByteBuffer(bytes: CSVWriter.table(table.columns, table.rows)), type: "text/csv; charset=utf-8", name: name + ".csv")
        default: throw PageError.notFound
        }
    }
}
