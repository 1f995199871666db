import FileStore
public import Logging
import Media
public import PortalNetwork
public import Store
import Vietnamese

/// Scans what was put into use before there was a scanner: some files at a time, one after the other, the next portion by a job of its own; so it is resumed
/// wherever it stopped, and a scanner is never asked by two at once. What is found is withheld: nobody gets its bytes, pages say so in its place, and an alarm
/// rings for each. Bytes are kept, because a scanner may err; what was withheld is looked at again each day and comes back where nothing is found any more.
public struct ScanOldFiles: JobWorker {
    public static let name = "scan-old-files"
    /// Files of one run, and bytes after which it ends: well within a job's lease.
    static let portion = 20
    static let most: Int64 = 64 << 20
    /// Between two runs, and when the scanner cannot be asked. Seconds.
    static let pause: Int64 = 1
    static let wait: Int64 = 300
    static let again: Int64 = 86_400

    private let library: FileLibrary
    private let publishing: Publisher
    private let scanner: any FileScanner
    private let logger: Logger

    /// - Parameter publishing: with `notices`, so that alarms ring.
    public init(_ library: FileLibrary, publishing: Publisher, scanner: any FileScanner, logger: Logger) {
        self.library = library
        self.publishing = publishing
        self.scanner = scanner
        self.logger = logger
    }

    /// Sees to it that a job is there where there is anything to scan.
    public static func start(_ library: FileLibrary) async throws {
        let (now, id): (Instant, JobID) = (library.clock.now(), library.ids.next())
        try await library.database.write { db in
            guard try !isGoing(db), try !due(at: now, limit: 1, db).isEmpty else { return }
            try add(id, at: now, after: 0, db)
        }
    }

    private static func isGoing(but job: JobID? = nil, _ db: any Connection) throws -> Bool {
        let open = try db.column(
            "SELECT id FROM job WHERE name = \(name) AND state IN (\(Job.State.waiting), \(Job.State.running)) LIMIT 3",
            as: JobID.self
        )
        return open.contains { $0 != job }
    }

    private static func add(_ id: JobID, at now: Instant, after seconds: Int64, _ db: any Connection) throws {
        try JobQueue.add(Job(id: id, name: name, payload: "", effect: "\(name) \(id)", runAt: now.adding(seconds: seconds)), at: now, db)
    }

    private struct Old: Sendable {
        let file: FileID
        let asset: String
        let sha256: String
        let type: String
        let state: ScanState
    }

    /// What was never looked at, then what was withheld a day ago.
    private static func due(at now: Instant, limit: Int, _ db: any Connection) throws -> [Old] {
        let columns: SQL = "v.file, v.asset, asset.sha256, v.media_type, v.state"
        var rows = try db.rows(
            """
            SELECT \(columns) FROM library_version v JOIN asset ON asset.id = v.asset
            WHERE v.state = 'unscanned' AND v.looked_at IS NULL AND asset.erased_at IS NULL ORDER BY v.file, v.number LIMIT \(limit)
            """
        )
        if rows.count < limit {
            rows += try db.rows(
                """
                SELECT \(columns) FROM library_version v JOIN asset ON asset.id = v.asset
                WHERE v.state = 'infected' AND v.looked_at < \(now.adding(seconds: -again)) AND asset.erased_at IS NULL
                ORDER BY v.looked_at LIMIT \(limit - rows.count)
                """
            )
        }
        return try rows.map { Old(file: try $0[0], asset: try $0[1], sha256: try $0[2], type: try $0[3], state: try $0[4]) }
    }

    public func run(_ job: Job) async throws {
        let now = library.clock.now()
        var (bytes, wait): (Int64, Int64) = (0, Self.pause)
        var seen: Set<String> = []
        for old in try await library.database.read({ try Self.due(at: now, limit: Self.portion, $0) }) where seen.insert(old.sha256).inserted {
            do { bytes += try await look(at: old) } catch let fault where !(fault is StoreFault) {
                if fault is CancellationError { throw fault }
                logger.error("The virus scanner cannot be asked; files from before wait", metadata: ["file": "\(old.file)", "error": "\(fault)"])
                wait = Self.wait
                break
            }
            if bytes > Self.most { break }
        }
        let (then, id, pause): (Instant, JobID, Int64) = (library.clock.now(), library.ids.next(), wait)
        try await library.database.write { db in
            guard try !Self.isGoing(but: job.id, db), try !Self.due(at: then, limit: 1, db).isEmpty else { return }
            try Self.add(id, at: then, after: pause, db)
        }
    }

    /// - Returns: bytes that were scanned.
    private func look(at old: Old) async throws -> Int64 {
        guard let hash = ContentHash(old.sha256) else { return 0 }
        let opened: any OpenedFile
        do { opened = try await library.files.open(hash) } catch FileStoreFault.missing {
            try await leave(old, because: FileRefusal.damaged.rawValue)
            return 0
        }
        switch try await scanner.look(at: opened, of: FileKind(mediaType: old.type)) {
        case .clean: try await pass(old)
        case .infected(let virus): try await withhold(old, virus)
        case .tooLarge: try await leave(old, because: FileRefusal.unscannable.rawValue)
        }
        return min(opened.size, scanner.limit)
    }

    /// It cannot be scanned: it stays what it was, and nobody asks again.
    private func leave(_ old: Old, because problem: String) async throws {
        let now = library.clock.now()
        try await library.database.write { db in
            try db.execute(
                """
                UPDATE library_version SET looked_at = \(now), problem = COALESCE(problem, \(problem))
                WHERE asset IN (SELECT id FROM asset WHERE sha256 = \(old.sha256)) AND state = \(old.state)
                """
            )
        }
    }

