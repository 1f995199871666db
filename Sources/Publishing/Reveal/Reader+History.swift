public import PortalNetwork
import Store
public import Vietnamese

/// What became of an item from its first edition on, as far as the public may know.
public struct ItemHistory: Sendable {
    public enum State: Sendable {
        case shown(RevealedCard)
        /// Taken back: why, when, and the sentence the withdrawal says.
        case withdrawn(Item.Withdrawal, note: String?)
        case erased
        /// It was taken back where it comes from, before its portal moved here: there are no entries about it. No reason: erased.
        case carried(GoneItem)
        /// It belongs to another portal of this installation.
        case elsewhere(RevealedCard)
    }

    /// One entry of the record about the item.
    public struct Step: Sendable {
        public let index: Int64
        public let at: Instant
        public let operation: Operation
        public let edition: Int
        /// The entry's bytes as they stand in the record.
        public let entry: [UInt8]
        /// Of an edition, while it is public: what was said of the change, and its text.
        public let note: String?
        public let details: (any ContentKind)?
    }

    public let state: State
    /// Oldest first. Of an erased item only its erasure.
    public let steps: [Step]
    /// Whether there are older steps than these.
    public let isCut: Bool
}

extension Reader {
    /// The newest entries about an item, at most `limit`; nil for what the public knows nothing of. Three statements.
    public func history(of id: ItemID, on site: SiteID, limit: Int = 60) async throws -> ItemHistory? {
        let viewer = viewer
        Dependencies.note(.item(id))
        let found = try await database.read { db -> (item: Item, card: CardRow?, note: [UInt8]?, rows: [Row])? in
            guard let row = try db.row("SELECT \(Item.columns), item.withdrawn_note FROM item WHERE item.id = \(id)") else { return nil }
            let card = try db.row("SELECT \(CardRow.columns) FROM item WHERE item.id = \(id) AND \(Reveal.listed(for: viewer))")
            let rows = try db.rows(
                """
                SELECT event.seq, event.at, event.operation, event.edition, event.entry, edition.sealed
                FROM event LEFT JOIN edition ON edition.item = event.item AND edition.seq = event.seq
                WHERE event.item = \(id) ORDER BY event.seq DESC LIMIT \(limit + 1)
                """
            )
            return (try Item(row, approvals: []), try card.map { try CardRow($0, relation: .other) }, try row[21], rows)
        }
        guard let (item, cardRow, note, rows) = found else { return try await carried(id, on: site) }
        let visibility = Reveal.visibility(of: item, to: viewer)
        let keys = try await keyring.keys(for: [id])
        let card = try cardRow.flatMap { try cards([$0], keys).first }
        if item.site != site { return card.map { ItemHistory(state: .elsewhere($0), steps: [], isCut: false) } }
        let state: ItemHistory.State
        switch visibility {
        case .hidden: return nil
        case .erased: state = .erased
        case .gone(let withdrawal):
            let sentence = try note.flatMap { bytes in try keys.cipher(id)?.open(bytes, .withdrawal) }.map { String(decoding: $0, as: UTF8.self) }
            state = .withdrawn(withdrawal, note: sentence)
        case .shown:
            // No key: erased this very moment.
            guard let card else { return nil }
            state = .shown(card)
        }
        let isShown = visibility == .shown
        var steps = try rows.prefix(limit).reversed().map { row -> ItemHistory.Step in
            let sealed: [UInt8]? = try row[5]
            let edition: Int = try row[3]
            let contents =
                try isShown
                ? sealed.flatMap { bytes in try keys.cipher(id).map { try SealedEdition.open(bytes, edition: edition, $0).contents } } : nil
            return ItemHistory.Step(
                index: try row[0],
                at: try row[1],
                operation: try row[2],
                edition: edition,
                entry: Array((try row[4] as String).utf8),
                note: contents?.note,
                details: try contents?.typed(kinds)
            )
        }
        if visibility == .erased { steps = steps.filter { $0.operation == .erase } }
        return ItemHistory(state: state, steps: steps, isCut: visibility != .erased && rows.count > limit)
    }

    private func carried(_ id: ItemID, on site: SiteID) async throws -> ItemHistory? {
        guard let tombstone = try await database.read({ try CarriedTombstone.load(id, on: site, $0) }) else { return nil }
        let keys = try await keyring.keys(for: [id])
        let gone = try tombstone.revealed { note in
            try note.flatMap { bytes in try keys.cipher(id)?.open(bytes, .withdrawal) }.map { String(decoding: $0, as: UTF8.self) }
        }
        return ItemHistory(state: .carried(gone), steps: [], isCut: false)
    }

    /// Which edition of a live item an entry brought, however long ago; nil when the entry is not about an edition of it.
    public func edition(of id: ItemID, at index: Int64) async throws -> Int? {
        let viewer = viewer
        Dependencies.note(.item(id))
        return try await database.read { db in
            try db.value(
                """
                SELECT edition.number FROM edition JOIN item ON item.id = edition.item
                WHERE edition.item = \(id) AND edition.seq = \(index) AND \(Reveal.listed(for: viewer))
                """
            )
        }
    }

    /// Where the record says that an edition of a live item was published.
    public func index(of id: ItemID, edition: Int) async throws -> Int64? {
        let viewer = viewer
        Dependencies.note(.item(id))
        return try await database.read { db in
            try db.value(
                """
                SELECT edition.seq FROM edition JOIN item ON item.id = edition.item
                WHERE edition.item = \(id) AND edition.number = \(edition) AND \(Reveal.listed(for: viewer))
                """
            )
        }
    }
}
