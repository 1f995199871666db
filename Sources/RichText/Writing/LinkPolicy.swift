/// What the writer needs to know about links: which hosts are registered and where items stand now.
public struct LinkPolicy: Sendable {
    /// Whether a host (lower case) is in the register of approved hosts; links to any other carry `rel="nofollow ugc noopener"`,
    /// so that a sold link is worth nothing.
    public var isRegistered: @Sendable (_ host: String) -> Bool
    /// The present address of an item (path or absolute), nil when it is not known here.
    public var addressOf: @Sendable (_ item: String) -> String?

    /// Put before paths: empty, or the site's origin ("https://anson.example.vn") where the markup is read elsewhere (feeds).
    public var base: String

    public init(
        base: String = "",
        isRegistered: @escaping @Sendable (_ host: String) -> Bool = { _ in false },
        addressOf: @escaping @Sendable (_ item: String) -> String? = { _ in nil }
    ) {
        self.base = base
        self.isRegistered = isRegistered
        self.addressOf = addressOf
    }

    /// What a link to a host that is not registered says.
    public static let foreignRelation = "nofollow ugc noopener"

    /// The `href` of a target, nil when it may not be a link at all.
    ///
    /// An item always is one: where its address is unknown (withdrawn, not yet public) the link is `/-/{id}`, which the site answers by
    /// redirecting or with 410. The text of a page must not depend on what happened to the items it names.
    func address(of target: LinkTarget) -> String? {
        switch target {
        case .item(let id):
            guard ItemAddress.isID(id) else { return nil }
            if let known = addressOf(id), WebAddress.sitePath(known) == known || WebAddress(known)?.text == known,
                ItemAddress.id(inPathOf: known) == id
            {
                return known.hasPrefix("/") ? base + known : known
            }
            return base + "/-/\(id)"
        case .site(let path): return WebAddress.sitePath(path).map { base + $0 }
        case .address(let address): return WebAddress(address)?.text
        }
    }

    func relation(of target: LinkTarget) -> String? {
        guard case .address(let address) = target, let host = WebAddress(address)?.host, !isRegistered(host) else { return nil }
        return Self.foreignRelation
    }
}

/// Finds an item's id at the end of an address: the last 13 Crockford characters of the last path segment, after "-" or alone.
public enum ItemAddress {
    /// 13 lower-case Crockford characters whose value fits 63 bits.
    public static func isID(_ text: some StringProtocol) -> Bool { isID(Array(text.utf8)[...]) }

    /// The id in the path of an address, whatever its host, query and fragment.
    public static func id(inPathOf address: String) -> String? {
        var bytes = Array(address.utf8)[...]
        if let scheme = WebAddress(address), scheme.host != nil { bytes = Array(scheme.path.utf8)[...] }
        let path = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let segment = path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex)
        let tail = segment.suffix(13)
        guard isID(tail), tail.startIndex == segment.startIndex || segment[tail.startIndex - 1] == UInt8(ascii: "-") else { return nil }
        return String(decoding: tail, as: UTF8.self)
    }

    private static func isID(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 13, let first = bytes.first, (0x30...0x37).contains(first) else { return false }
        return bytes.allSatisfy { byte in
            switch byte {
            case 0x30...0x39: true
            case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
            default: (0x61...0x7A).contains(byte)
            }
        }
    }
}
