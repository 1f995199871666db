import Foundation
import Logging
import Notary
import PortalTesting
import PublicRecord
import Publishing
import ServiceLifecycle
import Store
import Testing

/// Two nodes of an installation: one writes heads at a time, whatever happens to the other.
@Suite("Two nodes, one record")
struct TwoNodesTests {
    private static func node(_ database: any Database, _ signer: SignerDoor) -> Notary {
        Notary(
            origin: RecordedNewsroom.origin,
            database: database,
            signer: signer,
            arrivals: EventLog.channel,
            entries: { try EventLog.entries(from: $0, limit: $1, $2) },
            count: { try EventLog.head($0) + 1 },
            seconds: { Int64(Date().timeIntervalSince1970) },
            logger: WitnessPlace.quiet
        )
    }

    /// A line to a signer that several nodes share.
    private static func door(_ signer: Signer) -> SignerDoor {
        SignerDoor {
            var pair: [Int32] = [-1, -1]
            guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0 else { throw RecordFault.noSigner("no socket") }
            let end = pair[1]
            Thread { SignerHall.serve(end, signer: signer) }.start()
            return SignerDoor.Line(pair[0])
        }
    }

    private static func wait(until isTrue: @Sendable () async throws -> Bool) async throws -> Bool {
        for _ in 0..<800 {
            if try await isTrue() { return true }
            try await Task.sleep(for: .milliseconds(25))
        }
        return false
    }

    @Test("with one signer they take turns and write one log; a node with another signer freezes it", arguments: Backend.available)
    func turns(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let (folder, other) = (try WitnessPlace.folder(), try WitnessPlace.folder())
            defer { for folder in [folder, other] { try? FileManager.default.removeItem(at: folder) } }
            let signer = try Signer(origin: RecordedNewsroom.origin, folder: folder.path)
            let files = RecordFiles(database: room.database) { try EventLog.entries(from: $0, limit: $1, $2) }
            let (first, second) = (Self.node(room.database, Self.door(signer)), Self.node(room.database, Self.door(signer)))
            let groups = [first, second].map { ServiceGroup(services: [$0], logger: WitnessPlace.quiet) }
            let runs = groups.map { group in Task { try await group.run() } }
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 0..<6 { tasks.addTask { _ = try await room.publish(Notice.about("Tin \(number)")) } }
                try await tasks.waitForAll()
            }
            let total = try await room.database.read { try EventLog.head($0) + 1 }
            #expect(try await Self.wait { first.size == total && second.size == total })
            let standings = [first.standing, second.standing]
            #expect(standings.contains(.ready) && standings.contains(.following), "\(standings)")
            // The one who has the turn stops; the other goes on.
            let writer = first.standing == .ready ? 0 : 1
            let left = writer == 0 ? second : first
            await groups[writer].triggerGracefulShutdown()
            try await runs[writer].value
            try await room.publish(Notice.about("Tin sau"))
            #expect(try await Self.wait { left.size == total + 1 && left.standing == .ready })
            await groups[1 - writer].triggerGracefulShutdown()
            try await runs[1 - writer].value
            let source = LogSource(record: files)
            let head = try HeadTrust(keys: [signer.key]).head(in: try await source.note())
            let report = try await source.reading { read in try LogAudit.verify(head, depth: .hashes, read: read) }
            #expect(report.entries == total + 1)
            // A third comes with a signer of its own.
            let stranger = Self.node(room.database, Self.door(try Signer(origin: RecordedNewsroom.origin, folder: other.path)))
            try await RecordedNewsroom.stopping(stranger) { #expect($0.contains("another key"), "\($0)") }
        }
    }

    @Test("a turn that seems to last for hours, because the clock was set back, is taken over", arguments: Backend.available)
    func clockSetBack(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let folder = try WitnessPlace.folder()
            defer { try? FileManager.default.removeItem(at: folder) }
            try await room.publish(Notice.about("Tin"))
            let ahead = Int64(Date().timeIntervalSince1970) + 3600
            try await room.database.write { _ = try $0.execute("UPDATE record_head SET holder = 7, held_until = \(ahead)") }
            let notary = RecordedNewsroom.notary(of: room.database, folder)
            try await RecordedNewsroom.running(notary) { #expect(notary.standing == .ready) }
        }
    }
}
