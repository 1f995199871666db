public import PortalNetwork
public import Store
public import Vietnamese

/// The register of texts that answers rest on: one for each tree of portals, kept on its topmost. Every change asks `authorize` and is written with its line in
/// the trail in one transaction.
public struct LawBook: Sendable {
    public let database: any Database
    public let clock: Clock
    public let ids: IdentifierMaker

    public init(database: any Database, clock: Clock, ids: IdentifierMaker) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    public typealias By = RegisterBy

    /// Entries of one register.
    public static let limit = 20_000

    /// The portal that keeps the register for another.
    public static func keeper(of site: SiteID, in tree: SiteTree) -> SiteID { tree.ancestors(of: site).last?.id ?? site }

    // MARK: - Looking

    /// Entries whose number, title or issuer holds all the words, with or without accents; in the order of their numbers.
    public static func list(of root: SiteID, sought: String = "", after: LawID? = nil, limit: Int, in db: any Connection) throws -> [LawText] {
        var wanted: [SQL] = ["site = \(root)"]
        for word in fold(sought).split(separator: " ").prefix(8) {
            let pattern = "%" + word.filter { $0 != "%" && $0 != "_" } + "%"
            wanted.append("folded LIKE \(pattern)")
        }
        if let after { wanted.append("(code, id) > (SELECT code, id FROM law_text WHERE id = \(after))") }
        return try db.rows(
            "SELECT \(LawText.columns) FROM law_text WHERE \(SQL.joined(wanted, separator: " AND ")) ORDER BY code, id LIMIT \(limit)"
        ).map(LawText.init)
    }

    public static func count(of root: SiteID, in db: any Connection) throws -> Int {
        try db.value("SELECT count(*) FROM law_text WHERE site = \(root)", as: Int.self) ?? 0
    }

    /// The entry of a number; where a number begins again with every year and none is said, only if there is but one.
    public static func find(_ number: LawNumber, of root: SiteID, in db: any Connection) throws -> LawText? {
        let found = try db.rows("SELECT \(LawText.columns) FROM law_text WHERE site = \(root) AND code = \(number.key) ORDER BY id LIMIT 200").map(
            LawText.init
        )
        if number.saysYear { return found.first }
        if let year = number.year { return found.first { $0.about.issuedOn?.year == year } }
        return found.count == 1 ? found.first : nil
    }

    /// A line of an answer's legal basis, and the text it names.
    public struct Ground: Sendable {
        public let line: String
        /// Nil where the line holds no number.
        public let number: LawNumber?
        public let law: LawText?
        public let standing: LawStanding
    }

    /// What each line of a legal basis names, as it stands on a day.
    public static func grounds(_ lines: [String], of root: SiteID, on day: CivilDate, in db: any Connection) throws -> [Ground] {
        try lines.map { line in
            guard let number = LawNumber.all(in: line).first else { return Ground(line: line, number: nil, law: nil, standing: .unknown) }
            let law = try find(number, of: root, in: db)
            return Ground(line: line, number: number, law: law, standing: law?.standing(on: day) ?? .unknown)
        }
    }

    // MARK: - Changing

    @discardableResult
    public func add(_ draft: LawDraft, to root: SiteID, by: By) async throws -> LawText {
        try allow(root, by)
        let draft = try draft.plain()
        return try await database.write { db in
            guard try Self.same(draft, root, db) == nil else { throw LawRefusal.known(draft.number) }
            guard try Self.count(of: root, in: db) < Self.limit else { throw LawRefusal.full(limit: Self.limit) }
            return try insert(draft, root, by, db)
        }
    }

    /// Says from which day a text holds no more and what took its place; nil: it goes on.
    public func end(_ id: LawID, on day: CivilDate?, replacedBy: String?, of root: SiteID, version: Int, by: By) async throws {
        try allow(root, by)
        try await database.write { db in
            let lock = CommonDialect.forUpdate(on: db.engine)
            guard let law = try db.row("SELECT \(LawText.columns) FROM law_text WHERE id = \(id) AND site = \(root) \(lock)").map(LawText.init) else {
                throw LawRefusal.unknown
            }
            guard law.version == version else { throw LawRefusal.changedMeanwhile }
            var about = law.about
            (about.endedOn, about.replacedBy) = (day, replacedBy)
            about = try about.plain()
            guard about != law.about else { return }
            try change(law, to: about, by, db)
        }
    }

