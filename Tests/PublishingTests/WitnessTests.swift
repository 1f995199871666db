import Foundation
import Logging
import Notary
import PortalTesting
import PublicRecord
import Publishing
import Store
import Synchronization
import Testing

/// A log in memory that may fork, with a key of its own.
struct OtherLog {
    let signer: NoteSigner
    var tree = RecordTree()

    init(_ origin: String, seed: UInt8) throws { signer = try NoteSigner(name: origin, seed: [UInt8](repeating: seed, count: 32)) }

    mutating func grow(to size: Int64, _ word: String = "tin") {
        while tree.size < size { tree.append(.leaf(Array("\(word) \(tree.size)".utf8))) }
    }

    func note(_ size: Int64, by other: NoteSigner? = nil) throws -> SignedNote {
        try (other ?? signer).sign(Checkpoint(origin: signer.key.name, size: size, root: tree.root(at: size)))
    }

    /// The body of a request, with the log's own proof.
    func request(_ size: Int64, old: Int64, by other: NoteSigner? = nil) throws -> [UInt8] {
        let proof = old <= size ? try tree.consistencyProof(from: old, to: size) : []
        return try AddCheckpointRequest(old: old, proof: proof, note: note(size, by: other)).bytes
    }
}

/// A witness with its signer's folder, on a database of its own.
struct WitnessPlace: Sendable {
    let database: any Database
    let door: SignerDoor
    let office: WitnessOffice
    let key: VerifierKey

    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func open(_ database: any Database, _ folder: URL, origin: String, seconds: @escaping @Sendable () -> Int64 = { 1_800_000_000 })
        async throws
        -> WitnessPlace
    {
        let door = SignerDoor {
            var pair: [Int32] = [-1, -1]
            guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0 else { throw RecordFault.noSigner("no socket") }
            let end = pair[1]
            Thread {
                do { SignerHall.serve(end, signer: try Signer(origin: origin, folder: folder.path)) } catch { SignerHall.excuse(end, "\(error)") }
            }.start()
            return SignerDoor.Line(pair[0])
        }
        let office = WitnessOffice(database: database, signer: door, seconds: seconds, logger: quiet)
        return WitnessPlace(database: database, door: door, office: office, key: try await door.witnessKey())
    }

