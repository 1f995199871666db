import Vietnamese

extension HolidayLaw {
    /// Whether an arrangement is what the law allows for its year.
    func check(_ arrangement: YearArrangement) throws(CalendarError) {
        let year = arrangement.year
        guard WorkCalendar.range.contains(year) else { throw .outside(year: year) }
        for day in chiefDays(of: year) {
            let holiday = day.holiday, chief = day.date
            switch holiday.kind {
            case .tet:
                let first = (0..<3).map { chief.adding(days: $0) }
                guard isRun(arrangement.tet, of: holiday.days), first.allSatisfy(arrangement.tet.contains) else {
                    throw .tet(year: year, expected: holiday.days)
                }
            case .national:
                guard isRun(arrangement.nationalDay, of: holiday.days), arrangement.nationalDay.contains(chief) else {
                    throw .nationalDay(year: year, expected: holiday.days)
                }
            case .fixed, .lunar: break
            }
        }
        var free = Set(statutoryDays(of: year, arranged: arrangement).map(\.date))
        for extra in arrangement.extra {
            guard extra.date.year == year else { throw .extraDay(extra.date, "it is not in \(year)") }
            guard !isWeekend(extra.date), free.insert(extra.date).inserted else { throw .extraDay(extra.date, "it is a day off already") }
            guard !isBlank(extra.name.vi), !isBlank(extra.name.en), !isBlank(extra.name.zh) else { throw .extraDay(extra.date, "it has no name") }
        }
        let substitutes = substitutes(
            for: statutoryDays(of: year, arranged: arrangement),
            extra: Set(arrangement.extra.map(\.date))
        )
        try check(arrangement.swaps, in: year, free: free.union(substitutes.map(\.date)))
    }

    private func check(_ swaps: [YearArrangement.Swap], in year: Int, free: Set<CivilDate>) throws(CalendarError) {
        var used: Set<CivilDate> = []
        for swap in swaps {
            guard swap.off.year == year || swap.work.year == year else { throw .swap(swap, "neither day is in \(year)") }
            guard !isWeekend(swap.off), !free.contains(swap.off) else { throw .swap(swap, "\(swap.off) is a day off already") }
            guard isWeekend(swap.work) else { throw .swap(swap, "\(swap.work) is no weekly day of rest") }
            guard !free.contains(swap.work) else { throw .swap(swap, "\(swap.work) is a holiday") }
            guard abs(swap.off.dayNumber - swap.work.dayNumber) <= 60 else { throw .swap(swap, "the days are more than 60 days apart") }
            guard used.insert(swap.off).inserted, used.insert(swap.work).inserted else { throw .swap(swap, "one of the days is swapped twice") }
        }
    }

    private func isRun(_ dates: [CivilDate], of count: Int) -> Bool {
        dates.count == count && zip(dates, dates.dropFirst()).allSatisfy { $1.dayNumber == $0.dayNumber + 1 }
    }
}
