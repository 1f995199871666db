internal import GRDB
import Store

/// SQLite's codes as faults an operator can act on.
enum SQLiteFaults {
    /// `error` as a `StoreFault` where SQLite raised it; anything else is the body's own and passes as it is.
    /// `db`: the connection it happened on, to find the name of a constraint.
    static func fault(_ error: any Error, in db: GRDB.Database? = nil, path: String? = nil) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let message = error.message ?? "code \(error.extendedResultCode.rawValue)"
        let detail = path.map { "\($0): \(message)" } ?? message
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: return StoreFault.constraint(constraint(error, message, in: db))
        case .SQLITE_FULL: return StoreFault.diskFull(detail)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return StoreFault.damaged(detail)
        case .SQLITE_READONLY, .SQLITE_PERM: return StoreFault.readOnly(detail)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return StoreFault.locked("another process is writing for too long: \(detail)")
        case .SQLITE_CANTOPEN, .SQLITE_IOERR: return StoreFault.unreachable(detail)
        // GRDB's answer on a connection that was closed.
        case .SQLITE_MISUSE where message.contains("closed"): return StoreFault.closed
        default: return StoreFault.engine(detail)
        }
    }

    /// The name PostgreSQL gives the rule that refused the row: an index by its name, a primary key `table_pkey`, an unnamed UNIQUE
    /// `table_column_key`, a CHECK by its name, NOT NULL as `table.column`. SQLite does not say which foreign key it was.
    private static func constraint(_ error: DatabaseError, _ message: String, in db: GRDB.Database?) -> String {
        guard let colon = message.firstRange(of: "failed: ") else { return message.hasPrefix("FOREIGN KEY") ? "foreign key" : message }
        let subject = String(message[colon.upperBound...])
        let columns = subject.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
        guard let table = columns.first?.first, columns.allSatisfy({ $0.count == 2 }) else {
            // UNIQUE constraint failed: index 'name' (an index over an expression).
            return subject.hasPrefix("index '") ? String(subject.dropFirst(7).dropLast()) : subject
        }
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: return "\(table)_pkey"
        case .SQLITE_CONSTRAINT_UNIQUE:
            let names = columns.map { $0[1] }
            return db.flatMap { index(of: table, over: names, in: $0) } ?? "\(table)_\(names.joined(separator: "_"))_key"
        default: return subject
        }
    }

    private static func index(of table: String, over columns: [String], in db: GRDB.Database) -> String? {
        let names = try? String.fetchAll(db, sql: "SELECT name FROM pragma_index_list(?) WHERE \"unique\" = 1 AND origin = 'c'", arguments: [table])
        return names?.first { name in
            (try? String.fetchAll(db, sql: "SELECT name FROM pragma_index_info(?) ORDER BY seqno", arguments: [name])) == columns
        }
    }
}
