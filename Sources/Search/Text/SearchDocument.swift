public import PortalNetwork
public import Publishing
import Store
public import Vietnamese

/// What the index knows of an item: the words of its live edition and what it can be filtered by.
public struct SearchDocument: Sendable, Hashable {
    /// A tag: its segment of the address, and how readers see it.
    public struct Tag: Sendable, Hashable {
        public var slug: String
        public var name: String

        public init(slug: String, name: String) {
            self.slug = slug
            self.name = name
        }
    }

    public var item: ItemID
    public var edition: Int
    public var site: SiteID
    public var section: SectionID?
    public var kind: KindName
    public var language: Language
    public var publishedAt: Instant
    public var title: String
    public var summary: String
    public var body: String
    public var tags: [Tag]

    public init(
        item: ItemID,
        edition: Int,
        site: SiteID,
        section: SectionID?,
        kind: KindName,
        language: Language,
        publishedAt: Instant,
        title: String,
        summary: String,
        body: String,
        tags: [Tag] = []
    ) {
        self.item = item
        self.edition = edition
        self.site = site
        self.section = section
        self.kind = kind
        self.language = language
        self.publishedAt = publishedAt
        self.title = title
        self.summary = summary
        self.body = body
        self.tags = tags
    }
}

/// Where a document stands in the network when it is indexed: the sites and sections above it.
struct DocumentPlace: Sendable, Hashable {
    var sites: [SiteID]
    var sections: [SectionID]

    init(_ document: SearchDocument, _ surroundings: Surroundings) {
        sites = surroundings.sites(document.site)
        sections = document.section.map(surroundings.sections) ?? []
    }

    func filters(of document: SearchDocument) -> String {
        var terms = [FilterTerm.site(document.site)] + sites.map(FilterTerm.subtree) + sections.map(FilterTerm.section)
        terms += [FilterTerm.kind(document.kind), FilterTerm.language(document.language), FilterTerm.year(document.publishedAt.civilDate.year)]
        return terms.joined(separator: " ")
    }
}

/// The network around the documents, as it is now.
public struct Surroundings: Sendable {
    /// A site and everything above it.
    public var sites: @Sendable (SiteID) -> [SiteID]
    /// A section and everything above it.
    public var sections: @Sendable (SectionID) -> [SectionID]

    public init(sites: @escaping @Sendable (SiteID) -> [SiteID], sections: @escaping @Sendable (SectionID) -> [SectionID]) {
        self.sites = sites
        self.sections = sections
    }

    public init(_ tree: SiteTree, _ index: SectionIndex) {
        self.init(sites: { [$0] + tree.ancestors(of: $0).map(\.id) }, sections: { index.path(to: $0).map(\.id) })
    }
}
