import PortalNetwork
import Publishing
import Syndication
import Vietnamese
import Web

/// Maps of a portal for search engines (sitemaps.org): an index, one part for its lists, one for the news of two days, and one for each two thousand items
/// of a month. What is published today changes today's part and no other.
struct Sitemaps: Sendable {
    static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    static let listsName = "trang.xml"
    static let newsName = "tin-moi.xml"
    /// What news search engines read (and Google's greatest number).
    static let newsAge: Int64 = 48 * 3600
    static let newsLimit = 1000

    let reader: Reader
    let addresses: Addresses
    let sections: @Sendable () -> SectionIndex

    func index(for visit: Visit) async throws -> [UInt8] {
        let parts = try await reader.sitemapParts(on: visit.site.id)
        var xml = XMLWriter()
        xml.element("sitemapindex", ["xmlns": Self.namespace]) { xml in
            func add(_ name: String, _ changedAt: Instant?) {
                xml.element("sitemap") { xml in
                    xml.element("loc", text: visit.url("/sitemap/" + name))
                    xml.optional("lastmod", text: changedAt?.rfc3339)
                }
            }
            add(Self.listsName, nil)
            for part in parts { add(Self.name(of: part), part.changedAt) }
        }
        return xml.bytes
    }

    /// A part by its file name; nil when there is none of that name.
    func part(_ name: String, for visit: Visit) async throws -> [UInt8]? {
        if name == Self.listsName { return try await lists(for: visit) }
        if name == Self.newsName { return try await news(for: visit) }
        guard name.hasSuffix(".xml"), let part = ArchivePart(String(name.dropLast(4))) else { return nil }
        let entries = try await reader.sitemap(year: part.year, month: part.month, part: part.number, on: visit.site.id)
        guard !entries.isEmpty else { return nil }
        return Self.urls { xml in
            for entry in entries { Self.url(visit.url(addresses.path(of: entry.card)), entry.updatedAt, &xml) }
        }
    }

    private static func name(of part: SitemapPart) -> String {
        (ArchivePart(year: part.year, month: part.month, number: part.number)?.description ?? "") + ".xml"
    }

    /// The front page, sections, topic sites, and the pages the platform itself points to.
    private func lists(for visit: Visit) async throws -> [UInt8] {
        let index = sections()
        var fixed: [String] = ["/", "/so-do-trang"]
        for (path, role) in [("/gioi-thieu", "introduction"), ("/lien-he", "contact"), ("/bao-ve-du-lieu", "privacy")]
        where try await reader.places(.role(role), on: visit.site.id, limit: 1).isEmpty {
            // Where an editor has written the page, it stands among the items, and this address leads there.
            fixed.append(path)
        }
        let own = index.all(on: visit.site.id).filter { $0.kind == .section }
        let paths = fixed + own.map { "/\($0.code)/" } + index.topics(on: visit.site.id).map { "/chuyen-trang/\($0.code)/" }
        return Self.urls { xml in
            for path in paths { Self.url(visit.url(path), nil, &xml) }
        }
    }

    private func news(for visit: Visit) async throws -> [UInt8] {
        let cards = try await reader.cards(.kind("news"), on: visit.site.id, after: nil, limit: Self.newsLimit)
        let oldest = visit.now.adding(seconds: -Self.newsAge)
        return Self.urls(isNews: true) { xml in
            for card in cards where card.publishedAt >= oldest {
                xml.element("url") { xml in
                    xml.element("loc", text: visit.url(addresses.path(of: card)))
                    xml.element("news:news") { xml in
                        xml.element("news:publication") { xml in
                            xml.element("news:name", text: visit.site.name)
                            xml.element("news:language", text: card.language == .zh ? "zh-cn" : card.language.rawValue)
                        }
                        xml.element("news:publication_date", text: card.publishedAt.rfc3339)
                        xml.element("news:title", text: card.content.title)
                    }
                }
            }
        }
    }

    private static func urls(isNews: Bool = false, _ body: (inout XMLWriter) -> Void) -> [UInt8] {
        var xml = XMLWriter()
        let news = isNews ? "http://www.google.com/schemas/sitemap-news/0.9" : nil
        xml.element("urlset", ["xmlns": namespace, "xmlns:news": news]) { body(&$0) }
        return xml.bytes
    }

    private static func url(_ address: String, _ changedAt: Instant?, _ xml: inout XMLWriter) {
        xml.element("url") { xml in
            xml.element("loc", text: address)
            xml.optional("lastmod", text: changedAt?.rfc3339)
        }
    }
}
