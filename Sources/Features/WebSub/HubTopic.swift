import Crypto
import PortalNetwork
import Store
import Web

struct HubTopicID: Identifier {
    let rawValue: Int64
}

/// A feed somebody subscribed to, and what it was when subscribers last heard of it.
struct HubTopic: Sendable {
    let id: HubTopicID
    let site: SiteID
    let path: String
    /// SHA-256 of the feed; nil until it was first looked at.
    let digest: String?
    /// Counts the changes subscribers were told of.
    let generation: Int64

    static let columns: SQL = "hub_topic.id, hub_topic.site, hub_topic.path, hub_topic.digest, hub_topic.generation"

    init(_ row: Row) throws {
        id = try row[0]
        site = try row[1]
        path = try row[2]
        digest = try row[3]
        generation = try row[4]
    }

    static func load(_ id: HubTopicID, _ db: any Connection) throws -> HubTopic? {
        try db.row("SELECT \(columns) FROM hub_topic WHERE id = \(id)").map { try HubTopic($0) }
    }

    static func digest(of bytes: some Sequence<UInt8>) -> String {
        SHA256.hash(data: Array(bytes)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The path of a topic, when `address` is a feed of the portal at `origin`: `/feed.atom`, `/{section}/feed.rss`, `/tu-khoa/{slug}/feed.json`.
    static func path(of address: String, origin: String) -> String? {
        guard address.utf8.count <= 512, address.hasPrefix(origin + "/") else { return nil }
        let segments = address.dropFirst(origin.count + 1).split(separator: "/", omittingEmptySubsequences: false)
        guard let file = segments.last, ["feed.atom", "feed.rss", "feed.json"].contains(file) else { return nil }
        let folders = segments.dropLast()
        let isKnown =
            folders.isEmpty || folders.count == 1 && PublicAddress.isSectionCode(String(folders[0]))
            || folders.count == 2 && folders[0] == "tu-khoa" && folders[1].utf8.count <= 128
                && folders[1].utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        return isKnown ? "/" + segments.joined(separator: "/") : nil
    }
}
