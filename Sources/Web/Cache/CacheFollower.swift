public import Logging
public import Publishing
public import ServiceLifecycle
public import Store

/// Tells the cache what was published, corrected, withdrawn: at once when the database calls, and by its own look once a second when a call was lost.
public struct CacheFollower: Service {
    private let cache: PageCache
    private let database: any Database
    private let logger: Logger
    private let pause: Duration
    private let start: Int64
    /// Where answers may be made from instead: told what the cache is about to act on.
    private let replica: ReplicaReads?
    /// Called at every look: the size of the cache is told to those who watch it.
    private let report: @Sendable () -> Void

    /// `start`: from `head(of:)`, taken before the first answer is made.
    public init(
        cache: PageCache,
        database: any Database,
        from start: Int64,
        logger: Logger,
        pause: Duration = .seconds(1),
        replica: ReplicaReads? = nil,
        report: @escaping @Sendable () -> Void = {}
    ) {
        self.cache = cache
        self.database = database
        self.logger = logger
        self.pause = pause
        self.start = start
        self.replica = replica
        self.report = report
    }

    /// The newest event now: what a cache that is still empty need not hear of.
    public static func head(of database: any Database) async throws -> Int64 { try await database.read { try EventLog.head($0) } }

    public func run() async throws {
        var cursor = start
        await database.look(for: EventLog.channel, every: pause) {
            cursor = await follow(from: cursor)
            report()
        }
    }

    /// Reads on from a cursor to the end; returns where it came to.
    public func follow(from start: Int64) async -> Int64 {
        var cursor = start
        do {
            while true {
                let from = cursor
                let isFollowed = replica != nil
                let (touched, seen) = try await database.read { db in
                    try (EventLog.touched(after: from, db), isFollowed ? Sighting.take(db) : nil)
                }
                cursor = touched.cursor
                // Before anything is let go of: what is made anew from then on is made from at least this.
                if let seen { replica?.saw(seen) }
                if touched.everything { cache.invalidateEverything() } else { cache.invalidate(changed: touched.changed, gone: touched.gone) }
                guard touched.hasMore else { return cursor }
            }
        } catch {
            // While the database is away nothing can have been published through it; what there is goes on being shown.
            logger.debug("The page cache could not look for news", metadata: ["error": "\(error)"])
            return cursor
        }
    }
}
