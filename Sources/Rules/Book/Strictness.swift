/// Whether one term surely ends no later than another, wherever in the calendar they begin.
struct Strictness {
    let calendar: WorkCalendar

    /// True only where it can be shown: working days are never fewer days than their number, a month has 28 to 31 of them.
    func isWithin(_ short: Term, _ long: Term) -> Bool {
        if short.unit == long.unit { return short.count <= long.count }
        switch (short.unit.isTime, long.unit.isTime) {
        case (true, true): return Int64(short.count) * short.unit.milliseconds <= Int64(long.count) * long.unit.milliseconds
        // A term in days ends with its last day: never sooner than so many times 24 hours.
        case (true, false): return Int64(short.count) * short.unit.milliseconds <= Int64(fewestDays(long)) * 86_400_000
        // A term in days may have all of its first day on top, and days of rest at its end.
        case (false, true): return false
        case (false, false):
            // Both end on a working day where the last one would be a day of rest, so only the days before that are compared.
            return mostDays(short) <= fewestDays(long)
        }
    }

    private func fewestDays(_ term: Term) -> Int {
        switch term.unit {
        case .minute, .hour: 0
        case .day, .workingDay: term.count
        case .month: term.count * 28 + term.count / 12 * 29
        }
    }

    private func mostDays(_ term: Term) -> Int {
        switch term.unit {
        case .minute, .hour: .max
        case .day: term.count
        case .workingDay: calendar.longestSpan(ofWorkingDays: term.count)
        case .month: term.count * 31
        }
    }
}
