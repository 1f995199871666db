/// An address on one portal of a mirror: the folder (its host) and path with query, as in a request.
struct MirrorAddress: Hashable, Sendable {
    let host: String
    let target: String
}

/// Where an address lies in a mirror. Only letters, digits, `-`, `.`, `_` and `~` become names of files: nothing else is ever a part of an address of ours, and so
/// nothing can lead out of the folder.
enum MirrorPath {
    /// What the mirror itself lays beside the pages.
    static let own = "/_mirror/"
    /// Bytes of the longest name of a file that every file system takes, less what is put behind it.
    private static let longest = 200

    /// Below the portal's folder: `tin-tuc/index@trang=2.html`, `tin-tuc/bai-0k….html`, `files/…/anh.jpg@w=640&f=avif.avif`; nil where an address has no place in a mirror.
    static func file(_ target: String, isPage: Bool) -> String? {
        let path = target.prefix { $0 != "?" }
        guard path.hasPrefix("/"), let suffix = suffix(target.dropFirst(path.count).dropFirst(), isPage: isPage) else { return nil }
        var segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if segments.last == "" {
            guard isPage else { return nil }
            segments[segments.count - 1] = "index"
        }
        guard segments.allSatisfy(isName) else { return nil }
        return segments.joined(separator: "/") + suffix
    }

    /// Nil for a query that no page of a mirror has.
    private static func suffix(_ query: Substring, isPage: Bool) -> String? {
        if query.isEmpty { return isPage ? ".html" : "" }
        if isPage { return query == "in=1" || query.wholeMatch(of: /trang=[1-9][0-9]{0,5}/) != nil ? "@\(query).html" : nil }
        guard let variant = query.wholeMatch(of: /w=[1-9][0-9]{0,4}&f=([a-z]{3,4})/) else { return nil }
        return "@\(query).\(variant.1)"
    }

    static func isName(_ segment: Substring) -> Bool {
        !segment.isEmpty && segment != "." && segment != ".." && segment.utf8.count <= longest
            && segment.utf8.allSatisfy { byte in
                switch byte {
                case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
                default: false
                }
            }
    }

    /// Whether a linked address is asked for at all.
    static func isWalked(_ target: String) -> Bool {
        let path = target.prefix { $0 != "?" }
        let first = path.dropFirst().prefix { $0 != "/" }
        guard !unserved.contains(String(first)), file(target, isPage: true) != nil || file(target, isPage: false) != nil else { return false }
        return !path.hasPrefix(own)
    }

    /// First segments of addresses that only a running portal answers. (`log` is laid down once for all portals.)
    static let unserved: Set<String> = ["tra-cuu", "danh-gia", "kiem-chung", "api", "oai", "websub", "nghe", "desk", "tim-kiem", "log", "-"]

    /// The id of an item in a path: its last thirteen characters.
    static func item(in target: String) -> String? {
        var path = target.prefix { $0 != "?" }
        if path.hasSuffix(".tlog-proof") { path = path.dropLast(".tlog-proof".count) }
        guard let match = path.wholeMatch(of: /\/[a-z0-9-]+\/(?:[a-z0-9-]*-)?([0-9a-hjkmnp-tv-z]{13})/) else { return nil }
        return String(match.1)
    }
}
