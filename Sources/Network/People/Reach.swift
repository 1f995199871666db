/// Where somebody may do something to items, for the conditions of queries: the gate's own answer for every portal, asked once.
public struct Reach: Sendable, Hashable {
    /// Portals where it may be done to every item.
    public let all: [SiteID]
    /// Portals where it may be done only to one's own.
    public let own: [SiteID]
    /// Sections of other portals where it may be done to every item, by roles that are limited to them.
    public let sections: [SectionID]
    /// Such sections where it may be done only to one's own.
    public let ownSections: [SectionID]

    public var isEmpty: Bool { all.isEmpty && own.isEmpty && sections.isEmpty && ownSections.isEmpty }

    /// `within`: only these portals; nil: the whole network.
    public init(_ actor: Actor, _ action: Action, kind: String, state: String? = nil, in tree: SiteTree, within: [SiteID]? = nil) {
        var (all, own): ([SiteID], [SiteID]) = ([], [])
        var (sections, ownSections): ([SectionID], [SectionID]) = ([], [])
        let candidates = within ?? Array(Set(actor.grants.flatMap { tree.subtree(of: $0.site) })).sorted()
        for site in candidates where tree.contains(site) {
            if mayDo(actor, action, on: Subject(site: site, kind: kind, state: state, relation: .other), in: tree) {
                all.append(site)
            } else if mayDo(actor, action, on: Subject(site: site, kind: kind, state: state, relation: .author), in: tree) {
                own.append(site)
            }
            guard all.last != site else { continue }
            for section in Set(actor.grants.filter { $0.site == site }.flatMap { $0.sections ?? [] }).sorted() {
                let subject = { (relation: Subject.Relation) in
                    Subject(site: site, section: .one(section), kind: kind, state: state, relation: relation)
                }
                if mayDo(actor, action, on: subject(.other), in: tree) {
                    sections.append(section)
                } else if mayDo(actor, action, on: subject(.author), in: tree) {
                    ownSections.append(section)
                }
            }
        }
        self.sections = sections
        self.ownSections = ownSections
        self.all = all
        self.own = own
    }
}
