import Logging
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

/// Two nodes with connections of their own take jobs from one queue at the same time.
@Suite("Two nodes, one queue")
struct TwoRunnersTests {
    private static let ledger = Migration(9_100, "what jobs did", ["CREATE TABLE done_job (job BIGINT NOT NULL, node BIGINT NOT NULL)"])

    /// Writes down that it was here; a second time would be a second row.
    private struct Worker: JobWorker {
        static let name = "write-down"
        let database: any Database
        let node: Int

        func run(_ job: Job) async throws {
            try await database.write { [node] in _ = try $0.execute("INSERT INTO done_job (job, node) VALUES (\(job.id), \(node))") }
        }
    }

    @Test("every job runs once, on one of them", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await withPlace(backend) { place in
            let nodes = [try await place.open(), try await place.open()]
            try await Migrator(NodeLease.migrations + NetworkMigrations.all + PublishingMigrations.all + [Self.ledger]).run(on: nodes[0])
            let now = Instant(seconds: 1_795_219_200)
            let clock = Clock { now }
            let ids = IdentifierMaker(node: 1, clock: clock)
            let count = 120
            try await nodes[0].write { db in
                for number in 0..<count {
                    let job = Job(id: ids.next(), name: Worker.name, payload: "\(number)", effect: "write-down:\(number)", runAt: now)
                    try JobQueue.add(job, at: now, db)
                }
            }
            let taken = try await withThrowingTaskGroup(of: Int.self) { group in
                for (number, database) in nodes.enumerated() {
                    let runner = JobRunner(
                        database: database,
                        workers: [Worker(database: database, node: number)],
                        owner: number + 1,
                        clock: clock,
                        logger: Logger(label: "test"),
                        width: 4
                    )
                    group.addTask {
                        var sum = 0
                        while true {
                            let worked = try await runner.runDue()
                            if worked == 0 { return sum }
                            sum += worked
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(taken == count)
            let (rows, jobs) = try await nodes[1].read { db in
                (
                    try db.value("SELECT count(*) FROM done_job", as: Int.self),
                    try db.value("SELECT count(DISTINCT job) FROM done_job", as: Int.self)
                )
            }
            #expect(rows == count && jobs == count)
            #expect(try await nodes[0].read { try JobQueue.counts($0) } == [.done: count])
            for node in nodes { await node.close() }
        }
    }
}
