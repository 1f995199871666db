import CZlib

/// Packs a stream of bytes as one gzip member.
final class GzipDeflater {
    private let path: String
    // On the heap, because zlib keeps the address of its stream.
    private let stream: UnsafeMutablePointer<z_stream>
    private let room: UnsafeMutableRawBufferPointer

    init(path: String) throws {
        self.path = path
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        room = .allocate(byteCount: 64 * 1024, alignment: 64)
        // 15 bits of window, and 16 for a gzip header.
        let code = deflateInit2_(
            stream,
            Z_DEFAULT_COMPRESSION,
            Z_DEFLATED,
            15 + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard code == Z_OK else { throw ExchangeFault.cannotWrite(file: path, reason: "zlib refused to start (\(code))") }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        room.deallocate()
    }

    /// - Parameter last: nothing comes after `input`.
    func deflate(_ input: UnsafeRawBufferPointer, last: Bool, to write: (UnsafeRawBufferPointer) throws -> Void) throws {
        // zlib does not write to its input; the cast only follows its old signature. The callers' pieces are far below 4 GiB.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        var code = Z_OK
        repeat {
            stream.pointee.next_out = room.bindMemory(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(room.count)
            code = CZlib.deflate(stream, last ? Z_FINISH : Z_NO_FLUSH)
            guard code >= 0 || code == Z_BUF_ERROR else { throw ExchangeFault.cannotWrite(file: path, reason: "zlib code \(code)") }
            try write(UnsafeRawBufferPointer(rebasing: room[..<(room.count - Int(stream.pointee.avail_out))]))
        } while stream.pointee.avail_out == 0 || (last && code != Z_STREAM_END)
    }
}
