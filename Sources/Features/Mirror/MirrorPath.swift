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
        if isPage { return query == "in=1" || query.hasPrefix("trang=") && isNumber(query.dropFirst(6), digits: 6) ? "@\(query).html" : nil }
        guard query.hasPrefix("w="), let end = query.firstIndex(of: "&"), isNumber(query[..<end].dropFirst(2), digits: 5) else {
            return nil
        }
        let format = query[end...].dropFirst(3)
        guard query[end...].hasPrefix("&f="), 3...4 ~= format.utf8.count, format.utf8.allSatisfy({ 97...122 ~= $0 }) else { return nil }
        return "@\(query).\(format)"
    }

    /// From 1 on, as one writes it. (Asked of every link of every page: without a regular expression.)
    private static func isNumber(_ text: Substring, digits: Int) -> Bool {
        1...digits ~= text.utf8.count && text.utf8.first != UInt8(ascii: "0") && text.utf8.allSatisfy { 48...57 ~= $0 }
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
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty, !parts[1].isEmpty, parts[1].utf8.allSatisfy(isOfSlug), parts[2].utf8.count >= 13 else { return nil }
        let (slug, id) = (parts[2].utf8.dropLast(13), parts[2].utf8.suffix(13))
        guard slug.isEmpty || slug.last == UInt8(ascii: "-"), slug.allSatisfy(isOfSlug), id.allSatisfy(isOfID) else { return nil }
        return String(Substring(id))
    }

    private static func isOfSlug(_ byte: UInt8) -> Bool { 97...122 ~= byte || 48...57 ~= byte || byte == UInt8(ascii: "-") }

    /// The digits and letters of ids: none of `i`, `l`, `o`, `u`.
    private static func isOfID(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        default: 48...57 ~= byte || 97...122 ~= byte
        }
    }
}
