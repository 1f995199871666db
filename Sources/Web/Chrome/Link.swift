import RichText

/// A link as a template shows it. Only paths of the portal and http, https, mailto and tel addresses become links: escaping alone would let
/// `javascript:` through.
public struct Link: PageModel, Hashable {
    public let label: String
    public let href: String
    public let isCurrent: Bool
    /// Leads off this installation.
    public let isOutside: Bool
    /// What search engines and browsers are told of a link that leads off this installation (`rel`): nothing more than that where its host is registered, and that it
    /// is worth nothing where it is not.
    public let relation: String?

    /// Nil when `target` is not an address that may be linked. `isOutside`: whether it leads off this installation, where that is known; `isTrusted`: whether its
    /// host is in the register (`Visit.link` asks).
    public init?(_ label: String, to target: String, isCurrent: Bool = false, isOutside: Bool? = nil, isTrusted: Bool = false) {
        guard Link.isSafe(target) else { return nil }
        self.label = label
        href = target
        self.isCurrent = isCurrent
        let lower = target.lowercased()
        let isOutside = isOutside ?? (lower.hasPrefix("http://") || lower.hasPrefix("https://"))
        self.isOutside = isOutside
        relation = isOutside ? (isTrusted ? "external" : LinkPolicy.foreignRelation) : nil
    }

    public static let shape: Shape<Link> = [
        .text("label", \.label), .text("href", \.href), .flag("current", \.isCurrent), .flag("outside", \.isOutside),
        .text("relation", \.relation),
    ]

    /// The host (lower case) that an address names; nil for paths and other schemes.
    static func host(of target: String) -> String? { WebAddress(target)?.host }

    /// Whether a text may stand in `href`: a path (`/…` but not `//…`, which names a host), a fragment or query of this page, or one of four schemes.
    public static func isSafe(_ target: String) -> Bool {
        guard target.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") })
        else {
            return false
        }
        if target.hasPrefix("/") { return !target.hasPrefix("//") }
        if target.hasPrefix("#") || target.hasPrefix("?") { return true }
        let lower = target.lowercased()
        return ["https://", "http://", "mailto:", "tel:"].contains { lower.hasPrefix($0) && lower.utf8.count > $0.utf8.count }
    }
}
