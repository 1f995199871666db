public import Vietnamese

/// How a deadline was computed, step by step, for a catalogue of words to tell.
public struct Explanation: Hashable, Sendable {
    public let deadline: Deadline
    public let steps: [ExplanationStep]
}

/// Days in a row that were treated alike.
public struct DayRun: Hashable, Sendable {
    public enum Treatment: Hashable, Sendable {
        /// The numbers that the days got, such as 3 to 5.
        case counted(ClosedRange<Int>, TermUnit)
        /// Not counted, for what the day is.
        case skipped(DayMark)
        /// Not counted: the clock stood still.
        case standing
    }

    /// In the order of counting: before an event the later day comes first.
    public let first: CivilDate
    public let last: CivilDate
    public let treatment: Treatment
}

/// One sentence of an explanation.
public enum ExplanationStep: Hashable, Sendable {
    /// The rule, its term and where it stands.
    case rule(Rule)
    /// A later rule changed the term while it ran.
    case changed(from: String, to: Rule)
    case houseRule(tenant: String)
    case started(Instant, by: String)
    /// The term began anew.
    case restarted(Instant, reason: String)
    case event(Instant)
    /// Received outside office hours: counted as received on this day.
    case receivedOn(CivilDate)
    /// The first day is not counted.
    case notCounted(CivilDate)
    case paused(Range<Instant>)
    case extended(Term)
    case withoutEffect(number: Int)
    case days(DayRun)
    /// The term is longer than the explanation has lines.
    case moreDays(Int)
    /// The last day is a day of rest.
    case moved(from: CivilDate, to: CivilDate, mark: DayMark)
    case due(Instant, Rule)
    case standing(since: Instant, left: Term)
    case provisionalYear(Int)
    case provisionalRule(Rule)
}

extension LegalClock {
    /// Terms of more days are told without each of their days.
    static let mostDaysTold = 200

    /// The deadline with the way to it.
    public func explanation(of request: ClockRequest) throws(ClockError) -> Explanation {
        let deadline = try deadline(request)
        let rule = deadline.rule
        var steps: [ExplanationStep] = [.rule(rule)]
        if let changed = deadline.changedFrom { steps.append(.changed(from: changed, to: rule)) }
        if rule.basis == .house { steps.append(.houseRule(tenant: rule.tenant ?? "")) }
        steps.append(rule.direction == .before ? .event(deadline.start) : .started(request.start, by: rule.starts))
        for case .restarted(let at, let reason) in request.events { steps.append(.restarted(at, reason: reason)) }
        if rule.direction == .after, !rule.term.unit.isTime {
            if deadline.zeroDay != deadline.start.civilDate { steps.append(.receivedOn(deadline.zeroDay)) }
            if rule.term.count > 0 { steps.append(.notCounted(deadline.zeroDay)) }
        }
        steps += deadline.pauses.map(ExplanationStep.paused) + deadline.extensions.map(ExplanationStep.extended)
        steps += deadline.withoutEffect.map { .withoutEffect(number: $0 + 1) }
        if let last = deadline.lastDay, !rule.term.unit.isTime { steps += DayTelling(clock: self, deadline: deadline, last: last).steps() }
        if let last = deadline.lastDay, let due = deadline.due?.civilDate, due != last {
            steps.append(.moved(from: last, to: due, mark: calendar.mark(last)))
        }
        if let due = deadline.due { steps.append(.due(due, rule)) }
        if let since = deadline.suspendedSince, let left = deadline.left { steps.append(.standing(since: since, left: left)) }
        for uncertainty in deadline.uncertainties {
            switch uncertainty {
            case .year(let year): steps.append(.provisionalYear(year))
            case .rule: steps.append(.provisionalRule(rule))
            }
        }
        return Explanation(deadline: deadline, steps: steps)
    }
}
