public import Media
public import PortalNetwork
public import Store
public import Vietnamese

public struct FileID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

extension FileKind: SQLBindable, SQLReadable {}

/// How far a file has come from the person who brought it to the readers. Until it is looked into, its bytes are no asset: no page, no draft, no address has them.
public enum ScanState: String, Sendable, Hashable, CaseIterable, SQLBindable, SQLReadable {
    /// In quarantine: not looked into yet.
    case waiting
    /// Looked into and found clean.
    case clean
    /// Looked into without a virus scanner: none is configured, or it came before there was one.
    case unscanned
    /// A virus was found; the bytes are destroyed.
    case infected
    /// It cannot be used, or could not be scanned; the bytes are destroyed.
    case failed

    public var isUsable: Bool { self == .clean || self == .unscanned }
}

/// Under which terms a file may be used (domain notes: who made it, what was granted).
public enum FileRights: String, Sendable, Hashable, CaseIterable, SQLBindable, SQLReadable {
    case unknown
    /// Made by the agency's own people.
    case own
    /// Given by its author or another agency for this use.
    case granted
    /// Bought or licensed, with terms of its own.
    case licensed
    /// Outside copyright (IP law, art. 15: legal and administrative documents, news of the day).
    case open
    case creativeCommons = "creative-commons"
}

/// A file of a portal's library: one thing with one address for ever (`/tep/{id}`), whose bytes may be replaced.
public struct LibraryFile: Sendable, Hashable {
    public let id: FileID
    public let site: SiteID
    public let kind: FileKind
    /// A clean download name.
    public var name: String
    public var about: FileAbout
    public var isShared: Bool
    /// Whether an item holds it, in any revision.
    public let isUsed: Bool
    /// Of the newest version.
    public let state: ScanState
    public let number: Int
    /// The newest version that may be used; nil while none may.
    public let asset: String?
    public let mediaType: String
    public let bytes: Int
    public let width: Int?
    public let height: Int?
    public let addedBy: PersonID?
    public let addedAt: Instant
    public let changedAt: Instant
    public let deletedAt: Instant?
    /// For the next change: what it was when it was looked at.
    public let version: Int

    /// Where readers find the newest version that is public.
    public var path: String { "/tep/\(id)" }
    /// Without a text that says what is to be seen, and not marked as decoration.
    public var lacksAlternative: Bool { kind == .picture && about.alternative.isEmpty && !about.isDecorative }
}

/// What people say about a file.
public struct FileAbout: Sendable, Hashable {
    public var title: String
    /// What a picture shows, for who cannot see it; becomes the proposal where the picture is put into a text.
    public var alternative = ""
    /// Says nothing: who cannot see it misses nothing.
    public var isDecorative = false
    public var caption = ""
    public var author = ""
    public var rights = FileRights.unknown
    public var tags: [String] = []
    /// What must stay in the picture when it is cut to a shape, in thousandths from the left and the top.
    public var focus = FocalPoint.middle

    public init(title: String) { self.title = title }

    public static let longest = (title: 200, alternative: 500, caption: 1000, author: 200, tag: 40, tags: 20)

    /// As it is kept: NFC, on one line, without blanks at its ends, within bounds.
    public func plain() throws(LibraryRefusal) -> FileAbout {
        func line(_ text: String, _ field: String, _ most: Int) throws(LibraryRefusal) -> String {
            let text = oneLine(text)
            guard text.count <= most else { throw .tooLong(field: field, limit: most) }
            return text
        }
        var about = self
        about.title = try line(title, "title", Self.longest.title)
        guard !about.title.isEmpty else { throw .titleMissing }
        about.alternative = isDecorative ? "" : try line(alternative, "alternative", Self.longest.alternative)
        about.caption = try line(caption, "caption", Self.longest.caption)
        about.author = try line(author, "author", Self.longest.author)
        about.tags = try Self.tags(tags)
        about.focus = FocalPoint(x: min(1000, max(0, focus.x)), y: min(1000, max(0, focus.y)))
        return about
    }

    /// Each once, by how it is read without accents.
    public static func tags(_ tags: [String]) throws(LibraryRefusal) -> [String] {
        var seen: Set<String> = []
        var kept: [String] = []
        for tag in tags {
            let text = oneLine(tag.replacing(",", with: " "))
            guard text.count <= longest.tag else { throw .tooLong(field: "tag", limit: longest.tag) }
            if !text.isEmpty, seen.insert(slug(text)).inserted { kept.append(text) }
        }
        guard kept.count <= longest.tags else { throw .tooLong(field: "tags", limit: longest.tags) }
        return kept
    }
}

/// A point of a picture in thousandths of its width and height.
public struct FocalPoint: Sendable, Hashable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) { (self.x, self.y) = (x, y) }

    public static let middle = FocalPoint(x: 500, y: 500)
}

/// One upload of a file: the first, or one that replaced what was there.
public struct FileVersion: Sendable, Hashable {
    public let number: Int
    public let state: ScanState
    public let asset: String?
    public let name: String
    public let mediaType: String
    public let bytes: Int
    public let addedBy: PersonID?
    public let addedAt: Instant
    public let note: String
    /// Why it is not usable: the end of a word below `refusal.library.file-`, or the scanner's name of a virus.
    public let problem: String?
    public let pages: Int?
    /// Whether words were found in it.
    public let hasText: Bool
}

extension LibraryFile {
    static let columns: SQL = """
        f.id, f.site, f.kind, f.name, f.title, f.alt, f.is_decorative, f.caption, f.author, f.rights, f.tags, f.focus_x, f.focus_y, f.is_shared, f.is_used,
        f.state, f.number, f.asset, f.media_type, f.bytes, f.width, f.height, f.added_by, f.added_at, f.changed_at, f.deleted_at, f.version
        """

    init(_ row: Row) throws {
        id = try row[0]
        site = try row[1]
        kind = try row[2]
        name = try row[3]
        var about = FileAbout(title: try row[4])
        about.alternative = try row[5]
        about.isDecorative = try row[6]
        about.caption = try row[7]
        about.author = try row[8]
        about.rights = try row[9]
        let tags: String = try row[10]
        about.tags = tags.split(separator: ",").map(String.init)
        about.focus = FocalPoint(x: try row[11], y: try row[12])
        self.about = about
        isShared = try row[13]
        isUsed = try row[14]
        state = try row[15]
        number = try row[16]
        asset = try row[17]
        mediaType = try row[18]
        bytes = try row[19]
        width = try row[20]
        height = try row[21]
        addedBy = try row[22]
        addedAt = try row[23]
        changedAt = try row[24]
        deletedAt = try row[25]
        version = try row[26]
    }

    static func load(_ id: FileID, locking: Bool = false, _ db: any Connection) throws -> LibraryFile? {
        let lock: SQL = locking ? CommonDialect.forUpdate(on: db.engine) : ""
        return try db.row("SELECT \(columns) FROM library_file f WHERE f.id = \(id) \(lock)").map { try LibraryFile($0) }
    }

    static func load(asset: String, _ db: any Connection) throws -> LibraryFile? {
        try db.row(
            "SELECT \(columns) FROM library_version v JOIN library_file f ON f.id = v.file WHERE v.asset = \(asset) ORDER BY f.id LIMIT 1"
        ).map { try LibraryFile($0) }
    }
}

/// NFC, nothing invisible, single blanks, none at the ends.
func oneLine(_ text: String) -> String {
    cleanText(text, keeping: []).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
}
