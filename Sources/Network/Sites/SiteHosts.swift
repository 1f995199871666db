import Store

/// A site's host names in the database. A host belongs to one site: the primary key decides, also between two transactions at once.
enum SiteHosts {
    static func replace(_ hosts: [String], of site: SiteID, named name: String, in db: any Connection) throws {
        try db.execute("DELETE FROM site_host WHERE site = \(site)")
        for (position, host) in hosts.enumerated() {
            let added = try db.execute(
                "INSERT INTO site_host (host, site, position) VALUES (\(host), \(site), \(position)) ON CONFLICT (host) DO NOTHING"
            )
            guard added == 1 else { throw try taken(host, name: name, in: db) }
        }
    }

    private static func taken(_ host: String, name: String, in db: any Connection) throws -> SiteRefusal {
        let owner: String? = try db.value("SELECT s.code FROM site_host h JOIN site s ON s.id = h.site WHERE h.host = \(host)")
        let others = try HostName.alternatives(to: host, name: name) { candidate in
            try db.row("SELECT 1 FROM site_host WHERE host = \(candidate)") == nil
        }
        return .hostTaken(host: host, by: owner ?? "", suggestions: others)
    }
}
