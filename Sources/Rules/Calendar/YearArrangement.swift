public import Vietnamese

/// What the state says each year about days off: which days Tết and National Day take, and which working days change places with days of rest.
/// Everything else of a year follows from the law.
public struct YearArrangement: Hashable, Sendable, Codable {
    /// A working day that becomes free for a day of rest on which offices work (hoán đổi ngày làm việc).
    public struct Swap: Hashable, Sendable, Codable {
        public let off: CivilDate
        public let work: CivilDate

        public init(off: CivilDate, work: CivilDate) {
            self.off = off
            self.work = work
        }
    }

    /// A day off by a decision for that year only.
    public struct ExtraDay: Hashable, Sendable, Codable {
        public let date: CivilDate
        public let name: Wording

        public init(date: CivilDate, name: Wording) {
            self.date = date
            self.name = name
        }
    }

    public var year: Int
    /// The statutory days of Tết, in order.
    public var tet: [CivilDate]
    /// 2 September and its neighbour; one day before 2021.
    public var nationalDay: [CivilDate]
    public var swaps: [Swap]
    public var extra: [ExtraDay]
    /// Who said so, in Vietnamese: `Thông báo … ngày …`.
    public var source: String
    /// Whether that text was read.
    public var evidence: Rule.Evidence

    public init(
        year: Int,
        tet: [CivilDate],
        nationalDay: [CivilDate],
        swaps: [Swap] = [],
        extra: [ExtraDay] = [],
        source: String = "",
        evidence: Rule.Evidence = .none
    ) {
        self.year = year
        self.tet = tet
        self.nationalDay = nationalDay
        self.swaps = swaps
        self.extra = extra
        self.source = source
        self.evidence = evidence
    }
}

/// A year that an administrator has compared with the announcement and signed for.
public struct ConfirmedYear: Hashable, Sendable, Codable {
    public let arrangement: YearArrangement
    /// The person, as the audit trail names them.
    public let confirmedBy: String
    public let confirmedOn: CivilDate
    /// Why a year that was announced or confirmed before is changed; nil for the first time.
    public let reason: String?

    public init(_ arrangement: YearArrangement, by confirmedBy: String, on confirmedOn: CivilDate, reason: String? = nil) {
        self.arrangement = arrangement
        self.confirmedBy = confirmedBy
        self.confirmedOn = confirmedOn
        self.reason = reason
    }
}

/// How sure the days off of a year are.
public enum YearStatus: Hashable, Sendable {
    /// From the announcements that come with the program.
    case announced(source: String, evidence: Rule.Evidence)
    case confirmed(ConfirmedYear)
    /// From the law and from what is usual: not announced, or not known here. Deadlines that touch it are provisional.
    case computed

    public var isProvisional: Bool { self == .computed }
}

/// What an arrangement or a question to the calendar has wrong.
public enum CalendarError: Error, Hashable, Sendable, CustomStringConvertible {
    case outside(year: Int)
    case tet(year: Int, expected: Int)
    case nationalDay(year: Int, expected: Int)
    case swap(YearArrangement.Swap, String)
    case extraDay(CivilDate, String)
    case unsigned(year: Int)
    case withoutSource(year: Int)
    case withoutReason(year: Int)

    public var description: String {
        switch self {
        case .outside(let year):
            "the year \(year) is outside the calendar (\(WorkCalendar.range.lowerBound) to \(WorkCalendar.range.upperBound))"
        case .tet(let year, let expected):
            "Tết \(year) must be \(expected) days in a row with the first three days of the lunar year among them"
        case .nationalDay(let year, let expected):
            expected == 1 ? "National Day \(year) must be 2 September" : "National Day \(year) must be 2 September and a day right before or after it"
        case .swap(let swap, let why): "the swap of \(swap.off) and \(swap.work) cannot be: \(why)"
        case .extraDay(let date, let why): "the extra day off \(date) cannot be: \(why)"
        case .unsigned(let year): "who confirms the year \(year) must be named"
        case .withoutSource(let year): "the announcement of the year \(year) must be cited"
        case .withoutReason(let year): "the year \(year) is announced or confirmed already: a change needs its reason"
        }
    }
}
