import PortalTesting
import Store
import Synchronization
import Testing
import Vietnamese

/// A clock that a test sets.
final class HandClock: Sendable {
    private let moment: Mutex<Instant>

    init(_ seconds: Int64 = 1_800_000_000) { moment = Mutex(Instant(seconds: seconds)) }

    var clock: Clock { Clock { [self] in moment.withLock { $0 } } }
    func step(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

struct TestID: Identifier {
    let rawValue: Int64
}

@Suite("Ids are unique, whatever clocks and nodes do")
struct NodeLeaseTests {
    @Test("one maker: time-ordered, and unique over steps of its clock")
    func maker() {
        let hand = HandClock()
        let maker = IdentifierMaker(node: 5, clock: hand.clock)
        var ids: [TestID] = []
        for step in [0, 1, -3600, 0, 7200, -86_400, 3] {
            hand.step(seconds: Int64(step))
            for _ in 0..<10_000 { ids.append(maker.next()) }
        }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.rawValue > 0 && ($0.rawValue >> 12) & 1023 == 5 })
    }

    @Test("an id's one text form", arguments: [0, 1, 31, 32, 1 << 40, Int64.max])
    func text(_ value: Int64) throws {
        let id = TestID(rawValue: value)
        #expect(id.description.utf8.count == 13)
        #expect(TestID(id.description) == id)
        #expect(TestID(id.description.uppercased()) == (id.description.contains { $0.isLetter } ? nil : id))
        #expect(TestID(id.description + "0") == nil && TestID("8000000000000") == nil && TestID("000000000000u") == nil)
    }

    @Test("two nodes have two numbers; a number given back is leased again, above its ids", arguments: Backend.available)
    func twoNodes(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: NodeLease.migrations) { database in
            let hand = HandClock()
            let a = try await NodeLease.take(from: database, holder: "a", clock: hand.clock)
            let b = try await NodeLease.take(from: database, holder: "b", clock: hand.clock)
            #expect(Set([a.ids.node, b.ids.node]) == [0, 1])
            var ids: [TestID] = (0..<10_000).flatMap { _ in [a.ids.next(), b.ids.next()] }
            try await a.release()
            // A straggler of the old program, and the clock steps back an hour before the new one.
            ids.append(a.ids.next())
            hand.step(seconds: -3600)
            let c = try await NodeLease.take(from: database, holder: "c", clock: hand.clock)
            #expect(c.ids.node == a.ids.node)
            ids += (0..<10_000).map { _ in c.ids.next() } + (0..<100).map { _ in a.ids.next() }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test("a lease that was not renewed is taken over late, and its sleeper moves on without a double", arguments: Backend.available)
    func expiry(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: NodeLease.migrations) { database in
            let hand = HandClock()
            let sleeper = try await NodeLease.take(from: database, holder: "sleeper", clock: hand.clock)
            var ids: [TestID] = [sleeper.ids.next()]
            hand.step(seconds: 90)
            // Expired, but not for long: someone's clock may be wrong.
            let careful = try await NodeLease.take(from: database, holder: "careful", clock: hand.clock)
            #expect(careful.ids.node != sleeper.ids.node)
            try await careful.release()
            hand.step(seconds: 40)
            for _ in 0..<2 {
                let other = try await NodeLease.take(from: database, holder: "other", clock: hand.clock)
                ids += (0..<5000).map { _ in other.ids.next() }
            }
            // Its number belongs to another now; the sleeper does not know it yet, and its ids are its own all the same.
            ids += (0..<5000).map { _ in sleeper.ids.next() }
            try await sleeper.renew()
            #expect(sleeper.ids.node == 2)
            ids += (0..<5000).map { _ in sleeper.ids.next() }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test("renewals carry a program through a day, over steps of the clock", arguments: Backend.available)
    func renewals(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: NodeLease.migrations) { database in
            let hand = HandClock()
            let leases = [
                try await NodeLease.take(from: database, holder: "a", clock: hand.clock),
                try await NodeLease.take(from: database, holder: "b", clock: hand.clock),
            ]
            var ids: [TestID] = []
            for step in [20, 20, 20, -600, 20, 3600, 20, 20, -7200, 20, 20] as [Int64] {
                hand.step(seconds: step)
                for lease in leases {
                    ids += (0..<500).map { _ in lease.ids.next() }
                    try await lease.renew()
                    ids += (0..<500).map { _ in lease.ids.next() }
                }
            }
            #expect(Set(ids).count == ids.count)
            // No id is made in a moment the database has not reserved.
            for lease in leases {
                let (node, last) = (lease.ids.node, lease.ids.lastUsed)
                let reserved = try await database.read { try $0.value("SELECT high_water FROM node_lease WHERE node = \(node)", as: Instant.self) }
                #expect(try #require(reserved) > last)
            }
        }
    }

    @Test("many programs that start at once get numbers of their own", arguments: Backend.available)
    func crowd(_ backend: Backend) async throws {
        try await withPlace(backend) { place in
            let nodes = [try await place.open(), try await place.open()]
            try await Migrator(NodeLease.migrations).run(on: nodes[0])
            let numbers = try await withThrowingTaskGroup { group in
                for index in 0..<24 {
                    group.addTask { try await NodeLease.take(from: nodes[index % 2], holder: "\(index)").ids.node }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(numbers.count == 24)
            for node in nodes { await node.close() }
        }
    }

    @Test("all numbers taken is a fault, and one that is over ends it", arguments: Backend.available)
    func full(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: NodeLease.migrations) { database in
            let hand = HandClock()
            let soon = hand.clock.now().adding(seconds: 30)
            try await database.write { db in
                try db.execute(batch: (0..<1024).map { "INSERT INTO node_lease VALUES (\($0), 7, 'x', \(soon), \(soon))" })
            }
            await #expect(throws: StoreFault.locked("all 1024 node numbers are leased")) {
                _ = try await NodeLease.take(from: database, holder: "late", clock: hand.clock)
            }
            hand.step(seconds: 120)
            _ = try await NodeLease.take(from: database, holder: "late", clock: hand.clock)
        }
    }

    @Test("keep renews until it is cancelled, then gives the number back", arguments: Backend.available)
    func keeping(_ backend: Backend) async throws {
        try await withDatabase(backend, migrations: NodeLease.migrations) { database in
            let lease = try await NodeLease.take(from: database, holder: "server")
            let faults = Tally()
            let keeper = Task { await lease.keep(every: 0) { _ in faults.add() } }
            try await Task.sleep(for: .milliseconds(50))
            keeper.cancel()
            await keeper.value
            let left = try await database.read { try $0.value("SELECT expires_at FROM node_lease", as: Int.self) }
            #expect(left == 0 && faults.count == 0)
        }
    }
}
