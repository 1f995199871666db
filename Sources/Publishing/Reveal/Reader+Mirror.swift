public import PortalNetwork
import Store

extension Reader {
    /// What was published on a portal and is no more, in the order of ids: for a copy that must answer 410 there. (What moved to another portal is elsewhere.)
    public func allGone(on site: SiteID) async throws -> [ItemID] {
        let viewer = viewer
        return try await database.read { db in
            try db.column(
                """
                SELECT item.id FROM item
                WHERE item.site = \(site) AND \(Reveal.known(to: viewer)) AND item.presence <> \(Presence.live) ORDER BY item.id
                """
            )
        }
    }

    /// The places in the public record of everything that is shown on a portal.
    public func allIndexes(on site: SiteID) async throws -> [ItemID: Int64] {
        let viewer = viewer
        return try await database.read { db in
            let rows = try db.rows(
                """
                SELECT item.id, edition.seq FROM item JOIN edition ON edition.item = item.id AND edition.number = item.edition
                WHERE item.site = \(site) AND \(Reveal.listed(for: viewer))
                """
            )
            return Dictionary(try rows.map { (try $0[0], try $0[1]) }) { first, _ in first }
        }
    }
}
