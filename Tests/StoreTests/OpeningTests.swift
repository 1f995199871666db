import PortalTesting
import Store
import Testing

@Suite("A reading transaction that is asked something first")
struct OpeningTests {
    static let table = Migration(
        9001,
        "counters",
        ["CREATE TABLE counter (id BIGINT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)", "INSERT INTO counter (id, n) VALUES (1, 7)"]
    )

    struct Refused: Error, Equatable {}

    private func with(_ backend: Backend, _ body: (any Database) async throws -> Void) async throws {
        try await withDatabase(backend, migrations: [Self.table], body)
    }

    @Test("the answer and what the body reads are of one moment", arguments: Backend.available)
    func moment(_ backend: Backend) async throws {
        try await with(backend) { database in
            let asked = Tally()
            let opening = Opening("SELECT n FROM counter WHERE id = \(1)") { row in
                let n: Int = try row.map { try $0[0] } ?? 0
                for _ in 0..<n { asked.add() }
            }
            for round in 1...3 {
                let n = try await database.read(opening: opening) { try $0.value("SELECT n FROM counter WHERE id = \(1)", as: Int.self) }
                #expect(n == 7 && asked.count == 7 * round)
            }
        }
    }

    @Test("a judge that is not content ends it with his own error, and the next one is well", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await with(backend) { database in
            await #expect(throws: Refused()) {
                try await database.read(opening: Opening("SELECT n FROM counter") { _ in throw Refused() }) { db in
                    try db.rows("SELECT n FROM counter").count
                }
            }
            // Caught inside, it is not forgotten.
            await #expect(throws: Refused()) {
                try await database.read(opening: Opening("SELECT n FROM counter") { _ in throw Refused() }) { db in
                    (try? db.rows("SELECT n FROM counter").count) ?? 0
                }
            }
            await #expect(throws: StoreFault.self) {
                try await database.read(opening: Opening("SELECT n FROM nowhere") { _ in }) { try $0.rows("SELECT 1").count }
            }
            let n = try await database.read { try $0.value("SELECT n FROM counter", as: Int.self) }
            #expect(n == 7)
        }
    }

    @Test("whatever the body begins with, it is asked first", arguments: Backend.available)
    func first(_ backend: Backend) async throws {
        try await with(backend) { database in
            let asked = Tally()
            let opening = Opening("SELECT n FROM counter WHERE id = 2") { row in
                #expect(row == nil)
                asked.add()
            }
            let inner = try await database.read(opening: opening) { db in try db.savepoint { try db.value("SELECT n FROM counter", as: Int.self) } }
            #expect(inner == 7 && asked.count == 1)
            let none = try await database.read(opening: opening) { try $0.row("SELECT n FROM counter WHERE n = \(8)")?.values.count }
            #expect(none == nil && asked.count == 2)
        }
    }
}
