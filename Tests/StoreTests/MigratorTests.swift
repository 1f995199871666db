import PortalTesting
import Store
import Synchronization
import Testing

@Suite("Migrations bring any database to one schema")
struct MigratorTests {
    static let first = Migration(10, "first", ["CREATE TABLE one (id BIGINT NOT NULL PRIMARY KEY, t TEXT)"])
    static let second = Migration(20, "second", ["CREATE TABLE two (id BIGINT NOT NULL PRIMARY KEY)", "INSERT INTO two (id) VALUES (1)"])
    static let broken = Migration(30, "broken", ["CREATE TABLE three (id BIGINT NOT NULL PRIMARY KEY)", "INSERT INTO nowhere (id) VALUES (1)"])

    private func numbers(_ database: any Database) async throws -> [Int] {
        try await database.read { try $0.column("SELECT number FROM schema_migration ORDER BY number") }
    }

    @Test("they run once, in the order of their numbers, and tell how far they are", arguments: Backend.available)
    func twice(_ backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let steps = Mutex<[String]>([])
            let migrator = Migrator([Self.second, Self.first])
            let pending = try await migrator.pending(on: database)
            #expect(pending.map(\.number) == [10, 20])
            let ran = try await migrator.run(on: database) { step in
                steps.withLock { $0.append("\(step.position)/\(step.count) \(step.migration.name)") }
            }
            #expect(ran.map(\.number) == [10, 20])
            #expect(steps.withLock { $0 } == ["1/2 first", "2/2 second"])
            let again = try await migrator.run(on: database)
            #expect(again.isEmpty)
            // A room that comes later may number below what has run.
            let between = try await Migrator([Self.first, Migration(15, "between", ["CREATE TABLE between_them (id BIGINT)"]), Self.second]).run(
                on: database
            )
            #expect(between.map(\.number) == [15])
            let numbers = try await numbers(database)
            #expect(numbers == [10, 15, 20])
        }
    }

    @Test("many nodes at once do the work once", arguments: Backend.available)
    func atOnce(_ backend: Backend) async throws {
        try await withPlace(backend) { place in
            let all = [Self.first, Self.second] + NodeLease.migrations
            let ran = try await withThrowingTaskGroup { group in
                for _ in 0..<6 {
                    group.addTask {
                        let database = try await place.open()
                        let ran = try await Migrator(all).run(on: database)
                        await database.close()
                        return ran.map(\.number)
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(ran.sorted() == [1, 10, 20])
        }
    }

    @Test("a failure in the middle leaves the step before it", arguments: Backend.available)
    func failure(_ backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let error = await #expect(throws: StoreFault.self) {
                try await Migrator([Self.first, Self.broken, Self.second]).run(on: database)
            }
            #expect(error?.description.contains("migration 30 (broken), statement 2") == true)
            let (numbers, pending) = (try await numbers(database), try await Migrator([Self.first, Self.second]).pending(on: database))
            #expect(numbers == [10, 20])
            #expect(pending.isEmpty)
            // Nothing of the broken one is there, so the mended one can run.
            let mended = Migration(30, "broken", ["CREATE TABLE three (id BIGINT NOT NULL PRIMARY KEY)"])
            let ran = try await Migrator([Self.first, Self.second, mended]).run(on: database)
            #expect(ran.map(\.number) == [30])
        }
    }

    static let edits = [
        Migration(10, "first", ["CREATE TABLE one (id BIGINT NOT NULL PRIMARY KEY, t TEXT NOT NULL)"]),
        Migration(10, "first", ["CREATE TABLE one (id BIGINT NOT NULL PRIMARY KEY, t TEXT)", "SELECT 1"]),
        Migration(10, "first", ["CREATE TABLE one (id BIGINT NOT NULL PRIMARY KEY, t TEXT) "]),
    ]

    @Test("an edited migration is refused before anything is touched", arguments: Backend.available)
    func changed(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.first]) { database in
            for edited in Self.edits {
                await #expect(throws: StoreFault.changedHistory(migration: 10, name: "first")) {
                    try await Migrator([edited, Self.second]).run(on: database)
                }
            }
            let numbers = try await numbers(database)
            #expect(numbers == [10])
            // Another name alone is no other schema.
            try await Migrator([Migration(10, "premier", Self.first.statements)]).run(on: database)
        }
    }

    @Test("a database of a newer program is refused", arguments: Backend.available)
    func newer(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.first, Self.second]) { database in
            await #expect(throws: StoreFault.newer(found: 20, known: 10)) { try await Migrator([Self.first]).run(on: database) }
            await #expect(throws: StoreFault.newer(found: 20, known: 10)) { _ = try await Migrator([Self.first]).pending(on: database) }
        }
    }

    static let added = Migration(20, "added", ["CREATE TABLE two (id BIGINT NOT NULL PRIMARY KEY)"], isExpansion: true)

    @Test("a program that does not know what was only added goes on with the database", arguments: Backend.available)
    func expansion(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.first, Self.added]) { database in
            let old = Migrator([Self.first])
            let standing = try await old.standing(of: database)
            #expect(standing.pending.isEmpty && standing.schema == 20 && standing.unknown == [20] && !standing.isEmpty)
            #expect(try await old.run(on: database).isEmpty)
            #expect(try await old.pending(on: database).isEmpty)
            // Its own next step runs as well, and what it could not live with is refused as ever.
            let other = Migration(15, "other", ["CREATE TABLE other (id BIGINT NOT NULL PRIMARY KEY)"])
            #expect(try await Migrator([Self.first, other]).run(on: database).map(\.number) == [15])
            try await Migrator([Self.first, other, Self.added, Migration(30, "changed", ["DROP TABLE one"])]).run(on: database)
            await #expect(throws: StoreFault.newer(found: 30, known: 10)) { _ = try await old.standing(of: database) }
        }
    }

    @Test("a database from before there was such a mark", arguments: Backend.available)
    func withoutMark(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.first, Self.second]) { database in
            try await database.write { _ = try $0.execute("DROP TABLE schema_expansion") }
            await #expect(throws: StoreFault.newer(found: 20, known: 10)) { _ = try await Migrator([Self.first]).pending(on: database) }
            #expect(try await Migrator([Self.first, Self.second]).standing(of: database).pending.isEmpty)
            #expect(try await database.read { try Migrator.schema(of: $0) } == 20)
            try await Migrator([Self.first, Self.second, Migration(30, "third", ["CREATE TABLE third (id BIGINT)"], isExpansion: true)]).run(
                on: database
            )
            #expect(try await Migrator([Self.first, Self.second]).standing(of: database).unknown == [30])
        }
    }

    @Test("an empty database stands so", arguments: Backend.available)
    func empty(_ backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let standing = try await Migrator([Self.first]).standing(of: database)
            #expect(standing.isEmpty && standing.pending.map(\.number) == [10])
            #expect(try await database.read { try Migrator.schema(of: $0) } == 0)
        }
    }

    @Test("an engine's own statements count for that engine only")
    func digests() {
        let both = Migration(1, "x", ["SELECT 1"], postgres: ["SELECT 2"])
        #expect(both.digest(on: .sqlite) == Migration(1, "x", ["SELECT 1"]).digest(on: .postgres))
        #expect(both.digest(on: .postgres) == Migration(1, "x", ["SELECT 2"]).digest(on: .sqlite))
        #expect(Migration(1, "x", ["SELECT 1", "SELECT 2"]).digest(on: .sqlite) != Migration(1, "x", ["SELECT 1SELECT 2"]).digest(on: .sqlite))
        // The published test vector of FNV-1a 128: nothing hashes to the offset basis.
        #expect(Migration(1, "x", []).digest(on: .sqlite) == "6c62272e07bb014262b821756295c58d")
    }
}
