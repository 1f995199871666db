public import PortalNetwork
public import Publishing
import Store
import Vietnamese

/// The names under which other programs know items and lists for ever: tag addresses (RFC 4151) under the origin of this installation, which never
/// changes. They outlive every move to another section, portal or host.
public struct StableIDs: Sendable, Hashable {
    public let origin: String

    /// `origin`: the name in the public record.
    public init(origin: String) { self.origin = origin }

    /// `tag:anson.example.vn,2026-11-20:06b2…`. The date is the one the item was made on: then the origin was this installation's.
    public func item(_ id: ItemID) -> String { "tag:\(origin),\(Self.day(of: id.rawValue)):\(id)" }

    /// The id of a list of a portal, `list` being unique on it: `all`, `section/06b2…`, `tag/dau-tu`.
    public func feed(_ site: Site, _ list: String) -> String { "tag:\(origin),\(Self.day(of: site.id.rawValue)):\(site.id)/\(list)" }

    /// The identifier of an item for harvesters (OAI-PMH).
    public func record(_ id: ItemID) -> String { "oai:\(origin):\(id)" }

    /// The item such an identifier names; nil for one of another origin.
    public func item(ofRecord identifier: String) -> ItemID? {
        let prefix = "oai:\(origin):"
        return identifier.hasPrefix(prefix) ? ItemID(String(identifier.dropFirst(prefix.count))) : nil
    }

    /// Ids begin with the moment they were made.
    private static func day(of id: Int64) -> String {
        String(Instant(rawValue: (id >> 22) + IdentifierMaker.epoch).rfc3339UTC.prefix(10))
    }
}
