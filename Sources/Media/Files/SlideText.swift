/// The words of a presentation from before 2007: the stream "PowerPoint Document" of a compound file ([MS-CFB]), records 0x0FA0 and 0x0FA8 ([MS-PPT] 2.9.42, 2.9.44).
/// Runs in the worker process. Of masters it reads nothing: what stands there are instructions to whoever makes a slide.
enum SlideText {
    private static let container = 0xF
    /// MainMaster and Handout.
    private static let masters: Set = [0x03F8, 0x0FC9]
    private static let wide = 0x0FA0
    private static let narrow = 0x0FA8
    private static let mostDepth = 32

    /// - Throws: `FileRefusal.damaged` for what is no such file.
    static func words(of document: [UInt8], most: Int) throws(FileRefusal) -> [UInt8] {
        guard let file = CompoundFile(document), let stream = file.stream(named: "PowerPoint Document") else { throw .damaged }
        var text: [UInt8] = []
        collect(stream[...], into: &text, most: most, depth: 0)
        return Array(text.prefix(most))
    }

    private static func collect(_ records: ArraySlice<UInt8>, into text: inout [UInt8], most: Int, depth: Int) {
        var rest = records
        while rest.count >= 8, text.count < most {
            let head = Array(rest.prefix(8))
            guard let flags = head.little16(0), let type = head.little16(2), let length = head.little32(4) else { return }
            rest = rest.dropFirst(8)
            let body = rest.prefix(length)
            rest = rest.dropFirst(length)
            if flags & 0xF == container {
                if !masters.contains(type), depth < mostDepth { collect(body, into: &text, most: most, depth: depth + 1) }
            } else if type == wide {
                let units = stride(from: body.startIndex, to: body.endIndex - 1, by: 2).map { UInt16(body[$0]) | UInt16(body[$0 + 1]) << 8 }
                line(String(decoding: units, as: UTF16.self), into: &text)
            } else if type == narrow {
                // The low bytes of UTF-16 units.
                line(String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) })), into: &text)
            }
        }
    }

    /// Paragraphs end with a carriage return, lines within them with a vertical tab.
    private static func line(_ words: String, into text: inout [UInt8]) {
        text += words.utf8.map { $0 == 13 || $0 == 11 ? 10 : $0 }
        if let last = text.last, last != 10 { text.append(10) }
    }
}

/// A compound file ([MS-CFB]), as far as reading one of its large streams needs: header, allocation table, directory.
struct CompoundFile {
    static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private let bytes: [UInt8]
    private let sectorSize: Int
    private let next: [Int]

    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.mark), let shift = bytes.little16(30), shift == 9 || shift == 12, let first = bytes.little32(68) else {
            return nil
        }
        self.bytes = bytes
        sectorSize = 1 << shift
        // Where the table stands: 109 sectors in the header, further ones in sectors of their own.
        var places = (0..<109).compactMap { bytes.little32(76 + $0 * 4) }
        var more = first
        let perSector = sectorSize / 4
        var steps = 0
        while more < 0xFFFF_FFF0, steps * sectorSize < bytes.count {
            let at = (more + 1) << shift
            guard at + sectorSize <= bytes.count else { break }
            places += (0..<(perSector - 1)).compactMap { bytes.little32(at + $0 * 4) }
            more = bytes.little32(at + sectorSize - 4) ?? 0xFFFF_FFFE
            steps += 1
        }
        var next: [Int] = []
        for place in places where place < 0xFFFF_FFF0 && next.count * sectorSize <= bytes.count {
            let at = (place + 1) << shift
            guard at + sectorSize <= bytes.count else { break }
            next += (0..<perSector).compactMap { bytes.little32(at + $0 * 4) }
        }
        self.next = next
    }

    /// A stream that stands in sectors of its own (4,096 bytes or more); nil where there is none of that name or it is damaged.
    func stream(named name: String) -> [UInt8]? {
        guard let start = bytes.little32(48), let directory = chain(from: start, most: bytes.count) else { return nil }
        let wanted = Array(name.utf16)
        for at in stride(from: 0, to: directory.count - 127, by: 128) {
            guard let length = directory.little16(at + 64), length == (wanted.count + 1) * 2,
                wanted.indices.allSatisfy({ directory.little16(at + $0 * 2) == Int(wanted[$0]) }),
                let first = directory.little32(at + 116), let size = directory.little32(at + 120), size >= 4096
            else { continue }
            return chain(from: first, most: size)
        }
        return nil
    }

    private func chain(from first: Int, most: Int) -> [UInt8]? {
        var out: [UInt8] = []
        var sector = first
        while sector < 0xFFFF_FFF0, out.count < most {
            let at = (sector + 1) * sectorSize
            guard sector < next.count, at < bytes.count else { return nil }
            // The last sector of a file may be cut short; a chain that goes in a circle ends with `most`.
            out += bytes[at..<min(bytes.count, at + sectorSize)]
            sector = next[sector]
        }
        return Array(out.prefix(most))
    }
}
