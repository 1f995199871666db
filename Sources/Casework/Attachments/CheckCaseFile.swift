import FileStore
public import Logging
public import Media
import PortalNetwork
public import Publishing
import Store
import Vietnamese

/// Looks into a file that came with a case and lets it out of quarantine: scanned, pictures written anew without a word of where they were taken. Only now officials
/// have it; what was let through while there was no scanner is only scanned, once there is one. What it finds is sealed under the case's key like what came; a case that was erased meanwhile has nothing left to be looked into.
public struct CheckCaseFile: JobWorker {
    public static let name = "check-case-file"
    /// How often a picture may end the worker before it is the picture's fault.
    static let mostEnds = 3

    private let casework: Casework
    private let scanner: (any FileScanner)?
    private let door: WorkerDoor?
    private let logger: Logger

    /// - Parameters:
    ///   - scanner: nil where none is configured; files are then marked as not scanned.
    ///   - door: the workers; without them pictures wait.
    public init(_ casework: Casework, scanner: (any FileScanner)?, door: WorkerDoor?, logger: Logger) {
        self.casework = casework
        self.scanner = scanner
        self.door = door
        self.logger = logger
    }

    /// Inside the transaction that keeps the file.
    static func add(
        _ id: CaseID,
        _ number: Int,
        as job: JobID,
        at now: Instant,
        after seconds: Int64 = 0,
        try attempt: Int = 0,
        again isAgain: Bool = false,
        _ db: any Connection
    ) throws {
        let effect = "\(name) \(id) \(number)" + (isAgain ? " scan" : "") + (attempt == 0 ? "" : " \(attempt)")
        let payload = "\(id) \(number) \(attempt)"
        try JobQueue.add(Job(id: job, name: name, payload: payload, effect: effect, runAt: now.adding(seconds: seconds)), at: now, db)
    }

    private struct Work: Sendable {
        let id: CaseID
        let number: Int
        /// Waiting; or not scanned, and in use already.
        let state: ScanState
        let type: FileType?
        let bytes: [UInt8]
    }

    public func run(_ job: Job) async throws {
        let parts = job.payload.split(separator: " ")
        guard parts.count == 3, let id = CaseID(String(parts[0])), let number = Int(parts[1]), let attempt = Int(parts[2]) else { return }
        let keys = try await casework.keys([id])
        guard let work = try await work(id, number, keys) else { return }
        var state = ScanState.unscanned
        if let scanner {
            do {
                switch try await scanner.look(at: BytesInMemory(work.bytes), of: work.type?.kind) {
                case .clean: state = .clean
                case .infected(let virus): return try await end(work, .infected, virus)
                case .tooLarge: return try await tooLarge(work)
                }
            } catch {
                return try await postpone(work, attempt, because: "The virus scanner cannot be asked; files of cases wait", error)
            }
        }
        do {
            try await release(work, state, work.state == .waiting ? try await written(work) : nil)
        } catch let refusal as PictureRefusal {
            try await end(work, .failed, FileRefusal(refusal).rawValue)
        } catch let fault as WorkerFault where fault.isAbsence {
            try await postpone(work, attempt, because: "Pictures cannot be looked into; files of cases wait", fault)
        } catch let fault as WorkerFault {
            guard job.attempts >= Self.mostEnds else { throw fault }
            try await end(work, .failed, FileRefusal.damaged.rawValue)
        }
    }

    private func work(_ id: CaseID, _ number: Int, _ keys: ItemKeys) async throws -> Work? {
        let key = ItemID(rawValue: id.rawValue)
        guard keys.has(key) else { return nil }
        let states: [ScanState] = scanner == nil ? [.waiting] : [.waiting, .unscanned]
        return try await casework.database.read { db in
            let row = try db.row(
                "SELECT type, sealed, state FROM case_attachment WHERE case_id = \(id) AND number = \(number) AND state IN (\(list: states))"
            )
            guard let row, let bytes = try keys.open(try row[1], of: key, as: CaseSeal.file(number)) else { return nil }
            return Work(id: id, number: number, state: try row[2], type: FileType(mediaType: try row[0]), bytes: bytes)
        }
    }

    /// The bytes as officials may have them; nil where they stay as they came.
    private func written(_ work: Work) async throws -> [UInt8]? {
        switch work.type {
        case let type? where type.isPicture:
            guard let door else { throw WorkerFault.cannotStart("no media worker is configured") }
            return try await door.clean(work.bytes).bytes
        case .mp4:
            let boxes = try await FilmPrivacy.boxes(of: FileBytes(work.bytes))
            return boxes.isEmpty ? nil : FilmPrivacy.blank(work.bytes, at: 0, boxes)
        default: return nil
        }
    }

    // MARK: - What becomes of it

