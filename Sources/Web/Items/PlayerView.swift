/// An item read aloud: the player on its page.
public struct PlayerView: PageModel {
    /// The item's id: under it the reader's device keeps where he stopped.
    public let item: String
    /// The forms of the recording, the best first.
    public let sources: [PlayerSource]
    public let script: String?
    public let integrity: String?

    public init(item: String, sources: [PlayerSource], statics: StaticFiles) {
        self.item = item
        self.sources = sources
        script = statics.address("listen.js")
        integrity = statics.integrity("listen.js")
    }

    public static let shape: Shape<PlayerView> = [
        .text("item", \.item), .many("sources", \.sources), .text("listenScript", \.script),
        .text("listenIntegrity", \.integrity),
    ]
}

/// One form of a recording.
public struct PlayerSource: PageModel {
    public let href: String
    /// The media type.
    public let type: String

    public init(href: String, type: String) {
        self.href = href
        self.type = type
    }

    public static let shape: Shape<PlayerSource> = [.text("href", \.href), .text("type", \.type)]
}
