import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing

/// A server that really follows (`script/postgres replica`), held back and cut off on purpose.
@Suite("A replica that streams", .serialized, .enabled(if: Backend.replicaURL != nil, "CAUNOI_TEST_REPLICA is not set"))
struct StreamingReplicaTests {
    private func with(_ body: (ReplicaRoom, FaultyDatabase) async throws -> Void) async throws {
        try await Newsroom.with(.postgres) { room in
            let server = try room.place.replica()
            let replica = FaultyDatabase(server)
            do {
                let here = ReplicaRoom(room, replica)
                try await room.publish(.about("Một"))
                try await here.reads.look()
                #expect(try await here.pageOfReplica() == 1)
                try await body(here, replica)
            } catch {
                try? await resume(server)
                await server.close()
                throw error
            }
            try await resume(server)
            await server.close()
        }
    }

    private func resume(_ server: any Database) async throws { try await server.read { _ = try $0.rows("SELECT pg_wal_replay_resume()") } }

    /// From now on the replica stands still.
    private func pause(_ server: any Database) async throws {
        try await server.read { _ = try $0.rows("SELECT pg_wal_replay_pause()") }
        for _ in 0..<1_000 {
            if try await server.read({ try $0.value("SELECT pg_get_wal_replay_pause_state()", as: String.self) }) == "paused" { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the replica does not pause")
    }

    @Test("one that stands still never shows less than the node has heard of; when it goes on, it is read again", .timeLimit(.minutes(5)))
    func paused() async throws {
        try await with { here, replica in
            try await pause(replica)
            try await here.room.publish(.about("Hai"))
            // As when the page cache hears of it.
            try await here.reads.look()
            let before = here.book[.replica]
            for _ in 0..<20 {
                #expect(try await here.page() == 2)
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(here.book[.replica] == before && here.book[.behind] > 1)
            #expect(try await here.reads.standing().map { if case .behind(let events) = $0 { events > 0 } else { false } } == true)
            try await resume(replica)
            #expect(try await here.pageOfReplica() == 2)
        }
    }

    @Test("what a page from the primary showed, no page from the replica takes back", .timeLimit(.minutes(5)))
    func notBack() async throws {
        try await with { here, replica in
            try await pause(replica)
            try await here.room.publish(.about("Hai"))
            // This node has not heard of it yet, but a reader is given a page that has it.
            replica.setAway(true)
            #expect(try await here.page() == 2)
            replica.setAway(false)
            for _ in 0..<75 {
                #expect(try await here.page() == 2)
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(here.book[.behind] > 0)
        }
    }

    @Test("connections that are ended are made anew, unnoticed", .timeLimit(.minutes(5)))
    func ended() async throws {
        try await with { here, replica in
            for _ in 0..<3 {
                let ended = try await replica.read { db in
                    try db.rows(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE application_name = 'caunoi' AND pid <> pg_backend_pid()
                        """
                    ).count
                }
                #expect(ended >= 0)
                #expect(try await here.page() == 1)
                #expect(try await here.pageOfReplica() == 1)
            }
        }
    }
}
