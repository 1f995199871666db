public import Vietnamese

/// All portals of an installation at one moment: an immutable value that pages are made from without asking the database.
public struct SiteTree: Sendable {
    public let version: Int64
    private var sites: [SiteID: Site]
    private let byCode: [String: SiteID]
    private let byHost: [String: SiteID]
    private let childIDs: [SiteID: [SiteID]]
    private let languageIDs: [SiteID: [SiteID]]
    /// Of every portal those above it, from the parent up: rights are asked for hundreds of portals at once, and no portal is copied for that.
    private let above: [SiteID: [SiteID]]
    private let menus: [SiteID: [MenuItem]]
    private let banners: [SiteID: [Banner]]
    private let outbound: [SiteID: Set<String>]
    public let roots: [SiteID]

    /// `outbound`: the register of hosts that links may lead to with weight.
    public init(
        version: Int64,
        sites all: [Site],
        menus: [SiteID: [MenuItem]] = [:],
        banners allBanners: [Banner] = [],
        outbound: [SiteID: Set<String>] = [:]
    ) {
        let ordered = all.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
        var sites: [SiteID: Site] = [:]
        var byCode: [String: SiteID] = [:]
        var byHost: [String: SiteID] = [:]
        var children: [SiteID: [SiteID]] = [:]
        var roots: [SiteID] = []
        for site in ordered {
            sites[site.id] = site
            byCode[site.code] = site.id
            for host in site.hosts { byHost[host] = site.id }
        }
        for site in ordered {
            if let parent = site.parent, sites[parent] != nil { children[parent, default: []].append(site.id) } else { roots.append(site.id) }
        }
        self.version = version
        self.sites = sites
        above = sites.mapValues { Self.climb(from: $0, sites) }
        self.byCode = byCode
        self.byHost = byHost
        self.childIDs = children
        languageIDs = children.compactMapValues { ids in
            let versions = ids.filter { sites[$0]?.kind == .language }
            return versions.isEmpty ? nil : versions
        }
        self.menus = menus
        self.banners = Dictionary(grouping: allBanners, by: \.site)
        self.outbound = outbound
        self.roots = roots
    }

    public var count: Int { sites.count }
    public var all: [Site] { roots.flatMap { subtree(of: $0) }.compactMap { sites[$0] } }

    public subscript(id: SiteID) -> Site? { sites[id] }
    public func contains(_ id: SiteID) -> Bool { above[id] != nil }
    public func site(code: String) -> Site? { byCode[code].flatMap { sites[$0] } }

    /// The site that answers on a host name (lower case, without port), whatever its status.
    public func site(host: String) -> Site? { byHost[host].flatMap { sites[$0] } }

    /// Whether links of a portal lead to a host (lower case) with weight: one of this installation, or one registered for the portal or one above it.
    public func trusts(_ host: String, from id: SiteID) -> Bool {
        if byHost[host] != nil { return true }
        guard !outbound.isEmpty else { return false }
        let name = OutboundHosts.key(host)
        return outbound[id]?.contains(name) == true || ancestors(of: id).contains { outbound[$0.id]?.contains(name) == true }
    }

    public func children(of id: SiteID) -> [Site] { (childIDs[id] ?? []).compactMap { sites[$0] } }

    /// Those among the children that are the same body's portals in other languages.
    public func languageVersions(of id: SiteID) -> [Site] { (languageIDs[id] ?? []).compactMap { sites[$0] } }

    /// From the parent up to the root.
    public func ancestors(of id: SiteID) -> [Site] { (above[id] ?? []).compactMap { sites[$0] } }

    private static func climb(from site: Site, _ sites: [SiteID: Site]) -> [SiteID] {
        var result: [SiteID] = []
        var next = site.parent
        // The commands never make a circle; should the database hold one, this still ends.
        while let id = next, let site = sites[id], result.count < sites.count {
            result.append(id)
            next = site.parent
        }
        return result
    }

    /// The same tree in which one portal looks otherwise: for previews. Its place, code and hosts stay what they are.
    public func replacing(_ site: Site) -> SiteTree {
        var tree = self
        tree.sites[site.id] = site
        return tree
    }

    /// The site itself and everything below it, parents before children.
    public func subtree(of id: SiteID) -> [SiteID] {
        var result: [SiteID] = []
        var stack = [id]
        while let next = stack.popLast() {
            result.append(next)
            stack += (childIDs[next] ?? []).reversed()
        }
        return result
    }

    /// 1 for a root and for the language and thematic portals of the same body beside it (*cổng thành phần cấp 1*); a step more for each level below.
    /// Nil for linked sites, which are outside the tiers.
    public func tier(of id: SiteID) -> Int? {
        guard let site = sites[id], site.kind != .linked else { return nil }
        let steps = ([site] + ancestors(of: id)).filter { $0.parent != nil && $0.kind != .language && $0.kind != .thematic }
        return steps.count + 1
    }

    public func look(of id: SiteID) -> Look {
        var look = sites[id]?.look ?? Look()
        for ancestor in ancestors(of: id) { look = look.inheriting(ancestor.look) }
        return look
    }

    /// The site's own menu; nil when it has none.
    public func menu(of id: SiteID) -> [MenuItem]? { menus[id] }

    /// What stands above the site's pages at a moment: its own banners and those of ancestors that reach their children, the most urgent first.
    public func banners(of id: SiteID, at now: Instant) -> [Banner] {
        let own = banners[id] ?? []
        let inherited = ancestors(of: id).flatMap { banners[$0.id] ?? [] }.filter(\.reachesChildren)
        return (own + inherited)
            .filter { $0.startsAt <= now && now < $0.expiresAt }
            .sorted { (Self.urgency($0.level), $1.startsAt) > (Self.urgency($1.level), $0.startsAt) }
    }

    /// When the next banner above a site's pages comes or goes.
    public func nextBannerChange(of id: SiteID, after now: Instant) -> Instant? {
        ([id] + ancestors(of: id).map(\.id)).flatMap { banners[$0] ?? [] }.flatMap { [$0.startsAt, $0.expiresAt] }.filter { $0 > now }.min()
    }

    private static func urgency(_ level: Banner.Level) -> Int {
        switch level {
        case .notice: 0
        case .outage: 1
        case .emergency: 2
        }
    }

    /// Whether `id` is `other` or lies below it.
    public func isInside(_ id: SiteID, _ other: SiteID) -> Bool { id == other || above[id]?.contains(other) == true }
}
