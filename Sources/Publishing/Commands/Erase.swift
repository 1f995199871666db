public import PortalNetwork
public import Store
import Vietnamese

extension Publisher {
    /// Destroys what an item says: content, salts, cards, reasons and the key that old backups would need. Entries and numbers stay,
    /// and the digest an import knows it by, so that no later import brings it back.
    ///
    /// The key goes last, after the transaction: a failure in between leaves an erased item with a key nobody uses, and erasing again finishes it.
    public func erase(_ id: ItemID, because code: WithdrawalCode, expecting version: Int? = nil, by: By) async throws {
        let now = clock.now()
        try await database.write { db in
            try EventLog.begin(db)
            var item = try self.load(id, expecting: version, db)
            try self.allow(.erase, item, by)
            guard item.workflow.presence != .erased else { return }
            let effects = try item.workflow.receive(.erase)
            try db.execute("UPDATE revision SET sealed = NULL, reason = NULL WHERE item = \(id)")
            try db.execute("UPDATE edition SET sealed = NULL WHERE item = \(id)")
            try db.execute("UPDATE item SET card = NULL, withdrawn_note = NULL, source_check = NULL WHERE id = \(id)")
            try db.execute("DELETE FROM approval WHERE item = \(id)")
            try db.execute("DELETE FROM link WHERE source = \(id)")
            try db.execute("DELETE FROM featured WHERE item = \(id)")
            try db.execute("DELETE FROM old_address WHERE item = \(id)")
            try JobQueue.cancel(name: PublishDue.name, payload: "\(id)", at: now, db)
            var sequence = item.lastSequence
            if effects.contains(.entry(.erase)) {
                let entry = Entry(
                    op: .erase,
                    at: now.rawValue / 1000,
                    site: try Self.code(of: item.site, db),
                    id: id,
                    ed: item.edition,
                    prev: item.lastSequence,
                    why: code.rawValue
                )
                sequence = try EventLog.append(
                    [EventLog.Draft(entry: entry, site: item.site, item: id, edition: item.edition)],
                    at: now,
                    act: nil,
                    db
                )
            }
            item.lastSequence = sequence
            try self.update(item, db)
            if effects.contains(.entry(.erase)) { try self.finish([Change(item: item, details: nil)], first: sequence, count: 1, db) }
        }
        try await keyring.destroy(id)
    }
}
