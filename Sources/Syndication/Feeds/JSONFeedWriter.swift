import PublicRecord
import Vietnamese

/// JSON Feed 1.1. The past is reached through `next_url`.
enum JSONFeedWriter {
    static func bytes(of feed: Feed) throws -> [UInt8] { try CanonicalJSON.encode(Document(feed)) }

    private struct Document: Encodable {
        let version = "https://jsonfeed.org/version/1.1"
        let title: String
        let home_page_url: String
        let feed_url: String
        let description: String?
        let icon: String?
        let language: String
        let next_url: String?
        let authors: [Author]
        let hubs: [Hub]?
        let items: [Item]

        init(_ feed: Feed) {
            title = feed.title
            home_page_url = feed.page
            feed_url = feed.address
            description = feed.subtitle
            icon = feed.icon
            language = feed.language
            next_url = feed.previous
            authors = [Author(name: feed.publisher)]
            hubs = feed.hub.map { [Hub(type: "WebSub", url: $0)] }
            items = feed.entries.map(Item.init)
        }
    }

    private struct Author: Encodable { let name: String }

    private struct Hub: Encodable {
        let type: String
        let url: String
    }

    private struct Attachment: Encodable {
        let url: String
        let mime_type: String
        let title: String?
        let size_in_bytes: Int
    }

    private struct Item: Encodable {
        let id: String
        let url: String
        let title: String
        let content_html: String
        let summary: String?
        let image: String?
        let date_published: String
        let date_modified: String
        let language: String
        let authors: [Author]?
        let tags: [String]?
        let attachments: [Attachment]?

        init(_ entry: FeedEntry) {
            id = entry.id
            url = entry.url
            title = entry.title
            content_html = entry.content
            summary = entry.summary
            image = entry.picture?.url
            date_published = entry.published.rfc3339
            date_modified = entry.updated.rfc3339
            language = entry.language
            authors = entry.authors.isEmpty ? nil : entry.authors.map(Author.init)
            tags = entry.categories.isEmpty ? nil : entry.categories.map(\.label)
            let all =
                (entry.picture.map { [Attachment(url: $0.url, mime_type: $0.type, title: nil, size_in_bytes: $0.bytes)] } ?? [])
                + entry.files.map { Attachment(url: $0.url, mime_type: $0.type, title: $0.name, size_in_bytes: $0.bytes) }
            attachments = all.isEmpty ? nil : all
        }
    }
}
