import Exchange
import Foundation
import Testing

@Suite("Resuming an import")
struct ImportCursorTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    @Test("a file is known again; one that has grown, changed or shrunk is told apart")
    func identity() throws {
        let text = Array((0..<100_000).map { "dòng \($0)\n" }.joined().utf8)
        let path = try scratch.write(text)
        let identity = try #require(try SourceIdentity(path: path))
        #expect(identity.size == Int64(text.count))
        #expect(try identity.comparison(with: path) == .same)
        try scratch.write(text + Array("mới\n".utf8))
        #expect(try identity.comparison(with: path) == .grown)
        try scratch.write(text.dropLast())
        #expect(try identity.comparison(with: path) == .different)
        var changed = text
        changed[text.count / 2] ^= 1
        try scratch.write(changed)
        #expect(try identity.comparison(with: path) == .different)
        #expect(throws: ExchangeFault.self) { _ = try identity.comparison(with: scratch.path("missing")) }
    }

    @Test("the checksums are the well-known ones")
    func checksums() throws {
        // "123456789" is the check value of the CRC catalogues; Adler-32 of "Wikipedia" is that encyclopedia's own example.
        #expect(try SourceIdentity(path: scratch.write("123456789".utf8))?.crc32 == 0xCBF4_3926)
        #expect(try SourceIdentity(path: scratch.write("Wikipedia".utf8))?.adler32 == 0x11E6_0398)
    }

    @Test("an import stopped anywhere and resumed takes every line once, even if the file grew", arguments: ["", "gzip", "zstd"])
    func resumed(program: String) throws {
        let pack = { (text: String) in program.isEmpty ? Array(text.utf8) : try scratch.packed(text.utf8, by: program) }
        let text = (1...50).map { "\($0)\n" }.joined()
        let first = try pack(text + "5")
        for stop in [0, 1, 25, 50, 51] {
            let path = try scratch.write(first)
            var cursor = ImportCursor(of: try #require(try SourceIdentity(path: path)))
            let reader = try cursor.reader(ByteSource(path: path))
            for _ in 0..<stop { cursor.advance(past: try #require(try reader.next())) }
            cursor.counts["imported"] = stop
            let kept = try ImportCursor(json: cursor.json)
            #expect(kept == cursor)
            #expect(kept.counts["imported"] == stop)
            // The last line was still being written.
            try scratch.write(program.isEmpty ? Array((text + "51\n52\n").utf8) : first + pack("1\n52\n"))
            #expect(try kept.source.comparison(with: path) == .grown)
            let rest = try kept.reader(ByteSource(path: path)).all()
            #expect(rest.map(\.text) == ((min(stop, 50) + 1)...52).map { String($0) })
            #expect(rest.first?.number == min(stop, 50) + 1)
        }
    }

    @Test("a cursor whose text was tampered with is an error, not a crash", arguments: ["", "{}", "[]", #"{"line":-1}"#])
    func tampered(json: String) {
        #expect(throws: DecodingError.self) { _ = try ImportCursor(json: json) }
    }
}
