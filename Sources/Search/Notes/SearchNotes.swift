public import Logging
public import PortalNetwork
public import Publishing
public import ServiceLifecycle
public import Store
import Synchronization
public import Vietnamese

/// What people decided about search, and what readers asked: promoted finds, synonyms, counted queries. Kept apart from the index, which may be
/// thrown away, in a store that all nodes of an installation share.
public final class SearchNotes: Service {
    public static let migrations: [Migration] = [
        Migration(
            500,
            "search notes",
            [
                """
                CREATE TABLE search_promoted (
                    site BIGINT NOT NULL, query TEXT NOT NULL, item BIGINT NOT NULL, position BIGINT NOT NULL, PRIMARY KEY (site, query, item)
                )
                """,
                // No expansion: a standard short form that is not to be read so here.
                "CREATE TABLE search_synonym (short TEXT PRIMARY KEY, expansion TEXT)",
                // No address, no time of day, no reader: how often a query was asked on a day, and how often in vain.
                """
                CREATE TABLE search_asked (
                    site BIGINT NOT NULL, day TEXT NOT NULL, query TEXT NOT NULL, found BIGINT NOT NULL, missed BIGINT NOT NULL,
                    PRIMARY KEY (site, day, query)
                )
                """,
                "CREATE INDEX search_asked_day ON search_asked (day)",
            ]
        )
    ]

    /// What every search reads, replaced as a whole.
    struct Snapshot: Sendable {
        var synonyms = Synonyms.standard
        var promoted: [SiteID: [String: [ItemID]]] = [:]
        /// Most asked first.
        var popular: [SiteID: [PopularQuery]] = [:]
    }

    struct PopularQuery: Sendable {
        let text: String
        let key: String
        let count: Int
    }

    let database: any Database
    let clock: Clock
    private let logger: Logger
    private let current = Mutex(Snapshot())
    private let pending = Mutex<[Asked: Tally]>([:])

    struct Asked: Hashable, Sendable {
        let site: SiteID
        let day: CivilDate
        let query: String
    }

    struct Tally: Sendable {
        var found = 0
        var missed = 0
    }

    /// More different queries than this between two writes are not counted: nobody asks so many, only machines.
    private static let bound = 5_000
    /// Counts older than this say nothing any more.
    static let keptDays = 400

    public init(database: any Database, clock: Clock, logger: Logger) {
        self.database = database
        self.clock = clock
        self.logger = logger
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await self.flush()
                await self.refresh()
                try await Task.sleep(for: .seconds(20))
            }
        }
        await flush()
    }

    public func close() async { await database.close() }

    public var synonyms: Synonyms { current.withLock { $0.synonyms } }

    /// What editors want shown first for a query on a portal.
    public func promoted(for text: String, on site: SiteID) -> [ItemID] {
        let key = Self.key(text)
        return current.withLock { $0.promoted[site]?[key] ?? [] }
    }

    /// Queries that many asked and that found something, going on from what was typed.
    public func popular(beginning text: String, on site: SiteID, limit: Int) -> [String] {
        let key = Self.key(text)
        let all = current.withLock { $0.popular[site] ?? [] }
        return Array(all.lazy.filter { $0.key.hasPrefix(key) && ($0.key != key || key.isEmpty) }.prefix(limit).map(\.text))
    }

    /// Counts a query, when nothing about it can point to a person.
    public func count(_ text: String, on site: SiteID, found: Bool) {
        guard let query = QueryPrivacy.loggable(text) else { return }
        let asked = Asked(site: site, day: clock.now().civilDate, query: query)
        pending.withLock { pending in
            guard pending[asked] != nil || pending.count < Self.bound else { return }
            if found { pending[asked, default: Tally()].found += 1 } else { pending[asked, default: Tally()].missed += 1 }
        }
    }

    /// Writes what was counted; when the store is away it waits for the next time.
    public func flush() async {
        let tallies = pending.withLock { pending in
            defer { pending = [:] }
            return pending
        }
        guard !tallies.isEmpty else { return }
        let oldest = clock.now().civilDate.adding(days: -Self.keptDays)
        do {
            try await database.write { db in
                for (asked, tally) in tallies.sorted(by: { ($0.key.site, $0.key.query) < ($1.key.site, $1.key.query) }) {
                    try db.execute(
                        """
                        INSERT INTO search_asked (site, day, query, found, missed)
                        VALUES (\(asked.site), \(asked.day), \(asked.query), \(tally.found), \(tally.missed))
                        ON CONFLICT (site, day, query) DO UPDATE SET found = search_asked.found + excluded.found,
                            missed = search_asked.missed + excluded.missed
                        """
                    )
                }
                try db.execute("DELETE FROM search_asked WHERE day < \(oldest)")
            }
        } catch {
            pending.withLock { $0.merge(tallies) { Tally(found: $0.found + $1.found, missed: $0.missed + $1.missed) } }
            logger.warning("Counted queries could not be written yet", metadata: ["error": "\(error)"])
        }
    }

    /// Reads what commands on this or another node changed.
    public func refresh() async {
        let since = clock.now().civilDate.adding(days: -30)
        do {
            let found = try await database.read { db in try Self.load(since: since, db) }
            current.withLock { $0 = found }
        } catch {
            logger.warning("The search notes could not be read", metadata: ["error": "\(error)"])
        }
    }

    private static func load(since day: CivilDate, _ db: any Connection) throws -> Snapshot {
        var snapshot = Snapshot()
        for row in try db.rows("SELECT site, query, item FROM search_promoted ORDER BY site, query, position") {
            snapshot.promoted[try row[0], default: [:]][try row[1], default: []].append(try row[2])
        }
        let synonyms = try db.rows("SELECT short, expansion FROM search_synonym ORDER BY short").map {
            (short: try $0[0] as String, expansion: try $0[1] as String?)
        }
        if !synonyms.isEmpty {
            snapshot.synonyms = Synonyms(
                added: synonyms.compactMap { one in one.expansion.map { (one.short, $0) } },
                removed: Set(synonyms.map(\.short))
            )
        }
        let rows = try db.rows(
            """
            SELECT site, query, SUM(found) AS n FROM search_asked WHERE day >= \(day) GROUP BY site, query
            HAVING SUM(found) >= \(QueryPrivacy.fewest) AND SUM(found) > SUM(missed) ORDER BY n DESC, query LIMIT 5000
            """
        )
        for row in rows {
            let text: String = try row[1]
            guard QueryPrivacy.mayBeShown(text) else { continue }
            snapshot.popular[try row[0], default: []].append(PopularQuery(text: text, key: key(text), count: try row[2]))
        }
        return snapshot
    }

    /// The same query however it is typed: words without marks.
    static func key(_ text: String) -> String { Synonyms.words(String(text.prefix(200))).joined(separator: " ") }
}
