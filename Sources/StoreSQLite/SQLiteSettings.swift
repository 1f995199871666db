internal import GRDB

/// The pragmas of each connection.
enum SQLiteSettings {
    static func configuration(readers: Int, busyTimeout: Double, use: SQLiteDatabase.Use = .record) -> Configuration {
        var configuration = Configuration()
        configuration.label = "caunoi.sqlite"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = readers
        configuration.persistentReadOnlyConnections = true
        // A transaction that cannot even be rolled back must fail its successor, not trap in GRDB.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            try db.execute(sql: "PRAGMA mmap_size = 0")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            switch use {
            case .record: try db.execute(sql: "PRAGMA cache_size = -2000")
            case .projection: try db.execute(sql: "PRAGMA cache_size = -8000")
            }
        }
        return configuration
    }

    /// The one writer; after the pool has set WAL (and `synchronous = NORMAL`, which would lose the last commits in a power cut).
    static func prepareWriter(_ db: Database, use: SQLiteDatabase.Use = .record) throws {
        switch use {
        case .record: try db.execute(sql: "PRAGMA synchronous = FULL")
        // Whole after a power cut too; the last commits may be missing, and are made again from the record.
        case .projection: try db.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        try db.execute(sql: "PRAGMA cache_size = -8000")
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
    }
}
