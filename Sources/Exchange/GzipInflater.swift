import CZlib

/// Unpacks gzip members one after the other (RFC 1952 section 2.2: a file may have many; `pigz`, `cat a.gz b.gz` and log rotation make such).
final class GzipInflater {
    private let raw: RawInput
    // On the heap, because zlib keeps the address of its stream.
    private let stream: UnsafeMutablePointer<z_stream>
    private var betweenMembers = false
    private var finished = false

    init(_ raw: RawInput) throws {
        self.raw = raw
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for "gzip header expected".
        let code = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        // Everything is set up by now, so throwing still runs deinit.
        guard code == Z_OK else { throw ExchangeFault.cannotOpen(file: raw.name, reason: "zlib refused to start (\(code))") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while !finished {
            if betweenMembers, try !startNextMember() { break }
            let input = try raw.peek()
            // Asked even without input: zlib may still hold content it had no room for.
            // zlib does not write to its input; the cast only follows its old signature.
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
            stream.pointee.avail_in = UInt32(input.count)
            let room = min(buffer.count, Int(Int32.max))
            stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(room)
            let code = inflate(stream, Z_NO_FLUSH)
            raw.consume(input.count - Int(stream.pointee.avail_in))
            let produced = room - Int(stream.pointee.avail_out)
            switch code {
            case Z_STREAM_END: betweenMembers = true
            case Z_OK, Z_BUF_ERROR: break
            default:
                // Bytes made before the fault are not handed out: without their checksum nobody vouches for them.
                let detail = stream.pointee.msg.map { String(cString: $0) } ?? "zlib code \(code)"
                throw ExchangeFault.damaged(file: raw.name, compression: .gzip, detail: detail, reached: .init(stored: raw.consumed, content: 0))
            }
            if produced > 0 { return produced }
            if input.isEmpty {
                throw ExchangeFault.truncated(file: raw.name, compression: .gzip, reached: .init(stored: raw.consumed, content: 0))
            }
        }
        return 0
    }

    /// False at the end of the file. Zero bytes after the last member are padding (tape blocks), as gzip itself sees it.
    private func startNextMember() throws -> Bool {
        var input = try raw.peek(atLeast: 2)
        while let first = input.first, first == 0 {
            raw.consume(input.prefix { $0 == 0 }.count)
            input = try raw.peek(atLeast: 2)
        }
        if input.isEmpty {
            finished = true
            return false
        }
        guard input.starts(with: [0x1F, 0x8B]) else {
            throw ExchangeFault.damaged(
                file: raw.name,
                compression: .gzip,
                detail: "other data after the last member",
                reached: .init(stored: raw.consumed, content: 0)
            )
        }
        inflateReset(stream)
        betweenMembers = false
        return true
    }
}
