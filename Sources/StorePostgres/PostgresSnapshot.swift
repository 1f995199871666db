public import Store

/// One moment of a database, held open on a connection of its own, so that PostgreSQL's programs can read the very same moment (`pg_dump --snapshot`).
public actor PostgresSnapshot {
    private nonisolated let executor = QueueExecutor(label: "caunoi.postgres.snapshot")
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    private let address: PostgresAddress
    private var link: PostgresLink?

    public init(_ address: PostgresAddress) { self.address = address }

    /// Takes the moment; the name others know it by until `end`.
    public func begin() throws -> String {
        let link = try PostgresLink(address)
        try mended {
            try link.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            // A dump of a large database takes longer than any statement of a page may, and this connection waits for it.
            try link.command("SET LOCAL statement_timeout = 0")
            try link.command("SET LOCAL idle_in_transaction_session_timeout = 0")
        }
        self.link = link
        return try read { try $0.value("SELECT pg_export_snapshot()", as: String.self) ?? "" }
    }

    public func read<T: Sendable>(_ body: @Sendable (any Connection) throws -> T) throws -> T {
        guard let link else { throw StoreFault.closed }
        let connection = PostgresConnection(link, writing: false)
        return try mended {
            let value = try body(connection)
            try connection.checkWhole()
            return value
        }
    }

    public func end() {
        _ = try? link?.command("COMMIT")
        link = nil
    }

    /// Nothing here can run again: trouble is told as a fault.
    private func mended<T>(_ work: () throws -> T) throws -> T {
        do { return try work() } catch PostgresTrouble.lost(let detail), PostgresTrouble.conflict(let detail) {
            throw StoreFault.unreachable("\(address): \(detail)")
        }
    }
}

extension PostgresDatabase {
    /// Rows of each table of the schema, and its name.
    public static func tables(_ db: any Connection) throws -> (schema: String, counts: [String: Int64]) {
        guard let schema = try db.value("SELECT CAST(current_schema() AS text)", as: String?.self).flatMap({ $0 }) else {
            throw StoreFault.unreachable("the schema the database's address names is not there; create it")
        }
        // Counting may take as long as it does, and the text of a statement cannot hold a name made at run time: PostgreSQL puts it together.
        let rows = try db.rows(
            """
            SELECT CAST(table_name AS text), CAST(CAST((xpath('/row/n/text()', query_to_xml(
                format('SELECT count(*) AS n FROM %I.%I', table_schema, table_name), false, true, '')))[1] AS text) AS BIGINT)
            FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
            """
        )
        var counts: [String: Int64] = [:]
        for row in rows { counts[try row[0]] = try row[1] }
        return (schema, counts)
    }
}
