import Foundation
import Notary
import PortalTesting
import PublicRecord
import Publishing
import Store
import Synchronization
import Testing

/// Copies of logs in folders: whatever a source does, a copy is a verified one or stays what it was.
@Suite("Copies of a log")
struct CopyTests {
    /// A log as its files, in memory.
    final class Source: Sendable {
        let files = Mutex<[String: [UInt8]]>([:])
        let asked = Mutex<[String]>([])
        let signer: NoteSigner

        init() throws { signer = try NoteSigner(name: "a.example.vn/log/1", seed: [UInt8](repeating: 4, count: 32)) }

        func show(_ entries: [[UInt8]], signedAs root: RecordHash? = nil) throws {
            var writer = TileWriter()
            for entry in entries { writer.append(.leaf(entry)) }
            let size = Int64(entries.count)
            var files: [String: [UInt8]] = [:]
            for (tile, bytes) in writer.take() { files[tile.path] = bytes }
            for tile in TileID.grown(from: 0, to: size) where tile.isEntries {
                files[tile.path] = try EntryBundle.encode(entries[Int(tile.start)..<Int(tile.start) + tile.width])
            }
            files["checkpoint"] = try signer.sign(Checkpoint(origin: signer.key.name, size: size, root: root ?? writer.root)).bytes
            self.files.withLock { $0 = files }
        }

        var source: LogSource {
            LogSource(name: "memory") { path in
                self.asked.withLock { $0.append(path) }
                guard let bytes = self.files.withLock({ $0[path] }) else { throw CopyFault.absent(path) }
                return bytes
            }
        }
    }

    static func entries(_ count: Int, _ word: String = "tin", from: Int = 0) -> [[UInt8]] {
        (from..<from + count).map { Array("\(word) \($0)".utf8) }
    }

    private static func with(_ body: (Source, LogFolder, LogMirror) async throws -> Void) async throws {
        let folder = try WitnessPlace.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = try Source()
        let copy = LogFolder(folder.path)
        try await body(source, copy, LogMirror(from: source.source, to: copy, trust: HeadTrust(keys: [source.signer.key])))
    }

    /// The whole copy, verified from its entries up.
    private static func verified(_ copy: LogFolder, _ key: VerifierKey) async throws -> LogAudit.Report {
        let source = LogSource(folder: copy)
        let head = try HeadTrust(keys: [key]).head(in: try await source.note())
        return try await source.reading { read in try LogAudit.verify(head, depth: .hashes, read: read) }
    }

