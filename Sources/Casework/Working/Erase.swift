import PortalNetwork
import Publishing
import Store
import Vietnamese

extension CaseworkMigrations {
    static let erasures = Migration(
        341,
        "erasures of cases, until their keys are destroyed on every node",
        [
            // `done`: the key is destroyed. A row is kept for some days: nodes that had the key in memory drop it by it.
            "CREATE TABLE case_erasure (case_id BIGINT PRIMARY KEY, at BIGINT NOT NULL, done BIGINT NOT NULL DEFAULT 0)",
            "CREATE INDEX case_erasure_by_day ON case_erasure (at)",
        ]
    )
}

extension Casework {
    /// Seconds for which nodes look for keys that another one destroyed.
    private static let remembered: Int64 = 3 * 86_400

    /// Destroys what was written, on request of who wrote it: the key goes, and with it text, files, notes and names in every backup. What happened to the
    /// case, and when, stays. Parts that became cases of their own hold sentences of the same letter: they go with it.
    ///
    /// The transaction that takes the text out of the database says that the keys are to be destroyed; they are destroyed after it. What a crash leaves undone,
    /// `finishErasures` does at the next start or within a minute, on any node. Asked for once more, it is only finished.
    public func erase(_ seen: Seen, by: By) async throws {
        let now = clock.now()
        try await database.write { db in
            guard let file = try CaseFile.load(seen.id, db, locking: true) else { throw CaseRefusal.unknownCase }
            try authorize(by.actor, .eraseCase, on: Subject(site: file.desk), in: by.tree)
            if try db.value("SELECT done FROM case_erasure WHERE case_id = \(file.id)", as: Int.self) != nil { return }
            guard file.version == seen.version else { throw CaseRefusal.changedMeanwhile }
            for one in try [file] + CaseParts.parts(of: seen.id, db) {
                try authorize(by.actor, .eraseCase, on: Subject(site: one.desk), in: by.tree)
                // A part may have been erased before its letter.
                let isNew = try db.execute("INSERT INTO case_erasure (case_id, at) VALUES (\(one.id), \(now)) ON CONFLICT (case_id) DO NOTHING")
                guard isNew == 1 else { continue }
                try Self.forget(one.id, db)
                try AuditTrail.add(
                    .caseErased,
                    by: by.person,
                    on: "\(one.code)",
                    site: one.desk,
                    detail: "",
                    from: by.caller,
                    id: self.ids.next(),
                    at: now,
                    in: db
                )
            }
            try db.announce(Self.channel)
        }
        try await finishErasures()
    }

    /// Destroys the keys of cases whose erasure was begun, and drops from memory those that another node destroyed. Done twice, it is done once.
    /// - Returns: how many keys it destroyed.
    @discardableResult
    public func finishErasures() async throws -> Int {
        let since = clock.now().adding(seconds: -Self.remembered)
        let rows = try await database.read { db in
            try db.rows("SELECT case_id, done FROM case_erasure WHERE done = 0 OR at > \(since) ORDER BY case_id").map { row -> (CaseID, Bool) in
                (try row[0], try row[1])
            }
        }
        let keys = rows.map { (key: ItemID(rawValue: $0.0.rawValue), isDone: $0.1) }
        keyring.forget(keys.filter(\.isDone).map(\.key))
        let begun = keys.filter { !$0.isDone }.map(\.key)
        for key in begun {
            try await keyring.destroy(key)
            try await database.write { db in
                _ = try db.execute("UPDATE case_erasure SET done = 1 WHERE case_id = \(CaseID(rawValue: key.rawValue))")
            }
        }
        return begun.count
    }

    static func forget(_ id: CaseID, _ db: any Connection) throws {
        try db.execute("DELETE FROM case_term WHERE case_id = \(id)")
        try db.execute("UPDATE case_event SET sealed = NULL WHERE case_id = \(id)")
        try db.execute("DELETE FROM case_attachment WHERE case_id = \(id)")
        try CaseClusters.leave(id, db)
        let nothing: [UInt8] = []
        try db.execute("UPDATE case_file SET sealed = \(nothing), card = \(nothing), unit = NULL, version = version + 1 WHERE id = \(id)")
    }
}
