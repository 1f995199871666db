public import FileStore
import Store

extension Workroom {
    /// A file that some revision of an item shows, for somebody who may see the item; nil for any other.
    public func file(_ asset: String, of id: ItemID, in files: any FileStore, for by: Publisher.By) async throws -> (Asset, [UInt8])? {
        let held = try await database.read { db in
            try Self.prove(id, by, db)
            return try db.value("SELECT 1 FROM asset_holder WHERE asset = \(asset) AND item = \(id)", as: Int.self) != nil
        }
        return held ? try await file(asset, in: files) : nil
    }

    /// A file by its commitment, for whoever has proved that they may have it.
    public func file(_ asset: String, in files: any FileStore) async throws -> (Asset, [UInt8])? {
        guard let found = try await database.read({ try Asset.load(asset, $0) }), let hash = ContentHash(found.sha256) else { return nil }
        let opened = try await files.open(hash)
        return (found, try await opened.read(at: 0, count: found.bytes))
    }
}
