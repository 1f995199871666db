import CZlib

/// Writes a picture as a PNG file (RFC 2083): true colour with alpha, each row as its difference from the row above.
enum PNGFile {
    /// - Parameter pixels: rows from the top; red, green, blue and alpha a pixel.
    static func bytes(width: Int, height: Int, rgba pixels: [UInt8]) -> [UInt8] {
        let stride = width * 4
        var rows: [UInt8] = []
        rows.reserveCapacity((stride + 1) * height)
        for y in 0..<height {
            rows.append(y == 0 ? 0 : 2)
            for i in y * stride..<(y + 1) * stride { rows.append(y == 0 ? pixels[i] : pixels[i] &- pixels[i - stride]) }
        }
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        append("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 6, 0, 0, 0], to: &file)
        append("IDAT", deflate(rows), to: &file)
        append("IEND", [], to: &file)
        return file
    }

    /// An icon file (`favicon.ico`) of PNG pictures, each a square of `size`.
    static func icon(_ pictures: [(size: Int, png: [UInt8])]) -> [UInt8] {
        var header = littleEndian(UInt16(0)) + littleEndian(UInt16(1)) + littleEndian(UInt16(pictures.count))
        var body: [UInt8] = []
        for (size, png) in pictures {
            let side = UInt8(truncatingIfNeeded: size)
            header += [side, side, 0, 0] + littleEndian(UInt16(1)) + littleEndian(UInt16(32))
            header += littleEndian(UInt32(png.count)) + littleEndian(UInt32(6 + 16 * pictures.count + body.count))
            body += png
        }
        return header + body
    }

    private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        let bound = Int(length)
        return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            // The bound is zlib's own, so the only failure left is memory; then the picture stays empty and decoders say so.
            let status = compress2(output.baseAddress, &length, bytes, UInt(bytes.count), 6)
            count = status == Z_OK ? Int(length) : 0
        }
    }

    private static func append(_ type: String, _ data: [UInt8], to file: inout [UInt8]) {
        let body = Array(type.utf8) + data
        file += bigEndian(UInt32(data.count)) + body
        file += bigEndian(UInt32(truncatingIfNeeded: crc32(0, body, UInt32(body.count))))
    }

    private static func bigEndian(_ n: UInt32) -> [UInt8] { [UInt8(n >> 24), UInt8(n >> 16 & 255), UInt8(n >> 8 & 255), UInt8(n & 255)] }
    private static func littleEndian(_ n: UInt32) -> [UInt8] { bigEndian(n).reversed() }
    private static func littleEndian(_ n: UInt16) -> [UInt8] { [UInt8(n & 255), UInt8(n >> 8)] }
}
