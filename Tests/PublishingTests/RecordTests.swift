import Foundation
import Logging
import Notary
import PortalNetwork
import PortalTesting
import PublicRecord
import Publishing
import ServiceLifecycle
import Store
import Synchronization
import Testing

/// A newsroom whose record is kept by a notary and a signer behind a socket, as in a portal.
struct RecordedNewsroom: Sendable {
    let room: Newsroom
    let publishing: Publisher
    let notary: Notary
    let files: RecordFiles
    let folder: URL

    static let origin = "cong.example.vn/log/1"

    static func with(_ backend: Backend, _ body: @escaping @Sendable (RecordedNewsroom) async throws -> Void) async throws {
        try await Newsroom.with(backend) { room in
            let folder = URL(fileURLWithPath: "/tmp").appending(path: "caunoi-record-\(UUID().uuidString.prefix(8))")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let notary = notary(of: room.database, folder)
            var publishing = room.publishing
            publishing.record = notary
            let recorded = RecordedNewsroom(
                room: room,
                publishing: publishing,
                notary: notary,
                files: RecordFiles(database: room.database) { try EventLog.entries(from: $0, limit: $1, $2) },
                folder: folder
            )
            try await running(notary) { try await body(recorded) }
        }
    }

    static func notary(
        of database: any Database,
        _ folder: URL,
        signer: SignerDoor? = nil,
        elsewhere: HeadsElsewhere = HeadsElsewhere(),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) -> Notary {
        Notary(
            origin: origin,
            database: database,
            signer: signer ?? door(folder),
            arrivals: EventLog.channel,
            entries: { try EventLog.entries(from: $0, limit: $1, $2) },
            count: { try EventLog.head($0) + 1 },
            elsewhere: elsewhere,
            seconds: { Int64(Date().timeIntervalSince1970) },
            logger: logger
        )
    }

    /// A signer on a line of its own, in a thread; there only when `isThere` says so.
    static func door(_ folder: URL, origin: String = RecordedNewsroom.origin, isThere: @escaping @Sendable () -> Bool = { true }) -> SignerDoor {
        SignerDoor {
            guard isThere() else { throw RecordFault.noSigner("the signer is away") }
            var pair: [Int32] = [-1, -1]
            guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0 else { throw RecordFault.noSigner("no socket") }
            let end = pair[1]
            Thread {
                do { SignerHall.serve(end, signer: try Signer(origin: origin, folder: folder.path)) } catch { SignerHall.excuse(end, "\(error)") }
            }.start()
            return SignerDoor.Line(pair[0])
        }
    }

    static func running(_ notary: Notary, _ body: @escaping @Sendable () async throws -> Void) async throws {
        let group = ServiceGroup(services: [notary], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask {
                for _ in 0..<400 where notary.standing != .ready { try await Task.sleep(for: .milliseconds(25)) }
                do { try await body() } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
                await group.triggerGracefulShutdown()
            }
            try await tasks.waitForAll()
        }
    }

