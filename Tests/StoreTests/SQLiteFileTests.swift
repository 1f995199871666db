import Foundation
import PortalTesting
import Store
import StoreSQLite
import Testing

@Suite("A SQLite file that is shared, damaged, read-only or on a full disk")
struct SQLiteFileTests {
    static let table = Migration(9001, "notes", ["CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, t TEXT NOT NULL)"])

    private func fill(_ database: any Database, _ ids: Range<Int>, size: Int = 1000) async throws {
        try await database.write { db in
            try db.execute(batch: ids.map { "INSERT INTO note (id, t) VALUES (\($0), \(String(repeating: "x", count: size)))" })
        }
    }

    private func count(_ database: any Database) async throws -> Int? {
        try await database.read { try $0.value("SELECT count(*) FROM note") }
    }

    @Test("a second server is refused with the first one's process id; a command is not")
    func twoServers() async throws {
        try await withPlace(.sqlite) { place in
            let server = try SQLiteDatabase(path: place.name, role: .server)
            try await Migrator([Self.table]).run(on: server)
            let resolved = try #require(URL(fileURLWithPath: place.name).resolvingSymlinksInPath().path as String?)
            let refused = StoreFault.locked("\(resolved) is served by process \(ProcessInfo.processInfo.processIdentifier)")
            #expect(throws: refused) { try SQLiteDatabase(path: place.name, role: .server) }
            // By another name of the same file as well.
            let other = place.name + "-alias"
            try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: place.name)
            #expect(throws: refused) { try SQLiteDatabase(path: other, role: .server) }

            let command = try SQLiteDatabase(path: place.name)
            try await fill(command, 0..<10)
            let seen = try await count(server)
            #expect(seen == 10)
            await command.close()
            await server.close()
            let next = try SQLiteDatabase(path: place.name, role: .server)
            await next.close()
        }
    }

    @Test("a server hears of a command's commit, and of the end", .timeLimit(.minutes(15)))
    func otherProcess() async throws {
        try await withPlace(.sqlite) { place in
            let server = try SQLiteDatabase(path: place.name, role: .server)
            try await Migrator([Self.table]).run(on: server)
            let heard = server.announcements(Channel("anything"))
            var listening = heard.makeAsyncIterator()
            // The first one says that the watch has begun.
            let started: Void? = await listening.next()
            #expect(started != nil)
            let command = try SQLiteDatabase(path: place.name)
            let began = ContinuousClock.now
            try await fill(command, 0..<1)
            let told: Void? = await listening.next()
            #expect(told != nil && began.duration(to: .now) < .seconds(5))
            await command.close()
            await server.close()
            // What was told before the end may still be waiting.
            while await listening.next() != nil {}
        }
    }

    @Test("acknowledged means synced", arguments: [SQLiteDatabase.Role.command, .server])
    func durable(_ role: SQLiteDatabase.Role) async throws {
        try await withPlace(.sqlite) { place in
            let database = try SQLiteDatabase(path: place.name, role: role)
            let (level, mode) = try await database.write { db in
                (try db.value("PRAGMA synchronous", as: Int.self), try db.value("PRAGMA journal_mode", as: String.self))
            }
            #expect(level == 2 && mode == "wal")
            await database.close()
        }
    }

    @Test("flipped bytes are a damaged database, and the process lives")
    func damaged() async throws {
        try await withPlace(.sqlite) { place in
            let database = try SQLiteDatabase(path: place.name)
            try await Migrator([Self.table]).run(on: database)
            try await fill(database, 0..<2000)
            await database.close()
            var bytes = try Data(contentsOf: URL(fileURLWithPath: place.name))
            try #require(bytes.count > 400_000)
            for index in 8192..<400_000 where index % 3 == 0 { bytes[index] ^= 0xA5 }
            try bytes.write(to: URL(fileURLWithPath: place.name))
            let hurt = try SQLiteDatabase(path: place.name)
            let error = await #expect(throws: StoreFault.self) { _ = try await hurt.read { try $0.rows("SELECT id, t FROM note") } }
            #expect(error.map { if case .damaged = $0 { true } else { false } } == true, "\(String(describing: error))")
            await hurt.close()
        }
    }

    @Test("what is no database at all is refused at the door")
    func notADatabase() async throws {
        try await withPlace(.sqlite) { place in
            try Data(String(repeating: "Kính gửi các đồng chí! ", count: 500).utf8).write(to: URL(fileURLWithPath: place.name))
            let error = #expect(throws: StoreFault.self) { _ = try SQLiteDatabase(path: place.name, role: .server) }
            #expect(error.map { if case .damaged = $0 { true } else { false } } == true, "\(String(describing: error))")
            // The refused server holds no claim.
            try FileManager.default.removeItem(atPath: place.name)
            let database = try SQLiteDatabase(path: place.name, role: .server)
            await database.close()
        }
    }

    @Test("a folder that does not exist is said so")
    func noFolder() {
        let path = "/nowhere-\(UUID().uuidString)/caunoi.db"
        let error = #expect(throws: StoreFault.self) { _ = try SQLiteDatabase(path: path) }
        #expect(error == .unreachable("\(path): No such file or directory"))
    }

    @Test("a full database refuses the row, keeps the rest, and works again when there is room")
    func full() async throws {
        try await withPlace(.sqlite) { place in
            let database = try SQLiteDatabase(path: place.name)
            try await Migrator([Self.table]).run(on: database)
            try await fill(database, 0..<10)
            let pages: Int = try await database.write { try $0.value("PRAGMA page_count") ?? 0 }
            #expect(pages > 0)
            try await database.write { _ = try $0.rows("PRAGMA max_page_count = 40") }
            let error = await #expect(throws: StoreFault.self) { try await fill(database, 10..<1000) }
            #expect(error.map { if case .diskFull = $0 { true } else { false } } == true, "\(String(describing: error))")
            let kept = try await count(database)
            #expect(kept == 10)
            try await database.write { _ = try $0.rows("PRAGMA max_page_count = 100000") }
            try await fill(database, 10..<1000)
            let all = try await count(database)
            #expect(all == 1000)
            await database.close()
        }
    }

    @Test("a disk that is really full, then has room again", .enabled(if: SmallDisk.isPossible, "needs root, to mount a small disk"))
    func fullDisk() async throws {
        try await SmallDisk.with(megabytes: 2) { disk in
            let database = try SQLiteDatabase(path: disk.folder + "/caunoi.db", role: .server)
            try await Migrator([Self.table]).run(on: database)
            try await fill(database, 0..<10)
            var next = 10
            let error = await #expect(throws: StoreFault.self) {
                while next < 10_000 {
                    try await fill(database, next..<next + 50)
                    next += 50
                }
            }
            #expect(error.map { if case .diskFull = $0 { true } else { false } } == true, "\(String(describing: error))")
            let kept = try await count(database)
            #expect(kept == next)
            try disk.resize(megabytes: 16)
            try await fill(database, next..<next + 50)
            let more = try await count(database)
            #expect(more == next + 50)
            await database.close()
        }
    }

    @Test("a disk that cannot be written is said so", .enabled(if: SmallDisk.isPossible, "needs root, to mount a small disk"))
    func readOnlyDisk() async throws {
        try await SmallDisk.with(megabytes: 4) { disk in
            let path = disk.folder + "/caunoi.db"
            let database = try SQLiteDatabase(path: path)
            try await Migrator([Self.table]).run(on: database)
            await database.close()
            try disk.lock()
            for role in [SQLiteDatabase.Role.command, .server] {
                let error = await #expect(throws: StoreFault.self) {
                    let database = try SQLiteDatabase(path: path, role: role)
                    try await fill(database, 0..<1)
                }
                #expect(error.map { if case .readOnly = $0 { true } else { false } } == true, "\(String(describing: error))")
            }
        }
    }

    @Test("memory takes the same statements")
    func memory() async throws {
        let database = try SQLiteDatabase.inMemory()
        try await Migrator([Self.table]).run(on: database)
        try await fill(database, 0..<3)
        let all = try await count(database)
        #expect(all == 3)
        await database.close()
    }
}
