public import PortalNetwork
public import Store
import Vietnamese

/// Where an address of former times leads.
public enum OldAddressTarget: Sendable, Hashable {
    case item(ItemID)
    /// A path of the same site.
    case path(String)
}

extension Publisher {
    /// Remembers old addresses of a site (from an import, from a portal that was merged): they answer 301. An address that leads to itself is refused.
    public func addOldAddresses(_ addresses: [(path: String, target: OldAddressTarget)], on site: SiteID, by: By) async throws {
        try authorize(by.actor, .move, on: Subject(site: site), in: by.tree)
        for (path, target) in addresses { try Self.check(path, target) }
        let now = clock.now()
        try await commit { db in
            for (path, target) in addresses { try db.execute(Self.insertion(of: path, target, on: site, now)) }
            try self.redirected(site, set: addresses, now, db)
        }
    }

    static func check(_ path: String, _ target: OldAddressTarget) throws {
        guard path.hasPrefix("/"), path.utf8.count <= 2000 else { throw PublishingRefusal.address(path) }
        if case .path(let other) = target {
            guard WebAddress.isPath(other), other != path else { throw PublishingRefusal.address(other) }
        }
    }

    static func insertion(of path: String, _ target: OldAddressTarget, on site: SiteID, _ now: Instant) -> SQL {
        let (item, other): (ItemID?, String?) =
            switch target {
            case .item(let id): (id, nil)
            case .path(let path): (nil, path)
            }
        return """
            INSERT INTO old_address (site, path, item, target, created_at) VALUES (\(site), \(path), \(item), \(other), \(now))
            ON CONFLICT (site, path) DO UPDATE SET item = excluded.item, target = excluded.target
            """
    }
}

extension Reader {
    /// Where an old address of a site leads, if it is one.
    public func oldAddress(_ path: String, on site: SiteID) async throws -> OldAddressTarget? {
        try await database.read { db in
            guard let row = try db.row("SELECT item, target FROM old_address WHERE site = \(site) AND path = \(path)") else { return nil }
            if let item: ItemID = try row[0] { return .item(item) }
            // A browser reads some paths as other hosts: they lead nowhere, whoever wrote them there.
            let path: String? = try row[1]
            return path.flatMap { WebAddress.isPath($0) ? .path($0) : nil }
        }
    }
}
