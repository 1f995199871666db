import PortalTesting
import Store
import Testing

@testable import StorePostgres

@Suite("A PostgreSQL server that goes away and comes back", .enabled(if: Backend.postgresURL != nil, "CAUNOI_TEST_POSTGRES is not set"))
struct PostgresTests {
    static let table = Migration(
        9001,
        "counters",
        ["CREATE TABLE counter (id BIGINT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)", "INSERT INTO counter VALUES (1, 0)"]
    )

    /// Ends the connections of a schema's tests, as an administrator or a restart would.
    private func kill(_ pids: [Int], by other: any Database) async throws {
        try await other.read { db in
            for pid in pids { _ = try db.rows("SELECT pg_terminate_backend(CAST(\(pid) AS INTEGER), 5000)") }
        }
    }

    private func with(connections: Int = 3, _ body: (PostgresDatabase, any Database) async throws -> Void) async throws {
        try await withPlace(.postgres) { place in
            var address = try place.address()
            address.connections = connections
            let database = try await PostgresDatabase.open(address)
            try await Migrator([Self.table]).run(on: database)
            let other = try await place.open()
            try await body(database, other)
            await database.close()
            await other.close()
        }
    }

    @Test("idle connections that were ended are made anew, unnoticed")
    func idle() async throws {
        try await with { database, other in
            // Three at once, so that all three connections exist.
            let pids = try await withThrowingTaskGroup { group in
                for _ in 0..<3 {
                    group.addTask {
                        try await database.read { db in
                            _ = try db.rows("SELECT pg_sleep(0.1)")
                            return try db.value("SELECT pg_backend_pid()", as: Int.self) ?? 0
                        }
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(pids.count == 3)
            try await kill(Array(pids), by: other)
            try await withThrowingDiscardingTaskGroup { group in
                for _ in 0..<6 {
                    group.addTask { _ = try await database.write { try $0.execute("UPDATE counter SET n = n + 1") } }
                    group.addTask { _ = try await database.read { try $0.rows("SELECT n FROM counter") } }
                }
            }
            let n = try await other.read { try $0.value("SELECT n FROM counter", as: Int.self) }
            #expect(n == 6)
        }
    }

    @Test("a connection lost in mid-work: the body runs again, its first half did not count", arguments: [false, true])
    func midWork(_ writing: Bool) async throws {
        try await with(connections: 1) { database, other in
            let runs = Tally()
            let (inside, killed, pid) = (Signal(), Signal(), Tally())
            let body: @Sendable (any Connection) throws -> Int = { db in
                runs.add()
                if writing { try db.execute("UPDATE counter SET n = n + 1") }
                if runs.count == 1 {
                    let number: Int = try db.value("SELECT pg_backend_pid()") ?? 0
                    for _ in 0..<number { pid.add() }
                    inside.raise()
                    try killed.block()
                }
                return try db.value("SELECT n FROM counter") ?? -1
            }
            async let result = writing ? database.write(body) : database.read(body)
            try await inside.wait()
            try await kill([pid.count], by: other)
            killed.raise()
            let n = try await result
            #expect(n == (writing ? 1 : 0) && runs.count == 2)
            let stored = try await other.read { try $0.value("SELECT n FROM counter", as: Int.self) }
            #expect(stored == n)
        }
    }

    @Test("a COMMIT without an answer is not repeated: the outcome is unknown, and says so")
    func lostCommit() async throws {
        try await with(connections: 1) { database, other in
            let runs = Tally()
            // A deferred trigger ends the connection within the COMMIT itself.
            try await other.write { db in
                try db.execute(
                    "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'"
                )
                try db.execute(
                    "CREATE CONSTRAINT TRIGGER cut AFTER UPDATE ON counter DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut()"
                )
            }
            let error = await #expect(throws: StoreFault.self) {
                try await database.write { db in
                    runs.add()
                    try db.execute("UPDATE counter SET n = n + 1")
                }
            }
            #expect(runs.count == 1)
            #expect(error?.description.contains("whether the last change was kept is unknown") == true, "\(String(describing: error))")
            let n = try await database.read { try $0.value("SELECT n FROM counter", as: Int.self) }
            #expect(n == 0)
        }
    }

    @Test("a statement over its time is ended, not the connection")
    func timeout() async throws {
        try await withPlace(.postgres) { place in
            var address = try place.address()
            address.statementTimeout = 1
            let database = try await PostgresDatabase.open(address)
            let error = await #expect(throws: StoreFault.self) { _ = try await database.read { try $0.rows("SELECT pg_sleep(20)") } }
            #expect(error?.description.contains("statement timeout") == true)
            let one = try await database.read { try $0.value("SELECT 1", as: Int.self) }
            #expect(one == 1)
            await database.close()
        }
    }

    @Test("more tasks than connections take turns; one that is cancelled leaves the queue")
    func queueing() async throws {
        try await with(connections: 1) { database, _ in
            let (inside, free) = (Signal(), Signal())
            async let holder: Void = database.read { _ in
                inside.raise()
                try free.block()
            }
            try await inside.wait()
            let waiting = Task { try await database.read { try $0.value("SELECT 1", as: Int.self) } }
            let patient = Task { try await database.read { try $0.value("SELECT 2", as: Int.self) } }
            try await Task.sleep(for: .milliseconds(50))
            waiting.cancel()
            await #expect(throws: CancellationError.self) { _ = try await waiting.value }
            free.raise()
            try await holder
            let two = try await patient.value
            #expect(two == 2)
        }
    }

    @Test("a server that is not there is said so, without a password")
    func unreachable() async throws {
        let address = try PostgresAddress("postgres://someone:s3cret@127.0.0.1:9/nothing")
        let error = await #expect(throws: StoreFault.self) { _ = try await PostgresDatabase.open(address) }
        #expect(error?.description.contains("postgres://someone@127.0.0.1:9/nothing") == true)
        #expect(error?.description.contains("s3cret") == false)
        #expect("\(address)".contains("s3cret") == false)
    }

    @Test(
        "a server that only follows is no database to write in, and says so in one line",
        .enabled(if: Backend.replicaURL != nil, "CAUNOI_TEST_REPLICA is not set"),
        arguments: ["", "target_session_attrs=any"]
    )
    func replica(_ parameter: String) async throws {
        let url = try #require(Backend.replicaURL)
        let address = try PostgresAddress(parameter.isEmpty ? url : "\(url)\(url.contains("?") ? "&" : "?")\(parameter)")
        let error = await #expect(throws: StoreFault.self) { _ = try await PostgresDatabase.open(address) }
        #expect(error == .replica("\(address)"))
        var reading = address
        reading.isReplica = true
        let database = try await PostgresDatabase.open(reading)
        await #expect(throws: StoreFault.self) { try await database.write { try $0.execute("CREATE TABLE nothing (id BIGINT)") } }
        await database.close()
    }

    @Test("text is ordered by its bytes also in a database with a locale of people")
    func locale() async throws {
        let url = try #require(Backend.postgresURL)
        let name = "caunoi_locale_\(UInt32.random(in: 0...UInt32.max))"
        // Outside any transaction, as CREATE DATABASE wants it. ICU is built into the server, whatever locales the machine has.
        let link = try PostgresLink(try PostgresAddress(url))
        try link.command("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi' LOCALE 'C'")
        defer { _ = try? link.command("DROP DATABASE \(name) WITH (FORCE)") }
        let database = try await PostgresDatabase.open(try PostgresAddress("\(url)\(url.contains("?") ? "&" : "?")dbname=\(name)"))
        let words = Migration(9001, "words", ["CREATE TABLE word (w TEXT NOT NULL PRIMARY KEY)", "CREATE TABLE note (w TEXT REFERENCES word (w))"])
        try await Migrator([words]).run(on: database)
        let (found, people) = try await database.write { db in
            try db.execute("INSERT INTO word VALUES ('b'), ('B'), ('a'), ('đ'), ('e'), ('Z')")
            return (
                try db.column("SELECT w FROM word ORDER BY w", as: String.self),
                try db.column(#"SELECT w FROM word ORDER BY w COLLATE "default""#, as: String.self)
            )
        }
        await database.close()
        #expect(found == ["B", "Z", "a", "b", "e", "đ"])
        #expect(people == ["a", "b", "B", "đ", "e", "Z"])
    }
}

@Suite("PostgreSQL addresses")
struct PostgresAddressTests {
    static let readable = [
        ("postgres://u@h:5433/d", "postgres://u@h:5433/d"), ("postgresql://h/d", "postgres://h/d"),
        ("postgres://u:pass%20word@h/d?sslmode=require", "postgres://u@h/d"),
        ("postgres:///d?host=/run/postgresql&port=5433", "postgres:///run/postgresql:5433/d"), ("postgres://a:1,b:2/d", "postgres://a,b:1,2/d"),
    ]

    @Test("are read as libpq reads them, and never show a password", arguments: readable)
    func reading(_ url: String, _ description: String) throws {
        #expect(try PostgresAddress(url).description == description)
        #expect(try PostgresAddress(url, password: "hush", schema: "keys").description == description + " (schema keys)")
    }

    @Test(
        "unreadable ones are refused without being repeated",
        arguments: [
            "mysql://u:s3cret@h/d", "postgres://u:s3cret@h:port/d?x", "postgres://u:s3cret@h/d?nonsense=1", "postgres://u:s3cret@[::1/d", "",
            "/a/file",
        ]
    )
    func refusing(_ url: String) {
        let error = #expect(throws: StoreFault.self) { try PostgresAddress(url) }
        #expect(error?.description.contains("s3cret") == false)
        #expect(error.map { if case .unreachable = $0 { true } else { false } } == true)
    }

    @Test("a schema is a plain name", arguments: ["", "a b", "a\"; DROP", "Đ", String(repeating: "a", count: 64)])
    func schema(_ name: String) {
        #expect(throws: StoreFault.self) { try PostgresAddress("postgres://h/d", schema: name) }
    }
}
