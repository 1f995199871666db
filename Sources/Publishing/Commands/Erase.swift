public import FileStore
public import PortalNetwork
public import Store
import Vietnamese

extension Publisher {
    /// Destroys what an item says: content, salts, cards, reasons and the key that old backups would need. Entries and numbers stay,
    /// and the digest an import knows it by, so that no later import brings it back.
    ///
    /// The key goes last, after the transaction: a failure in between leaves an erased item with a key nobody uses, and erasing again finishes it.
    ///
    /// Files that nothing else holds (no item, live, withdrawn or draft; no look) are destroyed too, where `files` holds them.
    public func erase(_ id: ItemID, from files: (any FileStore)? = nil, because code: WithdrawalCode, expecting version: Int? = nil, by: By)
        async throws
    {
        try await destroy(id, from: files, because: code, expecting: version, by: by)
    }

    /// `by`: nil where it was planned beforehand.
    func destroy(_ id: ItemID, from files: (any FileStore)?, because code: WithdrawalCode, expecting version: Int?, by: By?) async throws {
        let now = clock.now()
        let cipher = try await keyring.keys(for: [id]).cipher(id)
        let orphans = try await commit { db -> [String] in
            var item = try self.load(id, expecting: version, db)
            if let by { try self.allow(.erase, item, by) }
            guard item.workflow.presence != .erased else { return [] }
            let effects = try item.workflow.receive(.erase)
            let assets = try cipher.map { try self.assets(of: id, $0, db) } ?? []
            try Self.empty(id, db)
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
            try RecordObjects.forget(id, entry: sequence, db)
            try self.update(item, db)
            if let by { try self.note(.itemErased, item, by, detail: code.rawValue, db) }
            if effects.contains(.entry(.erase)) { try Self.finish([Change(item: item, details: nil)], first: sequence, count: 1, db) }
            return try self.orphans(among: assets, of: id, at: now, db)
        }
        try await keyring.destroy(id)
        if let files { for hash in orphans.compactMap({ ContentHash($0) }) { try await files.delete(hash) } }
    }

    /// Clears what an item says, and what was said of it, out of every table.
    private static func empty(_ id: ItemID, _ db: any Connection) throws {
        try db.execute("UPDATE revision SET sealed = NULL, reason = NULL WHERE item = \(id)")
        try db.execute("UPDATE edition SET sealed = NULL WHERE item = \(id)")
        try db.execute("UPDATE item SET card = NULL, withdrawn_note = NULL, source_check = NULL WHERE id = \(id)")
        try db.execute("DELETE FROM approval WHERE item = \(id)")
        for table: SQL in ["working_copy", "remark", "review_link", "assignment", "withdrawal_plan"] {
            try db.execute("DELETE FROM \(table) WHERE item = \(id)")
        }
        try db.execute("UPDATE urgent_edition SET reason = '' WHERE item = \(id)")
        try db.execute("UPDATE item SET draft_card = NULL WHERE id = \(id)")
        // What people were told of it names it.
        try db.execute("DELETE FROM notice WHERE length(link) > 13 AND substr(link, CAST(length(link) - 12 AS INTEGER)) = \("\(id)")")
        try db.execute("DELETE FROM link WHERE source = \(id)")
        try db.execute("DELETE FROM featured WHERE item = \(id)")
        try db.execute("DELETE FROM old_address WHERE item = \(id)")
    }

    /// After a restore: items whose key is there no more were erased after the backup was made. What an erasure clears is cleared, files that only they showed go too,
    /// and lists are made anew; no entry is written, for the record has it already.
    /// - Returns: how many there were.
    public func eraseItemsWithoutKey(
        from files: any FileStore,
        progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
    ) async throws -> Int {
        var count = 0
        while true {
            let items = try await itemsWithoutKey(limit: 5000)
            if items.isEmpty { break }
            for id in items { try await clear(id, from: files) }
            count += items.count
        }
        if count > 0 { try await ProjectionRunner(self).rebuild(progress: progress) }
        return count
    }

    /// Items whose erasure the record has, and a database that was restored does not: their keys are destroyed once more.
    public func eraseAgain(_ items: [ItemID], from files: any FileStore) async throws {
        for id in items {
            try await keyring.destroy(id)
            try await clear(id, from: files)
        }
        if !items.isEmpty { try await ProjectionRunner(self).rebuild() }
    }

    private func clear(_ id: ItemID, from files: any FileStore) async throws {
        let now = clock.now()
        let orphans = try await database.write { db -> [String] in
            guard var item = try Item.load(id, db, locking: true), item.workflow.presence != .erased else { return [] }
            _ = try item.workflow.receive(.erase)
            let assets = try Set(db.column("SELECT asset FROM asset_holder WHERE item = \(id)", as: String.self))
            try Self.empty(id, db)
            try JobQueue.cancel(name: PublishDue.name, payload: "\(id)", at: now, db)
            try RecordObjects.forget(id, entry: item.lastSequence, db)
            try self.update(item, db)
            return try self.orphans(among: assets, of: id, at: now, db)
        }
        for hash in orphans.compactMap({ ContentHash($0) }) { try await files.delete(hash) }
    }

    /// The files any edition or draft of an item ever showed.
    private func assets(of id: ItemID, _ cipher: ItemCipher, _ db: any Connection) throws -> Set<String> {
        var found: Set<String> = []
        for row in try db.rows("SELECT number, sealed FROM edition WHERE item = \(id) AND sealed IS NOT NULL") {
            found.formUnion(try SealedEdition.open(try row[1], edition: try row[0], cipher).contents.typed(kinds).assets)
        }
        for row in try db.rows("SELECT number, sealed FROM revision WHERE item = \(id) AND sealed IS NOT NULL") {
            found.formUnion(try Contents(bytes: cipher.open(try row[1], .revision(try row[0]))).typed(kinds).assets)
        }
        return found
    }

    /// Marks those of these files that nothing else shows as erased; returns the content hashes that no asset needs any more.
    private func orphans(among assets: Set<String>, of id: ItemID, at now: Instant, _ db: any Connection) throws -> [String] {
        var hashes: [String] = []
        try db.execute("DELETE FROM asset_holder WHERE item = \(id)")
        for asset in assets.sorted() {
            try LibraryFile.noteUse(of: asset, db)
            guard try !Asset.isHeld(asset, db) else { continue }
            guard let hash = try db.value("SELECT sha256 FROM asset WHERE id = \(asset)", as: String.self) else { continue }
            try Asset.erase(asset, at: now, db)
            hashes += try LibraryFile.forget(asset, db)
            if try db.value("SELECT 1 FROM asset WHERE sha256 = \(hash)", as: Int.self) == nil { hashes.append(hash) }
        }
        return hashes
    }
}
