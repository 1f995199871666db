public import PortalNetwork
public import Store
public import Triage
import Vietnamese

/// The competence table as it is kept, a part for each portal: the door through which it is changed. A command asks `authorize` and writes what it changes
/// with its line in the trail in one transaction.
public struct CompetenceBook: Sendable {
    public let database: any Database
    public let clock: Clock
    public let ids: IdentifierMaker

    public init(database: any Database, clock: Clock, ids: IdentifierMaker) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    public typealias By = RegisterBy

    /// Rows of one portal.
    public static let limit = 20_000

    // MARK: - Looking

    /// The rows of a portal itself, in the order of their columns.
    public static func entries(of site: SiteID, in db: any Connection) throws -> [CompetenceEntry] {
        try db.rows(
            """
            SELECT \(CompetenceEntry.columns) FROM competence WHERE site = \(site)
            ORDER BY field, territory, track, valid_from, agency LIMIT \(limit)
            """
        ).map { try CompetenceEntry($0) }
    }

    /// Everything that holds on a portal: its own rows and those of the portals above it, the nearest first.
    public static func holding(on site: SiteID, in tree: SiteTree, _ db: any Connection) throws -> [CompetenceEntry] {
        try sites(site, tree).flatMap { try entries(of: $0, in: db) }
    }

    /// Changes whenever `holding` would answer something else.
    static func stamp(on site: SiteID, in tree: SiteTree, _ db: any Connection) throws -> String {
        let sites = sites(site, tree)
        let numbers = try db.rows("SELECT site, number FROM competence_change WHERE site IN (\(list: sites)) ORDER BY site")
            .map { row in
                let (site, number): (Int64, Int64) = (try row[0], try row[1])
                return "\(site):\(number)"
            }
        return (numbers + ["|"] + sites.map { "\($0.rawValue)" }).joined(separator: " ")
    }

    static func sites(_ site: SiteID, _ tree: SiteTree) -> [SiteID] { [site] + tree.ancestors(of: site).map(\.id) }

    // MARK: - Changing

    @discardableResult
    public func add(_ row: CompetenceRow, to site: SiteID, by: By) async throws -> CompetenceID {
        try allow(site, by)
        let row = try row.checked()
        return try await database.write { db in
            let known = try Self.entries(of: site, in: db)
            guard !known.contains(where: { $0.row.identity == row.identity }) else { throw CompetenceRefusal.known(row.summary) }
            guard known.count < Self.limit else { throw CompetenceRefusal.full(limit: Self.limit) }
            let id = try insert(row, site, db)
            try note(site, "+ " + row.summary, by, db)
            return id
        }
    }

    /// Puts another row in the place of one.
    public func change(_ id: CompetenceID, to row: CompetenceRow, of site: SiteID, version: Int, by: By) async throws {
        try allow(site, by)
        let row = try row.checked()
        try await database.write { db in
            let old = try take(id, of: site, version, db)
            guard old.row != row else { return }
            if old.row.identity != row.identity, try Self.entries(of: site, in: db).contains(where: { $0.row.identity == row.identity }) {
                throw CompetenceRefusal.known(row.summary)
            }
            try update(id, row, db)
            try note(site, old.row.summary == row.summary ? "= " + row.summary : old.row.summary + " ⇒ " + row.summary, by, db)
        }
    }

    /// Takes out a row that was wrong. What held up to a day is not taken out: it gets its last day.
    public func remove(_ id: CompetenceID, of site: SiteID, version: Int, by: By) async throws {
        try allow(site, by)
        try await database.write { db in
            let old = try take(id, of: site, version, db)
            try db.execute("DELETE FROM competence WHERE id = \(id)")
            try note(site, "− " + old.row.summary, by, db)
        }
    }

    /// What becomes of the rows of a table.
    public struct Outcome: Sendable, Hashable {
        public enum Row: Sendable, Hashable { case added, changed, known }
        /// In the order of the rows that were given.
        public let rows: [Row]
        /// Rows of the portal that the table has not, taken out.
        public let removed: Int
        public func count(_ row: Row) -> Int { rows.count { $0 == row } }
        public var changesNothing: Bool { removed == 0 && rows.allSatisfy { $0 == .known } }
    }

