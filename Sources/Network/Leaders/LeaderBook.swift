public import Store
public import Vietnamese

/// The register of leaders: the door through which it is changed. A command asks `authorize` and writes what it changes with its line in the trail in one
/// transaction.
public struct LeaderBook: Sendable {
    public let database: any Database
    public let clock: Clock
    public let ids: IdentifierMaker

    public init(database: any Database, clock: Clock, ids: IdentifierMaker) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    public typealias By = RegisterBy

    /// Entries of one portal.
    public static let limit = 2000

    // MARK: - Looking

    /// The entries of a portal itself, by name; `sought` is part of a name or title, with or without accents.
    public static func entries(of site: SiteID, sought: String? = nil, in db: any Connection) throws -> [Leader] {
        let words = fold(sought ?? "").split(separator: " ")
        return try db.rows("SELECT \(Leader.columns) FROM leader WHERE site = \(site) ORDER BY folded, id LIMIT \(limit)").map { try Leader($0) }
            .filter { leader in
                guard !words.isEmpty else { return true }
                let text = fold(leader.about.name + " " + leader.about.wholeTitle)
                return words.allSatisfy { text.contains($0) }
            }
    }

    /// Everything that holds on a portal: its own entries and those of the portals above it.
    public static func holding(on site: SiteID, in tree: SiteTree, _ db: any Connection) throws -> [Leader] {
        let sites = [site] + tree.ancestors(of: site).map(\.id)
        return try db.rows("SELECT \(Leader.columns) FROM leader WHERE site IN (\(list: sites)) ORDER BY site, folded, id").map { try Leader($0) }
    }

    /// Changes whenever `holding` would answer something else.
    public static func stamp(on site: SiteID, in tree: SiteTree, _ db: any Connection) throws -> String {
        let sites = [site] + tree.ancestors(of: site).map(\.id)
        let row = try db.row(
            "SELECT count(*), coalesce(max(changed_at), 0), coalesce(sum(version), 0) FROM leader WHERE site IN (\(list: sites))"
        )
        guard let row else { return "" }
        let (count, at, versions): (Int64, Int64, Int64) = (try row[0], try row[1], Int64(try row[2] as Int))
        return "\(count) \(at) \(versions)"
    }

    // MARK: - Changing

    @discardableResult
    public func add(_ draft: LeaderDraft, to site: SiteID, by: By) async throws -> Leader {
        try allow(site, by)
        let draft = try draft.plain()
        return try await database.write { db in
            let known = try Self.entries(of: site, in: db)
            guard !known.contains(where: { $0.about.identity == draft.identity }) else { throw LeaderRefusal.known(draft.name) }
            guard known.count < Self.limit else { throw LeaderRefusal.full(limit: Self.limit) }
            return try insert(draft, site, by, db)
        }
    }

    /// Says which day was the last, or (nil) that the office goes on.
    public func end(_ id: LeaderID, on day: CivilDate?, of site: SiteID, version: Int, by: By) async throws {
        try allow(site, by)
        try await database.write { db in
            let leader = try take(id, of: site, version, db)
            guard leader.about.until != day else { return }
            try setEnd(leader, day, by, db)
        }
    }

    /// Takes out an entry that was wrong. Who leaves an office is not taken out: the office ends.
    public func remove(_ id: LeaderID, of site: SiteID, version: Int, by: By) async throws {
        try allow(site, by)
        try await database.write { db in
            let leader = try take(id, of: site, version, db)
            try db.execute("DELETE FROM leader WHERE id = \(id)")
            try note(.leaderRemoved, leader.about, site, by, db)
        }
    }

    /// What becomes of each line of a table.
    public enum Outcome: Sendable, Hashable { case added, ended, known }

    /// Puts in what is not there yet, and gives those that are there the last day that the table says. All of it or nothing.
    /// - Parameter isTrial: only says what would become of each, in the order of `drafts`.
    public func load(_ drafts: [LeaderDraft], into site: SiteID, isTrial: Bool = false, by: By) async throws -> [Outcome] {
        try allow(site, by)
        let drafts = try drafts.map { try $0.plain() }
        let work: @Sendable (any Connection) throws -> [Outcome] = { db in
            var known = Dictionary(try Self.entries(of: site, in: db).map { ($0.about.identity, $0.about.until) }) { first, _ in first }
            var count = known.count
            return try drafts.map { draft in
                guard let until = known[draft.identity] else {
                    count += 1
                    guard count <= Self.limit else { throw LeaderRefusal.full(limit: Self.limit) }
                    known[draft.identity] = .some(draft.until)
                    if !isTrial { _ = try insert(draft, site, by, db) }
                    return .added
                }
                guard until != draft.until else { return .known }
                known[draft.identity] = .some(draft.until)
                if !isTrial, let leader = try Self.entries(of: site, in: db).first(where: { $0.about.identity == draft.identity }) {
                    try setEnd(leader, draft.until, by, db)
                }
                return .ended
            }
        }
        return isTrial ? try await database.read(work) : try await database.write(work)
    }

    private func allow(_ site: SiteID, _ by: By) throws { try authorize(by.actor, .editLeaders, on: Subject(site: site), in: by.tree) }

    private func take(_ id: LeaderID, of site: SiteID, _ version: Int, _ db: any Connection) throws -> Leader {
        let lock = CommonDialect.forUpdate(on: db.engine)
        guard let leader = try db.row("SELECT \(Leader.columns) FROM leader WHERE id = \(id) AND site = \(site) \(lock)").map({ try Leader($0) })
        else { throw LeaderRefusal.unknown }
        guard leader.version == version else { throw LeaderRefusal.changedMeanwhile }
        return leader
    }

    private func insert(_ draft: LeaderDraft, _ site: SiteID, _ by: By, _ db: any Connection) throws -> Leader {
        let id: LeaderID = ids.next()
        try db.execute(
            """
            INSERT INTO leader (id, site, name, title, agency, valid_from, valid_to, folded, changed_at, version)
            VALUES (\(id), \(site), \(draft.name), \(draft.title), \(draft.agency), \(draft.from), \(draft.until), \(fold(draft.name)), \(clock.now()), 1)
            """
        )
        try note(.leaderAdded, draft, site, by, db)
        return try take(id, of: site, 1, db)
    }

    private func setEnd(_ leader: Leader, _ day: CivilDate?, _ by: By, _ db: any Connection) throws {
        var about = leader.about
        about.until = day
        _ = try about.plain()
        try db.execute("UPDATE leader SET valid_to = \(day), changed_at = \(clock.now()), version = version + 1 WHERE id = \(leader.id)")
        try note(.leaderEnded, about, leader.site, by, db)
    }

    private func note(_ action: AuditAction, _ about: LeaderDraft, _ site: SiteID, _ by: By, _ db: any Connection) throws {
        let days = [about.from.map { "from \($0)" }, about.until.map { "until \($0)" }].compactMap { $0 }
        try AuditTrail.add(
            action,
            by: by.person,
            on: about.name,
            site: site,
            detail: ([about.wholeTitle] + days).joined(separator: ", "),
            from: by.caller,
            id: ids.next(),
            at: clock.now(),
            in: db
        )
    }
}
