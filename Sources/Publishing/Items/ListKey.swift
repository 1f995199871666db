public import PortalNetwork
public import Store

/// The name of a list of items on one site: everything (`all`), a section and all below it, a tag, an author, a topic site.
public struct ListKey: RawRepresentable, Hashable, Sendable, Codable, SQLBindable, SQLReadable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let all = ListKey(rawValue: "all")
    public static func kind(_ name: KindName) -> ListKey { ListKey(rawValue: "kind:\(name)") }
    public static func section(_ id: SectionID) -> ListKey { ListKey(rawValue: "section:\(id)") }
    public static func tag(_ slug: String) -> ListKey { ListKey(rawValue: "tag:\(slug)") }
    /// Pages the platform itself points to (`privacy`, `contact`).
    public static func role(_ name: String) -> ListKey { ListKey(rawValue: "role:\(name)") }
    public static func author(_ slug: String) -> ListKey { ListKey(rawValue: "author:\(slug)") }
}

/// That an item belongs to a list, and what the list is called where items name it (tags, authors).
public struct ListEntry: Sendable, Hashable {
    public let key: ListKey
    public let name: String?

    public init(_ key: ListKey, name: String? = nil) {
        self.key = key
        self.name = name
    }
}
