import Vietnamese
import Web

/// RSS 2.0, with the modules that everyone reads: content, Dublin Core, Media RSS, Atom's links, and RFC 5005.
enum RSSWriter {
    static func bytes(of feed: Feed) -> [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "rss",
            [
                "version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom", "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:fh": "http://purl.org/syndication/history/1.0",
                "xmlns:media": "http://search.yahoo.com/mrss/",
            ]
        ) { xml in
            xml.element("channel") { xml in
                xml.element("title", text: feed.title)
                xml.element("link", text: feed.page)
                xml.element("description", text: feed.subtitle ?? feed.title)
                xml.element("language", text: feed.language)
                xml.element("lastBuildDate", text: feed.updated.rfc5322)
                xml.element("generator", text: "Cầu Nối")
                xml.element("docs", text: "https://www.rssboard.org/rss-specification")
                xml.element("ttl", text: "5")
                xml.empty("atom:link", ["rel": "self", "type": FeedFormat.rss.mediaType, "href": feed.address])
                if let hub = feed.hub { xml.empty("atom:link", ["rel": "hub", "href": hub]) }
                if let current = feed.current { xml.empty("atom:link", ["rel": "current", "type": FeedFormat.rss.mediaType, "href": current]) }
                if let previous = feed.previous {
                    xml.empty("atom:link", ["rel": "prev-archive", "type": FeedFormat.rss.mediaType, "href": previous])
                }
                if feed.current != nil { xml.empty("fh:archive") }
                for entry in feed.entries { write(entry, &xml) }
            }
        }
        return xml.bytes
    }

    private static func write(_ entry: FeedEntry, _ xml: inout XMLWriter) {
        xml.element("item") { xml in
            xml.element("title", text: entry.title)
            xml.element("link", text: entry.url)
            xml.element("guid", ["isPermaLink": "false"], text: entry.id)
            xml.element("pubDate", text: entry.published.rfc5322)
            // `author` would have to be a mail address.
            for author in entry.authors { xml.element("dc:creator", text: author) }
            for category in entry.categories { xml.element("category", ["domain": category.scheme], text: category.label) }
            xml.optional("dc:source", text: entry.source)
            xml.element("dc:language", text: entry.language)
            xml.optional("description", text: entry.summary)
            xml.element("content:encoded", text: entry.content)
            if let picture = entry.picture {
                xml.empty("enclosure", ["url": picture.url, "length": String(picture.bytes), "type": picture.type])
                MediaElement.write(picture, &xml)
            } else if let file = entry.files.first {
                // RSS has room for one.
                xml.empty("enclosure", ["url": file.url, "length": String(file.bytes), "type": file.type])
            }
            if entry.updated != entry.published { xml.element("atom:updated", text: entry.updated.rfc3339) }
        }
    }
}
