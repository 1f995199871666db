import PortalNetwork
import Store
import Vietnamese

/// Something that was withdrawn or erased where it comes from, before its portal moved here. There is no item of it, no edition and no entry:
/// only what its address has to say for ever.
struct CarriedTombstone: Sendable {
    let id: ItemID
    let code: WithdrawalCode?
    let at: Instant?
    /// The withdrawal's sentence, sealed under the id's key.
    let note: [UInt8]?
    let successor: ItemID?

    private static let columns: SQL = "item, code, withdrawn_at, note, successor"

    init(id: ItemID, code: WithdrawalCode?, at: Instant?, note: [UInt8]?, successor: ItemID?) {
        self.id = id
        self.code = code
        self.at = at
        self.note = note
        self.successor = successor
    }

    private init(_ row: Row) throws {
        self.init(id: try row[0], code: try row[1], at: try row[2], note: try row[3], successor: try row[4])
    }

    static func load(_ id: ItemID, on site: SiteID, _ db: any Connection) throws -> CarriedTombstone? {
        try db.row("SELECT \(columns) FROM tombstone WHERE item = \(id) AND site = \(site)").map { try CarriedTombstone($0) }
    }

    static func all(on site: SiteID, _ db: any Connection) throws -> [CarriedTombstone] {
        try db.rows("SELECT \(columns) FROM tombstone WHERE site = \(site) ORDER BY item").map { try CarriedTombstone($0) }
    }

    func insertion(on site: SiteID) -> SQL {
        """
        INSERT INTO tombstone (item, site, code, withdrawn_at, note, successor) VALUES (\(id), \(site), \(code), \(at), \(note), \(successor))
        ON CONFLICT (item) DO NOTHING
        """
    }

    func revealed(_ open: ([UInt8]?) throws -> String?) rethrows -> GoneItem {
        code == nil
            ? GoneItem(id: id, code: nil, at: nil, note: nil, successor: nil)
            : GoneItem(id: id, code: code, at: at, note: try open(note), successor: successor)
    }
}
