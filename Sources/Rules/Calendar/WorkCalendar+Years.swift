public import Vietnamese

extension WorkCalendar {
    /// The days that are not simply a weekday or a weekend.
    static func marks(law: HolidayLaw, arrangements: [Int: YearArrangement]) -> [Int: DayMark] {
        var marks: [Int: DayMark] = [:]
        for year in range {
            let arranged = arrangements[year]
            let days = law.statutoryDays(of: year, arranged: arranged)
            for day in law.substitutes(for: days, extra: Set(arranged?.extra.map(\.date) ?? [])) { marks[day.date.dayNumber] = .substitute(day.code) }
            for day in days { marks[day.date.dayNumber] = .holiday(day.code) }
            for extra in arranged?.extra ?? [] where marks[extra.date.dayNumber] == nil { marks[extra.date.dayNumber] = .extra(extra.name) }
        }
        for swap in arrangements.values.flatMap(\.swaps) {
            if marks[swap.off.dayNumber] == nil { marks[swap.off.dayNumber] = .swappedOff(for: swap.work) }
            if marks[swap.work.dayNumber] == nil { marks[swap.work.dayNumber] = .swappedIn(for: swap.off) }
        }
        return marks
    }

    /// What a year will probably look like, for an administrator to compare with the announcement: as arranged so far, or as is usual.
    public func proposal(for year: Int) throws(CalendarError) -> YearArrangement {
        guard WorkCalendar.range.contains(year) else { throw .outside(year: year) }
        if let known = confirmations[year]?.arrangement ?? arrangements[year] { return known }
        let days = law.statutoryDays(of: year, arranged: nil)
        func dates(_ kind: HolidayLaw.Kind) -> [CivilDate] {
            let codes = Set(law.holidays.filter { $0.kind == kind }.map(\.code))
            return days.filter { codes.contains($0.code) }.map(\.date)
        }
        return YearArrangement(year: year, tet: dates(.tet), nationalDay: dates(.national))
    }

    /// A day that is not what it was.
    public struct DayChange: Hashable, Sendable {
        public let date: CivilDate
        public let before: DayMark
        public let after: DayMark
    }

    /// The calendar with a confirmed year, and the days whose working changes by that: cases whose terms touch them are to be reckoned again.
    public func confirming(_ year: ConfirmedYear) throws(CalendarError) -> (calendar: WorkCalendar, changes: [DayChange]) {
        let number = year.arrangement.year
        try law.check(year.arrangement)
        guard !isBlank(year.confirmedBy) else { throw .unsigned(year: number) }
        guard !isBlank(year.arrangement.source) else { throw .withoutSource(year: number) }
        if !status(of: number).isProvisional, isBlank(year.reason ?? "") { throw .withoutReason(year: number) }
        let next = WorkCalendar(law: law, arrangements: arrangements, confirmations: confirmations.merging([number: year]) { $1 })
        // Swaps reach into the years beside.
        let changes = (firstDay...lastDay).filter { isWorking($0) != next.isWorking($0) }.map { day in
            let date = CivilDate(dayNumber: day)
            return DayChange(date: date, before: mark(date), after: next.mark(date))
        }
        return (next, changes)
    }

    /// The calendar with all the years that were confirmed before, as they were stored.
    public func confirming(all years: [ConfirmedYear]) throws(CalendarError) -> WorkCalendar {
        for year in years { try law.check(year.arrangement) }
        let confirmed = Dictionary(years.map { ($0.arrangement.year, $0) }, uniquingKeysWith: { $1 })
        return WorkCalendar(law: law, arrangements: arrangements, confirmations: confirmations.merging(confirmed) { $1 })
    }
}

/// Whether a text says nothing.
func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
