public import Publishing
public import Web

/// What a feed follows: a list of items under a name. A feature that has items to follow (a saved search) makes one and hands it to `Feeds`.
public struct FeedSource: Sendable {
    /// Unique on the portal and never changed: it becomes part of the feed's id (`section/06b2…`, `search/loai=news&q=lũ`).
    public var list: String
    public var title: String
    public var subtitle: String?
    /// Path and query of the page that shows the same.
    public var page: String
    /// Path and query of the feed itself.
    public var address: String
    /// The items, newest first: at most `Feeds.size`.
    public var items: [ItemID]
    /// What was taken back out of the list lately.
    public var gone: [Tombstone]
    /// For a part of the past: where the newest items are.
    public var current: String?
    /// The part of the past before this one.
    public var previous: String?

    public init(
        list: String,
        title: String,
        subtitle: String? = nil,
        page: String,
        address: String,
        items: [ItemID],
        gone: [Tombstone] = [],
        current: String? = nil,
        previous: String? = nil
    ) {
        self.list = list
        self.title = title
        self.subtitle = subtitle
        self.page = page
        self.address = address
        self.items = items
        self.gone = gone
        self.current = current
        self.previous = previous
    }
}
