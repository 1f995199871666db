public import PortalNetwork
import PublicRecord
public import Store

/// Puts right what stands in the tables beside the editions, after somebody changed it past the gate `publish`. Publishes nothing: everything comes from the
/// record's entries and from editions that are what their entries commit to.
extension Publisher {
    /// What came of mending.
    public struct Mended: Sendable, Hashable {
        /// Items whose number of edition or card was another, and which were listed anew.
        public var items: [ItemID] = []
        /// Items whose newest edition itself is not what its entry commits to: only a backup or a peer has it.
        public var damaged: [ItemID] = []
    }

    /// Looks at items that the record has as live, and mends those that need it.
    public func mend(_ ids: [ItemID]) async throws -> Mended {
        var mended = Mended()
        let keys = try await keyring.keys(for: ids)
        for id in ids {
            guard let cipher = keys.cipher(id) else { continue }
            let outcome = try await database.write { db -> Bool? in
                try EventLog.begin(db)
                guard let item = try Item.load(id, db), item.workflow.presence == .live, let entry = try Self.newestEdition(of: id, db) else {
                    return false
                }
                guard let edition = entry.ed.map({ Int($0) }), let commitment = entry.commit,
                    let details = try details(id, edition, commitment, cipher, db)
                else { return nil }
                let stored = try db.value("SELECT card FROM item WHERE id = \(id)", as: [UInt8]?.self) ?? nil
                let card = stored.flatMap { try? CanonicalJSON.decode(CardContent.self, from: cipher.open($0, .card(edition: edition))) }
                guard card != details.card || item.edition != edition else { return false }
                let sealed = try cipher.seal(CanonicalJSON.encode(details.card), .card(edition: edition))
                try db.execute("UPDATE item SET card = \(sealed), edition = \(edition) WHERE id = \(id)")
                guard let item = try Item.load(id, db) else { return false }
                for projection in Publisher.inline { try projection.apply([Change(item: item, details: details)], db) }
                return true
            }
            switch outcome {
            case true: mended.items.append(id)
            case nil: mended.damaged.append(id)
            default: break
            }
        }
        return mended
    }

    private static func newestEdition(of id: ItemID, _ db: any Connection) throws -> RecordEntry? {
        let text = try db.value(
            "SELECT entry FROM event WHERE item = \(id) AND edition > 0 ORDER BY edition DESC, seq ASC LIMIT 1",
            as: String.self
        )
        guard let text, case .entry(let entry)? = try? RecordEntry.read(Array(text.utf8)) else { return nil }
        return entry
    }

    /// The details of an edition that is what its entry commits to; nil otherwise.
    private func details(_ id: ItemID, _ edition: Int, _ commitment: Commitment, _ cipher: ItemCipher, _ db: any Connection) throws -> (
        any ContentKind
    )? {
        guard let sealed = try db.value("SELECT sealed FROM edition WHERE item = \(id) AND number = \(edition)", as: [UInt8]?.self) ?? nil,
            let bytes = try? cipher.open(sealed, .edition(edition)), let salt = Salt(bytes.prefix(Salt.size)),
            Commitment(.content, salt: salt, Array(bytes.dropFirst(Salt.size))) == commitment
        else { return nil }
        return try? Contents(bytes: Array(bytes.dropFirst(Salt.size))).typed(kinds)
    }
}
