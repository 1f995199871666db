/// One deadline, or one shortest time, that the law or the house sets.
public struct Rule: Hashable, Sendable {
    public enum Basis: String, Sendable, Codable { case law, house }

    /// How well the text behind a rule is known.
    public enum Evidence: String, Sendable, Codable {
        /// The wording was read in a copy of the act or in a summary made from one.
        case read
        /// Known, but the wording was not seen: the official text must be looked at before anyone relies on it.
        case recalled
        /// No text: a house rule where the law is silent.
        case none
    }

    public enum Limit: String, Sendable, Codable {
        /// To be done when the term ends at the latest (chậm nhất, không quá).
        case atMost = "at-most"
        /// Not to end earlier (ít nhất).
        case atLeast = "at-least"
    }

    public enum Direction: String, Sendable, Codable { case after, before }

    public enum End: String, Sendable, Codable {
        /// 24:00 of the last day (Bộ luật Dân sự, Điều 148.6).
        case endOfDay = "end-of-day"
        /// When offices close on the last day.
        case officeClose = "office-close"
    }

    public enum Reception: String, Sendable, Codable {
        /// What comes in counts on the day it came in.
        case anyTime = "any-time"
        /// What comes in on a day of rest or after offices close counts as received on the next working day.
        case officeHours = "office-hours"
    }

    /// What a new rule does to terms that run when it comes into force.
    public enum RunningTerms: String, Sendable, Codable {
        /// They end under the rule they began under.
        case finish
        /// They are counted anew from their start by the new rule.
        case change
    }

    /// How far a term may be lengthened, and why.
    public struct Lengthening: Hashable, Sendable, Codable {
        /// The most that one extension may add.
        public let term: Term
        public let times: Int
        /// Codes of the reasons that the rule accepts.
        public let reasons: [String]
    }

    /// When somebody is told of a term: so many of the rule's units before (negative) or after its end.
    public struct Escalation: Hashable, Sendable, Codable {
        public let offset: Int
        /// Code of the one who is told: `handler`, `unit-head`, `office-head`.
        public let to: String
    }

    /// Stable, unique, never used again: `tctt-30-3`.
    public let code: String
    /// What must be done. Rules of one matter follow one another in time, and house rules of a matter are held against its law.
    public let matter: String
    public let title: Wording
    public let basis: Basis
    public let evidence: Evidence
    /// The house's own provisional choice, or a rule whose dates are not known.
    public let isProvisional: Bool
    /// The installation, site or agency of a house rule; nil: everywhere.
    public let tenant: String?
    public let scope: Scope
    public let limit: Limit
    public let direction: Direction
    public let term: Term
    /// Codes of what starts the clock and what stops it for good.
    public let starts: String
    public let stops: String
    /// Codes of the reasons for which the clock may stand still, or begin anew.
    public let suspendedBy: [String]
    public let restartedBy: [String]
    public let lengthening: Lengthening?
    public let end: End
    /// A last day on a day of rest moves to the next working day (Bộ luật Dân sự, Điều 148.5); before an event, to the one before.
    public let movesToWorkingDay: Bool
    public let reception: Reception
    public let validity: Validity
    public let running: RunningTerms
    /// `month`, `quarter`, `year` for duties that come again after each of them.
    public let every: String?
    public let citation: Citation
    public let note: String
    public let escalations: [Escalation]
    /// `access-to-information.yaml:12`
    public let place: String
}
