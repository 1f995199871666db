public import PortalNetwork

/// An installation as a watcher walks through it: its hosts, its record, how its pages are looked at.
public struct Estate: Sendable {
    /// A host on which a portal is.
    public struct Host: Sendable {
        public var name: String
        /// As the record names the portal.
        public var code: String
        /// Nil on installations of others.
        public var site: SiteID?
        /// Lists and standing pages.
        public var targets: [String]

        public init(name: String, code: String, site: SiteID?, targets: [String] = ["/"]) {
            self.name = name
            self.code = code
            self.site = site
            self.targets = targets
        }
    }

    public let name: String
    public let record: LiveRecord
    public let check: PageCheck
    public let hosts: @Sendable () -> [Host]
    /// Where an item's page is; nil where it has none.
    public let page: @Sendable (_ item: String) async throws -> PagePlace?
    /// Told how many visits of an item's page were the watcher's, as what counts readers would count them. Nil: nobody counts.
    public let visited: (@Sendable (_ item: String, _ visits: Int) -> Void)?
    /// Puts a page right again where that is in our hands: says what was done. Nil: nothing can be done from here.
    public let heal: (@Sendable (_ place: PagePlace, _ items: Set<String>) async throws -> String)?

    public init(
        name: String,
        record: LiveRecord,
        check: PageCheck,
        hosts: @escaping @Sendable () -> [Host],
        page: @escaping @Sendable (String) async throws -> PagePlace?,
        visited: (@Sendable (String, Int) -> Void)? = nil,
        heal: (@Sendable (PagePlace, Set<String>) async throws -> String)? = nil
    ) {
        self.name = name
        self.record = record
        self.check = check
        self.hosts = hosts
        self.page = page
        self.visited = visited
        self.heal = heal
    }
}
