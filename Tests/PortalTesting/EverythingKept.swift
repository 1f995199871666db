import Foundation
public import Store
import StoreSQLite

/// Everything a database keeps, as bytes: of SQLite its very file, with what was deleted overwritten as it is once its log is settled; of PostgreSQL each row of each table
/// (byte columns as hexadecimal digits).
public func everythingKept(_ database: any Database) async throws -> [UInt8] {
    if database.engine == .sqlite {
        let path = try await database.read { db in try db.value("SELECT file FROM pragma_database_list WHERE name = 'main'", as: String.self) ?? "" }
        let other = try SQLiteDatabase(path: path)
        try await other.checkpoint()
        await other.close()
        return FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    }
    return try await database.write { db in
        try db.execute("SET LOCAL xmlbinary TO hex")
        let text = try db.value(
            """
            SELECT string_agg(CAST(query_to_xml(format('SELECT * FROM %I', table_name), true, false, '') AS text), '')
            FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
            """,
            as: String?.self
        )
        return Array(((text ?? nil) ?? "").utf8)
    }
}

/// The tables in which a word stands, without regard to capitals (PostgreSQL; of SQLite none are named): where to look when something is found that should be gone.
public func tables(keeping word: String, in database: any Database) async throws -> [String] {
    guard database.engine != .sqlite else { return [] }
    return try await database.read { db in
        try db.column(
            """
            WITH own AS MATERIALIZED (
                SELECT CAST(table_name AS text) AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE')
            SELECT name FROM own WHERE CAST(query_to_xml(format('SELECT * FROM %I', name), true, false, '') AS text) ILIKE \("%\(word)%")
            """,
            as: String.self
        )
    }
}
