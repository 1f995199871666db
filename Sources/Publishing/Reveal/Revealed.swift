public import PortalNetwork
public import RichText
public import Vietnamese

/// A card the viewer may see. Only the gate makes one.
public struct RevealedCard: Sendable, Hashable {
    public let item: ItemID
    public let edition: Int
    public let kind: KindName
    public let site: SiteID
    public let language: Language
    public let section: SectionID?
    public let publishedAt: Instant
    public let content: CardContent

    init(
        item: ItemID,
        edition: Int,
        kind: KindName,
        site: SiteID,
        language: Language,
        section: SectionID?,
        publishedAt: Instant,
        content: CardContent
    ) {
        self.item = item
        self.edition = edition
        self.kind = kind
        self.site = site
        self.language = language
        self.section = section
        self.publishedAt = publishedAt
        self.content = content
    }
}

/// An item's live edition, opened for the viewer. Only the gate makes one.
public struct RevealedItem: Sendable {
    public internal(set) var card: RevealedCard
    public let details: any ContentKind
    public let publishedAt: Instant
    /// The newest edition's time, where it is not the first.
    public let updatedAt: Instant?
    public let edition: Int
    /// What the newest edition was: a publication, an update, a correction.
    public let operation: Operation
    /// What was changed, said to readers.
    public let note: String?
    /// The salt of the edition's commitments, 64 hexadecimal digits: with it a reader can check the text.
    public let salt: String
    /// The edition's text commitment, 64 hexadecimal digits.
    public let textCommitment: String
    public let views: Int
    /// The edition's place in the public record; -1 for what is not published.
    public internal(set) var index: Int64 = -1
    /// How large files are whose size the edition does not say; only read for a page (`Reader.item`).
    public internal(set) var sizes: [String: PictureSize] = [:]

    public var id: ItemID { card.item }
}

/// What stands at an address.
public enum ItemAnswer: Sendable {
    case shown(RevealedItem, related: [RevealedCard], others: [RevealedCard], translations: [RevealedCard])
    case gone(Gone)
    /// The item belongs to another portal of this installation.
    case elsewhere(RevealedCard)
    case unknown

    /// What may be said of something that is not shown any more: nothing of its content.
    public struct Gone: Sendable {
        public let id: ItemID
        public let code: WithdrawalCode?
        public let at: Instant?
        /// The withdrawal's sentence, if one was given.
        public let note: String?
        public let successor: RevealedCard?
    }
}

/// One page of a list.
public struct ListAnswer: Sendable {
    public let cards: [RevealedCard]
    public let total: Int
    /// What its items call the list (a tag, an author); nil for lists that have their name elsewhere.
    public let name: String?
}
