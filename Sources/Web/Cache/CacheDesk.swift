import CoreMetrics
import HTTPTypes
import Logging
import NIOCore
public import PortalNetwork
public import Publishing
public import Store
import Synchronization
public import Vietnamese

/// What both who answer from the cache (`FastPath` on the connection, `CacheLayer` before the router) need: the cache, which portal a host is, which
/// targets are the same, and where a hit is written down.
public final class CacheDesk: Sendable {
    public let cache: PageCache
    let targets: CacheTargets
    let turns: MakingTurns
    private let metrics: RequestMetrics
    private let lines: AccessLines?
    private let views: @Sendable (ItemID) -> Void
    private let clock: Clock
    private let hits = Mutex<[String: HitMetrics]>([:])

    private struct Hosts {
        var sites: [String: SiteID?] = [:]
    }
    private let hosts = Mutex(Hosts())
    private static let mostHosts = 4_096
    /// Seconds after which an answer is looked at again, whatever was or was not heard.
    private static let longest: Int64 = 600

    /// - Parameters:
    ///   - turns: for what must be made.
    ///   - lines: where the access log goes; nil writes none.
    ///   - views: told that somebody read an item's page.
    public init(
        cache: PageCache,
        targets: CacheTargets,
        turns: MakingTurns = MakingTurns(width: 6),
        metrics: RequestMetrics,
        lines: AccessLines?,
        clock: Clock,
        views: @escaping @Sendable (ItemID) -> Void
    ) {
        self.cache = cache
        self.targets = targets
        self.turns = turns
        self.metrics = metrics
        self.lines = lines
        self.clock = clock
        self.views = views
    }

    /// The portal a host (as a request names it) belongs to; nil for strangers.
    func site(_ authority: String, in tree: SiteTree) -> SiteID? {
        hosts.withLock { hosts in
            if let known = hosts.sites[authority] { return known }
            let host = HostName.parse(authority)
            let site = host.flatMap { tree.site(host: $0) }.flatMap { $0.kind == .linked ? nil : $0.id }
            if hosts.sites.count >= Self.mostHosts { hosts.sites = [:] }
            hosts.sites[authority] = .some(site)
            return site
        }
    }

    /// The same from what has been asked before: for a connection's handler, which knows no tree.
    func knownSite(_ authority: String) -> SiteID? { hosts.withLock { $0.sites[authority] ?? nil } }

    /// The network of portals changed: every answer is to be made again, every host looked up anew.
    public func networkChanged() {
        hosts.withLock { $0.sites = [:] }
        cache.invalidateEverything()
    }

    /// Tells the operator's figures how much is kept.
    public func report() {
        let size = cache.size
        metrics.set("page_cache_answers", Double(size.answers))
        metrics.set("page_cache_bytes", Double(size.bytes))
        metrics.set("page_turns_waiting", Double(turns.waiting))
    }

    /// An answer made now holds until then: banners come and go at their moments, days end at midnight in Việt Nam.
    func expiry(for site: SiteID, in tree: SiteTree) -> Instant {
        let now = clock.now()
        let midnight = VietnamTime.startOfDay(CivilDate(dayNumber: now.civilDate.dayNumber + 1))
        return min(now.adding(seconds: Self.longest), midnight, tree.nextBannerChange(of: site, after: now) ?? midnight)
    }

    func hits(_ route: String) -> HitMetrics {
        hits.withLock { hits in
            if let known = hits[route] { return known }
            let made = HitMetrics(metrics, route: route)
            hits[route] = made
            return made
        }
    }

    /// Counts one who was sent away because too many wait.
    func sentAway(_ method: HTTPRequest.Method) { metrics.counter(method, "busy", "503").increment(by: 1) }

    /// Counts that a person read an item's page.
    func read(_ answer: CachedAnswer, isRobot: Bool) {
        if let item = answer.item, !isRobot { views(item) }
    }

    /// Counts a hit and writes it down. `path`: the target as it came.
    func note(_ hit: Hit, path: UnsafeRawBufferPointer, of answer: CachedAnswer, isRobot: Bool) {
        answer.hits.count(hit)
        if !hit.isHead { read(answer, isRobot: isRobot) }
        lines?.write(hit, path: path, route: answer.route)
    }
}

/// One answer from the cache, as it is written down.
struct Hit {
    let isHead: Bool
    let status: Int
    let bytes: Int
    let requestID: UInt64
    let nanoseconds: Int64
}
