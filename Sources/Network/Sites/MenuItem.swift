/// One entry of a portal's menu. A menu is a list of trees; a site without its own menu shows its top sections.
public struct MenuItem: Sendable, Hashable, Codable {
    public var label: String
    /// A path of this site (`/tin-tuc/`), an absolute http(s) address, or another portal by its code (`site:so-y-te`).
    public var target: String
    public var children: [MenuItem]

    public init(label: String, target: String, children: [MenuItem] = []) {
        self.label = label
        self.target = target
        self.children = children
    }
}
