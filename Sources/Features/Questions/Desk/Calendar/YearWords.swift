import PortalNetwork
import Rules
import Vietnamese
import Web

/// What a calendar says, in words.
struct YearWords {
    private let calendar: WorkCalendar
    private let visit: DeskVisit

    init(_ calendar: WorkCalendar, _ visit: DeskVisit) {
        self.calendar = calendar
        self.visit = visit
    }

    func status(_ year: Int) -> String {
        switch calendar.status(of: year) {
        case .announced(let source, _): visit.word("workdays.announced", ["source": source])
        case .confirmed(let known):
            visit.word(
                "workdays.confirmed",
                ["who": known.confirmedBy, "when": known.confirmedOn.text(.numeric), "source": known.arrangement.source]
            )
        case .computed: visit.word("workdays.computed")
        }
    }

    /// Days of a year that are not what their weekday says.
    func days(of year: Int) -> [CaseFact] {
        guard let first = CivilDate(year: year, month: 1, day: 1), let next = CivilDate(year: year + 1, month: 1, day: 1) else { return [] }
        return (first.dayNumber..<next.dayNumber).map(CivilDate.init(dayNumber:)).compactMap { date in
            mark(calendar.mark(date)).map { CaseFact(label: day(date), value: $0) }
        }
    }

    func change(_ change: WorkCalendar.DayChange) -> CaseFact {
        let isFree = calendar.isWorkingDay(change.date)
        return CaseFact(label: day(change.date), value: mark(change.after) ?? visit.word(isFree ? "workdays.free" : "workdays.worked"))
    }

    private func day(_ date: CivilDate) -> String { visit.word("workdays.weekday-\(date.weekday)") + ", " + date.text(.numeric) }

    private func mark(_ mark: DayMark) -> String? {
        func name(_ code: String) -> String { calendar.law.names[code]?[visit.language.ofDates] ?? code }
        switch mark {
        case .working, .weekend: return nil
        case .holiday(let code): return name(code)
        case .substitute(let code): return visit.word("workdays.substitute", ["name": name(code)])
        case .swappedOff(let work): return visit.word("workdays.swapped-off", ["day": work.text(.numeric)])
        case .swappedIn(let off): return visit.word("workdays.swapped-in", ["day": off.text(.numeric)])
        case .extra(let wording): return wording[visit.language.ofDates]
        }
    }

    static func said(_ error: CalendarError, _ visit: DeskVisit) -> String {
        switch error {
        case .outside: visit.word("workdays.wrong.outside")
        case .tet(_, let expected): visit.word("workdays.wrong.tet", ["count": "\(expected)"])
        case .nationalDay: visit.word("workdays.wrong.national")
        case .swap(let swap, _):
            visit.word("workdays.wrong.swap", ["off": swap.off.text(.numeric), "work": swap.work.text(.numeric)])
        case .extraDay(let date, _): visit.word("workdays.wrong.extra", ["day": date.text(.numeric)])
        case .unsigned, .withoutSource: visit.word("workdays.wrong.source")
        case .withoutReason: visit.word("workdays.wrong.reason")
        }
    }
}
