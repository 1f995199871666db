import CZlib

/// Writes PNG files (RFC 2083): a palette picture row by row as it is, or true colour with alpha as the difference from the row above.
enum PNG {
    /// - Parameter pixels: rows from the top, an index a pixel.
    static func encode(width: Int, height: Int, palette: [Colour], pixels: [UInt8]) -> [UInt8] {
        let colours = palette.flatMap { [UInt8($0.red.rounded()), UInt8($0.green.rounded()), UInt8($0.blue.rounded())] }
        let rows = (0..<height).flatMap { [0] + pixels[$0 * width..<($0 + 1) * width] }
        return file(width: width, height: height, colourType: 3, palette: colours, rows: rows)
    }

    /// - Parameter pixels: rows from the top, red, green, blue and alpha a pixel.
    static func encode(width: Int, height: Int, rgba pixels: [UInt8]) -> [UInt8] {
        let stride = width * 4
        var rows: [UInt8] = []
        rows.reserveCapacity((stride + 1) * height)
        for y in 0..<height {
            rows.append(y == 0 ? 0 : 2)
            for i in y * stride..<(y + 1) * stride { rows.append(y == 0 ? pixels[i] : pixels[i] &- pixels[i - stride]) }
        }
        return file(width: width, height: height, colourType: 6, palette: [], rows: rows)
    }

    private static func file(width: Int, height: Int, colourType: UInt8, palette: [UInt8], rows: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        append(chunk: "IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, colourType, 0, 0, 0], to: &file)
        if !palette.isEmpty { append(chunk: "PLTE", palette, to: &file) }
        append(chunk: "IDAT", deflate(rows), to: &file)
        append(chunk: "IEND", [], to: &file)
        return file
    }

    private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        let bound = Int(length)
        return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            // The bound is zlib's own, so the only failure left is memory; then the picture stays empty and decoders say so.
            let status = compress2(output.baseAddress, &length, bytes, UInt(bytes.count), 5)
            count = status == Z_OK ? Int(length) : 0
        }
    }

    private static func append(chunk type: String, _ data: [UInt8], to file: inout [UInt8]) {
        let body = Array(type.utf8) + data
        file += bigEndian(UInt32(data.count))
        file += body
        file += bigEndian(UInt32(truncatingIfNeeded: crc32(0, body, UInt32(body.count))))
    }

    private static func bigEndian(_ n: UInt32) -> [UInt8] { [UInt8(n >> 24), UInt8(n >> 16 & 255), UInt8(n >> 8 & 255), UInt8(n & 255)] }
}