    /// Puts in what is not there yet and brings what is there to what the table says of it. All of it or nothing, and one line in the trail; a second time nothing.
    /// - Parameters:
    ///   - replaces: takes out what the table has not.
    ///   - isTrial: only says what would become of each.
    public func load(_ rows: [CompetenceRow], into site: SiteID, replaces: Bool = false, isTrial: Bool = false, by: By) async throws -> Outcome {
        try allow(site, by)
        let rows = try rows.map { try $0.checked() }
        let work: @Sendable (any Connection) throws -> Outcome = { db in
            var known = Dictionary(try Self.entries(of: site, in: db).map { ($0.row.identity, $0) }) { first, _ in first }
            var count = known.count
            var seen: Set<CompetenceRow.Identity> = []
            var outcomes: [Outcome.Row] = []
            for row in rows {
                guard seen.insert(row.identity).inserted else { throw CompetenceRefusal.known(row.summary) }
                if let old = known.removeValue(forKey: row.identity) {
                    outcomes.append(old.row == row ? .known : .changed)
                    if old.row != row, !isTrial { try update(old.id, row, db) }
                } else {
                    outcomes.append(.added)
                    count += 1
                    if !isTrial { _ = try insert(row, site, db) }
                }
            }
            let removed = replaces ? known.values.map(\.id).sorted() : []
            guard count - removed.count <= Self.limit else { throw CompetenceRefusal.full(limit: Self.limit) }
            let outcome = Outcome(rows: outcomes, removed: removed.count)
            guard !isTrial, !outcome.changesNothing else { return outcome }
            for part in stride(from: 0, to: removed.count, by: 400) {
                let ids = Array(removed[part..<min(part + 400, removed.count)])
                try db.execute("DELETE FROM competence WHERE id IN (\(list: ids))")
            }
            let counts = "+\(outcome.count(.added)) =\(outcome.count(.changed)) −\(outcome.removed)"
            try note(site, counts, by, db)
            return outcome
        }
        return isTrial ? try await database.read(work) : try await database.write(work)
    }

    private func allow(_ site: SiteID, _ by: By) throws { try authorize(by.actor, .editCompetence, on: Subject(site: site), in: by.tree) }

    private func take(_ id: CompetenceID, of site: SiteID, _ version: Int, _ db: any Connection) throws -> CompetenceEntry {
        let lock = CommonDialect.forUpdate(on: db.engine)
        let found = try db.row("SELECT \(CompetenceEntry.columns) FROM competence WHERE id = \(id) AND site = \(site) \(lock)")
        guard let entry = try found.map({ try CompetenceEntry($0) }) else { throw CompetenceRefusal.unknown }
        guard entry.version == version else { throw CompetenceRefusal.changedMeanwhile }
        return entry
    }

    private func insert(_ row: CompetenceRow, _ site: SiteID, _ db: any Connection) throws -> CompetenceID {
        let id: CompetenceID = ids.next()
        try db.execute(
            """
            INSERT INTO competence (id, site, field, territory, track, agency, basis, valid_from, valid_to, priority, changed_at, version)
            VALUES (\(id), \(site), \(row.field?.rawValue ?? ""), \(row.territory), \(row.track ?? ""), \(row.agency), \(row.basis), \(row.from),
                \(row.until), \(row.priority), \(clock.now()), 1)
            """
        )
        return id
    }

    private func update(_ id: CompetenceID, _ row: CompetenceRow, _ db: any Connection) throws {
        try db.execute(
            """
            UPDATE competence SET field = \(row.field?.rawValue ?? ""), territory = \(row.territory), track = \(row.track ?? ""), agency = \(row.agency),
                basis = \(row.basis), valid_from = \(row.from), valid_to = \(row.until), priority = \(row.priority), changed_at = \(clock.now()),
                version = version + 1
            WHERE id = \(id)
            """
        )
    }

    /// The line in the trail, and the number by which whoever keeps the table in memory sees that it changed.
    private func note(_ site: SiteID, _ what: String, _ by: By, _ db: any Connection) throws {
        try db.execute(
            """
            INSERT INTO competence_change (site, number) VALUES (\(site), 1)
            ON CONFLICT (site) DO UPDATE SET number = competence_change.number + 1
            """
        )
        try AuditTrail.add(
            .competenceChanged,
            by: by.person,
            on: by.tree[site]?.code ?? "\(site)",
            site: site,
            detail: what,
            from: by.caller,
            id: ids.next(),
            at: clock.now(),
            in: db
        )
    }
}
