import FileStore
public import Logging
public import Media
import PortalNetwork
public import ServiceLifecycle
public import Store
public import Vietnamese

/// Keeps smaller pictures in step with the files they are of: what was erased here, on another node or by a command leaves nothing behind; pictures whose
/// size nobody said get a job; finished jobs are forgotten.
public struct PictureKeeping: Service {
    private let database: any Database
    private let store: RenditionStore
    private let ids: IdentifierMaker
    private let clock: Clock
    private let logger: Logger

    public init(database: any Database, store: RenditionStore, ids: IdentifierMaker, clock: Clock, logger: Logger) {
        self.database = database
        self.store = store
        self.ids = ids
        self.clock = clock
        self.logger = logger
    }

    public func run() async throws {
        let start = try await database.read { try EventLog.head($0) }
        try? await cancelWhenGracefulShutdown {
            await trying { try await measureOld() }
            await trying { try await sweep() }
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    var cursor = start
                    for await _ in database.announcements(EventLog.channel) { await trying { cursor = try await follow(from: cursor) } }
                }
                group.addTask {
                    while !Task.isCancelled {
                        try? await Task.sleep(for: .seconds(3600))
                        await trying { try await forget() }
                        // An announcement may have been lost.
                        await trying { try await sweep() }
                    }
                }
            }
        }
    }

    /// Takes out what was made of files that no asset needs any more.
    public func sweep() async throws {
        var last: ContentHash?
        while true {
            let held = store.pictures(after: last)
            guard let end = held.last else { return }
            last = end
            let names = held.map(\.description)
            let known = try await database.read { Set(try $0.column("SELECT sha256 FROM asset WHERE sha256 IN (\(list: names))", as: String.self)) }
            for hash in held where !known.contains(hash.description) { store.remove(hash) }
        }
    }

    /// Pictures of older installations, whose size nobody noted.
    public func measureOld() async throws {
        let now = clock.now()
        var last = ""
        while true {
            let after = last
            let part = try await database.read { db in
                try db.rows(
                    """
                    SELECT \(Asset.columns) FROM asset
                    WHERE width IS NULL AND erased_at IS NULL AND media_type LIKE 'image/%' AND id > \(after) ORDER BY id LIMIT 200
                    """
                ).map { try Asset($0) }
            }
            guard let end = part.last else { return }
            last = end.id
            let jobs = part.map { (asset: $0, id: ids.next() as JobID) }
            try await database.write { db in for (asset, id) in jobs { try MakePictures.add(asset, as: id, at: now, db) } }
        }
    }

    private func follow(from start: Int64) async throws -> Int64 {
        var cursor = start
        var hasErased = false
        while true {
            let after = cursor
            let events = try await database.read { try EventLog.events(after: after, limit: 500, $0) }
            guard let last = events.last else { break }
            if events.contains(where: { $0.operation == .erase }) { hasErased = true }
            cursor = last.sequence
        }
        if hasErased { try await sweep() }
        return cursor
    }

    private func forget() async throws {
        let moment = clock.now().adding(seconds: -86_400)
        try await database.write { try JobQueue.forget([MakePictures.name], finishedBefore: moment, $0) }
    }

    private func trying(_ work: () async throws -> Void) async {
        do { try await work() } catch { logger.warning("Smaller pictures could not be looked after", metadata: ["error": "\(error)"]) }
    }
}
