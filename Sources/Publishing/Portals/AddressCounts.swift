public import Logging
public import PortalNetwork
public import ServiceLifecycle
public import Store
import Synchronization
public import Vietnamese

/// How often old addresses were used, and which addresses were asked for and not found: counted in memory, written in batches.
/// No address of a reader is kept, of a referrer only the page it names.
public final class AddressCounts: Service {
    private struct Key: Hashable {
        let site: SiteID
        let path: String
    }

    private struct Miss {
        var n = 0
        var referrer: String?
        var last = Instant(rawValue: 0)
    }

    private struct Pending {
        var hits: [Key: Int] = [:]
        var misses: [Key: Miss] = [:]
        /// How many different addresses of each portal are in `misses`.
        var widths: [SiteID: Int] = [:]
    }

    /// Different addresses kept in memory between two writings, in all and of one portal: a flood of rubbish fills its own share and no other's.
    static let most = 20_000
    static let mostOfSite = 1_000
    /// Rows a portal keeps; beyond, those go that were asked for least and longest ago.
    public static let rows = 2_000

    private let database: any Database
    private let clock: Clock
    private let logger: Logger
    private let pending = Mutex(Pending())

    public init(database: any Database, clock: Clock = .system, logger: Logger) {
        self.database = database
        self.clock = clock
        self.logger = logger
    }

    /// An old address was used.
    public func used(_ path: String, on site: SiteID) {
        pending.withLock { pending in
            let key = Key(site: site, path: path)
            if pending.hits[key] != nil || pending.hits.count < Self.most { pending.hits[key, default: 0] += 1 }
        }
    }

    /// Nothing was found at an address. What scanners and browsers ask for by themselves is passed over.
    public func missed(_ target: String, referrer: String?, on site: SiteID) {
        guard let path = MissedAddress.kept(target) else { return }
        let now = clock.now()
        let page = referrer.flatMap(MissedAddress.page)
        pending.withLock { pending in
            let key = Key(site: site, path: path)
            if pending.misses[key] == nil {
                guard pending.misses.count < Self.most, pending.widths[site, default: 0] < Self.mostOfSite else { return }
                pending.widths[site, default: 0] += 1
            }
            pending.misses[key, default: Miss()].n += 1
            pending.misses[key]?.last = now
            if let page { pending.misses[key]?.referrer = page }
        }
    }

    public func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(10))
                await self.flush()
            }
        }
        await flush()
    }

    /// Writes what was counted. When the database is away it waits for the next time.
    public func flush() async {
        let taken = pending.withLock { pending in
            defer { pending = Pending() }
            return pending
        }
        guard !taken.hits.isEmpty || !taken.misses.isEmpty else { return }
        let now = clock.now()
        do {
            try await database.write { db in
                for (key, n) in taken.hits.sorted(by: { ($0.key.site, $0.key.path) < ($1.key.site, $1.key.path) }) {
                    try db.execute("UPDATE old_address SET hits = hits + \(n), hit_at = \(now) WHERE site = \(key.site) AND path = \(key.path)")
                }
                for (key, miss) in taken.misses.sorted(by: { ($0.key.site, $0.key.path) < ($1.key.site, $1.key.path) }) {
                    try db.execute(
                        """
                        INSERT INTO missing_address (site, path, n, first_at, last_at, referrer)
                        VALUES (\(key.site), \(key.path), \(miss.n), \(miss.last), \(miss.last), \(miss.referrer))
                        ON CONFLICT (site, path) DO UPDATE SET n = missing_address.n + excluded.n, last_at = excluded.last_at,
                            referrer = COALESCE(excluded.referrer, missing_address.referrer)
                        """
                    )
                }
                for site in Set(taken.misses.keys.map(\.site)).sorted() { try Self.trim(site, db) }
            }
        } catch {
            pending.withLock { pending in
                pending.hits.merge(taken.hits, uniquingKeysWith: +)
                // Misses are for learning, not for the books: what was counted meanwhile is enough.
            }
            logger.warning("Counts of addresses could not be written yet", metadata: ["error": "\(error)"])
        }
    }

    private static func trim(_ site: SiteID, _ db: any Connection) throws {
        let number = try db.value("SELECT count(*) FROM missing_address WHERE site = \(site)", as: Int.self) ?? 0
        guard number > rows else { return }
        // What people decided to ignore stays until it is too much itself.
        try db.execute(
            """
            DELETE FROM missing_address WHERE site = \(site) AND path IN (SELECT path FROM missing_address WHERE site = \(site)
            ORDER BY is_ignored, n, last_at LIMIT \(number - rows))
            """
        )
    }
}

