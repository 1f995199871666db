import FileStore
import Foundation
import Library
import Logging
import Media
import PortalNetwork
import PortalTesting
import Publishing
import RichText
import Store
import Synchronization
import Vietnamese

/// A scanner that says what a test wants, or is not there.
final class ScriptedScanner: FileScanner {
    struct Down: Error {}
    let limit: Int64
    private let isDown = Mutex(false)

    init(limit: Int64 = 25 << 20) { self.limit = limit }
    func set(down: Bool) { isDown.withLock { $0 = down } }

    func scan(_ file: any OpenedFile) async throws -> ScanVerdict {
        if isDown.withLock({ $0 }) { throw Down() }
        let bytes = try await file.read(at: 0, count: 1 << 20)
        return String(decoding: bytes, as: UTF8.self).contains("VIRUS-THU") ? .infected("Thu.Nghiem") : .clean
    }
}

/// The library of the test province, with its jobs at hand.
struct LibraryPlace: Sendable {
    let portal: TestPortal
    let library: FileLibrary
    let scanner: (any FileScanner)?
    let door: WorkerDoor

    static func with<T>(_ backend: Backend, scanner: (any FileScanner)? = nil, _ body: (LibraryPlace) async throws -> T) async throws -> T {
        try await TestPortal.with(backend) { portal in
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caunoi-uploads-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let door = WorkerDoor(TestPortal.worker, logger: TestPortal.logger)
            defer { door.close() }
            return try await body(
                LibraryPlace(
                    portal: portal,
                    library: FileLibrary(
                        database: portal.database,
                        files: portal.files,
                        incoming: try UploadFolder(root: folder),
                        clock: portal.clock.clock,
                        ids: IdentifierMaker(node: 7, clock: portal.clock.clock)
                    ),
                    scanner: scanner,
                    door: door
                )
            )
        }
    }

    var care: LibraryCare { LibraryCare(library, logger: TestPortal.logger) }

    func by(_ handle: String) async throws -> FileLibrary.By {
        let actor = try await portal.by(handle).actor
        let person = try await portal.database.read { try People.person(actor.person, in: $0) }
        return FileLibrary.By(person, as: actor, in: portal.tree, from: Access.Caller(address: "192.0.2.7", agent: "test"))
    }

    /// Uploads bytes whole, as the form without script does.
    @discardableResult
    func upload(_ name: String, _ bytes: [UInt8], replacing: FileID? = nil, on site: SiteID? = nil, by handle: String = "writer") async throws
        -> LibraryFile
    {
        var rest: [UInt8]? = bytes
        return try await library.receive(name, replacing: replacing, on: site ?? portal.province.id, by: try await by(handle)) {
            defer { rest = nil }
            return rest
        }.file
    }

    /// What the program does beside requests: looks into what waits. Returns how many jobs there were.
    @discardableResult
    func process(with scanner: (any FileScanner)?? = .none) async throws -> Int {
        let runner = JobRunner(
            database: portal.database,
            workers: [ProcessFile(library, scanner: scanner ?? self.scanner, door: door, logger: TestPortal.logger)],
            owner: 7,
            clock: portal.clock.clock,
            logger: TestPortal.logger
        )
        return try await runner.runDue()
    }

    func file(_ id: FileID) async throws -> LibraryFile? { try await library.file(id, for: portal.province.id, in: portal.tree) }

    /// Uploaded and looked into.
    func ready(_ name: String, _ bytes: [UInt8], on site: SiteID? = nil, by handle: String = "writer") async throws -> LibraryFile {
        let file = try await upload(name, bytes, on: site, by: handle)
        try await process()
        return try await library.file(file.id, for: file.site, in: portal.tree) ?? file
    }

    func audit(_ action: AuditAction) async throws -> [AuditLine] {
        try await portal.database.read { try AuditTrail.lines(AuditTrail.Query(action: action.rawValue), in: $0) }
    }

    static func picture(_ seed: Int = 0) -> [UInt8] { SamplePNG.bytes(width: 400 + seed, height: 300, alpha: false) }
}
