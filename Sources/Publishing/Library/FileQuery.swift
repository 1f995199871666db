public import Media
public import PortalNetwork
public import Store
public import Vietnamese

/// What is asked of the library: filters that are parts of the query, never of the view.
public struct FileQuery: Sendable, Hashable {
    public enum Only: String, Sendable, CaseIterable {
        case unused, lacking, shared, held, deleted
    }

    /// What people typed: every word of it stands in title, name, caption, author, alternative text or tags.
    public var text = ""
    public var tag = ""
    public var kind: FileKind?
    public var addedBy: PersonID?
    public var only: Only?
    public var from: Instant?
    public var until: Instant?
    /// Also what portals above have shared, for choosing.
    public var withShared = false
    /// Only what may be put into a text.
    public var usable = false
    /// The last file of the page before.
    public var before: FileID?
    public var limit = 48

    public init() {}
}

/// A page of the library, newest first.
public struct FilePage: Sendable {
    public let files: [LibraryFile]
    /// Where the next page begins; nil at the end. A page may have fewer files than asked for, even none, and still go on: a search looks through so many
    /// candidates and no more.
    public let next: FileID?
}

extension FileLibrary {
    /// So many files with a rare combination of filters are looked through for one page.
    static let mostLookedAt = 5000

    /// One bounded page of a portal's library. Every step of it reads from an index, backwards from where the page before ended.
    public func page(_ query: FileQuery, of site: SiteID, in tree: SiteTree) async throws -> FilePage {
        let above = query.withShared ? tree.ancestors(of: site).map(\.id) : []
        return try await database.read { db in
            var pages = [try Self.page(query, of: site, isAbove: false, db)]
            for ancestor in above { pages.append(try Self.page(query, of: ancestor, isAbove: true, db)) }
            guard pages.count > 1 else { return pages[0] }
            let all = pages.flatMap(\.files).sorted { $0.id > $1.id }
            // What lies beyond the nearest end of a page is not known yet.
            let bound = pages.compactMap(\.next).max()
            let known = all.filter { file in bound.map { file.id >= $0 } ?? true }
            let shown = Array(known.prefix(query.limit))
            let isMore = known.count > shown.count || bound != nil
            return FilePage(files: shown, next: isMore ? (known.count > shown.count ? shown.last?.id : bound) : nil)
        }
    }

    private static func page(_ query: FileQuery, of site: SiteID, isAbove: Bool, _ db: any Connection) throws -> FilePage {
        let limit = max(1, min(query.limit, 200))
        let bound = min(query.before?.rawValue ?? Int64.max, query.until.map(firstID) ?? Int64.max)
        let least = query.from.map(firstID) ?? -1
        let words = FileWords.split(query.text) + (query.tag.isEmpty ? [] : [FileWords.tagWord(query.tag)])
        var wanted: [SQL] = []
        if query.only == .deleted && !isAbove { wanted.append("f.deleted_at IS NOT NULL") } else { wanted.append("f.deleted_at IS NULL") }
        if isAbove { wanted.append("f.is_shared = 1") }
        if query.usable { wanted.append("f.asset IS NOT NULL") }
        if let kind = query.kind { wanted.append("f.kind = \(kind)") }
        if let person = query.addedBy { wanted.append("f.added_by = \(person)") }
        switch query.only {
        case .unused: wanted.append("f.is_used = 0")
        case .lacking: wanted.append("f.lacks_alt = 1")
        case .shared: wanted.append("f.is_shared = 1")
        case .held: wanted.append("f.state IN ('waiting', 'infected', 'failed')")
        case .deleted, nil: break
        }
        let filter = SQL.joined(wanted, separator: " AND ")
        if let rarest = words.max(by: { $0.utf8.count < $1.utf8.count }) {
            return try search(words, rarest, filter, site, below: bound, from: least, limit, db)
        }
        // With one filter the index answers alone; with more it proposes and the rest is looked at, up to a bound.
        guard wanted.count > 2 else {
            let rows = try db.rows(
                """
                SELECT \(LibraryFile.columns) FROM library_file f WHERE f.site = \(site) AND f.id < \(bound) AND f.id >= \(least) AND \(filter)
                ORDER BY f.id DESC LIMIT \(limit + 1)
                """
            )
            return try page(rows, limit)
        }
        let looked = try db.row(
            """
            SELECT count(*), min(id) FROM (SELECT f.id FROM library_file f WHERE f.site = \(site) AND f.id < \(bound) AND f.id >= \(least)
                AND \(wanted[0]) AND \(wanted[wanted.count - 1]) ORDER BY f.id DESC LIMIT \(mostLookedAt)) AS looked
            """
        )
        guard let looked, let end: Int64 = try looked[1] else { return FilePage(files: [], next: nil) }
        let count: Int = try looked[0]
        let rows = try db.rows(
            """
            SELECT \(LibraryFile.columns) FROM library_file f WHERE f.site = \(site) AND f.id < \(bound) AND f.id >= \(end) AND \(filter)
            ORDER BY f.id DESC LIMIT \(limit + 1)
            """
        )
        let found = try page(rows, limit)
        guard found.next == nil, count == mostLookedAt else { return found }
        return FilePage(files: found.files, next: FileID(rawValue: end))
    }

