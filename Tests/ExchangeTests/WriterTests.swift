import Exchange
import Foundation
import Synchronization
import Testing

@Suite("Files written")
struct WriterTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private struct Record: Codable, Equatable {
        var title: String
        var id: Int
        var url: String?
    }

    @Test("JSON Lines are the same bytes for the same content, keys sorted, packed if the name says so")
    func jsonLines() throws {
        for name in ["a.jsonl", "a.jsonl.gz"] {
            let writer = try JSONLinesWriter(path: scratch.path(name))
            try writer.write(Record(title: "Đường \"mới\"\n/", id: 1, url: "https://a.vn/b"))
            try writer.write(json: "{\"as\":\n\"stored\"}")
            #expect(try !scratch.names.contains(name), "not there before it is whole")
            try writer.finish()
            #expect(writer.count == 2)
            let source = try ByteSource(path: scratch.path(name))
            #expect(source.compression == (name.hasSuffix(".gz") ? .gzip : .none))
            #expect(
                try LineReader(source).all().map(\.text) == [
                    #"{"id":1,"title":"Đường \"mới\"\n/","url":"https://a.vn/b"}"#, #"{"as": "stored"}"#,
                ]
            )
        }
        #expect(try scratch.names == ["a.jsonl", "a.jsonl.gz"])
    }

    @Test("many megabytes packed come back as they were")
    func large() throws {
        let writer = try JSONLinesWriter(path: scratch.path("large.gz"))
        for number in 0..<30_000 { try writer.write(json: "{\"number\":\(number),\"square\":\(number * number)}") }
        try writer.finish()
        let lines = try LineReader(ByteSource(path: scratch.path("large.gz"))).all()
        #expect(lines.count == 30_000)
        #expect(lines[29_999].text == "{\"number\":29999,\"square\":899940001}")
    }

    @Test("a writer left without its end leaves nothing, and an older file stays")
    func abandoned() throws {
        try scratch.write("old".utf8, to: "a.jsonl")
        do {
            let writer = try JSONLinesWriter(path: scratch.path("a.jsonl"))
            try writer.write(json: "{}")
        }
        #expect(try scratch.names == ["a.jsonl"])
        #expect(try scratch.read("a.jsonl") == Array("old".utf8))
    }

    @Test("a full disk is said, and nothing of the file remains")
    func diskFull() throws {
        let path = scratch.path("a.jsonl")
        let writer = try JSONLinesWriter(path: path, call: fullDisk(after: 200_000))
        #expect(throws: ExchangeFault.diskFull(file: path)) {
            for _ in 0..<100 { try writer.write(json: "\"" + String(repeating: "x", count: 10_000) + "\"") }
            try writer.finish()
        }
        #expect(try scratch.names.isEmpty)
        let unwritable = scratch.path("missing/a.csv")
        #expect(throws: ExchangeFault.cannotWrite(file: unwritable, reason: "No such file or directory")) {
            _ = try CSVWriter(path: unwritable, columns: ["a"])
        }
    }

    @Test("a table read back is the table written, for 200 random ones", arguments: CSVSeparator.allCases)
    func roundTrip(separator: CSVSeparator) throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let width = Int.random(in: 1...4, using: &random)
            let signs = ["\"", ",", ";", "\t", "\r\n", "\n", "ệ", " ", "a", "="]
            let rows = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                (0..<width).map { _ in (0..<Int.random(in: 0...4, using: &random)).map { _ in signs[Int.random(in: 0..<10, using: &random)] }.joined()
                }
            }
            let columns = (0..<width).map { "column \($0)" }
            let writer = try CSVWriter(path: scratch.path("t.csv"), columns: columns, separator: separator)
            for row in rows { try writer.write(row) }
            try writer.finish()
            let reader = try CSVReader(ByteSource(path: scratch.path("t.csv")), separator: separator)
            #expect(reader.columns == columns)
            let found: [[String]] = try reader.all().map { record in if case .row(let row) = record { row.fields } else { [] } }
            #expect(found == rows, "seed \(seed)")
        }
    }

    @Test("a row wider than its table is refused")
    func wideRow() throws {
        let writer = try CSVWriter(path: scratch.path("t.csv"), columns: ["a", "b"])
        #expect(throws: ExchangeFault.cannotWrite(file: scratch.path("t.csv"), reason: "a row of 3 fields in a table of 2 columns")) {
            try writer.write(["1", "2", "3"])
        }
        #expect(throws: ExchangeFault.header(file: "t", reason: "column 2 has no name")) { _ = try CSVWriter(path: "t", columns: ["a", ""]) }
    }

    @Test("for spreadsheets no cell is a formula and the encoding is told")
    func spreadsheets() throws {
        let writer = try CSVWriter(path: scratch.path("t.csv"), columns: ["Họ tên", "b"], separator: .semicolon, audience: .spreadsheets)
        for cell in ["=HYPERLINK(1)", "+1", "-1", "@a", "\t=1", "Lê"] { try writer.write([cell]) }
        try writer.finish()
        #expect(
            try scratch.read("t.csv")
                == Array("\u{FEFF}Họ tên;b\r\n'=HYPERLINK(1);\r\n'+1;\r\n'-1;\r\n'@a;\r\n'\t=1;\r\nLê;\r\n".utf8)
        )
    }
}

/// A disk with room for so many bytes: takes what fits, then refuses.
func fullDisk(after room: Int) -> @Sendable (Int32, UnsafeRawPointer?, Int) -> Int {
    let left = Room(room)
    return { descriptor, bytes, count in
        let fits = left.take(count)
        if fits == 0 && count > 0 {
            errno = ENOSPC
            return -1
        }
        return write(descriptor, bytes, fits)
    }
}

final class Room: Sendable {
    private let left: Mutex<Int>

    init(_ bytes: Int) {
        left = Mutex(bytes)
    }

    func take(_ count: Int) -> Int {
        left.withLock { left in
            let fits = min(left, count)
            left -= fits
            return fits
        }
    }
}
