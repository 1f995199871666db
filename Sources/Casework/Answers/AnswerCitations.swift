public import PortalNetwork
public import Publishing
public import Store
public import Vietnamese

/// What a published answer cites, as the projection keeps it.
public struct CitedAnswer: Sendable {
    public let item: ItemID
    public let site: SiteID
    /// The portal whose register speaks of its texts.
    public let keeper: SiteID
    /// The day of the answer.
    public let dated: CivilDate
    public let numbers: [LawNumber]
    /// Keys of the texts that the answer itself says are outdated.
    public let warned: Set<String>

    public init(item: ItemID, site: SiteID, keeper: SiteID, dated: CivilDate, numbers: [LawNumber], warned: Set<String>) {
        self.item = item
        self.site = site
        self.keeper = keeper
        self.dated = dated
        self.numbers = numbers
        self.warned = warned
    }
}

/// Which live answers cite which numbers: a projection of the record, made anew by forgetting where it stands. From it and the register follows which answers
/// may be outdated (`AnswerDoubt`).
public enum AnswerCitations {
    public static func cursor(_ db: any Connection) throws -> Int64 {
        try db.value("SELECT seq FROM answer_cursor WHERE id = 1", as: Int64.self) ?? -1
    }

    /// Throws it away; what was decided about answers stays.
    public static func clear(_ db: any Connection) throws {
        try db.execute("DELETE FROM answer_citation")
        try db.execute("UPDATE answer_cursor SET seq = -1 WHERE id = 1")
    }

    /// Which of these items are answers, or were when they were last looked at.
    public static func answers(among items: [ItemID], kind: KindName, _ db: any Connection) throws -> [ItemID] {
        try items.portions(of: 400).flatMap {
            try db.column("SELECT id FROM item WHERE id IN (\(list: $0)) AND kind = \(kind.rawValue)", as: ItemID.self)
        }
    }

    /// Brings these items to their present state, and the projection one step further.
    /// - Parameter cited: those of them that are live.
    /// - Returns: false where another node came first.
    public static func follow(_ items: [ItemID], _ cited: [CitedAnswer], from cursor: Int64, to sequence: Int64, _ db: any Connection) throws -> Bool
    {
        guard try db.execute("UPDATE answer_cursor SET seq = \(sequence) WHERE id = 1 AND seq = \(cursor)") == 1 else { return false }
        for part in items.portions(of: 400) { try db.execute("DELETE FROM answer_citation WHERE item IN (\(list: part))") }
        for answer in cited {
            for number in answer.numbers.prefix(200) {
                let year = number.saysYear ? "" : number.year.map { "\($0)" } ?? ""
                try db.execute(
                    """
                    INSERT INTO answer_citation (item, code, year, site, keeper, dated, warned)
                    VALUES (\(answer.item), \(number.key), \(year), \(answer.site), \(answer.keeper), \(answer.dated), \(answer.warned.contains(number.key)))
                    ON CONFLICT (item, code, year) DO NOTHING
                    """
                )
            }
        }
        for part in items.portions(of: 400) {
            // Texts that ended before this answer was looked at.
            _ = try AnswerDoubt.raise("c.item IN (\(list: part)) AND l.swept = l.ended_on", limit: 100_000, db)
            try AnswerDoubt.settle("d.item IN (\(list: part))", db)
        }
        return true
    }
}

/// An answer that cites a text which ended or was replaced after it was given.
public struct AnswerDoubt: Sendable, Hashable {
    public let item: ItemID
    public let site: SiteID
    public let law: LawID
    public let number: String
    public let title: String
    public let endedOn: CivilDate
    public let replacedBy: String?
    /// The revision that carries the caution, where one was drafted from the list.
    public let drafted: Int?

    /// Notes answers that cite ended texts, at most `limit`; each pair once.
    /// - Returns: how many were looked at.
    static func raise(_ which: SQL, limit: Int, _ db: any Connection) throws -> Int {
        try db.execute(
            """
            INSERT INTO answer_doubt (item, law, ended_on, site, open, told)
            SELECT c.item, l.id, l.ended_on, MIN(c.site), MAX(1 - c.warned), 0 FROM law_text l
            JOIN answer_citation c ON c.keeper = l.site AND c.code = l.code AND (l.year = '' OR c.year = '' OR c.year = l.year)
            WHERE \(which) AND l.ended_on IS NOT NULL AND c.dated < l.ended_on
                AND NOT EXISTS (SELECT 1 FROM answer_doubt d WHERE d.item = c.item AND d.law = l.id AND d.ended_on = l.ended_on)
            GROUP BY c.item, l.id, l.ended_on ORDER BY c.item LIMIT \(limit) ON CONFLICT (item, law, ended_on) DO NOTHING
            """
        )
    }

    /// Sets which of them are open: live, not checked, not said in the answer itself, and about the end that the register names now.
    static func settle(_ which: SQL, _ db: any Connection) throws {
        try db.execute(
            """
            UPDATE answer_doubt AS d SET site = COALESCE((SELECT MIN(c.site) FROM answer_citation c WHERE c.item = d.item), d.site),
                open = CASE WHEN d.checked_at IS NULL AND EXISTS (SELECT 1 FROM law_text l
                    JOIN answer_citation c ON c.keeper = l.site AND c.code = l.code AND (l.year = '' OR c.year = '' OR c.year = l.year)
                    WHERE l.id = d.law AND l.ended_on = d.ended_on AND c.item = d.item AND c.warned = 0) THEN 1 ELSE 0 END
            WHERE \(which)
            """
        )
    }

