import CZlib

/// Pictures made for tests, byte by byte.
enum Sample {
    /// A PNG whose pixels are what `pixel` says of each.
    static func png(
        width: Int,
        height: Int,
        alpha: Bool = false,
        extra: [(name: String, bytes: [UInt8])] = [],
        pixel: (Int, Int) -> [UInt8] = { x, y in
            [UInt8(truncatingIfNeeded: x * 7), UInt8(truncatingIfNeeded: y * 5), UInt8(truncatingIfNeeded: x ^ y)]
        }
    ) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (width * 4 + 1))
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width {
                rows += pixel(x, y)
                if alpha { rows.append(UInt8(truncatingIfNeeded: x * 255 / max(1, width - 1))) }
            }
        }
        return png(head: width, height, colour: alpha ? 6 : 2, extra: extra, data: deflate(rows))
    }

    /// A PNG of any claims and any data.
    static func png(head width: Int, _ height: Int, depth: UInt8 = 8, colour: UInt8, extra: [(name: String, bytes: [UInt8])] = [], data: [UInt8])
        -> [UInt8]
    {
        var bytes: [UInt8] = [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]
        bytes += chunk("IHDR", big32(width) + big32(height) + [depth, colour, 0, 0, 0])
        for (name, content) in extra { bytes += chunk(name, content) }
        return bytes + chunk("IDAT", data) + chunk("IEND", [])
    }

    /// The first bytes of a JPEG of a camera: EXIF with an orientation and a place, then the size.
    static func jpegHead(width: Int, height: Int, orientation: UInt8? = nil) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        if let orientation { bytes += exif(orientation) }
        bytes += [
            0xFF, 0xC0, 0, 17, 8, UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11,
            1,
        ]
        return bytes
    }

    /// An APP1 segment: orientation, and where the picture was taken.
    static func exif(_ orientation: UInt8) -> [UInt8] {
        var tiff: [UInt8] = Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 2]
        tiff += [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        tiff += [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]
        tiff += [0, 0, 0, 0]
        // The GPS directory: the latitude's letter.
        tiff += [0, 1, 0x00, 0x01, 0, 2, 0, 0, 0, 2] + Array("N\0\0\0".utf8) + [0, 0, 0, 0]
        let body = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
    }

    /// A JPEG with such a segment put in after its first marker.
    static func adding(_ segment: [UInt8], to jpeg: [UInt8]) -> [UInt8] { jpeg.prefix(2) + segment + jpeg.dropFirst(2) }

    /// The first bytes of a WebP in the extended form.
    static func webp(width: Int, height: Int) -> [UInt8] {
        func little24(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255), UInt8(value >> 16)] }
        return Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0] + little24(width - 1) + little24(height - 1)
    }

    static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(uLong(bytes.count))
        var out = [UInt8](repeating: 0, count: Int(length))
        let status = compress2(&out, &length, bytes, uLong(bytes.count), 1)
        return status == Z_OK ? Array(out[..<Int(length)]) : []
    }

    static func inflate(_ bytes: [UInt8], upTo most: Int) -> [UInt8]? {
        var length = uLong(most)
        var out = [UInt8](repeating: 0, count: most)
        return uncompress(&out, &length, bytes, uLong(bytes.count)) == Z_OK ? Array(out[..<Int(length)]) : nil
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        return big32(content.count) + named + big32(Int(crc32(0, named, uInt(named.count))))
    }

    private static func big32(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
}
