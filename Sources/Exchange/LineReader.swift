import Glibc

/// Lines of a foreign text file, one after the other, whatever is wrong with them.
///
/// LF and CRLF end a line. A UTF-8 byte order mark is dropped; UTF-16 and UTF-32 ones are a fault that names the encoding. Memory is bounded
/// by the longest line allowed. Not for use from two tasks at once. Errors: `ExchangeFault`, after all whole lines before it were given.
public final class LineReader {
    /// 16 MiB: ten times the longest record of the sources we know.
    public static let defaultMaximum = 16 * 1024 * 1024
    private static let chunk = 256 * 1024
    /// How much of an over-long line is kept, so that a person can recognise it.
    private static let kept = 1024

    public let source: ByteSource
    private let maximum: Int
    private var buffer: UnsafeMutableRawBufferPointer
    /// The line being gathered begins here …
    private var start = 0
    /// … and no line feed stands before here …
    private var searched = 0
    /// … and the bytes read end here.
    private var end = 0
    private var atEnd = false
    private var begun: Bool
    private var number: Int
    private var offset: Int64

    /// - Parameter maximum: longest line, in bytes without its end, that is given as text.
    public init(_ source: ByteSource, maximum: Int = LineReader.defaultMaximum) {
        self.source = source
        self.maximum = max(1, maximum)
        buffer = .allocate(byteCount: Self.chunk, alignment: 64)
        begun = source.position > 0
        number = 0
        offset = source.position
    }

    /// Goes on where an earlier reader stopped.
    /// - Parameters:
    ///   - line: number of the last line that is done.
    ///   - nextOffset: that line's `nextOffset`, of a line that has an end.
    /// - Throws: `ExchangeFault.misplaced` if no line begins there.
    public convenience init(_ source: ByteSource, after line: Int, nextOffset: Int64, maximum: Int = LineReader.defaultMaximum) throws {
        if nextOffset > 0 {
            guard try source.skip(to: nextOffset - 1) else { throw ExchangeFault.misplaced(file: source.name, offset: nextOffset) }
            var previous: UInt8 = 0
            let got = try withUnsafeMutableBytes(of: &previous) { try source.read(into: $0) }
            guard got == 1, previous == UInt8(ascii: "\n") else { throw ExchangeFault.misplaced(file: source.name, offset: nextOffset) }
        }
        self.init(source, maximum: maximum)
        number = line
    }

    deinit {
        buffer.deallocate()
    }

    /// The next line; nil after the last.
    public func next() throws -> Line? {
        if !begun { try begin() }
        while true {
            if let feed = findFeed() {
                return take(upTo: feed, next: feed + 1)
            }
            if atEnd {
                guard end > start else { return nil }
                return take(upTo: end, next: end)
            }
            // One more byte than the maximum may be a carriage return that does not count.
            if end - start > maximum + 1 { return try passOver() }
            try fill()
        }
    }

    private func findFeed() -> Int? {
        guard searched < end, let base = buffer.baseAddress else { return nil }
        guard let found = memchr(base + searched, 0x0A, end - searched) else {
            searched = end
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Makes a line of `start..<stop`; the line after it begins at `next`.
    private func take(upTo stop: Int, next: Int) -> Line {
        var stop = stop
        var ending = Line.Ending.none
        if next > stop {
            ending = .lineFeed
            if stop > start, buffer[stop - 1] == 0x0D {
                stop -= 1
                ending = .carriageReturnLineFeed
            }
        }
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<stop])
        let content: Line.Content
        var firstNUL = Self.firstNUL(in: bytes)
        if bytes.count > maximum {
            firstNUL = nil
            content = .tooLong(firstBytes: Array(bytes.prefix(Self.kept)), length: Int64(bytes.count))
        } else if let text = String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self) {
            content = .text(text)
        } else {
            content = .undecodable(bytes: Array(bytes), at: Self.firstFault(in: bytes))
        }
        let line = advance(by: Int64(next - start), content: content, ending: ending, firstNUL: firstNUL)
        start = next
        searched = next
        return line
    }

    private func advance(by count: Int64, content: Line.Content, ending: Line.Ending, firstNUL: Int?) -> Line {
        number += 1
        defer { offset += count }
        return Line(number: number, offset: offset, nextOffset: offset + count, content: content, ending: ending, firstNUL: firstNUL)
    }

    /// Reads to the end of a line that is too long, forgetting it on the way.
    private func passOver() throws -> Line {
        var firstBytes = Array(buffer[start..<start + min(Self.kept, end - start)])
        var length = Int64(end - start)
        var last = buffer[end - 1]
        start = 0
        end = 0
        searched = 0
        while true {
            try fill()
            if atEnd && end == 0 {
                return advance(by: length, content: .tooLong(firstBytes: firstBytes, length: length), ending: .none, firstNUL: nil)
            }
            let stop = findFeed() ?? end
            length += Int64(stop)
            if firstBytes.count < Self.kept { firstBytes.append(contentsOf: buffer[..<min(stop, Self.kept - firstBytes.count)]) }
            if stop > 0 { last = buffer[stop - 1] }
            if stop < end {
                start = stop + 1
                searched = start
                let isCarriageReturn = last == 0x0D
                let content = length - (isCarriageReturn ? 1 : 0)
                return advance(
                    by: length + 1,
                    content: .tooLong(firstBytes: Array(firstBytes.prefix(Int(content))), length: content),
                    ending: isCarriageReturn ? .carriageReturnLineFeed : .lineFeed,
                    firstNUL: nil
                )
            }
            end = 0
            searched = 0
        }
    }

    /// One more read, behind what is held: moves or grows the buffer where needed.
    private func fill() throws {
        if start == end {
            start = 0
            searched = 0
            end = 0
        } else if buffer.count - end < Self.chunk / 2 && start > 0 {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
            end -= start
            searched -= start
            start = 0
        }
        if end == buffer.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 64)
            larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
            buffer.deallocate()
            buffer = larger
        }
        let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
        if got == 0 { atEnd = true }
        end += got
    }

    /// Looks at the first bytes for a byte order mark.
    private func begin() throws {
        begun = true
        while end < 4 && !atEnd { try fill() }
        let first = Array(buffer[..<min(end, 4)])
        if first.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = 3
            searched = 3
            offset = 3
            return
        }
        let encoding: String? =
            if first == [0xFF, 0xFE, 0, 0] || first == [0, 0, 0xFE, 0xFF] {
                "UTF-32"
            } else if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
                "UTF-16"
            } else {
                nil
            }
        if let encoding { throw ExchangeFault.foreignEncoding(file: source.name, encoding: encoding) }
    }

    private static func firstFault(in bytes: UnsafeRawBufferPointer) -> Int {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span)
            return bytes.count
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private static func firstNUL(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let base = bytes.baseAddress, let found = memchr(base, 0, bytes.count) else { return nil }
        return UnsafeRawPointer(found) - base
    }
}
