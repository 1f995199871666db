public import Vietnamese

extension LegalClock {
    /// How much of a term is left at a moment, in the rule's own unit (days for months).
    public func remaining(of deadline: Deadline, at now: Instant) -> Remaining {
        if let left = deadline.left { return .standing(left) }
        let unit = deadline.rule.term.unit
        guard let due = deadline.due else { return .standing(Term(0, unit)) }
        return remaining(until: due, in: unit, at: now)
    }

    /// The same of a deadline of which only the last moment and the rule's unit are at hand: for lists.
    public func remaining(until due: Instant, in unit: TermUnit, at now: Instant) -> Remaining {
        // No clock of a computer is further off.
        let now = Instant(rawValue: min(max(now.rawValue, -100_000_000_000_000), 100_000_000_000_000))
        if unit.isTime {
            let milliseconds = due.rawValue - now.rawValue
            let count = Int(abs(milliseconds) / unit.milliseconds)
            return milliseconds >= 0 ? .left(Term(count, unit)) : .over(Term(count, unit))
        }
        let today = now.civilDate.dayNumber, last = due.civilDate.dayNumber
        func days(_ first: Int, _ end: Int) -> Term {
            unit == .workingDay ? Term(calendar.count(after: first, through: end), unit) : Term(end - first, .day)
        }
        return now <= due ? .left(days(today, last)) : .over(days(last, today))
    }

    /// Who is to be told when, in the order of time. Days are moved to working days and begin with the offices; what lies before the start is left out.
    public func escalations(of deadline: Deadline) -> [EscalationMoment] {
        guard let due = deadline.due else { return [] }
        let hours = book.hours(for: deadline.facts.tenants)
        let unit = deadline.rule.term.unit
        return book.escalations(of: deadline.rule, for: deadline.facts.tenants).compactMap { step in
            guard step.offset != 0 else { return EscalationMoment(at: due, step: step) }
            if unit.isTime {
                let at = due.adding(milliseconds: Int64(step.offset) * 3_600_000)
                return at > deadline.start ? EscalationMoment(at: at, step: step) : nil
            }
            guard let day = day(step.offset, from: due.civilDate.dayNumber, in: unit) else { return nil }
            let at = hours.opening(of: day)
            return at > deadline.start || deadline.rule.direction == .before ? EscalationMoment(at: at, step: step) : nil
        }.sorted { $0.at < $1.at }
    }

    private func day(_ offset: Int, from due: Int, in unit: TermUnit) -> Int? {
        switch (unit, offset < 0) {
        case (.workingDay, true): calendar.nth(-offset, before: due)
        case (.workingDay, false): calendar.nth(offset, after: due)
        case (_, true): calendar.onOrBefore(due + offset)
        case (_, false): calendar.onOrAfter(due + offset)
        }
    }
}
