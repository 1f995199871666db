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
    /// What was withdrawn or erased out of a list since a moment, newest first. (What moved to another portal is only elsewhere. Where it was a great
    /// many things at once, as when portals merge, the walk ends among them.)
    public func gone(from key: ListKey, on site: SiteID, since: Instant, limit: Int) async throws -> [Tombstone] {
        Dependencies.note(.list(key, on: site))
        let viewer = viewer
        return try await database.read { db in
            let rows = try db.rows(
                """
                SELECT item.id, event.at, item.withdrawn_code, item.presence
                FROM (SELECT item, seq FROM listing_gone WHERE site = \(site) AND list = \(key) ORDER BY seq DESC LIMIT \(limit * 10)) AS left_list
                JOIN item ON item.id = left_list.item JOIN event ON event.seq = left_list.seq
                WHERE \(Reveal.known(to: viewer)) AND item.presence <> \(Presence.live) ORDER BY left_list.seq DESC LIMIT \(limit)
                """
            )
            return try rows.compactMap { row in
                let presence: Presence = try row[3]
                let tombstone = Tombstone(item: try row[0], at: try row[1], code: presence == .erased ? nil : try row[2])
                return tombstone.at >= since ? tombstone : nil
            }
        }
    }
}
