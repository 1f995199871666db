import Vietnamese

/// One term under one rule.
struct Reckoning {
    let clock: LegalClock
    let facts: Facts
    let start: Instant
    let events: [ClockEvent]
    /// How many events of the case came before these.
    let firstEvent: Int

    private var calendar: WorkCalendar { clock.calendar }

    /// What the events came to.
    private struct Course {
        var suspended: Instant?
        /// Whether a suspension that came after the end has no end of its own yet.
        var isIdle = false
        var pauses: [Range<Instant>] = []
        var extensions: [Term] = []
        var withoutEffect: [Int] = []
    }

    func deadline(by rule: Rule, changedFrom: String?) throws(ClockError) -> Deadline {
        let hours = clock.book.hours(for: facts.tenants)
        if rule.direction == .before {
            guard events.isEmpty else { throw .eventsBeforeAnEvent(rule: rule.code) }
            return try before(rule, hours, changedFrom)
        }
        let zero = try zeroDay(rule, hours)
        var course = Course()
        for (index, event) in events.enumerated() {
            try apply(
                event,
                numbered: firstEvent + index,
                to: &course,
                rule,
                isLate: try end(rule, zero, course, hours).map { event.at > $0.due } ?? false
            )
        }
        return try result(rule, zero, course, hours, changedFrom)
    }

    /// What comes after the end of the term is looked at like the rest, but changes nothing.
    private func apply(_ event: ClockEvent, numbered index: Int, to course: inout Course, _ rule: Rule, isLate: Bool) throws(ClockError) {
        if isLate { course.withoutEffect.append(index) }
        switch event {
        case .suspended(let at, let reason):
            guard course.suspended == nil, !course.isIdle else { throw .suspendedTwice(number: index + 1) }
            guard rule.suspendedBy.contains(reason) else { throw .reasonNotAllowed(number: index + 1, reason: reason, rule: rule.code) }
            if isLate { course.isIdle = true } else { course.suspended = at }
        case .resumed(let at):
            guard course.suspended != nil || course.isIdle else { throw .notSuspended(number: index + 1) }
            if let since = course.suspended { course.pauses.append(since..<at) }
            course.suspended = nil
            course.isIdle = false
        case .extended(_, let term, let reason):
            try check(term, reason, rule, course.extensions.count, index + 1)
            if !isLate { course.extensions.append(term) }
        case .restarted: break
        }
    }

    /// The day that is not counted.
    private func zeroDay(_ rule: Rule, _ hours: OfficeHours) throws(ClockError) -> Int {
        let date = try CivilDate.inside(calendar, start)
        let day = date.dayNumber
        guard rule.reception == .officeHours, !calendar.isWorking(day) || start > hours.closing(of: day) else { return day }
        guard let next = calendar.nth(1, after: day) else { throw .outsideCalendar(date) }
        return next
    }

    private func check(_ term: Term, _ reason: String, _ rule: Rule, _ before: Int, _ number: Int) throws(ClockError) {
        guard let allowed = rule.lengthening else { throw .notExtendable(number: number, rule: rule.code) }
        guard allowed.reasons.contains(reason) else { throw .reasonNotAllowed(number: number, reason: reason, rule: rule.code) }
        guard before < allowed.times else { throw .extendedTooOften(number: number, limit: allowed.times, rule: rule.code) }
        guard term.count > 0, term.unit == allowed.term.unit, term.count <= allowed.term.count else {
            throw .extendedTooLong(number: number, by: term, limit: allowed.term, rule: rule.code)
        }
    }

    /// Where the term ends with what happened so far; nil while the clock stands still.
    private func end(_ rule: Rule, _ zero: Int, _ course: Course, _ hours: OfficeHours) throws(ClockError) -> (lastDay: Int?, due: Instant)? {
        if course.suspended != nil { return nil }
        if rule.term.unit.isTime {
            let pauses = course.pauses.reduce(Int64(0)) { $0 + ($1.upperBound.rawValue - $1.lowerBound.rawValue) }
            let length = ([rule.term] + course.extensions).reduce(Int64(0)) { $0 + Int64($1.count) * $1.unit.milliseconds }
            let due = timeStart(rule, zero, hours).adding(milliseconds: length + pauses)
            let day = try CivilDate.inside(calendar, due).dayNumber
            guard rule.movesToWorkingDay, !calendar.isWorking(day) else { return (nil, due) }
            return (day, try moment(of: try moved(day, rule), rule, hours))
        }
        guard let last = count(rule, zero, course).lastDay() else { throw .tooLong(rule: rule.code) }
        return (last, try moment(of: try moved(last, rule), rule, hours))
    }

    private func timeStart(_ rule: Rule, _ zero: Int, _ hours: OfficeHours) -> Instant {
        zero == start.civilDate.dayNumber ? start : hours.opening(of: zero)
    }

