public import PublicRecord
public import Store

/// The record's files as others read them: the signed head, tiles of hashes, bundles of entries; never more than the head covers.
public struct RecordFiles: Sendable {
    private let database: any Database
    private let entries: @Sendable (_ from: Int64, _ limit: Int, _ db: any Connection) throws -> [[UInt8]]

    public init(database: any Database, entries: @escaping @Sendable (Int64, Int, any Connection) throws -> [[UInt8]]) {
        self.database = database
        self.entries = entries
    }

    public func head() async throws -> RecordHead { try await database.read { try RecordHead.read($0) } }

    /// The newest signed head with the cosignatures that witnesses gave for it; nil before the first.
    public func published() async throws -> String? { try await database.read { try CosignedHead.published($0) } }

    /// The content of a file; nil where the head does not reach so far. Throws `RecordFault.damaged` when it should be there and is not.
    public func bytes(of tile: TileID) async throws -> [UInt8]? {
        try await database.read { [entries] db in
            let size = try db.value("SELECT size FROM record_head WHERE id = 1", as: Int64.self) ?? 0
            guard let widest = TileID.at(size: size, level: tile.level, index: tile.index), tile.width <= widest.width else { return nil }
            if !tile.isEntries { return try Notary.bytes(of: tile, db) }
            let bundle = try entries(tile.start, tile.width, db)
            guard bundle.count == tile.width else { throw RecordFault.damaged("entries from \(tile.start) are missing") }
            return try EntryBundle.encode(bundle)
        }
    }

    /// The logs of this installation that have ended, oldest first.
    public func past() async throws -> [PastLog] { try await database.read { try PastLog.all($0) } }

    /// The content of a file of a log that has ended; nil where it is not kept.
    public func bytes(of tile: TileID, in past: PastLog) async throws -> [UInt8]? { try await database.read { try past.bytes(of: tile, $0) } }

    /// One entry with the proof that it stands under a signed head; nil when none reaches so far. The head is the newest that enough witnesses cosigned; for an entry
    /// above it, the newest there is.
    public func proof(of index: Int64) async throws -> (entry: [UInt8], proof: [RecordHash], note: SignedNote)? {
        try await database.read { [entries] db in
            guard index >= 0, let text = try Self.note(above: index, db) else { return nil }
            let note = try SignedNote(parsing: Array(text.utf8))
            let head = try Checkpoint(note.text)
            guard index < head.size, let entry = try entries(index, 1, db).first else { return nil }
            var tiles = try AuthenticatedTiles(size: head.size, root: head.root) { try Notary.bytes(of: $0, db) }
            return (entry, try tiles.inclusionProof(index: index), note)
        }
    }

    private static func note(above index: Int64, _ db: any Connection) throws -> String? {
        if let cosigned = try CosignedHead.read(db), cosigned.size > index { return cosigned.note }
        return try CosignedHead.published(db)
    }
}
