import RichText
public import Vietnamese

/// A feed as a value; each format is one way to write it.
struct Feed: Sendable {
    var id: String
    var title: String
    var subtitle: String?
    var language: String
    /// Whose portal it is.
    var publisher: String
    var updated: Instant
    /// This very document, the page it follows, and the newest items where this is a part of the past.
    var address: String
    var page: String
    var current: String?
    /// The part of the past before this document (RFC 5005).
    var previous: String?
    /// Where readers can have changes sent to them (WebSub).
    var hub: String?
    /// A square picture.
    var icon: String?
    var entries: [FeedEntry]
    /// What was taken back (RFC 6721).
    var gone: [GoneEntry] = []
}

/// One item.
struct FeedEntry: Sendable {
    var id: String
    var url: String
    var title: String
    var summary: String?
    /// The whole text as HTML with absolute addresses.
    var content: String
    var language: String
    var published: Instant
    var updated: Instant
    var authors: [String]
    var categories: [FeedCategory]
    var picture: FeedPicture?
    /// Attachments, films and recordings, in the order of the text.
    var files: [FeedFile]
    var source: String?
}

/// A section or tag.
struct FeedCategory: Sendable {
    var term: String
    var label: String
    /// The list's page.
    var scheme: String?
}

struct FeedPicture: Sendable {
    var url: String
    var type: String
    var bytes: Int
    var width: Int?
    var height: Int?
    var alt: String
}

struct FeedFile: Sendable {
    var url: String
    var type: String
    var bytes: Int
    var name: String
}

/// An item that is not to be shown any more, and why.
struct GoneEntry: Sendable {
    var id: String
    var at: Instant
    var reason: String
}
