import Logging
import PortalTesting
import Publishing
import ServiceLifecycle
import Store
import Synchronization
import Testing

@Suite("Looking when called, and by the clock", .timeLimit(.minutes(5)))
struct LookTests {
    static let channel = Channel("looked_for")

    /// Counts its looks.
    private final class Follower: Service {
        private let database: any Database
        private let pause: Duration
        private let count = Mutex(0)

        init(_ database: any Database, every pause: Duration) {
            self.database = database
            self.pause = pause
        }

        var looks: Int { count.withLock { $0 } }

        func run() async throws { await database.look(for: LookTests.channel, every: pause) { count.withLock { $0 += 1 } } }

        func goesPast(_ before: Int) async throws -> Bool {
            for _ in 0..<2_000 where looks <= before { try await Task.sleep(for: .milliseconds(10)) }
            return looks > before
        }
    }

    @Test("what no call tells, the clock does; what the clock would tell late, a call does", arguments: Backend.available, [true, false])
    func looking(_ backend: Backend, _ isDeaf: Bool) async throws {
        try await withDatabase(backend) { database in
            let heard: any Database = isDeaf ? DeafDatabase(database) : database
            let follower = Follower(heard, every: isDeaf ? .milliseconds(50) : .seconds(3600))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await follower.run() }
                for _ in 0..<3 {
                    let before = follower.looks
                    try await database.write { try $0.announce(Self.channel) }
                    let hasLooked = try await follower.goesPast(before)
                    #expect(hasLooked)
                }
                group.cancelAll()
            }
        }
    }

    enum Ending: CaseIterable, Sendable { case cancelled, stopped, closed }

    @Test("it ends with its task, when the program stops, and when the database closes", arguments: Ending.allCases)
    func ending(_ ending: Ending) async throws {
        try await withDatabase(.sqlite) { database in
            let follower = Follower(database, every: .milliseconds(20))
            let group = ServiceGroup(services: [follower], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let run = Task { try await group.run() }
            let hasLooked = try await follower.goesPast(1)
            #expect(hasLooked)
            switch ending {
            case .cancelled: run.cancel()
            case .stopped: await group.triggerGracefulShutdown()
            case .closed: await database.close()
            }
            // A service that ends by itself is a fault for its group.
            _ = await run.result
            let looks = follower.looks
            try await Task.sleep(for: .milliseconds(200))
            #expect(follower.looks == looks)
        }
    }
}
