import Crypto
import Logging
import PortalNetwork
import PortalTesting
import Publishing
import Store
import Testing
import Vietnamese

@testable import Casework

@Suite("Erasing a case")
struct EraseTests {
    /// Casework on the room's database and keys, with faults at will; as a node that starts has it, with no key in memory.
    static func node(_ room: CaseRoom, database: (any Database)? = nil, keys: any Database) -> Casework {
        Casework(
            database: database ?? room.database,
            keyring: Keyring(database: keys, clock: room.clock.clock),
            clock: room.clock.clock,
            ids: room.casework.ids,
            tracks: room.casework.tracks,
            times: room.casework.times,
            termKey: Array(repeating: 7, count: 32)
        )
    }

    static func keys(_ room: CaseRoom) async throws -> Int {
        try await room.keys.read { try $0.value("SELECT count(*) FROM item_key", as: Int.self) } ?? -1
    }

    static func text(_ room: CaseRoom) async throws -> [[UInt8]] {
        try await room.database.read { try $0.column("SELECT sealed FROM case_file WHERE length(sealed) > 0", as: [UInt8].self) }
    }

    /// The moments around the destruction of the key at which the program may end.
    static let moments: [FaultyDatabase.Moment] = [
        .before(statement: 1), .after(statement: 1), .before(statement: 2), .after(statement: 2), .beforeCommit, .afterCommit,
    ]

    @Test("whenever the key store fails, the text is gone at once and the key with the next start", arguments: Backend.available, moments)
    func keyStore(_ backend: Backend, _ moment: FaultyDatabase.Moment) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await room.receive()
            let chief = try await room.by("chief")
            let faulty = FaultyDatabase(room.keys)
            let node = Self.node(room, keys: faulty)
            let seen = try await room.seen(receipt.id)
            faulty.fail(at: moment)
            await #expect(throws: StoreFault.self) { try await node.erase(seen, by: chief) }
            // The transaction stands: nobody reads it any more, whatever key there still is.
            #expect(try await Self.text(room).isEmpty)
            for reader in [node, room.casework] {
                await #expect(throws: CaseRefusal.erased) { try await reader.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1") }
                let view = try await reader.view(receipt.id, opens: true, by: chief)
                #expect(view.isErased && view.original == nil && view.acts.isEmpty)
            }
            // The next start finishes it; once more there is nothing to do.
            let next = Self.node(room, keys: room.keys)
            #expect(try await next.finishErasures() == 1)
            #expect(try await Self.keys(room) == 0)
            #expect(try await next.finishErasures() == 0)
            let lines = try await room.count("SELECT count(*) FROM audit WHERE action = 'case-erased'")
            #expect(lines == 1)
        }
    }

    @Test("whenever the database fails, it is erased whole or not at all; asked once more it is finished", arguments: Backend.available, 1...14)
    func database(_ backend: Backend, _ statement: Int) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await room.receive()
            let chief = try await room.by("chief")
            let faulty = FaultyDatabase(room.database)
            let node = Self.node(room, database: faulty, keys: room.keys)
            let seen = try await room.seen(receipt.id)
            faulty.fail(at: .after(statement: statement))
            do { try await node.erase(seen, by: chief) } catch is StoreFault {}
            let isBegun = try await Self.text(room).isEmpty
            let rows = try await room.count("SELECT count(*) FROM case_erasure")
            #expect(rows == (isBegun ? 1 : 0))
            // Not begun: letter and key are there. Begun: whoever starts next finishes it.
            if !isBegun { _ = try await room.casework.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1") }
            try await room.casework.erase(seen, by: chief)
            #expect(try await Self.keys(room) == 0)
            #expect(try await Self.text(room).isEmpty)
            let lines = try await room.count("SELECT count(*) FROM audit WHERE action = 'case-erased'")
            #expect(lines == 1)
        }
    }

    @Test("another node drops the key it had in memory within a minute", arguments: Backend.available)
    func nodes(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await room.receive()
            let other = Self.node(room, keys: room.keys)
            _ = try await other.lookUp("\(receipt.code)", "\(receipt.pin)", from: "192.0.2.1")
            try await room.casework.erase(try await room.seen(receipt.id), by: try await room.by("chief"))
            let key = ItemID(rawValue: receipt.id.rawValue)
            #expect(try await other.keys([receipt.id]).has(key))
            try await CaseRound(other, logger: Logger(label: "test")).tick()
            #expect(try await !other.keys([receipt.id]).has(key))
        }
    }

    @Test("a letter that was divided goes with its parts, one of them erased before", arguments: Backend.available)
    func parts(_ backend: Backend) async throws {
        try await CaseRoom.with(backend) { room in
            let receipt = try await SplitTests.mixed(room)
            let (clerk, chief) = (try await room.by("clerk"), try await room.by("chief"))
            let one = try #require(try await room.casework.split(try await room.seen(receipt.id), SplitTests.part([1]), by: clerk))
            _ = try await room.casework.split(try await room.seen(receipt.id), SplitTests.part([2], "proposal"), by: clerk)
            try await room.casework.erase(try await room.seen(one), by: chief)
            #expect(try await Self.keys(room) == 2)
            try await room.casework.erase(try await room.seen(receipt.id), by: chief)
            #expect(try await Self.keys(room) == 0)
            let lines = try await room.count("SELECT count(*) FROM audit WHERE action = 'case-erased'")
            #expect(lines == 3)
        }
    }
}
