/// What the first bytes of a picture say: the type by its content, whatever it calls itself, and its size. Reads, decodes nothing; anything may be in the bytes.
public struct PictureHeader: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case jpeg, png, webp, gif, avif

        public var mediaType: String { "image/\(rawValue)" }
    }

    /// As many bytes as are worth giving; pictures with more before their size (large profiles) have none here.
    public static let length = 256 * 1024

    public var kind: Kind
    /// As it is shown: the EXIF orientation applied. Nil where the head does not say.
    public var width: Int?
    public var height: Int?
    public var hasAlpha = false
    /// Moves: a smaller picture of it would stand still. (Every GIF counts, most do.)
    public var isAnimated = false

    /// - Returns: nil for what is not a picture of these kinds: SVG, HTML, a text that calls itself PNG.
    public init?(_ bytes: some Collection<UInt8>) {
        self.init(prefix: Array(bytes.prefix(Self.length)))
    }

    private init?(prefix: [UInt8]) {
        let reader = ByteReader(prefix)
        if reader.matches("\u{89}PNG\r\n\u{1A}\n", latin1: true) {
            self.init(png: reader)
        } else if prefix.starts(with: [0xFF, 0xD8, 0xFF]) {
            self.init(jpeg: reader)
        } else if reader.matches("RIFF"), reader.matches("WEBP", at: 8) {
            self.init(webp: reader)
        } else if reader.matches("GIF87a") || reader.matches("GIF89a") {
            self.init(gif: reader)
        } else if reader.matches("ftyp", at: 4), reader.matches("avif", at: 8) || reader.matches("avis", at: 8) {
            self.init(avif: reader)
        } else {
            return nil
        }
    }

    private mutating func setSize(_ width: Int?, _ height: Int?) {
        guard let width, let height, width > 0, height > 0 else { return }
        (self.width, self.height) = (width, height)
    }
}

extension PictureHeader {
    private init(png reader: ByteReader) {
        kind = .png
        guard reader.matches("IHDR", at: 12) else { return }
        setSize(reader.big32(16), reader.big32(20))
        hasAlpha = reader[25].map { $0 & 4 != 0 } ?? false
        var at = 8
        while let length = reader.big32(at), length < 1 << 31, !reader.matches("IDAT", at: at + 4) {
            if reader.matches("tRNS", at: at + 4) { hasAlpha = true }
            if reader.matches("acTL", at: at + 4) { isAnimated = true }
            at += length + 12
        }
    }

    private init(jpeg reader: ByteReader) {
        kind = .jpeg
        var at = 2
        var isTurned = false
        while let mark = reader[at], mark == 0xFF, let marker = reader[at + 1] {
            if marker == 0xFF {
                at += 1
                continue
            }
            // Markers without a length.
            if marker == 0x01 || (0xD0...0xD8).contains(marker) {
                at += 2
                continue
            }
            guard let length = reader.big16(at + 2), length >= 2, marker != 0xD9, marker != 0xDA else { return }
            if marker == 0xE1, reader.matches("Exif\0\0", at: at + 4) {
                isTurned = reader.isTurned(exif: at + 10, end: at + 2 + length)
            }
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                let (height, width) = (reader.big16(at + 5), reader.big16(at + 7))
                if isTurned { setSize(height, width) } else { setSize(width, height) }
                return
            }
            at += 2 + length
        }
    }

    private init(webp reader: ByteReader) {
        kind = .webp
        if reader.matches("VP8X", at: 12) {
            hasAlpha = reader[20].map { $0 & 0x10 != 0 } ?? false
            isAnimated = reader[20].map { $0 & 0x02 != 0 } ?? false
            setSize(reader.little24(24).map { $0 + 1 }, reader.little24(27).map { $0 + 1 })
        } else if reader.matches("VP8 ", at: 12) {
            setSize(reader.little16(26).map { $0 & 0x3FFF }, reader.little16(28).map { $0 & 0x3FFF })
        } else if reader.matches("VP8L", at: 12), let low = reader.little16(21), let high = reader.little16(23) {
            let bits = low | high << 16
            hasAlpha = bits >> 28 & 1 == 1
            setSize(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        }
    }

    private init(gif reader: ByteReader) {
        kind = .gif
        isAnimated = true
        setSize(reader.little16(6), reader.little16(8))
    }

    private init(avif reader: ByteReader) {
        kind = .avif
        isAnimated = reader.matches("avis", at: 8)
        // Of the sizes named (the picture, its alpha, tiles of a grid) the largest is the picture's; a turned one says so in `irot`, and the worker knows.
        var largest = (width: 0, height: 0)
        for at in reader.positions(of: "ispe") {
            guard let width = reader.big32(at + 8), let height = reader.big32(at + 12), width * height > largest.width * largest.height else {
                continue
            }
            largest = (width, height)
        }
        hasAlpha = !reader.positions(of: "auxC").isEmpty
        if reader.positions(of: "irot").isEmpty, largest.width < 1 << 20, largest.height < 1 << 20 { setSize(largest.width, largest.height) }
    }
}

/// Numbers and names at places that may not be there.
private struct ByteReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    subscript(_ at: Int) -> UInt8? { bytes.indices.contains(at) ? bytes[at] : nil }

    func matches(_ text: String, at start: Int = 0, latin1: Bool = false) -> Bool {
        let wanted = latin1 ? text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(text.utf8)
        return start >= 0 && start <= bytes.count && bytes[start...].starts(with: wanted)
    }

    func positions(of name: String) -> [Int] {
        let wanted = Array(name.utf8)
        guard bytes.count >= wanted.count else { return [] }
        // Names of boxes stand near the beginning.
        return (0...min(bytes.count - wanted.count, 16 * 1024)).filter { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }

    private func number(_ at: Int, _ count: Int) -> [Int]? {
        guard at >= 0, at <= bytes.count - count else { return nil }
        return bytes[at..<(at + count)].map { Int($0) }
    }

    func big16(_ at: Int) -> Int? { number(at, 2).map { $0[0] << 8 | $0[1] } }
    func big32(_ at: Int) -> Int? { number(at, 4).map { $0[0] << 24 | $0[1] << 16 | $0[2] << 8 | $0[3] } }
    func little16(_ at: Int) -> Int? { number(at, 2).map { $0[1] << 8 | $0[0] } }
    func little24(_ at: Int) -> Int? { number(at, 3).map { $0[2] << 16 | $0[1] << 8 | $0[0] } }
    func little32(_ at: Int) -> Int? { number(at, 4).map { $0[3] << 24 | $0[2] << 16 | $0[1] << 8 | $0[0] } }

    /// Whether the EXIF orientation (TIFF tag 0x0112) turns the picture by a quarter.
    func isTurned(exif start: Int, end: Int) -> Bool {
        let isLittle = matches("II", at: start)
        guard isLittle || matches("MM", at: start) else { return false }
        func short(_ at: Int) -> Int? { isLittle ? little16(at) : big16(at) }
        guard let first = isLittle ? little32(start + 4) : big32(start + 4), first < end - start, let count = short(start + first) else {
            return false
        }
        for entry in 0..<min(count, 512) {
            let at = start + first + 2 + entry * 12
            guard at + 12 <= end else { return false }
            if short(at) == 0x0112 { return short(at + 8).map { (5...8).contains($0) } ?? false }
        }
        return false
    }
}
