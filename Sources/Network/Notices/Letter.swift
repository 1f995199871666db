public import Store
public import Vietnamese

public struct LetterID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A letter to somebody. What it says is sealed while it waits (it may hold a link that opens an account) and gone once it is sent.
public struct Letter: Sendable, Hashable {
    public enum State: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case waiting, sent
        /// Refused for good, or tried too often: somebody must look.
        case failed
        /// Not worth sending any more: what it speaks of is over.
        case dropped
    }

    public let id: LetterID
    public let person: PersonID
    public let address: String
    public let about: String
    public let state: State
    public let tries: Int
    /// Why the last try failed.
    public let fault: String?
    public let createdAt: Instant
    public let worthUntil: Instant?
    public let changedAt: Instant
}

/// The letters that were written, and what became of them.
public enum LetterBook {
    private static let columns: SQL = "id, person, address, about, state, tries, fault, created_at, worth_until, changed_at"

    private static func letter(_ row: Row) throws -> Letter {
        Letter(
            id: try row[0],
            person: try row[1],
            address: try row[2],
            about: try row[3],
            state: try row[4],
            tries: try row[5],
            fault: try row[6],
            createdAt: try row[7],
            worthUntil: try row[8],
            changedAt: try row[9]
        )
    }

    /// What a letter says, as it is sealed.
    struct Contents: Codable {
        let values: [String: String]
        let link: String?
    }

    /// Writes a letter down. Sending it is somebody else's work.
    public static func add(
        _ subject: NoticeSubject,
        link: String?,
        to person: PersonID,
        at address: String,
        worthUntil: Instant? = nil,
        id: LetterID,
        safe: KeySafe,
        at now: Instant,
        in db: any Connection
    ) throws {
        let text = try JSONText.encode(Contents(values: subject.values, link: link))
        let sealed = try safe.seal(Array(text.utf8), as: "letter \(id)")
        try db.execute(
            """
            INSERT INTO letter (id, person, address, about, sealed, state, tries, created_at, worth_until, changed_at)
            VALUES (\(id), \(person), \(address), \(subject.key), \(sealed), \(Letter.State.waiting), 0, \(now), \(worthUntil), \(now))
            """
        )
    }

    public static func read(_ id: LetterID, in db: any Connection) throws -> Letter? {
        try db.row("SELECT \(columns) FROM letter WHERE id = \(id)").map(letter)
    }

    /// What a letter says; nil when it is there no more.
    public static func contents(of letter: Letter, safe: KeySafe, in db: any Connection) throws -> (subject: NoticeSubject, link: String?)? {
        guard let sealed = try db.value("SELECT sealed FROM letter WHERE id = \(letter.id)", as: [UInt8]?.self).flatMap({ $0 }) else { return nil }
        let text = String(decoding: try safe.open(sealed, as: "letter \(letter.id)"), as: UTF8.self)
        let contents = try JSONText.decode(text, as: Contents.self, column: 0)
        return (NoticeSubject(letter.about, contents.values), contents.link)
    }

    /// What became of a letter. What it says is kept only while it may still be sent.
    public static func settle(_ id: LetterID, _ state: Letter.State, fault: String? = nil, tried: Bool = true, at now: Instant, in db: any Connection)
        throws
    {
        let kept: SQL = state == .waiting || state == .failed ? "" : ", sealed = NULL"
        let one = tried ? 1 : 0
        try db.execute(
            """
            UPDATE letter SET state = \(state), fault = \(fault), tries = tries + \(one), changed_at = \(now)\(kept)
            WHERE id = \(id) AND state IN (\(Letter.State.waiting), \(Letter.State.failed))
            """
        )
    }

    /// Letters of these kinds to somebody that were not sent yet are not wanted any more.
    public static func drop(_ abouts: [String], to person: PersonID, at now: Instant, in db: any Connection) throws {
        try db.execute(
            """
            UPDATE letter SET state = \(Letter.State.dropped), sealed = NULL, changed_at = \(now)
            WHERE person = \(person) AND about IN (\(list: abouts)) AND state IN (\(Letter.State.waiting), \(Letter.State.failed))
            """
        )
    }

    /// The newest letters to people who work on these sites (nil: to anybody), newest first.
    public static func list(
        _ states: [Letter.State] = Letter.State.allCases,
        to sites: [SiteID]? = nil,
        before: LetterID? = nil,
        limit: Int,
        in db: any Connection
    ) throws -> [Letter] {
        let reach: SQL = sites.map { "AND person IN (SELECT person FROM person_role WHERE site IN (\(list: $0)))" } ?? ""
        return try db.rows(
            """
            SELECT \(columns) FROM letter WHERE state IN (\(list: states)) AND id < \(before ?? LetterID(rawValue: .max)) \(reach)
            ORDER BY id DESC LIMIT \(max(1, min(limit, 500)))
            """
        ).map(letter)
    }

    public static func counts(in db: any Connection) throws -> [Letter.State: Int] {
        var counts: [Letter.State: Int] = [:]
        for row in try db.rows("SELECT state, count(*) FROM letter GROUP BY state") { counts[try row[0]] = try row[1] }
        return counts
    }

    /// The last letter to somebody of one of these kinds.
    public static func last(_ abouts: [String], to person: PersonID, in db: any Connection) throws -> Letter? {
        try db.row("SELECT \(columns) FROM letter WHERE person = \(person) AND about IN (\(list: abouts)) ORDER BY id DESC LIMIT 1").map(letter)
    }

    /// Forgets what was sent or dropped long ago.
    public static func forget(before moment: Instant, in db: any Connection) throws {
        try db.execute("DELETE FROM letter WHERE state IN (\(Letter.State.sent), \(Letter.State.dropped)) AND changed_at < \(moment)")
    }
}
