public import PortalNetwork
public import Store
public import Vietnamese

/// What is asked of a list of work.
public struct WorkQuery: Sendable, Hashable {
    public var sites: [SiteID]
    public var kind: KindName?
    public var stages: Set<Stage>?
    public var presences: Set<Presence>?
    public var section: SectionID?
    public var author: PersonID?
    /// Only those that somebody else wrote (what waits for a second pair of eyes).
    public var notAuthor: PersonID?
    public var before: Place?
    public var limit: Int

    /// A place in the list: what comes next was changed before it.
    public struct Place: Sendable, Hashable {
        public let changedAt: Instant
        public let item: ItemID

        public init(changedAt: Instant, item: ItemID) {
            self.changedAt = changedAt
            self.item = item
        }

        /// `changedAt-item`.
        public init?(_ text: String) {
            let parts = text.split(separator: "-")
            guard parts.count == 2, let at = Int64(parts[0]), let item = ItemID(String(parts[1])) else { return nil }
            self.init(changedAt: Instant(rawValue: at), item: item)
        }

        public var text: String { "\(changedAt.rawValue)-\(item)" }
    }

    public init(
        sites: [SiteID],
        kind: KindName? = nil,
        stages: Set<Stage>? = nil,
        presences: Set<Presence>? = nil,
        section: SectionID? = nil,
        author: PersonID? = nil,
        notAuthor: PersonID? = nil,
        before: Place? = nil,
        limit: Int = 50
    ) {
        self.sites = sites
        self.kind = kind
        self.stages = stages
        self.presences = presences
        self.section = section
        self.author = author
        self.notAuthor = notAuthor
        self.before = before
        self.limit = limit
    }
}

extension WorkQuery {
    /// Whether only what is being worked on is asked for.
    var isInWork: Bool { stages.map { !$0.contains(.settled) } ?? false }

    /// What every row must fulfil, but whose it is. `isFromNewest`: in a form that no index by stage serves, so that the one in the list's order does.
    func conditions(isFromNewest: Bool = false) -> [SQL] {
        var wanted: [SQL] = []
        if let kind { wanted.append("item.kind = \(kind.rawValue)") }
        if let stages, stages.count < Stage.allCases.count - 1 || !isInWork {
            let these = Stage.allCases.filter(stages.contains)
            wanted.append(isFromNewest ? "COALESCE(item.stage, '') IN (\(list: these))" : "item.stage IN (\(list: these))")
        }
        // Said in so many words, so that the engines see that the indexes of the few serve.
        if isInWork { wanted.append("item.stage <> 'settled'") }
        if let presences { wanted.append("item.presence IN (\(list: Presence.allCases.filter(presences.contains)))") }
        if presences == [.withdrawn] { wanted.append("item.presence = 'withdrawn'") }
        if let section { wanted.append("item.section = \(section)") }
        if let author { wanted.append("(item.author = \(author) OR item.creator = \(author))") }
        if let notAuthor { wanted.append("item.author <> \(notAuthor)") }
        if let before { wanted.append("(item.changed_at, item.id) < (\(before.changedAt), \(before.item))") }
        return wanted
    }

    /// The walks whose heads make the page; one without a condition where the portal's own order serves.
    func walks(_ by: Publisher.By, _ all: [Reach], on engine: Engine) -> [SQL?] {
        let reaches = all.filter { !$0.isEmpty }
        let isOwnOnly = reaches.allSatisfy { $0.all.isEmpty && $0.sections.isEmpty }
        if let person = author ?? (isOwnOnly ? by.actor.person : nil) {
            return ["item.author = \(person)", "item.creator = \(person)"]
        }
        guard section == nil else { return [nil] }
        // PostgreSQL would fetch and sort all that stand at these stages of a portal; SQLite is told its index.
        if engine == .postgres, isInWork, sites.count == 1, let stages, (2..<Stage.allCases.count - 1).contains(stages.count) {
            return Stage.allCases.filter(stages.contains).map { "item.site = \(sites[0]) AND item.stage = \($0)" }
        }
        guard reaches.allSatisfy({ $0.all.isEmpty && $0.own.isEmpty && $0.ownSections.isEmpty }) else { return [nil] }
        let sections = Set(reaches.flatMap(\.sections)).sorted()
        return (2...40).contains(sections.count) ? sections.map { "item.section = \($0)" } : [nil]
    }
}
