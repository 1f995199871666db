/// A section of a portal, with the sections below it. Codes are one path segment each and unique on the portal.
public struct DemoSection: Sendable, Hashable {
    public let code: String
    public let name: String
    public let children: [DemoSection]

    public init(_ code: String, _ name: String, _ children: [DemoSection] = []) {
        self.code = code
        self.name = name
        self.children = children
    }

    /// The codes of this section and all below it.
    public var codes: [String] { [code] + children.flatMap(\.codes) }
}
