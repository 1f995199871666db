public import PortalNetwork
public import Store
public import Vietnamese

public struct CaseID: Identifier {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A page on which something stood that nobody published: what, for whom to see, since when, and what became of it.
public struct WatchCase: Sendable {
    public enum Status: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case open
        /// The page is again as it was published.
        case healed
        /// A person has said why it is nothing.
        case dismissed
    }

    public let id: CaseID
    /// Nil for hosts of others.
    public let site: SiteID?
    public let place: PagePlace
    public let status: Status
    public let seen: [CheckedPage.Seen]
    /// Both texts, a line for each line of the page; nil where there was nothing to hold it against.
    public let expected: String?
    public let found: String?
    public let hasPicture: Bool
    public let firstSeen: Instant
    public let lastSeen: Instant
    public let times: Int
    public let closedAt: Instant?
    public let closedBy: PersonID?
    public let reason: String?

    /// What happened with a case, in its order; only ever added to.
    public struct Note: Sendable {
        public enum What: String, Sendable, CaseIterable, SQLBindable, SQLReadable { case opened, changed, healing, healed, dismissed }

        public let at: Instant
        public let person: PersonID?
        public let what: What
        public let text: String
    }
}
