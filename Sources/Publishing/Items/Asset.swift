import Crypto
public import FileStore
import Media
public import PortalNetwork
import PublicRecord
import RichText
public import Store
public import Vietnamese

/// A file of a portal: known by its salted commitment, kept by its content.
public struct Asset: Sendable, Hashable {
    /// The commitment `asset`, 64 hexadecimal digits: its public name.
    public let id: String
    public let site: SiteID
    public let sha256: String
    public let mediaType: String
    /// A clean download name, `[a-z0-9-]+.ext`.
    public let name: String
    public let bytes: Int
    public let width: Int?
    public let height: Int?

    /// The type of caption files.
    public static let captions = "text/vtt"

    public var path: String { "/files/\(id)/\(name)" }
}

/// What stands at a file's address.
public enum AssetAnswer: Sendable, Hashable {
    case shown(Asset)
    case erased
    /// A scanner found something in it; staff know of it.
    case withheld
    case unknown
}

extension Publisher {
    /// Puts a file into the store and registers it for a site; the same bytes on the same site are the same asset.
    ///
    /// What a picture is, its bytes say: type and size are taken from them where they do, whatever was given. Its smaller versions are made in the background.
    /// Captions (`text/vtt`) are read first.
    ///
    /// - Throws: `PublishingRefusal.captions` with the line of the first fault.
    public func addAsset(
        _ bytes: [UInt8],
        name: String,
        mediaType: String,
        width: Int? = nil,
        height: Int? = nil,
        on site: SiteID,
        in files: any FileStore
    ) async throws -> Asset {
        if mediaType == Asset.captions {
            do { _ = try WebVTT(bytes) } catch { throw PublishingRefusal.captions(error) }
        }
        let stored = try await files.put(bytes)
        let salt = Salt()
        let header = mediaType.hasPrefix("image/") ? PictureHeader(bytes) : nil
        let (job, file): (JobID, FileID) = (ids.next(), ids.next())
        let asset = Asset(
            id: Commitment(.asset, salt: salt, bytes).hex,
            site: site,
            sha256: stored.hash.description,
            mediaType: header?.kind.mediaType ?? mediaType,
            name: name,
            bytes: bytes.count,
            width: header?.width ?? width,
            height: header?.height ?? height
        )
        let now = clock.now()
        return try await database.write { db in
            try db.execute(
                """
                INSERT INTO asset (id, site, sha256, salt, media_type, name, bytes, width, height, created_at)
                VALUES (\(asset.id), \(asset.site), \(asset.sha256), \(salt.bytes), \(asset.mediaType), \(name), \(asset.bytes), \(asset.width), \(asset.height), \(now))
                ON CONFLICT (site, sha256) DO NOTHING
                """
            )
            guard let row = try db.row("SELECT \(Asset.columns) FROM asset WHERE site = \(site) AND sha256 = \(asset.sha256)") else { return asset }
            let kept = try Asset(row)
            if kept.id == asset.id {
                try MakePictures.add(kept, as: job, at: now, db)
                try kept.enter(as: file, at: now, db)
            }
            return kept
        }
    }
}

extension Asset {
    static let columns: SQL = "asset.id, asset.site, asset.sha256, asset.media_type, asset.name, asset.bytes, asset.width, asset.height"

    init(_ row: Row) throws {
        self.init(
            id: try row[0],
            site: try row[1],
            sha256: try row[2],
            mediaType: try row[3],
            name: try row[4],
            bytes: try row[5],
            width: try row[6],
            height: try row[7]
        )
    }
}

extension Asset {
    /// The name, the salt and the content's digest go; the public name stays and answers that the file was erased. Whoever calls removes the content.
    static func erase(_ id: String, at now: Instant, _ db: any Connection) throws {
        let none: [UInt8] = []
        try db.execute("UPDATE asset SET erased_at = \(now), sha256 = 'erased:' || id, salt = \(none), name = '' WHERE id = \(id)")
    }

