import FileStore
import Media
public import PortalNetwork
import Store
import Vietnamese

extension FileLibrary {
    /// What people say about a file.
    @discardableResult
    public func describe(_ id: FileID, as about: FileAbout, expecting version: Int?, by: By) async throws -> LibraryFile {
        let about = try about.plain()
        let (now, line): (Instant, AuditID) = (clock.now(), ids.next())
        return try await database.write { db in
            let file = try take(id, expecting: version, db)
            try Self.allow(.editFile, file, by, db)
            try Self.write(about, to: file, at: now, db)
            try note(.fileChanged, by, on: "\(id)", site: file.site, detail: about.title, id: line, db)
            return try LibraryFile.load(id, db) ?? file
        }
    }

    static func write(_ about: FileAbout, to file: LibraryFile, at now: Instant, _ db: any Connection) throws {
        let lacks = file.kind == .picture && about.alternative.isEmpty && !about.isDecorative
        try db.execute(
            """
            UPDATE library_file SET title = \(about.title), alt = \(about.alternative), is_decorative = \(about.isDecorative), caption = \(about.caption),
                author = \(about.author), rights = \(about.rights), tags = \(about.tags.joined(separator: ",")), focus_x = \(about.focus.x),
                focus_y = \(about.focus.y), lacks_alt = \(lacks), changed_at = \(now), version = version + 1
            WHERE id = \(file.id)
            """
        )
        try FileWords.write(of: file.id, on: file.site, about, name: file.name, db)
    }

    /// Hands files to the portals below, or takes them back. Those that others use already stay where they are shown.
    /// - Returns: how many changed.
    @discardableResult
    public func share(_ files: [FileID], _ isShared: Bool, by: By) async throws -> Int {
        let (now, lines) = (clock.now(), files.map { _ in ids.next() as AuditID })
        return try await database.write { db in
            var changed = 0
            for (id, line) in zip(files.sorted(), lines) {
                let file = try take(id, expecting: nil, db)
                try Self.allow(.shareFile, file, by, db)
                guard file.isShared != isShared else { continue }
                try db.execute("UPDATE library_file SET is_shared = \(isShared), changed_at = \(now), version = version + 1 WHERE id = \(id)")
                try note(isShared ? .fileShared : .fileUnshared, by, on: "\(id)", site: file.site, detail: file.about.title, id: line, db)
                changed += 1
            }
            return changed
        }
    }

    /// Takes an older version again: it becomes the newest, as a version of its own, so that the row of what happened stays whole.
    public func revert(_ id: FileID, to number: Int, note text: String, by: By) async throws {
        let (now, line): (Instant, AuditID) = (clock.now(), ids.next())
        try await database.write { db in
            let file = try take(id, expecting: nil, db)
            try Self.allow(.editFile, file, by, db)
            let row = try db.row(
                """
                SELECT v.asset, v.state, v.media_type, v.name, v.bytes, asset.width, asset.height FROM library_version v JOIN asset ON asset.id = v.asset
                WHERE v.file = \(id) AND v.number = \(number) AND asset.erased_at IS NULL AND asset.withheld IS NULL
                """
            )
            guard let row, number < file.number else { throw LibraryRefusal.unknownFile }
            let (asset, state, type): (String, ScanState, String) = (try row[0], try row[1], try row[2])
            let (name, bytes, width, height): (String, Int, Int?, Int?) = (try row[3], try row[4], try row[5], try row[6])
            try db.execute(
                """
                INSERT INTO library_version (file, number, state, source, asset, page, media_type, name, bytes, added_by, added_at, note, pages, text)
                SELECT file, \(file.number + 1), state, source, asset, page, media_type, name, bytes, \(by.person.id), \(now), \(text), pages, text
                FROM library_version WHERE file = \(id) AND number = \(number)
                """
            )
            try db.execute(
                """
                UPDATE library_file SET number = \(file.number + 1), state = \(state), asset = \(asset), media_type = \(type), name = \(name),
                    bytes = \(bytes), width = \(width), height = \(height), changed_at = \(now), version = version + 1 WHERE id = \(id)
                """
            )
            try note(.fileReplaced, by, on: "\(id)", site: file.site, detail: "\(number)", id: line, db)
        }
    }

