public import PublicRecord
public import Store

/// A log of this installation that has ended, kept for whoever holds proofs from it.
public struct PastLog: Sendable {
    /// 1 for the first.
    public let number: Int
    public let origin: String
    /// The key that signed its head.
    public let key: VerifierKey
    /// Its last head, as far as one was found, with signatures.
    public let note: String
    public let head: Checkpoint
    /// How many of its entries are kept here, and the signed head of just these; nil: none was signed of that size.
    public let held: Int64
    public let heldNote: String?
    /// When it ended (Unix seconds), why as a code, and why in the operator's words.
    public let at: Int64
    public let why: String
    public let reason: String

    /// All there are, oldest first.
    public static func all(_ db: any Connection) throws -> [PastLog] {
        try db.rows("SELECT log, origin, key_text, note, held, held_note, at, why, reason FROM record_past ORDER BY log").map { row in
            let key: String = try row[2]
            let note: String = try row[3]
            return PastLog(
                number: try row[0],
                origin: try row[1],
                key: try VerifierKey(key),
                note: note,
                head: try Checkpoint(SignedNote(parsing: Array(note.utf8)).text),
                held: try row[4],
                heldNote: try row[5],
                at: try row[6],
                why: try row[7],
                reason: try row[8]
            )
        }
    }

    /// The number of the log that is written now.
    public static func current(_ db: any Connection) throws -> Int { try db.value("SELECT COALESCE(MAX(log), 0) + 1 FROM record_past") ?? 1 }

    /// Ends the log whose head the database has: puts its tiles and the bundles of its entries aside and makes the head ready for the next one. The entries stay
    /// where they are. One transaction, with whatever enters them anew.
    /// - Parameter last: its newest head that was found anywhere, verified with `key`.
    public static func end(
        _ number: Int,
        last: SignedNote,
        key: VerifierKey,
        why: String,
        reason: String,
        at seconds: Int64,
        entries: (_ from: Int64, _ limit: Int, _ db: any Connection) throws -> [[UInt8]],
        total: Int64,
        _ db: any Connection
    ) throws -> PastLog {
        let head = try RecordHead.read(db)
        let end = try Checkpoint(last.text)
        var held = min(head.size, total)
        var heldNote = held == head.size ? head.note : nil
        // Signed, and stored no more: the entries were durable before.
        if end.size > held, end.size <= total, let growth = try grown(head, to: end, entries, db) {
            for (tile, bytes) in growth { try RecordHead.store(bytes, tile, db) }
            (held, heldNote) = (end.size, String(decoding: last.bytes, as: UTF8.self))
        }
        let published = end.size == head.size ? try CosignedHead.published(db) : nil
        let past = PastLog(
            number: number,
            origin: end.origin,
            key: key,
            note: published ?? String(decoding: last.bytes, as: UTF8.self),
            head: end,
            held: held,
            heldNote: heldNote,
            at: seconds,
            why: why,
            reason: reason
        )
        try db.execute(
            """
            INSERT INTO record_past (log, origin, key_text, note, held, held_note, at, why, reason)
            VALUES (\(number), \(past.origin), \(key.text), \(past.note), \(held), \(heldNote), \(seconds), \(why), \(reason))
            """
        )
        try db.execute(
            """
            INSERT INTO record_past_tile (log, level, number, bytes)
            SELECT CAST(\(number) AS BIGINT), level, number, hashes FROM record_tile
            """
        )
        for start in stride(from: 0, to: held, by: TileID.fullWidth) {
            let bundle = try entries(start, Int(min(held - start, Int64(TileID.fullWidth))), db)
            guard !bundle.isEmpty else { throw RecordFault.damaged("the event log has a gap at \(start)") }
            try db.execute(
                "INSERT INTO record_past_tile (log, level, number, bytes) VALUES (\(number), -1, \(start >> 8), \(EntryBundle.encode(bundle)))"
            )
        }
        try RecordHead.reset(db)
        return past
    }

    private static func grown(
        _ head: RecordHead,
        to end: Checkpoint,
        _ entries: (Int64, Int, any Connection) throws -> [[UInt8]],
        _ db: any Connection
    ) throws -> [(TileID, [UInt8])]? {
        guard var writer = try? TileWriter(size: head.size, root: head.frontier.root, read: { try Notary.bytes(of: $0, db) }) else { return nil }
        while writer.size < end.size {
            let part = try entries(writer.size, Int(min(end.size - writer.size, Int64(Notary.most))), db)
            guard !part.isEmpty else { return nil }
            for entry in part { writer.append(.leaf(entry)) }
        }
        return writer.root == end.root ? writer.take() : nil
    }

    /// The content of one of its files; nil where it is not kept, or the log was never that long.
    func bytes(of tile: TileID, _ db: any Connection) throws -> [UInt8]? {
        let kept = try db.value(
            "SELECT bytes FROM record_past_tile WHERE log = \(number) AND level = \(tile.level ?? -1) AND number = \(tile.index)",
            as: [UInt8].self
        )
        guard let kept else { return nil }
        if tile.isEntries {
            let entries = try EntryBundle.slices(of: kept)
            return entries.count < tile.width ? nil : try EntryBundle.encode(entries.prefix(tile.width).map { Array($0) })
        }
        let length = tile.width * RecordHash.size
        return kept.count < length ? nil : Array(kept.prefix(length))
    }

    /// What is told of its end at `end` below its prefix.
    /// - Parameter next: the log that is written now, by name and key.
    public func ending(next: String, key: String?) -> LogEnding {
        LogEnding(origin: origin, size: head.size, held: held, head: heldNote, at: at, why: why, next: next, key: key)
    }
}

/// What a log's place says of its end: `end` below its prefix, canonical JSON. A hint for people; nothing follows from it by itself.
public struct LogEnding: Sendable, Hashable, Codable {
    public var v = 1
    public let origin: String
    public let size: Int64
    /// How many of its entries are still there, and the signed head of just these.
    public let held: Int64
    public let head: String?
    public let at: Int64
    public let why: String
    /// The log that is written now, and its key.
    public let next: String
    public let key: String?

    public init(origin: String, size: Int64, held: Int64, head: String?, at: Int64, why: String, next: String, key: String?) {
        self.origin = origin
        self.size = size
        self.held = held
        self.head = head
        self.at = at
        self.why = why
        self.next = next
        self.key = key
    }

    /// Nil for bytes that are no such thing, or say of it what it cannot be.
    public init?(reading bytes: [UInt8]) {
        guard bytes.count <= 2 * SignedNote.greatestSize, let read = try? CanonicalJSON.decode(LogEnding.self, from: bytes), read.v == 1,
            Checkpoint.isOrigin(read.origin), Checkpoint.isOrigin(read.next), 0...read.size ~= read.held, read.at >= 0,
            read.key.map({ (try? VerifierKey($0))?.name == read.next }) ?? true
        else { return nil }
        self = read
    }
}
