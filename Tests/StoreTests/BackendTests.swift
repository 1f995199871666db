import PortalTesting
import Store
import Testing

@Suite("The tests run on both engines")
struct BackendTests {
    @Test("where PostgreSQL is required, it is there", .enabled(if: Backend.requiresPostgres))
    func postgresRan() {
        #expect(Backend.postgresURL != nil, "CAUNOI_TEST_POSTGRES is not set: half of the tests would not run")
        #expect(Backend.available.contains(.postgres))
    }

    @Test("a database of one test is not seen by another", arguments: Backend.available)
    func isolation(_ backend: Backend) async throws {
        let table = Migration(9001, "isolation", ["CREATE TABLE alone (id BIGINT NOT NULL PRIMARY KEY)"])
        try await withThrowingDiscardingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    try await withDatabase(backend, migrations: [table]) { database in
                        try await database.write { try $0.execute("INSERT INTO alone (id) VALUES (1)") }
                        let found = try await database.read { try $0.value("SELECT count(*) FROM alone", as: Int.self) }
                        #expect(found == 1)
                    }
                }
            }
        }
    }

    @Test("a counting database keeps the statements", arguments: Backend.available)
    func counting(_ backend: Backend) async throws {
        try await withDatabase(backend) { base in
            let database = CountingDatabase(base)
            let (sum, statements) = try await database.counting {
                try await database.read { db in
                    let a: Int? = try db.value("SELECT \(1) + \(2)")
                    let b: Int? = try db.value("SELECT 4")
                    return (a ?? 0) + (b ?? 0)
                }
            }
            #expect(sum == 7)
            #expect(statements == ["SELECT ? + ?", "SELECT 4"])
        }
    }

    static let moments: [FaultyDatabase.Moment] = [
        .before(statement: 1), .after(statement: 1), .before(statement: 2), .after(statement: 2), .beforeCommit, .afterCommit,
    ]

    @Test("a fault leaves all or nothing", arguments: Backend.available, moments)
    func faults(_ backend: Backend, _ moment: FaultyDatabase.Moment) async throws {
        let table = Migration(9001, "pair", ["CREATE TABLE pair (id BIGINT NOT NULL PRIMARY KEY)"])
        try await withDatabase(backend, migrations: [table]) { base in
            let database = FaultyDatabase(base, at: moment)
            await #expect(throws: StoreFault.unreachable("a fault on purpose")) {
                try await database.write { db in
                    try db.execute("INSERT INTO pair (id) VALUES (1)")
                    try db.execute("INSERT INTO pair (id) VALUES (2)")
                }
            }
            #expect(database.hasFailed)
            let count = try await base.read { try $0.value("SELECT count(*) FROM pair", as: Int.self) }
            #expect(count == (moment == .afterCommit ? 2 : 0))
            // The next transaction is not harmed.
            try await database.write { _ = try $0.execute("INSERT INTO pair (id) VALUES (3)") }
        }
    }
}
