import CZstd

/// Unpacks Zstandard frames one after the other. The library's own limit on the window (128 MiB) bounds the memory a file can ask for.
final class ZstdExpander {
    private let raw: RawInput
    private let stream: OpaquePointer
    /// 0 exactly between two frames; otherwise a hint of what is still to come.
    private var expected = 0
    /// The library may hold content it had no room for; it must be asked again before more input is awaited.
    private var mayHoldMore = false

    init(_ raw: RawInput) throws {
        guard let stream = ZSTD_createDStream() else {
            throw ExchangeFault.cannotOpen(file: raw.name, reason: "zstd refused to start")
        }
        self.raw = raw
        self.stream = stream
    }

    deinit {
        ZSTD_freeDStream(stream)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let bytes = try raw.peek()
            if bytes.isEmpty && !mayHoldMore {
                if expected == 0 { return 0 }
                throw ExchangeFault.truncated(file: raw.name, compression: .zstd, reached: .init(stored: raw.consumed, content: 0))
            }
            var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
            var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
            let code = ZSTD_decompressStream(stream, &output, &input)
            raw.consume(input.pos)
            if ZSTD_isError(code) != 0 {
                let detail = String(cString: ZSTD_getErrorName(code))
                throw ExchangeFault.damaged(file: raw.name, compression: .zstd, detail: detail, reached: .init(stored: raw.consumed, content: 0))
            }
            expected = code
            mayHoldMore = code != 0 && output.pos == output.size
            if output.pos > 0 { return output.pos }
        }
    }
}