    /// What becomes of each line of a table.
    public enum Outcome: String, Sendable, Hashable, Encodable { case added, changed, known }

    /// Puts in what is not there yet, and makes what is there what the table says. All of it or nothing.
    /// - Parameter isTrial: only says what would become of each, in the order of `drafts`.
    public func load(_ drafts: [LawDraft], into root: SiteID, isTrial: Bool = false, by: By) async throws -> [Outcome] {
        try allow(root, by)
        let drafts = try drafts.map { try $0.plain() }
        let work: @Sendable (any Connection) throws -> [Outcome] = { db in
            var count = try Self.count(of: root, in: db)
            var seen: [[String]: LawDraft] = [:]
            return try drafts.map { draft in
                let identity = [draft.code, draft.year]
                let known = try Self.same(draft, root, db)
                let before = seen.updateValue(draft, forKey: identity) ?? known?.about
                guard let before else {
                    count += 1
                    guard count <= Self.limit else { throw LawRefusal.full(limit: Self.limit) }
                    if !isTrial { _ = try insert(draft, root, by, db) }
                    return .added
                }
                guard before != draft else { return .known }
                if !isTrial, let known { try change(known, to: draft, by, db) }
                return .changed
            }
        }
        return isTrial ? try await database.read(work) : try await database.write(work)
    }

    private func allow(_ root: SiteID, _ by: By) throws {
        try authorize(by.actor, .editLaws, on: Subject(site: root), in: by.tree)
        guard Self.keeper(of: root, in: by.tree) == root else { throw LawRefusal.notTopmost }
    }

    private static func same(_ draft: LawDraft, _ root: SiteID, _ db: any Connection) throws -> LawText? {
        try db.row("SELECT \(LawText.columns) FROM law_text WHERE site = \(root) AND code = \(draft.code) AND year = \(draft.year)").map(LawText.init)
    }

    private func insert(_ draft: LawDraft, _ root: SiteID, _ by: By, _ db: any Connection) throws -> LawText {
        let id: LawID = ids.next()
        try db.execute(
            """
            INSERT INTO law_text (id, site, number, code, year, title, issuer, issued_on, effective_on, ended_on, replaced_by, address, source, folded,
                changed_at, version)
            VALUES (\(id), \(root), \(draft.number), \(draft.code), \(draft.year), \(draft.title), \(draft.issuer), \(draft.issuedOn),
                \(draft.effectiveOn), \(draft.endedOn), \(draft.replacedBy), \(draft.address), \(draft.source), \(draft.folded), \(clock.now()), 1)
            """
        )
        try note(.lawAdded, draft, root, by, db)
        guard let law = try Self.same(draft, root, db) else { throw LawRefusal.unknown }
        return law
    }

    /// Answers are held against it anew where its end is another.
    private func change(_ law: LawText, to draft: LawDraft, _ by: By, _ db: any Connection) throws {
        let swept: SQL = law.about.endedOn == draft.endedOn ? "swept" : "NULL"
        try db.execute(
            """
            UPDATE law_text SET number = \(draft.number), title = \(draft.title), issuer = \(draft.issuer), issued_on = \(draft.issuedOn),
                effective_on = \(draft.effectiveOn), ended_on = \(draft.endedOn), replaced_by = \(draft.replacedBy), address = \(draft.address),
                source = \(draft.source), folded = \(draft.folded), swept = \(swept), changed_at = \(clock.now()), version = version + 1
            WHERE id = \(law.id)
            """
        )
        if law.about.endedOn != draft.endedOn { try db.execute("UPDATE answer_doubt SET open = 0 WHERE law = \(law.id)") }
        try note(.lawChanged, draft, law.site, by, db)
    }

    private func note(_ action: AuditAction, _ about: LawDraft, _ root: SiteID, _ by: By, _ db: any Connection) throws {
        let days = [about.effectiveOn.map { "from \($0)" }, about.endedOn.map { "ended \($0)" }, about.replacedBy.map { "by \($0)" }]
        try AuditTrail.add(
            action,
            by: by.person,
            on: about.number,
            site: root,
            detail: days.compactMap(\.self).joined(separator: ", "),
            from: by.caller,
            id: ids.next(),
            at: clock.now(),
            in: db
        )
    }
}
