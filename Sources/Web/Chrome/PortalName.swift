public import PortalNetwork

/// A portal's name as the header sets it: the authority above, the body, and what the portal is below.
///
/// "Trang thông tin điện tử Sở Y tế" below the province of An Sơn is *Tỉnh An Sơn* / *Sở Y tế* / *Trang thông tin điện tử*. A name that does not
/// begin so stands whole.
public struct PortalName: Sendable, Hashable {
    public let authority: String?
    public let body: String
    public let kind: String?

    private static let kinds = ["Cổng thông tin điện tử", "Trang thông tin điện tử", "Cổng Thông tin điện tử", "Trang Thông tin điện tử"]

    public init(_ site: Site, authority: String?) {
        let kind = Self.kinds.first { site.name.hasPrefix($0 + " ") }
        self.kind = kind
        self.authority = authority
        if let kind {
            let rest = site.name.dropFirst(kind.count + 1)
            body = rest.prefix(1).uppercased() + rest.dropFirst()
        } else {
            body = site.name
        }
    }

    public init(_ visit: Visit) {
        // A language version is the same body; a commune stands below its province whoever keeps its portal.
        let above = visit.tree.ancestors(of: visit.site.id).first { $0.kind == .portal || $0.kind == .unit && visit.site.kind == .unit }
        self.init(visit.site, authority: visit.site.kind == .language ? nil : above?.shortName)
    }
}
