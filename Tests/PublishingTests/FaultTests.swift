import Logging
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@Suite("Publishing under faults")
struct FaultTests {
    @Test("a failure at any statement of publish leaves nothing half done, and the next try succeeds", arguments: Backend.available)
    func everyStatement(_ backend: Backend) async throws {
        var failed = 0
        for statement in 1...40 {
            let completed = try await Newsroom.with(backend) { room -> Bool in
                let faulty = FaultyDatabase(room.database)
                let publishing = Publisher(
                    database: faulty,
                    keyring: room.keyring,
                    kinds: room.publishing.kinds,
                    clock: room.clock.clock,
                    ids: room.publishing.ids
                )
                let saved = try await room.publishing.save(
                    Notice.about("Tin"),
                    in: Place(site: room.province, section: room.news),
                    by: room.by("reporter")
                )
                try await room.publishing.submit(saved.item, by: room.by("reporter"))
                try await room.publishing.approve(saved.item, by: room.by("chief"))
                let chief = try await room.by("chief")
                faulty.fail(at: .before(statement: statement))
                do {
                    _ = try await publishing.publish(saved.item, by: chief)
                    return true
                } catch is StoreFault {
                    #expect(try await room.shown(saved.item) == nil)
                    #expect(try await room.reader.list(.all, on: room.province, page: 1).total == 0)
                    let events = try await room.database.read { try $0.value("SELECT count(*) FROM event WHERE item IS NOT NULL", as: Int.self) }
                    #expect(events == 0)
                    _ = try await room.publishing.publish(saved.item, by: chief)
                    #expect(try await room.reader.list(.all, on: room.province, page: 1).total == 1)
                    return false
                }
            }
            if completed { break }
            failed += 1
        }
        #expect(failed > 10, "publish takes more than ten statements")
    }
}

@Suite("Durable jobs and schedules")
struct JobTests {
    private func scheduled(_ room: Newsroom, in seconds: Int64) async throws -> ItemID {
        let saved = try await room.publishing.save(
            Notice.about("Hẹn giờ"),
            in: Place(site: room.province, section: room.news),
            by: room.by("reporter")
        )
        try await room.publishing.submit(saved.item, by: room.by("reporter"))
        try await room.publishing.approve(saved.item, by: room.by("chief"))
        try await room.publishing.schedule(saved.item, at: room.clock.now.adding(seconds: seconds), by: room.by("chief"))
        return saved.item
    }

    private func runner(_ room: Newsroom, owner: Int = 1) -> JobRunner {
        JobRunner(
            database: room.database,
            workers: [PublishDue(room.publishing)],
            owner: owner,
            clock: room.clock.clock,
            logger: .init(label: "test")
        )
    }

    @Test("a scheduled item goes out at its moment, once, whoever asks", arguments: Backend.available)
    func schedule(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let item = try await scheduled(room, in: 600)
            #expect(try await runner(room).runDue() == 0)
            #expect(try await room.shown(item) == nil)
            room.clock.advance(seconds: 601)
            async let one = runner(room, owner: 1).runDue()
            async let two = runner(room, owner: 2).runDue()
            #expect(try await one + two == 1, "two nodes, one job")
            #expect(try await room.shown(item)?.edition == 1)
            let events = try await room.database.read { try $0.value("SELECT count(*) FROM event WHERE item = \(item)", as: Int.self) }
            #expect(events == 1)
        }
    }

    @Test("a worker that died after the effect: the job runs again and publishes nothing twice", arguments: Backend.available)
    func diedAfterEffect(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let item = try await scheduled(room, in: 60)
            room.clock.advance(seconds: 61)
            let now = room.clock.now
            let claimed = try await room.database.write { try JobQueue.claim(1, names: [PublishDue.name], owner: 7, at: now, $0) }
            let job = try #require(claimed.first)
            try await PublishDue(room.publishing).run(job)
            #expect(try await runner(room).runDue() == 0, "the lease still holds")
            room.clock.advance(seconds: JobQueue.lease + 1)
            #expect(try await runner(room).runDue() == 1)
            let after = room.clock.now
            #expect(try await room.database.write { try !JobQueue.complete(job, owner: 7, at: after, $0) }, "the dead worker's word comes too late")
            #expect(try await room.shown(item)?.edition == 1)
            #expect(try await room.database.read { try JobQueue.counts($0) } == [.done: 1])
        }
    }

    @Test("a schedule taken back publishes nothing", arguments: Backend.available)
    func unschedule(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let item = try await scheduled(room, in: 60)
            try await room.publishing.unschedule(item, by: room.by("chief"))
            room.clock.advance(seconds: 120)
            #expect(try await runner(room).runDue() == 0)
            #expect(try await room.shown(item) == nil)
        }
    }

    private struct Failing: JobWorker {
        static let name = "failing"
        func run(_ job: Job) async throws { throw StoreFault.unreachable("nobody there") }
    }

    @Test("a job that keeps failing is retried with growing pauses, then dead", arguments: Backend.available)
    func deadLetter(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let job = Job(id: room.publishing.ids.next(), name: Failing.name, payload: "", effect: "e", runAt: room.clock.now)
            let now = room.clock.now
            try await room.database.write { db in
                try JobQueue.add(job, at: now, db)
                try JobQueue.add(Job(id: JobID(rawValue: job.id.rawValue + 1), name: Failing.name, payload: "", effect: "e", runAt: now), at: now, db)
            }
            let runner = JobRunner(database: room.database, workers: [Failing()], owner: 1, clock: room.clock.clock, logger: .init(label: "test"))
            var runs = 0
            for _ in 0..<200 {
                runs += try await runner.runDue()
                room.clock.advance(seconds: 30)
            }
            #expect(runs == JobQueue.maximumAttempts, "one job for one effect, tried eight times")
            #expect(try await room.database.read { try JobQueue.counts($0) } == [.dead: 1])
        }
    }
}
