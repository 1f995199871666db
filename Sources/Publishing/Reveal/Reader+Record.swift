public import PublicRecord
import Store

/// What stands behind a commitment of the record.
public enum RecordObject: Sendable, Hashable {
    /// 32 bytes of salt, then the content.
    case there([UInt8])
    /// It was withdrawn or erased; the entry that says so.
    case gone(entry: Int64)
    case unknown
}

extension Reader {
    /// The salted content an entry commits to: of every edition of an item that is shown, and of what stands around them now.
    public func object(_ commitment: Commitment) async throws -> RecordObject {
        let found = try await database.read { db -> (item: Item, edition: Int, sealed: [UInt8]?)? in
            guard
                let row = try db.row("SELECT item, number, sealed FROM edition WHERE content_commitment = \(commitment.hex)"),
                let item = try Item.load(try row[0], db)
            else { return nil }
            return (item, try row[1], try row[2])
        }
        guard let (item, number, sealed) = found else { return try await database.read { try RecordObjects.find(commitment, $0) } }
        switch Reveal.visibility(of: item, to: viewer) {
        case .hidden: return .unknown
        case .gone, .erased: return .gone(entry: item.lastSequence)
        case .shown:
            // An edition that is not the newest stays in the public history.
            guard let sealed, let cipher = try await keyring.keys(for: [item.id]).cipher(item.id) else { return .gone(entry: item.lastSequence) }
            return .there(try cipher.open(sealed, .edition(number)))
        }
    }
}
