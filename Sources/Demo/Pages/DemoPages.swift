/// A static page of a demo portal.
public struct DemoPage: Sendable, Hashable {
    /// `introduction`, `contact`, `privacy`, …: what menus name it by.
    public let key: String
    public let title: String
    public let summary: String?
    public let body: [DemoBlock]
}

/// The static pages of each portal.
public enum DemoPages {
    public static func pages(of site: DemoSite) -> [DemoPage] { [] }
}
