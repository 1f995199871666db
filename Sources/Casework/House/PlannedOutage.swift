public import PortalNetwork
public import Publishing
public import Rules
public import Store
public import Vietnamese

/// A planned stop of a portal with everything below it.
public struct PlannedOutage: Sendable, Hashable {
    /// What the rules on it are found by.
    public static let matter = "outage.announce"

    public var begins: Instant
    public var ends: Instant
    /// What readers are told until it is over, in the portal's language.
    public var words: String
    /// The same in other languages.
    public var others: [BannerText]
    /// Why it is announced later than the rule asks.
    public var reason: String?

    public init(begins: Instant, ends: Instant, words: String, others: [BannerText] = [], reason: String? = nil) {
        self.begins = begins
        self.ends = ends
        self.words = words
        self.others = others
        self.reason = reason
    }

    var hasReason: Bool { reason?.contains { !$0.isWhitespace } ?? false }
}

/// How a notice stands to the rule.
public struct OutageNotice: Sendable, Hashable {
    /// Until when it had to be announced, and by which rule; nil where none speaks of that day.
    public let deadline: Deadline?
    /// The first day on which a stop may begin that is announced now; nil where there is none.
    public let earliest: CivilDate?
    /// From the day of the notice to the day before the stop.
    public let workingDays: Int
    /// It comes later than the rule asks.
    public let isLate: Bool
}

/// Announces planned stops: a banner above the portal and all below it from now until the end of the stop, not later than the rule says unless somebody says why.
public struct OutageNotices: Sendable {
    private let rules: HouseRules
    private let publishing: Publisher

    public init(_ rules: HouseRules, _ publishing: Publisher) {
        self.rules = rules
        self.publishing = publishing
    }

    /// What the rule says of a stop that is announced now.
    public func look(at outage: PlannedOutage, on site: SiteID, in tree: SiteTree) throws -> OutageNotice {
        let (now, clock) = (rules.clock.now(), rules.legal)
        let facts = Facts(PlannedOutage.matter, tenants: CaseTimes.tenants(of: site, in: tree))
        let deadline = try clock.lastMoment(for: facts, beginning: outage.begins)
        return OutageNotice(
            deadline: deadline,
            earliest: try clock.firstDay(for: facts, announcedAt: now),
            workingDays: clock.workingDays(from: now, to: outage.begins),
            isLate: deadline?.due.map { $0 < now } ?? false
        )
    }

    /// - Parameter also: what goes into the same transaction, such as the line of the trail.
    /// - Throws: `OutageRefusal`, and what `Publisher.raiseBanner` refuses.
    @discardableResult
    public func announce(
        _ outage: PlannedOutage,
        on site: SiteID,
        by: Publisher.By,
        also: @escaping @Sendable (OutageNotice) -> Also = { _ in noFurther }
    ) async throws -> (banner: BannerID, notice: OutageNotice) {
        guard outage.begins < outage.ends else { throw OutageRefusal.endsBeforeItBegins }
        guard outage.begins > rules.clock.now() else { throw OutageRefusal.begunAlready }
        let notice = try look(at: outage, on: site, in: by.tree)
        if notice.isLate, !outage.hasReason { throw OutageRefusal.late(notice) }
        let draft = BannerDraft(level: .outage, text: outage.words, others: outage.others, reachesChildren: true, expiresAt: outage.ends)
        return (try await publishing.raiseBanner(draft, on: site, by: by, also: also(notice)), notice)
    }
}

/// Why a planned stop was not announced.
public enum OutageRefusal: Refusal, Equatable {
    case endsBeforeItBegins
    case begunAlready
    /// Later than the rule asks, and nobody said why.
    case late(OutageNotice)

    public static let samples: [OutageRefusal] = [
        .endsBeforeItBegins, .begunAlready, .late(OutageNotice(deadline: nil, earliest: nil, workingDays: 3, isLate: true)),
    ]

    public var key: String {
        switch self {
        case .endsBeforeItBegins: "casework.outage-order"
        case .begunAlready: "casework.outage-begun"
        case .late: "casework.outage-late"
        }
    }

    public var values: [String: String] {
        guard case .late(let notice) = self else { return [:] }
        let cited = notice.deadline?.rule.citation
        return [
            "days": "\(notice.workingDays)",
            "law": cited.map { $0.act.isEmpty ? notice.deadline?.rule.code ?? "" : $0.text(.vi) } ?? "",
            "last": notice.deadline?.due?.text(.numeric) ?? "",
            "earliest": notice.earliest.map { VietnamTime.startOfDay($0).text(.numeric) } ?? "–",
        ]
    }
}
