public import PublicRecord
public import Store

/// What is kept of one witness of this record.
public struct WitnessRow: Sendable {
    public let key: VerifierKey
    public internal(set) var name: String
    /// Size of the head it cosigned last; 0: none.
    public internal(set) var size: Int64 = 0
    /// Its cosignature of that head, as a line below the note.
    public internal(set) var line: String?
    /// When, Unix seconds, by its own clock.
    public internal(set) var cosignedAt: Int64 = 0
    /// In a row; when it is asked next (Unix seconds), and what it said.
    public internal(set) var failures: Int64 = 0
    public internal(set) var nextAt: Int64 = 0
    public internal(set) var said: String?

    init(key: VerifierKey, name: String) {
        self.key = key
        self.name = name
    }

    private init(_ row: Row) throws {
        let text: String = try row[0]
        self.init(key: try VerifierKey(text), name: try row[1])
        size = try row[2]
        line = try row[3]
        cosignedAt = try row[4]
        failures = try row[5]
        nextAt = try row[6]
        said = try row[7]
    }

    public static func all(_ db: any Connection) throws -> [WitnessRow] {
        try db.rows("SELECT key_text, name, size, line, cosigned_at, failures, next_at, said FROM record_witness ORDER BY name, key_text")
            .map { try WitnessRow($0) }
    }

    static func read(_ key: VerifierKey, _ db: any Connection) throws -> WitnessRow? {
        try db.row(
            "SELECT key_text, name, size, line, cosigned_at, failures, next_at, said FROM record_witness WHERE key_text = \(key.text)"
        ).map { try WitnessRow($0) }
    }

    func store(_ db: any Connection) throws {
        try db.execute(
            """
            INSERT INTO record_witness (key_text, name, size, line, cosigned_at, failures, next_at, said)
            VALUES (\(key.text), \(name), \(size), \(line), \(cosignedAt), \(failures), \(nextAt), \(said))
            ON CONFLICT (key_text) DO UPDATE SET name = excluded.name, size = excluded.size, line = excluded.line, cosigned_at = excluded.cosigned_at,
                failures = excluded.failures, next_at = excluded.next_at, said = excluded.said
            """
        )
    }
}

/// The newest head that enough witnesses of the operator's policy cosigned.
public struct CosignedHead: Sendable {
    public let size: Int64
    /// The signed head with the cosignatures below it.
    public let note: String

    /// Nil before the first.
    public static func read(_ db: any Connection) throws -> CosignedHead? {
        try db.row("SELECT size, note FROM record_cosigned WHERE id = 1").map { CosignedHead(size: try $0[0], note: try $0[1]) }
    }

    /// The newest signed head with the cosignatures that were given for it; nil before the first head.
    public static func published(_ db: any Connection) throws -> String? {
        let head = try RecordHead.read(db)
        guard let text = head.note else { return nil }
        let lines = try db.column(
            "SELECT line FROM record_witness WHERE size = \(head.size) AND line IS NOT NULL ORDER BY name, key_text LIMIT 60",
            as: String.self
        )
        return text + lines.joined()
    }

    /// Takes the newest head for it, where its cosignatures are enough.
    static func renew(_ policy: WitnessPolicy, _ db: any Connection) throws {
        let head = try RecordHead.read(db)
        guard let key = head.key, let text = try published(db) else { return }
        let trusted = try policy.trusting(VerifierKey(key))
        guard (try? trusted.check(SignedNote(parsing: Array(text.utf8)))) != nil else { return }
        try db.execute(
            """
            INSERT INTO record_cosigned (id, size, note) VALUES (1, \(head.size), \(text))
            ON CONFLICT (id) DO UPDATE SET size = excluded.size, note = excluded.note
            """
        )
    }
}
