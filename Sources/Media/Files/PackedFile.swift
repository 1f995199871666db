import CZlib

/// The table of contents of a ZIP file (APPNOTE 6.3.10), read strictly: what is not plainly one archive from the first byte to the last is refused, and so is what
/// would unpack to far more than it is.
struct PackedFile: Sendable {
    struct Entry: Sendable {
        let name: String
        let isDeflated: Bool
        let packed: Int
        let unpacked: Int
        let offset: Int
    }

    /// Unpacked bytes of all entries together.
    static let mostUnpacked = 512 << 20
    /// Unpacked to packed, for entries of more than a mebibyte.
    static let mostRatio = 250
    static let mostEntries = 10_000

    let entries: [Entry]

    /// - Returns: nil where the file does not begin as a ZIP does.
    init?(_ bytes: FileBytes) async throws {
        guard try await bytes.read(at: 0, count: 4).holds("PK\u{3}\u{4}") else { return nil }
        let length = min(bytes.size, Self.longestEnd)
        let place = try Place(tail: await bytes.read(at: bytes.size - length, count: Int(length)), of: bytes.size)
        entries = try Self.entries(in: await bytes.read(at: Int64(place.start), count: place.length), place)
    }

    /// The same of a file in memory.
    init?(_ bytes: [UInt8]) throws(FileRefusal) {
        guard bytes.holds("PK\u{3}\u{4}") else { return nil }
        let place = try Place(tail: Array(bytes.suffix(Int(Self.longestEnd))), of: Int64(bytes.count))
        entries = try Self.entries(in: Array(bytes[place.start..<(place.start + place.length)]), place)
    }

    /// The end record with the longest comment.
    static let longestEnd: Int64 = 65_557

    /// Where the table stands, as the end of the file says.
    private struct Place {
        let start: Int
        let length: Int
        let count: Int

        init(tail: [UInt8], of size: Int64) throws(FileRefusal) {
            guard let end = PackedFile.end(in: tail) else { throw .damaged }
            guard let count = tail.little16(end + 10), let length = tail.little32(end + 12), let start = tail.little32(end + 16),
                tail.little16(end + 4) == 0, count == tail.little16(end + 8), count > 0
            else { throw .damaged }
            // A comment is where a second file hides.
            guard tail.little16(end + 20) == 0 else { throw .twoTypes }
            guard count <= mostEntries, length <= 8 << 20 else { throw .bomb }
            guard Int64(start) + Int64(length) == size - Int64(tail.count) + Int64(end) else { throw .twoTypes }
            (self.start, self.length, self.count) = (start, length, count)
        }
    }

    private static func entries(in table: [UInt8], _ place: Place) throws(FileRefusal) -> [Entry] {
        var entries: [Entry] = []
        var at = 0
        for _ in 0..<place.count {
            guard table.holds("PK\u{1}\u{2}", at: at), let flags = table.little16(at + 8), let method = table.little16(at + 10),
                let packed = table.little32(at + 20), let unpacked = table.little32(at + 24), let nameLength = table.little16(at + 28),
                let extra = table.little16(at + 30), let comment = table.little16(at + 32), let offset = table.little32(at + 42),
                at + 46 + nameLength <= table.count
            else { throw .damaged }
            guard flags & 1 == 0 else { throw .locked }
            guard method == 0 || method == 8 else { throw .damaged }
            let name = String(decoding: table[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
            entries.append(Entry(name: name, isDeflated: method == 8, packed: packed, unpacked: unpacked, offset: offset))
            at += 46 + nameLength + extra + comment
        }
        try weigh(entries, place.start)
        return entries
    }

    private static func end(in tail: [UInt8]) -> Int? {
        var at = tail.count - 22
        while at >= 0 {
            if tail.holds("PK\u{5}\u{6}", at: at), let comment = tail.little16(at + 20), at + 22 + comment == tail.count { return at }
            at -= 1
        }
        return nil
    }

    /// Entries that share bytes unpack to any size out of nothing; so do endless runs of one letter.
    private static func weigh(_ entries: [Entry], _ end: Int) throws(FileRefusal) {
        var sum = 0
        var last = 0
        for entry in entries.sorted(by: { $0.offset < $1.offset }) {
            guard entry.offset >= last, entry.offset + 30 + entry.packed <= end else { throw .bomb }
            last = entry.offset + 30 + entry.packed
            sum += entry.unpacked
            guard sum <= mostUnpacked, entry.unpacked <= 1 << 20 || entry.unpacked <= entry.packed * mostRatio else { throw .bomb }
        }
        // Before the first entry there is nothing, or something else.
        guard entries.map(\.offset).min() == 0 else { throw .twoTypes }
    }

    func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

    /// What an entry unpacks to, at most `limit` bytes of it: never more than its table says.
    func content(of entry: Entry, in bytes: FileBytes, limit: Int) async throws -> [UInt8] {
        let length = try Self.headLength(await bytes.read(at: Int64(entry.offset), count: 30))
        return try Self.unpack(await bytes.read(at: Int64(entry.offset + length), count: min(entry.packed, 64 << 20)), entry, limit)
    }

    func content(of entry: Entry, in bytes: [UInt8], limit: Int) throws(FileRefusal) -> [UInt8] {
        guard entry.offset + 30 <= bytes.count else { throw .damaged }
        let start = entry.offset + (try Self.headLength(Array(bytes[entry.offset..<(entry.offset + 30)])))
        guard start + entry.packed <= bytes.count else { throw .damaged }
        return try Self.unpack(Array(bytes[start..<(start + entry.packed)]), entry, limit)
    }

    private static func headLength(_ head: [UInt8]) throws(FileRefusal) -> Int {
        guard head.holds("PK\u{3}\u{4}"), let name = head.little16(26), let extra = head.little16(28) else { throw .damaged }
        return 30 + name + extra
    }

    private static func unpack(_ packed: [UInt8], _ entry: Entry, _ limit: Int) throws(FileRefusal) -> [UInt8] {
        let most = min(limit, entry.unpacked)
        return entry.isDeflated ? try inflate(packed, atMost: most) : Array(packed.prefix(most))
    }

    private static func inflate(_ packed: [UInt8], atMost most: Int) throws(FileRefusal) -> [UInt8] {
        guard most > 0, !packed.isEmpty else { return [] }
        var packed = packed
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .damaged }
        defer { inflateEnd(&stream) }
        var status = Z_OK
        let unpacked = packed.withUnsafeMutableBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: most) { output, filled in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(clamping: input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(clamping: most)
                status = CZlib.inflate(&stream, Z_FINISH)
                filled = most - Int(stream.avail_out)
            }
        }
        // Cut off at the limit is no damage.
        guard status == Z_STREAM_END || status == Z_BUF_ERROR || status == Z_OK else { throw .damaged }
        return unpacked
    }
}
