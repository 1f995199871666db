public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// A place in a list, newest first: what comes next is older than this.
public struct ListCursor: Sendable, Hashable {
    public let publishedAt: Instant
    public let item: ItemID

    public init(publishedAt: Instant, item: ItemID) {
        self.publishedAt = publishedAt
        self.item = item
    }
}

/// Whole editions and walks through long lists: for feeds, the API, archives, the search index, exports.
extension Reader {
    /// The live editions of these items in the order asked for; what the viewer may not see is left out. One statement for each 400 and the keys.
    public func editions(_ ids: [ItemID]) async throws -> [RevealedItem] {
        var found: [ItemID: RevealedItem] = [:]
        for part in Array(Set(ids)).sorted().parts(of: 400) {
            let viewer = viewer
            let rows = try await database.read { db in
                try db.rows(
                    """
                    SELECT \(CardRow.columns), item.updated_at, edition.operation, edition.sealed, edition.text_commitment,
                        edition.seq
                    FROM item JOIN edition ON edition.item = item.id AND edition.number = item.edition
                    WHERE item.id IN (\(list: part)) AND \(Reveal.listed(for: viewer))
                    """
                )
            }
            let keys = try await keyring.keys(for: part)
            for row in rows {
                let card = try CardRow(row, relation: .other)
                guard let cipher = keys.cipher(card.item), let opened = try cards([card], keys).first else { continue }
                let (salt, contents) = try SealedEdition.open(row[10], edition: card.edition, cipher)
                found[card.item] = RevealedItem(
                    card: opened,
                    details: try contents.typed(kinds),
                    publishedAt: card.publishedAt,
                    updatedAt: try row[8],
                    edition: card.edition,
                    operation: try row[9],
                    note: contents.note,
                    salt: Hex.encode(salt),
                    textCommitment: try row[11],
                    views: 0,
                    index: try row[12]
                )
            }
        }
        return ids.compactMap { found[$0] }
    }

    /// The cards of a list after a place in it (nil: from its newest), newest first: at most `limit`. Costs the same however deep.
    public func cards(_ key: ListKey, on site: SiteID, after cursor: ListCursor?, limit: Int) async throws -> [RevealedCard] {
        let viewer = viewer
        Dependencies.note(.list(key, on: site))
        let rows = try await database.read { db in
            let from: SQL = cursor.map { " AND (listing.published_at, listing.item) < (\($0.publishedAt), \($0.item))" } ?? ""
            return try db.rows(
                """
                SELECT \(CardRow.columns) FROM listing JOIN item ON item.id = listing.item
                WHERE listing.site = \(site) AND listing.list = \(key)\(from) AND \(Reveal.listed(for: viewer))
                ORDER BY listing.published_at DESC, listing.item DESC LIMIT \(limit)
                """
            ).map { try CardRow($0, relation: .other) }
        }
        return try await open(rows)
    }
}

extension RevealedCard {
    /// The card's place in the lists it stands in.
    public var cursor: ListCursor { ListCursor(publishedAt: publishedAt, item: item) }
}
