public import Vietnamese

extension LegalClock {
    /// How far ahead a day is looked for.
    public static let farthestNotice = 400

    /// The first day on which something may begin that has to be announced before, if it is announced at `now`; today's rest is not looked at. A day on which
    /// no rule speaks of the matter is free. Nil where no day within `farthestNotice` days will do.
    public func firstDay(for facts: Facts, announcedAt now: Instant) throws(ClockError) -> CivilDate? {
        let today = try CivilDate.inside(calendar, now)
        for days in 1...Self.farthestNotice {
            let day = today.adding(days: days)
            guard let last = try lastMoment(for: facts, beginning: VietnamTime.startOfDay(day))?.due else { return day }
            if last >= now { return day }
        }
        return nil
    }

    /// Until when something that begins at `start` has to be announced; nil where no rule of that day speaks of it.
    public func lastMoment(for facts: Facts, beginning start: Instant) throws(ClockError) -> Deadline? {
        let day = try CivilDate.inside(calendar, start)
        guard book.rule(for: facts, on: day) != nil else { return nil }
        return try deadline(ClockRequest(facts, start: start))
    }

    /// How many working days lie from the day of an announcement (which counts where offices work on it) to the day before something begins.
    public func workingDays(from announced: Instant, to start: Instant) -> Int {
        calendar.workingDays(after: announced.civilDate.adding(days: -1), through: start.civilDate.adding(days: -1))
    }
}
