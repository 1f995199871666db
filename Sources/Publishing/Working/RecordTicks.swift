import Notary
public import Store
public import Vietnamese

/// How far the record has come with the newest entry about an item: signed, and seen by enough witnesses.
public struct RecordTick: Sendable, Hashable {
    public let index: Int64
    /// When it was sequenced.
    public let at: Instant
    /// Whether the head above it is signed: from then on it cannot be taken back unseen.
    public let isSigned: Bool
    /// Whether as many witnesses as the operator's policy asks for have cosigned a head above it.
    public let isWitnessed: Bool
}

extension Workroom {
    /// By item; those that were never public have none. Two statements.
    public func ticks(of items: [ItemID]) async throws -> [ItemID: RecordTick] {
        guard !items.isEmpty else { return [:] }
        return try await database.read { db in
            let standing = try db.row(
                "SELECT h.size, COALESCE(c.size, 0) FROM record_head h LEFT JOIN record_cosigned c ON c.id = 1 WHERE h.id = 1"
            )
            let (signed, witnessed): (Int64, Int64) = (try standing?[0] ?? 0, try standing?[1] ?? 0)
            var ticks: [ItemID: RecordTick] = [:]
            for part in items.parts(of: 400) {
                let rows = try db.rows(
                    "SELECT i.id, e.seq, e.at FROM item i JOIN event e ON e.seq = i.last_seq WHERE i.id IN (\(list: part)) AND e.item = i.id"
                )
                for row in rows {
                    let index: Int64 = try row[1]
                    ticks[try row[0]] = RecordTick(index: index, at: try row[2], isSigned: index < signed, isWitnessed: index < witnessed)
                }
            }
            return ticks
        }
    }
}
