public import PortalNetwork
public import Publishing
import Store
public import Vietnamese

/// What a reader asks of the index.
public struct SearchRequest: Sendable, Hashable {
    public enum Scope: Sendable, Hashable {
        case site(SiteID)
        /// A portal and those below it.
        case subtree(SiteID)
        case everything
    }

    public enum Order: Sendable, Hashable { case relevance, newest, oldest }

    public var text: String
    public var scope: Scope
    public var kind: KindName?
    /// With what lies below it.
    public var section: SectionID?
    public var language: Language?
    public var from: CivilDate?
    /// The last day.
    public var to: CivilDate?
    public var order: Order
    public var page: Int
    public var size: Int

    public init(
        _ text: String,
        scope: Scope,
        kind: KindName? = nil,
        section: SectionID? = nil,
        language: Language? = nil,
        from: CivilDate? = nil,
        to: CivilDate? = nil,
        order: Order = .relevance,
        page: Int = 1,
        size: Int = 10
    ) {
        self.text = text
        self.scope = scope
        self.kind = kind
        self.section = section
        self.language = language
        self.from = from
        self.to = to
        self.order = order
        self.page = page
        self.size = size
    }

    /// Pages beyond are not walked to: nobody reads there, and reaching them would cost.
    public static let lastPage = 500

    /// The filters as terms that all must stand.
    var filters: [String] {
        var terms: [String] = []
        switch scope {
        case .site(let id): terms.append(FilterTerm.site(id))
        case .subtree(let id): terms.append(FilterTerm.subtree(id))
        case .everything: break
        }
        if let kind { terms.append(FilterTerm.kind(kind)) }
        if let section { terms.append(FilterTerm.section(section)) }
        if let language { terms.append(FilterTerm.language(language)) }
        return terms
    }

    /// The days as a span of ids; nil for an empty one.
    var span: ClosedRange<Int64>? {
        let low = from.map { IndexWriter.firstID(VietnamTime.startOfDay($0)) } ?? Int64.min
        let high = to.map { IndexWriter.firstID(VietnamTime.startOfDay($0.adding(days: 1))) - 1 } ?? Int64.max
        return low <= high ? low...high : nil
    }
}

/// What the index found.
public struct SearchAnswer: Sendable {
    /// One find, in the order shown.
    public struct Hit: Sendable, Hashable {
        public let item: ItemID
        public let edition: Int
        /// The title with what was found marked in it.
        public let title: [Extract.Part]
        /// The best places of the text.
        public let extract: [Extract.Part]
    }

    public struct Count: Sendable, Hashable {
        public let number: Int
        /// There are more; they were not counted.
        public let isBounded: Bool
    }

    public struct Facets: Sendable, Hashable {
        public var kinds: [(KindName, Int)] = []
        public var sections: [(SectionID, Int)] = []
        public var sites: [(SiteID, Int)] = []
        public var languages: [(Language, Int)] = []
        public var years: [(Int, Int)] = []
        /// Counted over the newest finds only, so many.
        public var newest: Int?

        public static func == (a: Self, b: Self) -> Bool {
            a.newest == b.newest && a.years.elementsEqual(b.years, by: ==) && a.kinds.elementsEqual(b.kinds, by: ==)
                && a.sections.elementsEqual(b.sections, by: ==) && a.sites.elementsEqual(b.sites, by: ==)
        }

        public func hash(into hasher: inout Hasher) { hasher.combine(newest) }
    }

    public var hits: [Hit] = []
    public var count = Count(number: 0, isBounded: false)
    public var facets = Facets()
    /// A spelling under which something is found.
    public var suggestion: String?
    /// No document holds all the words: these hold all but one.
    public var isPartial = false
    /// Only the first words of a long query were used.
    public var isCut = false
    /// The query holds nothing that can be searched.
    public var isEmpty = false

    public init() {}
}
