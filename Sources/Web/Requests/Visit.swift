public import PortalNetwork
public import Publishing
public import Vietnamese

/// One request's proven surroundings: which portal, what the tree of portals was, when. Everything of one answer is made from the same visit.
public struct Visit: Sendable {
    public let face: Face
    public let site: Site
    public let tree: SiteTree
    public let now: Instant
    public let requestID: String
    /// Whether a program that says so itself is reading (a crawler, a monitor): it is served alike, and not counted.
    public let isRobot: Bool

    public init(face: Face, site: Site, tree: SiteTree, now: Instant, requestID: String, isRobot: Bool = false) {
        self.face = face
        self.site = site
        self.tree = tree
        self.now = now
        self.requestID = requestID
        self.isRobot = isRobot
    }

    /// What stands first on the front page instead of what is stored: for previews.
    public var front: [ItemID]?

    public var language: Language { site.language }

    /// The look with what the portal inherits.
    public var look: Look { tree.look(of: site.id) }

    /// The absolute address of a path of this portal on its canonical host.
    public func url(_ path: String) -> String { face.origins.url(site, path) ?? path }

    /// A text of the program in the portal's language.
    public func word(_ key: String, _ values: [String: String] = [:]) -> String { face.words.text(key, language, values) }
}
