public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// What a publication will say in the public record (record design 1.3): codes and salted commitments only, never a title, a slug or a name.
/// The record takes these bytes as they are; until it does, they stand in the event log in the same order.
struct Entry: Encodable, Sendable {
    var v = 1
    var op: Operation
    /// Unix seconds.
    var at: Int64
    var site: String
    var id: ItemID?
    var kind: String?
    var lang: String?
    var ed: Int?
    /// Sequence of the item's previous entry, -1 for its first.
    var prev: Int64?
    var commit: String?
    var text: String?
    var kib: Int?
    /// Pseudonyms of those who approved. Random ids say nothing to an outsider.
    var by: [String]?
    /// The act that carries many entries (import, demo).
    var act: ActID?
    /// For withdrawals: the reason's code.
    var why: String?
    /// For chrome: what changed; for hosts: what became of it; for keys of the record: `added` or `retired`. As a code.
    var part: String?
    var host: String?
    /// For releases: SHA-256 of the manifest.
    var digest: String?
    /// To the bundle of assertions of those who approved with a passkey.
    var att: String?
    /// For keys: their text form, and of those of the record the first size they are valid for.
    var key: String?
    var index: Int64?
    /// For notices: the log that ended and the root of its last head, whose size is `index`.
    var origin: String?
    var root: String?
    /// For portals: the hosts they have now.
    var hosts: [String]?
}

/// One thing that happened, in the order everyone agrees on.
public struct Event: Sendable, Hashable {
    public let sequence: Int64
    public let at: Instant
    public let operation: Operation
    public let site: SiteID
    public let item: ItemID?
    public let edition: Int
}