    /// The count of days up to now: the days from a suspension to the day before the clock goes on are not counted.
    private func count(_ rule: Rule, _ zero: Int, _ course: Course) -> DayCount {
        var count = DayCount(rule.term, after: zero, in: calendar)
        for term in course.extensions { count.lengthen(by: term) }
        for pause in course.pauses where pause.lowerBound.civilDate < pause.upperBound.civilDate {
            count.count(through: pause.lowerBound.civilDate.dayNumber - 1)
            count.stand(until: pause.upperBound.civilDate.dayNumber)
        }
        return count
    }

    private func moved(_ day: Int, _ rule: Rule) throws(ClockError) -> Int {
        guard rule.movesToWorkingDay else { return day }
        guard let day = rule.direction == .after ? calendar.onOrAfter(day) : calendar.onOrBefore(day) else { throw .tooLong(rule: rule.code) }
        return day
    }

    private func moment(of day: Int, _ rule: Rule, _ hours: OfficeHours) throws(ClockError) -> Instant {
        switch rule.end {
        case .endOfDay: VietnamTime.startOfDay(CivilDate(dayNumber: day + 1)).adding(milliseconds: -1)
        case .officeClose: hours.closing(of: day)
        }
    }

    private func before(_ rule: Rule, _ hours: OfficeHours, _ changedFrom: String?) throws(ClockError) -> Deadline {
        let event = try CivilDate.inside(calendar, start).dayNumber
        if rule.term.unit.isTime {
            let due = start.adding(milliseconds: -Int64(rule.term.count) * rule.term.unit.milliseconds)
            _ = try CivilDate.inside(calendar, due)
            return deadline(rule, event, nil, due, Course(), nil, changedFrom)
        }
        let last: Int?
        switch rule.term.unit {
        case .workingDay: last = calendar.nth(rule.term.count, before: event)
        case .month: last = DayCount.day(months: -rule.term.count, after: event)
        default: last = event - rule.term.count
        }
        guard let last, calendar.covers(last) else { throw .tooLong(rule: rule.code) }
        return deadline(rule, event, last, try moment(of: try moved(last, rule), rule, hours), Course(), nil, changedFrom)
    }

    private func result(_ rule: Rule, _ zero: Int, _ course: Course, _ hours: OfficeHours, _ changedFrom: String?) throws(ClockError) -> Deadline {
        guard let since = course.suspended else {
            let end = try end(rule, zero, course, hours)
            return deadline(rule, zero, end?.lastDay, end?.due, course, nil, changedFrom)
        }
        let left: Term
        if rule.term.unit.isTime {
            var running = course
            running.suspended = nil
            let due = try end(rule, zero, running, hours)?.due ?? since
            left = Term(Int((due.rawValue - since.rawValue) / rule.term.unit.milliseconds), rule.term.unit)
        } else {
            var count = count(rule, zero, course)
            count.count(through: since.civilDate.dayNumber - 1)
            left = count.left(in: rule.term.unit)
        }
        return deadline(rule, zero, nil, nil, course, left, changedFrom)
    }

    private func deadline(
        _ rule: Rule,
        _ zero: Int,
        _ last: Int?,
        _ due: Instant?,
        _ course: Course,
        _ left: Term?,
        _ changedFrom: String?
    ) -> Deadline {
        var uncertain: [Deadline.Uncertainty] = []
        if rule.isProvisional || (rule.basis == .law && rule.evidence != .read) { uncertain.append(.rule(rule.code)) }
        uncertain += years(rule, zero, last, due, course).map(Deadline.Uncertainty.year)
        return Deadline(
            rule: rule,
            facts: facts,
            start: start,
            zeroDay: CivilDate(dayNumber: zero),
            lastDay: last.map(CivilDate.init(dayNumber:)),
            due: due,
            suspendedSince: course.suspended,
            left: left,
            pauses: course.pauses,
            extensions: course.extensions,
            withoutEffect: course.withoutEffect,
            changedFrom: changedFrom,
            uncertainties: uncertain
        )
    }

    /// The years whose days off matter to the end and are not announced.
    private func years(_ rule: Rule, _ zero: Int, _ last: Int?, _ due: Instant?, _ course: Course) -> [Int] {
        guard let dueDay = due?.civilDate else { return [] }
        let countsWorkingDays = rule.term.unit == .workingDay || course.extensions.contains { $0.unit == .workingDay }
        let first = countsWorkingDays ? CivilDate(dayNumber: zero) : last.map(CivilDate.init(dayNumber:)) ?? dueDay
        guard countsWorkingDays || rule.movesToWorkingDay else { return [] }
        return (min(first.year, dueDay.year)...max(first.year, dueDay.year)).filter { calendar.status(of: $0).isProvisional }
    }
}
