/// How many portals each level has: what reports to the province ask for first.
public struct TierCounts: Sendable, Hashable {
    /// By tier, 1 and up.
    public var portals: [Int: Int] = [:]
    public var linked = 0

    public init(portals: [Int: Int] = [:], linked: Int = 0) {
        self.portals = portals
        self.linked = linked
    }
}

extension SiteTree {
    /// Counts the portals in service or readable (closed and redirected ones are none any more), in a subtree or everywhere.
    public func tierCounts(below root: SiteID? = nil) -> TierCounts {
        var counts = TierCounts()
        for id in root.map({ subtree(of: $0) }) ?? all.map(\.id) {
            guard let site = self[id], site.status != .closed, site.status != .redirected else { continue }
            if let tier = tier(of: id) { counts.portals[tier, default: 0] += 1 } else { counts.linked += 1 }
        }
        return counts
    }

    /// Who is responsible for a portal: its own agency, else that of the nearest portal above.
    public func owner(of id: SiteID) -> AgencyID? {
        self[id]?.agency ?? ancestors(of: id).lazy.compactMap(\.agency).first
    }
}
