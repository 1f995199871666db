public import PortalNetwork
import PublicRecord
public import Store
public import Vietnamese

/// Entries that the record has and a database lost (it was restored from a backup), brought back from a verified copy of the record.
///
/// An entry holds codes and commitments, not texts: what was published stands in the record again, in its place, and its text has to be entered again. The items'
/// next editions count on from it.
public enum Recovery {
    /// An edition whose text this database does not have.
    public struct Lost: Sendable, Hashable {
        public let index: Int64
        public let item: ItemID
        public let operation: Operation
        public let edition: Int
        public let site: String
        public let at: Int64
    }

    public enum Fault: Error, CustomStringConvertible {
        /// The entry that stands there is another one, and was never signed.
        case otherEntry(Int64)
        case gap(expected: Int64, got: Int64)
        case unknown(Int64, String)

        public var description: String {
            switch self {
            case .otherEntry(let index):
                "entry \(index) of the database was never signed and is not the record's; restore the backup again and recover before anything is published"
            case .gap(let expected, let got): "the database goes on at entry \(expected), not at \(got)"
            case .unknown(let index, let what):
                "entry \(index) cannot be taken: \(what); recover with the version of the program that wrote it, or a newer one"
            }
        }
    }

    /// Compares entries with those that are there and adds the others. They belong to a head that was verified; the caller says so. Returns what has no text here.
    public static func bringBack(_ entries: [[UInt8]], from first: Int64, _ db: any Connection) throws -> [Lost] {
        try EventLog.begin(db)
        let head = try EventLog.head(db)
        guard first <= head + 1 else { throw Fault.gap(expected: head + 1, got: first) }
        let known = try EventLog.entries(from: first, limit: entries.count, db)
        for (place, entry) in known.enumerated() where entry != entries[place] { throw Fault.otherEntry(first + Int64(place)) }
        var lost: [Lost] = []
        for (place, bytes) in entries.enumerated().dropFirst(known.count) {
            if let one = try add(bytes, at: first + Int64(place), db) { lost.append(one) }
        }
        if entries.count > known.count {
            try db.execute("UPDATE event_head SET seq = \(first + Int64(entries.count) - 1) WHERE id = 1")
            try db.announce(EventLog.channel)
        }
        return lost
    }

    private static func add(_ bytes: [UInt8], at index: Int64, _ db: any Connection) throws -> Lost? {
        let entry: RecordEntry
        do {
            guard case .entry(let read) = try RecordEntry.read(bytes) else { throw Fault.unknown(index, "this version does not know what it says") }
            entry = read
        } catch let fault as EntryFault { throw Fault.unknown(index, "\(fault)") }
        guard let operation = Operation(rawValue: entry.op.rawValue) else {
            throw Fault.unknown(index, "this version does not do '\(entry.op.rawValue)'")
        }
        let code = entry.site ?? ""
        // A portal that was made since: the entry is kept with the first portal, its bytes name the right one.
        let site = try db.value("SELECT id FROM site ORDER BY CASE WHEN code = \(code) THEN 0 ELSE 1 END, id LIMIT 1", as: SiteID.self)
        guard let site else { throw Fault.unknown(index, "there is no portal") }
        let item = entry.id.flatMap { ItemID($0) }
        let edition = Int(entry.ed ?? 0)
        let at = Instant(rawValue: entry.at * 1000)
        try db.execute(
            """
            INSERT INTO event (seq, at, operation, site, item, edition, entry, act)
            VALUES (\(index), \(at), \(operation), \(site), \(item), \(edition), \(String(decoding: bytes, as: UTF8.self)), \(entry.act.flatMap { ActID($0) }))
            """
        )
        if operation == .host, let host = entry.host, let part = entry.part, try Publisher.code(of: site, db) == code {
            // What was taken out of the register since the backup must not lead out with weight again.
            let change: HostProposal.Change = part == Publisher.hostApproved ? .add : .remove
            try NetworkVersion.raise(in: db)
            try OutboundHosts.apply(change, host, on: site, entry: index, at: at, in: db)
        }
        guard let item else { return nil }
        try db.execute("UPDATE item SET last_seq = \(index) WHERE id = \(item)")
        // What was taken away since the backup must not be shown again.
        if operation == .withdraw || operation == .restore {
            let (before, after): (Presence, Presence) = operation == .withdraw ? (.live, .withdrawn) : (.withdrawn, .live)
            let why: String? = operation == .withdraw ? entry.why : nil
            let moment: Instant? = operation == .withdraw ? at : nil
            try db.execute(
                """
                UPDATE item SET presence = \(after), withdrawn_code = \(why), withdrawn_at = \(moment),
                    withdrawn_note = NULL, version = version + 1
                WHERE id = \(item) AND presence = \(before)
                """
            )
        }
        return Lost(index: index, item: item, operation: operation, edition: edition, site: code, at: entry.at)
    }
}
