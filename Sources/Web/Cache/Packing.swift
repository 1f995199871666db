import CBrotli
import CZlib
import NIOCore

/// How a body may be packed on its way (RFC 9110, 8.4.1). Packed once when it is kept, never while a reader waits.
enum Packing: String, Sendable, CaseIterable {
    case plain = "identity"
    case brotli = "br"
    case gzip

    /// What makes bodies smaller.
    static let packed: [Packing] = [.brotli, .gzip]

    /// Brotli's quality: 5 packs a page of 30 KiB in about a millisecond to within a tenth of what 11 comes to in fifty.
    private static let brotliQuality: Int32 = 5
    private static let gzipLevel: Int32 = 6

    /// The packed bytes; nil when packing fails or makes nothing smaller.
    func pack(_ bytes: ByteBuffer) -> ByteBuffer? {
        let packed = bytes.withUnsafeReadableBytes { input -> ByteBuffer? in
            switch self {
            case .plain: nil
            case .brotli: Self.brotli(input)
            case .gzip: Self.gzip(input)
            }
        }
        guard let packed, packed.readableBytes < bytes.readableBytes else { return nil }
        return packed
    }

    private static func brotli(_ input: UnsafeRawBufferPointer) -> ByteBuffer? {
        var size = BrotliEncoderMaxCompressedSize(input.count)
        guard size > 0 else { return nil }
        var room = [UInt8](repeating: 0, count: size)
        let done = BrotliEncoderCompress(
            brotliQuality,
            22,
            BROTLI_MODE_TEXT,
            input.count,
            input.bindMemory(to: UInt8.self).baseAddress,
            &size,
            &room
        )
        // Copied to its exact size: what is kept for long should keep no slack.
        return done == BROTLI_TRUE ? ByteBuffer(bytes: room[..<size]) : nil
    }

    private static func gzip(_ input: UnsafeRawBufferPointer) -> ByteBuffer? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // 15 bits of window, and 16 for a gzip header.
        guard deflateInit2_(&stream, gzipLevel, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var room = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        let code = room.withUnsafeMutableBufferPointer { out in
            stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
            stream.avail_in = UInt32(input.count)
            stream.next_out = out.baseAddress
            stream.avail_out = UInt32(out.count)
            return deflate(&stream, Z_FINISH)
        }
        return code == Z_STREAM_END ? ByteBuffer(bytes: room[..<Int(stream.total_out)]) : nil
    }

    /// The bytes that were packed.
    static func unpack(brotli packed: ByteBuffer, size: Int) -> ByteBuffer? {
        var count = size
        var room = [UInt8](repeating: 0, count: max(size, 1))
        let result = packed.withUnsafeReadableBytes { input in
            BrotliDecoderDecompress(input.count, input.bindMemory(to: UInt8.self).baseAddress, &count, &room)
        }
        guard result == BROTLI_DECODER_RESULT_SUCCESS, count == size else { return nil }
        return ByteBuffer(bytes: room[..<size])
    }

    /// Whether bytes of a type become smaller by packing: text does, pictures and the like are packed already.
    static func helps(_ type: String) -> Bool {
        let name = type.prefix { $0 != ";" }
        return name.hasPrefix("text/") || name.hasSuffix("json") || name.hasSuffix("xml") || name.hasSuffix("javascript")
            || ["image/svg+xml", "application/manifest+json", "image/x-icon"].contains(name)
    }
}

/// Which packings a reader takes, by `Accept-Encoding` (RFC 9110, 12.5.3).
struct AcceptedPackings: OptionSet, Sendable {
    let rawValue: UInt8
    static let brotli = AcceptedPackings(rawValue: 1)
    static let gzip = AcceptedPackings(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Total: a field nobody can read takes nothing packed.
    init(field: some Collection<UInt8>) {
        self = []
        for part in field.split(separator: UInt8(ascii: ",")) {
            let pieces = part.split(separator: UInt8(ascii: ";"), maxSplits: 1)
            guard let first = pieces.first, pieces.count < 2 || !Self.isZero(pieces[1]) else { continue }
            let name = first.filter { $0 != 32 && $0 != 9 }.map { $0 | 0x20 }
            if name == [98, 114] {
                insert(.brotli)
            } else if name == Array("gzip".utf8) || name == [42 | 0x20] {
                insert(.gzip)
            }
        }
    }

    /// `q=0`, `q=0.0`, `q=0.000`: never.
    private static func isZero(_ weight: some Collection<UInt8>) -> Bool {
        let text = weight.filter { $0 != 32 && $0 != 9 }
        guard text.count >= 3, text[0] | 0x20 == UInt8(ascii: "q"), text[1] == UInt8(ascii: "=") else { return false }
        return text[2...].allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    }
}
