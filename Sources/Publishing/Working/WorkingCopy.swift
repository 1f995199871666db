public import PortalNetwork
public import Store
public import Vietnamese

/// What somebody has in hand: kept every few seconds while they write, until it is saved as a revision. One for each person and item.
public struct WorkingCopy: Sendable, Hashable {
    /// The revision it began from.
    public let base: Int
    /// Counts up with every keeping.
    public let version: Int
    /// The window (tab) it was last kept from.
    public let tab: String
    public let at: Instant
    /// Whatever the form had, as the form sent it.
    public let form: [UInt8]

    static func load(_ item: ItemID, _ person: PersonID, _ cipher: ItemCipher, _ db: any Connection) throws -> WorkingCopy? {
        guard
            let row = try db.row("SELECT base, version, tab, at, sealed FROM working_copy WHERE item = \(item) AND person = \(person)"),
            let version: Int = try row[1], version > 0
        else { return nil }
        return WorkingCopy(base: try row[0], version: version, tab: try row[2], at: try row[3], form: try cipher.open(try row[4], .copy(person)))
    }
}

/// What the keeping of a working copy came to.
public struct Kept: Sendable {
    public let version: Int
    public let at: Instant
    /// The item's newest revision: another than the copy's base means that somebody saved meanwhile.
    public let revision: Int
    public let others: [Colleague]
}

extension Colleague {
    /// Who was seen on an item during the last minute.
    static let presentSeconds: Int64 = 60

    static func all(on item: ItemID, but person: PersonID, at now: Instant, _ db: any Connection) throws -> [Colleague] {
        try db.rows(
            """
            SELECT person, seen_at, version FROM working_copy
            WHERE item = \(item) AND person <> \(person) AND seen_at > \(now.adding(seconds: -presentSeconds)) ORDER BY seen_at DESC LIMIT 20
            """
        ).map { Colleague(person: try $0[0], seenAt: try $0[1], hasChanges: try $0[2] as Int > 0) }
    }
}

extension Workroom {
    /// The largest form that is kept, in bytes.
    public static let largestForm = 6 << 20

    /// Keeps what somebody has in hand. One small transaction: this happens every few seconds in every open window.
    ///
    /// - Parameters:
    ///   - base: the revision the window began from.
    ///   - version: the version of the copy that the window knows; 0 for none.
    ///   - tab: a name of the window that no other has, for whoever looks into what happened.
    ///   - takesOver: the person has decided that this window counts.
    /// - Throws: `PublishingRefusal.otherWindow` when another window of the same person kept a newer copy: neither is overwritten unasked.
    public func keep(
        _ form: [UInt8],
        of id: ItemID,
        base: Int,
        version: Int,
        tab: String,
        takesOver: Bool = false,
        by: Publisher.By
    ) async throws -> Kept {
        guard form.count <= Self.largestForm else { throw PublishingRefusal.tooLarge(kibibytes: form.count >> 10, maximum: Self.largestForm >> 10) }
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let person = by.actor.person
        let sealed = try cipher.seal(form, .copy(person))
        let now = publishing.clock.now()
        return try await database.write { db in
            guard let item = try Item.load(id, db), item.workflow.presence != .erased else { throw PublishingRefusal.unknownItem(id) }
            try authorize(by.actor, .edit, on: item.subject(for: person, .edit), in: by.tree)
            let lock: SQL = db.engine == .postgres ? " FOR UPDATE" : ""
            let row = try db.row("SELECT version FROM working_copy WHERE item = \(id) AND person = \(person)\(lock)")
            let known: Int = try row?[0] ?? 0
            guard known == 0 || known == version || takesOver else { throw PublishingRefusal.otherWindow }
            let next = known + 1
            try db.execute(
                """
                INSERT INTO working_copy (item, person, base, version, tab, at, seen_at, sealed)
                VALUES (\(id), \(person), \(base), \(next), \(tab), \(now), \(now), \(sealed))
                ON CONFLICT (item, person) DO UPDATE SET base = excluded.base, version = excluded.version, tab = excluded.tab, at = excluded.at,
                    seen_at = excluded.seen_at, sealed = excluded.sealed
                """
            )
            return Kept(version: next, at: now, revision: item.revision, others: try Colleague.all(on: id, but: person, at: now, db))
        }
    }

    /// Says that somebody has the item open, and who else has.
    public func here(_ id: ItemID, base: Int, by: Publisher.By) async throws -> Kept {
        guard let cipher = try await keyring.keys(for: [id]).cipher(id) else { throw PublishingRefusal.unknownItem(id) }
        let person = by.actor.person
        let empty = try cipher.seal([], .copy(person))
        let now = publishing.clock.now()
        return try await database.write { db in
            guard let item = try Item.load(id, db), item.workflow.presence != .erased else { throw PublishingRefusal.unknownItem(id) }
            try authorize(by.actor, .edit, on: item.subject(for: person, .edit), in: by.tree)
            try db.execute(
                """
                INSERT INTO working_copy (item, person, base, version, tab, at, seen_at, sealed)
                VALUES (\(id), \(person), \(base), 0, '', \(now), \(now), \(empty))
                ON CONFLICT (item, person) DO UPDATE SET seen_at = excluded.seen_at
                """
            )
            let version = try db.value("SELECT version FROM working_copy WHERE item = \(id) AND person = \(person)", as: Int.self) ?? 0
            return Kept(version: version, at: now, revision: item.revision, others: try Colleague.all(on: id, but: person, at: now, db))
        }
    }

    /// What somebody has in hand is not wanted any more.
    public func discard(_ id: ItemID, by: Publisher.By) async throws {
        let person = by.actor.person
        try await database.write { db in _ = try db.execute("DELETE FROM working_copy WHERE item = \(id) AND person = \(person)") }
    }
}
