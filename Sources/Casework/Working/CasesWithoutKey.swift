public import Publishing
public import Store
import Vietnamese

extension Casework {
    /// After a restore: cases whose key is there no more were destroyed after the backup was made, so what belongs to their text is cleared, as then.
    /// - Returns: how many there were.
    public static func eraseCasesWithoutKey(_ database: any Database, _ keyring: Keyring) async throws -> Int {
        var count = 0
        var last: Int64 = -1
        while true {
            let after = last
            let cases = try await database.read { db in
                try db.column("SELECT id FROM case_file WHERE id > \(after) AND length(sealed) > 0 ORDER BY id LIMIT 5000", as: CaseID.self)
            }
            guard let end = cases.last else { break }
            last = end.rawValue
            let missing = Set(try await keyring.missing(among: cases.map { ItemID(rawValue: $0.rawValue) }))
            for id in cases where missing.contains(ItemID(rawValue: id.rawValue)) {
                try await database.write { try forget(id, $0) }
                count += 1
            }
        }
        if count > 0 { try await database.write { try $0.announce(channel) } }
        return count
    }
}
