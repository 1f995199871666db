public import FileStore
public import Media
public import PortalNetwork
import RichText
public import Store
public import Vietnamese

public struct UploadID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A file that is arriving.
public struct Upload: Sendable, Hashable {
    public let id: UploadID
    public let site: SiteID
    public let person: PersonID
    public let name: String
    /// As it was announced.
    public let bytes: Int64
    /// The file it will be a new version of.
    public let replaces: FileID?
    public let note: String
}

/// What came of an upload.
public enum UploadOutcome: Sendable, Hashable {
    case added(LibraryFile)
    /// The same bytes are in this portal's library already.
    case known(LibraryFile)

    public var file: LibraryFile {
        switch self {
        case .added(let file), .known(let file): file
        }
    }
}

extension FileLibrary {
    /// Uploads of one person at once.
    public static let mostUploads = 50
    /// An upload to which nothing came for so long is thrown away. Seconds.
    public static let keepsUnfinished: Int64 = 86_400

    /// Announces a file. What is too large is refused here, before a byte of it has come.
    public func begin(
        _ name: String,
        bytes: Int64,
        replacing replaced: FileID? = nil,
        note: String = "",
        on site: SiteID,
        by: By
    ) async throws -> Upload {
        let name = Self.plainName(name)
        guard bytes > 0 else { throw LibraryRefusal.sizeMissing }
        guard bytes <= FileType.mostBytes else {
            let mebibyte: Int64 = 1 << 20
            throw LibraryRefusal.tooLarge(
                name: name,
                megabytes: Int((bytes + mebibyte - 1) / mebibyte),
                limit: Int(FileType.mostBytes / mebibyte)
            )
        }
        let (now, id): (Instant, UploadID) = (clock.now(), ids.next())
        let note = String(oneLine(note).prefix(200))
        let upload = Upload(id: id, site: site, person: by.person.id, name: name, bytes: bytes, replaces: replaced, note: note)
        try await database.write { db in
            if let replaced {
                let file = try take(replaced, expecting: nil, db)
                guard file.site == site else { throw LibraryRefusal.unknownFile }
                try Self.allow(.editFile, file, by, db)
            } else {
                try authorize(by.actor, .addFile, on: Self.newcomer(on: site), in: by.tree)
            }
            let open = try db.value("SELECT count(*) FROM library_upload WHERE person = \(by.person.id)", as: Int.self) ?? 0
            guard open < Self.mostUploads else { throw LibraryRefusal.tooManyUploads(limit: Self.mostUploads) }
            try db.execute(
                """
                INSERT INTO library_upload (id, site, person, name, bytes, replaces, note, created_at, touched_at)
                VALUES (\(id), \(site), \(by.person.id), \(name), \(bytes), \(replaced), \(note), \(now), \(now))
                """
            )
        }
        try await saying(name) { try await incoming.begin("\(id)") }
        return upload
    }

    /// An upload of this person on this portal, and how much of it has come.
    public func upload(_ id: UploadID, on site: SiteID, by: By) async throws -> (upload: Upload, received: Int64) {
        let row = try await database.read { db in
            try db.row("SELECT name, bytes, replaces, note FROM library_upload WHERE id = \(id) AND site = \(site) AND person = \(by.person.id)")
        }
        guard let row, let received = try await incoming.size("\(id)") else { throw LibraryRefusal.unknownUpload }
        let upload = Upload(
            id: id,
            site: site,
            person: by.person.id,
            name: try row[0],
            bytes: try row[1],
            replaces: try row[2],
            note: try row[3]
        )
        return (upload, received)
    }

    /// Takes the next piece, as it comes. What has come stays when the line breaks.
    /// - Returns: how much has come.
    public func append(to upload: Upload, at offset: Int64, next: () async throws -> [UInt8]?) async throws -> Int64 {
        let now = clock.now()
        let size = try await saying(upload.name) { try await incoming.append("\(upload.id)", at: offset, upTo: upload.bytes, next: next) }
        try await database.write { try $0.execute("UPDATE library_upload SET touched_at = \(now) WHERE id = \(upload.id)") }
        return size
    }