    /// A file by its public name; nil for one that is not there or was erased.
    static func load(_ id: String, _ db: any Connection) throws -> Asset? {
        try db.row("SELECT \(columns) FROM asset WHERE id = \(id) AND erased_at IS NULL").map { try Asset($0) }
    }

    /// Notes that a revision of an item shows these files: as long as it does, no other item's erasure destroys them.
    static func hold(_ assets: [String], by item: ItemID, _ db: any Connection) throws {
        for asset in Set(assets).sorted() {
            let isNew = try db.execute("INSERT INTO asset_holder (asset, item) VALUES (\(asset), \(item)) ON CONFLICT (asset, item) DO NOTHING")
            if isNew > 0 { try LibraryFile.noteUse(of: asset, db) }
        }
    }

    /// Whether an item, draft, live or withdrawn, or the look of a site or topic site shows a file.
    static func isHeld(_ asset: String, _ db: any Connection) throws -> Bool {
        let held = try db.value(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM asset_holder WHERE asset = \(asset)) OR EXISTS (SELECT 1 FROM section WHERE banner = \(asset))
                OR EXISTS (SELECT 1 FROM site WHERE look LIKE \("%\"\(asset)\"%"))
            """,
            as: Int.self
        )
        return held != nil
    }
}

extension Reader {
    /// The newest version of a file of the library that readers may see: what `/tep/{id}` leads to. A version that no live edition shows is nobody's yet.
    public func newestAsset(of file: FileID) async throws -> Asset? {
        let versions = try await database.read { db in
            try db.column(
                """
                SELECT asset FROM library_version WHERE file = \(file) AND asset IS NOT NULL ORDER BY number DESC LIMIT 20
                """,
                as: String.self
            )
        }
        for version in versions { if case .shown(let asset) = try await asset(version) { return asset } }
        return nil
    }

    /// A file by its public name: only while a live edition, or the look of a site, refers to it; `.erased` for ever after an erasure.
    public func asset(_ id: String, isPartOfALook: Bool = false) async throws -> AssetAnswer {
        enum Found { case unknown, erased, withheld, shown(Asset, [ItemID]) }
        let viewer = viewer
        let found = try await database.read { db -> Found in
            guard let row = try db.row("SELECT \(Asset.columns), asset.erased_at, asset.withheld FROM asset WHERE asset.id = \(id)") else {
                return .unknown
            }
            if let _: Instant = try row[8] { return .erased }
            if let _: String = try row[9] { return .withheld }
            let asset = try Asset(row)
            if isPartOfALook { return .shown(asset, []) }
            let users = try db.column(
                """
                SELECT item.id FROM asset_use JOIN item ON item.id = asset_use.item
                WHERE asset_use.asset = \(id) AND \(Reveal.listed(for: viewer)) ORDER BY item.id LIMIT 50
                """,
                as: ItemID.self
            )
            return users.isEmpty ? .unknown : .shown(asset, users)
        }
        switch found {
        case .unknown: return .unknown
        case .erased: return .erased
        case .withheld: return .withheld
        case .shown(let asset, let users):
            // Should the last of them go, the file goes with it.
            Dependencies.note(items: users)
            return .shown(asset)
        }
    }
}

extension Reader {
    /// The paths of all files that looks show, by their public name.
    public func lookAssets(of tree: SiteTree) async throws -> [String: String] {
        let wanted = Array(Set(tree.all.flatMap { [$0.look.logo, $0.look.banner].compactMap { $0 } })).sorted()
        guard !wanted.isEmpty else { return [:] }
        let assets = try await database.read { db in
            try db.rows("SELECT \(Asset.columns) FROM asset WHERE asset.id IN (\(list: wanted))").map { try Asset($0) }
        }
        return Dictionary(assets.map { ($0.id, $0.path) }) { first, _ in first }
    }
}
