public import PortalNetwork
public import PublicRecord
public import Store
public import Vietnamese

/// The outbox: what happened, numbered without gaps in the order of commits, so that whoever follows it needs only a cursor.
public enum EventLog {
    /// The channel on which nodes are told that there is something new.
    public static let channel = Channel("caunoi_events")

    struct Draft: Sendable {
        var entry: Entry
        var site: SiteID
        var item: ItemID?
        var edition: Int
    }

    /// Must be the first statement of a transaction that will append: on PostgreSQL it waits for the transaction before it
    /// *before* the snapshot is taken, so that numbers follow commits and no publisher is rolled back by another.
    static func begin(_ db: any Connection) throws {
        if db.engine == .postgres { try db.execute("LOCK TABLE event_head IN EXCLUSIVE MODE") }
    }

    /// Appends entries; returns the sequence of the first, which is its index in the public record.
    static func append(_ drafts: [Draft], at now: Instant, act: ActID?, _ db: any Connection) throws -> Int64 {
        guard let last = try db.value("UPDATE event_head SET seq = seq + \(drafts.count) WHERE id = 1 RETURNING seq", as: Int64.self) else {
            throw StoreFault.damaged("the head of the event log is missing")
        }
        let first = last - Int64(drafts.count) + 1
        var values: [SQL] = []
        for (index, draft) in drafts.enumerated() {
            let entry = String(decoding: try CanonicalJSON.encode(draft.entry), as: UTF8.self)
            values.append(
                "(\(first + Int64(index)), \(now), \(draft.entry.op), \(draft.site), \(draft.item), \(draft.edition), \(entry), \(act))"
            )
        }
        for start in stride(from: 0, to: values.count, by: 200) {
            let part = Array(values[start..<min(start + 200, values.count)])
            try db.execute(
                "INSERT INTO event (seq, at, operation, site, item, edition, entry, act) VALUES \(SQL.joined(part, separator: ", "))"
            )
        }
        return first
    }

    /// The entries from one place on, as they stand in the record.
    public static func entries(from first: Int64, limit: Int, _ db: any Connection) throws -> [[UInt8]] {
        try db.column("SELECT entry FROM event WHERE seq >= \(first) ORDER BY seq LIMIT \(limit)", as: String.self).map { Array($0.utf8) }
    }

    /// Index of the newest entry about an item; nil when there is none.
    public static func newest(of item: ItemID, _ db: any Connection) throws -> Int64? {
        try db.value("SELECT MAX(seq) FROM event WHERE item = \(item)", as: Int64?.self) ?? nil
    }

    /// What the record says of its own keys, oldest first.
    public static func keys(_ db: any Connection) throws -> [RecordEntry] {
        try db.column("SELECT entry FROM event WHERE operation = 'key' ORDER BY seq", as: String.self).compactMap { text in
            guard case .entry(let entry) = try RecordEntry.read(Array(text.utf8)) else { return nil }
            return entry
        }
    }

    /// The keys that signed the record so far, and may have signed logs of it that ended.
    public static func signingKeys(_ db: any Connection) throws -> [String] { try db.column("SELECT key_text FROM record_signing_key ORDER BY n") }

    /// The program's digest that was entered last, and where.
    public static func newestRelease(_ db: any Connection) throws -> (index: Int64, digest: String)? {
        guard let row = try db.row("SELECT seq, entry FROM event WHERE operation = 'release' ORDER BY seq DESC LIMIT 1") else { return nil }
        let bytes: String = try row[1]
        guard case .entry(let entry) = try RecordEntry.read(Array(bytes.utf8)), let digest = entry.digest else { return nil }
        return (try row[0], digest.hex)
    }

    /// The greatest number of an edition that the record has of an item; 0: none.
    static func edition(of item: ItemID, _ db: any Connection) throws -> Int {
        try db.value("SELECT COALESCE(MAX(edition), 0) FROM event WHERE item = \(item)") ?? 0
    }

    /// The newest sequence, -1 when nothing has happened yet.
    public static func head(_ db: any Connection) throws -> Int64 {
        try db.value("SELECT seq FROM event_head WHERE id = 1") ?? -1
    }

    /// What happened after a cursor, oldest first.
    public static func events(after cursor: Int64, limit: Int, _ db: any Connection) throws -> [Event] {
        try db.rows(
            "SELECT seq, at, operation, site, item, edition FROM event WHERE seq > \(cursor) ORDER BY seq LIMIT \(limit)"
        ).map { row in
            Event(
                sequence: try row[0],
                at: try row[1],
                operation: try row[2],
                site: try row[3],
                item: try row[4],
                edition: try row[5]
            )
        }
    }

    /// The portals on which anything happened after one entry and up to another.
    public static func sites(after cursor: Int64, through head: Int64, _ db: any Connection) throws -> [SiteID] {
        try db.column("SELECT DISTINCT site FROM event WHERE seq > \(cursor) AND seq <= \(head)")
    }
}