    /// Takes a file whose length is not known before it ends: a part of a form without script.
    public func receive(
        _ name: String,
        replacing replaced: FileID? = nil,
        note: String = "",
        on site: SiteID,
        by: By,
        next: () async throws -> [UInt8]?
    ) async throws -> UploadOutcome {
        let begun = try await begin(name, bytes: FileType.mostBytes, replacing: replaced, note: note, on: site, by: by)
        do {
            let size = try await append(to: begun, at: 0, next: next)
            guard size > 0 else { throw LibraryRefusal.file(.empty, name: begun.name) }
            let upload = Upload(id: begun.id, site: site, person: begun.person, name: begun.name, bytes: size, replaces: replaced, note: begun.note)
            return try await finish(upload, by: by)
        } catch {
            try? await abandon(begun)
            throw error
        }
    }

    /// The person does not want it any more.
    public func abandon(_ upload: Upload) async throws {
        try await database.write { _ = try $0.execute("DELETE FROM library_upload WHERE id = \(upload.id)") }
        try await incoming.discard("\(upload.id)")
    }

    /// All of it has come: it is looked at, put into quarantine, and a job is told to look into it.
    public func finish(_ upload: Upload, by: By) async throws -> UploadOutcome {
        guard let size = try await incoming.size("\(upload.id)") else { throw LibraryRefusal.unknownUpload }
        guard size == upload.bytes else { throw LibraryRefusal.incomplete }
        let name = "\(upload.id)"
        let bytes = FileBytes(size: size) { try await incoming.read(name, at: $0, count: $1) }
        let type: FileType
        do {
            type = try await FileInspection.type(of: bytes, named: upload.name)
            if type == .vtt { do { _ = try WebVTT(await bytes.read(at: 0, count: Int(size))) } catch is WebVTTFault { throw FileRefusal.captions } }
        } catch let refusal as FileRefusal {
            try await refuse(upload, refusal, by)
            if refusal == .tooLarge { throw Self.tooLarge(upload.name, size, try? await Self.kind(of: bytes)) }
            throw LibraryRefusal.file(refusal, name: upload.name)
        }
        let stored = try await saying(upload.name) { try await files.put(contentsOf: incoming.path(of: name)) }
        let outcome = try await register(upload, type, source: stored.hash.description, bytes: Int(size), by: by)
        try await incoming.discard(name)
        return outcome
    }

    private static func kind(of bytes: FileBytes) async throws -> FileKind? {
        PictureHeader(try await bytes.read(at: 0, count: PictureHeader.length)) != nil ? .picture : nil
    }

    private static func tooLarge(_ name: String, _ size: Int64, _ kind: FileKind?) -> LibraryRefusal {
        .tooLarge(name: name, megabytes: Int((size + (1 << 20) - 1) >> 20), limit: Int((kind ?? .document).mostBytes >> 20))
    }

    private func refuse(_ upload: Upload, _ refusal: FileRefusal, _ by: By) async throws {
        let line: AuditID = ids.next()
        try await database.write { db in
            try note(.fileRefused, by, on: upload.name, site: upload.site, detail: refusal.rawValue, outcome: .refused, id: line, db)
            try db.execute("DELETE FROM library_upload WHERE id = \(upload.id)")
        }
        try await incoming.discard("\(upload.id)")
    }

