import PortalTesting
import Store
import Testing

@Suite("Nodes tell each other that something happened")
struct AnnouncementTests {
    static let table = Migration(9001, "notes", ["CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY)"])
    static let (news, other) = (Channel("news"), Channel("other"))

    /// Counts what a stream yields until it ends.
    private func listen(_ stream: AsyncStream<Void>) -> Tally {
        let tally = Tally()
        Task { for await _ in stream { tally.add() } }
        return tally
    }

    /// The line is open: a first listener is told once that it is. Returns the counts from which the test goes on.
    private func open(_ tallies: [Tally], waitFor: Int) async throws -> [Int] {
        for tally in tallies.prefix(waitFor) {
            try await settle(tally, past: 0)
            #expect(tally.count > 0)
        }
        try await Task.sleep(for: .milliseconds(300))
        return tallies.map(\.count)
    }

    private func settle(_ tally: Tally, past count: Int) async throws {
        for _ in 0..<500 where tally.count <= count { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test("a commit is heard on every node, a rollback on none", arguments: Backend.available)
    func heard(_ backend: Backend) async throws {
        try await withPlace(backend) { place in
            let (here, there) = (try await place.open(), try await place.open())
            try await Migrator([Self.table]).run(on: here)
            let tallies = [listen(here.announcements(Self.news)), listen(there.announcements(Self.news))]
            let before = try await open(tallies, waitFor: 2)
            try await here.write { db in
                try db.execute("INSERT INTO note (id) VALUES (1)")
                try db.announce(Self.news)
                try db.announce(Self.news)
            }
            for (tally, count) in zip(tallies, before) {
                try await settle(tally, past: count)
                #expect(tally.count == count + 1)
            }
            let calm = tallies.map(\.count)
            struct Refused: Error {}
            await #expect(throws: Refused.self) {
                try await here.write { db in
                    try db.announce(Self.news)
                    throw Refused()
                }
            }
            try await here.write { db in
                try? db.savepoint {
                    try db.announce(Self.news)
                    throw Refused()
                }
            }
            try await Task.sleep(for: .milliseconds(400))
            #expect(tallies.map(\.count)[0] == calm[0])
            // On SQLite another process cannot know what it was about, so any commit there may wake it, too often rather than too seldom.
            if backend == .postgres { #expect(tallies.map(\.count) == calm) }
            await here.close()
            await there.close()
        }
    }

    @Test("each channel has its own listeners", arguments: Backend.available)
    func channels(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            let (news, other) = (listen(database.announcements(Self.news)), listen(database.announcements(Self.other)))
            // PostgreSQL opens a line for each channel, SQLite one for all.
            let counts = try await open([news, other], waitFor: backend == .postgres ? 2 : 1)
            let (n, o) = (counts[0], counts[1])
            try await database.write { try $0.announce(Self.other) }
            try await settle(other, past: o)
            try await Task.sleep(for: .milliseconds(100))
            #expect(other.count == o + 1 && news.count == n)
        }
    }

    @Test("who begins late is told once at his beginning, though nothing happens any more", arguments: Backend.available)
    func late(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.table]) { database in
            let early = listen(database.announcements(Self.news))
            _ = try await open([early], waitFor: 1)
            // The watch has long begun.
            try await Task.sleep(for: .milliseconds(600))
            let late = listen(database.announcements(Self.news))
            try await settle(late, past: 0)
            #expect(late.count >= 1)
        }
    }

    @Test("a listener whose line was cut is told once, and hears again", .enabled(if: Backend.postgresURL != nil, "CAUNOI_TEST_POSTGRES is not set"))
    func cutLine() async throws {
        try await withDatabase(.postgres, migrations: [Self.table]) { database in
            // A channel of its own: other tests' lines are in the same server.
            let cut = Channel("cut_line")
            let tally = listen(database.announcements(cut))
            let before = try await open([tally], waitFor: 1)[0]
            let ended = try await database.read { db in
                try db.rows(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid() AND query LIKE '%caunoi_cut_line%'"
                ).count
            }
            #expect(ended >= 1)
            try await settle(tally, past: before)
            let after = tally.count
            #expect(after > before)
            try await database.write { try $0.announce(cut) }
            try await settle(tally, past: after)
            #expect(tally.count == after + 1)
        }
    }

    @Test("closing ends the listening", arguments: Backend.available)
    func ending(_ backend: Backend) async throws {
        try await withPlace(backend) { place in
            let database = try await place.open()
            let stream = database.announcements(Self.news)
            let listening = Task { for await _ in stream {} }
            await database.close()
            await listening.value
            for await _ in database.announcements(Self.news) { Issue.record("a closed database announces nothing") }
        }
    }
}
