import PortalTesting
import Store
import Testing

@Suite("A closure is a transaction")
struct TransactionTests {
    static let table = Migration(
        9001,
        "counters",
        ["CREATE TABLE counter (id BIGINT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)", "INSERT INTO counter (id, n) VALUES (1, 0), (2, 0)"]
    )

    struct Refused: Error, Equatable {}

    private func value(_ database: any Database, _ id: Int = 1) async throws -> Int? {
        try await database.read { try $0.value("SELECT n FROM counter WHERE id = \(id)") }
    }

    @Test("a body that throws leaves nothing and its own error", arguments: Backend.available)
    func rollback(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            await #expect(throws: Refused()) {
                try await database.write { db in
                    try db.execute("UPDATE counter SET n = 5")
                    throw Refused()
                }
            }
            let left = try await value(database)
            #expect(left == 0)
        }
    }

    @Test("a statement that failed ends its transaction, caught or not", arguments: Backend.available)
    func caught(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            await #expect(throws: StoreFault.constraint("counter_pkey")) {
                try await database.write { db in
                    try db.execute("UPDATE counter SET n = 5 WHERE id = 2")
                    do { try db.execute("INSERT INTO counter (id, n) VALUES (1, 1)") } catch {}
                    return
                }
            }
            let left = try await value(database, 2)
            #expect(left == 0)
        }
    }

    @Test("a savepoint takes back its own part only", arguments: Backend.available)
    func savepoints(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            try await database.write { db in
                try db.execute("UPDATE counter SET n = n + 1 WHERE id = 1")
                try db.savepoint {
                    try db.execute("UPDATE counter SET n = n + 10 WHERE id = 1")
                    #expect(throws: StoreFault.constraint("counter_pkey")) {
                        try db.savepoint {
                            try db.execute("UPDATE counter SET n = n + 100 WHERE id = 1")
                            try db.execute("INSERT INTO counter (id, n) VALUES (1, 1)")
                        }
                    }
                    #expect(throws: Refused()) {
                        try db.savepoint {
                            try db.execute("UPDATE counter SET n = n + 1000 WHERE id = 1")
                            throw Refused()
                        }
                    }
                }
                try db.execute("UPDATE counter SET n = n + 10000 WHERE id = 1")
            }
            #expect(try await value(database) == 10011)
        }
    }

    @Test("writing in a read fails", arguments: Backend.available)
    func readOnly(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            let error = await #expect(throws: StoreFault.self) { try await database.read { try $0.execute("UPDATE counter SET n = 9") } }
            #expect(error.map { if case .readOnly = $0 { true } else { false } } == true)
            let left = try await value(database)
            #expect(left == 0)
        }
    }

    @Test("no update is lost among many writers on two nodes", arguments: Backend.available)
    func writers(_ backend: Backend) async throws {
        try await withPlace(backend) { place in
            let nodes = [try await place.open(), try await place.open()]
            try await Migrator([Self.table]).run(on: nodes[0])
            let runs = Tally()
            try await withThrowingDiscardingTaskGroup { group in
                for task in 0..<16 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await nodes[task % 2].write { db in
                                runs.add()
                                // Read, think, write: the pattern that loses updates where isolation is weak.
                                let n: Int = try db.value("SELECT n FROM counter WHERE id = 1") ?? -1
                                try db.execute("UPDATE counter SET n = \(n + 1) WHERE id = 1")
                            }
                        }
                    }
                }
            }
            #expect(try await value(nodes[1]) == 160)
            // PostgreSQL could not have done it without running bodies again.
            let count = runs.count
            #expect(backend == .postgres ? count > 160 : count == 160)
            for node in nodes { await node.close() }
        }
    }

    @Test("two transactions that cross their locks both end", arguments: Backend.available)
    func deadlock(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            try await withThrowingDiscardingTaskGroup { group in
                for (first, second) in [(1, 2), (2, 1)] {
                    group.addTask {
                        for _ in 0..<2 {
                            try await database.write { db in
                                try db.execute("UPDATE counter SET n = n + 1 WHERE id = \(first)")
                                if db.engine == .postgres { _ = try db.rows("SELECT pg_sleep(0.02)") }
                                try db.execute("UPDATE counter SET n = n + 1 WHERE id = \(second)")
                            }
                        }
                    }
                }
            }
            #expect(try await value(database, 1) == 4)
            #expect(try await value(database, 2) == 4)
        }
    }

    @Test("a read sees one moment, however long it looks", arguments: Backend.available)
    func snapshot(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            let (began, wrote) = (Signal(), Signal())
            async let seen = database.read { db in
                let before: Int? = try db.value("SELECT n FROM counter WHERE id = 1")
                began.raise()
                try wrote.block()
                let after: Int? = try db.value("SELECT n FROM counter WHERE id = 1")
                return [before, after]
            }
            try await began.wait()
            try await database.write { try $0.execute("UPDATE counter SET n = 7") }
            #expect(try await value(database) == 7)
            wrote.raise()
            #expect(try await seen == [0, 0])
        }
    }

    @Test("what write returned is seen by every later read on any node", arguments: Backend.available)
    func readYourWrites(_ backend: Backend) async throws {
        try await withPlace(backend) { place in
            let (here, there) = (try await place.open(), try await place.open())
            try await Migrator([Self.table]).run(on: here)
            for n in 1...50 {
                try await here.write { try $0.execute("UPDATE counter SET n = \(n)") }
                #expect(try await value(there) == n)
            }
            await here.close()
            await there.close()
        }
    }

    @Test("a task cancelled before its transaction does nothing; one cancelled in it learns the truth", arguments: Backend.available)
    func cancelled(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            let early = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await database.write { try $0.execute("UPDATE counter SET n = 1") }
            }
            await #expect(throws: CancellationError.self) { try await early.value }
            let left = try await value(database)
            #expect(left == 0)

            let (inside, cancelled) = (Signal(), Signal())
            let late = Task {
                try await database.write { db in
                    try db.execute("UPDATE counter SET n = 2")
                    inside.raise()
                    try cancelled.block()
                    return try db.execute("UPDATE counter SET n = n + 1")
                }
            }
            try await inside.wait()
            late.cancel()
            cancelled.raise()
            #expect(try await late.value == 2)
            #expect(try await value(database) == 3)
        }
    }

    @Test("a closed database says so, after the work under way", arguments: Backend.available)
    func closing(_ backend: Backend) async throws {
        try await withPlace(backend) { place in
            let database = try await place.open()
            try await Migrator([Self.table]).run(on: database)
            let inside = Signal()
            async let last = database.write { db in
                inside.raise()
                for _ in 0..<200 { try db.execute("UPDATE counter SET n = n + 1 WHERE id = 1") }
            }
            try await inside.wait()
            await database.close()
            try await last
            await #expect(throws: StoreFault.closed) { try await database.read { try $0.rows("SELECT 1") } }
            await #expect(throws: StoreFault.closed) { try await database.write { try $0.rows("SELECT 1") } }
            await database.close()
            let again = try await place.open()
            #expect(try await value(again) == 200)
            await again.close()
        }
    }
}
