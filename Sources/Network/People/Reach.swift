/// Where somebody may do something to items, for the conditions of queries: the gate's own answer for every portal, asked once.
public struct Reach: Sendable, Hashable {
    /// Portals where it may be done to every item.
    public let all: [SiteID]
    /// Portals where it may be done only to one's own.
    public let own: [SiteID]

    public var isEmpty: Bool { all.isEmpty && own.isEmpty }

    /// `within`: only these portals; nil: the whole network.
    public init(_ actor: Actor, _ action: Action, kind: String, state: String? = nil, in tree: SiteTree, within: [SiteID]? = nil) {
        var (all, own): ([SiteID], [SiteID]) = ([], [])
        let candidates = within ?? Array(Set(actor.grants.flatMap { tree.subtree(of: $0.site) })).sorted()
        for site in candidates where tree[site] != nil {
            if mayDo(actor, action, on: Subject(site: site, kind: kind, state: state, relation: .other), in: tree) {
                all.append(site)
            } else if mayDo(actor, action, on: Subject(site: site, kind: kind, state: state, relation: .author), in: tree) {
                own.append(site)
            }
        }
        self.all = all
        self.own = own
    }
}
