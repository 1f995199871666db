import Vietnamese
import Web

/// Atom (RFC 4287) with archives (RFC 5005) and tombstones (RFC 6721).
enum AtomWriter {
    static func bytes(of feed: Feed) -> [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "feed",
            [
                "xmlns": "http://www.w3.org/2005/Atom", "xmlns:fh": "http://purl.org/syndication/history/1.0",
                "xmlns:at": "http://purl.org/atompub/tombstones/1.0", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:media": "http://search.yahoo.com/mrss/", "xml:lang": feed.language,
            ]
        ) { xml in
            xml.element("id", text: feed.id)
            xml.element("title", text: feed.title)
            xml.optional("subtitle", text: feed.subtitle)
            xml.element("updated", text: feed.updated.rfc3339)
            xml.element("author") { $0.element("name", text: feed.publisher) }
            xml.empty("link", ["rel": "self", "type": FeedFormat.atom.mediaType, "href": feed.address])
            xml.empty("link", ["rel": "alternate", "type": "text/html", "href": feed.page])
            if let hub = feed.hub { xml.empty("link", ["rel": "hub", "href": hub]) }
            if let current = feed.current { xml.empty("link", ["rel": "current", "type": FeedFormat.atom.mediaType, "href": current]) }
            if let previous = feed.previous { xml.empty("link", ["rel": "prev-archive", "type": FeedFormat.atom.mediaType, "href": previous]) }
            xml.optional("icon", text: feed.icon)
            xml.element("generator", text: "Cầu Nối")
            if feed.current != nil { xml.empty("fh:archive") }
            for gone in feed.gone {
                xml.element("at:deleted-entry", ["ref": gone.id, "when": gone.at.rfc3339]) { $0.element("at:comment", text: gone.reason) }
            }
            for entry in feed.entries { write(entry, feed, &xml) }
        }
        return xml.bytes
    }

    private static func write(_ entry: FeedEntry, _ feed: Feed, _ xml: inout XMLWriter) {
        xml.element("entry", ["xml:lang": entry.language == feed.language ? nil : entry.language]) { xml in
            xml.element("id", text: entry.id)
            xml.element("title", text: entry.title)
            xml.element("published", text: entry.published.rfc3339)
            xml.element("updated", text: entry.updated.rfc3339)
            for author in entry.authors { xml.element("author") { $0.element("name", text: author) } }
            xml.empty("link", ["rel": "alternate", "type": "text/html", "hreflang": entry.language, "href": entry.url])
            for category in entry.categories {
                xml.empty("category", ["term": category.term, "scheme": category.scheme, "label": category.label])
            }
            xml.optional("dc:source", text: entry.source)
            xml.optional("summary", text: entry.summary)
            xml.element("content", ["type": "html"], text: entry.content)
            if let picture = entry.picture {
                xml.empty("link", ["rel": "enclosure", "type": picture.type, "length": String(picture.bytes), "href": picture.url])
                MediaElement.write(picture, &xml)
            }
            for file in entry.files {
                xml.empty("link", ["rel": "enclosure", "type": file.type, "length": String(file.bytes), "title": file.name, "href": file.url])
            }
        }
    }
}

/// A picture in the vocabulary that feed readers take thumbnails from (Media RSS).
enum MediaElement {
    static func write(_ picture: FeedPicture, _ xml: inout XMLWriter) {
        xml.element(
            "media:content",
            [
                "url": picture.url, "type": picture.type, "medium": "image", "fileSize": String(picture.bytes),
                "width": picture.width.map(String.init),
                "height": picture.height.map(String.init),
            ]
        ) { $0.optional("media:description", ["type": "plain"], text: picture.alt) }
    }
}
