public import Notary
import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// The beginning of a log that continues one which ended: its first entry names the last head of the other, and behind it everything that this database has stands
/// anew, in its old order, one place further on. So the place of an entry stays its number in the event log, and entry *i* of the old log is entry *i* + 1 of the new.
///
/// An entry about an item names the one before it (`prev`), which is one place further on too. An assertion of a passkey that signed the whole entry signed the old
/// place: such an entry has no `att` in the new log, and keeps it in the old one. Everything else is what it was, to the byte.
public enum Succession {
    public struct Report: Sendable {
        /// Entries of the new log, the first one with them.
        public let entries: Int64
        /// Entries that lost their `att`.
        public let withoutApprovals: Int
        /// Editions whose text is not here: their entries were brought back once without it.
        public let withoutText: [Recovery.Lost]
    }

    public enum Fault: Error, CustomStringConvertible {
        case noPortal
        /// An entry that no log may hold, or that does not follow from those before it.
        case entry(Int64, String)

        public var description: String {
            switch self {
            case .noPortal: "there is no portal yet"
            case .entry(let index, let why): "entry \(index) of the database cannot be entered anew: \(why); nothing was changed"
            }
        }
    }

    /// Must come first in the transaction in which a log ends: nothing is appended beside it.
    public static func lock(_ db: any Connection) throws {
        try EventLog.begin(db)
        // A step over all entries takes as long as it takes.
        if db.engine == .postgres { try db.execute("SET LOCAL statement_timeout = 0") }
    }

    /// Signs nothing: whoever keeps the record does, as of entries from before it. Part of the transaction in which the old log ended.
    public static func begin(after past: PastLog, at now: Instant, _ db: any Connection) throws -> Report {
        guard let site = try db.value("SELECT id FROM site WHERE parent IS NULL ORDER BY id LIMIT 1", as: SiteID.self) else { throw Fault.noPortal }
        try shift(db)
        let notice = Entry(
            op: .notice,
            at: now.rawValue / 1000,
            site: try Publisher.code(of: site, db),
            why: past.why,
            part: "continues",
            index: past.head.size,
            origin: past.origin,
            root: past.head.root.hex
        )
        let bytes = String(decoding: try CanonicalJSON.encode(notice), as: UTF8.self)
        try db.execute(
            """
            INSERT INTO event (seq, at, operation, site, item, edition, entry, act) VALUES (0, \(now), \(notice.op), \(site), NULL, 0, \(bytes), NULL)
            """
        )
        let without = try follow(db)
        try db.announce(EventLog.channel)
        return Report(entries: try EventLog.head(db) + 1, withoutApprovals: without, withoutText: try withoutText(db))
    }

    /// Everything that says where an entry stands.
    private static func shift(_ db: any Connection) throws {
        // By way of numbers below zero, so that no two are alike in between.
        try db.execute("UPDATE event SET seq = -2 - seq")
        try db.execute("UPDATE event SET seq = -1 - seq")
        try db.execute("UPDATE event_head SET seq = seq + 1")
        try db.execute("UPDATE item SET last_seq = last_seq + 1 WHERE last_seq >= 0")
        try db.execute("UPDATE edition SET seq = seq + 1 WHERE seq >= 0")
        try db.execute("UPDATE listing_count SET seq = seq + 1 WHERE seq >= 0")
        try db.execute("UPDATE listing_gone SET seq = seq + 1")
        try db.execute("UPDATE record_object SET seq = seq + 1 WHERE seq IS NOT NULL")
        try db.execute("UPDATE record_object SET gone = gone + 1 WHERE gone IS NOT NULL")
        try db.execute("UPDATE record_key SET opened = opened + 1 WHERE opened IS NOT NULL")
        try db.execute("UPDATE record_key SET revoked = revoked + 1 WHERE revoked IS NOT NULL")
        try db.execute("UPDATE outbound_host SET entry = entry + 1")
        try db.execute("UPDATE host_proposal SET entry = entry + 1 WHERE entry IS NOT NULL")
        try db.execute("UPDATE projection_cursor SET seq = seq + 1 WHERE seq >= 0")
        try db.execute("UPDATE outgoing_cursor SET seq = seq + 1 WHERE seq >= 0")
    }

    /// Sets `prev` of every entry about an item and holds all of them against the rule of chains. Returns how many lost their `att`.
    private static func follow(_ db: any Connection) throws -> Int {
        var chain = EntryChain()
        var without = 0
        var cursor: Int64 = -1
        while true {
            let rows = try db.rows("SELECT seq, entry FROM event WHERE seq > \(cursor) ORDER BY seq LIMIT 500")
            guard !rows.isEmpty else { return without }
            for row in rows {
                let index: Int64 = try row[0]
                let old = Array((try row[1] as String).utf8)
                guard index == cursor + 1 else { throw Fault.entry(index - 1, "the one before it is missing") }
                cursor = index
                do {
                    var new = old
                    if let moved = try moved(old, db) {
                        new = moved.bytes
                        if moved.lostApprovals { without += 1 }
                        try db.execute("UPDATE event SET entry = \(String(decoding: new, as: UTF8.self)) WHERE seq = \(index)")
                    }
                    if case .entry(let entry) = try RecordEntry.read(new) { try chain.follow(entry, at: index) }
                } catch let fault as any Error & CustomStringConvertible where !(fault is StoreFault) {
                    throw Fault.entry(index - 1, fault.description)
                }
            }
        }
    }

    /// An entry one place further on; nil where it says nothing of places.
    private static func moved(_ entry: [UInt8], _ db: any Connection) throws -> (bytes: [UInt8], lostApprovals: Bool)? {
        guard case .object(var members) = try CanonicalJSON.parse(entry), case .int(let previous)? = members["prev"], previous >= 0 else {
            return nil
        }
        members["prev"] = .int(previous + 1)
        var lost = false
        if case .string(let att)? = members["att"], try !holds(att, of: entry, db) {
            members["att"] = nil
            lost = true
        }
        return (try CanonicalJSON.serialise(.object(members)), lost)
    }

    /// Whether the assertions behind an entry hold wherever it stands: those given beforehand, which sign what an edition says and not its place.
    private static func holds(_ att: String, of entry: [UInt8], _ db: any Connection) throws -> Bool {
        guard let object = try db.value("SELECT bytes FROM record_object WHERE commitment = \(att)", as: [UInt8]?.self) ?? nil,
            let bundle = try? ApprovalBundle(reading: Array(object.dropFirst(Salt.size)))
        else { return false }
        let whole = String(decoding: try ApprovalBundle.draft(of: entry), as: UTF8.self)
        return bundle.approvals.allSatisfy { $0.draft != whole }
    }

    private static func withoutText(_ db: any Connection) throws -> [Recovery.Lost] {
        try db.rows(
            """
            SELECT event.seq, event.item, event.operation, event.edition, site.code, event.at FROM event JOIN site ON site.id = event.site
            WHERE event.operation IN ('publish', 'update', 'correct')
                AND NOT EXISTS (SELECT 1 FROM edition WHERE edition.item = event.item AND edition.number = event.edition)
                AND NOT EXISTS (SELECT 1 FROM event AS later WHERE later.item = event.item AND later.operation = 'erase')
            ORDER BY event.seq LIMIT 100000
            """
        ).map { row in
            let at: Instant = try row[5]
            return Recovery.Lost(
                index: try row[0],
                item: try row[1],
                operation: try row[2],
                edition: try row[3],
                site: try row[4],
                at: at.rawValue / 1000
            )
        }
    }
}
