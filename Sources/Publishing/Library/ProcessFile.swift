public import FileStore
public import Logging
public import Media
import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// What a virus scanner says of a file.
public enum ScanVerdict: Sendable, Hashable {
    case clean
    case infected(String)
    /// Larger than it takes.
    case tooLarge
}

/// A virus scanner somewhere.
public protocol FileScanner: Sendable {
    /// The most bytes it takes.
    var limit: Int64 { get }

    /// Looks at the first bytes of a file, at most `limit`.
    /// - Throws: where it cannot be asked, or does not answer; then nothing is known of the file.
    func scan(_ file: any OpenedFile) async throws -> ScanVerdict
}

extension FileScanner {
    /// Looks at a file as its kind asks for. Players show sound and film and run nothing of it: there the beginning is looked at. Everything else is looked at whole,
    /// or is too large.
    package func look(at file: any OpenedFile, of kind: FileKind?) async throws -> ScanVerdict {
        guard file.size <= limit || kind == .film || kind == .audio else { return .tooLarge }
        return try await scan(file)
    }
}

/// Looks into a file in quarantine and lets it out: scanned, pictures written anew without a word of where they were taken, documents read for their words and
/// their first page. Only now it becomes an asset.
public struct ProcessFile: JobWorker {
    public static let name = "process-file"
    private let library: FileLibrary
    private let scanner: (any FileScanner)?
    private let door: WorkerDoor?
    private let logger: Logger

    /// - Parameters:
    ///   - scanner: nil where none is configured; files are then marked as not scanned.
    ///   - door: the workers; without them pictures wait.
    public init(_ library: FileLibrary, scanner: (any FileScanner)?, door: WorkerDoor?, logger: Logger) {
        self.library = library
        self.scanner = scanner
        self.door = door
        self.logger = logger
    }

    /// Inside the transaction that registers the version.
    static func add(
        _ file: FileID,
        _ number: Int,
        as id: JobID,
        at now: Instant,
        after seconds: Int64 = 0,
        try attempt: Int = 0,
        _ db: any Connection
    ) throws {
        let effect = "\(name) \(file) \(number)" + (attempt == 0 ? "" : " \(attempt)")
        let payload = "\(file) \(number) \(attempt)"
        try JobQueue.add(Job(id: id, name: name, payload: payload, effect: effect, runAt: now.adding(seconds: seconds)), at: now, db)
    }

    struct Work: Sendable {
        let file: FileID
        let number: Int
        let site: SiteID
        let type: FileType
        let name: String
        let raw: String
        let hash: ContentHash
    }

    /// What comes out of quarantine.
    struct Result: Sendable {
        var bytes: [UInt8]?
        /// What was written anew and is in the store already.
        var stored: ContentHash?
        var width: Int?
        var height: Int?
        var facts = DocumentFacts()
        var page: [UInt8]?
    }

    public func run(_ job: Job) async throws {
        let parts = job.payload.split(separator: " ")
        guard parts.count == 3, let file = FileID(String(parts[0])), let number = Int(parts[1]), let attempt = Int(parts[2]),
            let work = try await work(file, number)
        else { return }
        let opened: any OpenedFile
        do { opened = try await library.files.open(work.hash) } catch FileStoreFault.missing {
            return try await end(work, .failed, FileRefusal.damaged.rawValue)
        }
        var state = ScanState.unscanned
        if let scanner {
            do {
                switch try await scanner.look(at: opened, of: work.type.kind) {
                case .clean: state = .clean
                case .infected(let virus): return try await infected(work, virus)
                case .tooLarge: return try await end(work, .failed, FileRefusal.unscannable.rawValue)
                }
            } catch {
                return try await postpone(work, attempt, because: "The virus scanner cannot be asked; uploads wait", error)
            }
        }
        do {
            try await release(work, state, try await look(into: opened, work))
        } catch let refusal as FileRefusal {
            try await end(work, .failed, refusal.rawValue)
        } catch let refusal as PictureRefusal {
            try await end(work, .failed, FileRefusal(refusal).rawValue)
        } catch let fault as WorkerFault where fault.isAbsence {
            try await postpone(work, attempt, because: "Pictures cannot be looked into; uploads wait", fault)
        }
    }

    private func work(_ file: FileID, _ number: Int) async throws -> Work? {
        let row = try await library.database.read { db in
            try db.row(
                """
                SELECT f.site, v.media_type, v.name, v.raw FROM library_version v JOIN library_file f ON f.id = v.file
                WHERE v.file = \(file) AND v.number = \(number) AND v.state = 'waiting' AND v.raw IS NOT NULL
                """
            )
        }
        guard let row else { return nil }
        let (type, raw): (String, String) = (try row[1], try row[3])
        guard let type = FileType(mediaType: type), let hash = ContentHash(raw) else { return nil }
        return Work(file: file, number: number, site: try row[0], type: type, name: try row[2], raw: raw, hash: hash)
    }

    private func look(into file: any OpenedFile, _ work: Work) async throws -> Result {
        var result = Result()
        switch work.type.kind {
        case .picture:
            guard let door else { throw WorkerFault.cannotStart("no media worker is configured") }
            let clean = try await door.clean(try await library.files.content(of: work.hash))
            (result.bytes, result.width, result.height) = (clean.bytes, clean.width, clean.height)
        case .document:
            result.facts = try await DocumentReader(door: door).facts(of: FileBytes(file), work.type)
            if let page = result.facts.firstPage, let door { result.page = try? await door.clean(page).bytes }
            for trouble in result.facts.troubles {
                logger.warning("Something of a document could not be read", metadata: ["file": "\(work.file)", "trouble": "\(trouble)"])
            }
        case .film where work.type == .mp4: result.stored = try await withoutPlace(file)
        case .audio, .film, .captions: break
        }
        return result
    }

