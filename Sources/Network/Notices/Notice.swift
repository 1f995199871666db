public import Store
public import Vietnamese

public struct NoticeID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// What somebody is told of: a word of the catalogues (`notice.<key>`) and what fills its holes.
public struct NoticeSubject: Sendable, Hashable {
    public let key: String
    public let values: [String: String]

    public init(_ key: String, _ values: [String: String] = [:]) {
        self.key = key
        self.values = values
    }
}

/// A line in somebody's list of notices.
public struct Notice: Sendable, Hashable {
    public let id: NoticeID
    public let subject: NoticeSubject
    /// An address of the desk.
    public let link: String?
    public let at: Instant
    public let isRead: Bool
}

/// How somebody wants to be told.
public struct NoticeChoice: Sendable, Hashable {
    /// What concerns the account itself (invitations, password links) comes by mail whatever is chosen.
    public var byMail: Bool
    public var language: Language

    public init(byMail: Bool = true, language: Language = .vi) {
        self.byMail = byMail
        self.language = language
    }
}

/// The lists of notices.
public enum NoticeBook {
    /// What is kept of a person: more is forgotten, the oldest first.
    public static let kept = 500

    public static func add(_ subject: NoticeSubject, link: String?, for person: PersonID, id: NoticeID, at now: Instant, in db: any Connection) throws
    {
        try db.execute(
            """
            INSERT INTO notice (id, person, about, details, link, created_at)
            VALUES (\(id), \(person), \(subject.key), \(try JSONText.encode(subject.values)), \(link), \(now))
            """
        )
        try db.execute(
            """
            DELETE FROM notice WHERE person = \(person)
                AND id <= (SELECT id FROM notice WHERE person = \(person) ORDER BY id DESC LIMIT 1 OFFSET \(kept))
            """
        )
    }

    /// The newest first; those before one of the last page.
    public static func list(of person: PersonID, before: NoticeID? = nil, limit: Int, in db: any Connection) throws -> [Notice] {
        let end = before ?? NoticeID(rawValue: .max)
        return try db.rows(
            """
            SELECT id, about, details, link, created_at, read_at FROM notice WHERE person = \(person) AND id < \(end)
            ORDER BY id DESC LIMIT \(max(1, min(limit, 200)))
            """
        ).map { row in
            let read: Instant? = try row[5]
            return Notice(
                id: try row[0],
                subject: NoticeSubject(try row[1], try JSONText.decode(try row[2], as: [String: String].self, column: 2)),
                link: try row[3],
                at: try row[4],
                isRead: read != nil
            )
        }
    }

    public static func unread(of person: PersonID, in db: any Connection) throws -> Int {
        try db.value("SELECT count(*) FROM notice WHERE person = \(person) AND read_at IS NULL", as: Int.self) ?? 0
    }

    /// One notice, or all of a person up to one. Nobody marks somebody else's.
    public static func markRead(_ id: NoticeID, orOlder all: Bool = false, of person: PersonID, at now: Instant, in db: any Connection) throws {
        let which: SQL = all ? "id <= \(id)" : "id = \(id)"
        try db.execute("UPDATE notice SET read_at = \(now) WHERE person = \(person) AND read_at IS NULL AND \(which)")
    }

    public static func choice(of person: PersonID, in db: any Connection) throws -> NoticeChoice {
        guard let row = try db.row("SELECT by_mail, language FROM notice_choice WHERE person = \(person)") else { return NoticeChoice() }
        return NoticeChoice(byMail: try row[0], language: Language(rawValue: try row[1]) ?? .vi)
    }

    public static func choose(_ choice: NoticeChoice, for person: PersonID, in db: any Connection) throws {
        try db.execute(
            """
            INSERT INTO notice_choice (person, by_mail, language) VALUES (\(person), \(choice.byMail), \(choice.language.rawValue))
            ON CONFLICT (person) DO UPDATE SET by_mail = excluded.by_mail, language = excluded.language
            """
        )
    }
}