    private static func search(
        _ words: [String],
        _ rarest: String,
        _ filter: SQL,
        _ site: SiteID,
        below bound: Int64,
        from least: Int64,
        _ limit: Int,
        _ db: any Connection
    ) throws -> FilePage {
        var wanted = filter
        for word in Set(words).subtracting([rarest]).sorted() {
            wanted = wanted + " AND EXISTS (SELECT 1 FROM library_word o WHERE o.site = \(site) AND o.word = \(word) AND o.file = f.id)"
        }
        let looked = try db.row(
            """
            SELECT count(*), min(file) FROM (SELECT w.file FROM library_word w
                WHERE w.site = \(site) AND w.word = \(rarest) AND w.file < \(bound) AND w.file >= \(least) ORDER BY w.file DESC LIMIT \(mostLookedAt)) AS looked
            """
        )
        guard let looked, let last: FileID = try looked[1] else { return FilePage(files: [], next: nil) }
        let count: Int = try looked[0]
        let rows = try db.rows(
            """
            SELECT \(LibraryFile.columns) FROM library_word w JOIN library_file f ON f.id = w.file
            WHERE w.site = \(site) AND w.word = \(rarest) AND w.file < \(bound) AND w.file >= \(last) AND \(wanted)
            ORDER BY w.file DESC LIMIT \(limit + 1)
            """
        )
        let found = try page(rows, limit)
        guard found.next == nil, count == mostLookedAt else { return found }
        return FilePage(files: found.files, next: last)
    }

    private static func page(_ rows: [Row], _ limit: Int) throws -> FilePage {
        let files = try rows.prefix(limit).map { try LibraryFile($0) }
        return FilePage(files: files, next: rows.count > limit ? files.last?.id : nil)
    }

    /// The least id a file that came at a moment can have.
    private static func firstID(_ moment: Instant) -> Int64 { max(0, moment.rawValue - IdentifierMaker.epoch) << 22 }

    /// How many files of a portal wait to be looked into, and since when the oldest does.
    public func waiting(on site: SiteID) async throws -> (count: Int, since: Instant?) {
        try await database.read { db in
            guard
                let row = try db.row(
                    """
                    SELECT count(*), min(changed_at) FROM (SELECT f.changed_at FROM library_file f
                        WHERE f.site = \(site) AND f.state IN ('waiting', 'infected', 'failed') AND f.state = 'waiting' AND f.deleted_at IS NULL LIMIT 1000) AS w
                    """
                )
            else { return (0, nil) }
            return (try row[0], try row[1])
        }
    }

    /// Those who have put files into a portal's library, for choosing: two hundred at most, one step of the index for each.
    public func contributors(to site: SiteID) async throws -> [PersonID] {
        try await database.read { db in
            var found: [PersonID] = []
            while found.count < 200 {
                let last = found.last?.rawValue ?? -1
                let row = try db.row(
                    "SELECT min(f.added_by) FROM library_file f WHERE f.site = \(site) AND f.added_by > \(last) AND f.deleted_at IS NULL"
                )
                guard let row, let next: PersonID = try row[0] else { return found }
                found.append(next)
            }
            return found
        }
    }
}
