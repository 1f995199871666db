import PortalNetwork
import Rules
import Vietnamese
import Web

/// The form of a year as it was typed: dates as a browser sends them, nothing thrown away that is wrong.
struct YearForm {
    static let swaps = 4
    static let extras = 3

    let year: Int
    var tet: String
    /// `truoc`: 1 September is free with the 2nd; `sau`: the 3rd.
    var national: String
    var off: [String]
    var work: [String]
    var extra: [String]
    var names: [String]
    var source: String
    var reason: String?

    init(_ arrangement: YearArrangement) {
        year = arrangement.year
        tet = arrangement.tet.first?.description ?? ""
        national = arrangement.nationalDay.contains { $0.month == 9 && $0.day == 3 } ? "sau" : "truoc"
        func filled(_ values: [String], _ count: Int) -> [String] { values + Array(repeating: "", count: max(0, count - values.count)) }
        off = filled(arrangement.swaps.map { "\($0.off)" }, Self.swaps)
        work = filled(arrangement.swaps.map { "\($0.work)" }, Self.swaps)
        extra = filled(arrangement.extra.map { "\($0.date)" }, Self.extras)
        names = filled(arrangement.extra.map(\.name.vi), Self.extras)
        source = arrangement.source
    }

    init(_ form: FormFields, year: Int) {
        self.year = year
        (tet, national, source, reason) = (form["tet"], form["quoc-khanh"], form["nguon"].trimmed, form.text("ly-do"))
        off = (1...Self.swaps).map { form["nghi-\($0)"] }
        work = (1...Self.swaps).map { form["lam-\($0)"] }
        extra = (1...Self.extras).map { form["them-\($0)"] }
        names = (1...Self.extras).map { form["ten-\($0)"].trimmed }
    }

    /// - Throws: `CalendarError` where a date is none.
    func arrangement(like proposal: YearArrangement) throws -> YearArrangement {
        guard let first = CivilDate(tet) else { throw CalendarError.tet(year: year, expected: proposal.tet.count) }
        var days = proposal.nationalDay
        if days.count > 1, let second = CivilDate(year: year, month: 9, day: 2) {
            days = national == "sau" ? [second, second.adding(days: 1)] : [second.adding(days: -1), second]
        }
        var (swaps, extras): ([YearArrangement.Swap], [YearArrangement.ExtraDay]) = ([], [])
        for (off, work) in zip(off, work) where !off.isEmpty || !work.isEmpty {
            guard let off = CivilDate(off), let work = CivilDate(work) else { throw YearRefusal.halfSwap }
            swaps.append(YearArrangement.Swap(off: off, work: work))
        }
        for (date, name) in zip(extra, names) where !date.isEmpty || !name.isEmpty {
            guard let date = CivilDate(date), !name.isEmpty else { throw YearRefusal.halfExtra }
            extras.append(YearArrangement.ExtraDay(date: date, name: Wording(vi: name, en: name, zh: name)))
        }
        return YearArrangement(
            year: year,
            tet: (0..<proposal.tet.count).map { first.adding(days: $0) },
            nationalDay: days,
            swaps: swaps,
            extra: extras,
            source: source,
            evidence: .read
        )
    }

    func model(_ visit: DeskVisit, needsReason: Bool) -> YearFormModel {
        YearFormModel(
            tet: tet,
            before: national != "sau",
            swaps: zip(off, work).enumerated().map { index, pair in YearPair(number: index + 1, first: pair.0, second: pair.1) },
            extras: zip(extra, names).enumerated().map { index, pair in YearPair(number: index + 1, first: pair.0, second: pair.1) },
            source: source,
            reason: reason ?? "",
            needsReason: needsReason
        )
    }
}

enum YearRefusal: Refusal {
    case halfSwap, halfExtra

    var key: String {
        switch self {
        case .halfSwap: "workdays.half-swap"
        case .halfExtra: "workdays.half-extra"
        }
    }
}

struct YearPair: PageModel {
    let number: Int
    let first: String
    let second: String

    static let shape: Shape<YearPair> = [.number("number", \.number), .text("first", \.first), .text("second", \.second)]
}

struct YearFormModel: PageModel {
    let tet: String
    let before: Bool
    let swaps: [YearPair]
    let extras: [YearPair]
    let source: String
    let reason: String
    let needsReason: Bool

    static let shape: Shape<YearFormModel> = [
        .text("tet", \.tet), .flag("before", \.before), .many("swaps", \.swaps), .many("extras", \.extras), .text("source", \.source),
        .text("reason", \.reason), .flag("needsReason", \.needsReason),
    ]
}

struct CalendarScreen: DeskModel {
    let frame: DeskFrame
    let action: String
    let year: String
    let years: [DeskLink]
    let status: String
    let isProvisional: Bool
    let days: [CaseFact]
    let form: YearFormModel?
    let faults: [CaseFact]
    let changes: [CaseFact]
    let message: String?
    let error: String?

    static let shape: Shape<CalendarScreen> = [
        .one("desk", \.frame), .text("action", \.action), .text("year", \.year), .many("years", \.years), .text("status", \.status),
        .flag("provisional", \.isProvisional), .many("days", \.days), .one("form", \.form), .many("faults", \.faults),
        .many("changes", \.changes), .text("message", \.message), .text("error", \.error),
    ]
}

extension PageTemplate where Model == CalendarScreen { static var workdays: Self { Self("questions.workdays", bare: true) } }
