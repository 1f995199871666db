import Foundation
import PublicRecord
import Testing

@Suite struct LogAuditTests {
    @Test("whole logs", arguments: [1, 255, 256, 257, 65_535, 65_536, 65_537, 70_000])
    func sound(size: Int) throws {
        let log = try WrittenLog(size: size)
        var heard: [Int64] = []
        let report = try LogAudit.verify(log.checkpoint, depth: .hashes, read: log.read) { heard.append($0) }
        #expect(report.entries == Int64(size))
        #expect(report.tiles == log.files.keys.count { $0.hasPrefix("tile/") && !$0.hasPrefix("tile/entries/") })
        #expect(heard.last == Int64(size) && heard.count == (size + 255) / 256)
    }

    @Test func entriesAndChains() throws {
        let entries = try Entries.log(size: 1000)
        let log = try WrittenLog(size: 1000, entries: entries)
        let report = try LogAudit.verify(log.checkpoint, read: log.read)
        #expect(report.items == 200 && report.unknown == 0)
        #expect(try LogAudit.verify(Checkpoint(origin: "a.example", size: 0, root: .empty), read: log.read).entries == 0)
        // Entries that hash right and say wrong things.
        for (place, bytes, fault) in [
            (7, Array("rubbish".utf8), AuditFault.entry(7, .json(JSONFault(.unexpected)))),
            (7, entries[6], .chain(7, .previous(expected: 6, got: 5))),
            (10, entries[11], .chain(10, .previous(expected: -1, got: 10))),
        ] {
            var wrong = entries
            wrong[place] = bytes
            let log = try WrittenLog(size: 1000, entries: wrong)
            #expect(throws: fault) { try LogAudit.verify(log.checkpoint, read: log.read) }
            #expect(try LogAudit.verify(log.checkpoint, depth: .hashes, read: log.read).entries == 1000)
        }
        var later = entries
        later[999] = Array(#"{"at":1,"op":"vote","v":1}"#.utf8)
        let unknown = try WrittenLog(size: 1000, entries: later)
        #expect(try LogAudit.verify(unknown.checkpoint, read: unknown.read).unknown == 1)
    }

    @Test("1,000 altered bytes of tiles, bundles and the head are all refused", arguments: [257, 2000])
    func flips(size: Int) throws {
        let log = try WrittenLog(size: size)
        let policy = try WitnessPolicy(log: VerifierKey(NoteTests.logKey))
        func verify(_ log: WrittenLog) throws {
            let head = try policy.check(SignedNote(parsing: log.files["checkpoint"] ?? [])).checkpoint
            _ = try LogAudit.verify(head, depth: .hashes, read: log.read)
        }
        try verify(log)
        let paths = log.files.keys.sorted()
        var random = Seeded(UInt64(size))
        for round in 0..<500 {
            // Every fifth in the head, the others anywhere.
            let path = round.isMultiple(of: 5) ? "checkpoint" : paths[Int.random(in: paths.indices, using: &random)]
            var altered = log
            let place = Int.random(in: 0..<(log.files[path]?.count ?? 1), using: &random)
            altered.files[path]?[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(throws: (any Error).self, "\(path) at \(place)") { try verify(altered) }
        }
        for path in paths {
            let whole = log.files[path] ?? []
            for bytes in [Array(whole.dropLast()), whole + [0], []] {
                var altered = log
                altered.files[path] = bytes
                #expect(throws: (any Error).self, "\(path)") { try verify(altered) }
            }
            var missing = log
            missing.files[path] = nil
            #expect(throws: (any Error).self, "\(path)") { try verify(missing) }
        }
    }

    @Test func stopsWhenAsked() throws {
        let log = try WrittenLog(size: 2000)
        #expect(throws: CancellationError.self) {
            try LogAudit.verify(log.checkpoint, depth: .hashes, read: log.read) { if $0 > 500 { throw CancellationError() } }
        }
    }
}
