public import Store

/// An address of a portal's own grammar: home, a section's list, an item. Fixed addresses (`/tim-kiem`, `/sitemap.xml`, …) are routes and come first.
public enum PublicAddress: Sendable, Hashable {
    case home
    /// `/{section}/`, from page 1: newest first.
    case section(String, page: Int)
    /// `/{section}/{slug}-{id}` or `/{section}/{id}`. The id alone identifies; section and slug are decoration that a feature compares with the
    /// item's canonical address and mends by a redirect. `slug` is empty where there is none, or none that could be ours.
    case item(section: String, slug: String, id: Int64, isPrint: Bool)
    /// `/{section}/{slug}-{id}.tlog-proof`: that what the item's page shows stands in the public record; of an older edition with `?ed=N`.
    case proof(section: String, slug: String, id: Int64, edition: Int?)
    /// A list as programs follow it: `/feed.atom`, `/{section}/feed.rss`, …
    case feed(FeedAddress)

    /// The last page of a list that an address may name.
    public static let lastPage = 100_000

    /// How the address of a proof ends.
    public static let proofEnding = ".tlog-proof"

    public static func item(section: String, slug: String, id: some Identifier, isPrint: Bool = false) -> PublicAddress {
        .item(section: section, slug: slug, id: id.rawValue, isPrint: isPrint)
    }

    /// The address as it is written: path and, where needed, query.
    public var path: String {
        switch self {
        case .home: "/"
        case .section(let section, let page): page <= 1 ? "/\(section)/" : "/\(section)/?trang=\(page)"
        case .item(let section, let slug, let id, let isPrint):
            "/\(section)/" + (slug.isEmpty ? "" : slug + "-") + Crockford.encode(id) + (isPrint ? "?in=1" : "")
        case .proof(let section, let slug, let id, let edition):
            Self.item(section: section, slug: slug, id: id, isPrint: false).path + Self.proofEnding + (edition.map { "?ed=\($0)" } ?? "")
        case .feed(let feed): feed.path
        }
    }

    /// What a request's path and query mean.
    public enum Reading: Sendable, Hashable {
        /// It is written as we write it (as far as grammar goes).
        case address(PublicAddress)
        /// It means this, written another way: answer 301.
        case elsewhere(PublicAddress)
        /// Nothing of ours is written so: answer 404.
        case none
    }

    /// Reads a path (as it came, still percent-encoded) and the query. Total: every text has a reading. Unknown parameters are passed over
    /// (readers come with `utm_source` and its like); `trang` and `in` are strict.
    public static func read(path: String, query: String?) -> Reading {
        guard path.hasPrefix("/"), let decoded = PercentDecoding.decode(path) else { return .none }
        var segments = decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let query = Query(query) else { return .none }
        let hasFinalSlash = segments.last == ""
        if hasFinalSlash { segments.removeLast() }
        guard !segments.contains("") else { return .none }

        let address: PublicAddress
        let feed = FeedAddress(segments: segments.map { $0.lowercased() })
        switch segments.count {
        case _ where feed != nil: address = feed.map { .feed($0) } ?? .home
        case 0: address = .home
        case 1:
            let section = segments[0].lowercased()
            guard isSectionCode(section), let page = query.page else { return .none }
            address = .section(section, page: page)
        case 2:
            let section = segments[0].lowercased()
            var lower = segments[1].lowercased()[...]
            let isProof = lower.hasSuffix(proofEnding)
            if isProof { lower.removeLast(proofEnding.count) }
            guard isSectionCode(section), let id = Crockford.decode(String(lower.suffix(13))) else { return .none }
            let before = lower.dropLast(13)
            guard before.isEmpty || before.hasSuffix("-") else { return .none }
            let slug = String(before.dropLast())
            let shown = isSlug(slug) ? slug : ""
            if isProof {
                guard let edition = query.edition else { return .none }
                address = .proof(section: section, slug: shown, id: id, edition: edition)
            } else {
                guard let print = query.isPrint else { return .none }
                address = .item(section: section, slug: shown, id: id, isPrint: print)
            }
        default: return .none
        }
        let canonical = address.path.prefix { $0 != "?" }
        let isExact = canonical == path && !query.isSpelledOtherwise
        return isExact ? .address(address) : .elsewhere(address)
    }

    /// `a-z0-9` in groups joined by single `-`, at most 64 characters: one path segment.
    public static func isSectionCode(_ text: String) -> Bool { !text.isEmpty && text.utf8.count <= 64 && isSlug(text) }

    /// The same without the limit of a section's code; the empty slug counts.
    static func isSlug(_ text: String) -> Bool {
        var wasDash = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "-"):
                if wasDash { return false }
                wasDash = true
            case 97...122, 48...57: wasDash = false
            default: return false
            }
        }
        return text.isEmpty || !wasDash
    }

    /// The parameters of the grammar.
    private struct Query {
        var page: Int? = 1
        var isPrint: Bool? = false
        /// Nil within: none was asked for. Nil without: no number.
        var edition: Int?? = .some(nil)
        /// `?trang=1`, `?in=0`: right, but written otherwise than we would.
        var isSpelledOtherwise = false

        /// Nil when a parameter is given twice.
        init?(_ text: String?) {
            var seen: Set<Substring> = []
            for pair in (text ?? "").split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let value = parts.count == 2 ? parts[1] : ""
                guard ["trang", "in", "ed"].contains(parts[0]) else { continue }
                guard seen.insert(parts[0]).inserted else { return nil }
                if parts[0] == "trang" {
                    page = Self.number(value)
                    if page == 1 { isSpelledOtherwise = true }
                } else if parts[0] == "ed" {
                    edition = Self.number(value).map { .some($0) }
                } else {
                    isPrint = value == "1" ? true : nil
                }
            }
        }

        private static func number(_ text: Substring) -> Int? {
            guard (1...6).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "0"), text.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(text), number <= PublicAddress.lastPage
            else { return nil }
            return number
        }
    }
}