    private func pass(_ old: Old) async throws {
        let now = library.clock.now()
        try await library.database.write { db in
            let assets = try db.column("SELECT id FROM asset WHERE sha256 = \(old.sha256)", as: String.self)
            let isBack = try db.value("SELECT 1 FROM asset WHERE sha256 = \(old.sha256) AND withheld IS NOT NULL", as: Int.self) != nil
            if isBack { try EventLog.begin(db) }
            let files = try Self.files(of: assets, db)
            try db.execute(
                """
                UPDATE library_version SET state = \(ScanState.clean), looked_at = \(now), problem = NULL
                WHERE asset IN (\(list: assets)) AND state IN (\(ScanState.unscanned), \(ScanState.infected))
                """
            )
            try db.execute("UPDATE asset SET withheld = NULL WHERE id IN (\(list: assets))")
            for file in files { try Self.settle(file, db) }
            if isBack { try tell(assets, now, db) }
        }
    }

    private func withhold(_ old: Old, _ virus: String) async throws {
        logger.error("A virus was found in a file that is in use; it is withheld", metadata: ["file": "\(old.file)", "virus": "\(virus)"])
        let now = library.clock.now()
        let virus = String(virus.prefix(200))
        let ids = library.ids
        try await library.database.write { db in
            try EventLog.begin(db)
            let assets = try db.column("SELECT id FROM asset WHERE sha256 = \(old.sha256)", as: String.self)
            let isKnown = try db.value("SELECT 1 FROM asset WHERE id = \(old.asset) AND withheld IS NOT NULL", as: Int.self) != nil
            try db.execute("UPDATE asset SET withheld = \(virus) WHERE id IN (\(list: assets))")
            try db.execute(
                """
                UPDATE library_version SET state = \(ScanState.infected), looked_at = \(now), problem = \(virus)
                WHERE asset IN (\(list: assets)) AND state IN (\(ScanState.unscanned), \(ScanState.clean), \(ScanState.infected))
                """
            )
            guard !isKnown else { return }
            for file in try Self.files(of: assets, db) {
                try Self.settle(file, db)
                guard let entry = try LibraryFile.load(file, db) else { continue }
                try AuditTrail.add(
                    .fileInfected,
                    .refused,
                    by: nil,
                    on: "\(file)",
                    site: entry.site,
                    detail: "\(entry.name): \(virus)",
                    from: Access.Caller(address: "scanner", agent: Self.name),
                    id: ids.next(),
                    at: now,
                    in: db
                )
            }
            try tell(assets, now, db)
            for item in try db.column("SELECT DISTINCT item FROM asset_use WHERE asset IN (\(list: assets)) ORDER BY item LIMIT 200", as: ItemID.self)
            {
                try publishing.alarm(.fileInfected, item, detail: virus, db)
            }
        }
    }

    /// Pages of the portals concerned are made anew, and the record says that something around their items changed.
    private func tell(_ assets: [String], _ now: Instant, _ db: any Connection) throws {
        var sites = try db.column("SELECT DISTINCT site FROM asset WHERE id IN (\(list: assets))", as: SiteID.self)
        sites += try db.column(
            "SELECT DISTINCT item.site FROM asset_use JOIN item ON item.id = asset_use.item WHERE asset_use.asset IN (\(list: assets)) LIMIT 500",
            as: SiteID.self
        )
        try publishing.chrome("file", Set(sites).sorted(), now, db)
    }

    private static func files(of assets: [String], _ db: any Connection) throws -> [FileID] {
        try db.column("SELECT DISTINCT file FROM library_version WHERE asset IN (\(list: assets)) ORDER BY file", as: FileID.self)
    }

    /// The file stands on the newest version that may be used; its state is the newest version's.
    private static func settle(_ file: FileID, _ db: any Connection) throws {
        if try !LibraryFile.stand(on: file, db) { try db.execute("UPDATE library_file SET asset = NULL, version = version + 1 WHERE id = \(file)") }
        try db.execute(
            """
            UPDATE library_file SET state = COALESCE((SELECT state FROM library_version v WHERE v.file = library_file.id AND v.number = library_file.number),
                state) WHERE id = \(file)
            """
        )
    }
}

extension FileLibrary {
    /// So many are counted; more are "more than".
    public static let mostCounted = 10_000

    /// How many files of a portal (nil: of all) were never scanned and wait for it.
    public func unscanned(on site: SiteID?) async throws -> Int {
        let place: SQL = site.map { "f.site = \($0) AND " } ?? ""
        return try await database.read { db in
            try db.value(
                """
                SELECT count(*) FROM (SELECT 1 AS one FROM library_file f JOIN library_version v ON v.file = f.id AND v.number = f.number
                    WHERE \(place)f.state = 'unscanned' AND f.deleted_at IS NULL AND v.looked_at IS NULL LIMIT \(Self.mostCounted)) AS c
                """,
                as: Int.self
            ) ?? 0
        }
    }

    /// How many assets are withheld because of what a scanner found.
    public func withheld() async throws -> Int {
        try await database.read { try $0.value("SELECT count(*) FROM asset WHERE withheld IS NOT NULL", as: Int.self) ?? 0 }
    }
}

extension Reader {
    /// Files nobody gets because of what a scanner found, by their public name: nearly always none.
    public func withheldAssets() async throws -> Set<String> {
        Set(try await database.read { try $0.column("SELECT id FROM asset WHERE withheld IS NOT NULL LIMIT 10000", as: String.self) })
    }
}
