public import Store

/// The index's file as the program opens it: a SQLite database of its own, whatever the installation's database is.
public struct IndexFile: Sendable {
    public let database: any Database
    /// Writes the log back and empties it.
    public let checkpoint: @Sendable () async throws -> Void

    public init(_ database: any Database, checkpoint: @escaping @Sendable () async throws -> Void) {
        self.database = database
        self.checkpoint = checkpoint
    }
}

/// The tables of the index.
enum IndexSchema {
    /// Counts up when tables, terms or the text they are made of change: a file of another version is made anew.
    static let version = 2

    static let statements: [SQL] = [
        // Postings alone: no text, no positions, no sizes. Terms are bytes; what is not a letter or digit of ASCII and not '~' separates them.
        """
        CREATE VIRTUAL TABLE posting USING fts5(terms, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '~'")
        """,
        // id: minutes since 1970 and a number within the minute, so that a descending walk is newest first and a span of days is a span of ids.
        """
        CREATE TABLE doc (
            id INTEGER PRIMARY KEY, item BIGINT NOT NULL, site BIGINT NOT NULL, facet BIGINT NOT NULL, edition BIGINT NOT NULL,
            published_at BIGINT NOT NULL
        )
        """,
        // What documents are counted by, each combination once: thousands of finds are grouped by one small number.
        """
        CREATE TABLE facet (
            id INTEGER PRIMARY KEY, site BIGINT NOT NULL, section BIGINT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, year BIGINT NOT NULL,
            UNIQUE (site, section, kind, language, year)
        )
        """,
        "CREATE UNIQUE INDEX doc_item ON doc (item)",
        "CREATE INDEX doc_site ON doc (site)",
        "CREATE TABLE body (id INTEGER PRIMARY KEY, title TEXT NOT NULL, filters TEXT NOT NULL, packed BLOB NOT NULL)",
        // How many documents hold a word, without marks: for suggestions and corrections.
        "CREATE TABLE word (word TEXT PRIMARY KEY, n BIGINT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE tag (site BIGINT NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (site, slug)) WITHOUT ROWID",
        // The sites above each site when its documents were filed.
        "CREATE TABLE place (site INTEGER PRIMARY KEY, path TEXT NOT NULL)",
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "INSERT INTO meta (name, value) VALUES ('version', \("\(version)"))",
    ]
}

/// Single values of the index.
enum Meta {
    static func read(_ name: String, _ db: any Connection) throws -> String? { try db.value("SELECT value FROM meta WHERE name = \(name)") }

    static func write(_ name: String, _ value: String, _ db: any Connection) throws {
        try db.execute("INSERT INTO meta (name, value) VALUES (\(name), \(value)) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
    }
}
