public import PortalNetwork
public import Publishing
public import Web

/// The search as the read API asks it. The composition of the program fills it with the search engine there is; without one, the API answers
/// 503 and says so.
public struct SearchDoor: Sendable {
    /// What is looked for.
    public struct Question: Sendable, Hashable {
        public let text: String
        /// The portals to look in.
        public let sites: [SiteID]
        public let kind: KindName?
        public let language: Language?
        /// How many results come before the wanted ones.
        public let offset: Int
        public let limit: Int

        public init(text: String, sites: [SiteID], kind: KindName? = nil, language: Language? = nil, offset: Int = 0, limit: Int) {
            self.text = text
            self.sites = sites
            self.kind = kind
            self.language = language
            self.offset = offset
            self.limit = limit
        }
    }

    /// One result; its card is read through the gate `reveal`.
    public struct Hit: Sendable, Hashable {
        public let item: ItemID
        /// An extract around the words found, plain text.
        public let extract: String?

        public init(_ item: ItemID, extract: String? = nil) {
            self.item = item
            self.extract = extract
        }
    }

    public struct Answer: Sendable, Hashable {
        public let hits: [Hit]
        /// How many there are, as far as they were counted.
        public let total: Int

        public init(_ hits: [Hit], total: Int) {
            self.hits = hits
            self.total = total
        }
    }

    /// Nil while no index is there (being built, or none configured).
    public let find: @Sendable (Question, Visit) async throws -> Answer?

    public init(_ find: @escaping @Sendable (Question, Visit) async throws -> Answer?) { self.find = find }

    /// No search.
    public static let none = SearchDoor { _, _ in nil }
}
