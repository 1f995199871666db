import Exchange
import Foundation
import Synchronization
import Testing

@Suite("Lines of a foreign file")
struct LineReaderTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    private func lines(_ bytes: some Sequence<UInt8>, maximum: Int = LineReader.defaultMaximum) throws -> [Line] {
        try LineReader(ByteSource(path: scratch.write(bytes)), maximum: maximum).all()
    }

    @Test("LF, CRLF and a last line without an end are told apart, with number and offset")
    func endings() throws {
        let found = try lines("một\r\n\nba\nbốn".utf8)
        #expect(
            found == [
                Line(number: 1, offset: 0, nextOffset: 7, content: .text("một"), ending: .carriageReturnLineFeed),
                Line(number: 2, offset: 7, nextOffset: 8, content: .text(""), ending: .lineFeed),
                Line(number: 3, offset: 8, nextOffset: 11, content: .text("ba"), ending: .lineFeed),
                Line(number: 4, offset: 11, nextOffset: 16, content: .text("bốn"), ending: .none),
            ]
        )
        #expect(found.map(\.mayBeCutOff) == [false, false, false, true])
    }

    @Test("an empty file has no line")
    func empty() throws {
        #expect(try lines([]).isEmpty)
        #expect(try lines([0xEF, 0xBB, 0xBF]).isEmpty)
    }

    @Test("a UTF-8 byte order mark is dropped, at the beginning only")
    func byteOrderMark() throws {
        let found = try lines([0xEF, 0xBB, 0xBF] + Array("a\n".utf8) + [0xEF, 0xBB, 0xBF] + Array("b\n".utf8))
        #expect(found.map(\.text) == ["a", "\u{FEFF}b"])
        #expect(found.map(\.offset) == [3, 5])
    }

    @Test(
        "text in UTF-16 or UTF-32 is refused by name",
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"), ([0xFF, 0xFE], "UTF-16"),
            ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
        ] as [([UInt8], String)]
    )
    func foreignEncoding(bytes: [UInt8], encoding: String) throws {
        let path = try scratch.write(bytes)
        #expect(throws: ExchangeFault.foreignEncoding(file: path, encoding: encoding)) {
            _ = try LineReader(ByteSource(path: path)).all()
        }
    }

    @Test("bytes that are not UTF-8 come as they are, with the place where UTF-8 breaks, and the lines around them stay")
    func undecodable() throws {
        let found = try lines(Array("tốt\nxin ch".utf8) + [0xB5, 0x6F] + Array("\r\nlại tốt\n".utf8))
        #expect(found.count == 3)
        #expect(found[1].content == .undecodable(bytes: Array("xin ch".utf8) + [0xB5, 0x6F], at: 6))
        #expect(found[1].ending == .carriageReturnLineFeed)
        #expect(found[2].text == "lại tốt")
    }

    @Test("a NUL byte is reported where it stands")
    func nul() throws {
        let found = try lines([0x61, 0, 0x62, 0x0A, 0x63, 0x0A])
        #expect(found.map(\.firstNUL) == [1, nil])
        #expect(found[0].text == "a\0b")
    }

    @Test("a line that is too long is passed over and reported; those beside it are read", arguments: [11, 12, 300_000, 2_000_000])
    func tooLong(length: Int) throws {
        let long = [UInt8](repeating: 0x78, count: length)
        let found = try lines(Array("before\n".utf8) + long + Array("\r\nafter\n".utf8) + long, maximum: 10)
        #expect(found.count == 4)
        #expect(found[1].content == .tooLong(firstBytes: Array(long.prefix(1024)), length: Int64(length)))
        #expect(found[1].ending == .carriageReturnLineFeed)
        #expect(found[2] == Line(number: 3, offset: Int64(9 + length), nextOffset: Int64(15 + length), content: .text("after"), ending: .lineFeed))
        #expect(found[3].content == .tooLong(firstBytes: Array(long.prefix(1024)), length: Int64(length)))
        #expect(found[3].ending == .none)
    }

    @Test("a line of exactly the longest length is text, whatever ends it", arguments: ["\n", "\r\n", ""])
    func longestAllowed(ending: String) throws {
        let found = try lines(("0123456789" + ending).utf8, maximum: 10)
        #expect(found.map(\.text) == ["0123456789"])
    }

    @Test("reading goes on after any line as if it had never stopped, packed or not", arguments: ["", "gzip", "zstd"])
    func resuming(program: String) throws {
        let text = (1...500).map { "dòng số \($0)\n" }.joined()
        let bytes = program.isEmpty ? Array(text.utf8) : try scratch.packed(text.utf8, by: program)
        let path = try scratch.write(bytes)
        let all = try LineReader(ByteSource(path: path)).all()
        for line in [all[0], all[249], all[498], all[499]] {
            let rest = try LineReader(ByteSource(path: path), after: line.number, nextOffset: line.nextOffset).all()
            #expect(rest == Array(all[line.number...]))
        }
        #expect(try LineReader(ByteSource(path: path), after: 0, nextOffset: 0).all() == all)
    }

    @Test("a cursor into the middle of a line or behind the end is refused", arguments: [3, 4000] as [Int64])
    func misplaced(offset: Int64) throws {
        let path = try scratch.write("abcdef\nghi\n".utf8)
        #expect(throws: ExchangeFault.misplaced(file: path, offset: offset)) {
            _ = try LineReader(ByteSource(path: path), after: 1, nextOffset: offset)
        }
    }

    @Test("equals a naive split, for 500 random texts that come in pieces of random sizes")
    func property() throws {
        for seed in 0..<500 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let maximum = Int.random(in: 1...40, using: &random)
            let alphabet: [UInt8] = [0x0A, 0x0D, 0x61, 0x62, 0xC4, 0x91, 0xFF, 0x00]
            var bytes: [UInt8] = [0x61]
            // A few are larger than the reader's buffer, so that lines cross its edge.
            let length = seed % 125 == 0 ? Int.random(in: 262_000...400_000, using: &random) : Int.random(in: 0...300, using: &random)
            for _ in 0..<length {
                // Few line ends in the large ones: long lines.
                let letter = Int.random(in: 0..<(seed % 250 == 0 ? 4000 : 8), using: &random)
                bytes.append(alphabet[letter < 8 ? letter : 2])
            }
            let largest = length > 300 ? 200_000 : Int.random(in: 1...50, using: &random)
            let source = try ByteSource(path: scratch.write(bytes), call: inPieces(of: 1...largest, seed: seed))
            let found = try LineReader(source, maximum: maximum).all()
            let expected = naive(bytes, maximum: maximum)
            let difference = zip(found, expected).first { $0 != $1 }?.0.number
            #expect(difference == nil && found.count == expected.count, "seed \(seed)")
        }
    }

    /// The same by the book: slow, simple, all in memory.
    private func naive(_ bytes: [UInt8], maximum: Int) -> [Line] {
        var lines: [Line] = []
        var offset = 0
        while offset < bytes.count {
            let feed = bytes[offset...].firstIndex(of: 0x0A)
            var content = Array(bytes[offset..<(feed ?? bytes.count)])
            var ending = Line.Ending.none
            if feed != nil {
                ending = .lineFeed
                if content.last == 0x0D {
                    content.removeLast()
                    ending = .carriageReturnLineFeed
                }
            }
            let next = (feed ?? bytes.count - 1) + 1
            var firstNUL: Int?
            let value: Line.Content
            if content.count > maximum {
                value = .tooLong(firstBytes: Array(content.prefix(1024)), length: Int64(content.count))
            } else {
                firstNUL = content.firstIndex(of: 0)
                if String(decoding: content, as: UTF8.self).utf8.elementsEqual(content) {
                    value = .text(String(decoding: content, as: UTF8.self))
                } else {
                    value = .undecodable(bytes: content, at: firstFault(content))
                }
            }
            lines.append(
                Line(number: lines.count + 1, offset: Int64(offset), nextOffset: Int64(next), content: value, ending: ending, firstNUL: firstNUL)
            )
            offset = next
        }
        return lines
    }

    /// đ (C4 91) is the alphabet's only sign of two bytes.
    private func firstFault(_ bytes: [UInt8]) -> Int {
        var position = 0
        while position < bytes.count {
            if bytes[position] < 0x80 {
                position += 1
            } else if bytes[position] == 0xC4 && position + 1 < bytes.count && bytes[position + 1] == 0x91 {
                position += 2
            } else {
                return position
            }
        }
        return position
    }
}

/// A pipe that gives what it likes, and is interrupted now and then.
func inPieces(of sizes: ClosedRange<Int>, seed: UInt64) -> @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int {
    let random = Mutex(SeededGenerator(seed: seed))
    return { descriptor, buffer, count in
        let (interrupted, size) = random.withLock { (Int.random(in: 0..<10, using: &$0) == 0, Int.random(in: sizes, using: &$0)) }
        if interrupted {
            errno = EINTR
            return -1
        }
        return read(descriptor, buffer, min(count, size))
    }
}
