/// A PNG with something in it, without a packer: stored blocks (RFC 1951) hold the rows as they are.
enum SamplePNG {
    static func bytes(width: Int, height: Int, alpha: Bool = false) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (width * 4 + 1))
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width {
                rows += [UInt8(truncatingIfNeeded: x / 3), UInt8(truncatingIfNeeded: y / 3), UInt8(truncatingIfNeeded: (x + y) / 5)]
                if alpha { rows.append(UInt8(truncatingIfNeeded: x)) }
            }
        }
        var bytes: [UInt8] = [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]
        bytes += chunk("IHDR", big32(width) + big32(height) + [8, alpha ? 6 : 2, 0, 0, 0])
        return bytes + chunk("IDAT", zlib(rows)) + chunk("IEND", [])
    }

    private static func zlib(_ data: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [0x78, 0x01]
        var (a, b) = (1, 0)
        for byte in data {
            a = (a + Int(byte)) % 65521
            b = (b + a) % 65521
        }
        var at = 0
        while at < data.count {
            let part = data[at..<min(at + 65535, data.count)]
            at += part.count
            let length = UInt16(part.count)
            out += [at == data.count ? 1 : 0, UInt8(length & 255), UInt8(length >> 8), UInt8(~length & 255), UInt8(~length >> 8)]
            out += part
        }
        return out + big32(b << 16 | a)
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        return big32(content.count) + named + big32(Int(crc(named)))
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private static func big32(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
}