    /// Looks at the next text that has ended by a day and whose answers were not noted yet, a portion of its answers at a time.
    /// - Returns: whether there is more.
    public static func sweep(on today: CivilDate, portion: Int = 500, _ db: any Connection) throws -> Bool {
        // Held, so that two nodes go through one text one after the other.
        let lock = CommonDialect.forUpdate(on: db.engine)
        guard
            let law = try db.value(
                "SELECT id FROM law_text WHERE ended_on <= \(today) AND (swept IS NULL OR swept <> ended_on) ORDER BY ended_on, id LIMIT 1 \(lock)",
                as: LawID.self
            )
        else { return false }
        if try raise("l.id = \(law)", limit: portion, db) < portion {
            try settle("d.law = \(law)", db)
            try db.execute("UPDATE law_text SET swept = ended_on WHERE id = \(law)")
        }
        return true
    }

    /// What somebody is to be told: how many of their answers on a portal a text's end has put in doubt.
    public struct News: Sendable {
        public let owner: PersonID
        public let site: SiteID
        public let law: LawID
        public let number: String
        public let count: Int
    }

    /// What nobody was told yet, text by text; telling it is done in the same transaction, so it is told once.
    public static func untold(_ db: any Connection) throws -> [News] {
        // Only texts that were gone through to the end: else the same person would be told portion by portion.
        let ready = try db.column(
            "SELECT DISTINCT d.law FROM answer_doubt d JOIN law_text l ON l.id = d.law WHERE d.told = 0 AND l.swept = l.ended_on ORDER BY d.law LIMIT 20",
            as: LawID.self
        )
        guard !ready.isEmpty else { return [] }
        let rows = try db.rows(
            """
            SELECT i.creator, d.site, d.law, l.number, count(*) FROM answer_doubt d JOIN item i ON i.id = d.item JOIN law_text l ON l.id = d.law
            WHERE d.told = 0 AND d.open = 1 AND d.law IN (\(list: ready)) GROUP BY i.creator, d.site, d.law, l.number ORDER BY d.law, i.creator, d.site
            """
        )
        let news = try rows.map { News(owner: try $0[0], site: try $0[1], law: try $0[2], number: try $0[3], count: try $0[4]) }
        try db.execute("UPDATE answer_doubt SET told = 1 WHERE told = 0 AND law IN (\(list: ready))")
        return news
    }

    /// Those that are open on some portals: whole answers, the newest first.
    public static func list(on sites: [SiteID], before: ItemID? = nil, limit: Int, _ db: any Connection) throws -> [AnswerDoubt] {
        let items = try db.column(
            """
            SELECT DISTINCT item FROM answer_doubt WHERE open = 1 AND site IN (\(list: sites)) AND item < \(before ?? ItemID(rawValue: .max))
            ORDER BY item DESC LIMIT \(limit)
            """,
            as: ItemID.self
        )
        return try of(items, db)
    }

    /// The open doubts of some answers, answer by answer in the order asked for.
    public static func of(_ items: [ItemID], _ db: any Connection) throws -> [AnswerDoubt] {
        guard !items.isEmpty else { return [] }
        let found = try db.rows(
            """
            SELECT d.item, d.site, d.law, l.number, l.title, d.ended_on, l.replaced_by, d.drafted FROM answer_doubt d JOIN law_text l ON l.id = d.law
            WHERE d.open = 1 AND d.item IN (\(list: items)) ORDER BY d.ended_on, l.code
            """
        ).map { row in
            AnswerDoubt(
                item: try row[0],
                site: try row[1],
                law: try row[2],
                number: try row[3],
                title: try row[4],
                endedOn: try row[5],
                replacedBy: try row[6],
                drafted: try row[7]
            )
        }
        let byItem = Dictionary(grouping: found, by: \.item)
        return items.flatMap { byItem[$0] ?? [] }
    }

    /// How many answers are open on some portals, counted up to `most`.
    public static func count(on sites: [SiteID], most: Int = 1000, _ db: any Connection) throws -> Int {
        try db.value(
            """
            SELECT count(*) FROM (SELECT DISTINCT item FROM answer_doubt WHERE open = 1 AND site IN (\(list: sites)) LIMIT \(most)) AS open_items
            """,
            as: Int.self
        ) ?? 0
    }

    /// Remembers which revision carries the caution.
    public static func note(draft revision: Int, of item: ItemID, _ db: any Connection) throws {
        try db.execute("UPDATE answer_doubt SET drafted = \(revision) WHERE item = \(item) AND open = 1")
    }
}

extension Casework {
    /// Somebody looked: the answer is still right although a text that it cites has ended. For who may edit the answer; a line of the trail.
    public func confirm(_ item: ItemID, by: By) async throws {
        let now = clock.now()
        let line: AuditID = ids.next()
        try await database.write { db in
            let row = try db.row("SELECT site, section, kind, stage, creator FROM item WHERE id = \(item) AND presence = \(Presence.live)")
            guard let row else { throw PublishingRefusal.unknownItem(item) }
            let section: SectionID? = try row[1]
            let creator: PersonID = try row[4]
            let subject = Subject(
                site: try row[0],
                section: Subject.Section(section),
                kind: try row[2],
                state: try row[3],
                relation: creator == by.person.id ? .author : .other
            )
            try authorize(by.actor, .edit, on: subject, in: by.tree)
            let done = try db.execute(
                "UPDATE answer_doubt SET checked_at = \(now), checked_by = \(by.person.id), open = 0 WHERE item = \(item) AND open = 1"
            )
            guard done > 0 else { return }
            try AuditTrail.add(.answerChecked, by: by.person, on: "\(item)", site: subject.site, from: by.caller, id: line, at: now, in: db)
        }
    }
}

extension Array {
    /// The array in pieces of at most `size`.
    func portions(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
