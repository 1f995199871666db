import FileStore
public import Logging
import Media
import PortalNetwork
public import ServiceLifecycle
import Store
import Vietnamese

/// Keeps the library in order: throws away what was never finished, destroys what was deleted long enough ago, reads the words of files that came by other doors,
/// and sees to it that no file waits without a job.
public struct LibraryCare: Service {
    private let library: FileLibrary
    private let scansOld: Bool
    private let logger: Logger

    /// - Parameter scansOld: whether a scanner is configured, so that files from before there was one are scanned.
    public init(_ library: FileLibrary, scansOld: Bool = false, logger: Logger) {
        self.library = library
        self.scansOld = scansOld
        self.logger = logger
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await trying { try await tidy() }
                try? await Task.sleep(for: .seconds(600))
            }
        }
    }

    private func trying(_ work: () async throws -> Void) async {
        do { try await work() } catch is CancellationError {} catch StoreFault.closed {} catch {
            logger.warning("The library could not be tidied", metadata: ["error": "\(error)"])
        }
    }

    public func tidy() async throws {
        try await dropUnfinished()
        try await destroyDeleted()
        try await readWords()
        try await wake()
        if scansOld { try await ScanOldFiles.start(library) }
    }

    private func dropUnfinished() async throws {
        let moment = library.clock.now().adding(seconds: -FileLibrary.keepsUnfinished)
        let old = try await library.database.read { db in
            try db.column("SELECT id FROM library_upload WHERE touched_at < \(moment) ORDER BY touched_at LIMIT 1000", as: UploadID.self)
        }
        for id in old {
            try await library.database.write { _ = try $0.execute("DELETE FROM library_upload WHERE id = \(id) AND touched_at < \(moment)") }
            try await library.incoming.discard("\(id)")
        }
        // Bytes whose row is gone: a crash came between the two.
        for name in try await library.incoming.names(untouchedFor: Int(FileLibrary.keepsUnfinished)) {
            let isKnown = try await library.database.read { db in
                try UploadID(name).flatMap { try db.value("SELECT 1 FROM library_upload WHERE id = \($0)", as: Int.self) } != nil
            }
            if !isKnown { try await library.incoming.discard(name) }
        }
    }

    /// Destroys files deleted thirty days ago, with everything made of them. One that something uses after all comes back.
    /// - Returns: how many are gone.
    @discardableResult
    public func destroyDeleted() async throws -> Int {
        let now = library.clock.now()
        let moment = now.adding(seconds: -FileLibrary.keepsDeleted)
        var gone = 0
        while true {
            let due = try await library.database.read { db in
                try db.column("SELECT id FROM library_file f WHERE f.deleted_at IS NOT NULL AND f.deleted_at < \(moment) LIMIT 100", as: FileID.self)
            }
            guard !due.isEmpty else { return gone }
            for id in due {
                let line: AuditID = library.ids.next()
                let hashes = try await library.database.write { db in try destroy(id, deletedBefore: moment, at: now, line, db) }
                for hash in hashes.compactMap({ ContentHash($0) }) { try await library.files.delete(hash) }
                gone += 1
            }
        }
    }

    private func destroy(_ id: FileID, deletedBefore moment: Instant, at now: Instant, _ line: AuditID, _ db: any Connection) throws -> [String] {
        guard let file = try LibraryFile.load(id, locking: true, db), let deleted = file.deletedAt, deleted < moment else { return [] }
        guard try FileLibrary.useCount(of: id, db) == 0 else {
            try db.execute("UPDATE library_file SET deleted_at = NULL, deleted_by = NULL, version = version + 1 WHERE id = \(id)")
            return []
        }
        let assets = try FileLibrary.assets(of: id, db)
        var hashes = try LibraryFile.remove(id, db)
        for asset in assets where try db.value("SELECT 1 FROM library_version WHERE asset = \(asset)", as: Int.self) == nil {
            guard let hash = try db.value("SELECT sha256 FROM asset WHERE id = \(asset)", as: String.self) else { continue }
            try Asset.erase(asset, at: now, db)
            hashes.append(hash)
        }
        try AuditTrail.add(
            .fileDestroyed,
            by: nil,
            on: "\(id)",
            site: file.site,
            detail: file.name,
            from: Access.Caller(address: "library", agent: "caunoi"),
            id: line,
            at: now,
            in: db
        )
        return try hashes.filter { try !LibraryFile.isNeeded($0, db) }
    }

    /// The words of files that an import or an older version of this program brought.
    public func readWords() async throws {
        while true {
            let done = try await library.database.write { db in
                let rows = try db.rows("SELECT \(LibraryFile.columns) FROM library_file f WHERE f.is_indexed = 0 ORDER BY f.id LIMIT 200")
                for row in rows {
                    let file = try LibraryFile(row)
                    try FileWords.write(of: file.id, on: file.site, file.about, name: file.name, db)
                }
                return rows.count
            }
            if done < 200 { return }
        }
    }

    /// A file that waits has a job that looks into it, whatever happened to the one it had.
    public func wake() async throws {
        let waiting = try await library.database.read { db in
            try db.rows("SELECT file, number, added_at FROM library_version WHERE state = 'waiting' ORDER BY file LIMIT 1000").map { row in
                (file: try row[0] as FileID, number: try row[1] as Int)
            }
        }
        let now = library.clock.now()
        for (file, number) in waiting {
            let id: JobID = library.ids.next()
            try await library.database.write { db in
                let open = try db.value(
                    """
                    SELECT 1 FROM job WHERE name = \(ProcessFile.name) AND payload LIKE \("\(file) \(number) %")
                        AND state IN (\(Job.State.waiting), \(Job.State.running)) LIMIT 1
                    """,
                    as: Int.self
                )
                // A number of its own, beyond those of attempts: the effect must be another.
                if open == nil { try ProcessFile.add(file, number, as: id, at: now, try: Int(now.rawValue / 1000), db) }
            }
        }
    }
}
