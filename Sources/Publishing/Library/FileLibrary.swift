public import FileStore
import Media
public import PortalNetwork
public import Store
public import Vietnamese

/// The library of files: the door through which anything is put into it, changed, replaced, shared or deleted. Each verb is in a file beside this one.
///
/// A command asks `authorize`, writes what it changes and its line in the trail in one transaction, and answers when that is durable. Nothing here makes a file
/// public: that does an item that shows it, through the gate `publish`.
public struct FileLibrary: Sendable {
    public let database: any Database
    public let files: any FileStore
    public let incoming: UploadFolder
    public let clock: Clock
    public let ids: IdentifierMaker

    public init(database: any Database, files: any FileStore, incoming: UploadFolder, clock: Clock, ids: IdentifierMaker) {
        self.database = database
        self.files = files
        self.incoming = incoming
        self.clock = clock
        self.ids = ids
    }

    /// Who asks, from where, and the network in which the question is decided.
    public struct By: Sendable {
        public let person: Person
        public let actor: Actor
        public let tree: SiteTree
        public let caller: Access.Caller

        public init(_ person: Person, as actor: Actor, in tree: SiteTree, from caller: Access.Caller) {
            self.person = person
            self.actor = actor
            self.tree = tree
            self.caller = caller
        }
    }

    /// For how long a deleted file can be had back. Seconds.
    public static let keepsDeleted: Int64 = 30 * 86_400

    /// What kind of subject files are to `authorize`.
    static let kind = "file"

    /// Asks the gate about a file.
    static func allow(_ action: Action, _ file: LibraryFile, _ by: By, _ db: any Connection) throws {
        try authorize(by.actor, action, on: try subject(file, action, by, db), in: by.tree)
    }

    /// Those of these files to which somebody may do something: for showing a button or leaving it out.
    public func allowed(_ action: Action, _ files: [LibraryFile], _ by: By) async throws -> Set<FileID> {
        try await database.read { db in
            var allowed: Set<FileID> = []
            for file in files where mayDo(by.actor, action, on: try Self.subject(file, action, by, db), in: by.tree) { allowed.insert(file.id) }
            return allowed
        }
    }

    public func allow(_ action: Action, _ file: LibraryFile, _ by: By) async throws {
        try await database.read { try Self.allow(action, file, by, $0) }
    }

    /// A file that somebody brings: their own, wherever it will be used.
    static func newcomer(on site: SiteID) -> Subject { Subject(site: site, section: .anywhere, kind: kind, relation: .author) }

    private static func subject(_ file: LibraryFile, _ action: Action, _ by: By, _ db: any Connection) throws -> Subject {
        let isOwn = file.addedBy == by.person.id
        // Sharing reaches other portals: never a matter of single sections.
        let place: Subject.Section = action == .shareFile ? .none : try place(of: file, isOwn: isOwn, by, db)
        return Subject(site: file.site, section: place, kind: kind, relation: isOwn ? .author : .other)
    }

    /// As many items that use a file are asked for their sections; of what more use, nobody who is limited to sections disposes.
    static let mostPlaces = 1000

    /// A file stands in no section. To who is limited to some it stands where it is used: one's own is at home everywhere, another's where every item
    /// that holds it stands. What nothing uses, or the look of a portal does, or an item without a section, is of the portal as a whole.
    private static func place(of file: LibraryFile, isOwn: Bool, _ by: By, _ db: any Connection) throws -> Subject.Section {
        guard by.actor.grants.contains(where: { $0.site == file.site && $0.sections != nil }) else { return .none }
        if isOwn { return .anywhere }
        let assets = try assets(of: file.id, db)
        guard !assets.isEmpty, try furnitureCount(assets, db) == 0 else { return .none }
        let places = try db.rows(
            """
            SELECT i.section FROM (SELECT DISTINCT item FROM asset_holder WHERE asset IN (\(list: assets)) LIMIT \(mostPlaces + 1)) h
            JOIN item i ON i.id = h.item
            """
        ).map { try $0[0] as SectionID? }
        guard !places.isEmpty, places.count <= mostPlaces, !places.contains(nil) else { return .none }
        return .every(Set(places.compactMap { $0 }))
    }

