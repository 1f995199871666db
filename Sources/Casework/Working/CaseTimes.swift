public import PortalNetwork
public import Rules
public import Store
public import Vietnamese

/// When a case is due, asked of the gate `rule` with what its timeline tells. The columns of a case are copies of this answer, for lists.
public struct CaseTimes: Sendable {
    /// The answer for one case at one moment.
    public struct Due: Sendable, Hashable {
        /// Nil while the clock stands still.
        public let at: Instant?
        public let isProvisional: Bool
        public let rule: String
    }

    /// The clock of the installation; replaced as a whole when house rules or a confirmed year change.
    public let legal: @Sendable () -> LegalClock

    /// Whose house rules hold for what came in on a portal, nearest first.
    private let tenants: @Sendable (SiteID) -> [String]

    public init(tenants: @escaping @Sendable (SiteID) -> [String] = { _ in [] }, _ legal: @escaping @Sendable () -> LegalClock) {
        self.tenants = tenants
        self.legal = legal
    }

    /// `site:` with its code for the portal and each above it, then the installation.
    public static func tenants(of site: SiteID, in tree: SiteTree) -> [String] {
        ([tree[site]].compactMap(\.self) + tree.ancestors(of: site)).map { "site:" + $0.code } + ["installation"]
    }

    /// Reasons, as rules name them, for what officials do to the clock.
    public enum Reason {
        public static let moreInformation = "more-information"
        public static let reopened = "reopened"
    }

    /// For a case that just came in. Nil where no rule speaks of its matter.
    /// - Parameter stood: when the clock of the letter stood still that it is a part of.
    func due(_ track: Track, channel: CaseChannel, field: String?, from start: Instant, on site: SiteID, stood: [CasePause] = []) -> Due? {
        let facts = facts(track, channel, field, track.variants?.first, site)
        let clock = legal()
        guard let rule = try? clock.rule(for: facts, on: start.civilDate) else { return nil }
        let events = rule.suspendedBy.contains(Reason.moreInformation) ? stood.flatMap(\.events) : []
        return (try? clock.deadline(ClockRequest(facts, start: start, events: events))).map(Self.due)
    }

    /// `20 ngày`, `05 ngày làm việc`: the term of the rule that holds today.
    func term(of track: Track, on site: SiteID, at now: Instant, _ language: DateLanguage) -> String? {
        let facts = facts(track, .page, nil, track.variants?.first, site)
        return (try? legal().rule(for: facts, on: now.civilDate)).map { RuleWords.house.term($0.term, language) }
    }

    /// Sets what the case's row says of its time from its timeline.
    func set(_ file: inout CaseFile, from db: any Connection, _ tracks: TrackTable) throws {
        guard let request = request(file, try CaseEvent.list(file.id, db), tracks), let deadline = try? legal().deadline(request) else {
            (file.dueAt, file.isProvisional, file.rule) = (nil, false, nil)
            return
        }
        (file.dueAt, file.isProvisional, file.rule) = (deadline.due, deadline.isProvisional, deadline.rule.code)
    }

    /// How its deadline was computed, step by step; nil where no rule speaks of its matter.
    public func explanation(of file: CaseFile, _ events: [CaseEvent], _ tracks: TrackTable) throws -> Explanation? {
        guard let request = request(file, events, tracks) else { return nil }
        do { return try legal().explanation(of: request) } catch ClockError.noRule { return nil }
    }

    /// Whether more time may be given for a reason, and until when that is.
    func extended(_ file: CaseFile, _ events: [CaseEvent], reason: String, at now: Instant, _ tracks: TrackTable) throws -> Deadline {
        guard let request = request(file, events, tracks) else { throw CaseRefusal.extensionSpent }
        let clock = legal()
        do {
            let rule = try clock.rule(for: request.facts, on: request.start.civilDate)
            guard let lengthening = rule.lengthening else { throw CaseRefusal.extensionSpent }
            return try clock.admit(.extended(at: now, by: lengthening.term, reason: reason), to: request)
        } catch let error as ClockError {
            switch error {
            case .reasonNotAllowed: throw CaseRefusal.extensionReason
            default: throw CaseRefusal.extensionSpent
            }
        }
    }

    /// The timeline as the gate hears it: only what the rule gives an effect to.
    func request(_ file: CaseFile, _ events: [CaseEvent], _ tracks: TrackTable) -> ClockRequest? {
        guard let track = tracks[file.track] else { return nil }
        // The promise was made where it came in, wherever it is worked on.
        let facts = facts(track, file.channel, file.field, file.variant, file.site)
        let clock = legal()
        guard var rule = try? clock.rule(for: facts, on: file.receivedAt.civilDate) else { return nil }
        var told: [ClockEvent] = []
        var isStanding = false
        for event in events {
            switch event.act {
            case .ask where !isStanding && rule.suspendedBy.contains(Reason.moreInformation):
                told.append(.suspended(at: event.at, reason: Reason.moreInformation))
                isStanding = true
            case .supply where isStanding:
                told.append(.resumed(at: event.at))
                isStanding = false
            case .split where rule.suspendedBy.contains(Reason.moreInformation):
                // Only the event of a part has pauses: those of the letter it was taken out of.
                told += CasePause.read(event.detail["stood"] ?? "").flatMap(\.events)
            case .extend:
                guard let term = rule.lengthening?.term, let reason = event.detail["reason"] else { continue }
                told.append(.extended(at: event.at, by: term, reason: reason))
            case .reopen where rule.restartedBy.contains(Reason.reopened):
                if isStanding { told.append(.resumed(at: event.at)) }
                isStanding = false
                told.append(.restarted(at: event.at, reason: Reason.reopened))
                rule = (try? clock.rule(for: facts, on: event.at.civilDate)) ?? rule
            default: continue
            }
        }
        return ClockRequest(facts, start: file.receivedAt, events: told)
    }

    /// How much of a case's time is left, in the unit of its rule; nil where it is ended, stands still or has no rule.
    func left(of file: CaseFile, at now: Instant) -> Remaining? {
        let clock = legal()
        guard !file.state.isEnded, let due = file.dueAt, let rule = file.rule.flatMap({ clock.book[$0] }) else { return nil }
        return clock.remaining(until: due, in: rule.term.unit, at: now)
    }

    /// Working days from a letter to its answer: 0 on the same day.
    func workingDays(from start: Instant, to end: Instant) -> Int {
        max(0, legal().calendar.workingDays(after: start.civilDate, through: end.civilDate))
    }

    private func facts(_ track: Track, _ channel: CaseChannel, _ field: String?, _ variant: String?, _ site: SiteID) -> Facts {
        Facts(track.matter, track: track.code, channel: channel.way, field: field, variant: variant, tenants: tenants(site))
    }

    private static func due(_ deadline: Deadline) -> Due { Due(at: deadline.due, isProvisional: deadline.isProvisional, rule: deadline.rule.code) }
}
