import HTTPTypes
import PortalNetwork
import Publishing
import Store

@testable import Web

/// The page cache of one node before a portal, told of what happens as the running program is.
struct CachedNode {
    let portal: TestPortal
    let cache: PageCache
    let browser: Browser
    let follower: CacheFollower
    let targets: CacheTargets
    /// Up to where `follow` has read.
    private(set) var cursor: Int64

    /// - Parameter database: how the node hears of what happens, where that is not as the portal does.
    init(_ portal: TestPortal, hearing database: (any Database)? = nil) async throws {
        self.portal = portal
        cache = PageCache(megabytes: 64, clock: portal.clock.clock)
        let views = portal.views
        targets = CacheTargets(routes: portal.table, features: portal.features)
        let desk = CacheDesk(
            cache: cache,
            targets: targets,
            metrics: RequestMetrics(MetricsRegistry()),
            lines: nil,
            clock: portal.clock.clock
        ) { views.count($0) }
        // However slow the machine is: a page that is being made is waited for, not replaced by the one before.
        browser = Browser(responder: CacheLayer(portal.responder, face: portal.face, desk: desk, patience: .seconds(120)))
        let database: any Database = database ?? portal.database
        cursor = try await CacheFollower.head(of: database)
        follower = CacheFollower(cache: cache, database: database, from: cursor, logger: TestPortal.logger)
    }

    mutating func follow() async { cursor = await follower.follow(from: cursor) }

    func get(_ path: String, _ host: String = TestPortal.host) async throws -> Browser.Answer {
        try await browser.send(path, method: .get, host: host, headers: [:])
    }

    func isFresh(_ path: String, _ host: String) -> Bool {
        guard let site = portal.tree.site(host: host), let target = targets.target(of: path) else { return false }
        if case .fresh = cache.find(CacheKey(site: site.id, target: target)) { return true }
        return false
    }

    /// Looks until it is so. The bound is for a machine that is busy with other things.
    func shows(_ path: String, _ isSo: (Browser.Answer) -> Bool) async throws -> Bool {
        for _ in 0..<600 {
            if isSo(try await get(path)) { return true }
            try await Task.sleep(for: .milliseconds(25))
        }
        return false
    }
}
