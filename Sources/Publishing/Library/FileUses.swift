import FileStore
public import PortalNetwork
import RichText
public import Store
public import Vietnamese

/// Where a file is used: before it is deleted, and before somebody wonders whether it may be replaced.
public struct FileUse: Sendable, Hashable {
    public enum Place: Sendable, Hashable {
        /// An item: with its title where the person may read it or everybody may; and whether its page on the desk is open to the person.
        case item(ItemID, title: String?, kind: KindName, isLive: Bool, mayOpen: Bool)
        /// Banner of a topic site.
        case section(SectionID, name: String)
        /// Logo or banner of a portal.
        case look
    }

    public let place: Place
    public let site: SiteID
}

extension FileLibrary {
    static func assets(of id: FileID, _ db: any Connection) throws -> [String] {
        try db.column("SELECT DISTINCT asset FROM library_version WHERE file = \(id) AND asset IS NOT NULL ORDER BY asset", as: String.self)
    }

    /// How many things use any version of a file.
    static func useCount(of id: FileID, _ db: any Connection) throws -> Int {
        let assets = try assets(of: id, db)
        guard !assets.isEmpty else { return 0 }
        let items = try db.value("SELECT count(DISTINCT item) FROM asset_holder WHERE asset IN (\(list: assets))", as: Int.self) ?? 0
        return items + (try furnitureCount(assets, db))
    }

    /// How many banners of topic sites and looks of portals show any of these assets.
    static func furnitureCount(_ assets: [String], _ db: any Connection) throws -> Int {
        let sections = try db.value("SELECT count(*) FROM section WHERE banner IN (\(list: assets))", as: Int.self) ?? 0
        var looks = 0
        for asset in assets { looks += try db.value("SELECT count(*) FROM site WHERE look LIKE \("%\"\(asset)\"%")", as: Int.self) ?? 0 }
        return sections + looks
    }
}

extension FileLibrary {
    /// Those of these assets that are the banner of a topic site. (What looks show, the tree of sites knows.)
    public func banners(among assets: [String]) async throws -> Set<String> {
        guard !assets.isEmpty else { return [] }
        return try await database.read { Set(try $0.column("SELECT banner FROM section WHERE banner IN (\(list: assets))", as: String.self)) }
    }
}

extension Publisher {
    /// Where a file is used, at most `limit` items. Titles of what is not public are only given to who may read it there.
    public func uses(of file: LibraryFile, limit: Int = 50, for by: FileLibrary.By) async throws -> (uses: [FileUse], count: Int) {
        let (items, others, count) = try await database.read { db -> ([Item], [FileUse], Int) in
            let assets = try FileLibrary.assets(of: file.id, db)
            guard !assets.isEmpty else { return ([], [], 0) }
            var others: [FileUse] = []
            for row in try db.rows("SELECT id, site, name FROM section WHERE banner IN (\(list: assets)) ORDER BY id LIMIT \(limit)") {
                others.append(FileUse(place: .section(try row[0], name: try row[2]), site: try row[1]))
            }
            for asset in assets {
                for site in try db.column("SELECT id FROM site WHERE look LIKE \("%\"\(asset)\"%") ORDER BY id LIMIT \(limit)", as: SiteID.self) {
                    others.append(FileUse(place: .look, site: site))
                }
            }
            let ids = try db.column(
                "SELECT DISTINCT item FROM asset_holder WHERE asset IN (\(list: assets)) ORDER BY item DESC LIMIT \(limit)",
                as: ItemID.self
            )
            return (try ids.compactMap { try Item.load($0, db) }, others, try FileLibrary.useCount(of: file.id, db))
        }
        let keys = try await keyring.keys(for: items.map(\.id))
        let uses = try await database.read { db in
            try items.map { item -> FileUse in
                let isLive = item.workflow.presence == .live
                let mayOpen = mayDo(by.actor, .read, on: item.subject(for: by.person.id, .read), in: by.tree)
                // The newest text stands with its revision until it is published, and with its edition then.
                let title = try (isLive || mayOpen ? keys.cipher(item.id) : nil).map { try newest(of: item, $0, db).typed(kinds).card.title }
                return FileUse(place: .item(item.id, title: title, kind: item.kind, isLive: isLive, mayOpen: mayOpen), site: item.site)
            }
        }
        return (uses + others, count)
    }
}