/// What of an address that was not found is worth keeping.
enum MissedAddress {
    private static let longest = 300

    /// What scanners of weaknesses look for, wherever they are, and what browsers and robots ask for unasked.
    private static let rubbish = [
        "/wp-", "/wordpress", "xmlrpc.php", "/.env", "/.git", "/.aws", "/.svn", "/.ssh", "/.ds_store", "/.vscode", "phpmyadmin", "/pma/", "/cgi-bin",
        "/boaform",
        "/actuator", "/_ignition", "/vendor/", "eval-stdin", "/solr/", "/hnap1", "/sdk", "/owa/", "/autodiscover", "/telescope", "/phpinfo",
        "/shell", "/setup.cgi", "/config.json", "/.well-known/", "/apple-touch-icon", "/favicon", "/browserconfig.xml", "/ads.txt", "/app-ads.txt",
        "/security.txt", "/crossdomain.xml", "/backup", "/dump.sql", ".bak", ".sql", "union+select", "union%20select", "../", "%2e%2e", "<", "%3c",
        "`",
        "/desk", "/api/", "/_/",
    ]
    /// Added by those who send links around; they say nothing about the page.
    private static let tracking = ["utm_", "fbclid", "gclid", "zarsrc", "mc_", "_ga"]

    /// Path and query without what says nothing; nil for rubbish.
    static func kept(_ target: String) -> String? {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, path.hasPrefix("/"), path.utf8.count <= longest else { return nil }
        let query =
            parts.count < 2 ? "" : parts[1].split(separator: "&").filter { pair in !tracking.contains { pair.hasPrefix($0) } }.joined(separator: "&")
        let whole = query.isEmpty ? String(path) : path + "?" + query
        let lower = whole.lowercased()
        guard !rubbish.contains(where: { lower.contains($0) }), lower.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        return whole.utf8.count <= longest ? whole : String(path)
    }

    /// The page a referrer names, without query and fragment, which may hold what is nobody's business.
    static func page(_ referrer: String) -> String? {
        guard WebAddress.isAbsolute(referrer) else { return nil }
        let page = String(referrer.prefix { $0 != "?" && $0 != "#" })
        return page.utf8.count <= longest ? page : nil
    }
}

/// An address that was asked for and not found.
public struct MissingLine: Sendable, Hashable {
    public let path: String
    public let n: Int
    public let firstAt: Instant
    public let lastAt: Instant
    public let referrer: String?
    public let isIgnored: Bool

    /// The most wanted first.
    public static func lines(on site: SiteID, ignored: Bool, after cursor: RedirectCursor? = nil, limit: Int, _ db: any Connection) throws
        -> [MissingLine]
    {
        var filter: SQL = "site = \(site) AND is_ignored = \(ignored)"
        if let cursor { filter = "\(filter) AND (n, path) < (\(cursor.hits), \(cursor.path))" }
        return try db.rows(
            "SELECT path, n, first_at, last_at, referrer, is_ignored FROM missing_address WHERE \(filter) ORDER BY n DESC, path DESC LIMIT \(limit)"
        ).map { row in
            MissingLine(path: try row[0], n: try row[1], firstAt: try row[2], lastAt: try row[3], referrer: try row[4], isIgnored: try row[5])
        }
    }

    /// - Returns: whether there was such an address.
    public static func ignore(_ path: String, _ isIgnored: Bool, on site: SiteID, _ db: any Connection) throws -> Bool {
        try db.execute("UPDATE missing_address SET is_ignored = \(isIgnored) WHERE site = \(site) AND path = \(path)") == 1
    }
}
