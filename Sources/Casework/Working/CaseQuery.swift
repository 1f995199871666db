public import PortalNetwork
public import Publishing
public import Rules
public import Store
public import Vietnamese

/// What is asked of a list of cases.
public struct CaseQuery: Sendable, Hashable {
    public enum View: String, Sendable, CaseIterable {
        /// Everything open, the most urgent first.
        case open
        /// Past their time.
        case overdue
        /// Due by the end of the next working day, and of the third.
        case nextDay = "1-ngay"
        case soon = "3-ngay"
        /// In one's own hands.
        case mine
        /// With the agencies whose portals one has a role on.
        case agency
        /// In nobody's hands.
        case unassigned
        /// Nobody has looked at them, or no agency has them.
        case door
        /// An answer waits for a second person.
        case review
        /// Who asked was asked something.
        case waiting
        /// Done with, the newest first.
        case ended
    }

    public var view: View
    public var desks: [SiteID]
    public var person: PersonID
    public var filter: Filter
    /// Digests of words that must all be there.
    public var terms: [Int64]
    /// Letters that say the same, wherever they stand on these desks.
    public var cluster: Int64?
    /// The page begins behind it, or ends before it.
    public var after: Place?
    public var before: Place?
    public var limit: Int

    /// What a row must be besides.
    public struct Filter: Sendable, Hashable {
        public var track: String?
        public var field: String?
        public var state: CaseState?
        public var channel: CaseChannel?
        public var agency: AgencyID?
        /// The agencies of `View.agency`.
        public var own: [AgencyID]

        public init(
            track: String? = nil,
            field: String? = nil,
            state: CaseState? = nil,
            channel: CaseChannel? = nil,
            agency: AgencyID? = nil,
            own: [AgencyID] = []
        ) {
            (self.track, self.field, self.state, self.channel, self.agency, self.own) = (track, field, state, channel, agency, own)
        }

        public var isNothing: Bool { track == nil && field == nil && state == nil && channel == nil && agency == nil }
    }

    public init(
        view: View,
        desks: [SiteID],
        person: PersonID,
        filter: Filter = Filter(),
        terms: [Int64] = [],
        cluster: Int64? = nil,
        after: Place? = nil,
        before: Place? = nil,
        limit: Int
    ) {
        self.view = view
        self.desks = desks
        self.person = person
        self.filter = filter
        self.terms = terms
        self.cluster = cluster
        self.after = after
        self.before = before
        self.limit = limit
    }

    /// A place in the list: what comes next stands behind it.
    public struct Place: Sendable, Hashable {
        public let at: Instant
        public let id: CaseID

        public init(at: Instant, id: CaseID) {
            self.at = at
            self.id = id
        }

        /// `at-id`.
        public init?(_ text: String) {
            let parts = text.split(separator: "-")
            guard parts.count == 2, let at = Int64(parts[0]), let id = CaseID(String(parts[1])) else { return nil }
            self.init(at: Instant(rawValue: at), id: id)
        }

        public var text: String { "\(at.rawValue)-\(id)" }
    }
}

/// A row of a list: the case and what its folder says.
public struct CaseRow: Sendable {
    public let file: CaseFile
    /// Nil when the text was destroyed.
    public let card: CaseCard?
    public let place: CaseQuery.Place
    /// How much of its time is left, as the rule counts; nil where it is ended or has none.
    public let left: Remaining?

    public init(file: CaseFile, card: CaseCard?, place: CaseQuery.Place, left: Remaining? = nil) {
        self.file = file
        self.card = card
        self.place = place
        self.left = left
    }
}

extension Casework {
    /// Where a case without a deadline stands: behind those that have one.
    static let noDeadline = Instant(rawValue: .max / 2)

    /// - Throws: what `authorize` says for the first portal of the query.
    public func list(_ query: CaseQuery, by: By) async throws -> [CaseRow] {
        let reading = try reading(query, by)
        let rows = try await database.read { db in try reading.rows(db) }
        let keys = try await keys(rows.map(\.0.id))
        return try rows.map { file, sealed, at in
            let card = keys.has(file.key) ? try CaseSeal.open(sealed, as: CaseCard.self, file.id, CaseSeal.card, keys) : nil
            return CaseRow(file: file, card: card, place: CaseQuery.Place(at: at, id: file.id), left: times.left(of: file, at: reading.now))
        }
    }

    /// The same without opening anything.
    func places(_ query: CaseQuery, by: By) async throws -> [(CaseFile, Instant)] {
        let reading = try reading(query, by)
        return try await database.read { db in try reading.rows(db).map { ($0.0, $0.2) } }
    }

    private func reading(_ query: CaseQuery, _ by: By) throws -> ListReading {
        let desks = query.desks.filter { mayDo(by.actor, .readCases, on: Subject(site: $0), in: by.tree) }
        guard !desks.isEmpty else { throw AuthorizationRefusal.notAllowed(.readCases) }
        let now = clock.now()
        return ListReading(query: query, desks: desks, now: now, soon: soon(from: now))
    }

    /// What a person looks for, as digests.
    public func terms(of words: String) -> [Int64] { terms.wanted(words) }

    /// The ends of the next working day and of the third.
    private func soon(from now: Instant) -> (nextDay: Instant, soon: Instant) {
        let (calendar, today) = (times.legal().calendar, now.civilDate)
        func end(_ days: Int) -> Instant {
            VietnamTime.startOfDay((calendar.workingDay(days, after: today) ?? today.adding(days: days)).adding(days: 1))
        }
        return (end(1), end(3))
    }
}
