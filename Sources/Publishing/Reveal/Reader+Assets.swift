public import PortalNetwork
import Store

extension Reader {
    /// The files that cards show and their items offer, by their public name: type, size and path. (The cards have passed the gate, and with them what they
    /// show.)
    public func files(shownBy cards: [RevealedCard], offering files: [String] = []) async throws -> [String: Asset] {
        let wanted = Array(Set(cards.compactMap { $0.content.picture?.asset } + files)).sorted()
        guard !wanted.isEmpty else { return [:] }
        let found = try await database.read { db in
            try wanted.parts(of: 400).flatMap { part in
                try db.rows("SELECT \(Asset.columns) FROM asset WHERE asset.id IN (\(list: part)) AND asset.erased_at IS NULL").map { try Asset($0) }
            }
        }
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }
}

extension Reader {
    /// Characters of all files of one item that are searched.
    public static let mostFileText = 400_000

    /// The words of the documents that live editions offer, by item: public because their items are, and only as long.
    public func fileTexts(of items: [RevealedItem]) async throws -> [ItemID: String] {
        let offered = items.map { (item: $0.id, assets: $0.details.assets) }.filter { !$0.assets.isEmpty }
        guard !offered.isEmpty else { return [:] }
        let wanted = Array(Set(offered.flatMap(\.assets))).sorted()
        let texts = try await database.read { db in
            try wanted.parts(of: 400).flatMap { part in
                try db.rows(
                    """
                    SELECT v.asset, max(v.text) FROM library_version v JOIN asset ON asset.id = v.asset
                    WHERE v.asset IN (\(list: part)) AND v.text IS NOT NULL AND asset.erased_at IS NULL GROUP BY v.asset
                    """
                ).map { row in (asset: try row[0] as String, text: try row[1] as String) }
            }
        }
        guard !texts.isEmpty else { return [:] }
        let byAsset = Dictionary(texts.map { ($0.asset, $0.text) }) { first, _ in first }
        var found: [ItemID: String] = [:]
        for (item, assets) in offered {
            let text = assets.compactMap { byAsset[$0] }.joined(separator: "\n")
            if !text.isEmpty { found[item] = String(text.prefix(Self.mostFileText)) }
        }
        return found
    }
}