    /// Adds a tag to files, or takes it from them.
    @discardableResult
    public func tag(_ files: [FileID], _ tag: String, removing: Bool = false, by: By) async throws -> Int {
        guard let tag = try FileAbout.tags([tag]).first else { throw LibraryRefusal.titleMissing }
        let (now, lines) = (clock.now(), files.map { _ in ids.next() as AuditID })
        return try await database.write { db in
            var changed = 0
            for (id, line) in zip(files.sorted(), lines) {
                let file = try take(id, expecting: nil, db)
                try Self.allow(.editFile, file, by, db)
                var about = file.about
                if removing { about.tags.removeAll { slug($0) == slug(tag) } } else { about.tags = try FileAbout.tags(about.tags + [tag]) }
                guard about.tags != file.about.tags else { continue }
                try Self.write(about, to: file, at: now, db)
                try note(.fileChanged, by, on: "\(id)", site: file.site, detail: tag, id: line, db)
                changed += 1
            }
            return changed
        }
    }

    /// Takes files out of the library. They can be had back for thirty days; then a job destroys them. One that anything uses stays.
    /// - Throws: `LibraryRefusal.inUse` where one of them is used, unless `skippingUsed`.
    /// - Returns: those that are deleted now.
    @discardableResult
    public func delete(_ files: [FileID], skippingUsed: Bool = false, by: By) async throws -> [FileID] {
        let (now, lines) = (clock.now(), files.map { _ in ids.next() as AuditID })
        return try await database.write { db in
            var deleted: [FileID] = []
            for (id, line) in zip(files.sorted(), lines) {
                let file = try take(id, expecting: nil, db)
                try Self.allow(.editFile, file, by, db)
                let uses = try Self.useCount(of: id, db)
                guard uses == 0 else {
                    if skippingUsed { continue }
                    throw LibraryRefusal.inUse(count: uses)
                }
                try db.execute(
                    "UPDATE library_file SET deleted_at = \(now), deleted_by = \(by.person.id), version = version + 1 WHERE id = \(id)"
                )
                try note(.fileDeleted, by, on: "\(id)", site: file.site, detail: file.about.title, id: line, db)
                deleted.append(id)
            }
            return deleted
        }
    }

    /// Has deleted files back.
    @discardableResult
    public func restore(_ files: [FileID], by: By) async throws -> Int {
        let lines = files.map { _ in ids.next() as AuditID }
        return try await database.write { db in
            var restored = 0
            for (id, line) in zip(files.sorted(), lines) {
                guard let file = try LibraryFile.load(id, locking: true, db) else { throw LibraryRefusal.unknownFile }
                try Self.allow(.editFile, file, by, db)
                guard file.deletedAt != nil else { continue }
                try db.execute("UPDATE library_file SET deleted_at = NULL, deleted_by = NULL, version = version + 1 WHERE id = \(id)")
                try note(.fileRestored, by, on: "\(id)", site: file.site, detail: file.about.title, id: line, db)
                restored += 1
            }
            return restored
        }
    }
}

/// The words a file is found by: its title, name, caption, author, alternative text and tags, without accents.
enum FileWords {
    static let most = 80

    static func write(of file: FileID, on site: SiteID, _ about: FileAbout, name: String, _ db: any Connection) throws {
        try db.execute("DELETE FROM library_word WHERE file = \(file)")
        var words = Set([about.title, name, about.caption, about.author, about.alternative, about.tags.joined(separator: " ")].flatMap(split))
        if words.count > most { words = Set(words.sorted().prefix(most)) }
        for tag in about.tags { words.insert(tagWord(tag)) }
        for word in words.sorted() {
            try db.execute("INSERT INTO library_word (site, word, file) VALUES (\(site), \(word), \(file)) ON CONFLICT DO NOTHING")
        }
        try db.execute("UPDATE library_file SET is_indexed = 1 WHERE id = \(file)")
    }

    /// `Hội nghị, 2026` gives `hoi`, `nghi`, `2026`.
    static func split(_ text: String) -> [String] {
        fold(text).split { !$0.isLetter && !$0.isNumber }.map { String($0.prefix(40)) }
    }

    static func tagWord(_ tag: String) -> String { "#" + slug(tag) }
}
