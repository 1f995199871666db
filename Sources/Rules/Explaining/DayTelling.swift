import Vietnamese

/// The days of a term, each counted or not and why, put together where they follow each other alike.
struct DayTelling {
    let clock: LegalClock
    let deadline: Deadline
    let last: CivilDate

    func steps() -> [ExplanationStep] {
        let zero = deadline.zeroDay.dayNumber
        let isForward = deadline.rule.direction == .after
        let length = isForward ? last.dayNumber - zero : zero - last.dayNumber
        guard length > 0 else { return [] }
        guard length <= LegalClock.mostDaysTold else { return [.moreDays(length)] }
        var runs: [DayRun] = []
        var parts = [deadline.rule.term] + deadline.extensions
        var number = 0
        for step in 1...length {
            let date = CivilDate(dayNumber: isForward ? zero + step : zero - step)
            while let part = parts.first, part.unit != .month, part.count <= 0 { parts.removeFirst() }
            let unit = parts.first?.unit ?? .day
            // Counted to the end: what follows is a clock that stood still before the last day could move.
            if parts.isEmpty, !isStanding(date) { break }
            let treatment: DayRun.Treatment
            if isStanding(date) {
                treatment = .standing
            } else if unit == .workingDay, !clock.calendar.isWorkingDay(date) {
                treatment = .skipped(clock.calendar.mark(date))
            } else {
                number += 1
                treatment = .counted(number...number, unit)
                if let part = parts.first, part.unit != .month { parts[0] = Term(part.count - 1, part.unit) }
            }
            add(DayRun(first: date, last: date, treatment: treatment), to: &runs)
        }
        return runs.map(ExplanationStep.days)
    }

    private func isStanding(_ date: CivilDate) -> Bool {
        deadline.pauses.contains { $0.lowerBound.civilDate <= date && date < $0.upperBound.civilDate }
    }

    private func add(_ run: DayRun, to runs: inout [DayRun]) {
        guard let before = runs.last else { return runs.append(run) }
        switch (before.treatment, run.treatment) {
        case (.counted(let old, let unit), .counted(let new, let same)) where unit == same:
            runs[runs.count - 1] = DayRun(first: before.first, last: run.last, treatment: .counted(old.lowerBound...new.upperBound, unit))
        case (let old, let new) where old == new:
            runs[runs.count - 1] = DayRun(first: before.first, last: run.last, treatment: old)
        default: runs.append(run)
        }
    }
}
