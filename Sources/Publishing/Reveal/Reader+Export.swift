public import PortalNetwork
public import PublicRecord
import Store
public import Vietnamese

/// What is said at the address of something that is no more, for those who carry it on.
public struct GoneItem: Sendable, Hashable {
    public let id: ItemID
    /// Nil once erased: then nothing is said but that it was there.
    public let code: WithdrawalCode?
    public let at: Instant?
    public let note: String?
    public let successor: ItemID?

    public init(id: ItemID, code: WithdrawalCode?, at: Instant?, note: String?, successor: ItemID?) {
        self.id = id
        self.code = code
        self.at = at
        self.note = note
        self.successor = successor
    }
}

/// A file with the salt its public name is made of, so that it keeps that name elsewhere.
public struct RevealedFile: Sendable, Hashable {
    public let asset: Asset
    public let salt: Salt
}

/// What an export takes: the same as everyone may see, as a whole.
extension Reader {
    /// The ids of all live items of a kind on a site, in their order; those whose newest edition was published at or after `since`.
    public func items(of kind: KindName, on site: SiteID, since: Instant? = nil) async throws -> [ItemID] {
        let viewer = viewer
        return try await database.read { db in
            let newer: SQL = since.map { " AND edition.at >= \($0)" } ?? ""
            return try db.column(
                """
                SELECT item.id FROM item JOIN edition ON edition.item = item.id AND edition.number = item.edition
                WHERE item.site = \(site) AND item.kind = \(kind.rawValue) AND \(Reveal.listed(for: viewer))\(newer) ORDER BY item.id
                """
            )
        }
    }

    /// Everything that was taken back on a site, here or before it came here, in the order of ids.
    public func gone(on site: SiteID) async throws -> [GoneItem] {
        let viewer = viewer
        let (items, stones) = try await database.read { db in
            (
                try db.rows(
                    """
                    SELECT \(Item.columns), item.withdrawn_note FROM item
                    WHERE item.site = \(site) AND item.presence IN (\(Presence.withdrawn), \(Presence.erased)) ORDER BY item.id
                    """
                ).map { (try Item($0, approvals: []), try $0[21] as [UInt8]?) }, try CarriedTombstone.all(on: site, db)
            )
        }
        let keys = try await keyring.keys(for: items.map(\.0.id) + stones.map(\.id))
        func text(_ sealed: [UInt8]?, _ id: ItemID) throws -> String? {
            try sealed.flatMap { bytes in try keys.cipher(id)?.open(bytes, .withdrawal) }.map { String(decoding: $0, as: UTF8.self) }
        }
        var found: [GoneItem] = []
        for (item, note) in items {
            switch Reveal.visibility(of: item, to: viewer) {
            case .gone(let withdrawal):
                found.append(
                    GoneItem(id: item.id, code: withdrawal.code, at: withdrawal.at, note: try text(note, item.id), successor: withdrawal.successor)
                )
            case .erased: found.append(GoneItem(id: item.id, code: nil, at: nil, note: nil, successor: nil))
            case .shown, .hidden: break
            }
        }
        for stone in stones { found.append(try stone.revealed { try text($0, stone.id) }) }
        return found.sorted { $0.id < $1.id }
    }

    /// What stands at the address of an item that was withdrawn or erased before it came here; nil where there was none.
    func tombstone(_ id: ItemID, on site: SiteID) async throws -> ItemAnswer? {
        guard let stone = try await database.read({ try CarriedTombstone.load(id, on: site, $0) }) else { return nil }
        let keys = try await keyring.keys(for: [id])
        let gone = try stone.revealed { sealed in
            try sealed.flatMap { try keys.cipher(id)?.open($0, .withdrawal) }.map { String(decoding: $0, as: UTF8.self) }
        }
        let successor = try await cards(gone.successor.map { [$0] } ?? [])
        return .gone(ItemAnswer.Gone(id: id, code: gone.code, at: gone.at, note: gone.note, successor: successor.first))
    }

    /// The old addresses of a site that still lead somewhere, in their order.
    public func oldAddresses(on site: SiteID) async throws -> [(path: String, target: OldAddressTarget)] {
        try await database.read { db in
            try db.rows("SELECT path, item, target FROM old_address WHERE site = \(site) ORDER BY path").compactMap { row in
                if let item: ItemID = try row[1] { return (try row[0], .item(item)) }
                let target: String? = try row[2]
                return try target.map { (try row[0], .path($0)) }
            }
        }
    }

    /// What an editor put first on a site's front page, in its order, whether its time is over or not.
    public func featured(on site: SiteID) async throws -> [ItemID] {
        let viewer = viewer
        return try await database.read { db in
            try db.column(
                """
                SELECT featured.item FROM featured JOIN item ON item.id = featured.item
                WHERE featured.site = \(site) AND \(Reveal.listed(for: viewer)) ORDER BY featured.slot
                """
            )
        }
    }

    /// These files by their public names, in the order of those; for whoever has read the names in live editions and looks.
    public func files(_ names: Set<String>) async throws -> [RevealedFile] {
        try await database.read { db in
            try names.sorted().parts(of: 400).flatMap { part in
                try db.rows(
                    "SELECT \(Asset.columns), asset.salt FROM asset WHERE asset.id IN (\(list: part)) AND asset.erased_at IS NULL ORDER BY asset.id"
                ).compactMap { row in
                    let salt: [UInt8] = try row[8]
                    return try Salt(salt).map { RevealedFile(asset: try Asset(row), salt: $0) }
                }
            }
        }
    }
}
