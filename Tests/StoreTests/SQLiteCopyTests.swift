import Foundation
import PortalTesting
import Store
import StoreSQLite
import Synchronization
import Testing

@Suite("A copy of a SQLite database that is written to")
struct SQLiteCopyTests {
    private static func fill(_ database: any Database, _ ids: Range<Int>) async throws {
        try await database.write { db in
            try db.execute(batch: ids.map { "INSERT INTO note (id, t) VALUES (\($0), \(String(repeating: "x", count: 2000)))" })
        }
    }

    @Test("it is one moment of it, while another process commits between its steps", .timeLimit(.minutes(5)))
    func whileWriting() async throws {
        try await withPlace(.sqlite) { place in
            let served = try SQLiteDatabase(path: place.name)
            try await Migrator([SQLiteFileTests.table]).run(on: served)
            for part in 0..<20 { try await Self.fill(served, part * 1000..<(part + 1) * 1000) }
            let other = try SQLiteDatabase(path: place.name)
            let steps = Mutex(0)
            let target = place.name + "-copy"
            // As another process would: a commit while the copy is under way.
            let writer = Task {
                var next = 1_000_000
                while !Task.isCancelled {
                    try await Self.fill(other, next..<next + 1)
                    next += 1
                }
            }
            let (seen, tables) = try await served.copy(
                to: target,
                progress: { _, _ in
                    steps.withLock { $0 += 1 }
                    usleep(2000)
                }
            ) { try $0.value("SELECT count(*) FROM note", as: Int64.self) ?? 0 }
            writer.cancel()
            _ = try? await writer.value
            let now = try await served.read { try $0.value("SELECT count(*) FROM note", as: Int64.self) ?? 0 }
            #expect(now > seen && steps.withLock { $0 } > 3, "\(now) rows, \(seen) copied in \(steps.withLock { $0 }) steps")
            let copy = try SQLiteDatabase(path: target)
            let found = try await copy.read { db in
                (
                    try db.value("SELECT count(*) FROM note", as: Int64.self),
                    try db.value("SELECT integrity_check FROM pragma_integrity_check(1)", as: String.self)
                )
            }
            #expect(found.0 == seen && found.1 == "ok" && tables["note"] == seen && tables["schema_migration"] == 1)
            #expect(try await copy.tables() == tables)
            await copy.close()
            await other.close()
            await served.close()
        }
    }

    @Test("a full disk is told, and the database goes on", .enabled(if: SmallDisk.isPossible, "file systems can be mounted by root only"))
    func fullDisk() async throws {
        try await withPlace(.sqlite) { place in
            let database = try SQLiteDatabase(path: place.name)
            try await Migrator([SQLiteFileTests.table]).run(on: database)
            try await Self.fill(database, 0..<2000)
            try await SmallDisk.with(megabytes: 1) { disk in
                do {
                    _ = try await database.copy(to: disk.folder + "/copy") { _ in true }
                    Issue.record("it fits")
                } catch StoreFault.diskFull {}
            }
            try await Self.fill(database, 5000..<5001)
            await #expect(throws: StoreFault.self) { try await database.copy(to: place.name + "/no/folder") { _ in true } }
            await database.close()
        }
    }
}
