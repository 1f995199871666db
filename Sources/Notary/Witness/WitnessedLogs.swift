public import PublicRecord
public import Store

/// The logs that this installation witnesses: what the operator named, and nothing else.
public enum WitnessedLogs {
    /// Adds a log by its key; a second key of the same log is for its rotation.
    public static func add(_ key: VerifierKey, at seconds: Int64, _ db: any Connection) throws {
        guard key.kind == .log else { throw NoteFault.keyType(key.type) }
        guard Checkpoint.isOrigin(key.name) else { throw NoteFault.keyName(key.name) }
        let others = try db.value("SELECT COUNT(DISTINCT origin) FROM record_witnessed WHERE origin <> \(key.name)", as: Int.self) ?? 0
        guard others < WitnessVault.most else { throw RecordFault.noSigner("\(WitnessVault.most) logs are witnessed, and no more fit") }
        try db.execute(
            "INSERT INTO record_witnessed (origin, key_text, at) VALUES (\(key.name), \(key.text), \(seconds)) ON CONFLICT (origin, key_text) DO NOTHING"
        )
    }

    /// No longer witnesses a log (all its keys), or believes one key. What was cosigned stays remembered. Returns how many keys went.
    @discardableResult
    public static func remove(_ text: String, _ db: any Connection) throws -> Int {
        try db.execute("DELETE FROM record_witnessed WHERE origin = \(text) OR key_text = \(text)")
    }

    public static func all(_ db: any Connection) throws -> [VerifierKey] {
        try db.column("SELECT key_text FROM record_witnessed ORDER BY origin, key_text", as: String.self).map { try VerifierKey($0) }
    }

    static func keys(of origin: String, _ db: any Connection) throws -> [VerifierKey] {
        try db.column("SELECT key_text FROM record_witnessed WHERE origin = \(origin)", as: String.self).map { try VerifierKey($0) }
    }
}