    /// A film without what its telephone wrote of place and maker; nil where there is nothing of it.
    private func withoutPlace(_ file: any OpenedFile) async throws -> ContentHash? {
        let boxes = try await FilmPrivacy.boxes(of: FileBytes(file))
        guard !boxes.isEmpty else { return nil }
        var offset: Int64 = 0
        return try await library.files.put(upTo: nil) {
            let piece = try await file.read(at: offset, count: 1 << 20)
            guard !piece.isEmpty else { return nil }
            defer { offset += Int64(piece.count) }
            return FilmPrivacy.blank(piece, at: offset, boxes)
        }.hash
    }

    // MARK: - What becomes of it

    private func release(_ work: Work, _ state: ScanState, _ result: Result) async throws {
        let salt = Salt()
        var hash = work.hash
        var hasher = CommitmentHasher(.asset, salt: salt)
        var size = 0
        if let bytes = result.bytes {
            hash = try await library.files.put(bytes).hash
            hasher.update(bytes)
            size = bytes.count
        } else {
            hash = result.stored ?? work.hash
            let file = try await library.files.open(hash)
            while Int64(size) < file.size {
                let piece = try await file.read(at: Int64(size), count: 1 << 20)
                if piece.isEmpty { throw FileStoreFault.missing(hash) }
                hasher.update(piece)
                size += piece.count
            }
        }
        let page = if let page = result.page { try await library.files.put(page).hash.description } else { String?.none }
        let asset = Asset(
            id: hasher.finish().hex,
            site: work.site,
            sha256: hash.description,
            mediaType: work.type.mediaType,
            name: work.name,
            bytes: size,
            width: result.width,
            height: result.height
        )
        let (now, job): (Instant, JobID) = (library.clock.now(), library.ids.next())
        let text = result.facts.text.isEmpty ? nil : result.facts.text
        let pages = result.facts.pages
        try await library.database.write { db in
            let isNew = try db.execute(
                """
                INSERT INTO asset (id, site, sha256, salt, media_type, name, bytes, width, height, created_at)
                VALUES (\(asset.id), \(asset.site), \(asset.sha256), \(salt.bytes), \(asset.mediaType), \(asset.name), \(asset.bytes), \(asset.width),
                    \(asset.height), \(now))
                ON CONFLICT (site, sha256) DO NOTHING
                """
            )
            guard let id = try db.value("SELECT id FROM asset WHERE site = \(asset.site) AND sha256 = \(asset.sha256)", as: String.self) else {
                return
            }
            if isNew > 0 { try MakePictures.add(asset, as: job, at: now, db) }
            try db.execute(
                """
                UPDATE library_version SET state = \(state), asset = \(id), raw = NULL, page = \(page), bytes = \(asset.bytes), pages = \(pages),
                    text = \(text) WHERE file = \(work.file) AND number = \(work.number) AND state = 'waiting'
                """
            )
            try db.execute(
                """
                UPDATE library_file SET state = \(state), asset = \(id), name = \(asset.name), media_type = \(asset.mediaType), bytes = \(asset.bytes),
                    width = \(asset.width), height = \(asset.height), version = version + 1
                WHERE id = \(work.file) AND number = \(work.number)
                """
            )
            try LibraryFile.noteUse(of: id, db)
        }
        try await dispose(work.raw)
    }

    private func infected(_ work: Work, _ virus: String) async throws {
        logger.error("A virus was found in an upload; it was destroyed", metadata: ["file": "\(work.file)", "virus": "\(virus)"])
        try await end(work, .infected, virus)
    }

    private func end(_ work: Work, _ state: ScanState, _ problem: String) async throws {
        let (now, line): (Instant, AuditID) = (library.clock.now(), library.ids.next())
        try await library.database.write { db in
            let changed = try db.execute(
                """
                UPDATE library_version SET state = \(state), raw = NULL, problem = \(String(problem.prefix(200)))
                WHERE file = \(work.file) AND number = \(work.number) AND state = 'waiting'
                """
            )
            guard changed == 1 else { return }
            try db.execute("UPDATE library_file SET state = \(state), version = version + 1 WHERE id = \(work.file) AND number = \(work.number)")
            try AuditTrail.add(
                state == .infected ? .fileInfected : .fileRefused,
                .refused,
                by: nil,
                on: "\(work.file)",
                site: work.site,
                detail: "\(work.name): \(problem)",
                from: Access.Caller(address: "scanner", agent: Self.name),
                id: line,
                at: now,
                in: db
            )
        }
        try await dispose(work.raw)
    }

    /// Bytes of quarantine that nothing needs any more.
    private func dispose(_ raw: String) async throws {
        guard let hash = ContentHash(raw), try await library.database.read({ try !LibraryFile.isNeeded(raw, $0) }) else { return }
        try await library.files.delete(hash)
    }

    /// Tries again later, as often as it takes: a scanner that is down must not let a file through, nor lose it.
    private func postpone(_ work: Work, _ attempt: Int, because text: Logger.Message, _ error: any Error) async throws {
        logger.error(text, metadata: ["file": "\(work.file)", "error": "\(error)", "attempt": "\(attempt + 1)"])
        let (now, id): (Instant, JobID) = (library.clock.now(), library.ids.next())
        try await library.database.write {
            try Self.add(work.file, work.number, as: id, at: now, after: Self.pause(after: attempt), try: attempt + 1, $0)
        }
    }

    /// Seconds until what looks into files is asked again.
    package static func pause(after attempt: Int) -> Int64 { min(300, Int64(5) << Int64(min(attempt, 6))) }
}