    private func release(_ work: Work, _ state: ScanState, _ written: [UInt8]?) async throws {
        let keys = try await casework.keys([work.id])
        let sealed = try written.map { try keys.seal($0, of: ItemID(rawValue: work.id.rawValue), as: CaseSeal.file(work.number)) }
        // Erased while the picture was written: there is no key to seal it with, and no row to keep it in.
        if case .some(.none) = sealed { return }
        try await casework.database.write { db in
            if let written, case .some(.some(let sealed)) = sealed {
                try db.execute(
                    """
                    UPDATE case_attachment SET state = \(state), sealed = \(sealed), bytes = \(written.count)
                    WHERE case_id = \(work.id) AND number = \(work.number) AND state = \(work.state)
                    """
                )
            } else {
                try db.execute(
                    """
                    UPDATE case_attachment SET state = \(state)
                    WHERE case_id = \(work.id) AND number = \(work.number) AND state = \(work.state)
                    """
                )
            }
        }
    }

    /// What officials have already stays as it is, marked as not scanned.
    private func tooLarge(_ work: Work) async throws {
        if work.state == .waiting { try await end(work, .failed, FileRefusal.unscannable.rawValue) }
    }

    /// The bytes are destroyed; the case says that there was a file, and why it is not there.
    private func end(_ work: Work, _ state: ScanState, _ problem: String) async throws {
        let (now, line): (Instant, AuditID) = (casework.clock.now(), casework.ids.next())
        let nothing: [UInt8] = []
        let level: Logger.Level = state == .infected ? .error : .notice
        logger.log(level: level, "A file that came with a case was destroyed", metadata: ["case": "\(work.id)", "because": "\(problem)"])
        try await casework.database.write { db in
            let changed = try db.execute(
                """
                UPDATE case_attachment SET state = \(state), sealed = \(nothing), problem = \(String(problem.prefix(200)))
                WHERE case_id = \(work.id) AND number = \(work.number) AND state = \(work.state)
                """
            )
            guard changed == 1, let file = try CaseFile.load(work.id, db) else { return }
            try AuditTrail.add(
                state == .infected ? .fileInfected : .fileRefused,
                .refused,
                by: nil,
                on: "\(file.code)",
                site: file.desk,
                detail: "file \(work.number): \(problem)",
                from: Access.Caller(address: "scanner", agent: Self.name),
                id: line,
                at: now,
                in: db
            )
        }
    }

    /// Tries again later, as often as it takes: a scanner that is down must not let a file through, nor lose it.
    private func postpone(_ work: Work, _ attempt: Int, because text: Logger.Message, _ error: any Error) async throws {
        logger.error(text, metadata: ["case": "\(work.id)", "error": "\(error)", "attempt": "\(attempt + 1)"])
        let (now, id): (Instant, JobID) = (casework.clock.now(), casework.ids.next())
        let pause = ProcessFile.pause(after: attempt)
        try await casework.database.write {
            try Self.add(work.id, work.number, as: id, at: now, after: pause, try: attempt + 1, again: work.state != .waiting, $0)
        }
    }
}

extension Casework {
    /// Has looked into what waits and has no job: files that came before they were looked into, and, where there is a scanner now, what was let through without
    /// one. Once at each start; jobs that are there stay one.
    /// - Returns: how many files there are.
    @discardableResult
    public func checkOldFiles(scans: Bool = false) async throws -> Int {
        let now = clock.now()
        let waiting = try await database.read { db in
            // Literal states, for the two indexes.
            var rows = try db.rows("SELECT case_id, number, state FROM case_attachment WHERE state = 'waiting' ORDER BY case_id, number")
            if scans { rows += try db.rows("SELECT case_id, number, state FROM case_attachment WHERE state = 'unscanned' ORDER BY case_id, number") }
            return try rows.map { row -> (id: CaseID, number: Int, state: ScanState) in (try row[0], try row[1], try row[2]) }
        }
        for start in stride(from: 0, to: waiting.count, by: 200) {
            let part = waiting[start..<min(start + 200, waiting.count)].map { (file: $0, job: ids.next(JobID.self)) }
            try await database.write { db in
                for one in part { try CheckCaseFile.add(one.file.id, one.file.number, as: one.job, at: now, again: one.file.state != .waiting, db) }
                try JobQueue.forget([CheckCaseFile.name], finishedBefore: now.adding(seconds: -86_400), db)
            }
        }
        return waiting.count
    }
}

/// Bytes that are no file anywhere, for who wants one.
private struct BytesInMemory: OpenedFile {
    private let bytes: [UInt8]
    let hash: ContentHash

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        hash = ContentHash(of: bytes)
    }

    var size: Int64 { Int64(bytes.count) }

    func read(at offset: Int64, count: Int) async throws -> [UInt8] {
        let start = Int(min(max(0, offset), size))
        return Array(bytes[start..<min(bytes.count, start + min(count, 1 << 20))])
    }
}
