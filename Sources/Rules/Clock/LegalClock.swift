public import Vietnamese

/// The gate `rule`: what the law or the house says about a matter on a day, and when a term ends.
///
/// A value without state or I/O; one per installation, replaced as a whole when house rules or a confirmed year change.
public struct LegalClock: Sendable {
    public let book: Rulebook
    public let calendar: WorkCalendar

    /// More events in one term are refused.
    public static let mostEvents = 1_000

    public init(book: Rulebook, calendar: WorkCalendar) {
        self.book = book
        self.calendar = calendar
    }

    /// The clock of the program with house rules of tenants and the years that administrators confirmed.
    public static func standard(adding overlays: [RuleSource] = [], confirmed: [ConfirmedYear] = []) throws -> LegalClock {
        let calendar = try WorkCalendar.standard().confirming(all: confirmed)
        return LegalClock(book: try Rulebook.standard(adding: overlays, calendar: calendar), calendar: calendar)
    }

    /// The rule of the day on which the clock starts.
    public func rule(for facts: Facts, on day: CivilDate) throws(ClockError) -> Rule {
        guard let rule = book.rule(for: facts, on: day) else { throw .noRule(matter: facts.matter, on: day) }
        return rule
    }

    /// When the term ends, by the rule of the day on which it began (or began anew), with all that happened since.
    public func deadline(_ request: ClockRequest) throws(ClockError) -> Deadline {
        guard request.events.count <= LegalClock.mostEvents else { throw .tooManyEvents(limit: LegalClock.mostEvents) }
        try order(request)
        // A restart begins a term of its own; what was before it has no say.
        var start = request.start
        var skipped = 0
        for (index, event) in request.events.enumerated() {
            guard case .restarted(let at, let reason) = event else { continue }
            let before = try reckon(request.facts, start, Array(request.events[skipped..<index]), numbered: skipped)
            guard before.rule.restartedBy.contains(reason) else {
                throw .reasonNotAllowed(number: index + 1, reason: reason, rule: before.rule.code)
            }
            start = at
            skipped = index + 1
        }
        return try reckon(request.facts, start, skipped == 0 ? request.events : Array(request.events[skipped...]), numbered: skipped)
    }

    /// Whether an event may be added to what happened: all that `deadline` asks for, and that it comes before the term ends.
    /// - Returns: the deadline with the event.
    public func admit(_ event: ClockEvent, to request: ClockRequest) throws(ClockError) -> Deadline {
        var next = request
        next.events.append(event)
        let after = try deadline(next)
        let before = try deadline(request)
        switch event {
        case .suspended, .extended:
            if let due = before.due, event.at > due { throw .afterTheEnd(number: next.events.count, due: due) }
        case .resumed, .restarted: break
        }
        return after
    }

    private func order(_ request: ClockRequest) throws(ClockError) {
        var last = request.start
        for (index, event) in request.events.enumerated() {
            _ = try CivilDate.inside(calendar, event.at)
            if event.at < request.start { throw .eventBeforeStart(number: index + 1) }
            if event.at < last { throw .eventsOutOfOrder(number: index + 1) }
            last = event.at
        }
    }

    /// One term without restarts, moved to a later rule where that one says so.
    private func reckon(_ facts: Facts, _ start: Instant, _ events: [ClockEvent], numbered first: Int) throws(ClockError) -> Deadline {
        let day = try CivilDate.inside(calendar, start)
        let rule = try rule(for: facts, on: day)
        let reckoning = Reckoning(clock: self, facts: facts, start: start, events: events, firstEvent: first)
        var deadline = try reckoning.deadline(by: rule, changedFrom: nil)
        for change in book.changes(for: facts, after: day) {
            guard deadline.due.map({ $0.civilDate >= change }) ?? true, let next = book.rule(for: facts, on: change) else { continue }
            guard next.running == .change, next.code != deadline.rule.code else { continue }
            deadline = try reckoning.deadline(by: next, changedFrom: rule.code)
        }
        return deadline
    }
}

extension CivilDate {
    /// The civil day of an instant, which the calendar must know.
    static func inside(_ calendar: WorkCalendar, _ instant: Instant) throws(ClockError) -> CivilDate {
        // Far outside, days would not be dates any more.
        let limit: Int64 = 200_000_000_000_000
        guard abs(instant.rawValue / 1_000) < limit / 1_000 else {
            throw .outsideCalendar(CivilDate(dayNumber: instant.rawValue < 0 ? 0 : 2_932_896))
        }
        let date = instant.civilDate
        guard calendar.covers(date) else { throw .outsideCalendar(date) }
        return date
    }
}
