import Casework
import Exchange
import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
import Publishing
import Store
import Vietnamese
import Web

/// What everybody may read of a month's cases: `/phan-anh-kien-nghi/thong-ke?thang=2026-11`, and the same as CSV.
struct StatisticsPages: Sendable {
    let casework: Casework

    static let path = "/phan-anh-kien-nghi/thong-ke"
    static let queryParameters: [String: Set<String>] = [path: ["thang"], path + ".csv": ["thang"]]

    /// How long the numbers of a moment are shown to everybody.
    private static let kept: Int64 = 300

    func addRoutes(to routes: RouterGroup<PortalContext>) {
        routes.get("phan-anh-kien-nghi/thong-ke") { request, context in
            try await page(request.uri.queryParameters["thang"].map(String.init), context.visit)
        }
        routes.get("phan-anh-kien-nghi/thong-ke.csv") { request, context in
            try await csv(request.uri.queryParameters["thang"].map(String.init), context.visit)
        }
    }

    static func link(_ visit: Visit) -> Link? { Link(visit.word("seeing.statistics"), to: path) }

    private static func path(_ month: CasePeriod, _ visit: Visit, ending: String = "") -> String {
        path + ending + (month.contains(visit.now.civilDate) ? "" : "?thang=" + month.text)
    }

    /// The month that is asked for, and the first there is: no month before the first case or after the running one has an address.
    private func months(_ text: String?, _ visit: Visit) async throws -> (asked: CasePeriod, first: CasePeriod)? {
        let running = CasePeriod(.month, of: visit.now.civilDate)
        let first = min(try await casework.firstMonth(of: visit.site.id, in: visit.tree) ?? running, running)
        guard let text else { return (running, first) }
        guard let month = CasePeriod(text), month.length == .month, first <= month, month <= running else { return nil }
        return (month, first)
    }

    private func names(_ statistics: PublicStatistics, _ visit: Visit) async throws -> CaseNames {
        let agencies = statistics.agencies.compactMap { row in if case .value(let value) = row.subject { value } else { nil } }
        return CaseNames(
            words: visit.face.words,
            language: visit.language,
            tree: visit.tree,
            agencies: try await casework.agencyNames(byText: agencies)
        )
    }

    private func page(_ text: String?, _ visit: Visit) async throws -> PageAnswer {
        // Numbers follow the clock: an answer is out of date after some minutes, whatever happened.
        Dependencies.holds(until: visit.now.adding(seconds: Self.kept))
        guard let (month, first) = try await months(text, visit) else { return .notFound }
        let statistics = try await casework.statistics(month, of: visit.site.id, in: visit.tree)
        let names = try await names(statistics, visit)
        let (path, name) = (Self.path(month, visit), names.name(month))
        func link(_ other: CasePeriod?) -> Link? { other.flatMap { Link(names.name($0), to: Self.path($0, visit)) } }
        let view = StatisticsView(
            title: visit.word("seeing.statistics"),
            month: name,
            at: visit.word("seeing.at", ["when": visit.now.text(.numeric, language: visit.language.ofDates)]),
            columns: Self.columns.map { visit.word("seeing.column." + $0) },
            tables: tables(statistics, names),
            ages: ages(statistics, names),
            isTooFew: statistics.total == nil,
            rule: visit.word("seeing.protection", ["least": "\(PublicStatistics.least)"]),
            csv: Self.path(month, visit, ending: ".csv"),
            back: CasePages.pages.compactMap { Link(visit.word("questions.page." + $0), to: "/" + $0) },
            previous: month > first ? link(month.previous) : nil,
            next: month.contains(visit.now.civilDate) ? nil : link(month.next)
        )
        let head = PageHead(title: view.title + ": " + name, description: visit.word("seeing.statistics.about"), canonical: visit.url(path))
        return .page(Page(.statistics, view, head: head, path: path))
    }

    private static let columns = ["opening", "received", "in-time", "late", "otherwise", "open", "overdue", "median"]

    private func cells(_ figures: CaseFigures, _ names: CaseNames) -> [String] {
        [
            names.number(figures.opening ?? 0), names.number(figures.received), names.number(figures.inTime), names.number(figures.late),
            names.number(figures.endedOtherwise), names.number(figures.open), names.number(figures.overdue), names.median(figures.pace),
        ]
    }

    private func name(_ subject: PublicStatistics.Subject, _ cut: CaseCut, _ names: CaseNames) -> String {
        switch subject {
        case .value(let value): names.name(cut, value)
        case .others: names.word(cut == .agency ? "seeing.other-agencies" : "seeing.other-tracks")
        }
    }

    private func tables(_ statistics: PublicStatistics, _ names: CaseNames) -> [StatisticsTable] {
        guard let total = statistics.total else { return [] }
        func table(_ cut: CaseCut, _ rows: [PublicStatistics.Row]) -> StatisticsTable {
            StatisticsTable(
                id: cut.rawValue,
                title: names.word("seeing.sheet." + cut.rawValue),
                column: names.word("seeing.column." + cut.rawValue),
                rows: rows.map { StatisticsRow(name: name($0.subject, cut, names), cells: cells($0.figures, names)) }
                    + [StatisticsRow(name: names.word("seeing.total"), cells: cells(total, names))]
            )
        }
        return [table(.agency, statistics.agencies), table(.track, statistics.tracks)]
    }

    private func ages(_ statistics: PublicStatistics, _ names: CaseNames) -> StatisticsTable? {
        guard !statistics.overdueByAge.isEmpty else { return nil }
        let (ages, counts) = (PublicStatistics.ages, statistics.overdueByAge)
        let rows = counts.enumerated().map { index, count in
            let label =
                index == ages.count
                ? names.word("seeing.age.more", ["days": "\(ages[index - 1])"])
                : names.word("seeing.age", ["from": "\(index == 0 ? 0 : ages[index - 1])", "to": "\(ages[index])"])
            return StatisticsRow(name: label, cells: [names.number(count)])
        }
        return StatisticsTable(id: "qua-han", title: names.word("seeing.ages"), column: names.word("seeing.age.column"), rows: rows)
    }

    private func csv(_ text: String?, _ visit: Visit) async throws -> PageAnswer {
        Dependencies.holds(until: visit.now.adding(seconds: Self.kept))
        guard let (month, _) = try await months(text, visit) else { return .notFound }
        let statistics = try await casework.statistics(month, of: visit.site.id, in: visit.tree)
        let names = try await names(statistics, visit)
        let columns = ["by", "name"] + Self.columns
        func row(_ by: String, _ name: String, _ figures: CaseFigures) -> [String] {
            [
                by, name, "\(figures.opening ?? 0)", "\(figures.received)", "\(figures.inTime)", "\(figures.late)", "\(figures.endedOtherwise)",
                "\(figures.open)", "\(figures.overdue)", names.median(figures.pace),
            ]
        }
        var rows: [[String]] = []
        if let total = statistics.total {
            rows.append(row(names.word("seeing.total"), names.name(month), total))
            for (cut, list) in [(CaseCut.agency, statistics.agencies), (.track, statistics.tracks)] {
                rows += list.map { row(names.word("seeing.column." + cut.rawValue), name($0.subject, cut, names), $0.figures) }
            }
        }
        let bytes = CSVWriter.table(columns.map { visit.word("seeing.column." + $0) }, rows)
        return .bytes(
            ByteAnswer(
                ByteBuffer(bytes: bytes),
                type: "text/csv; charset=utf-8",
                freshness: .page,
                headers: [.contentDisposition: "attachment; filename=\"thong-ke-\(month.text).csv\""]
            )
        )
    }
}
