import CBrotli

/// The little of a WOFF2 file (W3C WOFF 2.0, 4 and 5) that says which characters it has.
struct WebFont {
    /// Tags that the format writes as a number; the rest of the table is not needed here.
    private static let tags = [
        "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep", "CFF ", "VORG", "EBDT", "EBLC",
        "gasp",
        "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea", "vmtx", "BASE", "GDEF", "GPOS", "GSUB",
    ]

    private(set) var tables: [String: [UInt8]] = [:]

    init?(_ file: [UInt8]) {
        guard file.count > 48, file[..<4] == Array("wOF2".utf8)[...] else { return nil }
        let count = Self.number(file, 12, 2)
        let packedSize = Self.number(file, 20, 4)
        var position = 48
        var entries: [(tag: String, length: Int)] = []
        for _ in 0..<count {
            let flags = file[position]
            position += 1
            var tag = "?"
            if flags & 63 == 63 {
                tag = String(decoding: file[position..<position + 4], as: UTF8.self)
                position += 4
            } else if Int(flags & 63) < Self.tags.count {
                tag = Self.tags[Int(flags & 63)]
            }
            var length = Self.variable(file, &position)
            let version = flags >> 6
            let isTransformed = tag == "glyf" || tag == "loca" ? version != 3 : version != 0
            if isTransformed { length = Self.variable(file, &position) }
            entries.append((tag, length))
        }
        var size = entries.map(\.length).reduce(0, +)
        var room = [UInt8](repeating: 0, count: size)
        let packed = Array(file[position..<min(position + packedSize, file.count)])
        guard BrotliDecoderDecompress(packed.count, packed, &size, &room) == BROTLI_DECODER_RESULT_SUCCESS, size == room.count else { return nil }
        var start = 0
        for entry in entries {
            tables[entry.tag] = Array(room[start..<start + entry.length])
            start += entry.length
        }
    }

    /// Every character that has a glyph of its own (subtables of the formats 4 and 12).
    var characters: Set<UInt32> {
        guard let cmap = tables["cmap"], cmap.count > 4 else { return [] }
        var found: Set<UInt32> = []
        for index in 0..<Self.number(cmap, 2, 2) {
            let start = Self.number(cmap, 4 + index * 8 + 4, 4)
            switch Self.number(cmap, start, 2) {
            case 4: found.formUnion(Self.segments(cmap, start))
            case 12:
                for group in 0..<Self.number(cmap, start + 12, 4) {
                    let at = start + 16 + group * 12
                    found.formUnion((Self.number(cmap, at, 4)...Self.number(cmap, at + 4, 4)).map { UInt32($0) })
                }
            default: break
            }
        }
        return found
    }

    private static func segments(_ cmap: [UInt8], _ start: Int) -> Set<UInt32> {
        var found: Set<UInt32> = []
        let double = number(cmap, start + 6, 2)
        for segment in stride(from: 0, to: double, by: 2) {
            let end = number(cmap, start + 14 + segment, 2)
            let first = number(cmap, start + 16 + double + segment, 2)
            let delta = number(cmap, start + 16 + 2 * double + segment, 2)
            let place = start + 16 + 3 * double + segment
            let offset = number(cmap, place, 2)
            for code in first...max(first, end) where code != 0xFFFF {
                let glyph = offset == 0 ? (code + delta) & 0xFFFF : number(cmap, place + offset + 2 * (code - first), 2)
                if glyph != 0 { found.insert(UInt32(code)) }
            }
        }
        return found
    }

    private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
        guard at >= 0, at + count <= bytes.count else { return 0 }
        return bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func variable(_ bytes: [UInt8], _ position: inout Int) -> Int {
        var value = 0
        for _ in 0..<5 {
            let byte = bytes[position]
            position += 1
            value = value << 7 | Int(byte & 127)
            if byte & 128 == 0 { break }
        }
        return value
    }
}
