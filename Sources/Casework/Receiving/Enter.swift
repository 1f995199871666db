public import PortalNetwork
public import Store
public import Vietnamese

/// What came, by whichever door, on its way to becoming a case.
struct Arrival: Sendable {
    var submission: Submission
    var files: [(Submission.File, [UInt8])]
    var site: Site
    var agency: AgencyID?
    /// Of the form it came in.
    var ticket: FormTicket?
    /// By what it is known when it comes again; nil: by the ticket.
    var mark: [UInt8]?
    /// From when the clock counts; nil: from now.
    var came: Instant?
    /// The official who wrote it down.
    var entry: Casework.By?

    init(
        _ submission: Submission,
        files: [(Submission.File, [UInt8])] = [],
        on site: Site,
        agency: AgencyID? = nil,
        ticket: FormTicket? = nil,
        mark: [UInt8]? = nil,
        came: Instant? = nil,
        entry: Casework.By? = nil
    ) {
        self.submission = submission
        self.files = files
        self.site = site
        self.agency = agency
        self.ticket = ticket
        self.mark = mark
        self.came = came
        self.entry = entry
    }
}

extension CaseChannel {
    /// Ways in on which an official writes down what somebody said or sent.
    public static let entered: [CaseChannel] = [.phone, .letter, .reception, .mail]
}

extension Casework {
    /// The earliest day on which something that is entered may have come.
    static let earliest = CivilDate(dayNumber: 10_957)  // 1 January 2000

    /// Takes what came by telephone, by post, by mail or at the reception, in the words of the official who writes it down. The same checks as for the public form;
    /// the clock counts from the day it came.
    /// - Parameter day: when it came; not in the future.
    /// - Throws: `AuthorizationRefusal`, `CaseRefusal`.
    public func enter(
        _ submission: Submission,
        files: [(Submission.File, [UInt8])] = [],
        came day: CivilDate,
        on site: Site,
        agency: AgencyID? = nil,
        ticket: FormTicket? = nil,
        by: By
    ) async throws -> Receipt {
        try authorize(by.actor, .receiveCases, on: Subject(site: site.id), in: by.tree)
        guard CaseChannel.entered.contains(submission.channel) else { throw CaseRefusal.findings([CaseFinding(.text, "channel")]) }
        let came = try moment(of: day)
        if let ticket, let before = try await receipt(of: ticket) { return before }
        var submission = submission
        submission.enteredBy = by.person.id
        return try await take(Arrival(submission, files: files, on: site, agency: agency, ticket: ticket, came: came, entry: by))
    }

    /// When something counts as having come of which only the day is known: today, now; on another day, when offices opened.
    func moment(of day: CivilDate) throws(CaseRefusal) -> Instant {
        let now = clock.now()
        let today = now.civilDate
        guard day >= Self.earliest, day <= today else { throw .dayImpossible }
        return day == today ? now : VietnamTime.startOfDay(day).adding(seconds: 8 * 3600)
    }
}
