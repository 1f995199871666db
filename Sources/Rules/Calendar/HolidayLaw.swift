import Vietnamese

/// The public holidays and weekly days of rest that the law sets, with the years in which each held.
public struct HolidayLaw: Sendable {
    /// How a holiday finds its days.
    enum Kind: String, CaseIterable { case fixed, lunar, tet, national }

    struct Holiday: Sendable {
        let code: String
        let name: Wording
        let kind: Kind
        /// Of the civil or the lunar calendar; for `tet` and `national` the day that is always among them.
        let month: Int
        let day: Int
        /// How many days off; more than one for `tet` and `national` only.
        let days: Int
        /// Where the state has not said it yet: how many of the days lie before the chief day, by the weekday (1 is Monday) of that one.
        let before: [Int]
        let validity: Validity
        let citation: Citation
    }

    struct Weekend: Sendable {
        let days: Set<Int>
        let validity: Validity
    }

    struct Chief: Sendable {
        let holiday: Holiday
        let date: CivilDate
    }

    /// A day off that the law names, whether or not it falls on a day of rest.
    struct StatutoryDay: Hashable, Sendable {
        let date: CivilDate
        let code: String
    }

    let holidays: [Holiday]
    let weekends: [Weekend]
    /// The chief days of each year of the calendar: lunar days take their time.
    private let chiefs: [Int: [Chief]]
    /// Names of the holidays by their codes.
    public let names: [String: Wording]

    init(holidays: [Holiday], weekends: [Weekend]) {
        self.holidays = holidays
        self.weekends = weekends
        chiefs = Dictionary(WorkCalendar.range.map { ($0, HolidayLaw.chiefs(holidays, in: $0)) }, uniquingKeysWith: { $1 })
        names = Dictionary(holidays.map { ($0.code, $0.name) }, uniquingKeysWith: { _, last in last })
    }

    func isWeekend(_ date: CivilDate) -> Bool {
        weekends.first { $0.validity.contains(date) }?.days.contains(date.weekday) ?? false
    }

    /// The holidays of a year with their chief days, in the order of the calendar.
    func chiefDays(of year: Int) -> [Chief] { chiefs[year] ?? [] }

    private static func chiefs(_ holidays: [Holiday], in year: Int) -> [Chief] {
        holidays.compactMap { holiday in
            let date: CivilDate?
            switch holiday.kind {
            case .fixed, .national: date = CivilDate(year: year, month: holiday.month, day: holiday.day)
            case .lunar, .tet: date = LunarDate(year: year, month: holiday.month, day: holiday.day)?.civilDate
            }
            guard let date, holiday.validity.contains(date) else { return nil }
            return Chief(holiday: holiday, date: date)
        }.sorted { $0.date < $1.date }
    }

    /// The days off of a year: as arranged, or as they are usually arranged.
    func statutoryDays(of year: Int, arranged: YearArrangement?) -> [StatutoryDay] {
        chiefDays(of: year).flatMap { chief -> [StatutoryDay] in
            let holiday = chief.holiday, date = chief.date
            let days: [CivilDate]
            switch (holiday.kind, arranged) {
            case (.tet, let arranged?): days = arranged.tet
            case (.national, let arranged?): days = arranged.nationalDay
            case (.fixed, _), (.lunar, _): days = [date]
            default:
                let before = holiday.before[date.weekday - 1]
                days = (0..<holiday.days).map { date.adding(days: $0 - before) }
            }
            return days.map { StatutoryDay(date: $0, code: holiday.code) }
        }.sorted { $0.date < $1.date }
    }

    /// The days off in place of statutory days on a weekly day of rest: each time the next working day (Bộ luật Lao động 45/2019/QH14, Điều 111.3).
    func substitutes(for days: [StatutoryDay], extra: Set<CivilDate> = []) -> [StatutoryDay] {
        var taken = Set(days.map(\.date)).union(extra)
        return days.filter { isWeekend($0.date) }.map { day in
            var date = day.date.adding(days: 1)
            while isWeekend(date) || taken.contains(date) { date = date.adding(days: 1) }
            taken.insert(date)
            return StatutoryDay(date: date, code: day.code)
        }
    }
}
