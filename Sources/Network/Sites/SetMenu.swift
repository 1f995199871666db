public import Store

extension Sites {
    public static let menuDepth = 3
    public static let menuSize = 200
    public static let menuLabelLimit = 80

    /// Gives a portal its own menu; nil takes it away, so that the portal shows its top sections again.
    public static func setMenu(_ items: [MenuItem]?, of id: SiteID, in db: any Connection) throws {
        try NetworkVersion.raise(in: db)
        guard try db.row("SELECT 1 FROM site WHERE id = \(id)") != nil else { throw SiteRefusal.unknown("\(id)") }
        guard let items else {
            try db.execute("DELETE FROM site_menu WHERE site = \(id)")
            return
        }
        var count = 0
        let checked = try items.map { try check($0, depth: 1, count: &count) }
        try db.execute(
            """
            INSERT INTO site_menu (site, items) VALUES (\(id), \(JSONText.encode(checked)))
            ON CONFLICT (site) DO UPDATE SET items = excluded.items
            """
        )
    }

    /// A portal's own menu as it stands; nil where it has none.
    public static func menu(of id: SiteID, in db: any Connection) throws -> [MenuItem]? {
        try db.value("SELECT items FROM site_menu WHERE site = \(id)", as: String.self).map {
            try JSONText.decode($0, as: [MenuItem].self, column: 0)
        }
    }

    /// `setMenu` as a transaction of its own.
    public static func setMenu(_ items: [MenuItem]?, of id: SiteID, in database: any Database) async throws {
        try await database.write { try setMenu(items, of: id, in: $0) }
    }

    private static func check(_ item: MenuItem, depth: Int, count: inout Int) throws(SiteRefusal) -> MenuItem {
        guard depth <= menuDepth else { throw .menuTooDeep(limit: menuDepth) }
        count += 1
        guard count <= menuSize else { throw .menuTooLong(limit: menuSize) }
        let label = plainLine(item.label)
        guard !label.isEmpty else { throw .menuLabelMissing }
        guard label.count <= menuLabelLimit else { throw .menuLabelTooLong(label: label, limit: menuLabelLimit) }
        let target = plainLine(item.target)
        guard WebAddress.isTarget(target) else { throw .menuTargetInvalid(label: label, target: target) }
        var children: [MenuItem] = []
        for child in item.children { children.append(try check(child, depth: depth + 1, count: &count)) }
        return MenuItem(label: label, target: target, children: children)
    }
}
