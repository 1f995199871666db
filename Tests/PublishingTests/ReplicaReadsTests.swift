import Logging
import PortalNetwork
import PortalTesting
import Store
import Synchronization
import Testing
import Vietnamese

@testable import Publishing

/// What was counted of reads that had a pass.
final class ReadBook: Sendable {
    private let counts = Mutex<[ReplicaReads.Answered: Int]>([:])

    func count(_ answered: ReplicaReads.Answered) { counts.withLock { $0[answered, default: 0] += 1 } }
    subscript(answered: ReplicaReads.Answered) -> Int { counts.withLock { $0[answered] ?? 0 } }
    var all: [ReplicaReads.Answered: Int] { counts.withLock { $0 } }
}

/// A newsroom whose pages are read through a replica.
struct ReplicaRoom: Sendable {
    let room: Newsroom
    let reads: ReplicaReads
    let book = ReadBook()
    private let reader: Reader

    init(_ room: Newsroom, _ replica: any Database, patience: Duration = .seconds(60)) {
        self.room = room
        reads = ReplicaReads(
            primary: room.database,
            replica: replica,
            patience: patience,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            count: book.count
        )
        reader = Reader(database: reads, keyring: room.keyring, kinds: KindRegistry([AnyKind(Notice.self)]))
    }

    /// How many items the front list says there are, as a page would.
    func page(_ pass: ReplicaPass? = ReplicaPass()) async throws -> Int {
        try await ReplicaPass.$current.withValue(pass) { try await reader.list(.all, on: room.province, page: 1).total }
    }

    /// Asks for pages until the replica gives one.
    func pageOfReplica() async throws -> Int? {
        let before = book[.replica]
        for _ in 0..<2_000 {
            let total = try await page()
            if book[.replica] > before { return total }
            try await Task.sleep(for: .milliseconds(20))
        }
        return nil
    }
}

@Suite("Pages read on a replica")
struct ReplicaReadsTests {
    /// Answers late, or answers the question it is asked first and then fails.
    private final class Clumsy: Database {
        let base: any Database
        let delay: Duration
        let fails: Bool
        init(_ base: any Database, delay: Duration = .zero, fails: Bool = false) { (self.base, self.delay, self.fails) = (base, delay, fails) }

        var engine: Engine { base.engine }
        func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
            try await Task.sleep(for: delay)
            return try await base.read(body)
        }
        func read<T: Sendable>(opening: Opening, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
            let fails = fails
            try await Task.sleep(for: delay)
            return try await base.read(opening: opening) { db in
                if fails {
                    // As it happens: in the middle of a statement, after the server said where it is.
                    _ = try db.value("SELECT 1", as: Int.self)
                    throw StoreFault.engine("canceling statement due to conflict with recovery")
                }
                return try body(db)
            }
        }
        func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T { try await base.write(body) }
        func announcements(_ channel: Channel) -> AsyncStream<Void> { base.announcements(channel) }
        func close() async {}
    }

    @Test("only with a pass, and only once the node knows where the primary is", arguments: Backend.available)
    func pass(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let here = ReplicaRoom(room, room.database)
            try await room.publish(.about("Một"))
            #expect(try await here.page() == 1)
            try await here.reads.look()
            #expect(try await here.page(nil) == 1)
            #expect(here.book.all.isEmpty)
            let pass = ReplicaPass()
            #expect(try await here.page(pass) == 1)
            #expect(pass.wasUsed && here.book.all == [.replica: 1])
            #expect(try await here.reads.standing().map { if case .level = $0 { true } else { false } } == true)
        }
    }

    @Test("one that has not seen what this node has seen is passed over", arguments: Backend.available)
    func behind(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let here = ReplicaRoom(room, room.database)
            try await room.publish(.about("Một"))
            let seen = try #require(try await room.database.read { try Sighting.take($0) })
            here.reads.saw(Sighting(sequence: seen.sequence + 3, entry: "later", lists: seen.lists, network: seen.network))
            #expect(try await here.page() == 1 && here.book[.behind] == 1)
            #expect(try await here.reads.standing() == .behind(3))
            let pass = ReplicaPass()
            #expect(try await here.page(pass) == 1)
            #expect(!pass.wasUsed && here.book[.replica] == 0)
        }
    }

    @Test("nor is one whose lists or network are older, or whose history is another", arguments: Backend.available)
    func standings(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            try await room.publish(.about("Một"))
            let seen = try #require(try await room.database.read { try Sighting.take($0) })
            func standing(_ sighting: Sighting) async throws -> Sighting.Standing { try await room.database.read { try sighting.standing($0) } }
            let (sequence, entry, lists, network) = (seen.sequence, seen.entry, seen.lists, seen.network)
            #expect(try await standing(seen) == .level(seen))
            #expect(try await standing(Sighting(sequence: sequence, entry: entry, lists: lists + 1, network: network)) == .behind(0))
            #expect(try await standing(Sighting(sequence: sequence, entry: entry, lists: lists, network: network + 1)) == .behind(0))
            #expect(try await standing(Sighting(sequence: sequence, entry: "{}", lists: lists, network: network)) == .foreign)
            #expect(try seen.standing(nil) == .behind(sequence + 1))
            let here = ReplicaRoom(room, room.database)
            here.reads.saw(Sighting(sequence: sequence, entry: "{}", lists: lists, network: network))
            // The primary's answer corrects what was believed.
            #expect(try await here.page() == 1 && here.book.all == [.foreign: 1])
            #expect(try await here.reads.standing() == .level(seen))
        }
    }

    @Test("one that is away is not asked for a while, and then again", arguments: Backend.available)
    func away(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let replica = FaultyDatabase(room.database)
            let here = ReplicaRoom(room, replica)
            try await room.publish(.about("Một"))
            try await here.reads.look()
            replica.setAway(true)
            for _ in 0..<3 { #expect(try await here.page() == 1) }
            #expect(here.book[.away] > 0 && here.book[.away] + here.book[.resting] == 3)
            replica.setAway(false)
            #expect(try await here.pageOfReplica() == 1)
        }
    }

    @Test("one that is slow is not waited for, and one that fails at a read does not fail the page", arguments: Backend.available)
    func clumsy(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            try await room.publish(.about("Một"))
            let slow = ReplicaRoom(room, Clumsy(room.database, delay: .seconds(600)), patience: .milliseconds(50))
            try await slow.reads.look()
            #expect(try await slow.page() == 1 && slow.book.all == [.late: 1])
            let failing = ReplicaRoom(room, Clumsy(room.database, fails: true))
            try await failing.reads.look()
            for _ in 0..<2 { #expect(try await failing.page() == 1) }
            #expect(failing.book.all == [.failed: 2])
        }
    }
}
