/// A link as a template shows it. Only paths of the portal and http, https, mailto and tel addresses become links: escaping alone would let
/// `javascript:` through.
public struct Link: PageModel, Hashable {
    public let label: String
    public let href: String
    public let isCurrent: Bool
    /// Leads off this installation: marked for readers and for search engines.
    public let isOutside: Bool

    /// Nil when `target` is not an address that may be linked.
    public init?(_ label: String, to target: String, isCurrent: Bool = false, isOutside: Bool? = nil) {
        guard Link.isSafe(target) else { return nil }
        self.label = label
        href = target
        self.isCurrent = isCurrent
        self.isOutside = isOutside ?? !target.hasPrefix("/")
    }

    public static let shape: Shape<Link> = [
        .text("label", \.label), .text("href", \.href), .flag("current", \.isCurrent), .flag("outside", \.isOutside),
    ]

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
