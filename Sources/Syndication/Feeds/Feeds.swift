import HTTPTypes
import Hummingbird
import NIOCore
import PortalNetwork
public import Publishing
import Vietnamese
public import Web

/// Draws feeds, in every format, of a portal's own lists and of whatever list a feature hands over.
public struct Feeds: Sendable {
    /// Items in a feed, and in a part of its past.
    public static let size = 50
    /// How long what was taken back is named.
    static let mourning: Int64 = 90 * 86_400

    let reader: Reader
    let sections: @Sendable () -> SectionIndex
    private let maker: FeedMaker
    private let ids: StableIDs
    /// The hub that sends a portal's changes on; nil where there is none.
    private let hub: @Sendable (Visit) -> String?

    public init(
        reader: Reader,
        addresses: Addresses,
        ids: StableIDs,
        sections: @escaping @Sendable () -> SectionIndex,
        hub: @escaping @Sendable (Visit) -> String? = { _ in nil }
    ) {
        self.reader = reader
        self.sections = sections
        self.ids = ids
        self.hub = hub
        maker = FeedMaker(reader: reader, addresses: addresses, ids: ids, sections: sections)
    }

    /// A list as a feed, with its links also in the header (WebSub wants them there).
    public func answer(_ source: FeedSource, as format: FeedFormat, for visit: Visit) async throws -> ByteAnswer {
        let entries = try await maker.entries(Array(source.items.prefix(Self.size)), for: visit)
        let gone = source.gone.map { GoneEntry(id: ids.item($0.item), at: $0.at, reason: maker.reason($0, visit)) }
        let hub = source.current == nil ? hub(visit) : nil
        let feed = Feed(
            id: ids.feed(visit.site, source.list),
            title: source.title,
            subtitle: source.subtitle,
            language: visit.language.rawValue,
            publisher: visit.site.name,
            updated: max(entries.map(\.updated).max() ?? visit.site.createdAt, gone.map(\.at).max() ?? visit.site.createdAt),
            address: visit.url(source.address),
            page: visit.url(source.page),
            current: source.current.map { visit.url($0) },
            previous: source.previous.map { visit.url($0) },
            hub: hub,
            icon: visit.url(IconStyle(visit.look).address(size: 192)),
            entries: entries,
            gone: gone
        )
        let bytes: [UInt8] =
            switch format {
            case .atom: AtomWriter.bytes(of: feed)
            case .rss: RSSWriter.bytes(of: feed)
            case .json: try JSONFeedWriter.bytes(of: feed)
            }
        var links = "<\(feed.address)>; rel=\"self\""
        if let hub { links += ", <\(hub)>; rel=\"hub\"" }
        // Anyone's page may read a feed: it holds what everyone may read.
        let headers: HTTPFields = [.link: links, .accessControlAllowOrigin: "*", .crossOriginResourcePolicy: "cross-origin"]
        return ByteAnswer(ByteBuffer(bytes: bytes), type: format.mediaType + "; charset=utf-8", freshness: .page, headers: headers)
    }
}

extension Feeds: FeedPages {
    public func feed(_ address: FeedAddress, for visit: Visit) async throws -> PageAnswer {
        guard let list = try await list(of: address, visit) else { return .notFound }
        var source = FeedSource(list: list.id, title: list.title, subtitle: list.subtitle, page: address.page, address: address.path, items: [])
        if let part = address.archive {
            guard let page = try await reader.archive(part, of: list.key, on: visit.site.id, size: Self.size, now: visit.now) else {
                return .notFound
            }
            source.items = page.items
            source.current = FeedAddress(address.list, address.format).path
            source.previous = page.previous.map { FeedAddress(address.list, address.format, archive: $0).path }
        } else {
            let places = try await reader.places(list.key, on: visit.site.id, limit: Self.size + 1)
            source.items = places.prefix(Self.size).map(\.item)
            if places.count > Self.size {
                let last = places[Self.size - 1]
                let part = try await reader.archive(of: list.key, on: visit.site.id, after: last, size: Self.size)
                source.previous = part.map { FeedAddress(address.list, address.format, archive: $0).path }
            }
            source.gone = try await reader.gone(
                from: list.key,
                on: visit.site.id,
                since: visit.now.adding(seconds: -Self.mourning),
                limit: Self.size
            )
        }
        return .bytes(try await answer(source, as: address.format, for: visit))
    }

    private struct FollowedList {
        let key: ListKey
        let id: String
        let title: String
        var subtitle: String?
    }

    private func list(of address: FeedAddress, _ visit: Visit) async throws -> FollowedList? {
        let site = visit.site
        switch address.list {
        case .portal: return FollowedList(key: .all, id: "all", title: site.name, subtitle: visit.look.slogan)
        case .section(let code), .topic(let code):
            let kind: Section.Kind = if case .topic = address.list { .topic } else { .section }
            guard let section = sections().section(code, on: site.id), section.kind == kind else { return nil }
            return FollowedList(
                key: .section(section.id),
                id: "section/\(section.id)",
                title: "\(section.name) - \(site.name)",
                subtitle: section.summary
            )
        case .tag(let slug):
            guard let name = try await reader.list(.tag(slug), on: site.id, page: 1, size: 1).name else { return nil }
            return FollowedList(key: .tag(slug), id: "tag/\(slug)", title: "\(name) - \(site.name)")
        }
    }
}
