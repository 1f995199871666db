import FileStore
import PortalNetwork
import PublicRecord
import Store
import Vietnamese

/// What an act brings along beside items: files under their own names, the memory of what is gone, old addresses, the front page.
extension Publisher {
    /// Takes a file over with its salt, so that it keeps its public name. Where the site holds the same bytes already, that name stays.
    /// - Returns: the file as it is known here; nil where bytes, salt and name do not belong together.
    func adopt(_ file: RevealedFile, at path: String, on site: SiteID, in files: any FileStore, under acts: ActBook) async throws -> Asset? {
        let asset = file.asset
        // Known under its name already, and whole.
        if let known = try await database.read({ try Asset.load(asset.id, $0) }), let hash = ContentHash(known.sha256), try await files.exists(hash) {
            return known
        }
        guard let (bytes, commitment) = try? FileSum.commitment(of: path, salt: file.salt), commitment.hex == asset.id, bytes == asset.bytes else {
            return nil
        }
        _ = try await acts.act(for: site)
        let stored = try await files.put(contentsOf: path)
        guard stored.hash.description == asset.sha256 else { return nil }
        let (now, entry): (Instant, FileID) = (clock.now(), ids.next())
        return try await database.write { db in
            let isNew = try db.execute(
                """
                INSERT INTO asset (id, site, sha256, salt, media_type, name, bytes, width, height, created_at)
                VALUES (\(asset.id), \(site), \(asset.sha256), \(file.salt.bytes), \(asset.mediaType), \(asset.name), \(asset.bytes),
                    \(asset.width), \(asset.height), \(now))
                ON CONFLICT DO NOTHING
                """
            )
            // Known by its name already, or the same bytes under another name.
            if let known = try Asset.load(asset.id, db) {
                if isNew > 0 { try known.enter(as: entry, at: now, db) }
                return known
            }
            return try db.row("SELECT \(Asset.columns) FROM asset WHERE site = \(site) AND sha256 = \(asset.sha256)").map { try Asset($0) }
        }
    }

    /// Remembers what was withdrawn or erased before it came here. What is known on this installation stays as it is.
    /// - Returns: how many are new.
    func adopt(_ gone: [GoneItem], on site: SiteID, under acts: ActBook) async throws -> Int {
        let ids = gone.map(\.id)
        let known = try await database.read { db in
            try Set(
                ids.parts(of: 500).flatMap { part in
                    try db.column(
                        "SELECT id FROM item WHERE id IN (\(list: part)) UNION SELECT item FROM tombstone WHERE item IN (\(list: part))",
                        as: ItemID.self
                    )
                }
            )
        }
        let fresh = gone.filter { !known.contains($0.id) }
        guard !fresh.isEmpty else { return 0 }
        _ = try await acts.act(for: site)
        let noted = fresh.filter { $0.note != nil }.map(\.id)
        try await keyring.create(for: noted)
        let keys = try await keyring.keys(for: noted)
        let stones = try fresh.map { one in
            let sealed = try one.note.flatMap { note in try keys.cipher(one.id)?.seal(Array(nfc(note).utf8), .withdrawal) }
            return CarriedTombstone(id: one.id, code: one.code, at: one.at, note: sealed, successor: one.successor)
        }
        let now = clock.now()
        try await commit { db in
            for stone in stones { try db.execute(stone.insertion(on: site)) }
            try self.chrome("gone", [site], now, db)
        }
        return fresh.count
    }

    /// The old addresses and the front page of a site, as they were where it comes from. What stands so already is left alone.
    func adopt(oldAddresses: [(path: String, target: OldAddressTarget)], featured: [ItemID], on site: SiteID, under acts: ActBook) async throws {
        for (path, target) in oldAddresses { try Self.check(path, target) }
        let reader = Reader(database: database, keyring: keyring, kinds: kinds)
        let known = Dictionary(try await reader.oldAddresses(on: site).map { ($0.path, $0.target) }) { first, _ in first }
        let new = oldAddresses.filter { known[$0.path] != $0.target }
        let front = try await reader.featured(on: site)
        let isFront = featured.isEmpty || front == featured
        guard !new.isEmpty || !isFront else { return }
        _ = try await acts.act(for: site)
        let now = clock.now()
        try await commit { db in
            for (path, target) in new { try db.execute(Self.insertion(of: path, target, on: site, now)) }
            if !isFront {
                try db.execute("DELETE FROM featured WHERE site = \(site)")
                for (slot, item) in featured.enumerated() {
                    try db.execute("INSERT INTO featured (site, slot, item) VALUES (\(site), \(slot), \(item))")
                }
            }
            if !new.isEmpty { try self.redirected(site, set: new, part: "import", now, db) }
            if !isFront { try self.chrome("featured", [site], now, db) }
        }
    }
}