    private func register(_ upload: Upload, _ type: FileType, source: String, bytes: Int, by: By) async throws -> UploadOutcome {
        let now = clock.now()
        let (newID, line, job): (FileID, AuditID, JobID) = (ids.next(), ids.next(), ids.next())
        let name = Self.cleanName(upload.name, type)
        return try await database.write { db in
            // The session that began it may have lost its roles meanwhile.
            guard try db.execute("DELETE FROM library_upload WHERE id = \(upload.id)") == 1 else { throw LibraryRefusal.unknownUpload }
            if upload.replaces == nil, let known = try Self.known(source, on: upload.site, db) { return .known(known) }
            let file: FileID
            let number: Int
            if let replaced = upload.replaces {
                let old = try take(replaced, expecting: nil, db)
                try Self.allow(.editFile, old, by, db)
                guard old.kind == type.kind else { throw LibraryRefusal.otherKind }
                (file, number) = (replaced, old.number + 1)
                try db.execute(
                    "UPDATE library_file SET state = 'waiting', number = \(number), changed_at = \(now), version = version + 1 WHERE id = \(file)"
                )
            } else {
                try authorize(by.actor, .addFile, on: Self.newcomer(on: upload.site), in: by.tree)
                (file, number) = (newID, 1)
                let entry = LibraryEntry(
                    id: file,
                    site: upload.site,
                    type: type.mediaType,
                    name: name,
                    title: Self.title(upload.name),
                    bytes: bytes,
                    by: by.person.id,
                    at: now
                )
                try entry.insert(state: .waiting, asset: nil, db)
            }
            try db.execute(
                """
                INSERT INTO library_version (file, number, state, raw, source, media_type, name, bytes, added_by, added_at, note)
                VALUES (\(file), \(number), 'waiting', \(source), \(source), \(type.mediaType), \(name), \(bytes), \(by.person.id), \(now), \(upload.note))
                """
            )
            try ProcessFile.add(file, number, as: job, at: now, db)
            try note(upload.replaces == nil ? .fileAdded : .fileReplaced, by, on: "\(file)", site: upload.site, detail: upload.name, id: line, db)
            guard let added = try LibraryFile.load(file, db) else { throw LibraryRefusal.unknownFile }
            return .added(added)
        }
    }

    /// The same bytes, brought to this portal before, and still there.
    private static func known(_ source: String, on site: SiteID, _ db: any Connection) throws -> LibraryFile? {
        try db.row(
            """
            SELECT \(LibraryFile.columns) FROM library_version v JOIN library_file f ON f.id = v.file
            WHERE v.source = \(source) AND f.site = \(site) AND f.deleted_at IS NULL AND v.state IN ('waiting', 'clean', 'unscanned') ORDER BY f.id LIMIT 1
            """
        ).map { try LibraryFile($0) }
    }

    /// Faults of the disk and of the order of pieces, in words for people.
    private func saying<T>(_ name: String, _ work: () async throws -> T) async throws -> T {
        do { return try await work() } catch FileStoreFault.diskFull { throw LibraryRefusal.diskFull } catch UploadFolder.Refusal.unknown {
            throw LibraryRefusal.unknownUpload
        } catch UploadFolder.Refusal.busy { throw LibraryRefusal.busy } catch UploadFolder.Refusal.tooLong {
            throw LibraryRefusal.file(.tooLarge, name: name)
        }
    }

    // MARK: - Names

    /// What a person called it, without the folders of their machine.
    static func plainName(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let line = String(oneLine(last).suffix(200))
        return line.isEmpty ? "tep" : line
    }

    /// `Hội nghị 2026.JPG` becomes `hoi-nghi-2026.jpg`.
    static func cleanName(_ name: String, _ type: FileType) -> String {
        let stem = slug(Self.stem(name))
        return (stem.isEmpty ? "tep" : stem) + "." + type.ending
    }

    static func title(_ name: String) -> String {
        let stem = Self.stem(name).replacing("_", with: " ")
        return String(oneLine(stem).prefix(FileAbout.longest.title))
    }

    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex, name.distance(from: dot, to: name.endIndex) <= 6 else { return name }
        return String(name[..<dot])
    }
}

/// The first row of a file in the library.
struct LibraryEntry {
    let id: FileID
    let site: SiteID
    let type: String
    let name: String
    let title: String
    let bytes: Int
    var width: Int?
    var height: Int?
    let by: PersonID?
    let at: Instant

    func insert(state: ScanState, asset: String?, _ db: any Connection) throws {
        let kind = FileKind(mediaType: type)
        let about = FileAbout(title: title.isEmpty ? name : title)
        try db.execute(
            """
            INSERT INTO library_file (id, site, kind, name, title, alt, is_decorative, caption, author, rights, tags, focus_x, focus_y, is_shared, is_used,
                lacks_alt, state, number, asset, media_type, bytes, width, height, added_by, added_at, changed_at, is_indexed, version)
            VALUES (\(id), \(site), \(kind), \(name), \(about.title), '', 0, '', '', \(FileRights.unknown), '', 500, 500, 0, 0,
                \(kind == .picture), \(state), 1, \(asset), \(type), \(bytes), \(width), \(height), \(by), \(at), \(at), 0, 1)
            """
        )
        try FileWords.write(of: id, on: site, about, name: name, db)
    }
}
