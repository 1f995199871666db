public import Logging
public import Outbound
public import PortalNetwork
public import Store
public import Web

/// What the hub works with. Its parts are files beside this one: requests, intent, comparison, delivery.
public struct Hub: Sendable {
    /// One of a portal's feeds as a reader would get it now; nil when there is no such feed.
    public typealias Feed = @Sendable (_ site: Site, _ path: String) async throws -> ByteAnswer?

    let database: any Database
    let ids: IdentifierMaker
    let clock: Clock
    let fetcher: Fetcher
    let origins: Origins
    let tree: @Sendable () -> SiteTree
    let feed: Feed
    let limits: HubLimits
    let logger: Logger

    public init(
        database: any Database,
        ids: IdentifierMaker,
        clock: Clock,
        fetcher: Fetcher,
        origins: Origins,
        tree: @escaping @Sendable () -> SiteTree,
        limits: HubLimits = HubLimits(),
        logger: Logger,
        feed: @escaping Feed
    ) {
        self.database = database
        self.ids = ids
        self.clock = clock
        self.fetcher = fetcher
        self.origins = origins
        self.tree = tree
        self.limits = limits
        self.logger = logger
        self.feed = feed
    }

    /// The absolute addresses of a topic and of its hub, as subscribers know them.
    func addresses(of topic: HubTopic) -> (topic: String, hub: String, site: Site)? {
        guard let site = tree()[topic.site], let address = origins.url(site, topic.path), let hub = origins.url(site, WebSubFeature.path) else {
            return nil
        }
        return (address, hub, site)
    }
}

/// What strangers may make the hub remember and do.
public struct HubLimits: Sendable {
    public var subscriptions = 10_000
    public var perHost = 500
    public var perTopic = 2_000
    /// Requests whose intent has not been verified yet.
    public var requests = 1_000
    public var requestsPerHost = 20
    /// Seconds a subscription lasts: what is given when nothing is asked, and between what.
    public var lease: Int64 = 864_000
    public var leases: ClosedRange<Int64> = 3_600...2_592_000
    /// Deliveries in a row that failed for good before a subscription is ended.
    public var failures = 3
    /// Attempts to verify an intent at a host that does not answer.
    public var verifications = 3
    public var fetch: FetchLimits = {
        var limits = FetchLimits()
        limits.total = .seconds(12)
        limits.bodyBytes = 16_384
        return limits
    }()

    public init() {}
}
