public import FileStore
import News
import Pages
import PortalNetwork
public import Publishing
import RichText
import Store
import Vietnamese

/// Makes the demo province in an empty installation: portals, people, sections, pages, articles; through the same commands as everything else.
public struct DemoBuilder: Sendable {
    public enum Size: String, Sendable, CaseIterable {
        case small, province, full

        /// How many articles.
        public var articles: Int {
            switch self {
            case .small: 200
            case .province: 2_000
            case .full: 20_000
            }
        }
    }

    public struct Summary: Sendable, Codable {
        public var portals = 0
        public var people = 0
        public var sections = 0
        public var pages = 0
        public var articles = 0
        public var pictures = 0
        public var corrections = 0
        public var withdrawals = 0
    }

    let publisher: Publisher
    let files: any FileStore
    /// A step of the work, and how far it is (0 to 1).
    let progress: @Sendable (_ step: String, _ share: Double) -> Void

    public init(publisher: Publisher, files: any FileStore, progress: @escaping @Sendable (String, Double) -> Void = { _, _ in }) {
        self.publisher = publisher
        self.files = files
        self.progress = progress
    }

    public func build(_ size: Size) async throws -> Summary {
        var summary = Summary()
        progress("portals", 0)
        let sites = try await buildNetwork()
        summary.portals = sites.count
        progress("people", 0)
        let people = try await buildPeople(sites)
        summary.people = people.ids.count
        let tree = try await NetworkDirectory.load(from: publisher.database, clock: publisher.clock).tree
        let staff = try await Staff(people, tree, publisher)
        try await buildLeaders(sites, staff)
        progress("sections", 0)
        let sections = try await buildSections(sites, staff)
        summary.sections = sections.count
        let act = try await publisher.openAct(
            "demo",
            on: try id(of: DemoNetwork.mainCode, sites),
            reason: "Văn bản minh họa",
            by: staff.secretary,
            confirmedBy: staff.chief
        )
        let context = Context(sites: sites, people: people, sections: sections, tree: tree, act: act, staff: staff)
        progress("looks", 0)
        try await buildLooks(context)
        let pages = try await buildPages(context)
        summary.pages = pages.count
        try await buildMenus(context, pages)
        try await publisher.recordPortals()
        try await registerHosts(context)
        try await buildArticles(size.articles, context, &summary)
        return summary
    }

    /// What every step needs of the steps before.
    struct Context: Sendable {
        let sites: [String: Site]
        let people: People
        let sections: [SectionKey: SectionID]
        let tree: SiteTree
        let act: Act
        let staff: Staff

        func site(_ code: String) throws -> Site {
            guard let site = sites[code] else { throw PublishingRefusal.unknownSite(code) }
            return site
        }
    }

    struct SectionKey: Hashable, Sendable {
        let site: String
        let code: String
    }

    struct People: Sendable {
        var ids: [String: PersonID] = [:]
        var penNames: [String: PenNameID] = [:]
    }

    /// Those who sign for the demo's acts.
    struct Staff: Sendable {
        let secretary: Publisher.By
        let deputy: Publisher.By
        let chief: Publisher.By
        let people: People
        let tree: SiteTree

        init(_ people: People, _ tree: SiteTree, _ publisher: Publisher) async throws {
            self.people = people
            self.tree = tree
            secretary = try await Self.by("thu-ky-1", people, tree, publisher)
            deputy = try await Self.by("pho-ban-1", people, tree, publisher)
            chief = try await Self.by("truong-ban", people, tree, publisher)
        }

        static func by(_ handle: String, _ people: People, _ tree: SiteTree, _ publisher: Publisher) async throws -> Publisher.By {
            guard let person = people.ids[handle],
                let actor = try await PortalNetwork.People.actor(for: person, at: publisher.clock.now(), from: publisher.database)
            else { throw PeopleRefusal.unknown(handle) }
            return Publisher.By(actor, in: tree)
        }
    }

    func id(of code: String, _ sites: [String: Site]) throws -> SiteID {
        guard let site = sites[code] else { throw PublishingRefusal.unknownSite(code) }
        return site.id
    }
}
