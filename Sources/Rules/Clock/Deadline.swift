public import Vietnamese

/// When a term ends, by which rule, and how sure that is.
public struct Deadline: Hashable, Sendable {
    public enum Uncertainty: Hashable, Sendable {
        /// The days off of this year are not announced, or not known here.
        case year(Int)
        /// The rule is the house's provisional choice, or its text was not compared with the official one.
        case rule(String)
    }

    public let rule: Rule
    public let facts: Facts
    /// When the clock started; after a restart, that one.
    public let start: Instant
    /// The day that is not counted: the one after it is the first (Bộ luật Dân sự, Điều 147.2).
    public let zeroDay: CivilDate
    /// The last day before it moved away from a day of rest; nil for terms in minutes and hours, and while the clock stands still.
    public let lastDay: CivilDate?
    /// The last moment in time; for terms before an event, the last moment to act; for shortest times, the moment they end. Nil while the clock stands still.
    public let due: Instant?
    /// Since when the clock stands still, and what is left of the term.
    public let suspendedSince: Instant?
    public let left: Term?
    /// Suspensions that are over, as instants.
    public let pauses: [Range<Instant>]
    /// Extensions that count.
    public let extensions: [Term]
    /// Numbers (from 0) of events that came after the term had ended and so change nothing.
    public let withoutEffect: [Int]
    /// The rule under which the term began, where a later one changed it.
    public let changedFrom: String?
    public let uncertainties: [Uncertainty]

    public var isSuspended: Bool { suspendedSince != nil }
    public var isProvisional: Bool { !uncertainties.isEmpty }
}

/// How much of a term is left.
public enum Remaining: Hashable, Sendable {
    /// In the rule's own unit (days for months): 0 on the last day.
    case left(Term)
    /// The term is over since so many whole units: 0 on the last day itself, after its last moment.
    case over(Term)
    /// The clock stands still.
    case standing(Term)
}

/// When somebody is to be told.
public struct EscalationMoment: Hashable, Sendable {
    public let at: Instant
    public let step: Rule.Escalation

    public init(at: Instant, step: Rule.Escalation) {
        self.at = at
        self.step = step
    }
}
