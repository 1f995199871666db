public import PublicRecord
public import Store

/// The head of the record as the database keeps it: what was signed last.
public struct RecordHead: Sendable {
    public let frontier: RecordFrontier
    /// The signed checkpoint as it is published; nil before the first.
    public let note: String?
    /// The public key that signs, as a vkey; nil before the first head.
    public let key: String?
    /// Why nothing more is signed; nil while all is well.
    public let frozen: String?
    let epoch: Int64

    public var size: Int64 { frontier.size }

    public static func read(_ db: any Connection) throws -> RecordHead {
        guard let row = try db.row("SELECT size, edge, note, key_text, frozen, epoch FROM record_head WHERE id = 1") else {
            throw StoreFault.damaged("the head of the record is missing")
        }
        let size: Int64 = try row[0]
        let edge: [UInt8]? = try row[1]
        guard let frontier = RecordFrontier(size: size, edge: hashes(edge ?? [])) else {
            throw RecordFault.damaged("the edge does not fit a size of \(size)")
        }
        return RecordHead(frontier: frontier, note: try row[2], key: try row[3], frozen: try row[4], epoch: try row[5])
    }

    /// Why nothing may be recorded; nil while all is well.
    public static func frozen(_ db: any Connection) throws -> String? {
        try db.value("SELECT frozen FROM record_head WHERE id = 1", as: String?.self) ?? nil
    }

    static func hashes(_ bytes: [UInt8]) -> [RecordHash] {
        stride(from: 0, to: bytes.count - RecordHash.size + 1, by: RecordHash.size).compactMap { RecordHash(bytes[$0..<$0 + RecordHash.size]) }
    }

    /// Takes the turn of writing heads, for `seconds`: nil while another node holds it. Each new holder has a new epoch, and what one of an older
    /// epoch writes is refused (`store`).
    static func takeTurn(holder: Int64, now: Int64, seconds: Int64, _ db: any Connection) throws -> Int64? {
        let kept = try db.value(
            "UPDATE record_head SET held_until = \(now + seconds) WHERE id = 1 AND holder = \(holder) RETURNING epoch",
            as: Int64.self
        )
        if let kept { return kept }
        return try db.value(
            """
            UPDATE record_head SET holder = \(holder), held_until = \(now + seconds), epoch = epoch + 1
            WHERE id = 1 AND (held_until < \(now) OR held_until > \(now + 10 * seconds)) RETURNING epoch
            """
        )
    }

    static func giveTurn(holder: Int64, _ db: any Connection) throws {
        try db.execute("UPDATE record_head SET held_until = 0, holder = 0 WHERE id = 1 AND holder = \(holder)")
    }

    /// Stores a signed head and the tiles it rests on, all or nothing; refused when another wrote since.
    static func store(_ growth: Growth, note: String, at seconds: Int64, _ db: any Connection) throws {
        let edge = RecordTile.encode(growth.frontier.edge)
        let changed = try db.execute(
            """
            UPDATE record_head SET size = \(growth.frontier.size), edge = \(edge), note = \(note), key_text = \(growth.page.key.text), at = \(seconds)
            WHERE id = 1 AND size = \(growth.old) AND epoch = \(growth.page.epoch) AND frozen IS NULL
            """
        )
        guard changed == 1 else { throw RecordFault.lostTurn }
        for (tile, bytes) in growth.tiles { try store(bytes, tile, db) }
        try db.announce(Notary.channel)
    }

    static func store(_ bytes: [UInt8], _ tile: TileID, _ db: any Connection) throws {
        try db.execute(
            """
            INSERT INTO record_tile (level, number, hashes) VALUES (\(tile.level ?? 0), \(tile.index), \(bytes))
            ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
            """
        )
    }

    /// Until when somebody holds the turn of writing heads, Unix seconds.
    public static func heldUntil(_ db: any Connection) throws -> Int64 { try db.value("SELECT held_until FROM record_head WHERE id = 1") ?? 0 }

    /// As before the first head: for the log that follows one which ended.
    static func reset(_ db: any Connection) throws {
        try db.execute("DELETE FROM record_tile")
        try db.execute("DELETE FROM record_cosigned")
        try db.execute("UPDATE record_witness SET size = 0, line = NULL, cosigned_at = 0, failures = 0, next_at = 0, said = NULL")
        try db.execute(
            """
            UPDATE record_head SET size = 0, edge = NULL, note = NULL, at = 0, key_text = NULL, frozen = NULL, epoch = epoch + 1, holder = 0,
                held_until = 0 WHERE id = 1
            """
        )
        try db.announce(Notary.channel)
    }

    public static func freeze(_ why: String, _ db: any Connection) throws {
        try db.execute("UPDATE record_head SET frozen = \(why) WHERE id = 1 AND frozen IS NULL")
        try db.announce(Notary.channel)
    }

    /// Lets the record go on; all checks are made anew, by whoever has the turn next.
    public static func thaw(_ db: any Connection) throws {
        try db.execute("UPDATE record_head SET frozen = NULL, held_until = 0, holder = 0, epoch = epoch + 1 WHERE id = 1")
        try db.announce(Notary.channel)
    }
}
