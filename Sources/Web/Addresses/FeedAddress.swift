public import Publishing

/// The forms a feed is written in.
public enum FeedFormat: String, Sendable, Hashable, CaseIterable {
    case atom, rss, json

    public var mediaType: String {
        switch self {
        case .atom: "application/atom+xml"
        case .rss: "application/rss+xml"
        case .json: "application/feed+json"
        }
    }
}

/// The address of a feed: `/feed.atom`, `/{section}/feed.rss`, `/tu-khoa/{slug}/feed.json`, `/chuyen-trang/{code}/feed.atom`; the past of each in
/// parts that stay as they are: `/feed/2026-11-1.atom`, `/{section}/feed/2026-11-1.atom`.
public struct FeedAddress: Sendable, Hashable {
    /// The list a feed follows.
    public enum List: Sendable, Hashable {
        case portal
        case section(String)
        case topic(String)
        case tag(String)
    }

    public var list: List
    public var format: FeedFormat
    /// Nil for the newest items.
    public var archive: ArchivePart?

    public init(_ list: List, _ format: FeedFormat, archive: ArchivePart? = nil) {
        self.list = list
        self.format = format
        self.archive = archive
    }

    /// The address of the list's page.
    public var page: String {
        switch list {
        case .portal: "/"
        case .section(let code): "/\(code)/"
        case .topic(let code): "/chuyen-trang/\(code)/"
        case .tag(let slug): "/tu-khoa/\(slug)"
        }
    }

    public var path: String {
        let base = page.hasSuffix("/") ? page : page + "/"
        return base + (archive.map { "feed/\($0)." } ?? "feed.") + format.rawValue
    }

    /// Reads a path of the form that `path` has; nil for any other.
    public init?(path: String) {
        guard path.hasPrefix("/") else { return nil }
        self.init(segments: path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init))
        guard self.path == path else { return nil }
    }

    /// Decoded, lower-case segments of a path.
    init?(segments: [String]) {
        guard var last = segments.last, let dot = last.lastIndex(of: "."), let format = FeedFormat(rawValue: String(last[last.index(after: dot)...]))
        else {
            return nil
        }
        last = String(last[..<dot])
        var place = segments.dropLast()
        var archive: ArchivePart?
        if last != "feed" {
            guard place.popLast() == "feed", let part = ArchivePart(last) else { return nil }
            archive = part
        }
        let parts = Array(place)
        guard parts.count <= 2, parts.allSatisfy({ PublicAddress.isSlug($0) && !$0.isEmpty && $0.utf8.count <= 200 }) else { return nil }
        let list: List
        switch (parts.first, parts.count) {
        case (nil, _): list = .portal
        case ("tu-khoa", 2): list = .tag(parts[1])
        case ("chuyen-trang", 2): list = .topic(parts[1])
        case (let code?, 1) where PublicAddress.isSectionCode(code): list = .section(code)
        default: return nil
        }
        self.init(list, format, archive: archive)
    }
}