    /// Runs a notary until it has stopped, and says why it did.
    static func stopping(_ notary: Notary, _ body: (String) -> Void) async throws {
        let group = ServiceGroup(services: [notary], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let run = Task { try await group.run() }
        var reason: String?
        for _ in 0..<400 where reason == nil {
            if case .frozen(let why) = notary.standing { reason = why } else { try await Task.sleep(for: .milliseconds(25)) }
        }
        body(reason ?? "\(notary.standing)")
        await group.triggerGracefulShutdown()
        try await run.value
    }

    func publish(_ title: String) async throws -> Published {
        let saved = try await publishing.save(Notice.about(title), in: Place(site: room.province, section: room.news), by: room.by("reporter"))
        try await publishing.submit(saved.item, by: room.by("reporter"))
        try await publishing.approve(saved.item, by: room.by("chief"))
        return try await publishing.publish(saved.item, by: room.by("chief"))
    }

    /// The whole record read through its files, verified from the entries up.
    func verified() async throws -> (head: Checkpoint, entries: [[UInt8]]) {
        let head = try await files.head()
        let note = try SignedNote(parsing: Array(try #require(head.note).utf8))
        _ = try note.verified(by: [VerifierKey(try #require(head.key))])
        let checkpoint = try Checkpoint(note.text)
        var entries: [[UInt8]] = []
        var writer = TileWriter()
        while Int64(entries.count) < checkpoint.size {
            let bundle = try #require(TileID.at(size: checkpoint.size, level: nil, index: Int64(entries.count) >> 8))
            entries += try EntryBundle.decode(try #require(try await files.bytes(of: bundle)), count: bundle.width)
        }
        for entry in entries { writer.append(.leaf(entry)) }
        #expect(writer.root == checkpoint.root)
        for (tile, bytes) in writer.take() { #expect(try await files.bytes(of: tile) == bytes, "\(tile)") }
        return (checkpoint, entries)
    }
}

@Suite("The record of what was published")
struct RecordTests {
    @Test("when publish answers, the entry stands under a signed head, and its proof holds", arguments: Backend.available)
    func publish(_ backend: Backend) async throws {
        try await RecordedNewsroom.with(backend) { desk in
            let published = try await desk.publish("Lịch cắt điện")
            let proved = try #require(try await desk.files.proof(of: published.sequence))
            let under = try PublicRecord.Checkpoint(proved.note.text)
            try RecordProof.verifyInclusion(
                leaf: .leaf(proved.entry),
                index: published.sequence,
                size: under.size,
                root: under.root,
                proof: proved.proof
            )
            let (head, entries) = try await desk.verified()
            #expect(head.origin == RecordedNewsroom.origin)
            #expect(head.size == Int64(entries.count) && head.size > published.sequence)
            #expect(try await desk.files.bytes(of: #require(TileID.at(size: head.size + 1, level: 0, index: 0))) == nil, "nothing beyond the head")
        }
    }

    @Test("what an entry commits to is served while it is public, and names the entry that took it away afterwards", arguments: Backend.available)
    func objects(_ backend: Backend) async throws {
        try await RecordedNewsroom.with(backend) { desk in
            let published = try await desk.publish("Lịch cắt điện")
            let entry = try #require(try await desk.files.proof(of: published.sequence)).entry
            guard case .object(let members) = try CanonicalJSON.parse(entry, canonical: true), case .string(let hex)? = members["commit"] else {
                Issue.record("no commitment"); return
            }
            let commitment = try #require(Commitment(hex: hex))
            guard case .there(let bytes) = try await desk.room.reader.object(commitment) else { Issue.record("no object"); return }
            #expect(Commitment(.content, salt: try #require(Salt(bytes.prefix(Salt.size))), bytes.dropFirst(Salt.size)) == commitment)
            let gone = try await desk.publishing.withdraw(published.item, because: .error, note: "Nhầm ngày", by: desk.room.by("chief"))
            #expect(try await desk.room.reader.object(commitment) == .gone(entry: gone.sequence))
            #expect(try await desk.room.reader.object(Commitment(.content, salt: Salt(), [1])) == .unknown)
        }
    }

    @Test(
        "what stands around items is committed to: names, menu, sections; the newest is served, the one before it is gone",
        arguments: Backend.available
    )
    func chrome(_ backend: Backend) async throws {
        try await RecordedNewsroom.with(backend) { desk in
            var commitments: [Commitment] = []
            for label in ["Giới thiệu", "Tin tức"] {
                let before = try await desk.room.database.read { try Sites.menu(of: desk.room.province, in: $0) }
                let menu = [MenuItem(label: label, target: "/")]
                try await desk.publishing.setMenu(menu, expecting: before, of: desk.room.province, by: desk.room.by("chief"))
                let last = try await desk.room.database.read { try EventLog.head($0) }
                let entry = try JSONDecoder().decode(RecordEntry.self, from: Data(try #require(try await desk.files.proof(of: last)).entry))
                #expect(entry.op == .chrome && entry.part == "menu")
                commitments.append(try #require(entry.commit))
                guard case .there(let bytes) = try await desk.room.reader.object(commitments[commitments.count - 1]) else {
                    Issue.record("no object"); return
                }
                #expect(Commitment(.chrome, salt: try #require(Salt(bytes.prefix(Salt.size))), bytes.dropFirst(Salt.size)) == entry.commit)
                #expect(String(decoding: bytes.dropFirst(Salt.size), as: UTF8.self).contains("\"label\":\"\(label)\""))
            }
            guard case .gone = try await desk.room.reader.object(commitments[0]) else { Issue.record("the older menu is still served"); return }
        }
    }

    @Test("entries are such as the record's own reader takes, and name nobody", arguments: Backend.available)
    func entries(_ backend: Backend) async throws {
        try await RecordedNewsroom.with(backend) { desk in
            let published = try await desk.publish("Lịch cắt điện")
            _ = try await desk.publishing.withdraw(published.item, because: .error, note: "Nhầm", by: desk.room.by("chief"))
            let chief = try #require(desk.room.people["chief"])
            for bytes in try await desk.verified().entries {
                _ = try JSONDecoder().decode(RecordEntry.self, from: Data(bytes))
                #expect(!String(decoding: bytes, as: UTF8.self).contains("\(chief)"))
            }
        }
    }

    @Test("many publish at once: each has an entry of its own, in one order, under signed heads", arguments: Backend.available)
    func together(_ backend: Backend) async throws {
        try await RecordedNewsroom.with(backend) { desk in
            let published = try await withThrowingTaskGroup(of: Published.self) { tasks in
                for number in 0..<24 { tasks.addTask { try await desk.publish("Tin \(number)") } }
                return try await tasks.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(published.map(\.sequence)).count == 24)
            let (head, _) = try await desk.verified()
            #expect(published.allSatisfy { $0.sequence < head.size })
        }
    }

    @Test("one command that is refused in a group harms no other", arguments: Backend.available)
    func refusedInGroup(_ backend: Backend) async throws {
        try await RecordedNewsroom.with(backend) { desk in
            let saved = try await desk.publishing.save(
                Notice.about("Chưa duyệt"),
                in: Place(site: desk.room.province, section: desk.room.news),
                by: desk.room.by("reporter")
            )
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 0..<8 { tasks.addTask { _ = try await desk.publish("Tin \(number)") } }
                for _ in 0..<8 {
                    tasks.addTask {
                        await #expect(throws: WorkflowRefusal.self) { try await desk.publishing.publish(saved.item, by: desk.room.by("chief")) }
                    }
                }
                try await tasks.waitForAll()
            }
            #expect(try await desk.room.shown(saved.item) == nil)
            _ = try await desk.verified()
        }
    }

    @Test("entries from before the record are taken up when it begins", arguments: Backend.available)
    func adoption(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            for number in 0..<3 { try await room.publish(Notice.about("Tin cũ \(number)")) }
            let folder = URL(fileURLWithPath: "/tmp").appending(path: "caunoi-record-\(UUID().uuidString.prefix(8))")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let notary = RecordedNewsroom.notary(of: room.database, folder)
            try await RecordedNewsroom.running(notary) {
                let total = try await room.database.read { try EventLog.head($0) + 1 }
                #expect(notary.size == total && total >= 3)
            }
        }
    }
}

/// What must stop the record: each begins with some entries signed, then something is wrong.
@Suite("The record refuses what is not its own past")
struct RecordFaultTests {
    enum Fault: String, CaseIterable, Sendable {
        case entryChanged, entryMissing, tileChanged, olderDatabase, otherKey, guardLost, headForged
    }

    @Test(
        "a changed or older database, a lost guard, another key: nothing more is signed, and publishing says why",
        arguments: Backend.available,
        Fault.allCases
    )
    func frozen(_ backend: Backend, _ fault: Fault) async throws {
        try await Newsroom.with(backend) { room in
            let folder = URL(fileURLWithPath: "/tmp").appending(path: "caunoi-record-\(UUID().uuidString.prefix(8))")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let first = RecordedNewsroom.notary(of: room.database, folder)
            for number in 0..<3 { try await room.publish(Notice.about("Tin \(number)")) }
            try await RecordedNewsroom.running(first) { #expect(first.standing == .ready) }
            first.signer.close()
            let size = first.size
            try await room.database.write { db in try Self.spoil(fault, size, db) }
            if fault == .otherKey || fault == .guardLost { try FileManager.default.removeItem(at: folder.appending(path: "guard")) }
            if fault == .otherKey { try FileManager.default.removeItem(at: folder.appending(path: "key")) }
            // A node that starts on this database, with the signer as it is after the fault.
            let second = RecordedNewsroom.notary(of: room.database, folder)
            let group = ServiceGroup(services: [second], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            let run = Task { try await group.run() }
            var stopped = false
            for _ in 0..<400 where !stopped {
                if case .frozen = second.standing { stopped = true } else { try await Task.sleep(for: .milliseconds(25)) }
            }
            #expect(stopped, "\(fault): \(second.standing)")
            #expect(throws: RecordFault.self) { try second.check() }
            await group.triggerGracefulShutdown()
            try await run.value
            // Publishing stops for everyone, a command beside the portal too.
            await #expect(throws: RecordRefusal.self) { try await room.publish(Notice.about("Sau khi hỏng")) }
        }
    }

    private static func spoil(_ fault: Fault, _ size: Int64, _ db: any Connection) throws {
        switch fault {
        case .entryChanged: try db.execute("UPDATE event SET entry = '{\"op\":\"publish\",\"v\":1}' WHERE seq = \(size - 1)")
        case .entryMissing:
            try db.execute("DELETE FROM event WHERE seq = \(size - 1)")
            try db.execute("UPDATE event_head SET seq = \(size - 2)")
        case .tileChanged:
            let bytes = [UInt8](repeating: 7, count: Int(size) * 32)
            try db.execute("UPDATE record_tile SET hashes = \(bytes) WHERE level = 0")
        case .olderDatabase:
            try db.execute("DELETE FROM event WHERE seq >= 1")
            try db.execute("UPDATE event_head SET seq = 0")
            try db.execute("DELETE FROM record_tile")
            try db.execute("UPDATE record_head SET size = 0, edge = NULL, note = NULL")
        case .headForged:
            let note = try RecordHead.read(db).note ?? ""
            try db.execute("UPDATE record_head SET note = \(note.replacing("— ", with: "— x"))")
        case .otherKey, .guardLost: break
        }
    }
}

@Suite("The signer signs no fork")
struct SignerTests {
    private static func folder() throws -> String {
        let path = "/tmp/caunoi-signer-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    @Test("a torn write of the guard file leaves the head before it; two torn places are refused; a second signer is kept out")
    func guardFile() async throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var tree = RecordTree()
        do {
            let door = RecordedNewsroom.door(URL(fileURLWithPath: folder))
            let key = try await door.state().key
            for number in 0..<3 {
                let old = tree.size
                tree.append(.leaf(Array("tin \(number)".utf8)))
                let head = try Checkpoint(origin: RecordedNewsroom.origin, size: tree.size, root: tree.root)
                _ = try await door.sign(head, old: old, proof: tree.consistencyProof(from: old), key: key)
            }
            await #expect(throws: RecordFault.self, "the file is locked") { try await RecordedNewsroom.door(URL(fileURLWithPath: folder)).state() }
            // Another root for a size that was signed, a step back, a proof that does not hold.
            let fork = try Checkpoint(origin: RecordedNewsroom.origin, size: 3, root: .leaf([1]))
            await #expect(throws: RecordFault.self) { try await door.sign(fork, old: 3, proof: [], key: key) }
            let back = try Checkpoint(origin: RecordedNewsroom.origin, size: 2, root: tree.root(at: 2))
            await #expect(throws: RecordFault.self) { try await door.sign(back, old: 2, proof: [], key: key) }
            let jump = try Checkpoint(origin: RecordedNewsroom.origin, size: 9, root: .leaf([2]))
            await #expect(throws: RecordFault.self) { try await door.sign(jump, old: 3, proof: [.leaf([3])], key: key) }
            door.close()
        }
        try await Task.sleep(for: .milliseconds(100))
        let path = folder + "/guard"
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(whole.count == 8192)
        // The third head is in the second place; torn, the second counts.
        var torn = whole
        torn.replaceSubrange(4096 + 60..<4096 + 200, with: Data(repeating: 0x41, count: 140))
        try torn.write(to: URL(fileURLWithPath: path))
        #expect(try Signer(origin: RecordedNewsroom.origin, folder: folder).note?.contains("\n2\n") == true)
        torn.replaceSubrange(60..<200, with: Data(repeating: 0x41, count: 140))
        try torn.write(to: URL(fileURLWithPath: path))
        #expect(throws: RecordFault.self) { try Signer(origin: RecordedNewsroom.origin, folder: folder) }
        // A key that others may read, a key that is gone.
        try whole.write(to: URL(fileURLWithPath: path))
        chmod(folder + "/key", 0o644)
        #expect(throws: RecordFault.self) { try Signer(origin: RecordedNewsroom.origin, folder: folder) }
        unlink(folder + "/key")
        #expect(throws: RecordFault.self) { try Signer(origin: RecordedNewsroom.origin, folder: folder) }
    }
}
