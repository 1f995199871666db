public import PortalNetwork
import Store
import Vietnamese

extension Reader {
    /// The cards of these items in the order asked for; what the viewer may not see is left out. One statement for each 400 and the keys.
    /// Whoever found items elsewhere (the search index) shows them only through this.
    public func cards(_ ids: [ItemID]) async throws -> [RevealedCard] {
        var found: [ItemID: RevealedCard] = [:]
        for part in Array(Set(ids)).sorted().parts(of: 400) {
            let viewer = viewer
            let rows = try await database.read { db in
                try db.rows("SELECT \(CardRow.columns) FROM item WHERE item.id IN (\(list: part)) AND \(Reveal.listed(for: viewer))")
                    .map { try CardRow($0, relation: .other) }
            }
            for card in try await open(rows) { found[card.item] = card }
        }
        return ids.compactMap { found[$0] }
    }

    /// The text of an item's searchable fields, as its kind declares them.
    public func searchText(of item: RevealedItem) -> [(weight: SearchWeight, text: String)] {
        (kinds[item.card.kind]?.searchText(item.details) ?? []).map { (weight: $0.0, text: $0.1) }
    }
}