    func note(
        _ action: AuditAction,
        _ by: By,
        on object: String,
        site: SiteID,
        detail: String = "",
        outcome: AuditOutcome = .done,
        id: AuditID,
        _ db: any Connection
    ) throws {
        try AuditTrail.add(
            action,
            outcome,
            by: by.person,
            on: object,
            site: site,
            detail: detail,
            from: by.caller,
            id: id,
            at: clock.now(),
            in: db
        )
    }

    /// A file that is there, under lock, at the version the person saw.
    func take(_ id: FileID, expecting version: Int?, _ db: any Connection) throws -> LibraryFile {
        guard let file = try LibraryFile.load(id, locking: true, db) else { throw LibraryRefusal.unknownFile }
        guard file.deletedAt == nil else { throw LibraryRefusal.deleted }
        if let version, version != file.version { throw LibraryRefusal.changedMeanwhile }
        return file
    }

    // MARK: - Looking

    /// A file as staff of a portal see it: of the portal itself, or handed down from above.
    public func file(_ id: FileID, for site: SiteID, in tree: SiteTree) async throws -> LibraryFile? {
        guard let file = try await database.read({ try LibraryFile.load(id, $0) }) else { return nil }
        if file.site == site { return file }
        return file.isShared && file.deletedAt == nil && tree.isInside(site, file.site) ? file : nil
    }

    /// These files, where all of them are the portal's own.
    public func owned(_ files: [FileID], by site: SiteID) async throws -> [FileID] {
        let found = try await database.read { db in
            try db.column("SELECT id FROM library_file WHERE site = \(site) AND id IN (\(list: files)) ORDER BY id", as: FileID.self)
        }
        guard found.count == Set(files).count else { throw LibraryRefusal.unknownFile }
        return found
    }

    /// Its uploads, newest first.
    public func versions(of id: FileID) async throws -> [FileVersion] {
        try await database.read { db in
            try db.rows(
                """
                SELECT number, state, asset, name, media_type, bytes, added_by, added_at, note, problem, pages, CASE WHEN text IS NULL THEN 0 ELSE 1 END
                FROM library_version WHERE file = \(id) ORDER BY number DESC LIMIT 100
                """
            ).map { row in
                FileVersion(
                    number: try row[0],
                    state: try row[1],
                    asset: try row[2],
                    name: try row[3],
                    mediaType: try row[4],
                    bytes: try row[5],
                    addedBy: try row[6],
                    addedAt: try row[7],
                    note: try row[8],
                    problem: try row[9],
                    pages: try row[10],
                    hasText: try row[11]
                )
            }
        }
    }

    /// What stands for a file in lists of the desk: the picture itself, or the first page of a document; nil where there is nothing to be seen.
    public func face(of file: LibraryFile) async throws -> (hash: ContentHash, mediaType: String)? {
        let found = try await database.read { db -> (String, String)? in
            if let asset = try file.asset.flatMap({ try Asset.load($0, db) }), asset.comesInSizes { return (asset.sha256, asset.mediaType) }
            let page = try db.value(
                "SELECT page FROM library_version WHERE file = \(file.id) AND page IS NOT NULL ORDER BY number DESC LIMIT 1",
                as: String.self
            )
            return page.map { ($0, "image/png") }
        }
        guard let found, let hash = ContentHash(found.0) else { return nil }
        return (hash, found.1)
    }

    /// The bytes of the newest usable version, for staff.
    public func content(of file: LibraryFile) async throws -> (asset: Asset, hash: ContentHash)? {
        guard let id = file.asset, let asset = try await database.read({ try Asset.load(id, $0) }), let hash = ContentHash(asset.sha256) else {
            return nil
        }
        return (asset, hash)
    }
}
