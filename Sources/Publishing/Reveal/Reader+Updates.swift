public import PortalNetwork
import PublicRecord
import Store
public import Vietnamese

/// What became of an item, as far as the public may know, with its place in the order of everything that happened.
public struct ItemUpdate: Sendable {
    public enum State: Sendable {
        case shown(RevealedCard)
        /// Taken back: why, and the sentence the withdrawal says.
        case withdrawn(WithdrawalCode, note: String?)
        case erased
    }

    public let item: ItemID
    public let site: SiteID
    public let at: Instant
    public let state: State
}

/// A published version of an item, without its text.
public struct RevealedEdition: Sendable, Hashable {
    public let number: Int
    public let operation: Operation
    public let at: Instant
    public let note: String?
    public let contentCommitment: String
    public let textCommitment: String
}

extension Reader {
    /// How many events a step of the walk through changes looks at.
    static let updateLook: Int64 = 5000

    /// What changed on these portals after an event (nil: from the first at or after `since`), oldest first; each item once, with its present
    /// state. `next` is the event to go on after; nil when everything was seen. A step may give nothing and still go on.
    public func updates(
        on sites: Set<SiteID>,
        kind: KindName? = nil,
        language: Language? = nil,
        since: Instant,
        after cursor: Int64?,
        limit: Int
    ) async throws -> (updates: [ItemUpdate], next: Int64?) {
        for site in sites { Dependencies.note(.anything(on: site)) }
        let viewer = viewer
        let (found, next) = try await database.read { db -> ([Changed], Int64?) in
            let head = try EventLog.head(db)
            let start = try cursor ?? Self.event(before: since, head: head, db)
            let end = min(head, start + Self.updateLook)
            guard start < end else { return ([], nil) }
            var found: [Changed] = []
            for row in try db.rows(
                """
                SELECT \(Item.columns), item.card, item.withdrawn_note, event.seq, event.at FROM event
                JOIN item ON item.id = event.item AND item.last_seq = event.seq
                WHERE event.seq > \(start) AND event.seq <= \(end) AND event.at >= \(since) ORDER BY event.seq
                """
            ) {
                let item = try Item(row, approvals: [])
                guard sites.contains(item.site), kind == nil || item.kind == kind, language == nil || item.language == language else { continue }
                guard Reveal.visibility(of: item, to: viewer) != .hidden else { continue }
                if found.count == limit { return (found, found.last?.sequence) }
                found.append(Changed(item: item, card: try row[21], note: try row[22], sequence: try row[23], at: try row[24]))
            }
            return (found, end < head ? end : nil)
        }
        let keys = try await keyring.keys(for: found.map(\.item.id))
        return (try found.compactMap { try change($0, keys) }, next)
    }

    private struct Changed: Sendable {
        let item: Item
        let card: [UInt8]?
        let note: [UInt8]?
        let sequence: Int64
        let at: Instant
    }

    private func change(_ found: Changed, _ keys: ItemKeys) throws -> ItemUpdate? {
        let item = found.item
        func made(_ state: ItemUpdate.State) -> ItemUpdate { ItemUpdate(item: item.id, site: item.site, at: found.at, state: state) }
        switch Reveal.visibility(of: item, to: viewer) {
        case .hidden: return nil
        case .erased: return made(.erased)
        case .gone(let withdrawal):
            let note = try found.note.flatMap { bytes in try keys.cipher(item.id)?.open(bytes, .withdrawal) }
            return made(.withdrawn(withdrawal.code, note: note.map { String(decoding: $0, as: UTF8.self) }))
        case .shown:
            guard let sealed = found.card, let publishedAt = item.publishedAt else { return nil }
            let row = CardRow(
                item: item.id,
                edition: item.edition,
                kind: item.kind,
                site: item.site,
                language: item.language,
                section: item.section,
                publishedAt: publishedAt,
                sealed: sealed,
                relation: .other
            )
            return try cards([row], keys).first.map { made(.shown($0)) }
        }
    }

    /// The last event before a moment, by halving: events are numbered without gaps in the order of time.
    private static func event(before moment: Instant, head: Int64, _ db: any Connection) throws -> Int64 {
        var low: Int64 = -1
        var high = head
        while low < high {
            let middle = low + (high - low + 1) / 2
            guard let at = try db.value("SELECT at FROM event WHERE seq = \(middle)", as: Instant.self), at < moment else {
                high = middle - 1
                continue
            }
            low = middle
        }
        return low
    }

    /// The published versions of an item the viewer may see, newest first, before a number. Empty for an item that is not shown on the site.
    public func revisions(of id: ItemID, on site: SiteID, before number: Int?, limit: Int) async throws -> [RevealedEdition] {
        Dependencies.note(.item(id))
        let viewer = viewer
        let rows = try await database.read { db in
            try db.rows(
                """
                SELECT edition.number, edition.operation, edition.at, edition.content_commitment, edition.text_commitment, edition.sealed
                FROM edition JOIN item ON item.id = edition.item
                WHERE item.id = \(id) AND item.site = \(site) AND \(Reveal.listed(for: viewer)) AND edition.number < \(number ?? Int(Int32.max))
                ORDER BY edition.number DESC LIMIT \(limit)
                """
            )
        }
        let cipher = try await keyring.keys(for: [id]).cipher(id)
        return try rows.map { row in
            let number: Int = try row[0]
            let sealed: [UInt8]? = try row[5]
            let contents = try sealed.flatMap { sealed in try cipher.map { try SealedEdition.open(sealed, edition: number, $0).contents } }
            return RevealedEdition(
                number: number,
                operation: try row[1],
                at: try row[2],
                note: contents?.note,
                contentCommitment: try row[3],
                textCommitment: try row[4]
            )
        }
    }

    /// The files that the live editions of these items show or offer, by item.
    public func assets(shownBy ids: [ItemID]) async throws -> [ItemID: [Asset]] {
        let viewer = viewer
        return try await database.read { db in
            var found: [ItemID: [Asset]] = [:]
            for part in Array(Set(ids)).sorted().parts(of: 400) {
                for row in try db.rows(
                    """
                    SELECT \(Asset.columns), asset_use.item FROM asset_use JOIN asset ON asset.id = asset_use.asset
                    JOIN item ON item.id = asset_use.item
                    WHERE asset_use.item IN (\(list: part)) AND asset.erased_at IS NULL AND \(Reveal.listed(for: viewer))
                    ORDER BY asset_use.item, asset.id
                    """
                ) { found[try row[8], default: []].append(try Asset(row)) }
            }
            return found
        }
    }
}