    static func folder() throws -> URL {
        let folder = URL(fileURLWithPath: "/tmp").appending(path: "caunoi-witness-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// What a log calls: this witness, without a network.
    var call: WitnessRounds.Call {
        { [office] address, body in
            if let body {
                let answer = await office.answer(body)
                return (answer.status, Array(answer.body.utf8))
            }
            let name = String(address.split(separator: "/").dropLast().last ?? "")
            guard let bytes = try await office.checkpoint(of: name) else { return (404, []) }
            return (200, bytes)
        }
    }

    func policy(_ name: String = "b") throws -> WitnessPolicy {
        try WitnessPolicy(parsing: Array("witness \(name) \(key.text) http://witness.test/witness\nquorum \(name)\n".utf8))
    }
}

@Suite("A witness of other logs")
struct WitnessOfficeTests {
    @Test("what a witness answers, status by status, across restarts and a restored database", arguments: Backend.available)
    func statuses(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let folder = try WitnessPlace.folder()
            defer { try? FileManager.default.removeItem(at: folder) }
            let place = try await WitnessPlace.open(room.database, folder, origin: "b.example.vn/log/1")
            #expect(place.key.name == "b.example.vn/witness")
            var log = try OtherLog("a.example.vn/log/1", seed: 1)
            log.grow(to: 40)
            var fork = try OtherLog("a.example.vn/log/1", seed: 1)
            fork.grow(to: 3)
            fork.grow(to: 40, "khác")
            let stranger = try NoteSigner(name: "a.example.vn/log/1", seed: [UInt8](repeating: 9, count: 32))
            let key = log.signer.key
            func status(_ body: [UInt8], _ expected: Int, _ text: String? = nil, line: Int = #line) async {
                let answer = await place.office.answer(body)
                #expect(answer.status == expected && (text == nil || answer.body == text), "line \(line): \(answer)")
                #expect(answer.isSize == (answer.status == 409))
            }
            try await status(log.request(3, old: 0), 404)
            try await room.database.write { try WitnessedLogs.add(key, at: 1, $0) }
            await status(Array("old 0\n\nrubbish".utf8), 400)
            try await status(log.request(3, old: 0, by: stranger), 403)
            try await status(log.request(3, old: 4), 400)
            try await status(log.request(3, old: 2), 409, "0\n")
            let first = await place.office.answer(try log.request(3, old: 0))
            #expect(first.status == 200)
            let cosigned = try SignedNote(text: log.note(3).text, signatures: [NoteSignature(line: Substring(first.body.dropLast()))])
            #expect(try cosigned.verified(by: [place.key]).first?.time ?? 0 > 1_600_000_000)
            try await status(log.request(3, old: 3), 200)
            try await status(log.request(7, old: 3), 200)
            try await status(log.request(5, old: 3), 409, "7\n")
            // The log forks: at the same size, and further on with its own proof.
            try await status(fork.request(7, old: 7), 422)
            try await status(fork.request(9, old: 7), 422)
            let evidence = try await room.database.read { try RecordEvidence.all($0) }
            #expect(Set(evidence.map(\.kind)) == [.heads, .past] && evidence.allSatisfy { $0.origin == key.name })
            try await status(fork.request(9, old: 7), 422)
            #expect(try await room.database.read { try RecordEvidence.all($0) }.count == 2, "the same again says nothing new")
            // What others may read.
            let shown = try SignedNote(parsing: try #require(try await place.office.checkpoint(of: WitnessOffice.name(of: key.name))))
            #expect(try shown.verified(by: [key, place.key]).count == 2 && Checkpoint(shown.text).size == 7)
            #expect(try await place.office.checkpoint(of: String(repeating: "0", count: 64)) == nil)
            // The database was restored from before, the signer restarted: it still knows.
            place.door.close()
            try await room.database.write { db in
                try WitnessedLogs.remove(key.name, db)
                try WitnessedLogs.add(key, at: 2, db)
            }
            try await Task.sleep(for: .milliseconds(100))
            try await status(fork.request(5, old: 0), 409, "7\n")
            try await status(log.request(12, old: 7), 200)
            // Two pasts at once: whatever the order, what is cosigned is of one.
            let answers = await withTaskGroup(of: Int.self) { group in
                for number in Int64(0)..<8 {
                    let body = try? number.isMultiple(of: 2) ? log.request(13 + number, old: 12) : fork.request(13 + number, old: 12)
                    group.addTask { await place.office.answer(body ?? []).status }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0 == 200 } == 1 && answers.allSatisfy { [200, 409, 422].contains($0) }, "\(answers)")
            // A log that asks without end waits, and others do not.
            var last = 0
            for _ in 0..<40 where last != 429 { last = await place.office.answer(try log.request(12, old: 12)).status }
            #expect(last == 429)
        }
    }
}

@Suite("This record's witnesses")
struct WitnessRoundsTests {
    @Test("heads are cosigned and published; a witness that is down waits; one that knows more stops the record", arguments: Backend.available)
    func rounds(_ backend: Backend) async throws {
        try await RecordedNewsroom.with(backend) { desk in
            let folder = try WitnessPlace.folder()
            defer { try? FileManager.default.removeItem(at: folder) }
            let place = try await WitnessPlace.open(desk.room.database, folder, origin: "b.example.vn/log/1")
            _ = try await desk.publish("Một")
            let key = try VerifierKey(try #require(try await desk.files.head().key))
            try await desk.room.database.write { try WitnessedLogs.add(key, at: 1, $0) }
            let policy = try place.policy()
            let witness = try #require(policy.witnesses.first)
            let isDown = Mutex(true)
            let reach = place.call
            let rounds = WitnessRounds(notary: desk.notary, policy: policy, seconds: { 1_800_000_000 }, logger: WitnessPlace.quiet) { address, body in
                if isDown.withLock({ $0 }) { throw RecordFault.noSigner("down") }
                return try await reach(address, body)
            }
            let refused = try await rounds.ask(witness)
            #expect(refused.size == 0 && refused.failures == 1 && refused.nextAt > 1_800_000_000)
            let again = try await rounds.ask(witness)
            #expect(again.failures == 2 && again.nextAt > refused.nextAt, "pauses grow")
            isDown.withLock { $0 = false }
            #expect(try await rounds.ask(witness).size == desk.files.head().size)
            func published() async throws -> WitnessPolicy.Verdict {
                try policy.trusting(key).check(SignedNote(parsing: Array(try #require(try await desk.files.published()).utf8)))
            }
            #expect(try await published().cosigned.keys.sorted() == ["b"])
            let size = try await desk.files.head().size
            #expect(try await desk.room.database.read { try CosignedHead.read($0) }?.size == size)
            let old = try await KeptHead.keep(desk.room.database)
            // A new head, a row that was lost: the witness says what it has, and is asked again from there.
            _ = try await desk.publish("Hai")
            await #expect(throws: TrustFault.self) { try await published() }
            let proven = try #require(try await desk.files.proof(of: 0))
            #expect(try policy.trusting(key).check(proven.note).checkpoint.size == size, "under the newest head that is cosigned")
            let above = try #require(try await desk.files.proof(of: size))
            #expect(try PublicRecord.Checkpoint(above.note.text).size > size)
            try await desk.room.database.write { _ = try $0.execute("DELETE FROM record_witness") }
            #expect(try await rounds.ask(witness).failures == 0)
            #expect(try await published().checkpoint.size == desk.files.head().size)
            // Yesterday's database: the witness knows a head that this record's key signed, and it does not.
            try await old.restore(in: desk.room.database)
            #expect(try await rounds.ask(witness).said?.contains("older than the record") == true)
            #expect(try await desk.room.database.read { try RecordHead.frozen($0) } != nil)
        }
    }

    @Test("a head that is elsewhere and not here, and another past, freeze at the beginning", arguments: Backend.available, [true, false])
    func elsewhere(_ backend: Backend, _ isAhead: Bool) async throws {
        try await Newsroom.with(backend) { room in
            let folder = try WitnessPlace.folder()
            defer { try? FileManager.default.removeItem(at: folder) }
            for number in 0..<3 { try await room.publish(Notice.about("Tin \(number)")) }
            let first = RecordedNewsroom.notary(of: room.database, folder)
            try await RecordedNewsroom.running(first) { #expect(first.standing == .ready) }
            first.signer.close()
            // What the record's own key signed once, and the guard has forgotten.
            let text = try String(contentsOf: folder.appending(path: "key"), encoding: .utf8).filter { !$0.isWhitespace }
            let signer = try NoteSigner(name: RecordedNewsroom.origin, seed: Array(try #require(Data(base64Encoded: text))))
            let size = first.size
            let note = try signer.sign(Checkpoint(origin: RecordedNewsroom.origin, size: isAhead ? size + 1 : size, root: .leaf([7])))
            let second = RecordedNewsroom.notary(of: room.database, folder, elsewhere: HeadsElsewhere(all: { [("b", note)] }))
            try await RecordedNewsroom.stopping(second) { why in
                #expect(why.contains(isAhead ? "older than the record" : "two pasts"), "\(why)")
            }
            // Notes of strangers, and of other logs, mean nothing.
            try await room.database.write { try RecordHead.thaw($0) }
            second.signer.close()
            let stranger = try NoteSigner(name: RecordedNewsroom.origin, seed: [UInt8](repeating: 3, count: 32))
            let noise = try stranger.sign(Checkpoint(origin: RecordedNewsroom.origin, size: 99, root: .leaf([7])))
            let third = RecordedNewsroom.notary(of: room.database, folder, elsewhere: HeadsElsewhere(all: { [("b", noise)] }))
            try await RecordedNewsroom.running(third) { #expect(third.standing == .ready) }
        }
    }
}

/// What a database knew of the record at some moment, to bring it back as a backup would.
struct KeptHead: Sendable {
    let size: Int64
    let edge: [UInt8]
    let note: String
    let last: Int64

    static func keep(_ database: any Database) async throws -> KeptHead {
        try await database.read { db in
            let row = try #require(try db.row("SELECT size, edge, note FROM record_head"))
            return KeptHead(size: try row[0], edge: try row[1], note: try row[2], last: try EventLog.head(db))
        }
    }

    /// Newer entries are gone, and with them what was said of witnesses.
    func restore(in database: any Database) async throws {
        try await database.write { db in
            try db.execute("DELETE FROM event WHERE seq > \(last)")
            try db.execute("UPDATE event_head SET seq = \(last)")
            try db.execute("UPDATE record_head SET size = \(size), edge = \(edge), note = \(note)")
            try db.execute("UPDATE record_witness SET size = 0, line = NULL")
        }
    }
}
