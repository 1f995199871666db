public import Store

extension Channel {
    /// Called when sites, their hosts, menus, looks or banners changed.
    public static let network = Channel("network")
}

/// One number for the whole tree of portals. Every change counts it up in its own transaction, so a reader knows by one cheap query
/// whether what it holds still stands, and two changes at once queue on this row: the second sees the first.
package enum NetworkVersion {
    package static func current(in db: any Connection) throws -> Int64 {
        guard let version: Int64 = try db.value("SELECT version FROM network_version WHERE id = 1") else {
            throw StoreFault.damaged("the table network_version is empty")
        }
        return version
    }

    /// The first statement of every change. (PostgreSQL: whoever comes second waits here, fails with 40001 and is run again on what
    /// the first left behind; so rules about the whole tree, such as "no circle", hold without locks of their own.)
    package static func raise(in db: any Connection) throws {
        guard try db.execute("UPDATE network_version SET version = version + 1 WHERE id = 1") == 1 else {
            throw StoreFault.damaged("the table network_version is empty")
        }
        try db.announce(.network)
    }
}
