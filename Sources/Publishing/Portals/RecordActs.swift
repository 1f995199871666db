public import PortalNetwork
public import PublicRecord
import Store
import Vietnamese

/// What the installation itself says in its record: which program serves, and which keys sign.
extension Publisher {
    /// Enters the digest of the program as it serves, unless the newest such entry has it; nil where it has, or while there is no portal yet.
    @discardableResult
    public func enterRelease(_ digest: String) async throws -> Int64? {
        try await enter(.release) { db in
            try EventLog.newestRelease(db)?.digest == digest ? nil : { $0.digest = digest }
        }
    }

    /// Enters what the record does not say yet of the keys it is signed with: a second key that signs from here on (`added`), and the end of the one that signed
    /// before it (`retired`). The entry of a new key stands under a head that the old key signed too.
    public func enterKeys(_ signing: VerifierKey, next: VerifierKey?) async throws {
        if let next {
            try await enter(.key) { db in try Self.isEntered(next, "added", db) ? nil : try Self.key(next, "added", db) }
        } else if let before = try await database.read({ try Self.before(signing, $0) }) {
            try await enter(.key) { db in try Self.isEntered(before, "retired", db) ? nil : try Self.key(before, "retired", db) }
        }
        // Which key is meant when this one goes.
        let now = next ?? signing
        try await database.write { db in
            try db.execute(
                "INSERT INTO record_signing_key (key_text, n) SELECT \(signing.text), COUNT(*) FROM record_signing_key WHERE true ON CONFLICT (key_text) DO NOTHING"
            )
            try db.execute(
                "INSERT INTO record_signing_key (key_text, n) SELECT \(now.text), COUNT(*) FROM record_signing_key WHERE true ON CONFLICT (key_text) DO NOTHING"
            )
        }
    }

    /// The key that signed before this one.
    private static func before(_ key: VerifierKey, _ db: any Connection) throws -> VerifierKey? {
        let text = try db.value(
            "SELECT key_text FROM record_signing_key WHERE n < (SELECT n FROM record_signing_key WHERE key_text = \(key.text)) ORDER BY n DESC LIMIT 1",
            as: String.self
        )
        return try text.map { try VerifierKey($0) }
    }

    private static func isEntered(_ key: VerifierKey, _ part: String, _ db: any Connection) throws -> Bool {
        try EventLog.keys(db).contains { $0.key == key.text && $0.part == part }
    }

    /// Valid from the entry itself on.
    private static func key(_ key: VerifierKey, _ part: String, _ db: any Connection) throws -> (inout Entry) -> Void {
        let index = try EventLog.head(db) + 1
        return { entry in
            entry.key = key.text
            entry.part = part
            entry.index = index
        }
    }

    /// Such entries stand under the installation's first portal.
    private func enter(_ operation: Operation, _ fill: @escaping @Sendable (any Connection) throws -> ((inout Entry) -> Void)?) async throws -> Int64?
    {
        try await commit { db in
            guard let site = try db.value("SELECT id FROM site WHERE parent IS NULL ORDER BY id LIMIT 1", as: SiteID.self), let fill = try fill(db)
            else { return nil }
            let now = self.clock.now()
            var entry = Entry(op: operation, at: now.rawValue / 1000, site: try Self.code(of: site, db))
            fill(&entry)
            let first = try EventLog.append([EventLog.Draft(entry: entry, site: site, item: nil, edition: 0)], at: now, act: nil, db)
            try Self.finish([], first: first, count: 1, db)
            return first
        }
    }

    /// Tells those who operate the installation, on the desk and by mail.
    public func tellOperators(_ subject: NoticeSubject) async throws {
        guard let notices else { return }
        let now = clock.now()
        try await database.write { db in
            let people = try db.column(
                """
                SELECT DISTINCT person_role.person FROM person_role JOIN person ON person.id = person_role.person
                WHERE person_role.role = \(Role.operator.rawValue) AND person_role.valid_from <= \(now)
                    AND (person_role.valid_to IS NULL OR person_role.valid_to > \(now)) AND person.is_active = \(true)
                ORDER BY person_role.person LIMIT 50
                """,
                as: PersonID.self
            )
            for person in people { try notices.notify(person, subject, in: db) }
        }
    }
}
