public import PortalNetwork
public import Publishing
public import Store
public import Vietnamese

/// What is asked of a list of cases.
public struct CaseQuery: Sendable, Hashable {
    public enum View: String, Sendable, CaseIterable {
        /// Everything open, the most urgent first.
        case open
        /// In one's own hands.
        case mine
        /// Nobody has looked at them, or no agency has them.
        case door
        /// Past their time.
        case overdue
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
    public var track: String?
    public var agency: AgencyID?
    /// Digests of words that must all be there.
    public var terms: [Int64]
    /// Letters that say the same, wherever they stand on these desks.
    public var cluster: Int64?
    public var after: Place?
    public var limit: Int

    public init(
        view: View,
        desks: [SiteID],
        person: PersonID,
        track: String? = nil,
        agency: AgencyID? = nil,
        terms: [Int64] = [],
        cluster: Int64? = nil,
        after: Place? = nil,
        limit: Int
    ) {
        self.view = view
        self.desks = desks
        self.person = person
        self.track = track
        self.agency = agency
        self.terms = terms
        self.cluster = cluster
        self.after = after
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

    public init(file: CaseFile, card: CaseCard?, place: CaseQuery.Place) {
        self.file = file
        self.card = card
        self.place = place
    }
}

extension Casework {
    /// How long a case without a deadline stands behind those that have one.
    private static let noDue: Int64 = .max / 2

    /// - Throws: what `authorize` says for the first portal of the query.
    public func list(_ query: CaseQuery, by: By) async throws -> [CaseRow] {
        let desks = query.desks.filter { mayDo(by.actor, .readCases, on: Subject(site: $0), in: by.tree) }
        guard !desks.isEmpty else { throw AuthorizationRefusal.notAllowed(.readCases) }
        let now = clock.now()
        let rows = try await database.read { db in try Self.rows(query, desks, now, db) }
        let keys = try await keys(rows.map(\.0.id))
        return try rows.map { file, sealed, at in
            let card = keys.has(file.key) ? try CaseSeal.open(sealed, as: CaseCard.self, file.id, CaseSeal.card, keys) : nil
            return CaseRow(file: file, card: card, place: CaseQuery.Place(at: at, id: file.id))
        }
    }

    /// What a person looks for, as digests.
    public func terms(of words: String) -> [Int64] { terms.wanted(words) }

    private static func rows(_ query: CaseQuery, _ desks: [SiteID], _ now: Instant, _ db: any Connection) throws -> [(CaseFile, [UInt8], Instant)] {
        let isEnded = query.view == .ended
        var wanted = conditions(query, now)
        for term in query.terms { wanted.append("EXISTS (SELECT 1 FROM case_term WHERE term = \(term) AND case_id = case_file.id)") }
        if let track = query.track { wanted.append("case_file.track = \(track)") }
        if let agency = query.agency { wanted.append("case_file.agency = \(agency)") }
        let order: SQL = isEnded ? "case_file.changed_at DESC, case_file.id DESC" : "case_file.due_at NULLS LAST, case_file.id"
        if let after = query.after {
            wanted.append(
                isEnded
                    ? "(case_file.changed_at, case_file.id) < (\(after.at), \(after.id))"
                    : "(case_file.due_at > \(after.at) OR (case_file.due_at = \(after.at) AND case_file.id > \(after.id)) OR case_file.due_at IS NULL)"
            )
        }
        let filter = SQL.joined(wanted, separator: " AND ")
        let heads = try heads(query, desks, filter, order, db)
        return try db.rows(
            """
            SELECT \(CaseFile.columns), case_file.card FROM case_file WHERE case_file.id IN (\(heads))
            ORDER BY \(order) LIMIT \(query.limit)
            """
        ).map { row in
            let file = try CaseFile(row)
            return (file, try row[CaseFile.width], isEnded ? file.changedAt : file.dueAt ?? Instant(rawValue: noDue))
        }
    }

    /// Portals whose heads are asked for one by one at most: a statement of hundreds of parts takes longer to plan than to run.
    private static let fewDesks = 12

    /// The ids among which the page is: each portal's own head of the list, as many index walks as portals, none of them longer than the page.
    private static func heads(_ query: CaseQuery, _ desks: [SiteID], _ filter: SQL, _ order: SQL, _ db: any Connection) throws -> SQL {
        func head(_ place: SQL) -> SQL {
            "SELECT * FROM (SELECT id FROM case_file WHERE \(place) AND \(filter) ORDER BY \(order) LIMIT \(query.limit)) AS head"
        }
        func all(_ desks: [SiteID]) -> SQL { SQL.joined(desks.map { head("case_file.desk = \($0)") }, separator: " UNION ALL ") }
        if query.view == .mine { return head("case_file.officer = \(query.person) AND case_file.desk IN (\(list: desks))") }
        if let cluster = query.cluster { return head("case_file.cluster = \(cluster) AND case_file.desk IN (\(list: desks))") }
        if desks.count <= fewDesks { return all(desks) }
        if db.engine == .postgres {
            return """
                SELECT head.id FROM site CROSS JOIN LATERAL
                    (SELECT id FROM case_file WHERE case_file.desk = site.id AND \(filter) ORDER BY \(order) LIMIT \(query.limit)) AS head
                WHERE site.id IN (\(list: desks))
                """
        }
        if query.view == .ended { return all(desks) }
        // Most portals have nothing open; where many have, the list of all is soon full of theirs.
        let open = try openDesks(db).filter(Set(desks).contains)
        return open.isEmpty ? "SELECT NULL" : open.count <= fewDesks ? all(open) : head("case_file.desk IN (\(list: open))")
    }

    /// The portals that have anything open: one step in the index for each.
    private static func openDesks(_ db: any Connection) throws -> [SiteID] {
        try db.column(
            """
            WITH RECURSIVE found (desk) AS (
                SELECT MIN(desk) FROM case_file WHERE ended = 0
                UNION ALL SELECT (SELECT MIN(desk) FROM case_file WHERE ended = 0 AND desk > found.desk) FROM found WHERE found.desk IS NOT NULL)
            SELECT desk FROM found WHERE desk IS NOT NULL
            """,
            as: SiteID.self
        )
    }

    private static func conditions(_ query: CaseQuery, _ now: Instant) -> [SQL] {
        switch query.view {
        case .open, .mine: ["case_file.ended = 0"]
        case .door: ["case_file.ended = 0", "case_file.state IN (\(CaseState.received), \(CaseState.accepted))"]
        case .overdue: ["case_file.ended = 0", "case_file.due_at < \(now)"]
        case .review: ["case_file.ended = 0", "case_file.state IN (\(CaseState.inReview), \(CaseState.approved))"]
        case .waiting: ["case_file.ended = 0", "case_file.waiting = 1"]
        case .ended: ["case_file.ended = 1"]
        }
    }
}
