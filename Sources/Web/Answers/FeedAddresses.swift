public import HTTPTypes

/// What a feed says of itself: its own address, and the hub that tells of its changes (W3C WebSub, 4).
public struct FeedAddresses: Sendable, Hashable {
    /// The feed's one address: the topic that subscribers name.
    public let itself: String
    /// Nil where the installation runs no hub.
    public let hub: String?

    /// `path`: the feed's path on the visited portal.
    public init(_ visit: Visit, path: String) {
        itself = visit.url(path)
        hub = visit.face.hubPath.map { visit.url($0) }
    }

    /// The field `Link` of the feed's answer. The same relations belong into the feed itself (`<link rel="hub">`, `hubs`).
    public var headers: HTTPFields {
        [.link: (hub.map { "<\($0)>; rel=\"hub\", " } ?? "") + "<\(itself)>; rel=\"self\""]
    }
}
