public import PortalNetwork
import Store
public import Vietnamese

/// That an item of a list was taken back: nothing of what it said.
public struct Tombstone: Sendable, Hashable {
    public let item: ItemID
    public let at: Instant
    /// Why it was withdrawn; nil when it was erased.
    public let code: WithdrawalCode?
}

extension Reader {
    /// What was withdrawn or erased out of a list since a moment, newest first.
    public func gone(from key: ListKey, on site: SiteID, since: Instant, limit: Int) async throws -> [Tombstone] {
        let viewer = viewer
        return try await database.read { db in
            let rows = try db.rows(
                """
                SELECT item.id, event.at, item.withdrawn_code, item.presence FROM listing_gone
                JOIN item ON item.id = listing_gone.item JOIN event ON event.seq = listing_gone.seq
                WHERE listing_gone.site = \(site) AND listing_gone.list = \(key) AND \(Reveal.known(to: viewer))
                ORDER BY listing_gone.seq DESC LIMIT \(limit)
                """
            )
            return try rows.compactMap { row in
                let presence: Presence = try row[3]
                guard presence == .withdrawn || presence == .erased else { return nil }
                let tombstone = Tombstone(item: try row[0], at: try row[1], code: presence == .erased ? nil : try row[2])
                return tombstone.at >= since ? tombstone : nil
            }
        }
    }
}
