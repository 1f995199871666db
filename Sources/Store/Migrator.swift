import Vietnamese

/// Brings a database to the schema this program knows. Safe to run twice, and from two nodes at once: the second waits and finds
/// the work done. Each migration is a transaction of its own, so a failure leaves the database at the last whole step.
public struct Migrator: Sendable {
    /// In the order they run.
    public let migrations: [Migration]

    /// What is about to run: the `position`-th of `count`.
    public struct Step: Sendable {
        public let migration: Migration
        public let position: Int
        public let count: Int
    }

    /// The rooms' migrations in any order. Two of one number are a defect of the program.
    public init(_ migrations: [Migration]) {
        self.migrations = migrations.sorted { $0.number < $1.number }
        precondition(Set(migrations.map(\.number)).count == migrations.count, "two migrations have one number")
    }

    /// Runs what has not run yet and returns it. Throws `StoreFault.newer` or `.changedHistory` before it touches anything.
    @discardableResult
    public func run(
        on database: any Database,
        clock: Clock = .system,
        progress: @escaping @Sendable (Step) -> Void = { _ in }
    ) async throws -> [Migration] {
        try await database.write { try prepare($0) }
        let pending = try await self.pending(on: database)
        var done: [Migration] = []
        for (index, migration) in pending.enumerated() {
            progress(Step(migration: migration, position: index + 1, count: pending.count))
            if try await database.write({ try apply(migration, on: $0, at: clock.now()) }) { done.append(migration) }
        }
        return done
    }

    /// What `run` would do. Throws `StoreFault.newer` or `.changedHistory` where this program must not touch the database.
    public func pending(on database: any Database) async throws -> [Migration] {
        let applied = try await database.read { try self.applied(on: $0) }
        return migrations.filter { applied[$0.number] == nil }
    }

    /// How a database stands to this program. Throws as `pending` does.
    public struct Standing: Sendable {
        /// In the order they will run.
        public let pending: [Migration]
        /// The greatest number that has run; nil where nothing has.
        public let schema: Int?
        /// Expansions of a newer program, which this one does not know and can live with.
        public let unknown: [Int]

        public var isEmpty: Bool { schema == nil }
    }

    public func standing(of database: any Database) async throws -> Standing {
        let applied = try await database.read { try self.applied(on: $0) }
        let known = Set(migrations.map(\.number))
        return Standing(
            pending: migrations.filter { applied[$0.number] == nil },
            schema: applied.keys.max(),
            unknown: applied.keys.filter { !known.contains($0) }.sorted()
        )
    }

    /// The greatest number that has run on a database; 0 where nothing has.
    public static func schema(of db: any Connection) throws -> Int {
        try has("schema_migration", db) ? db.value("SELECT COALESCE(max(number), 0) FROM schema_migration", as: Int.self) ?? 0 : 0
    }

    private func prepare(_ db: any Connection) throws {
        if db.engine == .postgres {
            // CREATE TABLE IF NOT EXISTS of two transactions at once collides in the catalogue, so they queue here.
            _ = try db.rows("SELECT pg_advisory_xact_lock(20260, hashtext(current_schema()))")
        }
        try db.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migration (
                number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, applied_at BIGINT NOT NULL)
            """
        )
        // What programs that do not know them can live with: a table beside, for databases that were made before there was such a mark.
        try db.execute("CREATE TABLE IF NOT EXISTS schema_expansion (number BIGINT NOT NULL PRIMARY KEY)")
    }

    private static func has(_ table: String, _ db: any Connection) throws -> Bool {
        let count: Int? =
            switch db.engine {
            case .sqlite: try db.value("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = \(table)")
            case .postgres:
                try db.value("SELECT count(*) FROM pg_catalog.pg_tables WHERE tablename = \(table) AND schemaname = current_schema()")
            }
        return count == 1
    }

    /// Number and digest of what has run, after a check that this program knows all of it or can live with what it does not know.
    private func applied(on db: any Connection) throws -> [Int: String] {
        guard try Self.has("schema_migration", db) else { return [:] }
        var applied: [Int: String] = [:]
        for row in try db.rows("SELECT number, digest FROM schema_migration") { applied[try row[0]] = try row[1] }
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.number, $0) })
        let unknown = applied.keys.filter { known[$0] == nil }
        if !unknown.isEmpty {
            let expansions = try Self.has("schema_expansion", db) ? Set(db.column("SELECT number FROM schema_expansion", as: Int.self)) : []
            if let found = unknown.filter({ !expansions.contains($0) }).max() {
                throw StoreFault.newer(found: found, known: migrations.last?.number ?? 0)
            }
        }
        for migration in migrations {
            if let digest = applied[migration.number], digest != migration.digest(on: db.engine) {
                throw StoreFault.changedHistory(migration: migration.number, name: migration.name)
            }
        }
        return applied
    }

    /// False when another node was quicker.
    private func apply(_ migration: Migration, on db: any Connection, at now: Instant) throws -> Bool {
        if db.engine == .postgres {
            // A large table may need longer than a page may. LOCK takes no snapshot, so what follows sees the other node's commit.
            try db.execute("SET LOCAL statement_timeout = 0")
            try db.execute("LOCK TABLE schema_migration IN EXCLUSIVE MODE")
        }
        guard try applied(on: db)[migration.number] == nil else { return false }
        for (index, statement) in migration.statements(on: db.engine).enumerated() {
            do {
                try db.execute(SQL(stringLiteral: statement))
            } catch StoreFault.engine(let detail) {
                throw StoreFault.engine("migration \(migration.number) (\(migration.name)), statement \(index + 1): \(detail)")
            }
        }
        if db.engine == .postgres { try db.execute(Self.bytewiseText) }
        try db.execute(
            """
            INSERT INTO schema_migration (number, name, digest, applied_at)
            VALUES (\(migration.number), \(migration.name), \(migration.digest(on: db.engine)), \(now))
            """
        )
        if migration.isExpansion { try db.execute("INSERT INTO schema_expansion (number) VALUES (\(migration.number))") }
        return true
    }

    /// Text compares byte by byte, as in SQLite, also where the database was created with a locale of people
    /// (whose order changes with the machine's C library, under the feet of its indexes).
    private static let bytewiseText: SQL = """
        DO $$
        DECLARE found record;
        BEGIN
            IF EXISTS (SELECT FROM pg_database WHERE datname = current_database() AND datlocprovider <> 'i'
                       AND datcollate IN ('C', 'POSIX', 'C.UTF-8', 'C.utf8')) THEN
                RETURN;
            END IF;
            FOR found IN
                SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
                    AND NOT a.attisdropped AND a.atttypid = 'text'::regtype AND a.attcollation = '"default"'::regcollation
            LOOP
                EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', found.relname, found.attname);
            END LOOP;
        END $$
        """
}
