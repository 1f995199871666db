import Foundation
import Logging
import Notary
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import Store
import Testing
import Vietnamese

/// A log that continues another one: what stands in it, and what does not.
@Suite("A log that continues another") struct SuccessionTests {
    private static func notary(_ log: Int, _ database: any Database, _ folder: URL) -> Notary {
        let origin = "cong.example.vn/log/\(log)"
        return Notary(
            origin: origin,
            database: database,
            signer: RecordedNewsroom.door(folder, origin: origin),
            arrivals: EventLog.channel,
            entries: { try EventLog.entries(from: $0, limit: $1, $2) },
            count: { try EventLog.head($0) + 1 },
            seconds: { Int64(Date().timeIntervalSince1970) },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Signs what there is.
    private static func sign(_ log: Int, _ room: Newsroom, _ folder: URL) async throws {
        let notary = notary(log, room.database, folder)
        try await RecordedNewsroom.running(notary) { #expect(notary.standing == .ready, "\(notary.standing)") }
        notary.signer.close()
    }

    private static func end(_ log: Int, _ room: Newsroom, failing: Bool = false) async throws -> (PastLog, Succession.Report) {
        let now = room.clock.now
        return try await room.database.write { db in
            let head = try RecordHead.read(db)
            try Succession.lock(db)
            let past = try PastLog.end(
                log,
                last: SignedNote(parsing: Array((head.note ?? "").utf8)),
                key: VerifierKey(head.key ?? ""),
                why: "frozen",
                reason: "Thử.",
                at: now.rawValue / 1000,
                entries: { try EventLog.entries(from: $0, limit: $1, $2) },
                total: try EventLog.head(db) + 1,
                db
            )
            let report = try Succession.begin(after: past, at: now, db)
            if failing { throw CancellationError() }
            return (past, report)
        }
    }

    private static func entries(_ room: Newsroom) async throws -> [[UInt8]] {
        try await room.database.read { try EventLog.entries(from: 0, limit: 10_000, $0) }
    }

    /// As an outsider: chains, and every assertion whose object is there.
    private static func audit(_ entries: [[UInt8]], _ room: Newsroom) async throws -> ApprovalAudit {
        var chain = EntryChain()
        var audit = ApprovalAudit()
        for (index, bytes) in entries.enumerated() {
            guard case .entry(let entry) = try RecordEntry.read(bytes) else { throw EntryFault.notAnObject }
            try chain.follow(entry, at: Int64(index))
            var object: [UInt8]?
            if let att = entry.att, case .there(let found) = try await room.reader.object(att) { object = found }
            try audit.follow(bytes, object: object)
        }
        return audit
    }

    @Test("everything stands one place further on, chains and approvals verify, and it goes on from there", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let folder = try WitnessPlace.folder()
            defer { try? FileManager.default.removeItem(at: folder) }
            let (publisher, chief, second) = (room.publishing, try await room.by("chief"), try await room.by("second"))
            let (first, other) = (try await PaperKey.of("chief", 1, room), try await PaperKey.of("second", 2, room))
            let place = Place(site: room.province, section: room.news)
            let item = try await publisher.save(Notice.about("Có chữ ký"), in: place, by: room.by("reporter")).item
            func approve() async throws {
                try await publisher.submit(item, by: room.by("editor"))
                try await publisher.approve(item, signature: try first.signature(publisher.challenge(for: .approve, of: item, by: chief)), by: chief)
            }
            try await approve()
            try await publisher.publish(item, by: second)
            try await publisher.save(Notice.about("Có chữ ký", "Đã sửa."), as: item, in: place, by: room.by("editor"))
            try await approve()
            try await publisher.publish(item, as: .update, by: second)
            let leave = try await publisher.challenge(for: .withdraw(.error), of: item, by: second)
            try await publisher.withdraw(item, because: .error, note: "Sai", signature: try other.signature(leave), by: second)
            for number in 0..<300 { try await room.publish(Notice.about("Tin \(number)")) }
            try await Self.sign(1, room, folder)
            let old = try await Self.entries(room)
            let checked = try await Self.audit(old, room).checked
            #expect(checked == 3)
            let count = try await room.database.read { try $0.value("SELECT count(*) FROM record_tile", as: Int.self) }

            // A crash before the end of the transaction leaves what was there.
            await #expect(throws: CancellationError.self) { try await Self.end(1, room, failing: true) }
            #expect(try await Self.entries(room) == old)
            #expect(try await room.database.read { try $0.value("SELECT count(*) FROM record_tile", as: Int.self) } == count)

            let (past, report) = try await Self.end(1, room)
            let new = try await Self.entries(room)
            #expect(past.held == Int64(old.count) && report.entries == Int64(old.count) + 1 && report.withoutText.isEmpty)
            guard case .entry(let notice) = try RecordEntry.read(new[0]) else { throw EntryFault.notAnObject }
            #expect(notice.op == .notice && notice.origin == past.origin && notice.root == past.head.root && notice.index == past.head.size)
            // The withdrawal's assertion signed its place; the approvals did not.
            #expect(report.withoutApprovals == 1)
            #expect(try await Self.audit(new, room).checked == checked - 1)
            for (index, entry) in old.enumerated() {
                guard case .entry(var was) = try RecordEntry.read(entry), case .entry(let now) = try RecordEntry.read(new[index + 1]) else {
                    continue
                }
                if let previous = was.prev, previous >= 0 { was.prev = previous + 1 }
                if was.op == .withdraw { was.att = nil }
                #expect(try was.encoded() == new[index + 1] && was == now, "\(index)")
            }

            // The old log is a whole log still.
            let files = RecordFiles(database: room.database) { try EventLog.entries(from: $0, limit: $1, $2) }
            let kept = try #require(try await files.past().first)
            let ending = kept.ending(next: "cong.example.vn/log/2", key: nil)
            let source = LogSource(past: kept, ending: ending, record: files)
            let head = try HeadTrust(keys: [kept.key]).head(in: try await source.note())
            #expect(try await source.reading { read in try LogAudit.verify(head, read: read) }.entries == Int64(old.count))
            #expect(await source.ending() == ending)

            // The new one is signed by a key of its own and goes on; the signer of the old one signs no more.
            try Signer.end(folder.path, origin: past.origin)
            try Signer.end(folder.path, origin: past.origin)
            #expect(throws: RecordFault.self) { try Signer(origin: past.origin, folder: folder.path) }
            try await Self.sign(2, room, folder)
            try await publisher.restore(item, by: second)
            try await publisher.save(Notice.about("Có chữ ký", "Sửa lần nữa."), as: item, in: place, by: room.by("editor"))
            try await approve()
            try await publisher.publish(item, as: .update, by: second)
            try await Self.sign(2, room, folder)
            #expect(try await Self.audit(try await Self.entries(room), room).checked == checked)
            let live = try #require(try await files.head().note)
            let now = try HeadTrust(keys: [VerifierKey(try #require(try await files.head().key))]).head(in: SignedNote(parsing: Array(live.utf8)))
            #expect(now.origin == "cong.example.vn/log/2")
            let own = LogSource(record: files)
            #expect(try await own.reading { read in try LogAudit.verify(now, read: read) }.entries == now.size)
            let steps = try #require(try await room.reader.history(of: item, on: room.province)).steps
            #expect(steps.map(\.index).last == now.size - 1 && steps.count == 5)
        }
    }
}
