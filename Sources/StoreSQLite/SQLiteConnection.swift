internal import GRDB
internal import GRDBSQLite
import Store

/// GRDB's connection inside one transaction. GRDB keeps queues, pool and statements; values go straight to and from SQLite.
final class SQLiteConnection: Connection {
    let engine = Engine.sqlite
    private let db: GRDB.Database
    private var depth = 0
    private(set) var announced: Set<Channel> = []

    /// PostgreSQL ends a transaction at the first statement that fails; so do we, that one body behaves alike on both.
    private var failure: (any Error)?

    init(_ db: GRDB.Database) { self.db = db }

    /// Throws what ended the transaction, for a body that has caught it.
    func checkWhole() throws {
        if let failure { throw failure }
    }

    func rows(_ sql: Store.SQL) throws -> [Store.Row] {
        try run(sql) { statement, columns in
            var rows: [Store.Row] = []
            while try step(statement) {
                rows.append(Store.Row((0..<columns).map { Self.value(statement, $0) }))
            }
            return rows
        }
    }

    func execute(_ sql: Store.SQL) throws -> Int {
        try run(sql) { statement, _ in
            while try step(statement) {}
            return Self.changesRows(sql) ? Int(sqlite3_changes64(db.sqliteConnection)) : 0
        }
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T {
        try checkWhole()
        let level = depth
        let heard = announced
        depth += 1
        defer { depth = level }
        // The name need not differ: the innermost counts.
        try db.execute(sql: "SAVEPOINT inner_transaction")
        do {
            let value = try body()
            try checkWhole()
            try db.execute(sql: "RELEASE inner_transaction")
            return value
        } catch {
            // A full disk may have ended the whole transaction; then the outer one is lost as well.
            if db.isInsideTransaction {
                try db.execute(sql: "ROLLBACK TO inner_transaction; RELEASE inner_transaction")
                failure = nil
                announced = heard
            }
            throw error
        }
    }

    func announce(_ channel: Channel) throws {
        try checkWhole()
        announced.insert(channel)
    }

    private func run<R>(_ sql: Store.SQL, _ work: (OpaquePointer, Int32) throws -> R) throws -> R {
        try checkWhole()
        do {
            let (text, values) = sql.rendered(placeholder: "?")
            // Texts that vary with the data would fill the cache, which has no limit.
            let prepared =
                sql.isReusable || StatementAdmission.shared.admits(text) ? try db.cachedStatement(sql: text) : try db.makeStatement(sql: text)
            let statement = prepared.sqliteStatement
            defer {
                sqlite3_reset(statement)
                sqlite3_clear_bindings(statement)
            }
            for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1), to: statement) }
            return try withExtendedLifetime(prepared) { try work(statement, sqlite3_column_count(statement)) }
        } catch {
            let fault = SQLiteFaults.fault(error, in: db)
            failure = fault
            throw fault
        }
    }

    /// True while there is a row.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw lastError()
        }
    }

    private func lastError() -> DatabaseError {
        let connection = db.sqliteConnection
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: sqlite3_errmsg(connection).map { String(cString: $0) }
        )
    }

    private func bind(_ value: SQLValue, at index: Int32, to statement: OpaquePointer) throws {
        // SQLITE_TRANSIENT: SQLite takes its own copy before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let code =
            switch value {
            case .null: sqlite3_bind_null(statement, index)
            case .integer(let number): sqlite3_bind_int64(statement, index, number)
            case .real(let number): sqlite3_bind_double(statement, index, number)
            case .text(var text):
                try text.withUTF8 { bytes in
                    if bytes.contains(0) { throw StoreFault.engine("text with the character U+0000 cannot be stored") }
                    return bytes.withMemoryRebound(to: CChar.self) {
                        // An empty string has no address, and no address would mean NULL.
                        guard let start = $0.baseAddress, !$0.isEmpty else { return sqlite3_bind_text(statement, index, "", 0, copied) }
                        return sqlite3_bind_text64(statement, index, start, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
                    }
                }
            case .blob(let bytes):
                bytes.withUnsafeBytes {
                    guard let start = $0.baseAddress, !$0.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
                    return sqlite3_bind_blob64(statement, index, start, UInt64($0.count), copied)
                }
            }
        if code != SQLITE_OK { throw lastError() }
    }

    private static func value(_ statement: OpaquePointer, _ index: Int32) -> SQLValue {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, index))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(statement, index) else { return .text("") }
            let count = Int(sqlite3_column_bytes(statement, index))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(statement, index) else { return .blob([]) }
            let count = Int(sqlite3_column_bytes(statement, index))
            return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }

    /// SQLite's count belongs to the last INSERT, UPDATE or DELETE, whatever ran since.
    private static func changesRows(_ sql: Store.SQL) -> Bool {
        guard case .text(let literal)? = sql.parts.first else { return false }
        return literal.withUTF8Buffer { bytes in
            guard let start = bytes.firstIndex(where: { $0 > 32 }) else { return false }
            let word = bytes[start...].prefix(6).map { $0 | 0x20 }
            return ["insert", "update", "delete"].contains { word.elementsEqual($0.utf8) } || word.prefix(4).elementsEqual("with".utf8)
        }
    }
}
