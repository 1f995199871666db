public import RichText

/// What programs are told of an item beside its card: who wrote it, what it is about, and the whole text.
public struct ItemOutline: Sendable, Hashable {
    /// As the page names them.
    public var authors: [String]
    public var tags: [String]
    /// Whose text it is, when it is not the portal's own.
    public var source: String?
    public var sourceAddress: String?
    /// The text below title and summary, pictures included.
    public var body: RichText

    public init(authors: [String] = [], tags: [String] = [], source: String? = nil, sourceAddress: String? = nil, body: RichText) {
        self.authors = authors
        self.tags = tags
        self.source = source
        self.sourceAddress = sourceAddress
        self.body = body
    }
}
