import Exchange
import Foundation
import Testing

@Suite("Packed files")
struct ByteSourceTests {
    let scratch: Scratch
    /// Repeats little, so that the packed forms are long enough to cut anywhere.
    let text: [UInt8]

    init() throws {
        scratch = try Scratch()
        var random = SeededGenerator(seed: 7)
        text = (0..<400_000).map { _ in "aăâbcdđeêg\n".utf8.randomElement(using: &random) ?? 0 }
    }

    private func content(_ bytes: some Sequence<UInt8>, name: String = "file") throws -> [UInt8]? {
        try ByteSource(path: scratch.write(bytes, to: name)).readAll(limit: .max)
    }

    @Test("are recognised by their first bytes, whatever they are called", arguments: [("gzip", Compression.gzip), ("zstd", .zstd), ("cat", .none)])
    func recognised(program: String, compression: Compression) throws {
        let packed = program == "cat" ? text : try scratch.packed(text, by: program)
        for name in ["a.gz", "b.zst", "c.txt"] {
            let source = try ByteSource(path: scratch.write(packed, to: name))
            #expect(source.compression == compression)
            #expect(source.storedSize == Int64(packed.count))
            #expect(try source.readAll(limit: .max) == text)
            #expect(source.storedRead == Int64(packed.count))
            #expect(source.position == Int64(text.count))
        }
    }

    @Test("of many members or frames are read to the end", arguments: ["gzip", "zstd"])
    func manyMembers(program: String) throws {
        let packed = try scratch.packed(text, by: program)
        let empty = try scratch.packed([], by: program)
        let padding: [UInt8] = program == "gzip" ? [0, 0, 0, 0, 0] : []
        #expect(try content(packed + empty + packed + padding) == text + text)
        #expect(try content(empty) == [])
    }

    @Test("an empty file and files shorter than any mark are plain", arguments: [[], [0x1F], [0x1F, 0x8B], [0x28, 0xB5, 0x2F]] as [[UInt8]])
    func tiny(bytes: [UInt8]) throws {
        #expect(try content(bytes) == bytes)
    }

    @Test("cut off anywhere are reported as truncated, with how far reading got", arguments: ["gzip", "zstd"])
    func truncated(program: String) throws {
        let packed = try scratch.packed(text, by: program)
        for keep in [12, packed.count / 3, packed.count / 2, packed.count - 1] {
            let path = try scratch.write(packed.prefix(keep))
            let source = try ByteSource(path: path)
            let fault = try #require(#expect(throws: ExchangeFault.self) { _ = try source.readAll(limit: .max) })
            guard case .truncated(path, source.compression, let reached) = fault else {
                Issue.record("\(String(describing: fault))")
                continue
            }
            #expect(reached == .init(stored: Int64(keep), content: source.position))
            #expect(source.position <= Int64(text.count))
            // It stays so.
            #expect(throws: fault) { _ = try source.readAll(limit: .max) }
        }
    }

    @Test("with a changed byte are reported as damaged or truncated, never read as something else", arguments: ["gzip", "zstd"])
    func damaged(program: String) throws {
        let packed = try scratch.packed(text, by: program)
        for seed in 0..<20 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var wrong = packed
            let place = Int.random(in: 20..<packed.count, using: &random)
            wrong[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(throws: ExchangeFault.self, "seed \(seed)") { _ = try content(wrong) }
        }
    }

    @Test("with something else behind the last member are damaged", arguments: ["gzip", "zstd"])
    func trailing(program: String) throws {
        let path = try scratch.write(scratch.packed(text, by: program) + Array("not packed".utf8))
        let fault = #expect(throws: ExchangeFault.self) { _ = try ByteSource(path: path).readAll(limit: .max) }
        guard case .damaged? = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test("a bomb is only a long stream: its reader stops when it likes")
    func bomb() throws {
        // 64 MiB of one line, packed to 64 KiB.
        let packed = try scratch.packed([UInt8](repeating: 0x61, count: 64 << 20), by: "gzip")
        #expect(packed.count < 100_000)
        let path = try scratch.write(packed, to: "bomb")
        #expect(try ByteSource(path: path).readAll(limit: 1 << 20) == nil)
        let lines = try LineReader(ByteSource(path: path), maximum: 1 << 20).all()
        #expect(lines.map(\.content) == [.tooLong(firstBytes: [UInt8](repeating: 0x61, count: 1024), length: 64 << 20)])
    }

    @Test("a missing file, a folder and an unknown encoding are faults that name the file")
    func unusable() throws {
        let missing = scratch.path("missing")
        #expect(throws: ExchangeFault.cannotOpen(file: missing, reason: "No such file or directory")) { _ = try ByteSource(path: missing) }
        let fault = #expect(throws: ExchangeFault.self) { _ = try ByteSource(path: scratch.folder) }
        #expect(fault?.description.contains(scratch.folder) == true)
    }

    @Test("random bytes after any mark never crash a reader")
    func fuzz() throws {
        let marks: [[UInt8]] = [[], [0x1F, 0x8B, 8, 0], [0x28, 0xB5, 0x2F, 0xFD], [0x51, 0x2A, 0x4D, 0x18], [0xEF, 0xBB, 0xBF]]
        var faults = 0
        for seed in 0..<400 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let body = (0..<Int.random(in: 0...500, using: &random)).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let path = try scratch.write(marks[Int(seed) % marks.count] + body)
            do {
                _ = try LineReader(ByteSource(path: path), maximum: 64).all()
            } catch is ExchangeFault {
                faults += 1
            }
        }
        #expect(faults > 100, "the marks must lead into the decoders")
    }

    @Test("what a pipe gives is read like a file, without a size")
    func pipe() throws {
        let path = scratch.path("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let packed = try scratch.packed(text, by: "gzip")
        let feeder = Thread {
            FileHandle(forWritingAtPath: path)?.write(Data(packed))
        }
        feeder.start()
        let source = try ByteSource(path: path)
        #expect(source.storedSize == nil)
        #expect(try source.readAll(limit: .max) == text)
    }

    @Test("that come in small pieces are read the same", arguments: ["gzip", "zstd"])
    func pieces(program: String) throws {
        let path = try scratch.write(scratch.packed(text, by: program))
        for seed in 0..<5 as Range<UInt64> {
            #expect(try ByteSource(path: path, call: inPieces(of: 1...700, seed: seed)).readAll(limit: .max) == text)
        }
    }

    @Test("a disk that fails is reported with how far reading got")
    func failingDisk() throws {
        let path = try scratch.write(text)
        let room = Room(300_000)
        let source = try ByteSource(path: path) { descriptor, buffer, count in
            let fits = room.take(count)
            if fits == 0 {
                errno = EIO
                return -1
            }
            return read(descriptor, buffer, fits)
        }
        #expect(throws: ExchangeFault.cannotRead(file: path, reason: "Input/output error", reached: .init(stored: 300_000, content: 300_000))) {
            _ = try source.readAll(limit: .max)
        }
    }

    @Test("standard input is read under the name -")
    func standardInput() throws {
        let path = try scratch.write(scratch.packed(text, by: "zstd"))
        let kept = dup(STDIN_FILENO)
        let file = open(path, O_RDONLY)
        dup2(file, STDIN_FILENO)
        defer {
            dup2(kept, STDIN_FILENO)
            close(kept)
            close(file)
        }
        let source = try ByteSource(path: "-")
        #expect(source.name == "standard input")
        #expect(try source.readAll(limit: .max) == text)
        #expect(try SourceIdentity(path: "-") == nil)
    }
}
