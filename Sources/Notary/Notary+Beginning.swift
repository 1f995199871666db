import PublicRecord
import Store

/// What is checked before the first head of a turn is signed: that the database is the one whose heads were signed, and not an older or another one.
extension Notary {
    func begin(_ head: RecordHead, epoch: Int64, heldUntil: Int64) async throws -> Page {
        let signed = try await signer.state()
        // Counted after the signer was asked: what it signed was durable before, so a node that wrote a moment ago makes no difference.
        let total = try await database.read { [count] db in try count(db) }
        guard head.size <= total else { throw RecordFault.damaged("\(head.size) entries were signed, and the event log holds \(total)") }
        if let key = head.key, key != signed.key.text, !Self.isAlso(signed.key, in: head.note) {
            throw RecordFault.frozen("the signer has another key than the record was signed with")
        }
        guard signed.key.name == origin else { throw RecordFault.frozen("the signer signs for \(signed.key.name), and this record is \(origin)") }
        if let note = head.note {
            do {
                let stored = try SignedNote(parsing: Array(note.utf8))
                _ = try stored.verified(by: [signed.key])
                guard try Checkpoint(stored.text) == Checkpoint(origin: origin, size: head.size, root: head.frontier.root) else {
                    throw RecordFault.damaged("the stored head does not fit its own edge")
                }
            } catch let fault as NoteFault {
                throw RecordFault.damaged("the stored head is not what was signed: \(fault)")
            }
        }
        let writer = try await database.read { db in
            do {
                return try TileWriter(size: head.size, root: head.frontier.root) { tile in try Self.bytes(of: tile, db) }
            } catch let fault as TileFault {
                throw RecordFault.damaged("\(fault)")
            }
        }
        try await compareLast(head)
        let page = Page(epoch: epoch, heldUntil: heldUntil, key: signed.key, frontier: head.frontier, writer: writer)
        let current = try await reconcile(page, with: signed.head, total: total)
        try await compare(current)
        return current
    }

    /// Whether a key that was second signed the newest head beside the one that led: then it may lead now.
    private static func isAlso(_ key: VerifierKey, in note: String?) -> Bool {
        guard let note, let parsed = try? SignedNote(parsing: Array(note.utf8)) else { return false }
        return (try? parsed.verified(by: [key])) != nil
    }

    /// A stored tile of hashes, as wide as asked for. Throws `RecordFault.damaged` when it is missing or shorter.
    static func bytes(of tile: TileID, _ db: any Connection) throws -> [UInt8] {
        let stored =
            try db.value("SELECT hashes FROM record_tile WHERE level = \(tile.level ?? 0) AND number = \(tile.index)", as: [UInt8].self) ?? []
        let length = tile.width * RecordHash.size
        guard stored.count >= length else { throw RecordFault.damaged("\(tile.path) is missing or too short") }
        return Array(stored.prefix(length))
    }

    /// The last bundle's entries, hashed again, against the tile they are in: entries that were changed after they were signed show here.
    private func compareLast(_ head: RecordHead) async throws {
        guard head.size > 0 else { return }
        let number = (head.size - 1) >> 8
        let first = number << 8
        guard let tile = TileID.at(size: head.size, level: 0, index: number) else { return }
        let (stored, texts) = try await database.read { [entries] db in
            (try Self.bytes(of: tile, db), try entries(first, Int(head.size - first), db))
        }
        guard RecordTile.encode(texts.map { RecordHash.leaf($0) }) == stored else {
            throw RecordFault.damaged("the entries from \(first) are not the ones that were signed")
        }
    }

    /// The signer's own memory against the database. A head that was signed and not stored (the power went in between) is worked out again from the entries, which
    /// were durable before; entries that are missing, or lead to another root, mean that this is an older or another database.
    private func reconcile(_ page: Page, with guarded: Checkpoint?, total: Int64) async throws -> Page {
        let size = page.frontier.size
        let held = guarded?.size ?? 0
        if held == size {
            guard guarded?.root ?? .empty == page.frontier.root else {
                throw RecordFault.frozen("the signer signed another head of size \(size) than the database holds")
            }
            return page
        }
        if held < size {
            throw RecordFault.frozen(
                "the signer knows a head of size \(held) only, and \(size) entries were signed: its guard file is not the newest"
            )
        }
        guard held <= total else {
            throw RecordFault.frozen(
                "a head of \(held) entries was signed, and the database holds \(total): it is older than the record; bring the missing entries back"
            )
        }
        var leaves: [RecordHash] = []
        while Int64(leaves.count) < held - size {
            let from = size + Int64(leaves.count)
            let limit = Int(min(held - from, Int64(Self.most)))
            let part = try await database.read { [entries] db in try entries(from, limit, db) }
            guard !part.isEmpty else { throw RecordFault.damaged("the event log has a gap at \(from)") }
            leaves += part.map { .leaf($0) }
        }
        let growth = page.grown(by: leaves)
        guard growth.frontier.root == guarded?.root else {
            throw RecordFault.frozen("the entries from \(size) to \(held) are not the ones that were signed")
        }
        return try await store(growth, isSigned: true)
    }
}
