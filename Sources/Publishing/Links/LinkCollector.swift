import PortalNetwork
import RichText
public import Store
public import Vietnamese

/// Follows the record and notes which addresses live items link to.
public struct LinkCollector: Sendable {
    private let database: any Database
    private let reader: Reader
    private let ids: IdentifierMaker
    private let clock: Clock
    private let isOwnHost: @Sendable (String) -> Bool

    public init(
        database: any Database,
        reader: Reader,
        ids: IdentifierMaker,
        clock: Clock,
        isOwnHost: @escaping @Sendable (String) -> Bool
    ) {
        self.database = database
        self.reader = reader
        self.ids = ids
        self.clock = clock
        self.isOwnHost = isOwnHost
    }

    private struct Use: Sendable {
        let item: ItemID
        let site: SiteID
        let addresses: [(address: String, host: String)]
    }

    /// One step along the record.
    /// - Returns: whether there is more.
    public func step(_ batch: Int = 200) async throws -> Bool {
        let (cursor, events) = try await database.read { db in
            let cursor = try db.value("SELECT seq FROM outgoing_cursor WHERE id = 1", as: Int64.self) ?? -1
            return (cursor, try EventLog.events(after: cursor, limit: batch, db))
        }
        guard let last = events.last else { return false }
        let items = Array(Set(events.compactMap(\.item))).sorted()
        let uses = try await reader.editions(items).map(use)
        let (ids, now) = (ids, clock.now())
        try await database.write { db in
            // Another node may have come first.
            guard try db.execute("UPDATE outgoing_cursor SET seq = \(last.sequence) WHERE id = 1 AND seq = \(cursor)") == 1 else { return }
            var touched: Set<OutgoingLinkID> = []
            for part in items.parts(of: 400) {
                touched.formUnion(try db.column("DELETE FROM outgoing_use WHERE item IN (\(list: part)) RETURNING link", as: OutgoingLinkID.self))
            }
            for use in uses {
                for address in use.addresses {
                    try db.execute(
                        """
                        INSERT INTO outgoing_link (id, address, host, state, failures, due_at, created_at)
                        VALUES (\(ids.next() as OutgoingLinkID), \(address.address), \(address.host), \(OutgoingLink.State.new), 0, \(now), \(now))
                        ON CONFLICT (address) DO NOTHING
                        """
                    )
                    let used = try db.column(
                        """
                        INSERT INTO outgoing_use (item, link, site)
                        SELECT CAST(\(use.item) AS BIGINT), id, CAST(\(use.site) AS BIGINT) FROM outgoing_link WHERE address = \(address.address)
                        ON CONFLICT (item, link) DO NOTHING RETURNING link
                        """,
                        as: OutgoingLinkID.self
                    )
                    touched.formUnion(used)
                }
            }
            try OutgoingLinks.settle(touched.sorted(), db)
            // An address that nothing live links to any more is forgotten.
            for part in touched.sorted().parts(of: 400) {
                try db.execute(
                    "DELETE FROM outgoing_link WHERE id IN (\(list: part)) AND NOT EXISTS (SELECT 1 FROM outgoing_use u WHERE u.link = outgoing_link.id)"
                )
            }
        }
        return true
    }

    private func use(_ item: RevealedItem) -> Use {
        let addresses = RichText(item.details.publicBlocks).outgoingLinks.prefix(500).filter { !isOwnHost($0.host) && $0.address.utf8.count <= 2000 }
        return Use(item: item.id, site: item.card.site, addresses: Array(addresses))
    }
}
