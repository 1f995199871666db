import Media
import PortalNetwork
import Store
import Vietnamese

/// How files of the library and assets, which is what items show, keep step.
extension Asset {
    /// Enters an asset that came by another door (an import, the demo) into the library of its site.
    func enter(as id: FileID, at now: Instant, _ db: any Connection) throws {
        let entry = LibraryEntry(
            id: id,
            site: site,
            type: mediaType,
            name: name,
            title: name,
            bytes: bytes,
            width: width,
            height: height,
            by: nil,
            at: now
        )
        try entry.insert(state: .unscanned, asset: self.id, db)
        try db.execute(
            """
            INSERT INTO library_version (file, number, state, source, asset, media_type, name, bytes, added_at, note)
            VALUES (\(id), 1, \(ScanState.unscanned), \(sha256), \(self.id), \(mediaType), \(name), \(bytes), \(now), '')
            """
        )
    }
}

extension LibraryFile {
    /// Whether an item holds a file may have changed with one of its assets.
    static func noteUse(of asset: String, _ db: any Connection) throws {
        try db.execute(
            """
            UPDATE library_file SET is_used = CASE WHEN EXISTS (SELECT 1 FROM library_version v JOIN asset_holder h ON h.asset = v.asset
                WHERE v.file = library_file.id) THEN 1 ELSE 0 END
            WHERE id IN (SELECT file FROM library_version WHERE asset = \(asset))
            """
        )
    }

    /// An asset is no more: neither are the versions that were it, their words and pages; a file without any other version goes too.
    /// - Returns: the content hashes nothing needs any more.
    static func forget(_ asset: String, _ db: any Connection) throws -> [String] {
        let files = try db.column("SELECT DISTINCT file FROM library_version WHERE asset = \(asset)", as: FileID.self)
        var pages: [String] = []
        for file in files {
            pages += try db.column("SELECT page FROM library_version WHERE file = \(file) AND asset = \(asset) AND page IS NOT NULL", as: String.self)
            try db.execute("DELETE FROM library_version WHERE file = \(file) AND asset = \(asset)")
            if try stand(on: file, db) {
                continue
            } else if try db.value("SELECT 1 FROM library_version WHERE file = \(file) AND state = 'waiting'", as: Int.self) != nil {
                try db.execute("UPDATE library_file SET asset = NULL, version = version + 1 WHERE id = \(file)")
            } else {
                pages += try remove(file, db)
            }
        }
        return try pages.filter { try !isNeeded($0, db) }
    }

    /// Lets a file stand on its newest version that may be used.
    /// - Returns: false where there is none.
    static func stand(on file: FileID, _ db: any Connection) throws -> Bool {
        let row = try db.row(
            """
            SELECT v.asset, v.state, v.media_type, v.name, v.bytes, asset.width, asset.height FROM library_version v JOIN asset ON asset.id = v.asset
            WHERE v.file = \(file) AND v.state IN (\(ScanState.clean), \(ScanState.unscanned)) AND asset.withheld IS NULL ORDER BY v.number DESC LIMIT 1
            """
        )
        guard let row else { return false }
        let (left, state, type): (String, ScanState, String) = (try row[0], try row[1], try row[2])
        let (name, bytes, width, height): (String, Int, Int?, Int?) = (try row[3], try row[4], try row[5], try row[6])
        try db.execute(
            """
            UPDATE library_file SET asset = \(left), state = \(state), media_type = \(type), name = \(name), bytes = \(bytes), width = \(width),
                height = \(height), version = version + 1 WHERE id = \(file)
            """
        )
        return true
    }

    /// Takes a file's rows out.
    /// - Returns: content hashes that were its own.
    static func remove(_ file: FileID, _ db: any Connection) throws -> [String] {
        var hashes = try db.column("SELECT page FROM library_version WHERE file = \(file) AND page IS NOT NULL", as: String.self)
        hashes += try db.column("SELECT raw FROM library_version WHERE file = \(file) AND raw IS NOT NULL", as: String.self)
        try db.execute("DELETE FROM library_word WHERE file = \(file)")
        try db.execute("DELETE FROM library_version WHERE file = \(file)")
        try db.execute("DELETE FROM library_file WHERE id = \(file)")
        return hashes
    }

    /// Whether anything still has content under a hash.
    static func isNeeded(_ hash: String, _ db: any Connection) throws -> Bool {
        let found = try db.value(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM asset WHERE sha256 = \(hash)) OR EXISTS (SELECT 1 FROM library_version WHERE raw = \(hash))
                OR EXISTS (SELECT 1 FROM library_version WHERE page = \(hash))
            """,
            as: Int.self
        )
        return found != nil
    }
}
