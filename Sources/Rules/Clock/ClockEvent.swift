public import Vietnamese

/// What happened to a running term, as the record of a case keeps it.
public enum ClockEvent: Hashable, Sendable, Codable {
    /// The clock stands still from here on, for a reason that the rule names.
    case suspended(at: Instant, reason: String)
    case resumed(at: Instant)
    case extended(at: Instant, by: Term, reason: String)
    /// The term begins anew, under the rule of that day.
    case restarted(at: Instant, reason: String)

    public var at: Instant {
        switch self {
        case .suspended(let at, _), .resumed(let at), .extended(let at, _, _), .restarted(let at, _): at
        }
    }
}

/// What a deadline is asked for.
public struct ClockRequest: Hashable, Sendable {
    public var facts: Facts
    /// When what starts the clock happened; for terms before an event, the event itself.
    public var start: Instant
    /// In the order in which they happened.
    public var events: [ClockEvent]

    public init(_ facts: Facts, start: Instant, events: [ClockEvent] = []) {
        self.facts = facts
        self.start = start
        self.events = events
    }
}

/// Why there is no deadline, or why an event cannot be.
public enum ClockError: Error, Hashable, Sendable {
    case noRule(matter: String, on: CivilDate)
    case outsideCalendar(CivilDate)
    case tooLong(rule: String)
    case eventBeforeStart(number: Int)
    case eventsOutOfOrder(number: Int)
    case suspendedTwice(number: Int)
    case notSuspended(number: Int)
    case reasonNotAllowed(number: Int, reason: String, rule: String)
    case notExtendable(number: Int, rule: String)
    case extendedTooOften(number: Int, limit: Int, rule: String)
    case extendedTooLong(number: Int, by: Term, limit: Term, rule: String)
    case eventsBeforeAnEvent(rule: String)
    /// Only `LegalClock.admit` says so; a reckoning gives the late event no effect.
    case afterTheEnd(number: Int, due: Instant)
    case tooManyEvents(limit: Int)
}

extension ClockError: CustomStringConvertible {
    /// One sentence in English; `text` has it in the languages of a portal.
    public var description: String { text(.en) }

    public func text(_ language: DateLanguage) -> String { RuleWords.house.text("error.\(key)", values(language), language) }

    var key: String {
        switch self {
        case .noRule: "no-rule"
        case .outsideCalendar: "outside-calendar"
        case .tooLong: "too-long"
        case .eventBeforeStart: "event-before-start"
        case .eventsOutOfOrder: "events-out-of-order"
        case .suspendedTwice: "suspended-twice"
        case .notSuspended: "not-suspended"
        case .reasonNotAllowed: "reason-not-allowed"
        case .notExtendable: "not-extendable"
        case .extendedTooOften: "extended-too-often"
        case .extendedTooLong: "extended-too-long"
        case .eventsBeforeAnEvent: "events-before-an-event"
        case .afterTheEnd: "after-the-end"
        case .tooManyEvents: "too-many-events"
        }
    }

    private func values(_ language: DateLanguage) -> [String: String] {
        switch self {
        case .noRule(let matter, let day): ["matter": matter, "day": day.text(.numeric, language: language)]
        case .outsideCalendar(let day):
            [
                "day": day.text(.numeric, language: language), "first": "\(WorkCalendar.range.lowerBound)",
                "last": "\(WorkCalendar.range.upperBound)",
            ]
        case .tooLong(let rule), .eventsBeforeAnEvent(let rule): ["rule": rule]
        case .eventBeforeStart(let number), .eventsOutOfOrder(let number), .suspendedTwice(let number), .notSuspended(let number):
            ["number": "\(number)"]
        case .reasonNotAllowed(let number, let reason, let rule): ["number": "\(number)", "reason": reason, "rule": rule]
        case .notExtendable(let number, let rule): ["number": "\(number)", "rule": rule]
        case .extendedTooOften(let number, let limit, let rule): ["number": "\(number)", "limit": "\(limit)", "rule": rule]
        case .extendedTooLong(let number, let by, let limit, let rule):
            [
                "number": "\(number)", "by": RuleWords.house.term(by, language), "limit": RuleWords.house.term(limit, language), "rule": rule,
            ]
        case .afterTheEnd(let number, let due): ["number": "\(number)", "due": due.text(.numeric, language: language)]
        case .tooManyEvents(let limit): ["limit": "\(limit)"]
        }
    }
}
