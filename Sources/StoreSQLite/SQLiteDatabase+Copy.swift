internal import GRDB
internal import GRDBSQLite
public import Store

extension SQLiteDatabase {
    /// Copies the database as it is at one moment, page by page, into a new file, while others write.
    ///
    /// SQLite's backup begins anew whenever another process commits between two steps, unless its reading transaction goes on: so `look` reads first, and that transaction holds
    /// its snapshot through the whole copy. Writers go on, and their log grows until the copy is done.
    /// - Parameters:
    ///   - path: a file that does not exist; whole when this returns, and not synced.
    ///   - opened: called once SQLite has the file open: who unlinks it there leaves nothing behind, however the process ends.
    ///   - progress: pages copied, of how many.
    ///   - look: reads what belongs to the copy, in its snapshot.
    /// - Returns: what `look` found, and the rows of each table.
    public func copy<T: Sendable>(
        to path: String,
        opened: @escaping @Sendable () throws -> Void = {},
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
        _ look: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> (value: T, tables: [String: Int64]) {
        try admit()
        return try await withCheckedThrowingContinuation { continuation in
            store.asyncRead { reading in
                continuation.resume(
                    with: Result {
                        do {
                            let db = try reading.get()
                            let connection = SQLiteConnection(db)
                            // A reading transaction begins with its first statement.
                            _ = try connection.rows("SELECT count(*) FROM sqlite_master")
                            let value = try look(connection)
                            try connection.checkWhole()
                            let tables = try Self.tables(db)
                            try SQLiteCopy(db, path).run(opened, progress)
                            return (value, tables)
                        } catch let error as DatabaseError {
                            throw SQLiteFaults.fault(error, path: path)
                        }
                    }
                )
            }
        }
    }

    /// Rows of each table, read in one snapshot.
    public func tables() async throws -> [String: Int64] {
        try admit()
        return try await withCheckedThrowingContinuation { continuation in
            store.asyncRead { reading in
                continuation.resume(
                    with: Result {
                        do { return try Self.tables(reading.get()) } catch let error as DatabaseError { throw SQLiteFaults.fault(error) }
                    }
                )
            }
        }
    }

    private static func tables(_ db: GRDB.Database) throws -> [String: Int64] {
        var counts: [String: Int64] = [:]
        let names = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        for name in names {
            let quoted = name.replacing("\"", with: "\"\"")
            counts[name] = try Int64.fetchOne(db, sql: "SELECT count(*) FROM \"\(quoted)\"")
        }
        return counts
    }
}

/// SQLite's backup from a connection inside a reading transaction into a file.
private struct SQLiteCopy {
    /// Pages in one step: 8 MiB, a good part of a second on a slow disk.
    static let step: Int32 = 2048
    let source: GRDB.Database
    let path: String

    init(_ source: GRDB.Database, _ path: String) {
        self.source = source
        self.path = path
    }

    func run(_ opened: () throws -> Void, _ progress: (Int, Int) -> Void) throws {
        var target: OpaquePointer?
        defer { sqlite3_close(target) }
        try check(sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil), target)
        // Whoever asked syncs what he makes of it; a copy that was broken off is thrown away.
        try check(sqlite3_exec(target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nil, nil, nil), target)
        try opened()
        guard let backup = sqlite3_backup_init(target, "main", source.sqliteConnection, "main") else {
            throw fault(sqlite3_extended_errcode(target), target)
        }
        var code = SQLITE_OK
        while code == SQLITE_OK {
            code = sqlite3_backup_step(backup, Self.step)
            let all = Int(sqlite3_backup_pagecount(backup))
            progress(all - Int(sqlite3_backup_remaining(backup)), all)
        }
        sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else { throw fault(code, target) }
    }

    private func check(_ code: Int32, _ connection: OpaquePointer?) throws {
        guard code == SQLITE_OK else { throw fault(code, connection) }
    }

    private func fault(_ code: Int32, _ connection: OpaquePointer?) -> DatabaseError {
        let said = sqlite3_errcode(connection) == SQLITE_OK ? sqlite3_errstr(code) : sqlite3_errmsg(connection)
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: said.map { String(cString: $0) })
    }
}