    @Test("grow by any steps, also across whole tiles; only what is new is fetched")
    func steps() async throws {
        try await Self.with { source, copy, mirror in
            let all = Self.entries(66_000)
            var before = 0
            for size in [1, 2, 255, 256, 257, 700, 65_536, 65_537, 66_000, 66_000] {
                try source.show(Array(all.prefix(size)))
                source.asked.withLock { $0 = [] }
                let report = try await mirror.run()
                #expect(report.size == Int64(size) && report.added == Int64(size - before) && !report.isBehind)
                #expect(try await Self.verified(copy, source.signer.key).entries == Int64(size), "\(size)")
                let bundles = source.asked.withLock { $0.count { $0.hasPrefix("tile/entries/") } }
                #expect(bundles <= (size + 255) / 256 - before / 256, "\(bundles) bundles from \(before) to \(size)")
                before = size
            }
            let left = try FileManager.default.subpathsOfDirectory(atPath: copy.path).filter { $0.hasSuffix(".p") }
            #expect(
                left.allSatisfy { !FileManager.default.fileExists(atPath: "\(copy.path)/\($0.dropLast(2))") },
                "no partial file beside a whole one: \(left)"
            )
        }
    }

    @Test("an older head, a fork at any size, damaged files, a foreign key: the copy stays what it was")
    func hostile() async throws {
        try await Self.with { source, copy, mirror in
            let all = Self.entries(600)
            try source.show(Array(all.prefix(300)))
            _ = try await mirror.run()
            try source.show(Array(all.prefix(200)))
            #expect(try await mirror.run().isBehind)
            // Another past: shorter, as long, longer; each with a head the log's key signed.
            for size in [200, 300, 500] {
                try source.show(Self.entries(100) + Self.entries(size - 100, "khác", from: 100))
                let fault = await #expect(throws: CopyFault.self) { try await mirror.run() }
                guard case .forked(_, let evidence) = fault else { Issue.record("\(size): \(String(describing: fault))"); continue }
                #expect(FileManager.default.fileExists(atPath: evidence + "/held") && FileManager.default.fileExists(atPath: evidence + "/offered"))
            }
            // Entries that are not those of the head: damage, and no accusation.
            try source.show(Array(all.prefix(500)))
            source.files.withLock { $0["tile/entries/001.p/244"]?[5] ^= 1 }
            #expect(await #expect(throws: CopyFault.self) { try await mirror.run() } == .root(size: 500))
            // The last entry of a bundle that is whole now: what the copy had of it stays.
            try source.show(all)
            source.files.withLock { $0["tile/entries/001"]?[Int(TileID.fullWidth) * 8] ^= 1 }
            await #expect(throws: (any Error).self) { try await mirror.run() }
            #expect(try await Self.verified(copy, source.signer.key).entries == 300)
            source.files.withLock { $0["tile/entries/001"] = [1] }
            await #expect(throws: (any Error).self) { try await mirror.run() }
            let stranger = LogMirror(from: source.source, to: copy, trust: HeadTrust(keys: [try OtherLog("a.example.vn/log/1", seed: 8).signer.key]))
            await #expect(throws: (any Error).self) { try await stranger.run() }
            #expect(try await Self.verified(copy, source.signer.key).entries == 300)
            try source.show(all)
            #expect(try await mirror.run().added == 300)
            #expect(try await Self.verified(copy, source.signer.key).entries == 600)
        }
    }

    @Test("a database from yesterday is brought up to the record by a copy, and goes on", arguments: Backend.available)
    func recovery(_ backend: Backend) async throws {
        try await Newsroom.with(backend) { room in
            let folder = try WitnessPlace.folder()
            defer { try? FileManager.default.removeItem(at: folder) }
            let copy = LogFolder(folder.appending(path: "copy").path)
            let files = RecordFiles(database: room.database) { try EventLog.entries(from: $0, limit: $1, $2) }
            try await room.publish(Notice.about("Tin còn"))
            let first = RecordedNewsroom.notary(of: room.database, folder)
            try await RecordedNewsroom.running(first) { #expect(first.standing == .ready) }
            first.signer.close()
            let yesterday = try await KeptHead.keep(room.database)
            for number in 0..<3 { try await room.publish(Notice.about("Tin mất \(number)")) }
            let second = RecordedNewsroom.notary(of: room.database, folder)
            try await RecordedNewsroom.running(second) { #expect(second.standing == .ready) }
            second.signer.close()
            let key = try VerifierKey(try #require(try await files.head().key))
            let size = try await LogMirror(from: LogSource(record: files), to: copy, trust: HeadTrust(keys: [key])).run().size
            try await yesterday.restore(in: room.database)
            let restored = RecordedNewsroom.notary(of: room.database, folder)
            try await RecordedNewsroom.stopping(restored) { #expect($0.contains("older than the record"), "\($0)") }
            restored.signer.close()

            let bundle = try #require(TileID.at(size: size, level: nil, index: 0))
            let entries = try EntryBundle.decode(try copy.read(bundle.path), count: bundle.width)
            // What the database has and the record has not is not taken over.
            var wrong = entries
            wrong[0] = Array("{}".utf8)
            await #expect(throws: Recovery.Fault.self) { try await room.database.write { [wrong] db in try Recovery.bringBack(wrong, from: 0, db) } }
            let lost = try await room.database.write { db in try Recovery.bringBack(entries, from: 0, db) }
            #expect(lost.count { $0.operation == .publish } == 3 && lost.allSatisfy { $0.index > yesterday.last })
            #expect(try await room.database.write { db in try Recovery.bringBack(entries, from: 0, db) }.isEmpty, "a second time changes nothing")
            try await room.database.write { try RecordHead.thaw($0) }
            let last = RecordedNewsroom.notary(of: room.database, folder)
            try await RecordedNewsroom.running(last) {
                #expect(last.standing == .ready && last.size == size)
                let published = try await room.publish(Notice.about("Tin mới"))
                #expect(await last.signed(published.sequence))
            }
            let report = try await LogMirror(from: LogSource(record: files), to: copy, trust: HeadTrust(keys: [key])).run()
            #expect(report.added >= 1, "the log that went on is the one that was copied")
        }
    }

    @Test("a lost guard file: only a head of the same key is adopted, and never an older one")
    func adoptHead() async throws {
        let folder = try WitnessPlace.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let origin = RecordedNewsroom.origin
        let notes = try await { () -> [SignedNote] in
            let door = RecordedNewsroom.door(folder)
            defer { door.close() }
            let key = try await door.state().key
            var tree = RecordTree()
            var notes: [SignedNote] = []
            for number in 0..<2 {
                let old = tree.size
                tree.append(.leaf(Array("tin \(number)".utf8)))
                let head = try Checkpoint(origin: origin, size: tree.size, root: tree.root)
                notes.append(try await door.sign(head, old: old, proof: tree.consistencyProof(from: old), key: key))
            }
            return notes
        }()
        try await Task.sleep(for: .milliseconds(200))
        try FileManager.default.removeItem(at: folder.appending(path: "guard"))
        let signer = try Signer(origin: origin, folder: folder.path)
        let stranger = try NoteSigner(name: origin, seed: [UInt8](repeating: 3, count: 32))
        #expect(throws: RecordFault.self) { try signer.adopt(stranger.sign(Checkpoint(notes[1].text))) }
        try signer.adopt(notes[1])
        #expect(throws: RecordFault.self) { try signer.adopt(notes[0]) }
        #expect(signer.note?.contains("\n2\n") == true)
    }
}
